"""Words and their parts of speech, by underthesea's models (VLSP 2013 word segmentation and tagging).

Vietnamese is written in syllables; which of them make a word, and whether it is a verb or a noun, a sequence model must
tell. That is slow beside everything else here, so it is asked only where it decides something.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from camket.text.lexer import lower

if TYPE_CHECKING:
    from underthesea_core import CRFFeaturizer, CRFTagger

# Tokens further on are not looked at: what an item is shows early, and time stays flat.
_TOKENS = 200
_NUMBER = "0"


class MorphologyError(RuntimeError):
    """underthesea's models are not where they should be; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, syllables joined by blanks and a number as "0"; its part of speech; its tokens."""

    form: str
    tag: str
    first: int
    last: int


def find_words(tokens: Sequence[str]) -> list[Word]:
    """Words of a text that has been cut into syllables, numbers and signs; at most the first 200 tokens.

    Raises
    ------
    MorphologyError
        Where underthesea's model files are missing.

    Examples
    --------
    >>> [(word.form, word.tag) for word in find_words(["Trồng", "12", "ha", "rừng"])]
    [('trồng', 'V'), ('0', 'M'), ('ha', 'Nu'), ('rừng', 'N')]
    """
    forms = list(tokens[:_TOKENS])
    if not forms:
        return []
    starts = [i for i, tag in enumerate(_predict(_segmenter(), forms)) if tag != "I-W" or i == 0]
    ends = [*starts[1:], len(forms)]
    words = [" ".join(forms[a:b]) for a, b in zip(starts, ends, strict=True)]
    tags = _predict(_tagger(), words)
    return [
        Word(_normal(word), tag.removeprefix("B-"), a, b)
        for word, tag, a, b in zip(words, tags, starts, ends, strict=True)
    ]


def _normal(word: str) -> str:
    return _NUMBER if word[0].isdigit() else lower(word)


def _predict(model: tuple[CRFFeaturizer, CRFTagger], tokens: Sequence[str]) -> list[str]:
    featurizer, tagger = model
    tags: list[str] = tagger.tag(featurizer.process([[[token] for token in tokens]])[0])
    return tags


@cache
def _segmenter() -> tuple[CRFFeaturizer, CRFTagger]:
    return _load("word_tokenize", "ws_crf_*", with_dictionary=True)


@cache
def _tagger() -> tuple[CRFFeaturizer, CRFTagger]:
    # Its features do not ask whether a word is in the dictionary, which takes a tenth of a second to read.
    return _load("pos_tag", "pos_crf_*", with_dictionary=False)


def _load(step: str, pattern: str, *, with_dictionary: bool) -> tuple[CRFFeaturizer, CRFTagger]:
    """A model of the installed underthesea, read without importing all of it (half a second and 50 MB more)."""
    import joblib
    from underthesea_core import CRFFeaturizer, CRFTagger

    spec = find_spec("underthesea")
    roots = [Path(root) / "pipeline" / step / "models" for root in (spec and spec.submodule_search_locations) or ()]
    folder = next((found for root in roots for found in sorted(root.glob(pattern))), None)
    if folder is None:
        raise MorphologyError(
            "Thiếu mô hình tách từ của underthesea. Hãy cài lại: pip install --force-reinstall underthesea"
        )
    tagger = CRFTagger()
    tagger.load(str(folder / "models.bin"))
    dictionary = joblib.load(folder / "dictionary.bin") if with_dictionary else set()
    return CRFFeaturizer(joblib.load(folder / "features.bin"), dictionary), tagger
