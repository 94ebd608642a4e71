"""Search: reports that have the words, and the commitments and agreements whose words they are; filters in the address."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from mithaq.register import around, browse
from mithaq.register.lifecycle import STATUSES
from mithaq.web.ask import Ask, Asked
from mithaq.web.days import parse
from mithaq.web.marking import Mark, paragraphs

router = APIRouter(prefix="/{language}/search", tags=["search"])
DEPTH, SHOWN = 300, 40
KINDS = ("reports", "commitments", "agreements")


@router.get("", summary="Search the texts, with filters")
def search(
    ask: Asked, q: Annotated[str, Query(max_length=200)] = "", kind: str = "", outlet: str = "", actor: str = "",
    status: str = "", first: str = "", last: str = "",
) -> Response:  # fmt: skip
    """`q` are words of the text; `kind` asks for the commitments or agreements that they stand in."""
    found: dict[str, Any] = {"total": 0, "reports": []}
    filtered = False
    if q.strip():
        filtered = any(
            (outlet, actor, status, first, last, kind not in ("", "reports"), ask.days.chosen, ask.form == "csv")
        )
        depth = DEPTH if filtered else SHOWN
        found = ask.site.kept(("search", q, depth), lambda: ask.register.search(q, depth))
    begin, end = parse("first", first), parse("last", last)
    named = around.documents_of(ask.register.store, actor) if actor else None
    reports = [
        r for r in found["reports"]
        if ask.days.saw(r["published"]) and (not outlet or r["publisher"] == outlet)
        and (begin is None or (r["published"] or "") >= begin.isoformat())
        and (end is None or (r["published"] or "9") <= end.isoformat()) and (named is None or r["document"] in named)
    ]  # fmt: skip
    kind = kind if kind in KINDS else "reports"
    wholes = _wholes(ask, reports, kind, status) if kind != "reports" else []
    data = {
        "q": q, "kind": kind, "total": found["total"], "found": len(wholes) if kind != "reports" else len(reports) if filtered else found["total"],
        "reports": [] if kind != "reports" else reports[:SHOWN], kind if kind != "reports" else "wholes": wholes[:SHOWN],
    }  # fmt: skip
    outlets = ask.site.kept("outlets", lambda: browse.outlets(ask.register.store))
    chosen = {"outlet": outlet, "actor": actor, "status": status, "first": first, "last": last, "kind": kind}
    columns = (
        ("published", "publisher", "title", "text", "report", "document")
        if kind == "reports"
        else ("id", "kind", "status", "text", "document", "start", "end")
    )
    return ask.answer(
        "search.html", data, rows=reports if kind == "reports" else wholes, columns=columns, chosen=chosen, kinds=KINDS,
        outlets=outlets, statuses=STATUSES, excerpt=_excerpt, wholes=wholes[:SHOWN], shown=SHOWN,
        actors=browse.names(ask.register.store, [actor]) if actor else {}, heads=ask.reports(w["document"] for w in wholes[:SHOWN]),
    )  # fmt: skip


def _excerpt(report: dict[str, Any]) -> list[Any]:
    """The excerpt of a report in pieces, the words that were sought marked."""
    at = report["start"]
    marks = [
        Mark(m["start"] - at, m["end"] - at, "hit", "hit")
        for m in report["marks"]
        if at <= m["start"] and m["end"] <= report["end"]
    ]
    return [piece for line in paragraphs(report["text"], marks) for piece in line]


def _wholes(ask: Ask, reports: list[dict[str, Any]], kind: str, status: str) -> list[dict[str, Any]]:
    """The commitments or agreements in whose words the sought words stand."""
    marks = {r["document"]: [(m["start"], m["end"]) for m in r["marks"]] for r in reports}
    found: dict[str, dict[str, Any]] = {}
    for n in around.wholes_in(ask.register.store, marks):
        if n["kind"] + "s" == kind and any(s < n["last"] and e > n["first"] for s, e in marks[n["document"]]):
            found.setdefault(n["whole"], {"id": n["whole"], "kind": n["kind"], "document": n["document"],
                                          "start": n["first"], "end": n["last"]})  # fmt: skip
    names = browse.names(ask.register.store, found)
    made = []
    for identity, one in list(found.items())[: 4 * SHOWN]:
        one["text"] = names[identity]["name"]
        one["status"] = None
        if one["kind"] == "commitment":
            shown = ask.register.show(identity, ask.days.as_of, ask.days.known)
            if shown is None:
                continue
            one["status"] = shown["status"]
        if not status or one["status"] == status:
            made.append(one)
    return made
