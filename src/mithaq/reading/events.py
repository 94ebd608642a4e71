"""Events: what happened, is planned, supposed or denied, coded with PLOVER's types."""

from __future__ import annotations

from bisect import bisect_right

from mithaq.entity import Actor
from mithaq.grammar.clause.attach import weighed
from mithaq.grammar.clause.subject import actor_at, subject_of
from mithaq.lexicon.events import EventWord
from mithaq.reading.stage import Stage
from mithaq.record import Commitment, Demand, Event, Statement
from mithaq.text.clitics import AL, B, L, P, S

_DENYING = frozenset("نفي انكر كذب".split())
_NOUN_VERBS = frozenset(
    "بدا بدات انطلق انطلقت عقد عقدت جري جرت اجري اجرت وقع حدث اختتم اختتمت شن شنت نفذ استونفت قام شهد شهدت".split()
)


def read_events(stage: Stage, commitments: list[Commitment], demands: list[Demand]) -> list[Event]:
    """The events of a page, in the order of their cues."""
    page = stage.page
    found: list[Event] = []
    acts = (sorted(c.act for c in commitments), sorted(d.act for d in demands))
    value = page.grammar.lexicon.value
    for token in page.having("occurs"):
        word: EventWord | None = value("occurs", page.stem(token))
        if word is None:
            continue
        event = _noun(stage, token, word) if word.tense == "noun" else _verb(stage, token, word)
        if event is None or (found and found[-1].id == event.id):  # a word of two classes triggers twice
            continue
        inside = any(
            (n := bisect_right(spans, (event.cue.start, 1 << 60))) and spans[n - 1].contains(event.cue)
            for spans in acts
        )
        if inside and event.status == "happened":
            event.status = "planned"
        found.append(event)
    return found


def _status(stage: Stage, token: int, statement: Statement | None) -> str:
    page = stage.page
    before = page.word(token - 1)
    if page.mask(token) & S or before in ("سوف", "لن", "وسوف", "ولن"):
        return "denied" if before in ("لن", "ولن") else "planned"
    if before in ("لم", "ولم", "ما", "لا", "ولا") or statement is not None and stage.cue_lemma(statement) in _DENYING:
        return "denied"
    if weighed(stage.ground, token):
        return "hypothetical"
    if before in ("ان", "الا", "كي", "لكي") and page.has(token, "present"):
        return "planned"
    return "happened"


def _verb(stage: Stage, token: int, word: EventWord) -> Event | None:
    page, ground = stage.page, stage.ground
    mask = page.mask(token)
    if mask & (AL | B) or mask & L and word.tense != "present" or page.has(token, "prep", "numword", "given"):
        return None
    if word.tense == "present" and page.has(token, "cue_past"):
        return None  # توقع: he expected, not she signs
    if not ground.verb_like(token) and not page.has(token, "deed") and word.tense == "present":
        return None
    statement = ground.statement(token)
    _, limit = ground.region(token)
    actors: list[Actor] = []
    recipients: list[Actor] = []
    who = subject_of(ground, token, None, gender=word.gender, first=word.first)
    if word.tense == "passive":
        recipients = stage.resolve(who, token) if who.kind == "phrase" else []
    else:
        actors = stage.resolve(who, token) if who.kind in ("phrase", "speaker") else []
        at = who.phrase.last if who.phrase is not None and who.phrase.first > token else token + 1
        at = ground.skip(at, limit)
        if page.word(at) in ("مع", "علي", "ب", "من") and word.type in ("CONSULT", "ASSAULT", "AGREE", "REQUEST"):
            at += 1
        other = actor_at(ground, at, limit)
        if other is not None and other is not who.phrase:
            recipients = stage.actors(other, token)
    if not actors and not recipients and not mask & P:
        return None
    cue = page.whole(token, token + 1)
    return Event(
        id=f"v{cue.start}-{cue.end}", cue=cue, type=word.type, mode=word.mode, status=_status(stage, token, statement), actors=actors,
        recipients=recipients, time=_time(stage, token), place=_place(stage, token, limit), found_by=f"event.{word.lemma}",
    )  # fmt: skip


def _noun(stage: Stage, token: int, word: EventWord) -> Event | None:
    """An event noun that a verb of happening, a time or a place shows to be one."""
    page, ground = stage.page, stage.ground
    if page.mask(token) & L:
        return None
    start, limit = ground.region(token)
    begin = max(start, token - 4)
    verb = next(
        (
            i
            for i in [*range(token - 1, begin - 1, -1), *range(token + 1, min(limit, token + 6))]
            if page.stem(i) in _NOUN_VERBS
        ),
        None,
    )
    if verb is None:
        return None
    cue = page.whole(token, token + 1)
    status = _status(stage, verb, ground.statement(token))
    return Event(
        id=f"v{cue.start}-{cue.end}", cue=cue, type=word.type, mode=word.mode, status=status, time=_time(stage, max(token, verb)),
        place=_place(stage, max(token, verb), limit), found_by="event.noun",
    )  # fmt: skip


def _time(stage: Stage, token: int) -> str | None:
    """The nearest time of the clause: behind the cue up to the next clause, or else right before it."""
    start, limit = stage.ground.region(token)
    page = stage.page
    for time in stage.ground.times_in(max(start, token - 12), min(limit, token + 14)):
        if time.type in ("DURATION", "SET"):
            continue
        if token < time.first < min(limit, token + 14) and not any(
            stage.ground.verb_like(k) for k in range(token + 1, time.first)
        ):
            return time.id
        if start <= time.first < token and token - time.last <= 2 and page.word(time.last) not in (".",):
            return time.id
    return None


def _place(stage: Stage, token: int, limit: int) -> str | None:
    """The place behind في in the clause."""
    page = stage.page
    for m in stage.mentions_in(token + 1, min(limit, token + 12)):
        if m.label in ("place", "facility"):
            before = page.word(m.first - 1)
            if before in ("في", "داخل", "قرب") or page.word(m.first - 2) == "في":
                return m.entity or None
    return None
