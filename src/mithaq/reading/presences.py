"""Force presences: how many of whom are where, since when, under which mission."""

from __future__ import annotations

from mithaq.entity import Mention
from mithaq.grammar.actor import phrase_at
from mithaq.grammar.presence import KINDS, Manned, manned
from mithaq.grammar.quantity import Quantity
from mithaq.reading.sites import site_of
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
    inside = first
    for m in stage.mentions_in(first, last):
        if m.label not in ("place", "facility"):
            continue
        if m.first == first + 1 and m.last <= one.force[0]:
            continue  # تنشر فرنسا: who posts them
        if m.first < inside:
            continue  # بغداد in مطار بغداد الدولي
        if page.has(m.first, "demonym") or m.first < one.force[1] and m.last > one.force[0] and m.label != "facility":
            continue
        found.append(_place(stage, m))
        inside = m.last
    for i in range(first, last - 1):
        if (
            page.stem(i) in ("قاعده", "معسكر", "مطار", "مجمع", "ثكنه")
            and page.word(i + 1) == "«"
            and i + 1 in stage.ground.opened
        ):
            q = stage.ground.opened[i + 1]
            name = page.whole(q.first, q.last).cite(page.document.text)
            if not any(p.name == name or name in p.name for p in found):
                found.append(Place(name, None, KINDS[page.stem(i)]))
    if not found and any(page.stem(i) in ("بلاد", "عاصمه") for i in range(first, last)):
        at = next(i for i in range(first, last) if page.stem(i) in ("بلاد", "عاصمه"))
        begin = at - 1 if page.stem(at - 1) in ("جنوب", "شمال", "شرق", "غرب") else at
        found.append(
            Place(page.whole(begin, at + 1).cite(page.document.text), None, "region" if begin < at else "country")
        )
    unique: list[Place] = []
    for p in found:
        if not any(u.name == p.name for u in unique):
            unique.append(p)
    _locate(stage, unique)
    return unique


def _locate(stage: Stage, places: list[Place]) -> None:
    """Give places what the gazetteers know of them; the states among them tell places of one name apart."""
    lexicon = stage.page.grammar.lexicon
    countries = frozenset(place.country for place in places if place.country)
    for place in places:
        if place.kind == "country":
            continue
        near = frozenset({place.country}) if place.country else countries
        site = site_of(lexicon, place.name, place.kind, near)
        if place.country and site.country != place.country:
            continue  # a capital that the gazetteers do not have
        place.kind = place.kind or site.kind
        place.province, place.country, place.lat, place.lon = site.province, site.country, site.lat, site.lon


def _place(stage: Stage, m: Mention) -> Place:
    page = stage.page
    kind = KINDS.get(page.stem(m.first)) or KINDS.get(page.stem(m.first - 1)) or KINDS.get(page.word(m.first - 1))
    known = stage.cast.s.known_name(m.first)
    state = known if known and known[1] in ("country", "capital") and known[0] >= m.last else None
    if kind is None:
        named = state[1] if state else next((k for k in ("country", "capital") if page.has(m.first, k)), None)
        kind = "city" if named == "capital" else named or m.kind
    return Place(m.name, m.entity or None, kind, country=str(state[2]) if state else None)


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
