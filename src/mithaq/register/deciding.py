"""From what a person writes (`judge merge c-12 c-34`) to a judgement: ids become places in texts."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from mithaq.register.address import RegisterError
from mithaq.register.judged import VERBS, Anchor, Judgement
from mithaq.register.lifecycle import STATUSES
from mithaq.register.schema import nodes


def decide(
    connection: Connection,
    verb: str,
    targets: list[str],
    by: str,
    day: date,
    field: str | None,
    value: str | None,
    note: str | None,
) -> Judgement:
    """The judgement that the words of a person make, or the error that says what is wrong with them."""
    if verb not in VERBS:
        raise RegisterError(f"{verb!r} is no judgement", where="judge", todo=f"use one of {', '.join(VERBS)}")
    if verb == "merge" and len(targets) < 2:
        raise RegisterError("one thing alone cannot be merged", where="judge merge", todo="give two ids or more")
    if verb == "correct":
        _value(field, value)
    anchors: list[Anchor] = []
    for target in targets:
        anchors += anchors_of(connection, target, whole=verb != "split" and verb != "merge")
    if verb == "merge" and len({a.kind for a in anchors}) > 1:
        raise RegisterError("things of two kinds cannot be one", where="judge merge", todo="give ids that begin alike")
    return Judgement.make(verb, day.isoformat(), by, tuple(anchors), field, value, note)


def _value(field: str | None, value: str | None) -> None:
    if field is None or value is None:
        raise RegisterError(
            "nothing to correct is named", where="judge correct", todo="give FIELD=VALUE, as in due=2025-09-30"
        )
    if field == "status" and value not in STATUSES:
        raise RegisterError(f"{value!r} is no status", where="judge correct", todo=f"use one of {', '.join(STATUSES)}")
    if field in ("due", "day"):
        try:
            date.fromisoformat(value)
        except ValueError:
            raise RegisterError(
                f"{value!r} is not a day", where="judge correct", todo="write it as in 2024-09-28"
            ) from None
    if field == "count" and not value.isdigit():
        raise RegisterError(f"{value!r} is no number", where="judge correct", todo="write it in digits")


def anchors_of(connection: Connection, target: str, *, whole: bool) -> list[Anchor]:
    """The places that an id speaks of: of a whole all its mentions or the first only, of an entry its own."""
    found = connection.execute(
        select(nodes).where((nodes.c.whole == target) | (nodes.c.id == target))
        .order_by(nodes.c.published, nodes.c.document, nodes.c.first)
    ).all()  # fmt: skip
    if not found:
        raise RegisterError(
            f"there is no {target!r} in this register", where="judge", todo="see the ids with mithaq list"
        )
    if not whole and found[0].kind != "actor":
        found = found[:1]
    return [
        Anchor(r.document, r.kind, r.first, r.last, r.id[6:]) if r.kind == "actor"
        else Anchor(r.document, r.kind, r.first, r.last) for r in found
    ]  # fmt: skip
