"""An item to be labelled, as people read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import typer

from camket.labelling import Candidate
from camket.records import Annotation, Claim, Cue
from camket.report.words import Words

# Probabilities below this are not worth a reader's time.
_SMALL = 0.05


class Screen:
    """Writes items in one language.

    Parameters
    ----------
    words, own : Words
        Messages of camket, and those of this command.
    """

    def __init__(self, words: Words, own: Words) -> None:
        self.words = words
        self.own = own

    def item(self, candidate: Candidate, number: int, total: int, before: Mapping[str, Any] | None) -> None:
        """An item with its heading, what camket makes of it and why, and the answer given before."""
        annotation, item = candidate.annotation, candidate.item
        kind = self.words(f"kind_{item.kind}")
        typer.echo()
        place = self.own(
            "place", number=number, all=total, document=item.doc, kind=kind, sure=_share(candidate.confidence)
        )
        typer.echo(typer.style(place, dim=True))
        if item.context:
            typer.echo(typer.style(f"  ({item.context})", dim=True))
        typer.echo("  " + marked(item.text, annotation.judgement.reasons))
        for line in self._reading(annotation):
            typer.echo("    " + line)
        if before:
            typer.echo("    " + self.own("before", told=self._label(before)))

    def _reading(self, annotation: Annotation) -> Iterator[str]:
        judgement, evidence, text = annotation.judgement, annotation.evidence, annotation.item.text
        told = [
            self.own("act_told", act=self.words(f"act_{name.removeprefix('act=')}").lower(), sure=_share(p))
            for name, p in sorted(judgement.probabilities.items(), key=lambda pair: -pair[1])
            if name.startswith("act=") and p >= _SMALL
        ]
        if judgement.target is not None:
            yes = judgement.probabilities.get("target", 1.0)
            name = "target_told" if judgement.target else "vague_told"
            told.append(self.own(name, sure=_share(yes if judgement.target else 1 - yes)))
        yield self.own("reads", told=" · ".join(told))
        if judgement.reasons:
            yield self.own("because", words=", ".join(f"“{text[c.start : c.end]}”" for c in judgement.reasons))
        rows = {
            "times": [f"“{text[t.start : t.end]}” → {self.words.time(t)}" for t in evidence.times],
            "figures": [f"“{text[f.start : f.end]}” ({self.words(f'role_{f.role}')})" for f in evidence.figures],
            "claims": [f"“{text[c.start : c.end]}” → {self.state(c)}" for c in evidence.claims],
        }
        yield from (self.own(name, values="; ".join(values)) for name, values in rows.items() if values)

    def state(self, claim: Claim) -> str:
        """Result and timing of a claim."""
        result = self.words(f"result_{claim.result}")
        return result if claim.timing == "unstated" else f"{result}, {self.words(f'timing_{claim.timing}')}"

    def _label(self, label: Mapping[str, Any]) -> str:
        told = [self.words(f"act_{label['act']}").lower()]
        if label["target"] is not None:
            told.append(self.own("yes" if label["target"] else "no"))
        return ", ".join([*told, *(self.words(f"result_{claim['result']}") for claim in label["claims"])])


def marked(text: str, reasons: Sequence[Cue]) -> str:
    """The text with the words that decided set off."""
    shown, place = "", 0
    for cue in sorted(reasons, key=lambda cue: cue.start):
        shown += text[place : cue.start] + typer.style(text[cue.start : cue.end], bold=True, underline=True)
        place = cue.end
    return shown + text[place:]


def _share(value: float) -> str:
    return f"{value:.0%}"
