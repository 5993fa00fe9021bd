"""Repairs, and the way back to the words of the file."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.io.builder import Builder
from camket.items import locate, split
from camket.text.normalise import normalise

ODD = st.text(alphabet=st.sampled_from("aăế ệĐÐƢ\u0301\u0323\u200b\u00ad\u00a0\n\tсоХ1,.|-"), max_size=40)


@given(ODD)
def test_the_text_is_clean(text):
    found = normalise(text)
    assert unicodedata.is_normalized("NFC", found.text)
    assert found.text == found.text.strip()
    assert "  " not in found.text
    assert normalise(found.text).text == found.text


@given(ODD)
def test_every_letter_leads_back_to_where_it_came_from(text):
    found = normalise(text)
    places = [found.to_original(i) for i in range(len(found.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert normalise(text[places[0] : places[-1]]).text == found.text


PIECES = st.lists(
    st.sampled_from(["a", "a\u0301", "e\u0302\u0323", "Ð", "\u200b", "  ", "1", "ế", "\u00ad"]), max_size=20
)


@given(PIECES)
def test_each_letter_has_its_own_place(pieces):
    text = "".join(pieces)
    found = normalise(text)
    for index, letter in enumerate(found.text):
        piece = text[found.to_original(index) : found.to_original(index + 1)]
        assert normalise(piece).text == letter.strip()


@pytest.mark.parametrize(("written", "read", "repairs"), [
    ("QÐ-UBND", "QĐ-UBND", {"look_alike": 1}),
    ("ƢU TIÊN", "ƯU TIÊN", {"look_alike": 1}),
    ("hоàn thành", "hoàn thành", {"look_alike": 1}),
    ("Москва, đồng", "Москва, đồng", {}),
    ("ho\u00e0n\u00ad th\u00e0nh", "hoàn thành", {"invisible": 1}),
    ("hoa\u0300n tha\u0300nh", "hoàn thành", {"combining": 2}),
    ("Uỷ ban, hoà giải", "Uỷ ban, hoà giải", {}),
])  # fmt: skip
def test_repairs_are_counted(written, read, repairs):
    found = normalise(written)
    assert (found.text, found.repairs) == (read, repairs)


def test_a_highlight_lands_on_the_original_words():
    builder = Builder()
    builder.row(["1", "Thu  nga\u0302n sách", "Ð\u1ea1t 95%"])
    builder.paragraph("a)\u00a0 Hoa\u0300n  tha\u0300nh 2\u200b,4 km đường.")
    document = builder.document("a", "txt")
    row, line = split(document)
    at = row.text.index("ngân")
    assert locate(document, row, at, at + 4).text == "nga\u0302n"
    at = row.text.index("95%")
    assert locate(document, row, at, at + 3).text == "95%"
    at = line.text.index("2,4")
    assert locate(document, line, at, at + 3).text == "2\u200b,4"
