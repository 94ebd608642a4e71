"""The overview: what is due, late, disputed and new as of a day, and how much the register holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from mithaq.register import Register
from mithaq.web.ask import Asked
from mithaq.web.site import Site

router = APIRouter(prefix="/{language}", tags=["overview"])
AHEAD, BACK, SHOWN = 60, 30, 8
_CONTESTED = ("disputed", "violated (claimed)", "violated (confirmed)", "suspended")
_OPEN = ("fulfilled", "cancelled", "superseded", "overdue")


@router.get("/", summary="What is due, late, disputed and new")
@router.get("/overview", include_in_schema=False)
def overview(ask: Asked) -> Response:
    """The state of the register on a day."""
    data = facts(ask.site, ask.days.as_of, ask.days.known)
    data = {**data, "ahead": AHEAD, "back": BACK, "shown": SHOWN}
    return ask.answer("overview.html", {**data, "reports": ask.reports(_cited(data))})


def facts(site: Site, as_of: date, known: date) -> dict[str, Any]:
    """What the overview says, kept while the register does not change."""
    return site.kept(("overview", as_of, known), lambda: _overview(site.register, as_of, known))


def _cited(data: dict[str, Any]) -> set[str]:
    named = {r["report"] for c in data["contested"] + data["changed"] for r in c["because"] if r["report"]}
    return named | {m["report"] for c in data["due"] + data["overdue"] for m in c["mentions"][:1]}


def _overview(register: Register, as_of: date, known: date) -> dict[str, Any]:
    if known == as_of:
        summary = register.summary(as_of)
        due = list(register.due(as_of, AHEAD, late=False))
        late = [c for c in register.due(as_of, 0) if c["status"] == "overdue"]
        contested = [c for status in _CONTESTED if status in summary for c in _some(register, as_of, status)]
    else:
        every = list(register.statuses(as_of, known))
        summary = {}
        for c in every:
            summary[c["status"]] = summary.get(c["status"], 0) + 1
        end = (as_of + timedelta(days=AHEAD)).isoformat()
        due = [c for c in every if _due(c) and as_of.isoformat() <= _due(c) <= end and c["status"] not in _OPEN]
        late = [c for c in every if c["status"] == "overdue"]
        contested = [c for c in every if c["status"] in _CONTESTED]
    late.sort(key=_due, reverse=True)
    due.sort(key=_due)
    changed = list(register.difference(as_of - timedelta(days=BACK), as_of)) if known >= as_of else []
    return {
        "counts": register.counts(), "summary": summary, "due": due[:SHOWN], "due_count": len(due),
        "overdue": late[:SHOWN], "contested": contested[:SHOWN],
        "contested_count": sum(summary.get(s, 0) for s in _CONTESTED), "changed": changed[:SHOWN], "changed_count": len(changed),
    }  # fmt: skip


def _some(register: Register, day: date, status: str) -> list[dict[str, Any]]:
    return list(register.statuses(day, None, only=status, limit=SHOWN))


def _due(commitment: dict[str, Any]) -> str:
    return str((commitment["deadline"] or {}).get("due") or "")
