"""Review: what waits for a person's eye, what persons decided so far, and the form that keeps a decision."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from mithaq.register.judged import VERBS
from mithaq.web import session
from mithaq.web.ask import Ask, Asked
from mithaq.web.faults import Fault

router = APIRouter(prefix="/{language}/review", tags=["review"])
QUEUE = ("claimed fulfilled", "disputed", "violated (claimed)", "suspended", "partly", "overdue")
EACH, SHOWN = 10, 200
_OPPOSITE = {"accept": "reject", "reject": "accept", "merge": "split", "split": "merge"}


@router.get("", summary="What waits for review, and the judgements so far")
def review(ask: Asked, status: str = "") -> Response:
    """Commitments whose status hangs on one side's word or on silence, and the history of judgements."""
    ask.demand("reviewer")
    chosen = [s for s in QUEUE if not status or s == status]
    waiting = [c for s in chosen for c in ask.register.statuses(ask.days.as_of, ask.days.known, only=s, limit=EACH)]
    history = ask.register.judgements()
    judged = {(t["document"], t["start"]) for j in history for t in j["targets"]}
    waiting = [c for c in waiting if not any((m["document"], m["start"]) in judged for m in c["mentions"])]
    history = history[::-1][:SHOWN]
    cited = [r["report"] for c in waiting for r in c["because"][:2]] + [
        t["document"] for j in history for t in j["targets"]
    ]
    data = {"waiting": waiting, "judgements": history, "reports": ask.reports(cited)}
    columns = ("day", "by", "verb", "field", "value", "note", "id")
    return ask.answer(
        "review.html", data, rows=history, columns=columns, verbs=VERBS, opposite=_OPPOSITE, queue=QUEUE, chosen=status
    )


@router.post("", summary="Keep a judgement")
def judge(
    ask: Asked, token: Annotated[str, Form()] = "", verb: Annotated[str, Form()] = "",
    targets: Annotated[str, Form(max_length=4000)] = "", other: Annotated[str, Form(max_length=400)] = "",
    field: Annotated[str, Form()] = "", value: Annotated[str, Form(max_length=400)] = "",
    note: Annotated[str, Form(max_length=2000)] = "", by: Annotated[str, Form(max_length=80)] = "",
    back: Annotated[str, Form(max_length=2000)] = "",
) -> Response:  # fmt: skip
    """Signed with the account's name (on this machine alone: with the name given) and dated today."""
    ask.demand("reviewer")
    session.check_token(ask.request, token)
    if verb not in VERBS:
        raise Fault(422, "no-verb", where="verb", value=verb)
    ids = targets.split() + (other.split() if verb == "merge" else [])
    made = ask.register.judge(
        verb, ids, by=_signature(ask, by), day=date.today(), field=field or None if verb == "correct" else None,
        value=value if verb == "correct" else None, note=note.strip() or None,
    )  # fmt: skip
    return _after(ask, back, made)


@router.post("/{identity}/undo", summary="Reverse a judgement")
def undo(ask: Asked, identity: str, token: Annotated[str, Form()] = "", by: Annotated[str, Form()] = "") -> Response:
    """Keeps the opposite judgement about the same targets: nothing is removed, the later one has the last word."""
    ask.demand("reviewer")
    session.check_token(ask.request, token)
    found = next((j for j in ask.register.judgements() if j["id"] == identity), None)
    if found is None or found["verb"] not in _OPPOSITE:
        raise Fault(404, "no-verb", where=identity)
    ids = _ids(ask, found)
    made = ask.register.judge(
        _OPPOSITE[found["verb"]], ids, by=_signature(ask, by), day=date.today(), note=f"reverses {identity}"
    )
    return _after(ask, "", made)


def _ids(ask: Ask, judgement: dict[str, Any]) -> list[str]:
    """The ids that a judgement speaks of now."""
    found = [t["name"] and f"actor:{t['name']}" or _at(ask, t) for t in judgement["targets"]]
    return list(dict.fromkeys(i for i in found if i))


def _at(ask: Ask, target: dict[str, Any]) -> str | None:
    shown = ask.register.show(target["document"])
    for identity in shown["parts"] if shown and shown["kind"] == "report" else ():
        whole = ask.register.show(identity)
        if (
            whole
            and whole["kind"] == target["kind"]
            and any(
                m["document"] == target["document"] and m["start"] < target["end"] and m["end"] > target["start"]
                for m in whole.get("mentions", ())
            )
        ):
            return str(identity)
    return None


def _signature(ask: Ask, by: str) -> str:
    if ask.site.settings.accounts is not None:
        return ask.session.name
    if by.strip() and by.strip() != ask.session.signs:
        ask.session.signs, ask.session.changed = by.strip(), True
    return by.strip() or ask.session.signs


def _after(ask: Ask, back: str, made: dict[str, Any]) -> Response:
    if ask.form == "json":
        return ask.answer("review.html", {"judgement": made}, status=201)
    own = back.startswith(f"/{ask.language}/") and "//" not in back and "\\" not in back
    return RedirectResponse(back if own else ask.link("review", kept=made["id"]), 303)
