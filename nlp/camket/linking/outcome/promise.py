"""The promised figures of a commitment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from camket.lexicons import lexicon
from camket.linking.outcome.told import counted_figures, syllables
from camket.linking.parts import Part, parts_of
from camket.linking.quantities import MOST, unit_name
from camket.linking.unit import Unit
from camket.records import Figure

_WORDS = lexicon("linking")["figures"]
_REDUCTION, _INCREASE = re.compile(_WORDS["reduction"]), re.compile(_WORDS["increase"])
_LEVEL, _RATE = re.compile(_WORDS["level"]), re.compile(_WORDS["rate"])
_PLAN = re.compile("|".join(_WORDS["plan"][:4]))
_EACH = re.compile(_WORDS["each"])
_WHOLE = re.compile(_WORDS["promised_whole"])
_COMPARED, _SAVING, _MORE = (re.compile(_WORDS[name]) for name in ("compared", "saving", "more"))
_OF_AMOUNT, _STANDARD, _NO_MORE = (re.compile(_WORDS[name]) for name in ("of_amount", "standard", "no_more"))
_STARS = re.compile(r"\b(\d) sao\b")
_SURPLUS = re.compile(r"\bvượt (?:ít nhất |tối thiểu |trên |từ )?$")
_CEILING_OF_TIME, _LENGTH = re.compile(_WORDS["ceiling_of_time"]), re.compile(_WORDS["length_of_time"])
_FROM_TO = re.compile(_WORDS["from_to"])
_PART_OF = re.compile(_WORDS["fraction"])
# Behind "100%" a size that narrows those who are meant ("cơ sở từ 30 giường trở lên được cấp phép").
_NARROWS = re.compile(r"(?:từ )?[\d.,]+ [^,;.\d]{0,14}trở (?:lên|xuống) (?:được|đạt|phải|đều)\b")
_YEAR = 3
_BEFORE, _BEHIND = 45, 24  # characters around a figure that tell what it is


@dataclass(frozen=True, slots=True)
class Promise:
    """A promised figure with the syllables of its clause; ``text`` is the whole commitment in lower case."""

    figure: Figure
    words: frozenset[str]
    text: str

    @property
    def change(self) -> str | None:
        """Whether the figure is the size of a reduction ("down") or an increase ("up"), not a level.

        Examples
        --------
        >>> down = Figure(24, 28, 2.0, 2.0, None, "%", "target")
        >>> Promise(down, frozenset(), "mức giảm tỷ lệ hộ nghèo 2%").change
        'down'
        >>> Promise(down, frozenset(), "giảm tỷ lệ hộ nghèo còn 2%").change is None
        True
        """
        before = self.text[max(0, self.figure.start - _BEFORE) : self.figure.start]
        if _LEVEL.search(before) or self.figure.low is None or (not self.is_share and before.endswith("đạt ")):
            return None
        compared = bool(_COMPARED.search(self.text))
        if self.is_saving and not compared:
            return None
        if _REDUCTION.search(before) or (compared and _SAVING.search(before)):
            return "down"
        return "up" if _MORE.search(before) or (compared and _INCREASE.search(before)) else None

    @property
    def behind(self) -> str:
        """What follows the figure."""
        return self.text[self.figure.end : self.figure.end + _BEHIND]

    @property
    def is_share(self) -> bool:
        """Whether it is in percent or percentage points."""
        return unit_name(self.figure) in ("%", "điểm %")

    @property
    def is_all(self) -> bool:
        """Whether all of a kind is promised."""
        return self.is_share and self.figure.low == 100

    @property
    def is_rate(self) -> bool:
        """Whether it is a rate per so many."""
        return bool(_RATE.search(self.text))

    @property
    def of_plan(self) -> bool:
        """Whether it is a share of a plan ("giải ngân 95% kế hoạch vốn")."""
        return unit_name(self.figure) == "%" and bool(_PLAN.match(self.behind.strip()))

    @property
    def of_amount(self) -> bool:
        """Whether it is a share of an amount that the promise names ("85% trong 20 tỷ đồng")."""
        return unit_name(self.figure) == "%" and bool(_OF_AMOUNT.match(self.behind.strip()))

    @property
    def is_surplus(self) -> bool:
        """Whether it says by how much a plan is to be passed ("vượt 3% dự toán")."""
        return bool(_SURPLUS.search(self.text[max(0, self.figure.start - _BEFORE) : self.figure.start]))

    @property
    def is_saving(self) -> bool:
        """Whether it is a share that is to be saved."""
        return self.is_share and bool(_SAVING.search(self.text[: self.figure.start]))

    @property
    def for_each(self) -> bool:
        """Whether it is promised for each of several ("cho mỗi lớp", "cả ba khối")."""
        return bool(_EACH.search(self.text))


def promises_of(commitment: Unit, part: Part) -> list[Promise]:
    """Promised figures of a part of a commitment with the words of their clauses."""
    figures = counted_figures(commitment)
    inside = [f for f in figures if part.start <= f.start < part.end] or figures
    chosen = [f for f in inside if f.role == "target"] or [f for f in inside if f.role == "actual"] or _sizes(inside)
    chosen = chosen[:MOST]
    text, clauses = commitment.text.lower(), list(parts_of(commitment))
    found = [Promise(_as_share(f, text), _subject(_clause(text, f, clauses, part)), text) for f in chosen]
    return _without_wholes(found) or [
        *_all_of(commitment, part), *_no_more(commitment, figures), *_stars(commitment, part),
        *_lengths(commitment, part),
    ]  # fmt: skip


def _as_share(figure: Figure, text: str) -> Figure:
    """ "Ít nhất hai phần ba số xã" promises a share."""
    if not figure.of or not _PART_OF.search(text[figure.start : figure.end]):
        return figure
    low, high = (None if value is None else 100 * value / figure.of for value in (figure.low, figure.high))
    return replace(figure, low=low, high=high, of=None, unit="%")


def _without_wholes(found: Sequence[Promise]) -> list[Promise]:
    """Where a share or a cut is promised, the plan or standard beside it is its whole and no target of its own."""
    kept = [p for p in found if not (p.change is None and _STANDARD.search(p.text[: p.figure.start]))]
    kept = [p for p in kept if not _is_from(p, kept)]
    if any(promise.is_all for promise in kept):
        kept = [p for p in kept if p.is_all or not _NARROWS.match(p.text[p.figure.start :])]
    if any((promise.of_plan or promise.of_amount) and not promise.is_surplus for promise in kept):
        return [p for p in kept if p.is_share or unit_name(p.figure) != "VND"]
    return kept


def _is_from(promise: Promise, found: Sequence[Promise]) -> bool:
    """Whether a figure is what there is now, and the one behind it what is to become of it ("32 tổ còn 20 tổ")."""
    later = next((p for p in found if p.figure.start >= promise.figure.end), None)
    if later is None or unit_name(later.figure) != unit_name(promise.figure):
        return False
    return bool(_FROM_TO.match(promise.text[promise.figure.end : later.figure.start]))


def _sizes(figures: Sequence[Figure]) -> list[Figure]:
    """Without a target the size of the work is what can be compared."""
    return [f for f in figures if f.role == "other"][:1]


def _stars(commitment: Unit, part: Part) -> Iterator[Promise]:
    """A promised grade in stars is no quantity, but can be compared."""
    text = commitment.text.lower()
    found = _STARS.search(text)
    if found:
        figure = Figure(found.start(), found.end(), float(found[1]), float(found[1]), None, "sao", "target")
        yield Promise(figure, _subject(text[part.start : part.end]), text)


def _no_more(commitment: Unit, figures: Sequence[Figure]) -> Iterator[Promise]:
    """ "Không tăng so với năm 2022 (18 đơn)" promises no more than before."""
    text = commitment.text.lower()
    base = next((f for f in figures if f.role == "baseline" and f.low is not None), None)
    if base and _NO_MORE.search(text):
        yield Promise(replace(base, low=None, high=base.low, role="target"), _subject(text), text)


def _all_of(commitment: Unit, part: Part) -> Iterator[Promise]:
    """ "Toàn bộ phụ huynh" promises 100% without a figure."""
    text = commitment.text.lower()
    found = _WHOLE.search(text)
    if found:
        figure = Figure(found.start(), found.end(), 100.0, 100.0, None, "%", "target")
        yield Promise(figure, _subject(text[part.start : part.end]), text)


def _lengths(commitment: Unit, part: Part) -> Iterator[Promise]:
    """How long a service may take ("không quá 12 ngày kể từ ngày nhận hồ sơ") is a ceiling, not a day it is due."""
    text = commitment.text.lower()
    for time in commitment.annotation.evidence.times:
        length = _LENGTH.search(text, time.start, time.end) if time.event and not time.from_ else None
        limits = _CEILING_OF_TIME.search(text, part.start, length.start()) if length else None
        if length and limits and time.bound in ("by", "in", "before") and part.start <= time.start < part.end:
            value = float(length[1].replace(",", "."))
            figure = Figure(length.start(), length.end(), None, value, None, length[2], "target")
            yield Promise(figure, _subject(text[part.start : time.start]), text)


def _subject(clause: str) -> frozenset[str]:
    """Syllables of a clause without labels, years and amounts: small numbers may name a place ("thôn 3")."""
    return frozenset(w for w in syllables(clause) if (len(w) > 1 if w[0].isalpha() else len(w) < _YEAR))


def _clause(text: str, figure: Figure, clauses: Sequence[Part], part: Part) -> str:
    # The cells of a row belong together; elsewhere the clause with the figure tells its subject.
    if " | " in text:
        return text
    own = next((c for c in clauses if c.start <= figure.start < c.end), part)
    clause = text[own.start : own.end]
    return clause if len(syllables(clause)) > 3 else text[part.start : part.end]
