"""``camket rules`` and ``camket explain``: what the findings are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from inspect import cleandoc
from pathlib import Path
from typing import Annotated, Any

import typer

from camket.cli.common import Lang, LangOption, fail
from camket.config import ConfigError, find_config, load_config
from camket.report.words import Words
from camket.rules import Registry


def rules(
    format: Annotated[str, typer.Option("--format", help="Dạng kết quả: text, markdown hoặc json.")] = "text",
    config: Annotated[str | None, typer.Option("--config", metavar="FILE", help="Tệp cấu hình.")] = None,
    lang: LangOption = Lang.vi,
) -> None:
    """Liệt kê các quy tắc: mã, tên, mức, tiêu chí, câu hỏi."""
    words = Words("en" if lang == "en" else "vi")
    rows = list(table(_registry(config), words))
    if format == "json":
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif format == "markdown":
        typer.echo(markdown(rows, words))
    else:
        for row in rows:
            typer.echo(f"{row['code']}  {row['severity']:8s} {row['criterion']:12s} {row['title']}  ({row['name']})")


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Mã hoặc tên của quy tắc, như SP02.")],
    config: Annotated[str | None, typer.Option("--config", metavar="FILE", help="Tệp cấu hình.")] = None,
) -> None:
    """Giải thích một quy tắc: vì sao hỏi, thế nào là chưa rõ, thế nào là rõ, giới hạn."""
    from camket.config.load import codes_of

    registry = _registry(config)
    try:
        found = codes_of([code.upper() if code.upper() in registry.by_code else code], registry)
    except ConfigError as error:
        fail(str(error))
    for one in sorted(found):
        typer.echo(page(one, registry) + "\n")


def page(code: str, registry: Registry) -> str:
    """The page of a rule: its docstring with its texts."""
    rule, texts = registry.by_code[code], registry.texts[code]
    head, _, body = cleandoc(type(rule).__doc__ or "").partition("\n")
    lines = [f"{code} {rule.name} ({rule.severity})", head, body.strip("\n"), f"Câu hỏi: {texts['question']}"]
    if texts.get("suggestion"):
        lines.append(f"Gợi ý: {texts['suggestion']}")
    return "\n".join(line for line in lines if line)


def table(registry: Registry, words: Words) -> Iterable[dict[str, Any]]:
    """One row a rule, in the order of the codes."""
    for rule in registry.rules:
        texts = registry.texts[rule.code]
        asked = texts.get("en", texts["question"]) if words.language == "en" else texts["question"]
        yield {
            "code": rule.code, "name": rule.name, "severity": rule.severity,
            "criterion": words(f"criterion_{rule.criterion}"), "title": texts.get("title", rule.name),
            "question": asked,
        }  # fmt: skip


def markdown(rows: Iterable[dict[str, Any]], words: Words) -> str:
    """The table of the README."""
    names = ("code", "name", "severity", "criterion", "question")
    heads = [words(f"rule_{name}") for name in names]
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(names)}"]
    lines += [f"| {' | '.join(str(row[name]) for name in names)} |" for row in rows]
    return "\n".join(lines)


def _registry(path: str | None) -> Registry:
    try:
        return load_config(path or find_config(Path())).registry
    except ConfigError as error:
        fail(str(error))
