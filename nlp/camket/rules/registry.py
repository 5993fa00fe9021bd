"""All rules, by what makes them worth asking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from camket.lexicons import lexicon
from camket.rules.base import DocumentRule, Rule


class Registry:
    """A set of rules with their texts.

    Parameters
    ----------
    rules : iterable of Rule or DocumentRule
        With codes that are all different.
    texts : mapping of str to mapping
        By code: ``title``, ``question`` and optionally ``suggestion``.

    Raises
    ------
    ValueError
        Where a code stands twice or has no texts.
    """

    def __init__(self, rules: Iterable[Rule | DocumentRule], texts: Mapping[str, Mapping[str, str]]) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: rule.code))
        self.texts = dict(texts)
        self.by_code = {rule.code: rule for rule in self.rules}
        if len(self.by_code) < len(self.rules):
            raise ValueError("a rule code is used twice")
        missing = set(self.by_code) - set(self.texts)
        if missing:
            raise ValueError(f"rules without texts: {sorted(missing)}")
        self.item_rules = tuple(rule for rule in self.rules if isinstance(rule, Rule))
        self.document_rules = tuple(rule for rule in self.rules if isinstance(rule, DocumentRule))
        self.yields = {rule.code: rule.yields_to for rule in self.item_rules if rule.yields_to}
        self._by_act = {act: _dispatch(self.item_rules, act) for rule in self.item_rules for act in rule.acts}
        self.acts = frozenset(self._by_act)

    def rules_for(self, act: str, labels: Iterable[str]) -> list[Rule]:
        """Rules that may fire on an item of an act with cues of these labels."""
        if act not in self._by_act:
            return []
        always, by_label = self._by_act[act]
        asked = dict.fromkeys(always)
        for label in labels:
            asked.update(dict.fromkeys(by_label.get(label, ())))
        return list(asked)

    def with_rules(self, rules: Iterable[Rule | DocumentRule], texts: Mapping[str, Mapping[str, str]]) -> Registry:
        """A registry with further rules."""
        return Registry([*self.rules, *rules], {**self.texts, **texts})


def _dispatch(rules: Iterable[Rule], act: str) -> tuple[list[Rule], dict[str, list[Rule]]]:
    always: list[Rule] = []
    by_label: dict[str, list[Rule]] = {}
    for rule in rules:
        if act not in rule.acts:
            continue
        if not rule.cues:
            always.append(rule)
        for label in rule.cues:
            by_label.setdefault(label, []).append(rule)
    return always, by_label


@cache
def builtin() -> Registry:
    """The rules of this package."""
    from camket.rules import accountability, authority, person, product, report_claims, task, time

    groups = (person, task, time, accountability, authority, product, report_claims)
    return Registry([rule() for group in groups for rule in group.RULES], lexicon("rules"))
