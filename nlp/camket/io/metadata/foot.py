"""Who signed a document, and in what office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from camket.io.metadata.offices import SIGNED, is_name, is_office, office_and_name
from camket.io.metadata.signatures import signature_columns
from camket.records import Block

TAIL = 30


def find_signers(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Signers as "office: name" (or the one of the two that stands there), in reading order.

    Examples
    --------
    >>> lines = ("Nơi nhận:", "- Như trên;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Trần Văn Hòa")
    >>> find_signers([Block(line, "paragraph") for line in lines])
    ('TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH: Trần Văn Hòa',)
    """
    running = [b.text for b in blocks[-TAIL:] if b.kind not in ("table_row", "footer", "footnote")]
    found = [_read(lines) for lines in (running, *signature_columns(blocks))]
    signers = tuple(signer for named, _ in found for signer in named)
    return signers or tuple(offices for _, offices in found if offices)[:1]


def _read(lines: Iterable[str]) -> tuple[list[str], str]:
    """Signers with their names, and the offices that no name follows."""
    signers: list[str] = []
    offices: list[str] = []
    for text in (part for line in lines for part in _split(line)):
        line = SIGNED.sub("", text).strip(" *.-")
        if is_office(text):
            offices.append(line)
        elif offices and is_name(line):
            signers.append(f"{', '.join(offices)}: {line}")
            offices = []
        elif line and len(line) > 60:
            offices = []
    return signers, ", ".join(offices)


def _split(text: str) -> list[str]:
    """A line that holds both the office and the name, in two."""
    parts = office_and_name(text)
    return parts if len(parts) == 2 and is_office(parts[0]) and is_name(parts[1]) else [text]
