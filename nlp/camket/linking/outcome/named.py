"""Results that are named instead of counted: prizes, things listed one by one, the first of several turns, none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.linking.facets import kinds_conflict
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading
from camket.linking.outcome.told import syllables
from camket.linking.parts import parts_of
from camket.linking.quantities import unit_name
from camket.linking.unit import Unit
from camket.pipes.figures.explain import number

_AWARDS = frozenset({"giải", "huy chương", "giải thưởng", "cúp"})
_AWARD = re.compile(r"(?:đạt|đoạt|giành)(?: được)? (?:huy chương|giải (?:nhất|nhì|ba|khuyến khích|đặc biệt)|cúp)")
_MEDALS = re.compile(r"\b(\d+) (?:huy chương |hc|giải )?(?:vàng|bạc|đồng)\b(?!/)")
_ORDINALS = ("nhất", "hai", "ba", "tư")
_TURN = re.compile(r"\b(?:đợt|lần|cuộc|kỳ|buổi|phiên|lượt)\b[^\d,;.]{0,20}? thứ (nhất|hai|ba|tư)\b")
_TURN_UNITS = frozenset({"cuộc", "kỳ", "phiên", "lượt"})
_LEAST_FIT = 0.4  # any number that is told is believed before it


def awards(promise: Promise, report: Unit, text: str) -> Iterator[Reading]:
    """Prizes that are named instead of counted: "em Long giành Huy chương Đồng", "3 vàng, 2 bạc"."""
    counted = any((figure.unit or "") in _AWARDS for figure in report.annotation.evidence.figures)
    if counted or unit_name(promise.figure) not in _AWARDS:
        return
    won = [float(count) for count in _MEDALS.findall(text)]
    if len(won) > 1 and not kinds_conflict(promise.text, text):
        shown = f"{' + '.join(map(number, won))} = {number(sum(won))}"
        yield Reading(sum(won), "sum", promise.figure, final=False, fit=1.5, calculation=shown)
    elif _AWARD.search(text):
        yield Reading(1.0, "value", promise.figure, final=False, fit=1.0)


def none_at_all(promise: Promise, report: Unit, text: str) -> Iterator[Reading]:
    """Nothing of what was promised: "đều không có giải"."""
    found = re.search(rf"(?:không|chưa) có (?:em nào (?:đạt|đoạt) )?{re.escape(promise.figure.unit or '-')}\b", text)
    if found:
        part = next((p for p in parts_of(report, major=True) if p.start <= found.start() < p.end), None)
        words = syllables(text[part.start : part.end]) if part else frozenset()
        fit = 0.35 + 1.8 * len(promise.words & words) / (len(promise.words) + 1)
        yield Reading(0.0, "value", promise.figure, False, fit, "0")


def enumerated(promise: Promise, report: Unit, text: str) -> Iterator[Reading]:
    """Things that are named one by one instead of counted: "tổ hợp tác nuôi ong và tổ hợp tác trồng bưởi"."""
    noun = promise.figure.unit or ""
    count = len(re.findall(rf"\b{re.escape(noun)}\b", text)) if " " in noun else 0
    if count > 1 and not report.annotation.evidence.figures:
        yield Reading(float(count), "value", promise.figure, final=False, fit=_LEAST_FIT)


def ordinals(promise: Promise, text: str) -> Iterator[Reading]:
    """How far a row of several has come: "đợt quan trắc thứ nhất" of two."""
    noun = unit_name(promise.figure)
    found = _TURN.findall(text) if noun in _TURN_UNITS else []
    if found:
        value = float(max(map(_ORDINALS.index, found)) + 1)
        yield Reading(value, "value", promise.figure, final=False, fit=_LEAST_FIT)
