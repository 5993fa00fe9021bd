"""Parts against their whole: "9.831 hộ, gồm 7.892 …, 1.602 … và 319 …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from camket.audit.numbers import exact
from camket.audit.records import Slip
from camket.lexicons import lexicon
from camket.linking.amounts import amount
from camket.records import Annotation, Figure

_WORDS = lexicon("audit")["sums"]
_ALL, _SOME = re.compile(_WORDS["all_parts"]), re.compile(_WORDS["some_parts"])
_LEAVES = re.compile(
    r"\b(?:tăng|giảm|so với|đạt|bằng|còn lại|năm trước|kế hoạch|nếu|thành lập|giải thể|vượt|tuy|nhưng|phải)\b"
)
_TOLERANCE = 0.0005  # of the whole, for parts that were rounded


def check_sums(annotation: Annotation) -> Iterator[Slip]:
    """Wholes whose listed parts do not make them up; after "trong đó" only parts that exceed the whole."""
    text, figures = annotation.item.text.lower(), annotation.evidence.figures
    for index, whole in enumerate(figures):
        value = exact(whole)
        if value is None or whole.of is not None or whole.unit in ("%", "hạng"):
            continue
        complete, parts = _parts(text, figures, index)
        if len(parts) < 2:
            continue
        total = sum(p.low or 0 for p in parts)
        slack = max(value * _TOLERANCE, _rounding(text, (whole, *parts)))
        if total > value + slack or (complete and total < value - slack):
            written = " + ".join(amount(p.low or 0, None if p.unit != "VND" else p.unit) for p in parts)
            yield Slip(
                "sum",
                annotation.item.id,
                whole.start,
                whole.end,
                f"{written} = {amount(total, whole.unit)}",
                total,
                value,
            )


def _parts(text: str, figures: Sequence[Figure], index: int) -> tuple[bool, list[Figure]]:
    """Whether all parts of a whole are listed, and the parts."""
    whole = figures[index]
    if index + 1 == len(figures):
        return False, []
    between = text[whole.end : figures[index + 1].start]
    opened = re.match(r"[^.;:()]*([:(])[^.;:()\d]*$", between)
    if ";" in between or not (opened or _ALL.search(between) or _SOME.search(between)):
        return False, []
    listed, sure = _listed(text, figures[index + 1 :], whole, in_bracket=bool(opened and opened[1] == "("))
    return sure and not _SOME.search(between), listed


def _listed(text: str, figures: Sequence[Figure], whole: Figure, *, in_bracket: bool) -> tuple[list[Figure], bool]:
    """Figures of a list but those in brackets of their own, and whether all of them are of the whole's unit."""
    parts: list[Figure] = []
    sure, at, depth, mark = True, whole.end, 0, ""
    for figure in figures:
        gap = text[at : figure.start]
        depth += gap.count("(") - gap.count(")")
        at = figure.end
        if depth < in_bracket or "." in gap or (parts and not _same_mark(gap, mark)):
            break
        if depth > in_bracket:
            continue
        if parts and _LEAVES.search(gap):
            sure = sure and figure.unit != whole.unit
            break
        if parts and not mark:
            mark = ";" if ";" in gap else ","
        if figure.unit == whole.unit and exact(figure) is not None and figure.of is None:
            parts.append(figure)
        else:
            sure = sure and figure.unit == "%"
        # A number that was not read as a figure may be a part, too.
        sure = sure and not any(c.isdigit() for c in gap)
    return parts, sure


def _same_mark(gap: str, mark: str) -> bool:
    """Whether a list goes on with the sign that has parted it so far."""
    return not mark or (";" in gap) == (mark == ";")


def _rounding(text: str, figures: Sequence[Figure]) -> float:
    """Half a unit of the last printed digit for every figure that was rounded to it ("7,9 tỷ đồng")."""
    slack = 0.0
    for figure in figures:
        found = re.search(r"\d[\d.]*(?:,(\d+))?", text[figure.start : figure.end])
        value = figure.low or 0
        if found and found[1] and value:
            printed = float(found[0].replace(".", "").replace(",", "."))
            slack += 0.5 * 10 ** -len(found[1]) * (value / printed if printed else 1)
    return slack
