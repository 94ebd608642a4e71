"""The cast of a report: its entities, and the actor that a phrase stands for."""

from __future__ import annotations

from functools import lru_cache
from collections.abc import Iterable

from mithaq.entity import Actor, Entity, Mention
from mithaq.grammar.actor.phrase import ActorPhrase
from mithaq.grammar.actor.sight import sight
from mithaq.grammar.page import Page
from mithaq.reading.mentions import Mentions, display
from mithaq.text.fold import fold_word

_LIGHT = frozenset("ال بن ابن بنت ابو ابي ابا ال عبد".split())


@lru_cache(maxsize=50_000)
def name_key(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without articles and marks: what two spellings of one name share."""
    words = []
    for word in fold_word(name).replace('"', " ").replace("«", " ").replace("»", " ").split():
        if word.startswith("وال") and len(word) > 5:
            word = word[3:]
        if word.startswith("ال") and len(word) > 4:
            word = word[2:]
        words.append(word)
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == "عبد":
            joined[-1] = "عبدال" + word if not word.startswith("ال") else "عبد" + word
        else:
            joined.append(word)
    return tuple(joined)


class Cast:
    """Who a report names, and how to resolve a phrase to one of them."""

    def __init__(self, page: Page, mentions: list[Mention]) -> None:
        self.page = page
        self.mentions = mentions
        self.s = sight(page)
        gathered = page.memo.get("mentions")
        self.unnamed: list[ActorPhrase] = gathered.unnamed if isinstance(gathered, Mentions) else []
        self._entities: list[Entity] = []
        self._by_key: dict[tuple[str, tuple[str, ...]], Entity] = {}
        self._keys: dict[str, set[str]] = {}
        self._roles: list[tuple[int, frozenset[str], str, Entity]] = []
        self._build()

    def _build(self) -> None:
        groups: dict[str, list[tuple[tuple[str, ...], Mention]]] = {}
        for m in self.mentions:
            groups.setdefault(m.label, []).append((name_key(m.name), m))
        for label, members in groups.items():
            full: list[tuple[tuple[str, ...], Entity]] = []
            for key, m in sorted(members, key=lambda x: (-len(x[0]), x[1].span)):
                entity = self._by_key.get((label, key)) or self._fuller(label, key, full)
                if entity is None:
                    entity = Entity(f"e{m.span.start}-{m.span.end}", label, m.name)
                    full.append((key, entity))
                    self._entities.append(entity)
                self._by_key[label, key] = entity
                if m.name != entity.name and m.name not in entity.aliases:
                    entity.aliases.append(m.name)
            for _, m in members:
                entity = self._by_key[label, name_key(m.name)]
                entity.mentions.append(m.id)
                m.entity = entity.id
                if m.role is not None and label == "person":
                    words = frozenset(name_key(m.role.cite(self.page.document.text)))
                    head = name_key(m.role.cite(self.page.document.text))[:1]
                    self._roles.append((m.first, words, head[0] if head else "", entity))

    def _fuller(self, label: str, key: tuple[str, ...], full: list[tuple[tuple[str, ...], Entity]]) -> Entity | None:
        """The entity whose fuller name holds the words of a short one."""
        words = set(key)
        for other, entity in full:
            if words and words <= set(other) and (label == "person" or label == "organization" and key[0] == other[0]):
                return entity
        return None

    def entities(self) -> list[Entity]:
        """All entities, in the order of their first mentions."""
        return self._entities

    def actor(self, phrase: ActorPhrase, before: int) -> Actor:
        """The actor that a phrase stands for at its place: named as fully as the report names it."""
        page = self.page
        mention = page.span(phrase.first, phrase.last)
        role = page.span(*phrase.role) if phrase.role else None
        if phrase.wording:
            entity = self._find(phrase.label, phrase.wording)
            return Actor(entity.name if entity else phrase.wording, None, entity.id if entity else None, mention)
        if phrase.name:
            span = page.span(*phrase.name)
            name = display(self.s, phrase.name[0], span)
            if phrase.parts and not phrase.role:
                name = mention.cite(page.document.text)
            entity = self._find(phrase.label, name)
            return Actor(entity.name if entity else name, role, entity.id if entity else None, mention)
        if phrase.role and phrase.definite and not phrase.plural:
            entity = self._by_role(phrase, before)
            if entity:
                return Actor(entity.name, role, entity.id, mention)
        return Actor(display(self.s, phrase.first, mention), role, None, mention)

    def actors(self, phrase: ActorPhrase, before: int) -> Iterable[Actor]:
        """The actors that a phrase stands for: its parts, or itself."""
        return [self.actor(p, before) for p in phrase.parts or [phrase]]

    def _find(self, label: str, name: str) -> Entity | None:
        key = name_key(name)
        found = self._by_key.get((label, key))
        if found is None:
            found = self._fuller(label, key, [(name_key(e.name), e) for e in self._entities if e.label == label])
        return found

    def _by_role(self, phrase: ActorPhrase, before: int) -> Entity | None:
        assert phrase.role
        words = frozenset(name_key(self.page.span(*phrase.role).cite(self.page.document.text)))
        head = self.s.stems[phrase.head]
        fits = [(at, e) for at, w, h, e in self._roles if h == head and words <= w]
        earlier = [(at, e) for at, e in fits if at < before]
        if earlier:
            return max(earlier, key=lambda x: x[0])[1]
        if fits and len({e.id for _, e in fits}) == 1:
            return fits[0][1]
        return None
