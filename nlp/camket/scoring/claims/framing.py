"""What frames a claim: the time it had, the negations in it, and what the clauses beside it tell."""

from __future__ import annotations

from collections.abc import Sequence

from camket.lexicons import lexicon
from camket.scoring.claims.signs import HANDED_ON, Sign
from camket.scoring.claims.view import View
from camket.scoring.vectoriser import Feature

_WORDS = lexicon("claims")["framing"]
_FRAMES = frozenset(_WORDS["frames"])
_NEGATIONS = frozenset(_WORDS["negations"])
_DENIALS = frozenset(_WORDS["denials"])
_NONE = "-"
_REACH = 4
_YEAR = 360


def ends(view: View) -> list[tuple[str, str]]:
    """Whether each time of the item is over at the document's date: with its role and length, and by itself."""
    day = view.observed.source.item.date
    found = {
        (t.role, "over" if t.to < day else "ahead", (t.to - t.from_).days > _YEAR)
        for t in view.observed.times if day is not None and t.to is not None and t.from_ is not None
    }  # fmt: skip
    return [(f"{role} {side} {long}", side) for role, side, long in sorted(found)]


def time_features(
    ended: Sequence[tuple[str, str]], late: bool, signs: Sequence[str], size: str, when: str
) -> list[Feature]:
    """For a share of some size: whether its time is over, by the item's times, and the words that judge it."""
    if not ended:
        found: list[Feature] = [(f"{size} time", _NONE)]
    else:
        found = [(f"{size} time", end) for end, _ in ended]
        found += [(f"{size} time when", f"{side} {when}") for side in sorted({side for _, side in ended})]
    name = f"{size} frame"
    found += [(name, sign) for sign in sorted(_FRAMES.intersection(signs))]
    return [*found, (f"{size} late", late)]


def negations(view: View) -> list[int]:
    """Tokens that deny, found once for all claims of an item."""
    return [i for i, word in enumerate(view.plain) if word in _NEGATIONS]


def negation_features(
    view: View, denying: Sequence[int], first: int, last: int, signs: Sequence[Sign]
) -> list[Feature]:
    """What each negation denies: the sign that begins at it or soon behind it."""
    inside = [i for i in denying if first <= i < last]
    if not inside:
        return []
    at = {start: name for start, _, name in signs if name not in _DENIALS}
    found: list[Feature] = []
    for i in inside:
        word = view.plain[i]
        denied = next((at[j] for j in range(i, i + _REACH) if j in at), _NONE)
        behind = view.plain[i + 1] if i + 1 < last else "$"
        found += [("denies", f"{word} {denied}"), ("denies word", f"{word} {behind}")]
    return found


def neighbour_features(
    view: View, strong: Sequence[Sign], first: int, last: int, own: str, figures: bool
) -> list[Feature]:
    """The strong signs nearest to a claim, with its own last one and the word before it."""
    before = behind = _NONE
    for start, end, name in strong:
        if end <= first:
            before = name
        elif start >= last:
            behind = name
            break
    left = view.plain[first - 1] if first else "^"
    return [
        ("near before", before), ("near behind", behind), ("near before own", f"{before} {own}"),
        ("near behind own", f"{behind} {own}"), ("near left", f"{left} {before}"),
        ("near own figures", f"{own} {figures} {left}"),
    ]  # fmt: skip


def handed_on(view: View, first: int, last: int) -> list[Feature]:
    """What a claim without a state of its own takes over ("giải quyết 98 hồ sơ (quá hạn 3)": 3 were settled)."""
    telling = [(place, sign) for place, _, sign in view.signs if sign in HANDED_ON]
    before = next((sign for place, sign in reversed(telling) if place < first), _NONE)
    behind = next((sign for place, sign in telling if place >= last), _NONE)
    forms = view.plain[:first]
    bracketed = forms.count("(") > forms.count(")")
    state = next((state for place, _, state in view.states if first <= place < last), _NONE)
    return [
        ("taken over", before), ("taken over in brackets", f"{before} {bracketed}"),
        ("taken over state", f"{state} {before}"), ("handed on", behind),
    ]  # fmt: skip
