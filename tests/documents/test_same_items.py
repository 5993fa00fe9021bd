"""One document in six formats: the same items, and the right ones."""

import re
from functools import cache

import pytest

from camket.io import read_bytes
from camket.io.office import find_office, to_format
from camket.items import detect_kind, split
from documents.writers.plain import to_html, to_text, to_xlsx
from documents.writers.spec import load, names
from documents.writers.word import to_docx

WRITERS = {
    "docx": to_docx,
    "typed.docx": lambda spec: to_docx(spec, automatic=False),
    "txt": to_text,
    "html": to_html,
    "xlsx": to_xlsx,
}
OFFICE = {"pdf", "odt", "doc", "rtf"}
needs_office = pytest.mark.skipif(not find_office(), reason="LibreOffice is not installed")


@cache
def document(name, format):
    spec = load(name)
    data = to_format(to_docx(spec), "docx", format) if format in OFFICE else WRITERS[format](spec)
    return read_bytes(data, f"{name}.{format}")


@cache
def items(name, format):
    return split(document(name, format))


def plain(text):
    """A text but for blanks and the bars between cells."""
    return re.sub(r"[\s|]+", " ", text).strip()


def formats():
    found = []
    for name in names():
        office = sorted(OFFICE if name.startswith("bao-cao-ubnd") else {"pdf"})
        found += [pytest.param(name, format, id=f"{name}-{format}") for format in WRITERS]
        found += [pytest.param(name, format, id=f"{name}-{format}", marks=needs_office) for format in office]
    return found


@pytest.mark.parametrize(("name", "format"), formats())
def test_items_and_metadata(name, format):
    spec = load(name)
    assert [plain(item.text) for item in items(name, format)] == [plain(text) for text in spec.items()]
    found = document(name, format).metadata
    assert (found.superior or "", found.issuer, found.number, found.date, found.type, found.title, found.place) == (
        spec.raw["superior"], spec.raw["issuer"], spec.raw["number"], spec.date, spec.raw["type"], spec.raw["title"],
        spec.raw["place"])  # fmt: skip
    assert found.signers[0].endswith(spec.raw["signature"]["name"])
    assert detect_kind(document(name, format)) == spec.raw["kind"]


@pytest.mark.parametrize(("name", "format"), formats())
def test_what_items_inherit(name, format):
    expected = [(text, want) for text, want in load(name).golden()]
    for item, (_, want) in zip(items(name, format), expected, strict=True):
        found = {
            "section": item.section,
            "owner": item.owner and item.owner.value,
            "owner_source": item.owner and item.owner.source,
            "period": item.period and item.period.value,
            "period_source": item.period and item.period.source,
        }
        assert {key: value for key, value in found.items() if key in want} == {k: want[k] for k in found if k in want}


@pytest.mark.parametrize("name", [name for name in names() if load(name).table])
def test_columns_of_the_annex(name):
    spec = load(name)
    rows = [item for item in items(name, "docx") if item.columns]
    for item, row in zip(rows, [row for row in spec.table.rows if row[0] != "group"], strict=True):
        want = [(column, cell) for column, cell in zip(spec.table.columns, row, strict=True) if column and cell]
        assert [(column, item.text[start:end]) for column, start, end in item.columns] == want


@pytest.mark.parametrize(("name", "format"), [("bao-cao-ubnd-xa-thuong-lam-2024", f) for f in ("txt", "html", "xlsx")])
def test_evidence_is_the_same(name, format):
    from camket.pipeline import analyse

    def evidence(found):
        return [(a.judgement.act, [(t.role, t.from_, t.to) for t in a.evidence.times],
                 [(f.low, f.high, f.unit) for f in a.evidence.figures]) for a in analyse(found)]  # fmt: skip

    assert evidence(items(name, format)) == evidence(items(name, "docx"))


@pytest.mark.parametrize(("name", "format"), formats())
def test_items_lie_in_their_blocks(name, format):
    blocks = document(name, format).blocks
    for item in items(name, format):
        assert blocks[item.block].text[item.start :].startswith(item.text)
