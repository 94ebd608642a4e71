"""Agreements: the list, and one with its parties, its stages on a line and its commitments as a board."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from mithaq.register import around
from mithaq.register.lifecycle import STATUSES
from mithaq.web.ask import Asked
from mithaq.web.faults import Fault
from mithaq.web.lines import line
from mithaq.web.pages.commitment import COLUMNS, row

router = APIRouter(prefix="/{language}/agreements", tags=["agreements"])
PAGE = 40
_AMENDS = ("extended", "delayed", "suspended", "cancelled", "withdrawn", "entered-into-force", "signed")


@router.get("", summary="Agreements, the most spoken of first")
def agreements(ask: Asked, page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
    """The agreements that were known."""
    limit, skip = (1_000_000, 0) if ask.form == "csv" else (PAGE, (page - 1) * PAGE)
    total, found = around.agreements(ask.register.store, ask.days.known, skip=skip, limit=limit)
    data = {"total": total, "page": page, "pages": max(1, -(-total // PAGE)), "agreements": found}
    rows = ({**a, "reports": len({m["document"] for m in a["mentions"]})} for a in found)
    return ask.answer(
        "agreements.html", data, rows=rows, columns=("id", "name", "stage", "parties", "reports", "names")
    )


@router.get("/{identity}", summary="An agreement: parties, stage, commitments, history")
def agreement(ask: Asked, identity: str) -> Response:
    """One agreement with its commitments as of the day. The page prints as a brief."""
    found = ask.register.show(identity, ask.days.as_of, ask.days.known)
    if found is None or found["kind"] != "agreement":
        raise Fault(404, "no-agreement", where=identity)
    found["mentions"] = [m for m in found["mentions"] if ask.days.saw(m["published"])]
    if not found["mentions"]:
        raise Fault(404, "not-yet-known", where=identity)
    board = list(ask.register.statuses(ask.days.as_of, ask.days.known, agreement=identity))
    order = {status: n for n, status in enumerate(STATUSES)}
    board.sort(key=lambda c: ((c["deadline"] or {}).get("due") or "9999", order[c["status"]], c["id"]))
    found["commitments"] = board
    history = list(ask.register.timeline(about=identity, limit=400))
    found["reports"] = ask.reports(
        [m["document"] for m in found["mentions"]] + [h["document"] for h in history]
        + [p["report"] for c in board for p in (*c["because"][:2], *c["mentions"][:1])]
    )  # fmt: skip
    found["history"] = [
        h for h in history if ask.days.saw((found["reports"].get(h["document"] or "") or {}).get("published"))
    ]
    summary: dict[str, int] = {}
    for c in board:
        summary[c["status"]] = summary.get(c["status"], 0) + 1
    stretches = [(h["day"], h["day"], h["what"]) for h in found["history"] if h["day"]]
    moved = [c for c in board if c["deadline"] and len(c["deadline"]["history"]) > 1]
    return ask.answer(
        "agreement.html", found, rows=map(row, board), columns=COLUMNS, picture=line(stretches, ask.days.as_of),
        summary={s: summary[s] for s in STATUSES if s in summary}, moved=moved,
        amended=[h for h in found["history"] if h["what"] in _AMENDS], level=_level(board),
    )  # fmt: skip


def _level(board: list[dict[str, Any]]) -> float | None:
    """The mean of the barometer over the commitments that have one."""
    levels = [c["barometer"] for c in board if c["barometer"] is not None]
    return round(sum(levels) / len(levels), 1) if levels else None
