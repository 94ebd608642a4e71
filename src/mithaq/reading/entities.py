"""The cast of a report: its entities, and the actor that a phrase stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mithaq.entity import Actor, Entity, Mention
from mithaq.grammar.actor.phrase import ActorPhrase
from mithaq.grammar.actor.sight import ART, PRON, Sight, sight
from mithaq.grammar.actor.words import SAME, SOURCES
from mithaq.grammar.page import Page
from mithaq.reading.mentions import Mentions, display
from mithaq.text.fold import fold_word

_MARKS = frozenset("«»()#_-،,./:")
_NO_MARKS = str.maketrans(dict.fromkeys('«»()#_،,:"“”', " "))
# Words of a title that tell nobody apart.
_LIGHT = frozenset("باسم في علي عن من الي لدي ل ب و سيد سيده دكتور دكتوره استاذ شيخ امير حالي".split())
_VOWELS = str.maketrans("ج", "غ", "اوي")


@lru_cache(maxsize=50_000)
def name_key(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without articles and marks: what two spellings of one name share."""
    words: list[str] = []
    for word in fold_word(name).translate(_NO_MARKS).split():
        bare = _bare(word[1:] if word.startswith("وال") and len(word) > 5 else word)
        if words and words[-1] == "عبد":
            words[-1] = "عبد" + bare
        else:
            words.append("عبد" + bare[5:] if bare.startswith("عبدال") and len(bare) > 6 else bare)
    return tuple(words)


@dataclass(frozen=True, slots=True)
class _Role:
    """A title beside a name, for comparing: its head, its other words, and the states it names."""

    head: str
    words: frozenset[str]
    states: frozenset[str]

    def covers(self, other: _Role) -> bool:
        """Whether a holder of this title can be called by the other one."""
        if self.head != other.head or not other.words <= self.words:
            return False
        return not other.states or not self.states or bool(other.states & self.states)


class Cast:
    """Who a report names, and how to resolve a phrase to one of them."""

    def __init__(self, page: Page, mentions: list[Mention]) -> None:
        self.page = page
        self.mentions = mentions
        self.s = sight(page)
        gathered = page.memo.get("mentions")
        self._gathered = gathered if isinstance(gathered, Mentions) else Mentions(page)
        self._entities: list[Entity] = []
        self._of: dict[str, Entity] = {}
        # By label: the first tokens of the mentions in order, their keys and their entities.
        self._firsts: dict[str, list[int]] = {}
        self._named: dict[str, list[tuple[tuple[str, ...], Entity]]] = {}
        self._holders: list[tuple[int, _Role, Entity]] = []
        self._build()

    def entities(self) -> list[Entity]:
        """All entities, in the order of their first mentions."""
        return self._entities

    # --- making the entities ------------------------------------------------------------------

    def _build(self) -> None:
        groups: dict[str, list[tuple[tuple[str, ...], Mention]]] = {}
        for m in self.mentions:
            groups.setdefault(m.label, []).append((_key(self.s, m), m))
        for label, members in groups.items():
            self._group(label, members)
        self._entities.sort(key=lambda e: int(e.id[1:].split("-")[0]))
        of = self._of
        for m in self.mentions:
            entity = of[m.id]
            m.entity = entity.id
            entity.mentions.append(m.id)
            if m.name != entity.name and m.name not in entity.aliases:
                entity.aliases.append(m.name)
        for m, (first, last) in self._gathered.roles:
            if m.id in of:
                self._holders.append((m.first, _role(self.s, first, last), of[m.id]))
        self._holders.sort(key=lambda h: h[0])

    def _group(self, label: str, members: list[tuple[tuple[str, ...], Mention]]) -> None:
        """The entities of one label: full names first, then each shorter one to the nearest fuller one that can be called so."""
        full: dict[tuple[str, ...], list[tuple[int, Entity]]] = {}
        by_word: dict[str, list[tuple[str, ...]]] = {}
        skeletons: dict[tuple[str, ...], tuple[str, ...]] = {}
        of = self._of
        for key, m in sorted(members, key=lambda x: -len(x[0])):
            known = full.get(key)
            if known is None and label == "person":
                same = skeletons.get(_skeleton(self.s, key))
                known = full.get(same) if same else None
            if known is None:
                known = self._fuller(label, key, m.first, full, by_word)
            if known is None:
                entity = Entity(f"e{m.span.start}-{m.span.end}", label, m.name)
                self._entities.append(entity)
                full[key] = [(m.first, entity)]
                skeletons.setdefault(_skeleton(self.s, key), key)
                for word in key:
                    by_word.setdefault(word, []).append(key)
            else:
                entity = known[0][1]
                known.append((m.first, entity))
            of[m.id] = entity
        self._firsts[label] = [m.first for _, m in members]
        self._named[label] = [(key, of[m.id]) for key, m in members]

    def _fuller(
        self,
        label: str,
        key: tuple[str, ...],
        at: int,
        full: dict[tuple[str, ...], list[tuple[int, Entity]]],
        by_word: dict[str, list[tuple[str, ...]]],
    ) -> list[tuple[int, Entity]] | None:
        """The nearest entity whose fuller name has all the words of a short one."""
        if label in ("place", "facility") or not key:
            return None
        words = set(key)
        fits = [other for other in by_word.get(key[-1], ()) if words <= set(other) and _short(label, key, other)]
        if not fits:
            return None
        return full[min(fits, key=lambda other: min((at - t if t <= at else 10_000 + t - at) for t, _ in full[other]))]

    # --- resolving a phrase -------------------------------------------------------------------

    def actor(self, phrase: ActorPhrase, before: int) -> Actor:
        """The actor that a phrase stands for at its place: named as fully as the report names it, or else in the words used."""
        page = self.page
        mention = page.span(phrase.first, phrase.last)
        role = page.span(*phrase.role) if phrase.role else None
        entity: Entity | None = None
        if phrase.wording:
            name = phrase.wording
            entity = self._lookup(phrase.label, name_key(name), before)
        elif phrase.name:
            span = page.span(*phrase.name)
            name = display(self.s, phrase.name[0], span)
            key = _words(self.s, *phrase.name)
            entity = self._lookup(phrase.label, key, before)
            if entity is None and phrase.label == "organization" and len(key) == 1:
                entity = self._of_kind(phrase.name[0], before)
            if entity is None and phrase.label == "person" and key:
                entity = self._lookup("organization", key, before) if len(key) == 1 else None
                entity = entity or self._respelt(key)
        elif phrase.parts:
            name = mention.cite(page.document.text)
        else:
            name = display(self.s, phrase.first, mention)
            if phrase.role and not phrase.plural:
                entity, unnamed = self._by_title(phrase, before)
                name = unnamed or name
            elif phrase.label == "organization" and self.s.bits[phrase.head] & ART:
                entity = self._of_kind(phrase.head, before, set(_words(self.s, phrase.first, phrase.last)))
        if entity is None:
            return Actor(name, role, None, mention)
        if entity.label == "place":
            return Actor(name, role, entity.id, mention)
        return Actor(entity.name, role, entity.id, mention)

    def actors(self, phrase: ActorPhrase, before: int) -> list[Actor]:
        """The actors that a phrase stands for: its parts, or itself."""
        return [self.actor(p, before) for p in phrase.parts or [phrase]]

    def _lookup(self, label: str, key: tuple[str, ...], before: int) -> Entity | None:
        """The entity with a name, or the nearest one with a fuller name."""
        named = self._named.get(label)
        if not named or not key:
            return None
        words = set(key)
        for other, entity in self._outwards(label, before):
            if key == other or words <= set(other) and (label == "place" or _short(label, key, other)):
                if label == "organization" and key[0] != other[0] and self._is_group(key[0]):
                    continue  # المعهد is not مجلس المعهد
                return entity
        return None

    def _respelt(self, key: tuple[str, ...]) -> Entity | None:
        """The person or organisation whose name a foreign word spells otherwise (ناورت, نويرت; دوغان, دوجان)."""
        skeleton = _skeleton(self.s, key)
        if skeleton == key and key[-1].translate(_VOWELS) != key[-1]:
            return None
        for label in ("person", "organization"):
            for other, entity in self._named.get(label, ()):
                if _skeleton(self.s, other)[-len(skeleton) :] == skeleton:
                    return entity
                if label == "organization" and len(key) == 1 and any(_skeleton(self.s, (w,)) == skeleton for w in other):
                    return entity
        return None

    def _is_group(self, stem: str) -> bool:
        return self.page.grammar.lexicon.has(stem, "group")

    def _outwards(self, label: str, before: int) -> Iterator[tuple[tuple[str, ...], Entity]]:
        """The named mentions of a label, the nearest before the token first, then those behind it."""
        named = self._named[label]
        at = bisect_left(self._firsts[label], before + 1)
        yield from reversed(named[:at])
        yield from named[at:]

    def _of_kind(self, head: int, before: int, words: set[str] | None = None) -> Entity | None:
        """المفوضية, الصحيفة: the nearest organisation that begins with the same noun."""
        if "organization" not in self._named:
            return None
        stem = self.s.stems[head]
        for key, entity in self._outwards("organization", before):
            if key and key[0] == stem and len(key) > 1 and (words is None or words <= set(key)):
                return entity
        return None

    def _by_title(self, phrase: ActorPhrase, before: int) -> tuple[Entity | None, str | None]:
        """The holder of a title: the nearest before who can be called so, or the only one; or an unnamed one described before."""
        assert phrase.role
        title = _role(self.s, *phrase.role)
        if not phrase.definite or self.s.bits[phrase.head] & PRON:
            return None, None
        short = phrase.last - phrase.first == 1
        fits = [(at, entity) for at, role, entity in self._holders if role.covers(title)]
        earlier = [(at, entity) for at, entity in fits if at < before]
        described = self._described(phrase, title, before) if short or title.head in SOURCES else None
        if earlier and not (described and described[0] > earlier[-1][0]):
            return earlier[-1][1], None
        if described:
            return None, described[1]
        if fits and len({e.id for _, e in fits}) == 1:
            return fits[0][1], None
        if fits or title.head not in ("رييس", "وزير", "ملك"):
            return None, None
        return self._untitled(), None

    def _described(self, phrase: ActorPhrase, title: _Role, before: int) -> tuple[int, str] | None:
        """An unnamed actor described more fully before (المصدر, المسؤول, المتحدث)."""
        for other in reversed(self._gathered.unnamed):
            if other.first >= before or other.role is None or other.plural != phrase.plural:
                continue
            if other.last - other.first <= phrase.last - phrase.first or other.first == phrase.first:
                continue
            role = _role(self.s, *other.role)
            if role.covers(title) or title.head == "مصدر" and not title.words and not other.definite and role.head in SOURCES:
                span = self.page.span(other.first, other.last)
                return other.first, display(self.s, other.first, span)
        return None

    def _untitled(self) -> Entity | None:
        """The only person of the report whom no title goes with, and whom it names again and again (ترامب … الرئيس الأميركي)."""
        held = {entity.id for _, _, entity in self._holders}
        free = [e for e in self._entities if e.label == "person" and e.id not in held and len(e.mentions) > 1]
        return free[0] if len(free) == 1 and not held else None


def _short(label: str, key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a fuller name can be shortened so: a person to his first or last words, an organisation to its first."""
    if label == "person":
        return len(key) > 1 or key[0] in (other[0], other[-1]) or len(other) > 2
    return key[0] == other[0] or len(key) == 1 and len(other) <= 4


def _key(s: Sight, m: Mention) -> tuple[str, ...]:
    words = _words(s, m.first, m.last)
    first = s.words[m.first]
    if len(words[0]) > len(m.name.split()[0]) and s.stems[m.first] == first:  # وترامب, with a clitic that no lexicon took off
        return (words[0][1:], *words[1:])
    return words


def _words(s: Sight, first: int, last: int) -> tuple[str, ...]:
    """The words of a name, folded, without clitics, articles and marks; عبد الله is one word."""
    words: list[str] = []
    for i in range(first, last):
        stem = s.stems[i]
        if stem in _MARKS:
            continue
        stem = _bare(stem)
        if words and words[-1] == "عبد":
            words[-1] = "عبد" + stem
        elif stem.startswith("عبدال") and len(stem) > 6:
            words.append("عبد" + stem[5:])
        else:
            words.append(stem)
    return tuple(words)


def _bare(stem: str) -> str:
    return stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem


def _skeleton(s: Sight, key: tuple[str, ...]) -> tuple[str, ...]:
    """A name with the vowel letters of its last word left out where that is foreign: ترمب and ترامب, دوجان and دوغان."""
    if not key:
        return key
    last = key[-1]
    lexicon = s.page.grammar.lexicon
    if lexicon.has(last, "given") or lexicon.has(last, "weak_name"):
        return key
    bare = last.translate(_VOWELS)
    return (*key[:-1], bare) if len(bare) > 2 else key


def _role(s: Sight, first: int, last: int) -> _Role:
    """A title as its head, its other words and its states."""
    head = s.stems[first]
    words: set[str] = set()
    states: set[str] = set()
    i = first + 1
    while i < last:
        known = s.known_name(i)
        if known and known[1] in ("country", "capital"):
            states.add(str(known[2]))
            i = known[0]
            continue
        stem = s.stems[i]
        state = s.value("demonym", stem)
        if state is not None:
            states.add(str(state))
        elif stem not in _LIGHT and stem not in _MARKS:
            words.add("وزراء" if stem == "حكومه" and head.startswith("رييس") else stem)
        i += 1
    return _Role(SAME.get(head, head), frozenset(words), frozenset(states))

