"""Status claims: who says what has become of an agreement or a commitment."""

from __future__ import annotations

from bisect import bisect_right

from mithaq.entity import Actor
from mithaq.grammar.actor import phrase_at
from mithaq.grammar.claim import Claimed, claims
from mithaq.grammar.clause.subject import subject_of
from mithaq.grammar.commitment.future import FORETELLING
from mithaq.reading.stage import Stage
from mithaq.record import Commitment, Demand, StatusClaim
from mithaq.span import Span


def read_claims(stage: Stage, commitments: list[Commitment], demands: list[Demand]) -> list[StatusClaim]:
    """The status claims of a page. What is still to be done (an act of a commitment or a demand) has not become of anything."""
    starts = {c.act.start: c.act for c in commitments if "relative" not in c.found_by} | {
        d.act.start: d.act for d in demands
    }
    conditions = sorted(s for c in commitments for s in c.conditions)
    found = []
    for one in claims(stage.ground):
        cue = stage.page.whole(one.cue, one.cue + 1)
        near = bisect_right(conditions, (cue.start, 1 << 60))
        if (
            any((a := starts.get(cue.start - k)) and a.contains(cue) for k in range(-2, 4))
            or near
            and conditions[near - 1].contains(cue)
        ):
            continue
        statement = stage.ground.statement(one.cue)
        if one.rule == "claim.noun" and statement is not None and stage.cue_lemma(statement) in FORETELLING:
            continue
        found.append(_claim(stage, one))
    return found


def _claim(stage: Stage, one: Claimed) -> StatusClaim:
    page = stage.page
    names, statement = stage.asserted(one.cue)
    span: Span = page.span(one.first, one.last)
    return StatusClaim(
        id=f"k{span.start}-{span.end}", span=span, claim=one.claim,
        by=_doubter(stage, one) or (list(statement.source) if statement else names), about=page.span(*one.about) if one.about else None,
        date=_date(stage, one), statement=statement.id if statement else None, found_by=one.rule,
    )  # fmt: skip


_DOUBTING = ("claim.شكك", "claim.doubt", "claim.fear")  # rules whose cue is the verb of the one who doubts


def _doubter(stage: Stage, one: Claimed) -> list[Actor]:
    """Who doubts: the subject of the doubting itself, also where it is taken up by a demonstrative (تلك القوى)."""
    if one.claim != "doubted" or one.rule not in _DOUBTING:
        return []
    page = stage.page
    who = subject_of(stage.ground, one.cue, None, gender=None)
    if who.kind == "phrase":
        return [Actor(a.name, a.role, a.entity, a.mention) for a in stage.resolve(who, one.cue)]
    start, _ = page.text.sentence_of(one.cue)
    for i in range(one.cue - 1, max(start, one.cue - 8) - 1, -1):
        if page.has(i, "dem"):
            stem = page.stem(i + 1)
            for k in range(i - 1, max(0, i - 80), -1):
                if page.stem(k) == stem and (phrase := phrase_at(page, k, page.text.sentence_of(k)[1])):
                    return [Actor(a.name, a.role, a.entity, None) for a in stage.actors(phrase, one.cue)]
    return []


def _date(stage: Stage, one: Claimed) -> str | None:
    """The time of the claim: inside its clause, or right behind it."""
    region = stage.ground.region(one.cue)
    for time in stage.ground.times_in(one.first, min(one.last + 5, region[1])):
        if time.type == "DURATION" or time.type == "SET":
            continue
        if not any(stage.page.word(k) in ("،", ",") for k in range(one.last, time.first)):
            return time.id
    return None
