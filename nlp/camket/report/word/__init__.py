"""The author's own Word file back, with comments on the very words."""

from camket.report.word.annotate import annotate_docx
from camket.report.word.strip import canonical, strip_annotations

__all__ = ["annotate_docx", "canonical", "strip_annotations"]
