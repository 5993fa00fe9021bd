"""Words by which the parts of a document that stand side by side are known: its head and its signatures."""

from __future__ import annotations

import re

LAYOUT = re.compile(
    r"CỘNG H[ÒO][ÀA]? ?XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|N[oơ]i nhận|NƠI NHẬN|NGƯỜI (?:KÝ )?CAM KẾT"
    r"|(?:^|\s)(?:TM|KT|TL|TUQ)\. ?[A-ZĐ]{2}|(?:^|\s)[TK]/[MTL]\s+[A-ZĐ]{2}"
)
