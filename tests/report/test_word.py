"""The author's own file back: comments on the very words, nothing else changed."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from camket.report.word import annotate_docx, canonical, strip_annotations
from camket.report.word.annotate import AUTHOR
from camket.report.word.strip import main_part, other_parts
from report.support import LINES, NASTY, ROWS, report_of, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def same_again(data: bytes) -> bytes:
    """Annotate a file and hold what is left after taking the comments out against it."""
    out = annotate_docx(data, report_of(data))
    assert canonical(strip_annotations(out)) == canonical(main_part(data))
    assert other_parts(out).items() >= other_parts(data).items()
    return out


def anchored(data: bytes) -> dict[str, str]:
    """Words between the ends of each comment of ours, by the first line of its text."""
    root = main_part(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
    found = {}
    for comment in comments:
        if comment.get(W + "author") == AUTHOR:
            inside, words = False, ""
            for element in root.iter():
                if element.get(W + "id") == comment.get(W + "id"):
                    inside = element.tag == W + "commentRangeStart"
                elif inside and element.tag == W + "t":
                    words += element.text or ""
            found.setdefault(comment.find(f".//{W}t").text[:4], words)
    return found


def test_comments_stand_on_the_very_words() -> None:
    data = word_file(LINES, ROWS)
    words = anchored(same_again(data))
    assert words["SP02"] == "Tăng cường"
    assert words["SP07"] == "5,680 tỷ đồng"
    assert words["SP04"] == "cơ bản"
    assert words["Tổng"] == "BẢN CAM KẾT"


def test_cells_of_a_table() -> None:
    data = word_file((), ROWS)
    words = anchored(same_again(data))
    assert words["SP02"] == "Nâng cao"
    assert words["TG02"] == "Thường xuyên"


def test_highlights_only_where_the_author_has_none() -> None:
    data = word_file(LINES)
    document = Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.font.highlight_color = 5
    out = io.BytesIO()
    document.save(out)
    annotated = same_again(out.getvalue())
    assert not [r for r in main_part(annotated).iter(W + "r") if r.get(W + "rsidDel")]


def test_without_colours() -> None:
    data = word_file(LINES)
    out = annotate_docx(data, report_of(data), colours=False)
    assert list(main_part(out).iter(W + "highlight")) == []


def test_comments_of_others_stay(tmp_path) -> None:
    data = word_file(LINES)
    document = Document(io.BytesIO(data))
    document.add_comment(document.paragraphs[4].runs[:2], text="Ý kiến của tôi", author="Lò Thị Mai", initials="M")
    document.save(tmp_path / "a.docx")
    before = (tmp_path / "a.docx").read_bytes()
    out = same_again(before)
    again = Document(io.BytesIO(out))
    assert [c.text for c in again.comments if c.author == "Lò Thị Mai"] == ["Ý kiến của tôi"]
    assert len({c.comment_id for c in again.comments}) == len(list(again.comments))


def test_annotating_twice_keeps_both_readable() -> None:
    once = annotate_docx(word_file(LINES), report_of(word_file(LINES)))
    twice = annotate_docx(once, report_of(once))
    assert canonical(strip_annotations(twice)) == canonical(main_part(word_file(LINES)))


def test_inside_links_and_tracked_insertions() -> None:
    document = Document(io.BytesIO(word_file(LINES)))
    paragraph = document.paragraphs[4]._p
    runs = paragraph.findall(W + "r")
    inserted = paragraph.makeelement(W + "ins", {W + "id": "900", W + "author": "x"})
    runs[1].addprevious(inserted)
    inserted.append(runs[1])
    link = paragraph.makeelement(W + "hyperlink", {W + "anchor": "x"})
    runs[2].addprevious(link)
    link.append(runs[2])
    out = io.BytesIO()
    document.save(out)
    assert anchored(same_again(out.getvalue()))["SP02"] == "Tăng cường"


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from([*LINES, *NASTY]), min_size=1, max_size=4), st.booleans())
def test_any_file_comes_back(lines, table) -> None:
    data = word_file(lines, ROWS if table else ())
    out = same_again(data)
    Document(io.BytesIO(out))


def test_examples_of_the_repository(documents) -> None:
    for path in sorted(documents.glob("*.docx")):
        same_again(path.read_bytes())


def test_what_is_compared_sees_changes() -> None:
    root = main_part(word_file(LINES))
    other = deepcopy(root)
    next(other.iter(W + "t")).text = "khác"
    assert canonical(root) != canonical(other)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_languages(lang) -> None:
    from camket.report.words import Words

    data = word_file(LINES)
    assert Document(io.BytesIO(annotate_docx(data, report_of(data), Words(lang)))).comments
