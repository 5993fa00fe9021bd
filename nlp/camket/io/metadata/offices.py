"""The words of a signature: the office and the name."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from camket.io.metadata.lines import is_caps
from camket.text.resources import load_toml

_DEGREE = r"(?:PGS|GS|T[Ss]|Th[Ss]|BS|KS|CN|DS)\.(?:\s*CK ?I{1,2}\b\.?)?"
_NAME = re.compile(
    rf"^(?i:đồng chí |đ/c |ông |bà )?(?:{_DEGREE}\s*)*"
    r"(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+){1,4})$"
)
_ON_BEHALF = re.compile(r"\s*(?:TM|KT|TL|TUQ|Q)\s*\.\s*[A-ZĐ]|\s*[TKQ]\s*/\s*[MTLQ]\s+[A-ZĐ]")
_LONG = 70
SIGNED = re.compile(r"\((?:đã ký|ký tên.*?|ký|ký, ghi rõ họ tên|ký, đóng dấu)\)", re.IGNORECASE)


def is_name(line: str) -> bool:
    """Whether a line is the name of a person.

    Examples
    --------
    >>> is_name("BS.CKII Phạm Quốc Tuấn"), is_name("Trưởng phòng"), is_name("CHỦ TỊCH")
    (True, False, False)
    """
    found = _NAME.match(line)
    return found is not None and all(word[0].isupper() for word in found["name"].split()) and not is_office(line)


def is_office(text: str) -> bool:
    """Whether a line names the office of a signer: "TM. ỦY BAN NHÂN DÂN", "K/T CHỦ TỊCH", "BÍ THƯ".

    Examples
    --------
    >>> is_office("TM. ỦY BAN NHÂN DÂN"), is_office("T/M BAN THƯỜNG VỤ"), is_office("Chủ tịch UBND chủ trì.")
    (True, True, False)
    """
    return bool(_ON_BEHALF.match(text)) or (is_caps(text) and len(text) < _LONG and bool(_offices().match(text)))


@cache
def _offices() -> re.Pattern[str]:
    offices = "|".join(load_toml("io_document.toml")["offices"])
    return re.compile(rf"\W*(?:{offices})\b", re.IGNORECASE)


def office_and_name(text: str) -> list[str]:
    """The office in capitals and the name behind it, as far as they stand there.

    Examples
    --------
    >>> office_and_name("KT. GIÁM ĐỐC (Đã ký) BS.CKII Vũ Đình Lâm"), office_and_name("Lê An")
    (['KT. GIÁM ĐỐC', 'BS.CKII Vũ Đình Lâm'], ['Lê An'])
    """
    words = SIGNED.sub(" ", text).strip(" *.-").split()
    office = len(list(takewhile(lambda word: is_caps(word) or not any(map(str.isalpha, word)), words)))
    while 0 < office < len(words) and re.match(_DEGREE, words[office - 1]):
        office -= 1
    return [" ".join(part) for part in (words[:office], words[office:]) if part]
