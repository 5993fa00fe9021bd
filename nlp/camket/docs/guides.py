"""Pages written by hand: the Vietnamese guides of this package, and the README."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from importlib.resources import files
from pathlib import Path

from markdown_it import MarkdownIt

from camket.docs.page import Link

# File below pages/, and the part of the contents it stands in.
GUIDES = {
    "index": "Bắt đầu", "python": "Hướng dẫn", "pandas": "Hướng dẫn", "spacy": "Hướng dẫn",
    "scikit-learn": "Hướng dẫn", "du-lieu-cua-ban": "Hướng dẫn", "trich-dan": "Hướng dẫn",
}  # fmt: skip


def guides() -> Iterator[tuple[Link, str]]:
    """Every guide and its HTML; its title is its first heading."""
    for name, part in GUIDES.items():
        text = files("camket.docs").joinpath("pages", f"{name}.md").read_text("utf-8")
        title = text.partition("\n")[0].removeprefix("# ")
        yield Link(f"{name}.html", title, part), markdown(text)


def markdown(text: str) -> str:
    """HTML of Markdown with tables; HTML in the text is shown, not obeyed."""
    return str(MarkdownIt("commonmark", {"html": False}).enable("table").render(text))


def readme() -> str:
    """HTML of the README: that of the checkout, else the one that came with the installed package."""
    path = Path(__file__).parents[3] / "README.md"
    if path.is_file() and (path.parent / "pyproject.toml").is_file():
        text = path.read_text(encoding="utf-8")
    else:
        try:
            text = metadata("camket")["Description"]
        except PackageNotFoundError:
            text = "# camket"
    shown = (line for line in text.splitlines() if not (line.startswith("<!--") and line.endswith("-->")))
    return markdown("\n".join(shown))
