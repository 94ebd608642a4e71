"""Adding reports and reviewing them."""

from __future__ import annotations

from starlette.testclient import TestClient

from web_help import finished, token

REPORT = "الحكومة تعلن خطة جديدة\nأعلنت الحكومة الاثنين أنها ستسحب قواتها من المدينة قبل 30 أيلول/سبتمبر 2026.\n"


def test_a_pasted_report_is_read(own: TestClient) -> None:
    data = {
        "token": token(own),
        "text": REPORT.replace("\n", "\r\n"),
        "published": "2026-08-03",
        "publisher": "مراسلنا",
        "source": "لصق/1",
    }
    sent = own.post("/ar/add", data=data, follow_redirects=False)
    state = finished(own, sent.headers["location"])
    step = state["steps"][0]  # type: ignore[index]
    assert step["state"] == "added"
    record = own.get(f"/ar/reports/{step['document']}.json").json()["record"]
    assert record["document"]["text"] == REPORT
    assert record["document"]["published"]["value"] == "2026-08-03"
    assert record["document"]["publisher"] == "مراسلنا"
    again = own.post("/ar/add", data={**data, "token": token(own)}, follow_redirects=False)
    assert finished(own, again.headers["location"])["steps"][0]["state"] == "known"  # type: ignore[index]
    assert "لصق/1" in own.get(sent.headers["location"]).text


def test_uploaded_files_one_wrong(own: TestClient) -> None:
    files = [
        ("files", ("one.txt", REPORT.encode())),
        ("files", ("two.txt", b"\x00\x01\x02\xff\xfe\x00" * 50)),
        ("files", ("three.txt", b" \n")),
    ]
    sent = own.post("/en/add", data={"token": token(own)}, files=files, follow_redirects=False)
    steps = finished(own, sent.headers["location"])["steps"]
    assert [s["state"] for s in steps] == ["added", "failed", "failed"]  # type: ignore[attr-defined]
    assert steps[2]["error"]["todo"]  # type: ignore[index]
    page = own.get(sent.headers["location"]).text
    assert "two.txt" in page and "failed" in page


def test_nothing_sent_and_wrong_day(own: TestClient) -> None:
    headers = {"accept": "application/json"}
    assert own.post("/ar/add", data={"token": token(own)}, headers=headers).json()["error"]["key"] == "nothing-sent"
    wrong = {"token": token(own), "text": REPORT, "published": "3/8/2026"}
    assert own.post("/ar/add", data=wrong, headers=headers).json()["error"]["key"] == "not-a-day"


def judge(client: TestClient, **data: str) -> dict[str, object]:
    made = client.post(
        "/ar/review", data={"token": token(client), "by": "ليلى", **data}, headers={"accept": "application/json"}
    )
    assert made.status_code == 201, made.text
    found: dict[str, object] = made.json()["judgement"]
    return found


def test_judgements_are_kept_shown_and_reversed(own: TestClient) -> None:
    target = own.get("/ar/commitments.json").json()["commitments"][0]["id"]
    judge(own, verb="correct", targets=target, field="status", value="suspended", note="قاله الوسيط")
    shown = own.get(f"/ar/commitments/{target}.json").json()
    assert shown["status"] == "suspended"
    page = own.get("/ar/review").text
    assert "ليلى" in page and "قاله الوسيط" in page
    made = judge(own, verb="reject", targets=target)
    assert own.get(f"/ar/commitments/{target}").status_code == 404
    undone = own.post(f"/ar/review/{made['id']}/undo", data={"token": token(own), "by": "ليلى"}, follow_redirects=False)
    assert undone.status_code == 303
    history = own.get("/ar/review.json").json()["judgements"]
    assert len(history) == 3


def test_wrong_judgements_say_what_is_wrong(own: TestClient) -> None:
    target = own.get("/ar/commitments.json").json()["commitments"][0]["id"]
    for data in (
        {"verb": "praise", "targets": target}, {"verb": "accept", "targets": "c-0"}, {"verb": "merge", "targets": target},
        {"verb": "correct", "targets": target, "field": "due", "value": "soon"},
    ):  # fmt: skip
        data = {"token": token(own), "by": "ليلى", **data}
        answer = own.post("/ar/review", data=data, headers={"accept": "application/json"})
        assert answer.status_code in (400, 422), data
        assert answer.json()["error"]["todo"]


def test_a_name_is_needed_and_remembered(own: TestClient) -> None:
    target = own.get("/ar/commitments.json").json()["commitments"][0]["id"]
    nameless = {"token": token(own), "verb": "accept", "targets": target}
    assert own.post("/ar/review", data=nameless).status_code == 400
    judge(own, verb="accept", targets=target)
    assert 'value="ليلى"' in own.get("/ar/review").text


def test_it_leads_back_only_here(own: TestClient) -> None:
    target = own.get("/ar/commitments.json").json()["commitments"][0]["id"]
    for back, leads in (
        (f"/ar/commitments/{target}?as_of=2025-10-01", True),
        ("//evil.example", False),
        ("https://evil.example/ar/", False),
    ):
        data = {"token": token(own), "by": "ليلى", "verb": "accept", "targets": target, "back": back}
        location = own.post("/ar/review", data=data, follow_redirects=False).headers["location"]
        assert (location == back) is leads and "evil" not in location
