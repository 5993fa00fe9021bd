"""The labels that Word prints, on generated lists."""

import io
import random

import pytest
from docx import Document

from camket.io import read_bytes
from camket.io.office import find_office, to_format
from documents.writers.numbering import add_lists, number
from documents.writers.raw import p, package

VIETNAMESE = "a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y"
ROMANS = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
)
WRITE = {
    "upperRoman": lambda n: ROMANS[n - 1],
    "lowerRoman": lambda n: ROMANS[n - 1].lower(),
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": lambda n: chr(96 + n) if n < 27 else chr(70 + n) * 2,
    "upperLetter": lambda n: chr(64 + n) if n < 27 else chr(38 + n) * 2,
    "custom": lambda n: VIETNAMESE.split(", ")[n - 1],
}


def build(levels, steps, restarts=None):
    """A document of paragraphs (list, level) with one definition."""
    document = Document()
    add_lists(document, {1: levels}, restarts or {})
    for identifier, level in steps:
        number(document.add_paragraph("nội dung"), identifier, level)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def labels(data):
    return [block.label for block in read_bytes(data, "a.docx").blocks]


def expected(levels, steps, restarts):
    """Labels by a plain simulation of the standard's rules for lists that share a definition."""
    counts, used, out = [None] * len(levels), set(), []
    for identifier, level in steps:
        starts = restarts.get(identifier, (1, {}))[1]
        for upper in range(level):
            if counts[upper] is None:
                counts[upper] = starts.get(upper, levels[upper].get("start", 1))
        if level in starts and (identifier, level) not in used:
            counts[level] = starts[level]
        elif counts[level] is None:
            counts[level] = starts.get(level, levels[level].get("start", 1))
        else:
            counts[level] += 1
        used.add((identifier, level))
        for lower in range(level + 1, len(levels)):
            if levels[lower].get("restart") != 0:
                counts[lower] = None
        out.append(shown(levels, counts, level, starts))
    return out


def shown(levels, counts, level, starts):
    text = levels[level]["text"]
    for index, definition in enumerate(levels):
        value = counts[index]
        if value is None:
            value = starts.get(index, definition.get("start", 1))
        legal = levels[level].get("legal") and definition["fmt"] != "decimalZero"
        text = text.replace(f"%{index + 1}", str(value) if legal else WRITE[definition["fmt"]](value))
    return text


def random_levels(chance):
    formats = list(WRITE)
    levels = []
    for depth in range(3):
        parts = "".join(f"%{i + 1}." for i in range(depth)) if chance.random() < 0.5 else ""
        level = {
            "fmt": chance.choice(formats),
            "text": parts + f"%{depth + 1}" + chance.choice([".", ")", "-", "./", ""]),
        }
        level["format"] = VIETNAMESE
        if chance.random() < 0.3:
            level["legal"] = True
        if chance.random() < 0.2:
            level["start"] = chance.randint(2, 4)
        if depth and chance.random() < 0.2:
            level["restart"] = 0
        levels.append(level)
    return levels


@pytest.mark.parametrize("seed", range(60))
def test_generated_lists(seed):
    chance = random.Random(seed)
    levels = random_levels(chance)
    restarts = {2: (1, {0: 1}), 3: (1, {1: chance.randint(1, 3), 2: 1})} if chance.random() < 0.5 else {}
    lists = [1, *restarts]
    steps = [(chance.choice(lists), min(2, chance.choice([0, 1, 1, 2, 2, 2]))) for _ in range(14)]
    assert labels(build(levels, steps, restarts)) == expected(levels, steps, restarts)


ADMINISTRATIVE = [{"fmt": "upperRoman", "text": "%1."}, {"fmt": "decimal", "text": "%2."}, {"fmt": "custom",
"format": VIETNAMESE, "text": "%3)"}]  # fmt: skip


def test_the_vietnamese_alphabet():
    steps = [(1, 0), (1, 1), *[(1, 2)] * 23]
    assert labels(build(ADMINISTRATIVE, steps))[2:] == [f"{letter})" for letter in VIETNAMESE.split(", ")]


def test_legal_numbering():
    levels = [{"fmt": "upperRoman", "text": "%1."}, {"fmt": "decimal", "text": "%1.%2.", "legal": True}]
    assert labels(build(levels, [(1, 0), (1, 1), (1, 0), (1, 1)])) == ["I.", "1.1.", "II.", "2.1."]


def test_a_list_tied_to_a_style():
    numbering = (
        '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:pStyle w:val="Muc"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="5"/></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId '
        'w:val="9"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
    )
    data = package(
        p("a", style="Muc") + p("b", style="Con") + p("c", style="Muc", num=(0, 0)), numbering=numbering, styles=styles
    )
    assert labels(data) == ["I.", "II.", ""]


def test_an_empty_paragraph_takes_no_number():
    document = Document()
    add_lists(document, {1: ADMINISTRATIVE})
    for text in ("một", "", "hai"):
        number(document.add_paragraph(text), 1, 1)
    buffer = io.BytesIO()
    document.save(buffer)
    assert [b.label for b in read_bytes(buffer.getvalue(), "a.docx").blocks] == ["1.", "2."]


@pytest.mark.skipif(not find_office(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("seed", range(100, 104))
def test_labels_agree_with_libreoffice(seed):
    chance = random.Random(seed)
    levels = random_levels(chance)
    for level in levels:
        for key in ("legal", "restart"):  # LibreOffice prints these otherwise than Word
            level.pop(key, None)
        if level["fmt"] == "custom":
            level["fmt"] = "lowerLetter"
    steps = [(1, chance.choice([0, 1, 1, 2, 2])) for _ in range(16)]
    data = build(levels, [(1, 0), *steps])
    lines = to_format(data, "docx", "txt:Text (encoded):UTF8").decode("utf-8-sig").split("\n")
    assert labels(data) == [line.replace("nội dung", "").strip() for line in lines if line.strip()]
