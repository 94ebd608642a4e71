"""Commitments: the list, and one with its status, the reasons for it, the history of its day and the claims about it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from mithaq.register import around, browse
from mithaq.register.lifecycle import STATUSES
from mithaq.web.ask import Ask, Asked
from mithaq.web.faults import Fault
from mithaq.web.lines import line

router = APIRouter(prefix="/{language}/commitments", tags=["commitments"])
PAGE = 40
COLUMNS = (
    "id",
    "status",
    "barometer",
    "act",
    "bearer",
    "modality",
    "due",
    "relation",
    "agreement",
    "reports",
    "conditions",
)


@router.get("", summary="Commitments with their status")
def commitments(
    ask: Asked, status: str = "", actor: str = "", agreement: str = "", sort: str = "due",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:  # fmt: skip
    """The commitments as of the day; `sort` is `due` or `new`."""
    if status and status not in STATUSES:
        raise Fault(422, "not-understood", where="status", value=status)
    limit, skip = (1_000_000, 0) if ask.form == "csv" else (PAGE, (page - 1) * PAGE)
    total, found = _some(ask, status, actor, agreement, sort, skip, limit)
    data = {"total": total, "page": page, "pages": max(1, -(-total // PAGE)), "commitments": found}
    names = browse.names(ask.register.store, [i for i in (actor, agreement) if i])
    chosen = {"status": status, "actor": actor, "agreement": agreement, "sort": sort}
    return ask.answer(
        "commitments.html", data, rows=map(row, found), columns=COLUMNS, chosen=chosen, statuses=STATUSES, names=names
    )


def row(commitment: dict[str, Any]) -> dict[str, Any]:
    """A commitment as a row of a table."""
    due = commitment["deadline"] or {}
    reports = len({m["document"] for m in commitment["mentions"]})
    return {
        **commitment,
        "due": due.get("due") or due.get("value"),
        "relation": due.get("relation"),
        "reports": reports,
    }


def _some(
    ask: Ask, status: str, actor: str, agreement: str, sort: str, skip: int, limit: int
) -> tuple[int, list[dict[str, Any]]]:
    as_of, known = ask.days.as_of, ask.days.known
    if known == as_of and not actor and not agreement:
        return around.commitments(ask.register.store, as_of, status=status or None, sort=sort, skip=skip, limit=limit)
    every = ask.site.kept(
        ("statuses", as_of, known, actor, agreement),
        lambda: list(ask.register.statuses(as_of, known, agreement=agreement or None, actor=actor or None)),
    )
    chosen = [c for c in every if not status or c["status"] == status]
    if sort == "new":
        chosen.sort(key=lambda c: c["mentions"][0]["published"] or "", reverse=True)
    else:
        chosen.sort(key=lambda c: ((c["deadline"] or {}).get("due") or "9999", c["id"]))
    return len(chosen), chosen[skip : skip + limit]


@router.get("/{identity}", summary="A commitment: its status and why, its days, the claims")
def commitment(ask: Asked, identity: str) -> Response:
    """Everything about one commitment, as of the day and as known."""
    found = ask.register.show(identity, ask.days.as_of, ask.days.known)
    if found is None or found["kind"] != "commitment":
        later = ask.register.show(identity)
        if later is not None and later["kind"] == "commitment":
            raise Fault(404, "not-yet-known", where=identity)
        raise Fault(404, "no-commitment", where=identity)
    cited = [*found["because"], *found["mentions"], *found["claims"]]
    found["reports"] = ask.reports(p["report"] for p in cited)
    sides = {side: [c for c in found["claims"] if c["side"] == side] for side in ("bearer", "counterparty", "third")}
    agreement = browse.names(ask.register.store, [found["agreement"]]) if found["agreement"] else {}
    today = ask.days.as_of.isoformat()
    stretches = [(p["from"], min(p["to"] or today, today), p["status"]) for p in found["phases"] if p["from"] <= today]
    picture = line(stretches, ask.days.as_of)
    return ask.answer(
        "commitment.html", found, sides=sides, agreements=agreement, picture=picture,
        fields=("status", "due", "bearer", "modality"), statuses=STATUSES,
    )  # fmt: skip
