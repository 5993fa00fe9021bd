"""Which token may stand second in what an expression matches: it rules out most places without the expression."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

# A part of a parsed expression: what it is, and its argument.
_Part = tuple[Any, Any]
Characters = frozenset[str]
# What stands behind the last token.
END: Final = ""
_LONGEST: Final = 100
_WITHOUT_WIDTH: Final = frozenset(["AT", "ASSERT", "ASSERT_NOT"])
_ONE_WIDE: Final = frozenset(["LITERAL", "NOT_LITERAL", "IN", "ANY"])


def parse(expression: str) -> list[_Part]:
    """The parts of an expression."""
    # The parser of :mod:`re` itself: it has no public name.
    return list(import_module("re._parser").parse(expression))


def seconds(parts: list[_Part], first: str) -> Characters | None:
    r"""Characters of which one stands behind the first wherever an expression matches there; None where any may.

    Examples
    --------
    >>> sorted(seconds(parse("(?:ab|a[cd]e|xy)"), "a")), seconds(parse("ab?"), "a"), seconds(parse("ab"), "x")
    (['b', 'c', 'd'], None, frozenset())
    >>> sorted(seconds(parse(r"a(?=[bc]|\Z)"), "a"))
    ['', 'b', 'c']
    """
    found: Characters = frozenset()
    for rest in _behind(parts, first):
        characters = _firsts(rest)
        if characters is None:
            return None
        found |= characters
    return found


def _behind(parts: list[_Part], first: str) -> list[list[_Part]]:
    """What may be left of an expression when it has taken its first character."""
    if not parts:
        return []
    (kind, argument), rest = parts[0], parts[1:]
    if kind.name in _WITHOUT_WIDTH:
        return _behind(rest, first)
    ways = _ways(kind, argument, rest)
    if ways is not None:
        return [left for way in ways for left in _behind(way, first)]
    if kind.name not in _ONE_WIDE:
        # Not known: of what is left nothing is known either.
        return [[]]
    characters = _characters(kind, argument)
    return [rest] if characters is None or first in characters else []


def _firsts(parts: list[_Part]) -> Characters | None:
    """Characters of which one stands where a part of an expression matches; None where any may."""
    if not parts:
        return None
    (kind, argument), rest = parts[0], parts[1:]
    if kind.name in _WITHOUT_WIDTH:
        return _both(_demanded(kind, argument), _firsts(rest))
    ways = _ways(kind, argument, rest)
    if ways is None:
        return _characters(kind, argument)
    found: Characters = frozenset()
    for way in ways:
        characters = _firsts(way)
        if characters is None:
            return None
        found |= characters
    return found


def _demanded(kind: Any, argument: Any) -> Characters | None:
    """What a part without width says of what follows."""
    if kind.name == "ASSERT" and argument[0] > 0:
        return _firsts(list(argument[1]))
    return frozenset([END]) if kind.name == "AT" and argument.name == "AT_END_STRING" else None


def _both(one: Characters | None, other: Characters | None) -> Characters | None:
    return other if one is None else one if other is None else one & other


def _ways(kind: Any, argument: Any, rest: list[_Part]) -> list[list[_Part]] | None:
    """How a part that holds others may go on; None where it holds none."""
    if kind.name == "SUBPATTERN":
        return [[*argument[-1], *rest]]
    if kind.name == "ATOMIC_GROUP":
        return [[*argument, *rest]]
    if kind.name == "BRANCH":
        return [[*way, *rest] for way in argument[1]]
    if not kind.name.endswith("_REPEAT"):
        return None
    # Two characters are asked for: what is repeated more often is repeated twice.
    least, most, body = argument
    most = min(int(most), 2)
    again = [[*body, (kind, (max(least - 1, 0), most - 1, body)), *rest]] if most else []
    return again if least else [*again, rest]


def _characters(kind: Any, argument: Any) -> Characters | None:
    """The characters that a part without others matches; None where they are too many to tell or it is not known."""
    if kind.name == "LITERAL":
        return frozenset([chr(argument)])
    if kind.name != "IN":
        return None
    found: set[str] = set()
    for inner, value in argument:
        if inner.name == "LITERAL":
            found.add(chr(value))
        elif inner.name == "RANGE" and value[1] - value[0] < _LONGEST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found)
