"""Items as HTML with their evidence in colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from camket.display.nested import Mark, nested
from camket.records import Annotation, Report
from camket.report.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS = ("claims", "times", "figures", "parties")
# Colours of Okabe & Ito ("Color Universal Design", 2008), told apart by colour-blind readers, too.
_COLOURS = {"times": "#56b4e9", "figures": "#e69f00", "parties": "#cc79a7", "claims": "#009e73"}
_VERDICTS = {"vague": "#f8d7c0", "incomplete": "#fff2cc", "clear": "#d9ead3"}
_BOX = (
    "border:1px solid #c9c9c9;border-radius:4px;padding:.5em .8em;margin:.4em 0;line-height:2.1;color:#1a1a1a;"
    "background:#fff"
)
_ASKED = "line-height:1.5;font-size:.92em;margin-top:.2em"
_BADGE = "border:1.5px solid #1a1a1a;border-radius:3px;padding:0 .4em;margin-right:.5em;font:bold 12px sans-serif"
_SMALL = "font:11px sans-serif;color:#333;white-space:nowrap"


class Rendering(str):
    """HTML that a notebook shows as a page and everything else sees as a string."""

    def _repr_html_(self) -> str:
        return str(self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)} characters of HTML>"


def render(
    shown: Doc | Annotation | Report | Iterable[Doc | Annotation], *, kinds: Iterable[str] = KINDS,
    questions: bool = False, lang: str = "vi",
) -> Rendering:  # fmt: skip
    """Show items with verdict, times, figures, parties and claims marked, their values written beside them.

    Parameters
    ----------
    shown : Doc, Annotation, Report, or an iterable of Docs and Annotations
        What to show; a Doc must have been through the pipeline.
    kinds : iterable of {"claims", "times", "figures", "parties"}
        What to mark.
    questions : bool, default=False
        Whether the findings are listed below each item.
    lang : {"vi", "en"}
        Language of labels.

    Returns
    -------
    Rendering
        A string of HTML with styles in place, without scripts or addresses; a notebook shows it as a page.

    Raises
    ------
    KeyError
        Where a Doc has been through no camket component.
    ValueError
        Where a kind is not known.

    Examples
    --------
    >>> from camket.convert import record_to_item
    >>> from camket.pipeline import analyse
    >>> html = render(analyse([record_to_item({"text": "Trồng 12 ha rừng trước 30/6.", "date": "2021-03-02"})]))
    >>> "chỉ tiêu: 12 ha" in html, "thời hạn: trước 30/06/2021" in html
    (True, True)
    """
    wanted = tuple(kinds)
    if unknown := [kind for kind in wanted if kind not in KINDS]:
        raise ValueError(f"Không có loại “{unknown[0]}”. Hãy chọn trong: {', '.join(KINDS)}.")
    words = Words("en" if lang == "en" else "vi")
    return Rendering("".join(_box(one, wanted, questions, words) for one in _annotations(shown)))


def _annotations(shown: Any) -> Iterator[Annotation]:
    if isinstance(shown, Report):
        yield from shown.annotations
    elif isinstance(shown, Annotation):
        yield shown
    elif hasattr(shown, "user_data"):
        from camket.language import get_annotation

        yield get_annotation(shown)
    else:
        for one in shown:
            yield from _annotations(one)


def _box(annotation: Annotation, kinds: Iterable[str], questions: bool, words: Words) -> str:
    marks = [mark for kind in kinds for mark in _marks(annotation, kind, words)]
    text = nested(annotation.item.text, marks, _wrap)
    asked = "".join(map(_question, annotation.findings)) if questions else ""
    return f'<div style="{_BOX}">{_badge(annotation, words)}{text}{asked}</div>\n'


def _badge(annotation: Annotation, words: Words) -> str:
    judgement = annotation.judgement
    standing = judgement.standing
    name = words(f"verdict_{standing}") if judgement.verdict else words(f"act_{standing}")
    return f'<span style="{_BADGE};background:{_VERDICTS.get(standing, "#eee")}">{escape(name)}</span>'


def _marks(annotation: Annotation, kind: str, words: Words) -> Iterator[Mark]:
    for record in getattr(annotation.evidence, kind):
        yield Mark(record.start, record.end, kind, partial(_LABELS[kind], words)(record))


def _time(words: Words, time: Any) -> str:
    return f"{words(f'role_{time.role}')}: {words.time(time)}"


def _figure(words: Words, figure: Any) -> str:
    return f"{words(f'role_{figure.role}')}: {words.figure(figure)}"


def _party(words: Words, party: Any) -> str:
    return words(f"role_{party.role}")


def _claim(words: Words, claim: Any) -> str:
    timing = "" if claim.timing == "unstated" else f" · {words(f'timing_{claim.timing}')}"
    return words(f"result_{claim.result}") + timing + (f" · {words('estimated')}" if claim.estimated else "")


_LABELS = {"times": _time, "figures": _figure, "parties": _party, "claims": _claim}


def _wrap(mark: Mark, inner: str) -> str:
    colour = _COLOURS[mark.kind]
    # A claim holds other marks: it is framed, they are filled.
    style = (
        f"border:2px solid {colour};padding:2px 3px"
        if mark.kind == "claims"
        else f"background:{colour}55;padding:2px 3px"
    )
    label = f'<span style="{_SMALL};border-bottom:2px solid {colour};margin-left:4px">{escape(mark.label)}</span>'
    return f'<span style="{style};border-radius:4px">{inner}{label}</span>'


def _question(finding: Any) -> str:
    return f'<div style="{_ASKED}"><b>{finding.code}</b> {escape(finding.message)}</div>'
