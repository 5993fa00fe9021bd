"""Write one document in many formats, so that readers can be held against each other."""

from documents.writers.spec import Spec, load

__all__ = ["Spec", "load"]
