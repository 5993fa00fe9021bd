"""All rules, by what makes them worth asking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from camket.lexicons import lexicon
from camket.records import Finding
from camket.rules.base import DocumentRule, Hit, Rule, Severity, View

# Rules without cues by what they need, and those with cues by the labels of these.
_Dispatch = tuple[list[tuple[str, list[Rule]]], dict[str, list[Rule]]]


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
        self._without_span: dict[tuple[str, str], Finding] = {}

    def rules_for(self, view: View) -> list[Rule]:
        """Rules that may fire on an item by its act, its cues and what else was found in it."""
        if view.act not in self._by_act:
            return []
        by_needs, by_label = self._by_act[view.act]
        found = [rule for needs, rules in by_needs if _has(view, needs) for rule in rules]
        more = [rule for label in view.labels if label in by_label for rule in by_label[label]]
        found += [rule for rule in dict.fromkeys(more) if _has(view, rule.needs)]
        return found

    def finding(self, rule: Rule | DocumentRule, hit: Hit, severity: Severity) -> Finding:
        """The record of a hit, with its words."""
        if hit.start is None and not hit.values:
            # Nothing in it depends on the item.
            key = rule.code, severity
            if key not in self._without_span:
                self._without_span[key] = self._finding(rule, hit, severity)
            return self._without_span[key]
        return self._finding(rule, hit, severity)

    def _finding(self, rule: Rule | DocumentRule, hit: Hit, severity: Severity) -> Finding:
        texts = self.texts[rule.code]
        message, suggestion = texts["question"], texts.get("suggestion", "")
        if hit.values:
            values = dict(hit.values)
            message, suggestion = message.format(**values), suggestion.format(**values)
        slot = rule.slot if hit.start is None else None
        return Finding(rule.code, rule.name, severity, rule.criterion, message, hit.start, hit.end, slot, suggestion)

    def with_rules(self, rules: Iterable[Rule | DocumentRule], texts: Mapping[str, Mapping[str, str]]) -> Registry:
        """A registry with further rules."""
        return Registry([*self.rules, *rules], {**self.texts, **texts})


def _dispatch(rules: Iterable[Rule], act: str) -> _Dispatch:
    by_needs: dict[str, list[Rule]] = {}
    by_label: dict[str, list[Rule]] = {}
    for rule in rules:
        if act not in rule.acts:
            continue
        if not rule.cues:
            by_needs.setdefault(rule.needs, []).append(rule)
        for label in rule.cues:
            by_label.setdefault(label, []).append(rule)
    return list(by_needs.items()), by_label


def _has(view: View, needs: str) -> bool:
    return not needs or bool(getattr(view, needs))


@cache
def builtin() -> Registry:
    """The rules of this package."""
    from camket.rules import accountability, authority, person, product, report_claims, task, time

    groups = (person, task, time, accountability, authority, product, report_claims)
    return Registry([rule() for group in groups for rule in group.RULES], lexicon("rules"))
