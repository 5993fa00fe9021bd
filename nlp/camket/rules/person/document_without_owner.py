"""A whole document that binds nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from camket.rules.base import DocumentRule, Hit, View


class DocumentWithoutOwner(DocumentRule):
    """Cả văn bản không cho biết ai cam kết, ai chủ trì.

    Tiêu chí: rõ người
    Vì sao: Không có người ký, cơ quan ban hành hay đầu mối thì không ai bị ràng buộc.
    Chưa rõ: Danh sách việc không có tên cơ quan, không có người ký.
    Rõ: Cuối văn bản có “TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH”.
    Giới hạn: Chỉ xét văn bản có từ ba cam kết trở lên mà quá nửa không có đầu mối.
    Cấu hình: không có
    """

    code = "NG05"
    name = "document-without-owner"
    criterion = "person"
    slot = "person"

    def find(self, views: Sequence[View]) -> Iterator[tuple[int | None, Hit]]:
        """Ask once who is bound, where most promises of a document name nobody."""
        promised = [view for view in views if view.act == "commitment"]
        missing = sum(view.states.get("person") == "missing" for view in promised)
        if len(promised) >= 3 and views[0].facts.in_document and 2 * missing > len(promised):
            yield None, Hit()
