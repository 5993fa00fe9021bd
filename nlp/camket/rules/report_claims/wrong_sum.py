"""Parts that do not make up the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from camket.records import Figure
from camket.rules.base import Hit, Rule, View, at


class WrongSum(Rule):
    """Các phần cộng lại không bằng tổng số.

    Tiêu chí: rõ sản phẩm
    Vì sao: Một trong các con số bị gõ nhầm hoặc tính trùng.
    Chưa rõ: Đã giải quyết 120 hồ sơ, gồm 80 hồ sơ đất đai và 50 hồ sơ xây dựng.
    Rõ: Đã giải quyết 130 hồ sơ, gồm 80 hồ sơ đất đai và 50 hồ sơ xây dựng.
    Giới hạn: Sau “trong đó” chỉ nhắc khi các phần vượt tổng, vì có thể chưa liệt kê hết.
    Cấu hình: thresholds.tolerance (mặc định 0,005)
    """

    code = "BC06"
    name = "parts-not-summing"
    criterion = "product"
    acts = frozenset({"claim", "other", "commitment"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask about parts that together are more, or where all are listed, other than their whole."""
        if len(view.figures) < 3:
            return
        for whole, parts, complete in _groups(view.figures):
            total = sum(p.low or 0 for p in parts)
            slack = (whole.low or 0) * view.settings.tolerance
            over = total > (whole.low or 0) + slack
            if over or (complete and total < (whole.low or 0) - slack):
                yield at(whole, total=_number(total, whole))


def _groups(figures: Sequence[Figure]) -> Iterator[tuple[Figure, list[Figure], bool]]:
    """Wholes with the parts that a word such as "trong đó" or "gồm" sets under them."""
    for index, whole in enumerate(figures):
        mark = _mark(figures[index + 1]) if index + 1 < len(figures) else None
        if mark is None or _mark(whole) == mark or whole.low is None or whole.low != whole.high or whole.unit == "%":
            continue
        listed = [f for f in figures[index + 1 :] if _mark(f) == mark]
        parts = [f for f in listed if _is_part(f, whole)]
        if len(parts) > 1:
            yield whole, parts, mark[0] == "figure_all_parts" and len(parts) == len(listed)


def _is_part(figure: Figure, whole: Figure) -> bool:
    exact = figure.low is not None and figure.low == figure.high and figure.of is None
    return exact and figure.unit == whole.unit and figure.direction is None and figure.role != "baseline"


def _mark(figure: Figure) -> tuple[str, int] | None:
    return next(((c.label, c.start) for c in figure.cues if c.label in ("figure_part", "figure_all_parts")), None)


def _number(value: float, like: Figure) -> str:
    if like.unit and like.unit.startswith("VND") and value >= 1e9:
        value, unit = value / 1e9, "tỷ đồng"
    else:
        unit = like.unit or ""
    plain = f"{value:,.3f}".rstrip("0").rstrip(".")
    return f"{plain.translate(str.maketrans(',.', '.,'))} {unit}".strip()
