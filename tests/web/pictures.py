"""Take the pictures of the guide from the page itself: ``PYTHONPATH=nlp:tests python -m web.pictures``."""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from web.conftest import FLAGS
from web.servers import serving

ROOT = Path(__file__).parents[2]
PLACE = ROOT / "nlp" / "camket" / "web" / "static" / "huong-dan"
DOCUMENTS = ROOT / "corpus" / "documents"
WIDTH, WIDER = 760, 1180


def keep(page: Page, name: str, height: int) -> None:
    """The top of the window, as a small picture."""
    tall = round(height * WIDER / WIDTH)
    picture = Image.open(io.BytesIO(page.screenshot(clip={"x": 0, "y": 0, "width": WIDER, "height": tall})))
    # Twice as many points as are shown, for print.
    small = picture.convert("RGB").resize((WIDER, tall), Image.Resampling.LANCZOS)
    small.save(PLACE / f"{name}.webp", quality=72, method=6)


def main() -> None:
    """Walk through the page once."""
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": WIDER, "height": 900}, locale="vi-VN")
        # A machine that does other work besides.
        page.set_default_timeout(120_000)
        with serving(Path(place, "so"), said=Path(place, "log")) as server:
            walk(page, server.address)
        browser.close()


def walk(page: Page, address: str) -> None:
    page.goto(f"{address}kiem-tra")
    names = (
        "cam-ket-dang-uy-xa-binh-khe-2025.pdf",
        "bao-cao-ubnd-xa-thuong-lam-2024.docx",
        "cam-ket-ubnd-xa-thuong-lam-2024.docx",
    )
    with page.expect_navigation():
        page.set_input_files("#tep", [DOCUMENTS / name for name in names])
    page.wait_for_load_state()
    keep(page, "kiem-tra", 400)
    page.click(".sheet-name a >> text=cam-ket-ubnd-xa-thuong-lam-2024.docx")
    page.click(".paper .mark >> nth=1")
    page.locator(".card").wait_for()
    page.evaluate("document.querySelector('.mark.here').scrollIntoView({block: 'center'}); window.scrollBy(0, 40)")
    page.wait_for_timeout(300)
    keep(page, "doc", 440)
    page.goto(f"{address}doi-chieu")
    page.set_input_files("#tep-cam-ket", DOCUMENTS / names[2])
    page.set_input_files("#tep-bao-cao", DOCUMENTS / names[1])
    page.click("form.two button.primary")
    page.locator(".answer").first.wait_for()
    page.click("form.file button")
    page.locator("text=đã ở trong sổ").wait_for()
    page.evaluate("document.querySelectorAll('.answer')[0].scrollIntoView({block: 'start'}); window.scrollBy(0, -80)")
    page.wait_for_timeout(300)
    keep(page, "doi-chieu", 330)
    page.goto(f"{address}so-theo-doi")
    keep(page, "so", 360)


if __name__ == "__main__":
    main()
