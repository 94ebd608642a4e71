"""Actors: the list, and one with what it undertook, said, demanded and held, its roles and its names."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from mithaq.register import around, browse
from mithaq.web.ask import Asked
from mithaq.web.faults import Fault

router = APIRouter(prefix="/{language}/actors", tags=["actors"])
PAGE, SHOWN = 60, 40
LABELS = ("person", "organization", "place", "facility")


@router.get("", summary="Actors, the most often named first")
def actors(ask: Asked, label: str = "", page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
    """People, bodies and places that reports name."""
    if label and label not in LABELS:
        raise Fault(422, "not-understood", where="label", value=label)
    limit, skip = (1_000_000, 0) if ask.form == "csv" else (PAGE + 1, (page - 1) * PAGE)
    store = ask.register.store
    found = ask.site.kept(
        ("actors", label, skip, limit), lambda: around.actors(store, label or None, skip=skip, limit=limit)
    )
    more = ask.form != "csv" and len(found) > PAGE
    found = found[:PAGE] if more else found
    names = browse.names(store, [a["id"] for a in found])
    named = [{**a, "name": names[a["id"]]["name"]} for a in found]
    data = {"page": page, "more": more, "actors": named}
    columns = ("id", "name", "label", "mentions", "reports")
    return ask.answer("actors.html", data, rows=named, columns=columns, chosen=label, labels=LABELS)


@router.get("/{identity}", summary="An actor: undertakings, words, demands, positions, roles, names")
def actor(ask: Asked, identity: str) -> Response:
    """One actor, from the reports known by the day."""
    found = ask.register.show(identity)
    if found is None or found["kind"] != "actor":
        raise Fault(404, "no-actor", where=identity)
    found["mentions"] = [m for m in found["mentions"] if ask.days.saw(m["published"])]
    found["roles"] = [r for r in found["roles"] if ask.days.saw(r["first"])]
    days, store = ask.days, ask.register.store
    own = ask.site.kept(("of", identity, days.known), lambda: around.of_actor(store, identity, days.known))
    bound = {(e["document"], e["id"]) for e in own["commitments"]}
    here = around.wholes_in(store, {document for document, _ in bound})
    acts = around.standing(
        store, {w["whole"] for w in here if (w["document"], w["entry"]) in bound}, days.as_of, days.known
    )
    acts.sort(key=lambda c: ((c["deadline"] or {}).get("due") or "9999", c["id"]))
    found["commitments"] = acts
    for layer in ("statements", "demands", "positions"):
        found[layer] = own[layer]
    cited = [e["document"] for layer in ("statements", "demands", "positions") for e in own[layer]]
    found["reports"] = ask.reports([*cited, *(m["document"] for m in found["mentions"])])
    return ask.answer("actor.html", found, shown=SHOWN)
