"""Force presences: how many of whom are where, since when, under which mission."""

from __future__ import annotations

from mithaq.entity import Mention
from mithaq.grammar.actor import phrase_at
from mithaq.grammar.presence import KINDS, Manned, manned
from mithaq.grammar.quantity import Quantity
from mithaq.reading.stage import Stage
from mithaq.reading.states import state_names
from mithaq.record import Place, Presence
from mithaq.span import Span


def read_presences(stage: Stage) -> list[Presence]:
    """The presences of a page, in order."""
    return [_presence(stage, one) for one in manned(stage.ground)]


def _presence(stage: Stage, one: Manned) -> Presence:
    page = stage.page
    span = page.span(one.first, one.last)
    counted = one.quantity is not None
    first, last = (one.first, one.sentence[1]) if counted else (one.first, one.last)
    return Presence(
        id=f"p{span.start}-{span.end}.{one.force[0]}", span=span, force=page.span(*one.force), count=_count(one.quantity),
        approx=bool(one.quantity and one.quantity.approx), nationality=_nationality(stage, one), places=_places(stage, first, last, one),
        since=_since(stage, first, last), under=_under(stage, one.force[1], last), found_by=one.rule,
    )  # fmt: skip


def _count(quantity: Quantity | None) -> int | list[int] | None:
    if quantity is None:
        return None
    low, high = int(quantity.low), int(quantity.high)
    return low if low == high else [low, high]


def _nationality(stage: Stage, one: Manned) -> str | None:
    """The state whose adjective stands by the force, or by the army that posts it."""
    page = stage.page
    value = page.grammar.lexicon.value
    for i in [*range(one.force[0], one.force[1]), *range(one.first, one.force[0])]:
        if page.has(i, "demonym"):
            code = value("demonym", page.stem(i))
            if code:
                return state_names().get(code)
    return None


def _places(stage: Stage, first: int, last: int, one: Manned) -> list[Place]:
    """The places and sites named with the presence, each once; the actor's own name in them is none."""
    found: list[Place] = []
    page = stage.page
    for m in stage.mentions_in(first, last):
        if m.label not in ("place", "facility"):
            continue
        if m.first == first + 1 and m.last <= one.force[0]:
            continue  # تنشر فرنسا: who posts them
        if page.has(m.first, "demonym") or m.first < one.force[1] and m.last > one.force[0] and m.label != "facility":
            continue
        found.append(_place(stage, m))
    for i in range(first, last - 1):
        if page.stem(i) in ("قاعده", "معسكر", "مطار", "مجمع", "ثكنه") and page.word(i + 1) == "«" and i + 1 in stage.ground.opened:
            q = stage.ground.opened[i + 1]
            name = page.whole(q.first, q.last).cite(page.document.text)
            if not any(p.name == name or name in p.name for p in found):
                found.append(Place(name, None, KINDS[page.stem(i)]))
    if not found and any(page.stem(i) in ("بلاد", "عاصمه") for i in range(first, last)):
        at = next(i for i in range(first, last) if page.stem(i) in ("بلاد", "عاصمه"))
        begin = at - 1 if page.stem(at - 1) in ("جنوب", "شمال", "شرق", "غرب") else at
        found.append(Place(page.whole(begin, at + 1).cite(page.document.text), None, "region" if begin < at else "country"))
    unique: list[Place] = []
    for p in found:
        if not any(u.name == p.name for u in unique):
            unique.append(p)
    return unique


def _place(stage: Stage, m: Mention) -> Place:
    page = stage.page
    kind = KINDS.get(page.stem(m.first)) or KINDS.get(page.stem(m.first - 1)) or KINDS.get(page.word(m.first - 1))
    if kind is None:
        kind = "country" if page.has(m.first, "country") else "city" if page.has(m.first, "capital") else m.kind
    return Place(m.name, m.entity or None, kind)


def _since(stage: Stage, first: int, last: int) -> str | None:
    page = stage.page
    for time in stage.ground.times_in(first, last):
        if any(page.word(k).lstrip("و") == "منذ" for k in range(time.first - 2, time.first)):
            return time.id
    return None


def _under(stage: Stage, first: int, last: int) -> Span | None:
    """The mission or alliance behind ضمن or في إطار."""
    page = stage.page
    for i in range(first, min(last, first + 14)):
        if page.word(i) == "ضمن":
            phrase = phrase_at(page, i + 1, last)
            if phrase is not None:
                end = phrase.last
                if page.word(end) == "ضد":
                    end = min(end + 2, last)
                return page.span(phrase.first, end)
    return None
