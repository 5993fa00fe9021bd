"""A small linear model that chooses a role: whole-number weights in a JSON file, summed in plain Python.

Evidence finders run item by item, so a few dozen look-ups beat a matrix product by far. What is known of an expression
is told in one place and taken in by a :class:`Teller`: one keeps the words to learn from them, the other adds up their
weights, and makes no string or list that only a look-up would need.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from sys import intern
from typing import Any, Final

from camket.text.resources import model_roots

# The name of a template and a word; a word that is "" tells nothing.
Evidence = tuple[str, str]
Makers = Mapping[str, Callable[..., Iterable[Evidence]]]
Nested = Mapping[str, Mapping[str, Sequence[int]]]
# Four roles fit into the 62 bits of compiled code's small numbers.
_BITS: Final = 15
_MASK: Final = (1 << _BITS) - 1
# Half of what a part can hold, added before parts are taken out: none is negative then, and the highest stays highest.
_LIFT: Final = 1 << (_BITS - 1)
# Groups of an act whose sums are kept.
_REMEMBERED: Final = 20_000


class Teller:
    """Takes in what is known of one expression."""

    def tell(self, name: str, word: str) -> None:
        """A word of a template."""
        raise NotImplementedError

    def tell_pair(self, name: str, first: str, second: str) -> None:
        """Two words with a blank between as one; the first holds no blank."""
        raise NotImplementedError

    def tell_group(self, kind: str, facts: tuple[str, ...]) -> None:
        """Words that follow from a few facts: what the maker of their kind makes of them."""
        raise NotImplementedError

    def tell_bag(self, name: str, words: list[str]) -> None:
        """Words that count once wherever they stand."""
        raise NotImplementedError


class Kept(Teller):
    """Keeps what is told.

    Examples
    --------
    >>> kept = Kept({"sides": lambda x, y: [("l0", x), ("r0", y)]})
    >>> kept.tell_group("sides", ("đạt", ""))
    >>> kept.tell_pair("l10", "đã", "đạt")
    >>> kept.tell_bag("near", ["xã", "xã"])
    >>> kept.told
    [('l0', 'đạt'), ('l10', 'đã đạt'), ('near', 'xã')]
    """

    def __init__(self, makers: Makers) -> None:
        self.told: list[Evidence] = []
        self._makers = makers

    def tell(self, name: str, word: str) -> None:
        """Keep a word."""
        if word:
            self.told.append((name, word))

    def tell_pair(self, name: str, first: str, second: str) -> None:
        """Keep two words as one."""
        self.told.append((name, f"{first} {second}"))

    def tell_group(self, kind: str, facts: tuple[str, ...]) -> None:
        """Keep what is made of the facts."""
        self.told += [(name, word) for name, word in self._makers[kind](*facts) if word]

    def tell_bag(self, name: str, words: list[str]) -> None:
        """Keep each word once."""
        self.told += [(name, word) for word in dict.fromkeys(words)]


class Weights:
    """What each word of each template adds to the scores in one act; see :func:`pack`.

    Attributes
    ----------
    words : dict of str to dict
        By template and word.
    pairs : dict of str to dict of str to dict
        By template and both words of a pair.
    groups : dict of str to dict
        By kind and facts: the sums of groups that were met.
    """

    def __init__(self, words: dict[str, dict[str, int]], makers: Makers) -> None:
        self.words = words
        self.pairs: dict[str, dict[str, dict[str, int]]] = {}
        for name, table in words.items():
            for word, packed in table.items():
                first, _, second = word.partition(" ")
                self.pairs.setdefault(name, {}).setdefault(first, {})[second] = packed
        self.groups: dict[str, dict[Any, int]] = {kind: {} for kind in makers}
        self._makers = makers
        self._room = _REMEMBERED

    def of_group(self, kind: str, facts: tuple[str, ...]) -> int:
        """The sum of a group that is not remembered yet."""
        total = 0
        for name, word in self._makers[kind](*facts):
            if word and name in self.words:
                total += self.words[name].get(word, 0)
        if self._room > 0:
            self._room -= 1
            self.groups[kind][facts] = total
        return total


class Adder(Teller):
    """Adds up the weights of what is told, from ``total`` on."""

    def __init__(self, weights: Weights, total: int) -> None:
        self.total = total
        self._weights = weights

    def tell(self, name: str, word: str) -> None:
        """Add the weight of a word."""
        known = self._weights.words.get(name)
        if known is not None:
            self.total += known.get(word, 0)

    def tell_pair(self, name: str, first: str, second: str) -> None:
        """Add the weight of two words."""
        known = self._weights.pairs.get(name)
        if known is not None:
            behind = known.get(first)
            if behind is not None:
                self.total += behind.get(second, 0)

    def tell_group(self, kind: str, facts: tuple[str, ...]) -> None:
        """Add the sum of a group: looked up, or found when it is first met."""
        found = self._weights.groups[kind].get(facts)
        self.total += self._weights.of_group(kind, facts) if found is None else found

    def tell_bag(self, name: str, words: list[str]) -> None:
        """Add the weight of each word once."""
        known = self._weights.words.get(name)
        if known is None:
            return
        total = self.total
        for word in set(words):
            total += known.get(word, 0)
        self.total = total


class RoleModel:
    """Weights for each act.

    The scores of a word are packed into one whole number, so that a single sum adds those of all roles.

    Parameters
    ----------
    roles : tuple of str
        Labels in the order of the scores.
    acts : dict
        act → its weights.

    Examples
    --------
    >>> words = {"l0": {"đến": pack([-10, 10])}, "near": {"xong": pack([25, 0])}}
    >>> model = RoleModel(("deadline", "as_of"), {"claim": Weights(words, {})})
    >>> adder = model.adder("claim")
    >>> adder.tell("l0", "đến")
    >>> model.best(adder)
    'as_of'
    >>> adder.tell_bag("near", ["làm", "xong"])
    >>> model.best(adder)
    'deadline'
    """

    def __init__(self, roles: tuple[str, ...], acts: dict[str, Weights]) -> None:
        self.roles = roles
        self.acts = acts
        self._lift = pack([_LIFT] * len(roles))

    def adder(self, act: str) -> Adder | None:
        """Give one to tell an expression to; None where the act has no weights."""
        own = self.acts.get(act)
        return None if own is None else Adder(own, self._lift)

    def best(self, adder: Adder) -> str:
        """The role with the highest score."""
        total = adder.total
        best, highest = "", -1
        for role in self.roles:
            score = total & _MASK
            if score > highest:
                best, highest = role, score
            total >>= _BITS
        return best


def pack(scores: Sequence[int]) -> int:
    """Put the scores of all roles side by side into one number; sums of such numbers hold the sums of the scores.

    Examples
    --------
    >>> pack([3, -2]) + pack([4, 1]) == pack([7, -1])
    True
    """
    return sum(score << (_BITS * place) for place, score in enumerate(scores))


def find_weights(name: str) -> Path | None:
    """Where ``models/<name>/weights.json`` lies; None where the installation has no such model."""
    for root in model_roots():
        path = root / name / "weights.json"
        if path.is_file():
            return path
    return None


def read_role_model(path: Path, makers: Makers) -> RoleModel:
    """Read a weights file written by :mod:`camket.training.role_model`; common weights are added to each act's own."""
    data = json.loads(path.read_text(encoding="utf-8"))
    common: Nested = data["weights"].pop("", {})
    acts = {act: Weights(_tables(common, own), makers) for act, own in data["weights"].items()}
    return RoleModel(tuple(data["roles"]), acts)


def _tables(common: Nested, own: Nested) -> dict[str, dict[str, int]]:
    """The packed weights of each template."""
    tables: dict[str, dict[str, int]] = {}
    for weights in (common, own):
        for name, words in weights.items():
            table = tables.setdefault(intern(name), {})
            for word, scores in words.items():
                # Interned: names written in the code are found without a look at their letters.
                table[intern(word)] = table.get(word, 0) + pack(scores)
    return tables
