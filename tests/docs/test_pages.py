"""The offline reference: whole, linked, and free of anything that lies elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

import camket
from camket.cli.app import COMMANDS, app
from camket.cli.docs import commands
from camket.docs import build, default_folder
from camket.docs.numpydoc import parse
from camket.docs.reference import inline, prose
from camket.rules import builtin


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("docs")
    build(folder, list(commands()))
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


class Links(HTMLParser):
    """Addresses in a page, and tags left open."""

    VOID = frozenset(["meta", "br", "input", "hr", "img", "link"])

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.loaded: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        if tag == "a":
            self.found.append(given["href"])
        if "src" in given or tag == "link":
            self.loaded.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_links_lead_to_pages(pages: dict[str, str]) -> None:
    for html in pages.values():
        links = Links(html)
        assert links.open == []
        assert links.loaded == []
        inner = [link for link in links.found if link.endswith(".html")]
        assert set(inner) <= set(pages)


def test_vietnamese_first(pages: dict[str, str]) -> None:
    assert all('<html lang="vi">' in html for html in pages.values())
    assert "bản cam kết trách nhiệm" in pages["index.html"]
    assert "Tham số" in pages["camket.html"]


def test_every_name_command_and_rule_is_there(pages: dict[str, str]) -> None:
    assert all(f'id="{name}"' in pages["camket.html"] for name in camket.__all__ if name != "__version__")
    assert all(f"camket {name}" in pages["lenh.html"] for name in COMMANDS)
    assert all(f'id="{rule.code}"' in pages["quy-tac.html"] for rule in builtin().rules)
    assert "Bắt đầu nhanh" in pages["readme.html"]


def test_no_markup_of_docstrings_is_left(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        text = re.sub(r"<pre>.*?</pre>|<script>.*?</script>", "", html, flags=re.DOTALL)
        assert "``" not in text, name
        assert not re.search(r":(class|func|mod|meth|data):", text), name


def test_command_writes_and_names_the_first_page(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["docs", "--no-open", "--out", str(tmp_path / "tài liệu")])
    assert done.exit_code == 0
    assert "index.html" in done.output
    assert (tmp_path / "tài liệu" / "index.html").is_file()
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    done = CliRunner().invoke(app, ["docs", "--no-open", "--out", str(tmp_path / "x")])
    assert done.exit_code == 2
    assert "Không ghi được" in done.output


def test_default_folder_is_of_this_version() -> None:
    assert default_folder().parts[-2:] == ("camket", f"docs-{camket.__version__}")


def test_sections_of_a_docstring() -> None:
    doc = parse(build.__doc__)
    assert list(doc.sections) == ["Parameters", "Returns", "Raises", "Examples"]
    assert [entry.name for entry in doc.entries("Parameters")] == ["folder", "commands"]


def test_plain_restructured_text() -> None:
    assert inline("see :func:`~camket.io.read` and ``a < b``, *named*") == (
        "see <code>camket.io.read</code> and <code>a &lt; b</code>, <em>named</em>"
    )
    assert prose("- one\n  more\n- two") == "<ul><li>one   more</li><li>two</li></ul>"
