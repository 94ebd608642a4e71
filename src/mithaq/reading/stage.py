"""The stage: who is meant by the words and pronouns that carry a commitment, a demand or a claim."""

from __future__ import annotations

from bisect import bisect_left, insort
from datetime import date

from mithaq.entity import Actor, Mention
from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.clause.ground import Ground
from mithaq.grammar.clause.subject import Who, actor_at, acts, subject_of
from mithaq.grammar.page import Page
from mithaq.reading.entities import Cast
from mithaq.reading.mentions import Mentions
from mithaq.reading.naming import name_key
from mithaq.reading.states import States, name_words, same, state_names
from mithaq.record import Statement
from mithaq.text.clitics import P, W
from mithaq.timex import Timex

_BOTH = frozenset(
    "طرفان طرفين جانبان جانبين بلدان بلدين دولتان دولتين حكومتين حكومتان فريقان فريقين رييسان رييسين جارين شريكين".split()
)
_BETWEEN = frozenset({"بين"})
_COURT = frozenset("محكمه المحكمه قرار القرار قانون القانون مجلس دستور الدستور الاتفاق اتفاق".split())


def _outermost(phrases: list[ActorPhrase]) -> list[ActorPhrase]:
    """The phrases that stand inside no other, in order."""
    found: list[ActorPhrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.first, -p.last)):
        if not found or phrase.first >= found[-1].last:
            found.append(phrase)
    return found


class Stage:
    """Who acts on one page."""

    def __init__(
        self, page: Page, timexes: list[Timex], statements: list[Statement], cast: Cast, published: date | None
    ) -> None:
        self.page, self.cast, self.published = page, cast, published
        self.ground = Ground(page, timexes, statements, cast.mentions)
        self.parties: list[tuple[int, list[Actor]]] = []
        self._gathered = False
        gathered = page.memo.get("mentions")
        self._unnamed = _outermost(gathered.unnamed if isinstance(gathered, Mentions) else [])
        self._title_firsts = [p.first for p in self._unnamed]
        self._mentions = sorted(cast.mentions, key=lambda m: m.first)
        self._mention_firsts = [m.first for m in self._mentions]
        self.mentioned = {i for m in cast.mentions for i in range(m.first, m.last)}
        self.names = {e.id: e.name for e in cast.entities()}
        self.labels = {e.id: e.label for e in cast.entities()}
        self.states = States(page, cast, self.ground)

    def mentions_in(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin at one of the tokens `[first, last)`, in order."""
        return self._mentions[bisect_left(self._mention_firsts, first) : bisect_left(self._mention_firsts, last)]

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
        if stem in _BOTH or stem in ("طرف", "جانب") and self.page.has(phrase.first, "quant"):
            known = self._known_parties(at)
            if known:
                return known
        if stem in ("جانب", "طرف", "حكومه", "سلطات") and phrase.last - phrase.first == 2 and stem in ("جانب", "طرف"):
            code = self.page.grammar.lexicon.value("demonym", self.page.stem(phrase.last - 1))
            if code in state_names():
                return [Actor(self.states.named_state(code), None, None, self.page.span(phrase.first, phrase.last))]
        if (
            stem == "بلاد"
            and self.page.mask(phrase.head) & P
            or self.page.word(phrase.head) in ("بلاده", "بلادها", "بلادنا")
        ):
            statement = self.ground.statement(at)
            state = (self.states.state_of(statement.source) if statement else None) or self.states.home
            if state:
                return [Actor(state, None, None, self.page.span(phrase.first, phrase.last))]
        found = [a for a in self.cast.actors(phrase, at) if a.name]
        if (
            (phrase.plural or stem.endswith(("ان", "ين")))
            and not phrase.parts
            and phrase.name
            and self.page.mask(phrase.last) & W
        ):
            further = phrase_at(self.page, phrase.last, phrase.last + 8)  # الرئيسان، فلان وفلان
            if further is not None and further.label == "person" and further.named:
                found += [a for a in self.cast.actors(further, at) if a.name]
        return found

    def resolve(self, who: Who, token: int) -> list[Actor]:
        """Who is meant, as far as the text says; [] where it does not."""
        if who.kind == "phrase" and who.phrase is not None:
            found = self.actors(who.phrase, token)
            for other in who.also:
                found += self.actors(other, token)
            return found + self._other(who, token)
        statement = self.ground.statement(token)
        if who.kind == "speaker":
            return self.states.we(statement) if statement else []
        if who.kind == "pronoun":
            if statement is not None and statement.kind != "direct" and self._fits(statement.source, who):
                return self._bare(statement.source)
            return self._bare(self.last_subject(token, who) or (statement.source if statement else [])) + self._other(
                who, token
            )
        if who.kind == "clause":
            return self._clause(token, who, statement)
        if who.kind == "object":
            but = self.actors(who.phrase, token) if who.phrase else self.last_subject(token, Who("pronoun"))
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
        for surely in (True, False):  # a word that is a noun as well (رد) is a verb only where no other is
            for i in range(token - 1, start - 1, -1):
                if i in self.ground.cues:
                    return self._bare(self.ground.cues[i].source)
                if self.page.word(i - 1) in ("الذي", "التي", "الذين", "ان", "ما"):
                    continue
                if not (self.ground.verb_like(i) if surely else self._perhaps_verb(i, token)):
                    continue
                found = subject_of(self.ground, i, None, gender=None)
                if found.kind == "phrase" and found.phrase is not None and found.phrase.last <= token:
                    actors = self.actors(found.phrase, token)
                    if (
                        who.plural
                        and len(actors) == 1
                        and not found.plural
                        and self.labels.get(actors[0].entity or "") == "person"
                    ):
                        continue  # اتفاقهم: more than one
                    return actors
        phrase = actor_at(self.ground, start, token)
        if phrase is not None:
            return self.actors(phrase, token)
        if statement is not None:
            return self._bare(statement.source)
        return self._bare(self.last_subject(token, who))

    def _perhaps_verb(self, token: int, stop: int) -> bool:
        page = self.page
        if not page.has(token, "past") or page.mask(token) or page.has(token, "given", "weak_name", "name_part"):
            return False
        return actor_at(self.ground, token + 1, stop) is not None

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
                content = ground.content(i)
                if content is not None and not content[0] <= token < content[1]:
                    continue  # what a source said is another level
                found = subject_of(ground, i, None, gender=None)
                if found.kind == "phrase" and found.phrase is not None and found.phrase.last <= token:
                    phrase = found.phrase
                    if (
                        who.gender
                        and phrase.gender
                        and who.gender != phrase.gender
                        and not phrase.plural
                        and not who.plural
                    ):
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
            return self.labels.get(source[0].entity or "") != "person"
        head = name_key(source[0].name)[:1]
        if head and head[0].endswith(("ون", "ين")) and len(head[0]) > 5 and source[0].entity is None:
            return False
        woman = self._feminine(source[0])
        return woman is None or woman == (who.gender == "f")

    def _feminine(self, actor: Actor) -> bool | None:
        """Whether an actor is grammatically feminine: by the title, or by the head of a body's name; None: unknown."""
        role = self.states.titles.get(actor.entity or "") or actor.role
        label = self.labels.get(actor.entity or "")
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
        near = [m for m in self.mentions_in(start, token) if m.last <= token and m.label != "place"]
        if not near:
            return []
        m = near[-1]
        return [Actor(self.names.get(m.entity, m.name), m.role, m.entity or None, m.span)]

    def object_before(self, token: int, who: Who, but: list[Actor]) -> list[Actor]:
        """Whom a pronoun object means: the last person or body named before that agrees and is not who acts."""
        start, _ = self.page.text.sentence_of(token)
        near: list[tuple[int, Mention | ActorPhrase]] = [
            (m.first, m) for m in self.mentions_in(start - 120, token) if m.label not in ("place", "facility")
        ]
        titles: list[tuple[int, Mention | ActorPhrase]] = [
            (p.first, p)
            for p in self._unnamed[
                bisect_left(self._title_firsts, start - 120) : bisect_left(self._title_firsts, token)
            ]
        ]
        for _, one in sorted([*near, *titles], key=lambda x: -x[0]):
            if isinstance(one, ActorPhrase):
                actor = self.cast.actor(one, token)
            else:
                actor = Actor(self.names.get(one.entity, one.name), one.role, one.entity or None, None)
            if any(same(actor, b) for b in but) or not self._fits([actor], who):
                continue
            return [Actor(actor.name, actor.role, actor.entity, None)]
        return []

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
        n = bisect_left(self.parties, token, key=lambda p: p[0])
        return self.parties[n - 1][1] if n else self.parties[0][1] if self.parties else []

    def note_parties(self, token: int, actors: list[Actor]) -> None:
        """Keep in mind that these agreed, signed or spoke together."""
        if len(actors) > 1:
            insort(self.parties, (token, actors), key=lambda p: p[0])

    def _gather_parties(self) -> None:
        page, ground = self.page, self.ground
        for token, statement in ground.cues.items():
            if len(statement.source) > 1:
                self.note_parties(token, statement.source)
        agreeing = set(ground.with_job("agree", "status"))
        for i in sorted(agreeing.union(page.where(_BETWEEN))):
            if page.word(i) == "بين":
                phrase = phrase_at(page, i + 1, page.text.sentence_of(i)[1])
            elif page.has(i, "past", "present") and any(
                "agree" in d.jobs or d.jobs.get("status") == "signed" for d in ground.deeds(i)
            ):
                phrase = subject_of(ground, i, None, gender=None).phrase
            else:
                continue
            if phrase is not None and len(phrase.parts) > 1 and page.stem(phrase.head) not in _BOTH:
                self.note_parties(i, [a for a in self.cast.actors(phrase, i) if a.name])
