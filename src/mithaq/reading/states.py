"""States and bodies: which state words point to, whom a spokesman speaks for, and who `we` are."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, cached_property, lru_cache

from mithaq.entity import Actor
from mithaq.grammar.actor import phrase_at
from mithaq.grammar.clause.ground import Ground
from mithaq.grammar.clause.subject import acts
from mithaq.grammar.page import Page
from mithaq.lexicon.lexicon import Lexicon, records
from mithaq.reading.entities import Cast
from mithaq.reading.naming import name_key
from mithaq.record import Statement
from mithaq.span import Span
from mithaq.text.fold import fold_word

_BODIES = frozenset("حكومه وزاره مجلس جيش قوات برلمان هييه جهاز".split())  # these speak for themselves
_OWN = frozenset("وزاره حكومه هييه شركه لجنه نقابه بعثه مفوضيه اداره رياسه بلديه جامعه موسسه".split())
_SPOKESMEN = frozenset("متحدث متحدثه ناطق ناطقه".split())


@cache
def state_names() -> dict[str, str]:
    """The display name of each state by its ISO code."""
    return {c["iso"]: c["ar"][0] for c in records("countries.toml", "country")}


@cache
def state_organs(lexicon: Lexicon) -> dict[str, str]:
    """The state whose organ an organisation is, by its key."""
    return {" ".join(name_key(name)): state for name, state in lexicon.organs.items()}


@cache
def state_phrases() -> list[tuple[str, str]]:
    """The keys of the names of states that have several words."""
    return [
        (" ".join(name_key(n)), c["iso"]) for c in records("countries.toml", "country") for n in c["ar"] if " " in n
    ]


def same(a: Actor, b: Actor) -> bool:
    """Whether two actors are one: the same entity, or one name holds the words of the other."""
    if a.entity is not None and a.entity == b.entity:
        return True
    x, y = set(name_key(a.name)), set(name_key(b.name))
    return bool(x and y) and (x <= y or y <= x)


def name_words(text: str) -> list[str]:
    """The folded words of a name, as they stand."""
    return fold_word(text).replace("«", " ").replace("»", " ").replace('"', " ").split()


@lru_cache(maxsize=20_000)
def _states_in(lexicon: Lexicon, text: str) -> frozenset[str]:
    """The states that some words name, looked up once for all reports."""
    codes: set[str] = set()
    for word in name_words(text):
        _, _, stem = lexicon.analyse(word)
        for kind in ("demonym", "country", "capital"):
            code = lexicon.value(kind, stem) or lexicon.value(kind, word)
            if code:
                codes.add(code)
    key = name_key(text)
    whole = " ".join(key)
    organ = state_organs(lexicon).get(whole)
    if organ is not None:
        codes.add(organ)
    for name, code in state_phrases():
        if name in whole:
            codes.add(code)
    return frozenset(codes)


class States:
    """The states and bodies of one page."""

    def __init__(self, page: Page, cast: Cast, ground: Ground) -> None:
        self.page, self.cast, self.ground = page, cast, ground
        self._named: dict[str, str] = {}
        self.titles = self._titles()

    def _titles(self) -> dict[str, Span]:
        """The fullest title of each person, where its first word is one of office."""
        found: dict[str, Span] = {}
        starts = self.page.text.starts
        for m in self.cast.mentions:
            if (
                m.role is None
                or m.label != "person"
                or not self.page.has(bisect_left(starts, m.role.start), "role", "rank", "role_pl")
            ):
                continue
            known = found.get(m.entity)
            if known is None or m.role.end - m.role.start > known.end - known.start:
                found[m.entity] = m.role
        return found

    def role_of(self, actor: Actor) -> str:
        """The title of an actor, from this place or from elsewhere in the report."""
        role = actor.role or (self.titles.get(actor.entity) if actor.entity else None)
        return role.cite(self.page.document.text) if role is not None else ""

    def states_of(self, text: str) -> frozenset[str]:
        """The states that words name: by name, by capital, by adjective."""
        return _states_in(self.page.grammar.lexicon, text) if text else frozenset()

    def state_of(self, actors: list[Actor]) -> str | None:
        """The one state that the titles and names of actors point to."""
        codes: set[str] = set()
        for actor in actors:
            codes |= self.states_of(self.role_of(actor)) or self.states_of(actor.name)
        return state_names().get(next(iter(codes))) if len(codes) == 1 else None

    def affiliated(self, source: list[Actor], actors: list[Actor]) -> bool:
        """Whether those who speak belong to those who act: one state, or a body named in the title."""
        for s in source:
            words = set(name_key(self.role_of(s))) | set(name_key(s.name))
            states = self.states_of(self.role_of(s)) | self.states_of(s.name)
            for a in actors:
                if same(s, a) or states & (self.states_of(a.name) | self.states_of(self.role_of(a))):
                    return True
                key = set(name_key(a.name))
                if len(key) == 1 and key <= _OWN and self.role_of(s):
                    return True  # الوزارة, for whoever has an office
                if key and (key <= words or len(key & words) >= 2):
                    return True
        return False

    @cached_property
    def home(self) -> str | None:
        """The state that the report names most often: whose `بلاده` is where no title says it."""
        counts: dict[str, int] = {}
        for m in self.cast.mentions:
            for code in self.states_of(m.name):
                counts[code] = counts.get(code, 0) + 1
        return state_names().get(max(counts, key=lambda c: counts[c])) if counts else None

    def named_state(self, code: str) -> str:
        """A state as the report names it, most fully."""
        known = self._named.get(code)
        if known is not None:
            return known
        names = [
            m.name
            for m in self.cast.mentions
            if m.label in ("place", "organization") and self.states_of(m.name) == {code} and len(m.name.split()) <= 4
        ]
        names = [
            n
            for n in names
            if name_words(n)[0] in ("المملكه", "جمهوريه", "الجمهوريه", "دوله", "سلطنه", "مملكه") or len(n.split()) == 1
        ]
        self._named[code] = max(names, key=len) if names else state_names()[code]
        return self._named[code]

    def body_of(self, actor: Actor) -> list[Actor]:
        """The body or state that an actor speaks for, from the title."""
        span = actor.role or (self.titles.get(actor.entity) if actor.entity else None)
        if span is None:
            key = name_key(actor.name)
            organ = (
                state_organs(self.page.grammar.lexicon).get(" ".join(key)) if key and key[0] not in _BODIES else None
            )
            return [Actor(state_names()[organ])] if organ in state_names() else []
        starts = self.page.text.starts
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        found: list[Actor] = []
        for i in range(first + 1, last):
            if self.page.word(i) in ("باسم", "بلسان") or (
                i > first and self.page.has(i, "org_head") or i == first + 1 and self.page.has(i, "org", "org_head")
            ):
                at = i + 1 if self.page.word(i) in ("باسم", "بلسان") else i
                phrase = phrase_at(self.page, at, max(last, at + 6) if self.page.word(i) in ("باسم", "بلسان") else last)
                if phrase is not None and acts(self.ground, phrase):
                    found += [Actor(a.name, None, a.entity, None) for a in self.cast.actors(phrase, at) if a.name]
                    break
        state = self.state_of([actor])
        organ = None
        if found:
            organ = state_organs(self.page.grammar.lexicon).get(" ".join(name_key(found[0].name)))
        if organ in state_names():
            found.append(Actor(state_names()[organ]))
        elif (
            state
            and self.page.has(first, "role")
            and self.page.stem(first) not in ("باحث", "خبير", "محلل", "صحافي", "كاتب")
        ):
            found.append(Actor(state))
        return found

    def _speaks_for(self, actor: Actor) -> bool:
        role = self.role_of(actor)
        return bool(role) and name_key(role)[0] in _SPOKESMEN

    def spoken_for(self, statement: Statement) -> list[Actor]:
        """The body whose spokesman says what will take place: it is for that body to do."""
        actors = [a for a in statement.source if self._speaks_for(a)]
        return [b for a in actors for b in self.body_of(a)][:1]

    def we(self, statement: Statement) -> list[Actor]:
        """Who `we` are in a statement: the body that a spokesman speaks for; a leader and the body or state he leads."""
        found: list[Actor] = []
        for actor in statement.source:
            body = self.body_of(actor)
            spokesman = self._speaks_for(actor)
            bare = Actor(actor.name, actor.role, actor.entity, None)
            if not (spokesman and body):
                found.append(bare)
            found += [b for b in body if not any(same(b, f) for f in found)]
        return found
