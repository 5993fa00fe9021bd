"""Pages made from data: commands, rules, labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from inspect import cleandoc
from typing import NamedTuple

from camket import records as r
from camket.report.words import Words
from camket.rules import builtin


class Command(NamedTuple):
    """A command: how it is called, what it does, and its options as (spelling, meaning)."""

    usage: str
    text: str
    options: Sequence[tuple[str, str]]


def commands_page(commands: Iterable[Command]) -> str:
    """HTML of the page on the command line."""
    parts = ["<h1>Dòng lệnh</h1>"]
    for command in commands:
        rows = "".join(f"<dt><code>{escape(o)}</code></dt><dd>{escape(text)}</dd>" for o, text in command.options)
        parts.append(
            f"<section><h2><code>{escape(command.usage)}</code></h2><p>{escape(command.text)}</p><dl>{rows}</dl></section>"
        )
    return "".join(parts)


def rules_page() -> str:
    """HTML of the page on the rules: each with its question, its reasons and examples."""
    registry, words = builtin(), Words()
    parts = ["<h1>Quy tắc và câu hỏi</h1><p>camket chỉ nêu câu hỏi, không kết luận thay người kiểm tra.</p>"]
    for rule in registry.rules:
        texts = registry.texts[rule.code]
        about = f"{words(f'criterion_{rule.criterion}')} · {rule.severity} · {rule.name}"
        lines = "".join(f"<p>{escape(line)}</p>" for line in cleandoc(type(rule).__doc__ or "").splitlines() if line)
        parts.append(
            f'<section id="{rule.code}"><h2>{rule.code} {escape(texts.get("title", rule.name))}</h2>'
            f'<p class="vi">{escape(texts["question"])}</p><p class="small">{escape(about)}</p>{lines}</section>'
        )
    return "".join(parts)


_LABELS: tuple[tuple[str, str, Sequence[str]], ...] = (
    ("Hành động của câu (act)", "act", r.ACTS),
    ("Kết luận (verdict)", "verdict", ("clear", "incomplete", "vague")),
    ("Sáu tiêu chí (criteria)", "criterion", r.CRITERIA),
    ("Trạng thái của tiêu chí", "state", ("present", "inherited", "unclear", "missing")),
    ("Vai trò của thời gian", "role", ("deadline", "as_of", "reference")),
    ("Vai trò của số liệu", "role", ("target", "actual", "baseline", "other")),
    ("Vai trò của cơ quan", "role", ("lead", "coordinate")),
    ("Kết quả báo cáo (result)", "result", r.RESULTS),
    ("Tiến độ (timing)", "timing", r.TIMINGS),
    ("Nguyên nhân (causes)", "cause", r.CAUSES),
)


def labels_page() -> str:
    """HTML of the page on the labels: the word in the data and the word on the screen."""
    words = Words()
    parts = ["<h1>Các nhãn</h1><p>Nghĩa đầy đủ và ranh giới của từng nhãn: <code>corpus/GUIDELINES.md</code>.</p>"]
    for title, prefix, labels in _LABELS:
        rows = "".join(
            f"<tr><td><code>{label}</code></td><td>{escape(_meaning(words, prefix, label))}</td></tr>"
            for label in labels
        )
        parts.append(f"<h2>{escape(title)}</h2><table><tr><th>nhãn</th><th>nghĩa</th></tr>{rows}</table>")
    return "".join(parts)


def _meaning(words: Words, prefix: str, label: str) -> str:
    return words(f"{prefix}_{label}", source="đề mục, cột, người ký")
