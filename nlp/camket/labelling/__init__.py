"""Labels of the user's own: which items are worth labelling, where labels are kept, and models that learn from them."""

from camket.labelling.queue import Candidate, queue, rank
from camket.labelling.record import make_label
from camket.labelling.retrain import retrain
from camket.labelling.session import Session
from camket.labelling.store import Store

__all__ = ["Candidate", "Session", "Store", "make_label", "queue", "rank", "retrain"]
