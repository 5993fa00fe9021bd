"""What tests of claims share."""

from datetime import date

from camket import pipeline
from camket.pipes import figures
from camket.records import Item
from camket.scoring import store
from camket.scoring.claims.measure import Reading
from camket.scoring.claims.view import view


def evidence(text):
    """A text that reports, with the final roles of its figures, and what the measures read of them."""
    one = pipeline.observe(Item(text, "report", date(2023, 12, 20)))
    for step in ("camket_times", "camket_figures", "camket_cues"):
        pipeline.STEPS[step]([one])
    one.figures = figures.assign_roles(one.figures, one.source, "claim", one.times)
    return one, view(one, store.word_index()), [Reading(figure, text.lower()) for figure in one.figures]
