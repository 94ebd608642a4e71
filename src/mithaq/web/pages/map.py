"""The map: presences of forces and events where they are said to be, with counts and counts that contradict each other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from mithaq.register import around
from mithaq.web.ask import Ask, Asked
from mithaq.web.places import facts, locate

router = APIRouter(prefix="/{language}/map", tags=["map"])
BACK, LISTED = 365, 60


@router.get("", summary="Presences and events by place")
def map_(ask: Asked, events: str = "1") -> Response:
    """The presences known by the day and the events of the year before it, at their places."""
    every = ask.site.kept("presences", lambda: list(ask.register.presences()))
    presences = []
    for p in every:
        seen = [m for m in p["mentions"] if ask.days.saw(m["published"])]
        if seen:
            counts = list(dict.fromkeys(str(m["count"]) for m in seen if m["count"] is not None))
            presences.append({**p, "mentions": seen, "counts": counts, "conflict": len(counts) > 1})
    happened = _events(ask) if events == "1" else []
    spots = _spots(presences, happened)
    presences.sort(key=lambda p: (not p["conflict"], not p["places"], -len(p["mentions"]), p["id"]))
    listed = presences if ask.form == "csv" else presences[:LISTED]
    reports = ask.reports(m["document"] for p in listed for m in p["mentions"])
    data = {"total": len(presences), "presences": listed, "places": spots, "reports": reports}
    rows = ({**m, "id": p["id"], "force": p["force"], "places": p["places"]} for p in listed for m in p["mentions"])
    columns = ("id", "force", "places", "count", "approx", "published", "text", "report", "document", "start", "end")
    return ask.answer("map.html", data, rows=rows, columns=columns, frame=facts(), events=events == "1", back=BACK)


def _events(ask: Ask) -> list[dict[str, Any]]:
    last = ask.days.known
    found = ask.site.kept(
        ("events", last), lambda: around.between(ask.register.store, "events", last - timedelta(days=BACK), last)
    )
    return [e for e in found if e["place_name"] and e["status"] == "happened"]


def _spots(presences: list[dict[str, Any]], events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The places that can be drawn, with what is there; the fullest last, so that it lies on top."""
    spots: dict[tuple[float, float], dict[str, Any]] = {}

    def spot(name: str) -> dict[str, Any] | None:
        point = locate(name)
        if point is None:
            return None
        return spots.setdefault(
            point, {"name": name, "x": point[0], "y": point[1], "presences": [], "events": 0, "conflict": False}
        )

    for p in presences:
        for name in p["places"]:
            here = spot(name)
            if here is not None:
                here["presences"].append({"id": p["id"], "force": p["force"], "counts": p["counts"]})
                here["conflict"] = here["conflict"] or p["conflict"]
    for e in events:
        here = spot(e["place_name"])
        if here is not None:
            here["events"] += 1
    found = sorted(spots.values(), key=lambda s: (len(s["presences"]), s["events"], s["name"]))
    named: list[dict[str, Any]] = []
    for s in reversed(found):  # a name is written where none of a fuller place stands in its way
        s["label"] = all(abs(s["x"] - o["x"]) > 55 or abs(s["y"] - o["y"]) > 13 for o in named)
        if s["label"]:
            named.append(s)
    return found
