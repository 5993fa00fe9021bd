"""The typer application: one module for each command, imported when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import typer

from camket.cli.lazy import SETTINGS, Lazy, LazyGroup
from camket.lexicons import lexicon

COMMANDS = {
    "check": Lazy("check:command", "Đọc văn bản, đánh giá từng nội dung, nêu câu hỏi."),
    "read": Lazy("read:command", "Cho xem camket đã đọc được gì trong một tệp."),
    "annotate": Lazy("annotate:command", "Gán nhãn từng nội dung trong tệp JSON Lines."),
    "match": Lazy("match:command", "Đối chiếu báo cáo với bản cam kết."),
    "audit": Lazy("audit:command", "Kiểm tra phép cộng, tỷ lệ và câu chữ trong một báo cáo."),
    "drift": Lazy("drift:command", "So hai bản cam kết của hai năm."),
    "register": Lazy("register:app", "Sổ theo dõi cam kết qua các năm (một tệp SQLite)."),
    "rules": Lazy("rules:rules", "Liệt kê các quy tắc: mã, tên, mức, tiêu chí, câu hỏi."),
    "explain": Lazy("rules:explain", "Giải thích một quy tắc."),
    "corpus": Lazy("corpus:app", "Kiểm tra, đo và chuyển đổi kho ngữ liệu đã gán nhãn."),
    "label": Lazy("label:command", "Gán nhãn những nội dung ít chắc chắn nhất trong tệp của bạn, rồi học lại."),
    "serve": Lazy("serve:command", "Mở trang làm việc trên trình duyệt, chỉ trên máy này."),
    "bundle": Lazy("bundle:command", "Tạo thư mục cài đặt cho máy không có mạng."),
    "train": Lazy("train:command", "Huấn luyện lại các mô hình từ kho ngữ liệu."),
    "ablation": Lazy("ablation:command", "Đo mỗi phần của mô hình đáng giá bao nhiêu."),
    "evaluate": Lazy("evaluate:command", "Chấm điểm camket trên dữ liệu đã gán nhãn."),
    "docs": Lazy("docs:command", "Mở tài liệu tra cứu bằng trình duyệt, không cần mạng."),
    "doctor": Lazy("doctor:command", "Kiểm tra máy: phiên bản, mô hình, công cụ kèm theo, chạy thử."),
}


class Commands(LazyGroup):
    """The commands of camket."""

    lazy = COMMANDS

    def main(self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **extra: Any) -> Any:  # type: ignore[override]
        """Run a command line; what is wrong with it is said in its own language."""
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **extra)
        from camket.cli.usage import ClickError, explain

        try:
            code = super().main(args, standalone_mode=False, **extra)
        except ClickError as error:
            if message := explain(error, sys.argv[1:] if args is None else list(args)):
                typer.echo(message, err=True)
            sys.exit(error.exit_code)
        except typer.Abort:
            typer.echo(lexicon("usage")["vi"]["stopped"], err=True)
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


app = typer.Typer(
    cls=Commands, help=lexicon("messages")["vi"]["app"], no_args_is_help=True, pretty_exceptions_enable=False,
    add_completion=True, context_settings=SETTINGS,
)  # fmt: skip


# Without a callback typer makes no group.
app.callback()(lambda: None)


def main() -> None:
    """Run the command line (entry point ``camket``)."""
    # A Windows console may be cp1252, on which Vietnamese help texts would crash.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
