"""Status claims: who says what has become of an agreement or a commitment."""

from __future__ import annotations

from mithaq.grammar.claim import Claimed, claims
from mithaq.reading.stage import Stage
from mithaq.record import Commitment, Demand, StatusClaim
from mithaq.span import Span


def read_claims(stage: Stage, commitments: list[Commitment], demands: list[Demand]) -> list[StatusClaim]:
    """The status claims of a page. What is still to be done (an act of a commitment or a demand) has not become of anything."""
    acts = [c.act for c in commitments if "relative" not in c.found_by] + [d.act for d in demands]
    conditions = [s for c in commitments for s in c.conditions]
    found = []
    for one in claims(stage.ground):
        cue = stage.page.whole(one.cue, one.cue + 1)
        if any(a.contains(cue) and (a.start >= cue.start - 3) for a in acts) or any(c.contains(cue) for c in conditions):
            continue
        found.append(_claim(stage, one))
    return found


def _claim(stage: Stage, one: Claimed) -> StatusClaim:
    page = stage.page
    names, statement = stage.asserted(one.cue)
    span: Span = page.span(one.first, one.last)
    return StatusClaim(
        id=f"k{span.start}-{span.end}", span=span, claim=one.claim,
        by=[a for a in statement.source] if statement else names, about=page.span(*one.about) if one.about else None,
        date=_date(stage, one), statement=statement.id if statement else None, found_by=one.rule,
    )  # fmt: skip


def _date(stage: Stage, one: Claimed) -> str | None:
    """The time of the claim: inside its clause, or right behind it."""
    region = stage.ground.region(one.cue)
    for time in stage.ground.timexes:
        if time.type == "DURATION" or time.type == "SET":
            continue
        if one.first <= time.first < min(one.last + 5, region[1]) and not any(
            stage.page.word(k) in ("،", ",") for k in range(one.last, time.first)
        ):
            return time.id
    return None
