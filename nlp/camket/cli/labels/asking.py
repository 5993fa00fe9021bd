"""Ask a person about one item after the other."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from camket.cli.labels.keys import Control, Read, ask
from camket.cli.labels.show import Screen
from camket.labelling import Candidate, Session, make_label
from camket.labelling.record import read_as
from camket.records import ACTS, RESULTS, TIMINGS, Claim

_NONE = "x"
# Characters of a claim that a question repeats.
_SHOWN = 70


def _numbered(values: Sequence[str]) -> dict[str, str]:
    return {str(number): value for number, value in enumerate(values, 1)}


class Asker:
    """Goes through a session.

    Parameters
    ----------
    screen : Screen
    read : callable
        Gives the next key.
    by : str
        Who answers.
    with_claims : bool
        Whether to ask about reported results, too.
    """

    def __init__(self, screen: Screen, read: Read, by: str, with_claims: bool) -> None:
        self.screen = screen
        self.read = read
        self.by = by
        self.with_claims = with_claims

    def run(self, session: Session) -> None:
        """Ask until the session ends or the person stops."""
        total = min(session.number, len(session.candidates))
        while candidate := session.current:
            self.screen.item(candidate, len(session.given) + 1, total, session.given.get(candidate.id))
            answer = self._label(candidate)
            if answer is Control.quit:
                return
            if answer is Control.back:
                session.back()
            elif answer is Control.skip:
                session.skip()
            else:
                session.label(answer)

    def _label(self, candidate: Candidate) -> dict[str, Any] | Control:
        judgement = candidate.annotation.judgement
        acts: dict[str, str] = {name: self.screen.words(f"act_{name}").lower() for name in ACTS}
        act = self._choose("ask_act", acts, judgement.act)
        if isinstance(act, Control):
            return act
        target: bool | None = None
        if act == "commitment":
            suggested = judgement.probabilities.get("target", 1.0) >= 0.5
            options = {name: self.screen.own(name) for name in ("yes", "no")}
            answer = self._choose("ask_target", options, "yes" if suggested else "no")
            if isinstance(answer, Control):
                return answer
            target = answer == "yes"
        claims = self._claims(candidate, act) if self.with_claims and act == "claim" else None
        if isinstance(claims, Control):
            return claims
        return make_label(candidate, act, target, claims, by=self.by)  # type: ignore[arg-type]

    def _claims(self, candidate: Candidate, act: str) -> list[Claim] | Control | None:
        """What the person makes of each reported thing that camket finds; None where it finds none."""
        same = candidate.annotation.judgement.act == act
        found = (candidate.annotation if same else read_as(candidate.item, "claim")).evidence.claims
        kept: list[Claim] = []
        for claim in found:
            words = candidate.item.text[claim.start : claim.end]
            answer = self._claim(claim, textwrap.shorten(words, _SHOWN, placeholder="…"))
            if isinstance(answer, Control):
                return answer
            kept += [answer] if answer else []
        return kept or None

    def _claim(self, claim: Claim, words: str) -> Claim | Control | None:
        say = self.screen.words
        results: dict[str, str] = {name: say(f"result_{name}") for name in RESULTS}
        result = self._choose("ask_result", results, claim.result, other=True, words=words)
        if isinstance(result, Control):
            return result
        if result == _NONE:
            return None
        timings: dict[str, str] = {name: say(f"timing_{name}") for name in TIMINGS}
        timing = self._choose("ask_timing", timings, claim.timing, words=words)
        if isinstance(timing, Control):
            return timing
        return replace(claim, result=result, timing=timing)  # type: ignore[arg-type]

    def _choose(
        self, question: str, options: Mapping[str, str], default: str, *, other: bool = False, **values: str
    ) -> str | Control:
        own = self.screen.own
        names = list(options)
        keys = _numbered([options[name] for name in names])
        if other:
            keys[_NONE] = own("no_claim")
        accept = own("accept", answer=options[default])
        key = ask(own(question, **values), keys, str(names.index(default) + 1), accept, self.read)
        if isinstance(key, Control) or key == _NONE:
            return key
        return names[int(key) - 1]
