"""The ablation as a Markdown table."""

from __future__ import annotations

from collections.abc import Sequence

from camket.evaluation import Score
from camket.lexicons import lexicon
from camket.training.ablation import METRICS, Result

_TEXTS = lexicon("model_cards")["ablation"]


def markdown(results: Sequence[Result]) -> str:
    """The page: what was measured, the table, what it says."""
    names = [f"`{metric}`" for metric in METRICS]
    header = [_TEXTS["variant"], *(f"{name} {_TEXTS['crossed']}" for name in names)]
    header += [*(f"{name} {_TEXTS['test']}" for name in names), _TEXTS["cost"]]
    rows = [[_TEXTS["rows"][r.name], *_cells(r.crossed), *_cells(r.test), f"{r.microseconds:.0f}"] for r in results]
    lines = [header, ["---"] * len(header), *rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"# {_TEXTS['title']}\n\n{_TEXTS['text'].strip()}\n\n{table}\n\n{_TEXTS['end'].strip()}\n"


def _cells(scores: dict[str, Score]) -> list[str]:
    return [f"{_number(s.value)} ({_number(s.low)} – {_number(s.high)})" for s in (scores[name] for name in METRICS)]


def _number(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")
