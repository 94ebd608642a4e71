"""docs/web.md names every page that is served, every question that it takes, and nothing else."""

import re
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the web pages are not installed: pip install mithaq[web]")

from mithaq.web.pages import ROUTERS

PAGE = (Path(__file__).parent.parent.parent / "docs" / "web.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| (`/\{language\}[^|]*) \| (.*) \|$", PAGE, re.MULTILINE))
NAMED = {path: says for paths, says in ROWS.items() for path in re.findall(r"`([^`]+)`", paths)}
ROUTES = [route for router in ROUTERS for route in router.routes if route.include_in_schema]


def test_the_pages_are_those_that_are_served():
    assert set(NAMED) == {route.path for route in ROUTES}


@pytest.mark.parametrize("route", [r for r in ROUTES if "GET" in r.methods], ids=lambda r: r.path)
def test_the_questions_of_a_page_are_named(route):
    asked = {p.alias for p in route.dependant.query_params} - {"page", "c", "events", "next"}
    said = set(re.findall(r"`(\w+)(?:=[\w,]*)?`", NAMED[route.path]))
    assert asked <= said
