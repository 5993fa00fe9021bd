"""What makes a promise and a report incomparable: another area, base, period or unit, no target, no value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.lexicons import lexicon
from camket.linking.facets import numbered
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.sums import is_other_deed, is_prepared
from camket.linking.outcome.told import told_figures
from camket.linking.quantities import is_measure, unit_name
from camket.linking.unit import Unit
from camket.linking.words import PRODUCT
from camket.text.lexer import Syllables
from camket.text.spelling import tone_key

_WORDS = lexicon("linking")["figures"]
_ALL, _RATE, _AVERAGE = re.compile(_WORDS["all"]), re.compile(_WORDS["rate"]), re.compile(_WORDS["average"])
_DONE = re.compile(r"\bđã\b")
_FINISHED = re.compile(r"xong|hoàn thành|bàn giao|đưa vào|nghiệm thu|khánh thành|công nhận|đủ\b|đã\b")
_TIME = re.compile(r"ngày|giờ|phút|tháng|năm|tuần|hạng|điểm")
_DENIED = re.compile(lexicon("linking")["state"]["denied"])
_NOT_YET, _TO_COME = re.compile(_WORDS["not_yet"]), re.compile(_WORDS["to_come"])
_PUT_OFF = re.compile(r"\b(?:lùi|hoãn|dời|chuyển)\b")
_ONLY_SOME = _WORDS["only_some"]
_GENERAL = re.compile(_WORDS["in_general"])
_VAGUE = re.compile(lexicon("linking")["state"]["vague"])
_NARROW, _PLACE = (re.compile(_WORDS[name]) for name in ("narrow", "one_place"))
_WIDER, _ADDED = (re.compile(_WORDS[name]) for name in ("wider", "added"))
_ATTAINED, _PREPARED = (re.compile(_WORDS[name]) for name in ("attained", "prepared"))
_PREPARED_COUNT = re.compile(_WORDS["prepared_count"])
_GAINED = re.compile(_WORDS["gained"])
_TERM = re.compile(r"\bvụ (?:đông|xuân|hè|thu|mùa|chiêm|\d)")
_AREAS = frozenset(_WORDS["areas"])
_COMPARED = re.compile(r"so với (?:cùng kỳ )?năm (?:học )?(\d{4})")
_AFTER = re.compile(r"sau (\d+ (?:tháng|năm|ngày|tuần))")
_BASES = _WORDS["bases"]
_WHOLE_AREA = re.compile(r"\btoàn (xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh)\b")
_PER = re.compile(r"trên (?:1|một|10\.000|1\.000) (?:vạn|dân|nghìn)")
_NO_SIZE = frozenset({"%", "VND", "USD", "hạng", "điểm", "ngày", "tháng", "năm", "giờ"})
_NEEDS_VALUE = ("%", "điểm %", "VND", "điểm")
_EACH = re.compile(r"\b(?:mỗi|từng|bình quân|trung bình|ít nhất là)\b")
_LEFT, _CUT = re.compile(r"giảm[^,;.\d]*\bcòn\s*$"), re.compile(r"\bgiảm(?: được| thêm)?\s*$")
_TOTAL = 4  # times the number for each, from which on a number is of all
_FIT = 0.4
_GROUPS = frozenset({"khối", "lớp", "thôn", "ấp", "tổ", "xóm", "bản", "khu"})
_SIZES = (0.1, 6.0)  # a count of another noun in this range may be of the same thing
_MANY = 3  # fewer are often told one by one


def lacks_target(commitment: Unit, promises: Sequence[Promise]) -> bool:
    """Whether a promise can't be checked at all: no figure, and no product that is there or not."""
    text = commitment.text.lower()
    if commitment.annotation.judgement.target is not False:
        return False
    if _VAGUE.match(text) and not any(promise.is_share for promise in promises):
        return True
    return not promises and not PRODUCT.search(text)


def other_base(commitment: Unit, report: Unit, promises: Sequence[Promise]) -> str:
    """ "scope", "base" or "period" where the two are about different ones; empty where they are not."""
    mine, theirs = commitment.text.lower(), report.text.lower()
    if _other_area(commitment, report, promises):
        return "scope"
    if any((word in mine) != (word in theirs) for word in _ONLY_SOME) and any(p.is_share for p in promises):
        return "base"
    if _GENERAL.search(theirs) and not re.search(r"\bchung\b", mine):
        return "base"
    if (
        _tells_change(report, promises)
        or _tells_total(report, promises)
        or _of_areas(report, promises)
        or (_ADDED.search(theirs) and "dịch vụ" not in mine)
    ):
        return "base"
    if _PER.search(mine) and not _RATE.search(theirs):
        return "base"
    if any(_only(a, mine, theirs) and _only(b, theirs, mine) for pair in _BASES for a, b in (pair, pair[::-1])):
        return "base"
    if _tells_terms(report, promises):
        return "base"
    spans = ((pattern.search(mine), pattern.search(theirs)) for pattern in (_COMPARED, _AFTER))
    return "period" if any(a and b and a[1] != b[1] for a, b in spans) else ""


def _tells_change(report: Unit, promises: Sequence[Promise]) -> bool:
    """Whether only the size of a cut is told where the count that is left was promised ("còn 120 hộ")."""
    left = [p for p in promises if _LEFT.search(p.text[: p.figure.start]) and not p.is_share]
    told = told_figures(report)
    if not left or len(left) < len(promises) or not told:
        return False
    return all(_CUT.search(report.text[: t.figure.start].lower()) for t in told)


def _tells_total(report: Unit, promises: Sequence[Promise]) -> bool:
    """Whether one sum of all is told where so many were promised of each ("mỗi tổ 02 chuyên đề", "cả thảy 31")."""
    each = [p for p in promises if p.for_each and _EACH.search(p.text) and not p.is_share]
    told = [t for t in told_figures(report) if any(unit_name(t.figure) == unit_name(p.figure) for p in each)]
    if len(told) != 1 or _EACH.search(report.text.lower()):
        return False
    return all((told[0].figure.low or 0) >= _TOTAL * (p.figure.low or p.figure.high or 1) for p in each)


def _tells_terms(report: Unit, promises: Sequence[Promise]) -> bool:
    """Whether a yield is told of each crop where it was promised of the year: their mean needs the areas."""
    rates = {unit_name(p.figure) for p in promises if "/" in unit_name(p.figure)}
    told = [f for f in report.annotation.evidence.figures if unit_name(f) in rates]
    return len(told) > 1 and len(_TERM.findall(report.text.lower())) > 1


def _of_areas(report: Unit, promises: Sequence[Promise]) -> bool:
    """Whether a share is told of so many communes, hamlets or schools where it was not promised of these."""
    figures = report.annotation.evidence.figures
    shares = [p for p in promises if p.is_share and not p.is_all]
    ratios = [f for f in figures if f.of]
    if not shares or not ratios or any(f.unit == "%" for f in figures):
        return False
    return all((f.unit or "") in _AREAS and not any((f.unit or "") in p.text for p in shares) for f in ratios)


def _only(word: str, text: str, other: str) -> bool:
    return bool(re.search(rf"\b{word}\b", text)) and not re.search(rf"\b{word}\b", other)


def _other_area(commitment: Unit, report: Unit, promises: Sequence[Promise]) -> bool:
    if commitment.names and not commitment.names & report.names and "whole_area" in report.cues:
        return True
    if _tells_one_group(commitment, report, promises):
        return True
    wide = "whole_area" in commitment.cues or _AVERAGE.search(commitment.text.lower())
    shares = any(promise.is_share for promise in promises)
    if shares and _is_narrower(commitment.text.lower(), report.text.lower(), wide=bool(wide)):
        return True
    own = report.names - commitment.names
    return bool(wide and shares and own) and not {"whole_area", "general"} & report.cues and not _AVERAGE.search(
        report.text.lower()
    )  # fmt: skip


def _tells_one_group(commitment: Unit, report: Unit, promises: Sequence[Promise]) -> bool:
    """Whether a share is told of one numbered group where it was promised of all ("Khối 9 có 34% …")."""
    shares = [f for f in report.annotation.evidence.figures if f.unit == "%"]
    if len(shares) != 1 or not any(p.is_share for p in promises) or numbered(commitment.text):
        return False
    counted = {str(int(f.low)) for f in report.annotation.evidence.figures if f.low is not None}
    groups = numbered(report.text[: shares[0].start].lower())
    # "ra lớp 412 cháu" names no class.
    return any(noun in _GROUPS and not numbers <= counted for noun, numbers in groups.items())


def _is_narrower(mine: str, theirs: str, *, wide: bool) -> bool:
    """Whether one side tells of a whole area and the other of a part of it ("ở thị trấn", "toàn huyện")."""
    part, whole = _PLACE.search(mine), _WHOLE_AREA.search(theirs)
    if part and whole and part[1] != whole[1] and not _WHOLE_AREA.search(mine):
        return True
    named, wider = _NARROW.search(mine), _WIDER.search(theirs)
    if named and wider and named[0] not in theirs and wider[0] not in mine:
        return True
    narrow = _NARROW.search(theirs)
    return wide and bool(narrow) and narrow[0] not in mine and not whole  # type: ignore[index]


def needs_value(promises: Sequence[Promise], report: Unit) -> bool:
    """Whether words alone can't decide: a share, an amount or a score was promised."""
    for promise in promises:
        if (promise.figure.of or promise.change) and report.annotation.evidence.figures:
            return True
        if unit_name(promise.figure) == "%" and promise.figure.low == 100 and _ALL.search(report.text.lower()):
            return False
        if promise.figure.unit in _NEEDS_VALUE or unit_name(promise.figure).startswith("VND/"):
            return True
    return False


def other_unit(promises: Sequence[Promise], report: Unit) -> bool:
    """Whether the promised size comes back in a measure of another kind (km, then m2)."""
    sizes = [p for p in promises if _has_size(unit_name(p.figure)) and is_measure(p.figure)]
    told = [t for t in told_figures(report) if _has_size(unit_name(t.figure)) and is_measure(t.figure)]
    return any(
        len(p.words & t.clause) / (len(p.words) + 1) >= _FIT
        for t in told for p in sizes if "/" not in unit_name(t.figure)
    )  # fmt: skip


def _has_size(unit: str) -> bool:
    return unit not in _NO_SIZE


def tells_named_part(commitment: Unit, report: Unit) -> bool:
    """Whether a report tells of some of the promise's named places or works, not of all."""
    names, shared = commitment.names, commitment.names & report.names
    if len(names) < 2 or not shared:
        return False
    # "Nhật, Hàn" stands for "Nhật Bản, Hàn Quốc".
    short = {tone_key(form.lower()) for form in Syllables(report.text).forms if form[0].isupper()}
    return any(name not in shared and name.split()[0] not in short for name in names)


def is_ahead(report: Unit) -> bool:
    """Whether a report without figures tells that a thing is still to come ("bình xét vào tháng 11")."""
    evidence, day = report.annotation.evidence, report.day
    if evidence.figures:
        return False
    if _DONE.search(report.text.lower()):
        return False
    later = [t for t in evidence.times if day and t.from_ and t.from_ > day]
    return bool(later) or bool(_NOT_YET.search(report.text.lower()))


def is_denied(commitment: Unit, report: Unit) -> bool:
    """Whether a status was promised and the report says that it was not given."""
    denied = _DENIED.search(report.text.lower())
    return bool(denied) and bool(_ATTAINED.search(commitment.text.lower()))


def is_to_come(report: Unit) -> bool:
    """Whether the event that decides a promise has not taken place yet ("kỳ thi sẽ diễn ra vào cuối tháng 6")."""
    return bool(_TO_COME.search(report.text.lower())) and not _PUT_OFF.search(report.text.lower())


def counts_other(promises: Sequence[Promise], report: Unit) -> bool:
    """Whether many of one kind were promised and others are counted ("2.000 lượt người", "21 lớp")."""
    many = [
        p for p in promises
        if (p.figure.low or 0) >= _MANY and not is_measure(p.figure) and p.figure.unit and ":" not in p.behind
    ]  # fmt: skip
    said = report.text.lower()
    all_told = told_figures(report)
    figures = [t.figure for t in all_told if not any(is_prepared(p, t) or is_other_deed(p, t) for p in many)]
    if many and all_told and not figures:
        return True
    told = [f for f in figures if f.unit and f.unit != "%" and not _TIME.fullmatch(f.unit)]
    counted = [f for f in told if not is_measure(f) or f.unit == "lần"]
    near = any(_SIZES[0] <= (f.low or 0) / (p.figure.low or 1) <= _SIZES[1] for p in many for f in counted)
    if near or not (many and told) or (not counted and _FINISHED.search(said)):
        return False
    return not any((p.figure.unit or "") in said for p in many if counted)


def counts_fewer(promises: Sequence[Promise], report: Unit) -> bool:
    """Whether all that is counted, under whatever names, is fewer than promised ("12 mô hình": "07 tổ, 02 nhóm")."""
    goals = [p.figure.low or 0 for p in promises if not is_measure(p.figure) and not p.is_share]
    told = told_figures(report)
    counted = [t.figure.low or 0 for t in told if t.figure.unit and not is_measure(t.figure) and not t.figure.of]
    plain = len(counted) == len(told) and not any(t.is_part or t.is_earlier or t.is_plan for t in told)
    return len(goals) == 1 and goals[0] >= _MANY and plain and goals[0] * _SIZES[0] <= sum(counted) < goals[0]


def only_prepared(commitment: Unit, report: Unit) -> bool:
    """Whether a status was promised and only steps towards it are counted ("cử 06 giáo viên dự thi")."""
    mine, theirs = commitment.text.lower(), report.text.lower()
    counted = _PREPARED_COUNT.search(theirs)
    if counted and counted[0].strip("0123456789 .") not in mine and len(report.annotation.evidence.figures) == 1:
        return True
    if not _ATTAINED.search(mine) or _PREPARED.search(mine):
        return False
    return bool(_PREPARED.search(theirs)) and not _GAINED.search(theirs)
