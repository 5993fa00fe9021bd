"""A document in the abstract: what it says, and which items a reader should find in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "specs"


@dataclass(frozen=True)
class Line:
    """A paragraph: role "basis", "lead", "heading", "item" or "text"; ``sentences`` are the items of running text."""

    role: str
    text: str
    label: str = ""
    sentences: tuple[str, ...] = ()
    expected: dict[str, Any] | None = None

    @property
    def typed(self) -> str:
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True)
class Table:
    header: tuple[str, ...]
    columns: tuple[str | None, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Spec:
    raw: dict[str, Any]
    lines: tuple[Line, ...]
    table: Table | None

    @property
    def name(self) -> str:
        return self.raw["name"]

    @property
    def date(self) -> date:
        return self.raw["date"]

    @property
    def party(self) -> bool:
        return self.raw["layout"] == "party"

    @property
    def dateline(self) -> str:
        day = self.date
        return f"{self.raw['place']}, ngày {day.day:02d} tháng {day.month:02d} năm {day.year}"

    @property
    def left_head(self) -> list[str]:
        middle = ["*"] if self.party else []
        number = f"Số {self.raw['number']}" if self.party else f"Số: {self.raw['number']}"
        return [self.raw["superior"], self.raw["issuer"], *middle, number]

    @property
    def right_head(self) -> list[str]:
        if self.party:
            return ["ĐẢNG CỘNG SẢN VIỆT NAM", self.dateline]
        return ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", self.dateline]

    @property
    def left_foot(self) -> list[str]:
        names = self.raw["recipients"]
        return ["Nơi nhận:", *(f"- {n}{'.' if n is names[-1] else ';'}" for n in names)]

    @property
    def right_foot(self) -> list[str]:
        return [*self.raw["signature"]["lines"], self.raw["signature"]["name"]]

    @property
    def appendix(self) -> dict[str, Any] | None:
        return self.raw.get("appendix")

    def items(self) -> list[str]:
        """Texts of the items, in order; cells of a row joined with " | "."""
        return [text for text, _ in self.golden()]

    def golden(self) -> list[tuple[str, dict[str, Any]]]:
        """Texts of the items and what is expected of each ("owner", "period", "section" …)."""
        found: list[tuple[str, dict[str, Any]]] = []
        common = self.raw.get("expect", {})
        for line in self.lines:
            texts = [line.text] if line.role == "item" else line.sentences
            found.extend((text, {**common, **(line.expected or {})}) for text in texts)
        if self.table:
            found.extend((" | ".join(row), {}) for row in self.table.rows if row[0] != "group")
        return found


def load(name: str, folder: Path = FOLDER) -> Spec:
    raw = yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
    return Spec(raw, tuple(_line(block) for block in raw["blocks"]), _table(raw.get("appendix")))


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def _line(block: dict[str, Any]) -> Line:
    ((key, value),) = block.items()
    if key == "h":
        return Line("heading", value[1], value[0])
    if key == "i":
        expected = value[2] if len(value) > 2 else {}
        return Line("heading" if expected.get("lead") else "item", value[1], value[0], expected=expected)
    if key == "e":
        text = f"{value['lead']}: " + " ".join(f"{mark} {part}" for mark, part in value["parts"])
        return Line("text", text, sentences=tuple(part for _, part in value["parts"]))
    if key == "p":
        return Line("text", " ".join(value), sentences=tuple(value))
    return Line(key, value)


def _table(appendix: dict[str, Any] | None) -> Table | None:
    if not appendix:
        return None
    rows = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in appendix["rows"])
    return Table(tuple(appendix["header"]), tuple(appendix["columns"]), rows)
