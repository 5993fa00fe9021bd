"""Why a question is asked, and how the same thing reads when it is clear: from the pages of the rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc

# Lines of a rule's page that are shown; the others are for those who configure the rules.
_LINE = re.compile(r"^(Vì sao|Chưa rõ|Rõ): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Why:
    """What is missing and why it matters, an example that lacks it and one that does not; "" for what is absent."""

    reason: str
    unclear: str
    clear: str


@cache
def why(code: str) -> Why | None:
    """The reason behind a question; None for a rule that does not tell it.

    Examples
    --------
    >>> why("SP01").reason
    'Không có chỉ tiêu hay sản phẩm để biết là đã xong. Đến hạn, người ngoài không thể trả lời có hay không.'
    >>> why("XX99") is None
    True
    """
    from camket.rules import builtin

    rule = builtin().by_code.get(code)
    page = cleandoc(type(rule).__doc__ or "") if rule else ""
    told = dict(_LINE.findall(page))
    if "Vì sao" not in told:
        return None
    return Why(f"{page.splitlines()[0]} {told['Vì sao']}", told.get("Chưa rõ", ""), told.get("Rõ", ""))
