"""Units of measure and counted nouns as data, and conversion within a dimension."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from camket.lexicons import lexicon
from camket.text.lexer import TOKEN
from camket.text.phrases import Phrases


class UnitError(ValueError):
    """Raised where two units can't be converted into each other."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a counted noun.

    Attributes
    ----------
    sign : str
        What stands for it in a figure ("VND", "%"); empty where the figure keeps the unit as written.
    dimension : str
        What it measures; for a counted noun "count".
    scale : float or None
        Its size in the dimension's base unit; None where that is not fixed.
    group : str
        For a counted noun the group of nouns with which it is coordinated, else "measure".
    """

    sign: str
    dimension: str
    scale: float | None
    group: str


def _load() -> dict[str, Unit]:
    data = lexicon("units")
    found: dict[str, Unit] = {}
    for entry in data["measures"]:
        unit = Unit(entry.get("sign", ""), entry["dimension"], entry.get("scale"), "measure")
        for spelling in entry["spellings"]:
            found.setdefault(spelling.lower(), unit)
    for group, nouns in data["nouns"].items():
        unit = Unit("", "count", None, group)
        for noun in nouns:
            found.setdefault(noun.lower(), unit)
    return found


UNITS: Final = _load()
SCALES: Final[dict[str, float]] = {k.lower(): float(v) for k, v in lexicon("units")["scales"].items()}
GLUED: Final[dict[str, float]] = {word: float(value) for word, value in lexicon("units")["glued"].items()}
SIGNS: Final = {unit.sign: unit for unit in UNITS.values() if unit.sign}
MONEY: Final = SIGNS["VND"]
RANK: Final = UNITS["hạng"]


def _tokens(spelling: str) -> str:
    return " ".join(TOKEN.findall(spelling))


# Stands for phrases that begin like a counted noun and are none.
NO_UNIT: Final = Unit("", "none", None, "none")
UNIT_TABLE: Final[Phrases[Unit]] = Phrases(
    [(name, unit) for name, unit in UNITS.items() if name[-1] not in "23"]
    + [(phrase, NO_UNIT) for phrase in lexicon("figures")["not_nouns"]["phrases"]]
)
SCALE_TABLE: Final[Phrases[float]] = Phrases(SCALES.items())


def add_unit(spellings: Iterable[str], dimension: str, scale: float | None = None, sign: str = "") -> None:
    """Let figures be read with a further unit, for the rest of the process.

    Raises
    ------
    UnitError
        Where the dimension is not one of the known ones.
    """
    if dimension not in {known.dimension for known in UNITS.values()}:
        raise UnitError(dimension)
    counted = dimension == "count"
    unit = Unit(sign, dimension, None if counted else scale, "own" if counted else "measure")
    names = [spelling.lower() for spelling in spellings]
    UNITS.update(dict.fromkeys(names, unit))
    UNIT_TABLE.override((name, unit) for name in names)


def find_unit(name: str) -> tuple[Unit, float]:
    """Look up a unit as figures write it: the unit and a factor in front of it ("triệu đồng", "nghìn tấn").

    Raises
    ------
    UnitError
        Where the name is no unit of measure.

    Examples
    --------
    >>> find_unit("triệu đồng")[1], find_unit("ha")[0].dimension
    (1000000.0, 'area')
    """
    words = " ".join(name.lower().split())
    factor = 1.0
    for scale in sorted(SCALES, key=len, reverse=True):
        if words == scale or words.startswith(scale + " "):
            factor, words = SCALES[scale], words[len(scale) :].strip() or "đồng"
            break
    unit = SIGNS.get(name) or UNITS.get(words)
    if unit is None:
        raise UnitError(f"no unit of measure: {name!r}")
    return unit, factor


def convert(value: float, from_unit: str, to_unit: str) -> float:
    """Convert a value between two units of one dimension; counted nouns only into themselves.

    Parameters
    ----------
    value : float
        The number.
    from_unit, to_unit : str
        Units as figures carry them or as written ("m2", "ha", "VND", "triệu đồng"). Of compound units ("kg/ha",
        "VND/người/năm") the numerators are converted, the rest has to be the same.

    Raises
    ------
    UnitError
        Where a unit is unknown, has no fixed size, or the two measure different things.

    Examples
    --------
    >>> convert(12000, "m2", "ha"), convert(0.5, "tỷ đồng", "triệu đồng"), convert(1480, "m", "km")
    (1.2, 500.0, 1.48)
    >>> convert(5.6, "tấn/ha", "tạ/ha")
    56.0
    """
    (head, rest), (other, other_rest) = _split(from_unit), _split(to_unit)
    if head == other and rest == other_rest:
        return value
    (source, factor), (target, divisor) = find_unit(head), find_unit(other)
    if rest != other_rest or source.dimension != target.dimension or source.dimension == "count":
        raise UnitError(f"{from_unit!r} and {to_unit!r} measure different things")
    if source.scale is None or target.scale is None:
        raise UnitError(f"{from_unit!r} or {to_unit!r} has no fixed size")
    return _tidy(value * factor * source.scale / (divisor * target.scale))


def _split(name: str) -> tuple[str, str]:
    head, _, rest = name.partition("/")
    return head.strip(), rest.replace(" ", "").lower()


def _tidy(value: float) -> float:
    """Drop the noise of binary fractions beyond the twelfth digit."""
    return float(f"{value:.12g}")
