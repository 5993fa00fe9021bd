"""Find the items of a document: the promises and reported things that can be checked one by one."""

from camket.items.kind import detect_kind
from camket.items.locate import Place, locate
from camket.items.split import split

__all__ = ["Place", "detect_kind", "locate", "split"]
