"""Conflicts: where reports, or one source over time, contradict each other, side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from mithaq.register import browse
from mithaq.web.ask import Asked

router = APIRouter(prefix="/{language}/conflicts", tags=["conflicts"])
KINDS = ("deadline", "count", "claim", "date", "position")
PAGE = 30


@router.get("", summary="Contradictions, side by side")
def conflicts(ask: Asked, what: str = "", page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
    """Contradictions between the reports known by the day; `what` chooses a kind."""
    every = ask.site.kept("conflicts", lambda: list(ask.register.conflicts()))
    seen = [{**x, "sides": [s for s in x["sides"] if ask.days.saw(s["published"])]} for x in every]
    seen = [x for x in seen if len({str(s["value"]) for s in x["sides"]}) > 1]
    kinds = {k: sum(1 for x in seen if x["what"] == k) for k in KINDS}
    chosen = [x for x in seen if not what or x["what"] == what]
    total = len(chosen)
    found = chosen if ask.form == "csv" else chosen[(page - 1) * PAGE : page * PAGE]
    names = browse.names(ask.register.store, [x["about"] for x in found if x["about"]])
    reports = ask.reports(s["document"] for x in found for s in x["sides"])
    data = {"total": total, "page": page, "pages": max(1, -(-total // PAGE)), "kinds": kinds, "conflicts": found,
            "names": names, "reports": reports}  # fmt: skip
    rows = ({**s, "id": x["id"], "about": x["about"], "what": x["what"]} for x in found for s in x["sides"])
    columns = ("id", "what", "about", "value", "by", "published", "text", "report", "document", "start", "end")
    return ask.answer("conflicts.html", data, rows=rows, columns=columns, chosen=what)
