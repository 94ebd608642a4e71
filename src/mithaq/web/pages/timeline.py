"""The timeline: undertakings, agreements, deadlines, claims, and on demand events and statements, with vague days as ranges."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from mithaq.register import around, browse
from mithaq.web.ask import Ask, Asked
from mithaq.web.days import parse
from mithaq.web.lines import bounds, line

router = APIRouter(prefix="/{language}/timeline", tags=["timeline"])
AROUND, MOST = 120, 220
LANES = {
    "agreement": ("negotiated", "announced", "concluded", "in-force", "ended"),
    "undertaken": ("undertaken",), "due": ("due",), "presence": ("presence",),
    "event": ("event",), "statement": ("statement",),
}  # fmt: skip
DEFAULT = ("agreement", "undertaken", "due", "claim")
ALL = ("agreement", "undertaken", "due", "claim", "presence", "event", "statement")


def lane_of(what: str) -> str:
    """The lane of a happening; whatever has no lane of its own is a claim on what became of something."""
    return next((lane for lane, kinds in LANES.items() if what in kinds), "claim")


@router.get("", summary="What happened, was said and is due, by day")
def timeline(ask: Asked, first: str = "", last: str = "", about: str = "", lanes: str = "") -> Response:
    """Between two days (by default four months on each side of the day); `about` is an agreement or a commitment."""
    begin = parse("first", first) or (None if about else ask.days.as_of - timedelta(days=AROUND))
    end = parse("last", last) or (None if about else ask.days.as_of + timedelta(days=AROUND))
    chosen = [n for n in lanes.split(",") if n in ALL] or list(DEFAULT)
    found = _found(ask, begin, end, about, chosen)
    found.sort(key=lambda h: (h["day"], h["what"], h["document"] or "", h["start"] or 0))
    cut, found = len(found) > MOST, found[:MOST]
    drawn: list[dict[str, Any]] = []
    whole = line([(h["day"], h["to"], h["lane"]) for h in found], ask.days.as_of)
    for mark, h in zip(whole["marks"] if whole else [], [h for h in found if _drawable(h)], strict=True):
        drawn.append({**mark, "what": h["what"], "name": h["name"] or h["text"], "lane": h["lane"]})
    names = browse.names(ask.register.store, [about]) if about else {}
    reports = ask.reports(h["document"] for h in found)
    data = {"first": begin and begin.isoformat(), "last": end and end.isoformat(), "about": about or None, "cut": cut,
            "happenings": found, "reports": reports}  # fmt: skip
    columns = ("day", "to", "lane", "what", "of", "name", "note", "text", "report", "document", "start", "end")
    return ask.answer(
        "timeline.html", data, rows=found, columns=columns, drawn=drawn, ticks=whole["ticks"] if whole else [],
        today=whole["today"] if whole else None, chosen=chosen, lanes=ALL, names=names, most=MOST,
    )  # fmt: skip


def _drawable(happening: dict[str, Any]) -> bool:
    begin, end = bounds(happening["day"]), bounds(happening["to"])
    return bool(begin and end and begin[0] <= end[1])


def _found(ask: Ask, begin: date | None, end: date | None, about: str, chosen: list[str]) -> list[dict[str, Any]]:
    rows = list(ask.register.timeline(begin, end, about=about or None, limit=4 * MOST))
    heads = ask.reports({h["document"] for h in rows if h["document"]})
    found = []
    for h in rows:
        published = (heads.get(h["document"] or "") or {}).get("published")
        lane = lane_of(h["what"])
        if h["day"] and lane in chosen and ask.days.saw(published):
            found.append({**h, "to": h["day"], "lane": lane, "published": published})
    for layer, name, words in (("events", "event", "cue"), ("statements", "statement", "content")):
        if name in chosen and not about:
            until = min(end or ask.days.known, ask.days.known)
            since = begin or until - timedelta(days=AROUND)
            found += [_entry(e, name, words) for e in around.between(ask.register.store, layer, since, until)]
    return found


def _entry(entry: dict[str, Any], lane: str, words: str) -> dict[str, Any]:
    people = entry.get("source") or entry.get("actors") or []
    by = "، ".join(p if isinstance(p, str) else p["name"] for p in people)
    return {
        "day": entry["from"] or entry["published"] or "", "to": entry["to"] or entry["published"] or "", "what": lane,
        "of": f"{entry['document']}:{entry['id']}", "name": by, "note": entry.get("status") or "", "report": entry["report"],
        "document": entry["document"], **entry[words], "lane": lane, "published": entry["published"],
    }  # fmt: skip
