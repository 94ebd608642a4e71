"""Positions: who supports, opposes or conditions what."""

from __future__ import annotations

from mithaq.entity import Actor
from mithaq.grammar.position import Stance, stances
from mithaq.reading.stage import Stage
from mithaq.record import Position


def read_positions(stage: Stage) -> list[Position]:
    """The positions of a page, in order; one nobody holds is left out."""
    found = [_position(stage, s) for s in stances(stage.ground)]
    return [p for p in found if p is not None]


def _position(stage: Stage, one: Stance) -> Position | None:
    page = stage.page
    statement = stage.ground.statement(one.cue[0])
    if one.who.kind == "source":
        holder = [Actor(a.name, a.role, a.entity, None) for a in statement.source] if statement else []
    else:
        holder = stage.resolve(one.who, one.cue[0])
    if not holder:
        return None
    target = page.span(*one.target)
    return Position(
        id=f"o{target.start}-{target.end}.{one.cue[0]}", holder=holder, target=target, stance=one.stance, cue=page.whole(*one.cue),
        conditions=[page.span(a, b) for a, b in one.conditions], statement=statement.id if statement else None, found_by=one.rule,
    )  # fmt: skip
