"""Reading numbers, and converting between units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.pipes.figures.explain import WARNINGS, number
from camket.pipes.figures.numbers import parse_digits, parse_words
from camket.pipes.figures.units import UNITS, UnitError, convert, find_unit


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("7", 7), ("05", 5), ("1.500", 1500), ("12.345.678", 12345678), ("3,5", 3.5), ("2.522,81", 2522.81),
        ("5,680", 5.68), ("4.5", 4.5), ("0.75", 0.75), ("1,234,567", 1234567), ("1,234.5", 1234.5), ("0912.345", None),
        ("1900.6868", None), ("069.628.114", None), ("30.6.2021", None), ("00012", None), ("9" * 30, None),
    ],
)  # fmt: skip
def test_digits(form, expected):
    parsed = parse_digits(form)
    assert (parsed and parsed[0] / 10 ** parsed[1]) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ba", 3), ("mười", 10), ("mười lăm", 15), ("hai mươi", 20), ("hai mươi mốt", 21), ("năm mươi tư", 54),
        ("một trăm", 100), ("một trăm linh năm", 105), ("hai trăm ba mươi bảy", 237), ("ba nghìn", 3000),
        ("một triệu hai trăm nghìn", 1200000), ("hai tỷ rưỡi", 2.5e9), ("hai ba", 2), ("rưỡi", None),
    ],
)  # fmt: skip
def test_words(words, expected):
    value, used = parse_words(words.split())
    assert (value if used else None) == expected


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (12000, "m2", "ha", 1.2), (0.5, "tỷ đồng", "triệu đồng", 500), (1480, "m", "km", 1.48), (2, "tấn", "kg", 2000),
        (5.6, "tấn/ha", "tạ/ha", 56), (1, "VND", "đồng", 1), (3, "năm", "tháng", 36), (2, "tuần", "ngày", 14),
        (7, "xã", "xã", 7), (0.5, "triệu m3", "m3", 500000), (9, "‰", "%", 0.9), (1.5, "MW", "kW", 1500),
    ],
)  # fmt: skip
def test_convert(value, source, target, expected):
    assert convert(value, source, target) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("source", "target"),
    [("ha", "km"), ("VND", "USD"), ("%", "điểm %"), ("hộ", "người"), ("sào", "ha"), ("tấn/ha", "tấn"), ("giờ", "quý")],
)
def test_what_cannot_be_converted(source, target):
    with pytest.raises(UnitError):
        convert(1, source, target)


@given(st.floats(0.001, 1e9), st.sampled_from([("m2", "ha"), ("kg", "tấn"), ("đồng", "tỷ đồng"), ("phút", "giờ")]))
def test_convert_there_and_back(value, units):
    assert convert(convert(value, *units), *reversed(units)) == pytest.approx(value, rel=1e-9)


def test_every_unit_is_found_by_its_name():
    assert all(find_unit(name)[0].dimension for name in UNITS if not name.startswith(("tr", "chục", "trăm")))


def test_warnings_have_texts():
    assert {"three_decimals", "spaced_thousands", "unit_missing", "glued"} <= WARNINGS.keys()


@given(st.floats(-1e12, 1e12).map(lambda x: round(x, 3)))
def test_numbers_are_written_the_vietnamese_way(value):
    assert float(number(value).replace(".", "").replace(",", ".")) == pytest.approx(value, abs=1e-6)
