"""Demands: who calls on whom to do what."""

from __future__ import annotations

from mithaq.entity import Actor
from mithaq.grammar.clause.deadline import deadline, turn_ahead
from mithaq.grammar.clause.subject import Who
from mithaq.grammar.demand import Ask, asks
from mithaq.reading.commitments import AHEAD
from mithaq.reading.stage import Stage
from mithaq.reading.states import same
from mithaq.record import Demand


def read_demands(stage: Stage) -> list[Demand]:
    """The demands of a page, in the order of their acts."""
    found: list[Demand] = []
    for ask in asks(stage.ground):
        demand = _demand(stage, ask)
        if demand is not None:
            found.append(demand)
    return found


def _demand(stage: Stage, ask: Ask) -> Demand | None:
    page = stage.page
    statement = stage.ground.statement(ask.cue)
    if ask.by.kind == "source":
        if statement is None or ask.rule != "demand.necessary" and stage.lawful(statement):
            return None
        by = [Actor(a.name, a.role, a.entity, None) for a in statement.source]
    else:
        by = stage.resolve(ask.by, ask.cue)
    if not by:
        page.issue("a demand, and nobody is said to make it", page.whole(ask.first, ask.last))
        return None
    addressee = _asked(stage, ask.addressee, ask, by)
    if any(same(a, b) for a in addressee for b in by):
        addressee = []
    if not addressee and page.word(ask.cue - 1) in ("الذي", "التي"):
        addressee = _pressed(stage, ask, by)
    span = page.whole(ask.first, ask.last) if ask.whole else page.span(ask.first, ask.last)
    conditions = [page.whole(a, b) for a, b in ask.conditions]
    for time in ask.times:
        if page.word(time.first - 1) in AHEAD:
            turn_ahead(stage.page, time, stage.published)
    carrier = stage.ground.statement(ask.first)
    return Demand(
        id=f"d{span.start}-{span.end}", by=by, addressee=addressee, act=span, condition=conditions[0] if conditions else None,
        deadline=deadline(stage.ground, ask.times, stage.published), statement=carrier.id if carrier else None, found_by=ask.rule,
    )  # fmt: skip


def _pressed(stage: Stage, ask: Ask, by: list[Actor]) -> list[Actor]:
    """Whom the sentence shows under pressure: the one government that it names before (ضغوط على الحكومة من قوى طالبت بـ)."""
    start, _ = stage.page.text.sentence_of(ask.cue)
    named = [m for m in stage.mentions_in(start, ask.cue) if stage.page.stem(m.first) in ("حكومه", "سلطات", "رياسه")]
    if len(named) != 1:
        return []
    m = named[0]
    found = Actor(stage.names.get(m.entity, m.name), m.role, m.entity or None, m.span)
    return [] if any(same(found, b) for b in by) else [found]


def _asked(stage: Stage, who: Who | None, ask: Ask, by: list[Actor]) -> list[Actor]:
    """Those who are asked."""
    if who is None:
        return []
    if who.kind == "object":
        return stage.object_before(ask.cue, who, by)
    return stage.resolve(who, ask.cue)
