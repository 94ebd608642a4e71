"""The cast of a report: its entities, and the actor that a phrase stands for."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from mithaq.entity import Actor, Entity, Mention
from mithaq.grammar.actor.shape import ActorPhrase
from mithaq.grammar.actor.sight import ART, PRON, sight
from mithaq.grammar.actor.words import SOURCES
from mithaq.grammar.page import Page
from mithaq.reading.mentions import Mentions, display
from mithaq.reading.naming import VOWELS, Title, key_of, name_key, skeleton_of, title_of, words_of

_RIVALS = 50  # how many names with one word in common are told apart
_REACH = 400  # how many mentions back and ahead a phrase is resolved
_Key = tuple[str, ...]


@dataclass(slots=True)
class _Named:
    """The named mentions of one label in the order of the text: first tokens, keys, entities; and where each key stands."""

    firsts: list[int]
    keys: list[_Key]
    entities: list[Entity]
    places: dict[_Key, list[int]]
    by_word: dict[str, list[_Key]]  # made when a phrase is first looked up
    found: dict[_Key, list[int]]  # by the key of a phrase: the mentions whose names it can stand for

    def with_word(self, word: str) -> Iterable[_Key]:
        """The keys that have a word, each once, in the order of the text."""
        if not self.by_word:
            for key in self.places:
                for one in dict.fromkeys(key):
                    self.by_word.setdefault(one, []).append(key)
        return self.by_word.get(word, ())


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
        self._named: dict[str, _Named] = {}
        # Titles beside names, by their head: where, the title, the holder.
        self._holders: dict[str, list[tuple[int, Title, Entity]]] = {}
        self._fitting: dict[Title, list[tuple[int, Entity]]] = {}  # those whom a title can mean, in order
        self._titles: dict[tuple[int, int], Title] = {}
        self._build()

    def entities(self) -> list[Entity]:
        """All entities, in the order of their first mentions."""
        return self._entities

    # --- making the entities ------------------------------------------------------------------

    def _build(self) -> None:
        groups: dict[str, list[tuple[_Key, Mention]]] = {}
        for m in self.mentions:
            groups.setdefault(m.label, []).append((key_of(self.s, m), m))
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
        for m, (first, last) in sorted(self._gathered.roles, key=lambda r: r[0].first):
            if m.id in of:
                title = title_of(self.s, first, last)
                self._holders.setdefault(title.head, []).append((m.first, title, of[m.id]))

    def _group(self, label: str, members: list[tuple[_Key, Mention]]) -> None:
        """The entities of one label: full names first, then each shorter one to the nearest fuller one that can be called so."""
        full: dict[_Key, Entity] = {}
        where: dict[_Key, list[int]] = {}
        by_word: dict[str, list[_Key]] = {}
        skeletons: dict[_Key, _Key] = {}
        of = self._of
        for key, m in sorted(members, key=lambda x: -len(x[0])):
            known = key if key in full else None
            if known is None and label == "person":
                known = skeletons.get(skeleton_of(self.s, key))
            if known is None and label in ("person", "organization"):
                known = self._fuller(label, key, m.first, where, by_word)
            if known is None:
                entity = Entity(f"e{m.span.start}-{m.span.end}", label, m.name)
                self._entities.append(entity)
                full[key] = entity
                where[key] = [m.first]
                if label == "person":
                    skeletons.setdefault(skeleton_of(self.s, key), key)
                for word in set(key):
                    by_word.setdefault(word, []).append(key)
            else:
                entity = full[known]
                insort(where[known], m.first)
            of[m.id] = entity
        keys = [key for key, _ in members]
        places: dict[_Key, list[int]] = {}
        for n, key in enumerate(keys):
            places.setdefault(key, []).append(n)
        firsts, entities = [m.first for _, m in members], [of[m.id] for _, m in members]
        self._named[label] = _Named(firsts, keys, entities, places, {}, {})

    def _fuller(
        self,
        label: str,
        key: _Key,
        at: int,
        where: dict[_Key, list[int]],
        by_word: dict[str, list[_Key]],
    ) -> _Key | None:
        """The key of the nearest entity whose fuller name has all the words of a short one."""
        if not key:
            return None
        words = set(key)
        candidates = by_word.get(key[-1], ())[:_RIVALS]
        fits = [other for other in candidates if words <= set(other) and _short(label, key, other)]
        return min(fits, key=lambda other: _distance(where[other], at)) if fits else None

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
            key = words_of(self.s, *phrase.name)
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
                entity = self._of_kind(phrase.head, before, set(words_of(self.s, phrase.first, phrase.last)))
        if entity is None:
            return Actor(name, role, None, mention)
        if entity.label == "place":
            return Actor(name, role, entity.id, mention)
        return Actor(entity.name, role, entity.id, mention)

    def actors(self, phrase: ActorPhrase, before: int) -> list[Actor]:
        """The actors that a phrase stands for: its parts, or itself."""
        return [self.actor(p, before) for p in phrase.parts or [phrase]]

    def _lookup(self, label: str, key: _Key, before: int) -> Entity | None:
        """The entity with a name, or the nearest one with a fuller name."""
        named = self._named.get(label)
        if not named or not key:
            return None
        found = named.found.get(key)
        if found is None:
            found = named.found[key] = self._standing(label, named, key)
        return self._nearest(named, found, before)

    def _standing(self, label: str, named: _Named, key: _Key) -> list[int]:
        """The mentions of a label, by number, that have a name or a fuller one."""
        words = set(key)
        group = label == "organization" and self._is_group(key[0])
        found: list[int] = []
        for other in named.with_word(key[0]):
            if key == other or (words <= set(other) and (label == "place" or _short(label, key, other))):
                if group and key[0] != other[0]:
                    continue  # المعهد is not مجلس المعهد
                found += named.places[other]
        found.sort()
        return found

    @staticmethod
    def _nearest(named: _Named, numbers: list[int], before: int) -> Entity | None:
        """The entity of the mention, among those numbered, that is nearest before a token, else nearest behind it."""
        at = bisect_left(named.firsts, before + 1)
        n = bisect_left(numbers, at)
        if n and numbers[n - 1] >= at - _REACH:
            return named.entities[numbers[n - 1]]
        return named.entities[numbers[n]] if n < len(numbers) and numbers[n] < at + _REACH else None

    def _respelt(self, key: _Key) -> Entity | None:
        """The person or organisation whose name a foreign word spells otherwise (ناورت, نويرت; دوغان, دوجان)."""
        skeleton = skeleton_of(self.s, key)
        if skeleton == key and key[-1].translate(VOWELS) != key[-1]:
            return None
        for label in ("person", "organization"):
            named = self._named.get(label)
            if named is None:
                continue
            for other, entity in zip(named.keys[:_REACH], named.entities, strict=False):
                if skeleton_of(self.s, other)[-len(skeleton) :] == skeleton:
                    return entity
                if (
                    label == "organization"
                    and len(key) == 1
                    and any(skeleton_of(self.s, (w,)) == skeleton for w in other)
                ):
                    return entity
        return None

    def _is_group(self, stem: str) -> bool:
        return self.page.grammar.lexicon.has(stem, "group")

    def _of_kind(self, head: int, before: int, words: set[str] | None = None) -> Entity | None:
        """المفوضية, الصحيفة: the nearest organisation that begins with the same noun."""
        named = self._named.get("organization")
        if named is None:
            return None
        stem = self.s.stems[head]
        asked = ("", stem, *sorted(words or ()))  # no name has an empty word
        found = named.found.get(asked)
        if found is None:
            found = named.found[asked] = []
            for key in named.with_word(stem):
                if key[0] == stem and len(key) > 1 and (words is None or words <= set(key)):
                    found += named.places[key]
            found.sort()
        return self._nearest(named, found, before)

    def _by_title(self, phrase: ActorPhrase, before: int) -> tuple[Entity | None, str | None]:
        """The holder of a title: the nearest before who can be called so, or the only one; or an unnamed one described before."""
        assert phrase.role
        title = self._title(*phrase.role)
        if not phrase.definite or self.s.bits[phrase.head] & PRON:
            return None, None
        short = phrase.last - phrase.first == 1
        fits = self._fitting.get(title)
        if fits is None:
            holders = self._holders.get(title.head, ())
            fits = self._fitting[title] = [(at, entity) for at, role, entity in holders if role.covers(title)]
        earlier = bisect_left(fits, before, key=lambda f: f[0])
        described = self._described(phrase, title, before) if short or title.head in SOURCES else None
        if earlier and not (described and described[0] > fits[earlier - 1][0]):
            return fits[earlier - 1][1], None
        if described:
            return None, described[1]
        if fits and all(e is fits[0][1] for _, e in fits):
            return fits[0][1], None
        if fits or title.head not in ("رييس", "وزير", "ملك"):
            return None, None
        return self._untitled, None

    def _title(self, first: int, last: int) -> Title:
        known = self._titles.get((first, last))
        if known is None:
            known = self._titles[first, last] = title_of(self.s, first, last)
        return known

    def _described(self, phrase: ActorPhrase, title: Title, before: int) -> tuple[int, str] | None:
        """An unnamed actor described more fully before (المصدر, المسؤول, المتحدث)."""
        unnamed = self._gathered.unnamed
        at = bisect_left(unnamed, before, key=lambda p: p.first)
        for other in reversed(unnamed[max(0, at - _REACH) : at]):
            if other.role is None or other.plural != phrase.plural:
                continue
            if other.last - other.first <= phrase.last - phrase.first or other.first == phrase.first:
                continue
            role = self._title(*other.role)
            if role.covers(title) or (
                title.head == "مصدر" and not title.words and not other.definite and role.head in SOURCES
            ):
                span = self.page.span(other.first, other.last)
                return other.first, display(self.s, other.first, span)
        return None

    @cached_property
    def _untitled(self) -> Entity | None:
        """The only person of the report whom no title goes with, and whom it names again and again (ترامب … الرئيس الأميركي)."""
        held = {entity.id for holders in self._holders.values() for _, _, entity in holders}
        free = [e for e in self._entities if e.label == "person" and e.id not in held and len(e.mentions) > 1]
        return free[0] if len(free) == 1 and not held else None


def _distance(places: list[int], at: int) -> int:
    """How far the nearest of some sorted places lies: one before it, or else, much farther, one behind it."""
    n = bisect_left(places, at)
    return at - places[n - 1] if n else 10_000 + places[0] - at


def _short(label: str, key: _Key, other: _Key) -> bool:
    """Whether a fuller name can be shortened so: a person to his first or last words, an organisation to its first."""
    if label == "person":
        return len(key) > 1 or key[0] in (other[0], other[-1]) or len(other) > 2
    return key[0] == other[0] or (len(key) == 1 and len(other) <= 4)
