"""Words of reports are data: never markup, never obeyed."""

from __future__ import annotations

import re

from starlette.testclient import TestClient


def test_markup_in_a_report_is_shown(client: TestClient, hostile: str) -> None:
    for path in (
        f"reports/{hostile}",
        "reports",
        f"reports/{hostile}/explain?at=60",
        "search?q=الحكومة",
        "timeline",
        "commitments",
        "actors",
    ):
        text = client.get(f"/ar/{path}").text
        assert (
            "<script>alert" not in text
            and "<img src=x" not in text
            and "<b>hostile" not in text
            and "<i>outlet" not in text
        )
    text = client.get(f"/ar/reports/{hostile}").text
    assert "&lt;script&gt;" in re.sub(r"<[^>]+>", "", text)


def test_controls_are_shown_and_not_obeyed(client: TestClient, hostile: str) -> None:
    paths = (
        f"reports/{hostile}",
        "reports",
        "search?q=الحكومة",
        "timeline",
        "actors",
        f"reports/{hostile}/explain?at=5",
        "map",
    )
    for path in paths:
        text = client.get(f"/en/{path}").text
        assert not set("\u202e\u202c\u2067") & set(text), path
    assert 'data-name="U+202E"' in client.get(f"/ar/reports/{hostile}").text


def test_json_keeps_the_text_as_it_came(client: TestClient, hostile: str) -> None:
    record = client.get(f"/ar/reports/{hostile}.json").json()["record"]
    assert "\u202e" in record["document"]["text"]
    for mention in record["mentions"]:
        assert record["document"]["text"][mention["start"] : mention["end"]] == mention["text"]


def test_what_is_asked_comes_back_escaped(client: TestClient) -> None:
    nasty = '"><script>alert(3)</script>'
    for path in ("search?q=", "commitments?actor=", "timeline?about=", "reports?outlet=", "review?status="):
        assert "<script>alert" not in client.get(f"/ar/{path}{nasty}").text
    assert "<script>alert" not in client.get(f"/ar/reports/{nasty}").text
    answer = client.get(f"/ar/?as_of={nasty}")
    assert answer.status_code == 422 and "<script>alert" not in answer.text


def test_a_passage_is_marked(client: TestClient, hostile: str) -> None:
    text = client.get(f"/ar/reports/{hostile}?c=50-80").text
    assert text.count('id="c=50-80"') == 1
    marked = re.findall(r'<span data-o="(\d+)" class="m[^"]*\bm-here\b[^"]*"[^>]*>([^<]*)</span>', text)
    record = client.get(f"/ar/reports/{hostile}.json").json()["record"]
    import html

    assert "".join(html.unescape(words) for _, words in marked) == record["document"]["text"][50:80]
    for wrong in ("80-50", "x", "5-", "99999-999999", "1-2-3"):
        assert client.get(f"/ar/reports/{hostile}?c={wrong}").status_code == 200


def test_layers_are_chosen_in_the_address(client: TestClient, hostile: str) -> None:
    text = client.get(f"/ar/reports/{hostile}?show=times").text
    assert re.search(r'class="words\s+on-times"', text)
    assert 'value="times" checked' in text and 'value="actors" checked' not in text
