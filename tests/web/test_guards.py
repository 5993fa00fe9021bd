"""Who may ask: hosts, origins, keys, visitors; and that no answer lets a document's text become anything else."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from web.files import PROMISE
from web.servers import serving


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8321", "127.0.0.1.evil.example", ""])
def test_a_foreign_host_is_turned_away(limited, host) -> None:
    answer = httpx.get(limited.address + "kiem-tra", headers={"Host": host})
    assert answer.status_code == 400
    assert "không phải của trang camket" in answer.text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"])
def test_a_foreign_origin_is_turned_away(visitor, origin) -> None:
    answer = visitor.client.post("/kiem-tra/gui", headers={"Origin": origin, "X-Csrf": visitor.csrf})
    assert answer.status_code == 403
    assert "trang khác" in answer.text


def test_the_own_origin_passes(limited, visitor) -> None:
    headers = {"Origin": limited.address.rstrip("/"), "X-Csrf": visitor.csrf, "Accept": "application/json"}
    answer = visitor.client.post("/kiem-tra/gui", files={"tep": ("a.txt", PROMISE)}, headers=headers)
    assert answer.status_code == 201


def test_another_site_reads_nothing(visitor) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert visitor.client.get("/kiem-tra", headers=headers).status_code == 403
    headers["Sec-Fetch-Mode"] = "navigate"
    assert visitor.client.get("/kiem-tra", headers=headers).status_code == 200


@pytest.mark.parametrize("key", [None, "", "0" * 64])
def test_a_form_without_the_visitors_key_is_turned_away(visitor, key) -> None:
    fields = {} if key is None else {"csrf": key}
    answer = visitor.client.post("/kiem-tra/x/xoa", data=fields)
    assert answer.status_code == 403
    assert "tải lại trang" in answer.text


def test_visitors_do_not_see_each_others_documents(limited, visitor) -> None:
    mine = visitor.send("a.txt", PROMISE).json()["files"][0]["address"]
    other = limited.visitor()
    assert visitor.client.get(mine).status_code == 200
    for address in (mine, f"{mine}/tai/html", mine.replace("kiem-tra", "gan-nhan")):
        answer = other.client.get(address)
        assert answer.status_code == 404
        assert "4711" not in answer.text
    assert other.post(f"{mine}/xoa").status_code == 200
    assert visitor.client.get(mine).status_code == 200
    assert "a.txt" not in other.client.get("/kiem-tra").text


def test_every_answer_carries_the_policy(visitor) -> None:
    for address in ("/kiem-tra", "/khong-co", "/tinh/camket.js"):
        headers = visitor.client.get(address).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    assert visitor.client.get("/docs").status_code == 404
    assert visitor.client.get("/openapi.json").status_code == 404


def test_text_of_a_document_stays_text(visitor) -> None:
    data = b"<script>alert(1)</script> <img src=x onerror=alert(1)> " + PROMISE
    address = visitor.send("<b>a</b>.txt", data).json()["files"][0]["address"]
    page = visitor.client.get(address).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>a</b>" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_others_need_the_printed_key(tmp_path: Path) -> None:
    with serving(tmp_path / "so", "--host", "0.0.0.0", said=tmp_path / "log") as server:
        place = urlsplit(server.address)
        assert "khoa=" in place.query
        plain = f"http://127.0.0.1:{place.port}/kiem-tra"
        assert httpx.get(plain).status_code == 401
        assert httpx.get(plain, params={"khoa": "sai"}).status_code == 401
        assert httpx.get(plain, headers={"Host": "evil.example"}).status_code == 400
        with httpx.Client(follow_redirects=True) as client:
            answer = client.get(f"{plain}?{place.query}")
            assert answer.status_code == 200
            assert "khoa=" not in str(answer.url)
            assert client.get(plain).status_code == 200
