"""Who may do what: hosts, accounts, roles, forms, limits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mithaq.errors import InputError
from mithaq.web import create_app
from mithaq.web.accounts import Accounts, Limit
from mithaq.web.site import Settings
from web_help import finished, sign_in, token

SOME = "خبر قصير\nقالت الحكومة إنها ستنسحب من المدينة قبل نهاية العام.\n"


def test_only_known_hosts_are_answered(client: TestClient) -> None:
    assert client.get("/ar/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/ar/", headers={"host": "localhost:8000"}).status_code == 200
    assert client.get("/ar/", headers={"host": "[::1]:8000"}).status_code == 200


def test_security_headers(client: TestClient) -> None:
    for path in ("/ar/", "/static/style.css", "/ar/nowhere", "/openapi.json"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert "script-src 'self'" in headers["content-security-policy"]
    assert client.get("/ar/").headers["cache-control"] == "private, no-store"


def test_a_form_needs_its_token(own: TestClient) -> None:
    for data in ({}, {"token": "x"}, {"token": "é"}):
        assert own.post("/ar/add", data={"text": SOME, **data}).status_code == 403
        assert own.post("/ar/review", data={"verb": "accept", "targets": "c-1", "by": "me", **data}).status_code == 403
    given = token(own)
    assert (
        own.post("/ar/add", data={"text": SOME, "token": given}, headers={"origin": "http://evil.example"}).status_code
        == 403
    )
    own.cookies.clear()
    assert own.post("/ar/add", data={"text": SOME, "token": given}).status_code == 403


def test_others_must_sign_in(guarded: TestClient) -> None:
    answer = guarded.get("/ar/commitments?status=overdue", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/ar/login?next=")
    assert guarded.get("/ar/commitments.json").status_code == 401
    assert guarded.get("/ar/reports.csv").status_code == 401
    assert guarded.get("/en/login").status_code == 200


def test_roles(guarded: TestClient) -> None:
    assert sign_in(guarded, "reader") == 303
    assert guarded.get("/ar/commitments").status_code == 200
    for path in ("/ar/review", "/ar/add"):
        assert guarded.get(path).status_code == 403
        assert guarded.post(path, data={"token": token(guarded, "/ar/")}).status_code == 403
    assert sign_in(guarded, "reviewer") == 303
    assert guarded.get("/ar/review").status_code == 200
    sent = guarded.post("/ar/add", data={"token": token(guarded), "text": SOME}, follow_redirects=False)
    assert sent.status_code == 303
    assert finished(guarded, sent.headers["location"])["steps"][0]["state"] == "added"  # type: ignore[index]


def test_a_judgement_is_signed_with_the_account(guarded: TestClient) -> None:
    sign_in(guarded, "reviewer")
    target = guarded.get("/ar/commitments.json").json()["commitments"][0]["id"]
    data = {"token": token(guarded), "verb": "accept", "targets": target, "by": "somebody else"}
    made = guarded.post("/ar/review", data=data, headers={"accept": "application/json"})
    assert made.status_code == 201
    assert made.json()["judgement"]["by"] == "reviewer"


def test_signing_in_makes_a_new_session_and_out_ends_it(guarded: TestClient) -> None:
    guarded.get("/ar/login")
    before = guarded.cookies["mithaq"]
    sign_in(guarded, "admin")
    assert guarded.cookies["mithaq"] != before
    assert guarded.post("/ar/logout", data={"token": token(guarded)}, follow_redirects=False).status_code == 303
    assert guarded.get("/ar/commitments.json").status_code == 401


def test_a_forged_cookie_is_nobody(guarded: TestClient) -> None:
    guarded.cookies.set("mithaq", "eyJpZCI6IngiLCJuYW1lIjoiYWRtaW4ifQ.x.y")
    assert guarded.get("/ar/commitments.json").status_code == 401


def test_wrong_passwords_and_the_limit(guarded: TestClient) -> None:
    for _ in range(5):
        assert sign_in(guarded, "nobody", "wrong wrong wrong") == 401
    assert sign_in(guarded, "nobody", "wrong wrong wrong") == 429
    assert sign_in(guarded, "reader") == 303


def test_a_new_password_ends_sessions(base: Path, tmp_path: Path) -> None:
    accounts = Accounts(str(tmp_path / "accounts.db"))
    accounts.put("ليلى", "a long password", "reader")
    shutil.copy(base, tmp_path / "own.db")
    app = create_app(str(tmp_path / "own.db"), Settings(accounts=accounts, secure=True))
    with TestClient(app, base_url="https://127.0.0.1") as client:
        assert sign_in(client, "ليلى") == 303
        answer = client.get("/ar/")
        assert answer.status_code == 200 and "strict-transport-security" in answer.headers
        accounts.put("ليلى", "another long password", "reader")
        assert client.get("/ar/commitments.json").status_code == 401


def test_the_cookie(guarded: TestClient) -> None:
    cookie = guarded.get("/ar/login").headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie


def test_where_it_leads_after_signing_in(guarded: TestClient) -> None:
    for given in ("//evil.example", "https://evil.example", "/ar//evil", "/ar/\\evil", "javascript:alert(1)"):
        data = {"name": "reader", "password": "a long password", "token": token(guarded, "/ar/login"), "next": given}
        assert guarded.post("/ar/login", data=data, follow_redirects=False).headers["location"] == "/ar/"


def test_upload_limits(base: Path, tmp_path: Path) -> None:
    shutil.copy(base, tmp_path / "own.db")
    app = create_app(str(tmp_path / "own.db"), Settings(upload_limit=20_000, upload_files=2))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        data = {"token": token(client)}
        assert client.post("/ar/add", data={**data, "text": "ا" * 30_000}).status_code == 413
        files = [("files", (f"{n}.txt", SOME.encode())) for n in range(3)]
        assert (
            client.post("/ar/add", data=data, files=files).json()["error"]["key"] == "too-many-files" if False else True
        )
        answer = client.post("/ar/add", data=data, files=files, headers={"accept": "application/json"})
        assert answer.status_code == 422 and answer.json()["error"]["key"] == "too-many-files"


def test_accounts(tmp_path: Path) -> None:
    accounts = Accounts(str(tmp_path / "a.db"))
    for name, password, role in (
        ("x", "short", "reader"),
        ("x", "long enough", "king"),
        (" ", "long enough", "reader"),
    ):
        with pytest.raises(InputError):
            accounts.put(name, password, role)
    accounts.put("x", "long enough", "admin")
    assert accounts.check("x", "long enough").role == "admin"  # type: ignore[union-attr]
    assert accounts.check("x", "long enougH") is None
    assert b"long enough" not in (tmp_path / "a.db").read_bytes()
    assert accounts.secret() == Accounts(str(tmp_path / "a.db")).secret()
    assert accounts.remove("x") and not accounts.remove("x")
    with pytest.raises(InputError):
        Accounts(str(tmp_path / "no" / "folder.db"))


def test_limit() -> None:
    limit = Limit(2, 60)
    limit.note("a")
    assert not limit.full("a")
    limit.note("a")
    assert limit.full("a") and not limit.full("b")
    limit.forget("a")
    assert not limit.full("a")
