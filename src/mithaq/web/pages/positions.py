"""Positions: who supports, opposes or conditions what, as a matrix of actors and targets and as a list."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from mithaq.register import around
from mithaq.register.words import content
from mithaq.web.ask import Asked
from mithaq.web.faults import Fault

router = APIRouter(prefix="/{language}/positions", tags=["positions"])
ROWS, COLUMNS_SHOWN, LISTED, TABLED = 24, 12, 120, 20_000
STANCES = ("support", "oppose", "conditional")


@router.get("", summary="Who supports, opposes or conditions what")
def positions(ask: Asked, stance: str = "", actor: str = "") -> Response:
    """The newest positions in the reports known by the day."""
    if stance and stance not in STANCES:
        raise Fault(422, "not-understood", where="stance", value=stance)
    limit = TABLED if ask.form == "csv" else LISTED
    known = ask.days.known
    found = ask.site.kept(
        ("positions", known, stance, actor, limit),
        lambda: around.positions(ask.register.store, known, stance=stance or None, actor=actor or None, limit=limit),
    )
    reports = ask.reports(p["document"] for p in found)
    data = {"shown": len(found), "positions": found, "reports": reports}
    rows = (
        {**p, "target": p["target"]["text"], "start": p["target"]["start"], "end": p["target"]["end"]} for p in found
    )
    columns = ("id", "published", "holder", "stance", "target", "report", "document", "start", "end")
    return ask.answer(
        "positions.html", data, rows=rows, columns=columns, matrix=_matrix(found), full=len(found) == limit,
        chosen={"stance": stance, "actor": actor}, stances=STANCES,
    )  # fmt: skip


def _matrix(found: list[dict[str, Any]]) -> dict[str, Any]:
    """Holders by targets (targets with the same content words are one), those with the most first."""
    targets: dict[frozenset[str], dict[str, Any]] = {}
    holders: dict[str, dict[str, Any]] = {}
    for p in found:
        key = frozenset(content(p["target"]["text"])) or frozenset((p["target"]["text"],))
        target = targets.setdefault(key, {"text": p["target"]["text"], "count": 0, "n": len(targets)})
        target["count"] += 1
        for h in p["holder"]:
            shown = {"name": h, "entity": None} if isinstance(h, str) else h
            who = holders.setdefault(str(shown.get("entity") or shown["name"]), {"who": shown, "count": 0, "cells": {}})
            who["count"] += 1
            who["cells"].setdefault(target["n"], []).append(p)
    columns = sorted(targets.values(), key=lambda t: (-t["count"], t["n"]))[:COLUMNS_SHOWN]
    shown_columns = {t["n"] for t in columns}
    rows = [h for h in holders.values() if shown_columns & set(h["cells"])]
    rows.sort(key=lambda h: -h["count"])
    return {"columns": columns, "rows": rows[:ROWS]}
