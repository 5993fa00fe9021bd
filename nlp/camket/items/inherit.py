"""What an item takes from outside its own text: who is bound, and the period it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from camket.items.entries import is_lead
from camket.items.headings import Heading
from camket.records import Document, Inherited
from camket.text.resources import load_toml

_YEAR = r"(?:19|20)\d{2}"
PERIOD = re.compile(
    rf"(?P<period>(?:giai đoạn|nhiệm kỳ|năm học|niên độ|niên khóa|thời kỳ)\s+{_YEAR}\s*[-–]\s*{_YEAR}"
    rf"|(?:0?[369]|sáu|ba|chín|1[01]|mười một) tháng(?: đầu| cuối)?(?: năm)?\s*(?:năm )?{_YEAR}"
    rf"|quý\s+(?:[IV]+|[1-4])\s*(?:[/\-]|,?\s*năm)?\s*{_YEAR}|tháng\s+\d{{1,2}}\s*(?:/|năm)\s*{_YEAR}"
    rf"|(?:vụ (?:đông xuân|hè thu|thu đông|mùa|xuân|đông) )?năm\s+{_YEAR}(?:\s*[-–]\s*{_YEAR})?)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"^\W*(?:tôi|chúng tôi)\s+(?:là|tên(?: là)?|gồm)?\s*:?\s*(?P<name>[^,;:]{3,60})[,;]\s*"
    r"(?:chức vụ|là)?\s*:?\s*(?P<office>[^,;.]{4,120})",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"^\W*(?P<who>[^,;:]{6,160}?)\s+(?:xin\s+)?(?:cam kết|đăng ký|giao ước|hứa)\s+"
    r"(?:với|thực hiện|trước|hoàn thành|các)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"^\W*chức (?:vụ|danh)[^:]{0,25}:\s*(?P<office>[^;]{4,120})", re.IGNORECASE)
# A promise whose subject tells nothing, or that has none.
_NO_SUBJECT = re.compile(
    r"(?:thực hiện|căn cứ|để|nhằm|nội dung|kết quả|tôi|chúng tôi|bản thân|cá nhân tôi)\b", re.IGNORECASE
)
_ASSIGNED = re.compile(
    r"^(?:trách nhiệm (?:của|thuộc(?: về)?)|giao(?: cho)?|phân công|đề nghị|yêu cầu|đối với)\s+"
    r"(?P<who>.{4,120}?)\s*:?$",
    re.IGNORECASE,
)


class Sources:
    """What a document gives to all of its items."""

    def __init__(self, document: Document, leads: Iterable[str]) -> None:
        lines = list(leads)
        self.owner = _from_preamble(lines) or _from_signer(document)
        metadata = document.metadata
        self.titles = [t for t in (metadata.title, metadata.type) if t]
        self.preamble = [line for line in lines if is_lead(line)]

    def owner_under(self, path: tuple[Heading, ...]) -> Inherited | None:
        """Owner of an item: the nearest heading that names one, else the document's."""
        for heading in reversed(path):
            assigned = _ASSIGNED.match(heading.text)
            name = assigned["who"].strip() if assigned else heading.text
            if _is_body(name) and len(name) < 90 and (assigned or not heading.lead):
                return Inherited(name, "heading")
        return self.owner

    def period_under(self, path: tuple[Heading, ...], *, forward: bool) -> Inherited | None:
        """Period of the nearest heading, the title (the last one where a section looks ahead) or the preamble."""
        for heading in reversed(path):
            found = find_periods(heading.text)
            if found:
                return Inherited(found[-1], "heading")
        for source, texts in (("title", self.titles), ("preamble", self.preamble)):
            for text in texts:
                found = find_periods(text)
                if found:
                    return Inherited(found[-1 if forward else 0], source)
        return None


def _is_body(name: str) -> bool:
    """Whether a heading is the name of a body or office and says nothing of it."""
    words = load_toml("items_words.toml")
    opening = re.match(rf"(?:{'|'.join(words['bodies'])})\b", name, re.IGNORECASE)
    return bool(opening) and not re.search(rf"\b(?:{'|'.join(words['says'])})\b", name, re.IGNORECASE)


def find_periods(text: str) -> list[str]:
    """Periods that a heading or title names; the year of a day or of a document number is none.

    Examples
    --------
    >>> find_periods("Kết quả 6 tháng đầu năm 2024; nhiệm vụ quý III/2024")
    ['6 tháng đầu năm 2024', 'quý III/2024']
    >>> find_periods("Kèm theo Kế hoạch ngày 05 tháng 01 năm 2024")
    []
    """
    plain = re.sub(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|ngày\s+\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}", "", text)
    return [m["period"] for m in PERIOD.finditer(plain)]


def _from_preamble(lines: list[str]) -> Inherited | None:
    for line in lines:
        person = _PERSON.match(line)
        if person:
            return Inherited(person["office"].strip(), "preamble")
        office = _OFFICE.match(line)
        if office:
            return Inherited(office["office"].strip(" .;"), "preamble")
        promise = _PROMISE.match(line)
        if promise and not _NO_SUBJECT.match(promise["who"]):
            return Inherited(promise["who"].strip(), "preamble")
    return None


def _from_signer(document: Document) -> Inherited | None:
    metadata = document.metadata
    signers = [signer for signer in metadata.signers if "XÁC NHẬN" not in signer]
    if signers:
        office, _, name = signers[0].partition(":")
        # "NGƯỜI CAM KẾT" is no office: the name says more.
        return Inherited(
            name.strip() if office.startswith("NGƯỜI") and "," not in office and name else office, "signer"
        )
    return Inherited(metadata.issuer, "title") if metadata.issuer else None
