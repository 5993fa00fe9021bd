"""Texts that several organisations share but for names and numbers: normal for common duties, worth knowing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from camket.text.lexer import Syllables

_SHORT = 6  # words; a shorter sentence is alike by chance


@dataclass(frozen=True, slots=True)
class Shared:
    """A text that more than one organisation signed."""

    words: tuple[str, ...]
    organisations: tuple[str, ...]


def skeleton(text: str) -> tuple[str, ...]:
    """A text without numbers, signs and capitalised words: what is left when only names were changed.

    Examples
    --------
    >>> skeleton("Làm xong đường thôn Ka Tiên dài 2 km.") == skeleton("Làm xong đường thôn Xa Bai dài 3 km.")
    True
    """
    forms = Syllables(text).forms
    words = [form for form in forms if form[0].isalpha()]
    return tuple(w.lower() for i, w in enumerate(words) if i == 0 or not w[0].isupper())


def shared_texts(commitments: Iterable[tuple[str, str]]) -> list[Shared]:
    """Texts signed by several organisations, the most shared first.

    Parameters
    ----------
    commitments : iterable of (str, str)
        Organisation and text.
    """
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for organisation, text in commitments:
        words = skeleton(text)
        if len(words) >= _SHORT:
            found[words].add(organisation)
    several = [Shared(words, tuple(sorted(who))) for words, who in found.items() if len(who) > 1]
    return sorted(several, key=lambda s: (-len(s.organisations), s.words))


def boilerplate_index(commitments: Mapping[str, Iterable[str]]) -> dict[str, float]:
    """Share of each organisation's commitments that another one signed in the same words.

    Examples
    --------
    >>> text = "Vận động nhân dân tham gia bảo hiểm y tế đạt 95% dân số."
    >>> boilerplate_index({"xã A": [text, "Trồng 12 ha rừng."], "xã B": [text]})
    {'xã A': 0.5, 'xã B': 1.0}
    """
    plain = {name: list(texts) for name, texts in commitments.items()}
    common = {s.words for s in shared_texts((name, text) for name, texts in plain.items() for text in texts)}
    return {
        name: round(sum(skeleton(t) in common for t in texts) / len(texts), 3) if texts else 0.0
        for name, texts in plain.items()
    }
