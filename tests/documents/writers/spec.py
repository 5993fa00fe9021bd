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
        found: list[str] = []
        for line in self.lines:
            if line.role == "item":
                found.append(line.text)
            found.extend(line.sentences)
        if self.table:
            found.extend(" | ".join(row) for row in self.table.rows if row[0] != "group")
        return found


def load(name: str, folder: Path = FOLDER) -> Spec:
    raw = yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
    return Spec(raw, tuple(_line(block) for block in raw["blocks"]), _table(raw.get("appendix")))


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def _line(block: dict[str, Any]) -> Line:
    (key, value), = block.items()
    if key == "h":
        return Line("heading", value[1], value[0])
    if key == "i":
        return Line("item", value[1], value[0])
    if key == "p":
        return Line("text", " ".join(value), sentences=tuple(value))
    return Line(key, value)


def _table(appendix: dict[str, Any] | None) -> Table | None:
    if not appendix:
        return None
    rows = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in appendix["rows"])
    return Table(tuple(appendix["header"]), tuple(appendix["columns"]), rows)
