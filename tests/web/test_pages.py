"""Every page in both languages, its twins, its size and what must stand on each."""

from __future__ import annotations

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

LISTS = (
    "agreements",
    "commitments",
    "actors",
    "reports",
    "timeline",
    "positions",
    "map",
    "conflicts",
    "review",
    "search?q=اتفاق",
)
PAGES = (
    "",
    *LISTS,
    "add",
    "search?q=اتفاق&kind=commitments",
    "timeline?lanes=event,statement",
    "overview?as_of=2025-07-10&known=2025-05-20",
)


def one(client: TestClient, kind: str) -> str:
    """The id of the first thing of a list."""
    return str(client.get(f"/ar/{kind}.json").json()[kind][0]["id"])


def all_pages(client: TestClient) -> list[str]:
    return [*PAGES, *(f"{kind}/{one(client, kind)}" for kind in ("agreements", "commitments", "actors", "reports")),
            f"reports/{one(client, 'reports')}/explain?at=4"]  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page(client: TestClient, language: str) -> None:
    for page in all_pages(client):
        answer = client.get(f"/{language}/{page}")
        assert answer.status_code == 200, page
        text = answer.text
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in text
        assert len(answer.content) < 200_000, page
        assert not re.search(r"<script(?![^>]*\bsrc=)|<[a-z][^>]*\s(?:on\w+|style)=|<style", text), page
        assert re.search(r"<h1[^>]*>\s*\S", text), page
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert not re.search(r"(?:src|href)=\"https?:", text), page
        assert len(re.findall(r"<main\b", text)) == 1
        ids = re.findall(r'\bid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), page


def test_every_page_has_a_json_twin(client: TestClient) -> None:
    for page in all_pages(client):
        path, _, query = page.partition("?")
        by_ending = client.get(f"/ar/{path or 'overview'}.json?{query}")
        by_accept = client.get(f"/ar/{page}", headers={"accept": "application/json"})
        assert by_ending.headers["content-type"] == "application/json", page
        assert by_ending.json() == by_accept.json()
        assert {"as_of", "known"} <= set(by_ending.json())


def test_every_list_is_a_table(client: TestClient) -> None:
    for page in LISTS:
        path, _, query = page.partition("?")
        answer = client.get(f"/en/{path}.csv?{query}")
        assert answer.headers["content-type"].startswith("text/csv"), page
        assert answer.text[0] == "\ufeff"
        rows = list(csv.reader(io.StringIO(answer.text[1:])))
        assert len({len(row) for row in rows}) == 1, page
        assert not any(cell[:1] in "=+-@" for row in rows for cell in row if cell), page
    assert client.get("/ar/add.csv").status_code == 406


def test_the_pages_are_described(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    for path in ("/{language}/", "/{language}/commitments/{identity}", "/{language}/review", "/{language}/add"):
        assert path in described["paths"]
    names = {p["name"] for p in described["paths"]["/{language}/commitments"]["get"]["parameters"]}
    assert {"as_of", "known", "status"} <= names


def test_the_days_stay_in_links_and_are_obeyed(client: TestClient) -> None:
    text = client.get("/ar/?as_of=2025-07-10&known=2025-05-20").text
    links = [h for h in re.findall(r'<a [^>]*href="(/ar/[^"#]*)', text) if h != "/ar/" and "json" not in h]
    assert links and all("as_of=2025-07-10&amp;known=2025-05-20" in h for h in links if "search" not in h)
    early = client.get("/ar/commitments.json?as_of=2025-03-01").json()
    assert early["total"] < client.get("/ar/commitments.json").json()["total"]
    assert all(m["published"] <= "2025-03-01" for c in early["commitments"] for m in c["mentions"])
    assert client.get("/ar/reports.json?as_of=2025-03-01").json()["total"] == 1
    for page in ("actors", "map", "positions", "conflicts", "timeline", "agreements"):
        assert client.get(f"/ar/{page}?as_of=1990-01-01").status_code == 200


def test_what_was_not_known_yet_says_so(client: TestClient) -> None:
    identity = client.get("/ar/commitments.json?sort=new").json()["commitments"][0]["id"]
    answer = client.get(f"/ar/commitments/{identity}.json?as_of=2001-01-01")
    assert answer.status_code == 404
    assert answer.json()["error"]["key"] == "not-yet-known"


def test_the_twin_counts_what_the_page_shows(client: TestClient) -> None:
    data = client.get("/ar/overview.json").json()
    assert data["counts"]["reports"] == 6
    assert sum(data["summary"].values()) == client.get("/ar/commitments.json").json()["total"]


def test_search_filters(client: TestClient) -> None:
    every = client.get("/ar/search.json?q=اتفاق").json()
    assert every["found"] > 1
    first = every["reports"][0]
    assert client.get(f"/ar/search.json?q=اتفاق&first={first['published']}").json()["found"] < every["found"]
    assert client.get("/ar/search.json", params={"q": "اتفاق", "outlet": first["publisher"]}).json()["found"] >= 1
    assert client.get("/ar/search.json?q=اتفاق&outlet=nobody").json()["found"] == 0
    found = client.get("/ar/search.json?q=اتفاق&kind=agreements").json()
    assert found["found"] and all(a["id"].startswith("a-") for a in found["agreements"])


def test_the_home_page_is_arabic(client: TestClient) -> None:
    answer = client.get("/", follow_redirects=False)
    assert answer.headers["location"] == "/ar/"


def test_fonts_and_map_come_with_the_package(client: TestClient) -> None:
    style = client.get("/static/style.css").text
    for name in re.findall(r'url\("(fonts/[^"]+)"\)', style):
        assert client.get(f"/static/{name}").status_code == 200, name
    assert "http" not in style.replace("http://www.w3.org", "")
    assert len(client.get("/static/map/region.svg").content) < 150_000
    for font in ("noto-naskh-arabic", "ibm-plex-sans-arabic"):
        assert "SIL Open Font License" in client.get(f"/static/fonts/{font}-LICENSE.txt").text.replace(
            "SIL OPEN FONT LICENSE", "SIL Open Font License"
        )


def test_style_is_logical() -> None:
    from importlib.resources import files

    style = (files("mithaq.web") / "static/style.css").read_text("utf-8")
    physical = re.findall(
        r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)|(?<![\w-])(?:left|right)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)",
        style,
    )
    assert physical == []
