"""Items with what was found in them, as coloured text in Vietnamese: for notebooks and pages."""

from camket.display.render import Rendering, render

__all__ = ["Rendering", "render"]
