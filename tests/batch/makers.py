"""Documents made from the corpus' items, the same for the same seed."""

from __future__ import annotations

import json
import random
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
BODIES = ("UBND XÃ TÂN HÒA", "UBND HUYỆN ĐỒNG PHÚ", "SỞ XÂY DỰNG", "PHÒNG NỘI VỤ", "TRUNG TÂM Y TẾ LONG MỸ")
ITEMS = 20


def item_texts() -> list[str]:
    """Texts of the corpus that fit one paragraph."""
    lines = (ROOT / "corpus" / "items.jsonl").read_text(encoding="utf-8").splitlines()
    texts = (json.loads(line)["text"] for line in lines)
    return [t for t in texts if 30 < len(t) < 600 and "\n" not in t]


def paragraphs(number: int, texts: list[str]) -> list[str]:
    """One document: a letterhead, a title and numbered items."""
    chance = random.Random(number)
    body = BODIES[number % len(BODIES)]
    head = [
        body,
        f"Số: {number}/BC-UBND",
        f"Ngày {1 + number % 28} tháng 3 năm 2024",
        "BẢN CAM KẾT",
        "Trách nhiệm năm 2024",
    ]
    count = chance.randint(ITEMS // 2, ITEMS + ITEMS // 2)
    return head + [f"{n}. {text.lstrip('-+0123456789. ')}" for n, text in enumerate(chance.sample(texts, count), 1)]


def make_documents(folder: Path, count: int) -> None:
    """Write ``count`` documents into ten folders: Word and plain text in turn, with some broken ones among them."""
    texts = item_texts()
    for number in range(count):
        place = folder / f"Cụm {number % 10}"
        place.mkdir(parents=True, exist_ok=True)
        lines = paragraphs(number, texts)
        if number % 50 == 49:
            (place / f"Bản hỏng {number}.docx").write_bytes(b"PK\x03\x04 khong phai Word")
        elif number % 2:
            (place / f"Báo cáo số {number}.txt").write_text("\n".join(lines), encoding="utf-8")
        else:
            write_word(place / f"Bản cam kết số {number}.docx", lines)


def write_word(path: Path, lines: list[str]) -> None:
    """A plain Word file with one paragraph a line."""
    from docx import Document

    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))


def result_files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder of results, by name."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def first_texts(count: int) -> list[str]:
    """The first texts of the corpus."""
    return list(islice(item_texts(), count))
