"""What a reader of the repository page sees of the notebooks; that they run is seen by nbmake (.ci/run)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|tmp|usr|opt|Users|var)/|[A-Z]:\\\\")
VIETNAMESE = re.compile(r"[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)


def cells(path: Path, kind: str) -> list[dict]:
    return [c for c in json.loads(path.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == kind]


def source(cell: dict) -> str:
    return "".join(cell["source"])


def test_all_six_are_there() -> None:
    assert [path.name[0] for path in NOTEBOOKS] == list("123456")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
class TestNotebook:
    def test_asks_and_answers_in_vietnamese(self, path: Path) -> None:
        texts = [source(cell) for cell in cells(path, "markdown")]
        assert texts[0].startswith(f"# {path.name[0]}. ")
        assert "**Câu hỏi.**" in texts[0]
        assert any(text.startswith("## Trả lời") for text in texts)
        assert all(VIETNAMESE.search(text) for text in texts)

    def test_outputs_are_kept_in_order_and_without_errors(self, path: Path) -> None:
        code = cells(path, "code")
        assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
        outputs = [output for cell in code for output in cell["outputs"]]
        assert not [o for o in outputs if o["output_type"] == "error" or o.get("name") == "stderr"]
        assert sum("image/png" in o.get("data", {}) for o in outputs) >= 2

    def test_no_path_of_a_machine(self, path: Path) -> None:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            shown = json.dumps({**cell, "outputs": [_text(o) for o in cell.get("outputs", [])]}, ensure_ascii=False)
            assert not MACHINE.search(shown)

    def test_small_enough_for_the_repository_page(self, path: Path) -> None:
        assert path.stat().st_size < 1_500_000


def _text(output: dict) -> dict:
    data = {kind: value for kind, value in output.get("data", {}).items() if not kind.startswith("image/")}
    return {**output, "data": data}
