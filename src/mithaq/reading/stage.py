"""The stage: who is meant by the words and pronouns that carry a commitment, a demand or a claim."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from functools import cache, cached_property

from mithaq.entity import Actor
from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.clause.ground import Ground
from mithaq.grammar.clause.subject import Who, acts, actor_at, subject_of
from mithaq.grammar.page import Page
from mithaq.lexicon.lexicon import table
from mithaq.reading.entities import Cast, name_key
from mithaq.record import Statement
from mithaq.span import Span
from mithaq.text.clitics import P, W
from mithaq.timex import Timex

_BOTH = frozenset("طرفان طرفين جانبان جانبين بلدان بلدين دولتان دولتين حكومتين حكومتان فريقان فريقين رييسان رييسين جارين شريكين".split())
_COURT = frozenset("محكمه المحكمه قرار القرار قانون القانون مجلس دستور الدستور الاتفاق اتفاق".split())
_SPOKESMEN = frozenset("متحدث متحدثه ناطق ناطقه".split())


@cache
def state_names() -> dict[str, str]:
    """The display name of each state by its ISO code."""
    return {c["iso"]: c["ar"][0] for c in table("countries.toml")["country"]}


@cache
def state_organs() -> dict[str, str]:
    """The state whose organ an organisation is, by its key."""
    found = {}
    for entry in table("organisations.toml")["organisation"]:
        if entry.get("country") and entry["kind"] in ("government", "parliament", "army"):
            for name in (entry["name"], *entry.get("aliases", ())):
                found[" ".join(name_key(name))] = entry["country"]
    return found


def same(a: Actor, b: Actor) -> bool:
    """Whether two actors are one: the same entity, or one name holds the words of the other."""
    if a.entity is not None and a.entity == b.entity:
        return True
    x, y = set(name_key(a.name)), set(name_key(b.name))
    return bool(x and y) and (x <= y or y <= x)


class Stage:
    """Who acts on one page."""

    def __init__(self, page: Page, timexes: list[Timex], statements: list[Statement], cast: Cast, published: date | None) -> None:
        self.page, self.cast, self.published = page, cast, published
        self.ground = Ground(page, timexes, statements, cast.mentions)
        self.parties: list[tuple[int, list[Actor]]] = []
        self._gathered = False
        self._roles = self._titles()

    def _titles(self) -> dict[str, Span]:
        """The fullest title of each person, where its first word is one of office."""
        found: dict[str, Span] = {}
        starts = self.page.text.starts
        for m in self.cast.mentions:
            if m.role is None or m.label != "person" or not self.page.has(bisect_left(starts, m.role.start), "role", "rank", "role_pl"):
                continue
            known = found.get(m.entity)
            if known is None or m.role.end - m.role.start > known.end - known.start:
                found[m.entity] = m.role
        return found

    # -- who says it ---------------------------------------------------------------------------------------------

    def asserted(self, token: int) -> tuple[list[str], Statement | None]:
        """Who asserts what stands at a token: the source of the innermost statement around it, or the document."""
        statement = self.ground.statement(token)
        if statement is None:
            return ["document"], None
        return [a.name for a in statement.source], statement

    def cue_lemma(self, statement: Statement) -> str:
        """The lemma of a statement's cue."""
        token = bisect_left(self.page.text.starts, statement.cue.start)
        cue = self.page.grammar.lexicon.value("cue", self.page.stem(token))
        return cue.lemma if cue is not None else ""

    # -- resolving -----------------------------------------------------------------------------------------------

    def actors(self, phrase: ActorPhrase, at: int) -> list[Actor]:
        """The actors of a phrase: the parties behind `الطرفان`, the state behind `بلاده`, or those named."""
        stem = self.page.stem(phrase.head)
        if stem in _BOTH:
            known = self._known_parties(at)
            if known:
                return known
        if stem in ("جانب", "طرف", "حكومه", "سلطات") and phrase.last - phrase.first == 2 and stem in ("جانب", "طرف"):
            code = self.page.grammar.lexicon.value("demonym", self.page.stem(phrase.last - 1))
            if code in state_names():
                return [Actor(state_names()[code], None, None, self.page.span(phrase.first, phrase.last))]
        if stem == "بلاد" and self.page.mask(phrase.head) & P or self.page.word(phrase.head) in ("بلاده", "بلادها", "بلادنا"):
            statement = self.ground.statement(at)
            state = (self.state_of(statement.source) if statement else None) or self.home
            if state:
                return [Actor(state, None, None, self.page.span(phrase.first, phrase.last))]
        found = [a for a in self.cast.actors(phrase, at) if a.name]
        if (phrase.plural or stem.endswith(("ان", "ين"))) and not phrase.parts and phrase.name and self.page.mask(phrase.last) & W:
            further = phrase_at(self.page, phrase.last, phrase.last + 8)  # الرئيسان، فلان وفلان
            if further is not None and further.label == "person" and further.named:
                found += [a for a in self.cast.actors(further, at) if a.name]
        return found

    def resolve(self, who: Who, token: int) -> list[Actor]:
        """Who is meant, as far as the text says; [] where it does not."""
        if who.kind == "phrase" and who.phrase is not None:
            found = self.actors(who.phrase, token)
            for phrase in who.also:
                found += self.actors(phrase, token)
            return found + self._other(who, token)
        statement = self.ground.statement(token)
        if who.kind == "speaker":
            return self.we(statement) if statement else []
        if who.kind == "pronoun":
            if statement is not None and statement.kind != "direct" and self._fits(statement.source, who):
                return self._bare(statement.source)
            return self._bare(self.last_subject(token, who) or (statement.source if statement else [])) + self._other(who, token)
        if who.kind == "clause":
            return self._clause(token, who, statement)
        if who.kind == "object":
            but = self.actors(who.phrase, token) if who.phrase else []
            return self.object_before(token, who, but) if but else self._nearest(token)
        if who.kind == "antecedent" and who.noun is not None:
            phrase = self.ending_at(who.noun[0])
            return self.actors(phrase, token) if phrase else []
        if who.kind == "parties":
            return self._parties(token, who)
        return []

    def _other(self, who: Who, token: int) -> list[Actor]:
        """The party behind مع."""
        if who.noun is None or who.kind not in ("phrase", "pronoun"):
            return []
        phrase = phrase_at(self.page, who.noun[0], who.noun[1])
        return self.actors(phrase, token) if phrase else []

    def _clause(self, token: int, who: Who, statement: Statement | None) -> list[Actor]:
        """The subject of the clause that a participle or a possessive hangs on."""
        start, _ = self.ground.region(token)
        if statement is not None and token - start <= 1:
            return self._bare(statement.source)
        for i in range(token - 1, start - 1, -1):
            if i in self.ground.cues:
                return self._bare(self.ground.cues[i].source)
            if self.ground.verb_like(i) and self.page.word(i - 1) not in ("الذي", "التي", "الذين", "ان", "ما"):
                found = subject_of(self.ground, i, None, gender=None)
                if found.kind == "phrase" and found.phrase is not None and (found.phrase.last <= token):
                    return self.actors(found.phrase, token)
        phrase = actor_at(self.ground, start, token)
        if phrase is not None:
            return self.actors(phrase, token)
        if statement is not None:
            return self._bare(statement.source)
        return self._bare(self.last_subject(token, who))

    def last_subject(self, token: int, who: Who) -> list[Actor]:
        """The nearest subject before a token, in its paragraph or the one before, who agrees with the verb."""
        page, ground = self.page, self.ground
        quoted = ground.inside_quotation(token)
        lowest = max(0, token - 140)
        for i in range(token - 1, lowest - 1, -1):
            if i in ground.cues:
                if ground.inside_quotation(i) == quoted or not quoted:
                    source = ground.cues[i].source
                    if self._fits(source, who):
                        return source
                continue
            if not quoted and ground.inside_quotation(i):
                continue
            if ground.verb_like(i) and page.word(i - 1) not in ("الذي", "التي", "الذين", "ان", "ما"):
                found = subject_of(ground, i, None, gender=None)
                if found.kind == "phrase" and found.phrase is not None and found.phrase.last <= token:
                    phrase = found.phrase
                    if who.gender and phrase.gender and who.gender != phrase.gender and not phrase.plural and not who.plural:
                        continue
                    return self.actors(phrase, token)
        return []

    def _fits(self, source: list[Actor], who: Who) -> bool:
        """Whether a source agrees with a pronoun as far as the name shows."""
        if who.gender is None or not source:
            return True
        if len(source) > 1:
            return who.plural or who.gender is None
        if who.plural:
            label = next((e.label for e in self.cast.entities() if e.id == source[0].entity), None)
            return label != "person"
        head = name_key(source[0].name)[:1]
        if head and head[0].endswith(("ون", "ين")) and len(head[0]) > 5 and source[0].entity is None:
            return False
        woman = self._feminine(source[0])
        return woman is None or woman == (who.gender == "f")

    def _feminine(self, actor: Actor) -> bool | None:
        """Whether an actor is grammatically feminine: by the title, or by the head of a body's name; None: unknown."""
        role = self._roles.get(actor.entity or "") or actor.role
        label = next((e.label for e in self.cast.entities() if e.id == actor.entity), None)
        text = self.page.document.text
        if role is not None:
            return role.cite(text).split()[0].endswith("ة")
        if label == "person":
            return None
        head = actor.name.split()[0] if actor.name else ""
        if label == "place" or actor.entity is None and not head:
            return None
        return head.endswith(("ة", "ات")) if head else None

    def _bare(self, actors: list[Actor]) -> list[Actor]:
        """The actors without the words that stand elsewhere."""
        return [Actor(a.name, a.role, a.entity, None) for a in actors]

    def _nearest(self, token: int) -> list[Actor]:
        """The last actor named before a token in its sentence."""
        start, _ = self.page.text.sentence_of(token)
        near = [m for m in self.cast.mentions if start <= m.first and m.last <= token and m.label != "place"]
        if not near:
            return []
        m = near[-1]
        entity = next((e for e in self.cast.entities() if e.id == m.entity), None)
        return [Actor(entity.name if entity else m.name, m.role, m.entity or None, m.span)]

    def object_before(self, token: int, who: Who, but: list[Actor]) -> list[Actor]:
        """Whom a pronoun object means: the last person or body named before that agrees and is not who acts."""
        found: list[Actor] = []
        start, _ = self.page.text.sentence_of(token)
        for m in reversed(self.cast.mentions):
            if m.first >= token or m.first < start - 120 or m.label in ("place", "facility"):
                continue
            entity = next((e for e in self.cast.entities() if e.id == m.entity), None)
            actor = Actor(entity.name if entity else m.name, m.role, m.entity or None, None)
            if any(same(actor, b) for b in but) or not self._fits([actor], who):
                continue
            return [actor]
        return found

    def lawful(self, statement: Statement) -> bool:
        """Whether a statement is law: said by a court, a resolution, a law."""
        return any(name_words(a.name)[:1] and name_words(a.name)[0] in _COURT for a in statement.source)

    def ending_at(self, token: int) -> ActorPhrase | None:
        """The actor phrase that ends right before a token (its comma aside)."""
        page = self.page
        last = token - 1 if page.word(token - 1) in ("،", ",") else token
        start, _ = page.text.sentence_of(token)
        for i in range(max(start, last - 14), last):
            phrase = phrase_at(page, i, last)
            if phrase is not None and phrase.last == last and acts(self.ground, phrase):
                return phrase
        return None

    def _parties(self, token: int, who: Who) -> list[Actor]:
        """The parties of an agreement: `بين X وY` behind its name, or those who agreed before."""
        page = self.page
        if who.noun is not None:
            end = page.text.sentence_of(who.noun[0])[1]
            for i in range(who.noun[1], min(end, who.noun[1] + 12)):
                if page.word(i) == "بين":
                    phrase = phrase_at(page, i + 1, end)
                    if phrase is not None:
                        return self.actors(phrase, token)
        return self._known_parties(token)

    def _known_parties(self, token: int) -> list[Actor]:
        """Two or more who agreed, signed, spoke together or stand in `بين X وY` before a token; else the first of the page."""
        if not self._gathered:
            self._gathered = True
            self._gather_parties()
        known = sorted((p for p in self.parties if len(p[1]) > 1), key=lambda p: p[0])
        earlier = [p for t, p in known if t < token]
        return earlier[-1] if earlier else known[0][1] if known else []

    def _gather_parties(self) -> None:
        page, ground = self.page, self.ground
        for i, word in enumerate(page.text.words):
            if word == "بين":
                phrase = phrase_at(page, i + 1, page.text.sentence_of(i)[1])
            elif page.has(i, "deed") and any("agree" in d.jobs or d.jobs.get("status") == "signed" for d in ground.deeds(i)) and page.has(i, "past", "present"):
                phrase = subject_of(ground, i, None, gender=None).phrase
            else:
                continue
            if phrase is not None and len(phrase.parts) > 1 and page.stem(phrase.head) not in _BOTH:
                self.parties.append((i, [a for a in self.cast.actors(phrase, i) if a.name]))

    @cached_property
    def home(self) -> str | None:
        """The state that the report names most often: whose `بلاده` is where no title says it."""
        counts: dict[str, int] = {}
        for m in self.cast.mentions:
            for code in self.states_of(m.name):
                counts[code] = counts.get(code, 0) + 1
        return state_names().get(max(counts, key=lambda c: counts[c])) if counts else None

    def turn_ahead(self, time: Timex) -> None:
        """A bare weekday that dates an act still to be done is the next one, whatever the tense of the verb that governs it."""
        if self.published is None or time.earliest is None or time.latest is None or not 0 < (self.published - time.latest).days <= 7:
            return
        page = self.page
        tokens = range(time.first, time.last)
        if not any(page.has(i, "weekday") for i in tokens) or any(page.stem(i) in ("ماضي", "فايت", "منصرم") for i in tokens) or any(page.has(i, "digits", "month") for i in tokens):
            return
        week = timedelta(days=7)
        time.earliest, time.latest = time.earliest + week, time.latest + week
        time.value = time.earliest.isoformat() + time.value[10:]

    # -- we ------------------------------------------------------------------------------------------------------

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

    def _speaks_for(self, actor: Actor) -> bool:
        role = self.role_of(actor)
        return bool(role) and name_key(role)[0] in _SPOKESMEN

    def role_of(self, actor: Actor) -> str:
        """The title of an actor, from this place or from elsewhere in the report."""
        role = actor.role or (self._roles.get(actor.entity) if actor.entity else None)
        return role.cite(self.page.document.text) if role is not None else ""

    def body_of(self, actor: Actor) -> list[Actor]:
        """The body or state that an actor speaks for, from the title."""
        span = actor.role or (self._roles.get(actor.entity) if actor.entity else None)
        if span is None:
            organ = state_organs().get(" ".join(name_key(actor.name)))
            return [Actor(state_names()[organ])] if organ in state_names() else []
        starts = self.page.text.starts
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        found: list[Actor] = []
        for i in range(first + 1, last):
            if self.page.word(i) in ("باسم", "بلسان") or (i > first and self.page.has(i, "org_head") or i == first + 1 and self.page.has(i, "org", "org_head")):
                at = i + 1 if self.page.word(i) in ("باسم", "بلسان") else i
                phrase = phrase_at(self.page, at, max(last, at + 6) if self.page.word(i) in ("باسم", "بلسان") else last)
                if phrase is not None and acts(self.ground, phrase):
                    found += [Actor(a.name, None, a.entity, None) for a in self.cast.actors(phrase, at) if a.name]
                    break
        state = self.state_of([actor])
        organ = None
        if found:
            organ = state_organs().get(" ".join(name_key(found[0].name)))
        if organ in state_names():
            found.append(Actor(state_names()[organ]))
        elif state and self.page.has(first, "role") and self.page.stem(first) not in ("باحث", "خبير", "محلل", "صحافي", "كاتب"):
            found.append(Actor(state))
        return found

    def states_of(self, text: str) -> set[str]:
        """The states that words name: by name, by capital, by adjective."""
        value = self.page.grammar.lexicon.value
        analyse = self.page.grammar.lexicon.analyse
        codes = set()
        for word in name_words(text):
            _, _, stem = analyse(word)
            for kind in ("demonym", "country", "capital"):
                code = value(kind, stem) or value(kind, word)
                if code:
                    codes.add(code)
        whole = " ".join(name_key(text))
        if whole in state_organs():
            codes.add(state_organs()[whole])
        for code, name in state_names().items():
            if name_key(name) == name_key(text) or len(name.split()) > 1 and name in text:
                codes.add(code)
        return codes

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
                if key and (key <= words or len(key & words) >= 2):
                    return True
        return False


def name_words(text: str) -> list[str]:
    """The folded words of a name, as they stand."""
    from mithaq.text.fold import fold_word

    return fold_word(text).replace("«", " ").replace("»", " ").replace('"', " ").split()
