"""What tells a time's role: the rule's answer, its kind and place on the calendar, the words and cues around it.

One function for training and for use. A feature is a (template, value) pair; weights are kept by template.
"""

from __future__ import annotations

from camket.pipes.role_model import Feature
from camket.pipes.times.role_context import Place
from camket.records import Time, TimeRole

_NEAR = 40
_FLAGS = ("condition", "done", "failed", "future", "promised", "due")


def features(place: Place, rule: TimeRole, before: TimeRole | None) -> list[Feature]:
    """The features of one time.

    Parameters
    ----------
    place : Place
        Where the time stands.
    rule : str
        What the rules answer.
    before : str or None
        The role of the time before it in the item.
    """
    found = [("bias", ""), ("rule", rule), ("document", place.source.item.kind), ("before", before or "-")]
    found += _value(place, rule)
    found += _words(place)
    found += _cues(place)
    found += _structure(place)
    return found


def _value(place: Place, rule: TimeRole) -> list[Feature]:
    time = place.time
    kind, when = _kind(time), _when(place)
    bound = time.bound
    first = place.left[0] if place.left else "-"
    return [
        ("kind", kind),
        ("bound", bound),
        ("when", when),
        ("kind bound", f"{kind} {bound}"),
        ("kind when", f"{kind} {when}"),
        ("bound when", f"{bound} {when}"),
        ("kind bound when", f"{kind} {bound} {when}"),
        ("rule when", f"{rule} {when}"),
        ("l0 kind", f"{first} {kind}"),
        ("l0 when", f"{first} {when}"),
        ("words", place.words[0]),
        ("words", " ".join(place.words[:2])),
        ("inner", _inner(place)),
    ]


def _inner(place: Place) -> str:
    """The time's words with numbers as one sign: "trong quý # / #"."""
    return " ".join("#" if word[0].isdigit() else word for word in place.words[:4])


def _kind(time: Time) -> str:
    if time.rrule:
        return "recurrence"
    if time.event:
        return "duration"
    first, last = time.days
    days = (last - first).days
    return next(name for name, most in _KINDS if days <= most)


_KINDS = (("day", 0), ("days", 27), ("month", 31), ("quarter", 95), ("part", 300), ("year", 366), ("years", 10**9))


def _when(place: Place) -> str:
    """Where on the calendar the time lies, seen from the document's date."""
    time, anchor = place.time, place.source.item.date
    if anchor is None or time.from_ is None:
        return "none"
    if any(cue.label == "yearless" for cue in time.cues):
        return "yearless"
    first, last = time.days
    if first <= anchor <= last:
        return "now" if first != last else "today"
    if last < anchor:
        return "past" if (anchor - last).days > _NEAR else "just past"
    return "future" if (first - anchor).days > _NEAR else "soon"


def _words(place: Place) -> list[Feature]:
    left, right = place.left, place.right
    found = [("L", word) for word in left[:8]]
    found += [("R", word) for word in right[:6]]
    found += zip(("l0", "l1", "l2"), left, strict=False)
    found += zip(("r0", "r1", "r2"), right, strict=False)
    found += [("l01", f"{left[1]} {left[0]}")] if len(left) > 1 else []
    found += [("l12", f"{left[2]} {left[1]}")] if len(left) > 2 else []
    found += [("r01", f"{right[0]} {right[1]}")] if len(right) > 1 else []
    return found


def _cues(place: Place) -> list[Feature]:
    names = [name for name, _ in place.cues]
    nearest = names[0] if names else "-"
    mood = place.clause.mood
    found = [("cue", name) for name in names] + [("near", nearest), ("mood", mood), ("mood near", f"{mood} {nearest}")]
    found += [("touch", name) for name, distance in place.cues if distance <= 1]
    found.append(("two", " ".join(names[:2])))
    flags = " ".join(name for name in _FLAGS if place.around(name))
    bound = place.time.bound
    found += [("flags", flags), ("bound flags", f"{bound} {flags}"), ("when flags", f"{_when(place)} {flags}")]
    behind = place.behind
    found += [("N", word) for word in behind]
    found.append(("n01", " ".join(behind[:2])))
    return found + [("flag", name) for name in _FLAGS if place.around(name)]


def _structure(place: Place) -> list[Feature]:
    first = place.first - place.clause.first
    is_moved = any(cue.label == "moved" for cue in place.time.cues)
    found = [
        ("place", str(min(place.index, 3))),
        ("begins", str(place.first <= 2)),
        ("clause begins", str(first <= 1)),
        ("ends", str(not place.right or place.right[0] in ".;")),
        ("column", place.column),
        ("head", place.head),
        ("bracket", place.bracket),
        ("number before", str(place.after_number)),
        ("moved", str(is_moved)),
        ("quoted", f"{place.is_quoted} {place.time.bound}"),
        ("capitals", str(place.is_capitals)),
    ]
    found += [("verb", word) for word in place.opening]
    found += [("first word", place.opening[0])] if place.opening else []
    found += [("head word", word) for word in place.head.split()]
    return found
