"""Commitments: undertakings with their bearers, deadlines and who asserts them."""

from __future__ import annotations

from mithaq.entity import Actor
from mithaq.grammar.clause.deadline import deadline, turn_ahead
from mithaq.grammar.commitment import Undertaking, undertakings
from mithaq.grammar.commitment.future import FORETELLING
from mithaq.reading.stage import Stage
from mithaq.reading.states import same
from mithaq.record import Commitment, Deadline, Statement

_FUTURE = "commitment.future"
AHEAD = frozenset("قبل بحلول حتي موعد اقصاه يتجاوز بعد".split())  # before a weekday these look ahead


def read_commitments(stage: Stage) -> list[Commitment]:
    """The commitments of a page, in the order of their acts."""
    found: list[Commitment] = []
    for one in undertakings(stage.ground):
        commitment = _commitment(stage, one)
        if commitment is not None:
            found.append(commitment)
    return found


def _commitment(stage: Stage, one: Undertaking) -> Commitment | None:
    page = stage.page
    asserted, statement = stage.asserted(one.first)
    token = one.cue if one.who.kind in ("phrase", "clause", "object") or statement is None else one.first
    bearer = stage.resolve(one.who, token)
    for time in one.times:
        if one.rule.startswith((_FUTURE, "commitment.scheduled")) or page.word(time.first - 1) in AHEAD:
            turn_ahead(stage.page, time, stage.published)
    due = deadline(stage.ground, one.times, stage.published, grace=one.rule == "commitment.grace")
    modality = one.modality
    if one.rule.startswith(_FUTURE):
        binding = _binds(stage, one, statement, bearer, due is not None)
        if binding is None:
            page.issue("a future that may be a prediction", page.whole(one.first, one.last))
            return None
        modality = binding if modality == "will" else modality
    if (one.rule == "commitment.duty" or stage.page.stem(one.cue) == "يحق") and not _lawful(stage, one):
        return None
    if one.rule.startswith(_FUTURE) and one.cue in stage.mentioned:
        return None  # a name that looks like a future (سترينغر)
    today = one.rule == "commitment.dated" and (
        _today(stage, one, due) or (due is not None and due.due == stage.published and _occasion(stage, one))
    )
    if one.rule in ("commitment.dated", "commitment.announced") and not today and not _ahead(stage, due):
        return None
    if one.who.kind in ("occasion", "passive") and statement is not None:
        bearer = stage.states.spoken_for(statement)
    if one.who.kind == "source":
        bearer = stage.states.we(statement) if statement else []
    if one.rule == "commitment.agree":
        stage.note_parties(one.cue, bearer)
    span = page.whole(one.first, one.last) if one.whole else page.span(one.first, one.last)
    if one.whole:
        span = page.span(one.first, one.last) if page.mask(one.first) & 1 else span
    return Commitment(
        id=f"c{span.start}-{span.end}", act=span, bearer=bearer, modality=modality,
        polarity="negative" if one.negative else "positive", deadline=due,
        conditions=[page.whole(a, b) for a, b in one.conditions], asserted_by=asserted,
        statement=statement.id if statement else None, found_by=one.rule,
    )  # fmt: skip


def _binds(stage: Stage, one: Undertaking, statement: Statement | None, bearer: list[Actor], dated: bool) -> str | None:
    """How a future binds its subject: will, intends, or None where it is rather a prediction."""
    kind = one.who.kind
    if statement is None:
        if kind == "speaker" or stage.page.word(one.cue)[:1] == "ف":
            return None  # فسيعود: what follows from something
        return "intends" if bearer or kind in ("passive", "occasion") else None
    foretold = stage.cue_lemma(statement) in FORETELLING
    if kind == "speaker":
        return "will" if bearer else None
    if kind in ("passive", "occasion"):
        return None if foretold else "intends"
    if not bearer:
        return None
    if kind == "pronoun" and not any(same(a, s) for a in bearer for s in statement.source):
        return None  # أنه could be anybody
    own = any(same(a, s) for a in bearer for s in statement.source)
    if own:
        return "will"
    if foretold:
        return None
    if stage.states.affiliated(statement.source, bearer):
        return "will"
    verb = one.cue + 1 if stage.page.word(one.cue) in ("سوف", "وسوف") else one.cue
    official = any("official" in d.jobs for d in stage.ground.deeds(verb))
    return "intends" if (dated or official) and one.modality == "will" else None


def _occasion(stage: Stage, one: Undertaking) -> bool:
    """Whether the act is a meeting or the like, which is told as still to come on its own day."""
    page = stage.page
    held = any("occasion" in d.jobs for d in stage.ground.deeds(one.cue))
    return held or any(page.stem(i) in _MEETINGS for i in range(one.first, one.last))


_MEETINGS = frozenset("لقاء اجتماع اجتماعا قمه موتمر موتمرا محادثات مباحثات مفاوضات جلسه جوله".split())


def _ahead(stage: Stage, due: Deadline | None) -> bool:
    """Whether a deadline lies wholly behind the day of the report."""
    if due is None or stage.published is None:
        return False
    time = stage.ground.time_of.get(due.timex or "")
    if time is None or time.earliest is None and due.due is None:
        return False
    if due.relation == "until":
        return bool(time.latest and time.latest > stage.published)
    if time.earliest and time.latest and time.earliest >= stage.published and time.latest > stage.published:
        return True  # this week, of which days are left
    return bool(
        time.earliest
        and time.earliest > stage.published
        or time.earliest is None
        and due.due
        and due.due > stage.published
    )


def _today(stage: Stage, one: Undertaking, due: Deadline | None) -> bool:
    """Whether an act of office is told in the present of the very day of the report, by its weekday (يعقد … الأربعاء)."""
    if due is None or due.due is None or due.due != stage.published or due.relation != "on":
        return False
    time = stage.ground.time_of.get(due.timex or "")
    return (
        time is not None
        and any(stage.page.has(i, "weekday") for i in range(time.first, time.last))
        and any("official" in d.jobs and d.tense == "present" for d in stage.ground.deeds(one.cue))
    )


def _lawful(stage: Stage, one: Undertaking) -> bool:
    """Whether an obligation is law: told by the report itself, by a court or a resolution, not wished by a speaker."""
    statement = stage.ground.statement(one.cue)
    return statement is None or stage.lawful(statement) or one.pact is not None
