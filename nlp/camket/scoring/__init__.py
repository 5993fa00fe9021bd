"""Judgement: act, target, verdicts, claims and the six criteria, from evidence and learned weights."""
