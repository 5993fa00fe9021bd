"""Every rule fires where it should and stays silent where it should not; its page and texts are whole."""

from __future__ import annotations

import re
from collections import Counter
from inspect import cleandoc

import pytest

from camket.cli.rules import markdown, table
from camket.records import CRITERIA
from camket.report.words import Words
from camket.rules import Facts, Settings, builtin, check, item_findings, view_of
from rules.support import annotate, findings, load_cases

RULES = builtin().rules
SECTIONS = ("Tiêu chí", "Vì sao", "Chưa rõ", "Rõ", "Giới hạn", "Cấu hình")
TEXTS = builtin().texts


@pytest.mark.parametrize(("code", "kind", "case"), list(load_cases()))
def test_case(code, kind, case) -> None:
    found = findings(case, code)
    if kind == "pass":
        only = case.get("only")
        assert not [f for _, f in found if only in (None, f.severity)]
        return
    assert found
    if "at" in case:
        assert found[0][0] == case["at"]
    if "words" in case:
        assert case["words"] in [case["text"][f.start : f.end] for _, f in found if f.start is not None]


def test_every_rule_has_cases_of_both_kinds() -> None:
    counts = Counter((code, kind) for code, kind, _ in load_cases())
    assert {rule.code for rule in RULES} == {code for code, _ in counts}
    assert all(counts[rule.code, "fail"] and counts[rule.code, "pass"] for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page(rule) -> None:
    head, *lines = cleandoc(type(rule).__doc__).splitlines()
    assert head.endswith(".")
    assert [line.split(":")[0] for line in lines if line] == list(SECTIONS)
    assert re.fullmatch("[A-Z]{2}[0-9]{2}", rule.code)
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.name)
    assert rule.criterion in CRITERIA
    assert rule.severity in ("error", "warning", "info")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples_of_the_page(rule) -> None:
    lines = dict(line.split(": ", 1) for line in cleandoc(type(rule).__doc__).splitlines() if ": " in line)
    bad, good = lines["Chưa rõ"], lines["Rõ"]
    if bad.startswith(("(", "Bản", "Cột", "Bảng", "Mục", "Danh")) or rule.code.startswith("BC"):
        pytest.skip("the example tells of more than one text, or needs a claim")
    assert findings({"text": bad, "target": rule.criterion != "product" and rule.code not in ("VI03", "VI01", "NG03")}
                    if rule.code not in ("SP04", "SP05", "SP06", "SP07", "SP08") else {"text": bad, "target": True}, rule.code)  # fmt: skip
    assert not findings({"text": good, "target": True}, rule.code)


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_texts(code) -> None:
    texts = TEXTS[code]
    assert code in builtin().by_code
    assert set(texts) == {"title", "question", "suggestion", "en"}
    for name in ("question", "en"):
        assert texts[name].endswith("?")
        assert texts[name].count("?") == 1
    # A suggestion leaves every figure open: digits only number a list.
    assert not re.search(r"\d", re.sub(r"\b\d\)", "", texts["suggestion"]))
    assert not re.search("vi phạm|sai phạm|yếu kém", texts["question"])


def test_codes_and_names_are_unique() -> None:
    assert len({r.name for r in RULES}) == len(RULES) == len({type(r) for r in RULES})


def test_readme_lists_the_rules(documents) -> None:
    readme = (documents.parents[1] / "README.md").read_text(encoding="utf-8")
    between = re.search("<!-- rules -->\n(.*?)\n<!-- /rules -->", readme, re.DOTALL)
    assert between, "README.md has no table of rules"
    assert between[1].strip() == markdown(table(builtin(), Words("en")), Words("en"))


def test_soft_criteria_never_warn_without_a_document() -> None:
    for code, kind, case in load_cases():
        if kind == "fail" and "items" not in case and not case.get("document"):
            found = check([annotate(case, code)]).annotations[0].findings
            assert all(f.severity == "info" for f in found if f.criterion in ("person", "accountability", "authority"))


def test_a_warning_of_a_soft_criterion_in_a_document() -> None:
    text = "Phòng Kinh tế và Phòng Văn hóa - Xã hội chủ trì tổ chức hội chợ OCOP trước ngày 30/9/2024."
    case = {"text": text, "target": True, "document": True}
    assert [f.severity for _, f in findings(case, "NG02")] == ["warning"]


def test_settings_turn_off_and_change_severity() -> None:
    case = {"text": "Tăng cường công tác tuyên truyền.", "target": False}
    assert not findings(case, "SP02", Settings(disabled=frozenset({"SP02"})))
    assert findings(case, "SP01", Settings(disabled=frozenset({"SP02"})))
    assert findings(case, "SP02", Settings(severities={"SP02": "error"}))[0][1].severity == "error"


def test_thresholds() -> None:
    late = {"text": "Bàn giao chợ trước ngày 30/6/2025.", "target": True, "period": "năm 2024", "document": True}
    assert findings(late, "TG04")
    assert not findings(late, "TG04", Settings(grace_days=400))
    sums = {"text": "Đã giải quyết 120 hồ sơ, gồm 80 hồ sơ đất đai và 50 hồ sơ xây dựng."}
    assert not findings(sums, "BC06", Settings(tolerance=0.2))


def test_findings_lie_inside_their_text() -> None:
    for code, _, case in load_cases():
        for one in case.get("items", [case]):
            annotation = annotate(one, code)
            for finding in check([annotation]).annotations[0].findings:
                if finding.start is not None:
                    assert 0 <= finding.start < finding.end <= len(annotation.item.text)
                else:
                    assert finding.slot


def test_the_same_findings_whatever_the_order_of_rules() -> None:
    registry = builtin()
    turned = type(registry)(reversed(registry.rules), registry.texts)
    for code, _, case in load_cases():
        if "items" not in case:
            view = view_of(annotate(case, code), Facts(), Settings())
            assert item_findings(view, registry) == item_findings(view, turned)
