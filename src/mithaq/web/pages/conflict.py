"""Conflicts: where reports, or one source over time, contradict each other, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from mithaq.register import browse
from mithaq.web.ask import Ask, Asked
from mithaq.web.faults import Fault

router = APIRouter(prefix="/{language}/conflicts", tags=["conflicts"])
KINDS = ("deadline", "count", "claim", "date", "position")
PAGE = 30


@router.get("", summary="Contradictions, side by side")
def conflicts(ask: Asked, what: str = "", page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
    """Contradictions between the reports known by the day; `what` chooses a kind."""
    if what and what not in KINDS:
        raise Fault(422, "not-understood", where="what", value=what)
    everything = ask.form == "csv"
    until = None if everything else page * PAGE + 1
    seen = ask.site.kept(("conflicts", what, ask.days.known, until), lambda: list(islice(_seen(ask, what), until)))
    found = seen if everything else seen[(page - 1) * PAGE : page * PAGE]
    more = not everything and len(seen) > page * PAGE
    names = browse.names(ask.register.store, [x["about"] for x in found if x["about"]])
    reports = ask.reports(s["document"] for x in found for s in x["sides"])
    data = {"page": page, "more": more, "conflicts": found, "names": names, "reports": reports}
    rows = ({**s, "id": x["id"], "about": x["about"], "what": x["what"]} for x in found for s in x["sides"])
    columns = ("id", "what", "about", "value", "by", "published", "text", "report", "document", "start", "end")
    return ask.answer("conflicts.html", data, rows=rows, columns=columns, chosen=what, kinds=KINDS)


def _seen(ask: Ask, what: str) -> Iterator[dict[str, Any]]:
    """The contradictions of a kind between the reports known by the day."""
    for x in ask.register.conflicts():
        if what and x["what"] != what:
            continue
        sides = [s for s in x["sides"] if ask.days.saw(s["published"])]
        if len({str(s["value"]) for s in sides}) > 1:
            yield {**x, "sides": sides}
