"""Letters of the one-byte age: TCVN3 (ABC), VNI and VISCII, by the font of a run or for a document as a whole.

A short string can't be told from Unicode ("® ©" is a trade mark and a copyright sign), so nothing here decides by the
sentence: either a font says which code a run is in, or the whole text is weighed once.
"""

from camket.text.legacy.convert import convert, font_code
from camket.text.legacy.detect import detect

__all__ = ["convert", "detect", "font_code"]
