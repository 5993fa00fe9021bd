"""Rebuild ``models/linking`` from ``corpus/links``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from camket.corpus import read_lines
from camket.linking.model import FOLDER, save_model
from camket.linking.terms import find_inner, find_terms
from camket.linking.training.card import write_card
from camket.linking.training.examples import Pair, examples
from camket.linking.training.fit import fit
from camket.linking.training.scores import score_pairs
from camket.linking.weights import Background
from camket.text.lexer import Syllables

PACKAGE = Path(__file__).parents[2]


def read_pairs(corpus: Path, split: str) -> list[Pair]:
    """Labelled pairs of one split, "train" or "test"."""
    folder = corpus / "links"
    kept = set(json.loads((folder / "splits.json").read_text(encoding="utf-8"))[split])
    return [pair for pair in read_lines(folder / "pairs.jsonl") if pair["pair"] in kept]


def train_links(corpus: Path, models: Path, log: Callable[[str], None]) -> None:
    """Fit the ranking model on the training pairs, write it below ``models``, and its card from the test pairs.

    Terms are counted in the items of the corpus and the training pairs; the same corpus and code give the same bytes.
    """
    pairs = read_pairs(corpus, "train")
    texts = [record["text"] for record in read_lines(corpus / "items.jsonl")]
    texts += [unit["text"] for pair in pairs for side in ("commitment", "report") for unit in pair[side]["units"]]
    syllables = map(Syllables, texts)
    background = Background.count((*find_terms(one), *find_inner(one)) for one in syllables)
    model = fit(examples(pairs, background), background)
    made_of = {"corpus": _digest(pairs), "code": code_digest(), "pairs": len(pairs)}
    save_model(models / FOLDER, model, made_of)
    held_out = read_pairs(corpus, "test")
    write_card(models / FOLDER, model, score_pairs(held_out, model), len(pairs))
    log(f"linking: {len(pairs)} cặp văn bản huấn luyện, {len(held_out)} cặp kiểm tra")


def code_digest() -> str:
    """SHA-256 of the source and word list that the model is made from."""
    sources = sorted([*(PACKAGE / "linking").rglob("*.py"), PACKAGE / "lexicons" / "linking.toml"])
    found = hashlib.sha256()
    for path in sources:
        found.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _digest(pairs: Sequence[Pair]) -> str:
    lines: Iterable[str] = (json.dumps(pair, ensure_ascii=False, sort_keys=True) for pair in pairs)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
