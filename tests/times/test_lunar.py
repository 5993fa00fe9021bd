"""The lunar calendar against dates printed in Vietnamese calendars."""

from datetime import date

import pytest

from camket.pipes.times.lunar import lunar_date, solar_term, tet, year_named

# First days of the lunar years at UTC+7; 1985, 2007 and 2030 differ from the Chinese calendar.
TET = [
    "1985-01-21", "1990-01-27", "1995-01-31", "2000-02-05", "2005-02-09", "2007-02-17", "2010-02-14", "2015-02-19", "2016-02-08",
    "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29",
    "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02", "2031-01-23", "2033-01-31", "2034-02-19",
]  # fmt: skip


@pytest.mark.parametrize("day", TET)
def test_tet(day):
    assert tet(int(day[:4])).isoformat() == day


@pytest.mark.parametrize("year", range(1990, 2061))
def test_tet_lies_between_late_january_and_late_february(year):
    assert (1, 20) < (tet(year).month, tet(year).day) < (2, 22)


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2025, 3, 10, "2025-04-07"),
        (2024, 8, 15, "2024-09-17"),
        (2023, 8, 15, "2023-09-29"),
        (2024, 12, 15, "2025-01-14"),
    ],
)
def test_days_of_the_year(year, month, day, expected):
    assert lunar_date(year, month, day).isoformat() == expected


@pytest.mark.parametrize(
    ("stem", "branch", "near", "year"),
    [("mậu", "tuất", 2017, 2018), ("giáp", "tý", 1990, 1984), ("ất", "tỵ", 2024, 2025), ("bính", "ngọ", 2026, 2026)],
)
def test_names_of_years(stem, branch, near, year):
    assert year_named(stem, branch, near) == year


def test_no_year_has_such_a_name():
    assert year_named("giáp", "sửu", 2020) is None


@pytest.mark.parametrize(
    ("year", "degrees", "day"), [(2020, 15, "2020-04-04"), (2023, 15, "2023-04-05"), (2024, 315, "2024-02-04")]
)
def test_solar_terms(year, degrees, day):
    assert solar_term(year, degrees) == date.fromisoformat(day)
