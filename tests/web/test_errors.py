"""Errors: one shape, both languages, nothing of the inside."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mithaq.web import create_app

SHAPE = {"status", "key", "what", "where", "given", "todo"}


@pytest.mark.parametrize(
    ("path", "status", "key"),
    [("nowhere", 404, "no-page"), ("commitments/c-0", 404, "no-commitment"), ("agreements/a-0", 404, "no-agreement"),
     ("actors/n-0", 404, "no-actor"), ("reports/0", 404, "no-report"), ("?as_of=yesterday", 422, "not-a-day"),
     ("overview?known=2024-02-30", 422, "not-a-day"), ("commitments?status=new", 422, "not-understood"),
     ("commitments?page=0", 422, "not-understood"), ("commitments?page=x", 422, "not-understood"),
     ("add/nothing", 404, "no-job"), ("reports?first=1", 422, "not-a-day")],
)  # fmt: skip
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_one_shape(client: TestClient, language: str, path: str, status: int, key: str) -> None:
    answer = client.get(f"/{language}/{path}", headers={"accept": "application/json"})
    assert answer.status_code == status
    error = answer.json()["error"]
    assert set(error) == SHAPE
    assert (error["status"], error["key"]) == (status, key)
    page = client.get(f"/{language}/{path}")
    assert page.status_code == status
    assert error["what"] in page.text and (error["todo"] or "") in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_other_languages_are_not_there(client: TestClient) -> None:
    assert client.get("/fr/").status_code == 404
    assert client.get("/static/../app.py").status_code == 404
    assert client.post("/ar/commitments").json if client.post("/ar/commitments").status_code == 405 else False


def test_a_fault_inside_tells_nothing(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(str(base))

    def broken(*_: object) -> None:
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr(app.state.site.register, "conflicts", broken)
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        answer = client.get("/en/conflicts.json")
    assert answer.status_code == 500
    assert answer.json()["error"]["key"] == "broken"
    assert "secret" not in answer.text


def test_an_empty_register_invites(tmp_path: Path) -> None:
    with TestClient(create_app(str(tmp_path / "new.db"), create=True), base_url="http://127.0.0.1") as client:
        assert "السجل فارغ" in client.get("/ar/").text
        for page in (
            "agreements",
            "commitments",
            "actors",
            "reports",
            "timeline",
            "positions",
            "map",
            "conflicts",
            "review",
        ):
            assert client.get(f"/en/{page}").status_code == 200
