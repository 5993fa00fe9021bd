"""Who signed a document, and in what office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.io.metadata.lines import is_caps
from camket.records import Block
from camket.text.resources import load_toml

_NAME = re.compile(r"^(?:đồng chí |đ/c |ông |bà )?(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+){1,4})$", re.IGNORECASE)
_SIGNED = re.compile(r"\((?:đã ký|ký tên.*?|ký|ký, ghi rõ họ tên|ký, đóng dấu)\)", re.IGNORECASE)
TAIL = 30


def find_signers(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Signers as "office: name" (or the one of the two that stands there), in reading order.

    Examples
    --------
    >>> lines = ("Nơi nhận:", "- Như trên;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Trần Văn Hòa")
    >>> find_signers([Block(line, "paragraph") for line in lines])
    ('TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH: Trần Văn Hòa',)
    """
    signers: list[str] = []
    offices: list[str] = []
    for text in (b.text for b in blocks[-TAIL:] if b.kind not in ("table_row", "footer", "footnote")):
        line = _SIGNED.sub("", text).strip(" *.-")
        if is_office(text):
            offices.append(line)
        elif offices and _is_name(line):
            signers.append(f"{', '.join(offices)}: {line}")
            offices = []
        elif line and len(line) > 60:
            offices = []
    return tuple(signers) or ((", ".join(offices),) if offices else ())


def _is_name(line: str) -> bool:
    found = _NAME.match(line)
    return found is not None and all(word[0].isupper() for word in found["name"].split()) and not is_office(line)


def is_office(text: str) -> bool:
    """Whether a line names the office of a signer: "TM. ỦY BAN NHÂN DÂN", "K/T CHỦ TỊCH", "BÍ THƯ".

    Examples
    --------
    >>> is_office("TM. ỦY BAN NHÂN DÂN"), is_office("T/M BAN THƯỜNG VỤ"), is_office("Chủ tịch UBND chủ trì.")
    (True, True, False)
    """
    words = load_toml("io_document.toml")
    if re.match(r"^\s*(?:TM|KT|TL|TUQ|Q)\s*\.\s*[A-ZĐ]|^\s*[TKQ]\s*/\s*[MTLQ]\s+[A-ZĐ]", text):
        return True
    offices = "|".join(words["offices"])
    return is_caps(text) and len(text) < 70 and bool(re.match(rf"^\W*(?:{offices})\b", text, re.IGNORECASE))
