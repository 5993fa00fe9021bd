"""Read and judge a document whose answers are known, here and in a worker process."""

from __future__ import annotations

from datetime import date
from functools import partial

from camket.batch import Options, Outcome, Payload, WorkerStartError, check_partition
from camket.batch.pool import Pool
from camket.doctor.check import Check

TEXT = """ỦY BAN NHÂN DÂN XÃ SUỐI KIẾT
Suối Kiết, ngày 05 tháng 02 năm 2024
BẢN CAM KẾT
Thực hiện nhiệm vụ năm 2024
1. Công chức địa chính hoàn thành đo đạc 36 ha đất trước ngày 30/6/2024.
2. Tăng cường công tác tuyên truyền.
"""
_DEADLINE = date(2024, 6, 30)
_SECONDS = 120


def selftest() -> Check:
    """Whether verdicts and dates come out as they should."""
    from camket.api import check_document
    from camket.io import read_bytes

    try:
        report = check_document(read_bytes(TEXT.encode(), "thu.txt"))
    except Exception as error:  # whatever is broken is what the user must hear of
        return Check("selftest", "wrong", {"reason": type(error).__name__})
    verdicts = [a.judgement.verdict_in_document for a in report.annotations]
    ends = [t.to for a in report.annotations for t in a.evidence.times]
    if verdicts != ["clear", "vague"] or _DEADLINE not in ends:
        return Check("selftest", "wrong", {"reason": " ".join(map(str, verdicts))})
    return Check("selftest", "ok")


def processes() -> Check:
    """Whether a worker process starts and gives the same."""
    work = partial(check_partition, Options())
    try:
        with Pool(work, 1, seconds=_SECONDS) as pool:
            found: list[Outcome] = [o for part in pool.run([[Payload("thu", ".txt", TEXT.encode())]]) for o in part]
    except (WorkerStartError, OSError) as error:
        return Check("processes", "wrong", {"reason": type(error).__name__})
    good = len(found) == 1 and not found[0].code
    return Check("processes", "ok") if good else Check("processes", "wrong", {"reason": found[0].code})
