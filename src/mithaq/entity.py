"""Who and what a report names: mentions, and the entities that they are mentions of."""

from __future__ import annotations

from dataclasses import dataclass, field

from mithaq.span import Span


@dataclass(slots=True)
class Mention:
    """Words that name a person, an organisation, a place or a facility.

    `span` covers the name without its role and without proclitics; `extent` covers role and name together (`[first, last)`
    are its tokens). `entity` is the id of the entity it belongs to.
    """

    id: str
    span: Span
    label: str
    name: str
    role: Span | None = None
    entity: str = ""
    kind: str | None = None
    first: int = 0
    last: int = 0
    found_by: str = ""

    def to_json(self, text: str) -> dict[str, object]:
        """The form of `record.md`."""
        return {
            "id": self.id,
            **self.span.to_json(text),
            "label": self.label,
            "name": self.name,
            "role": self.role.cite(text) if self.role else None,
            "entity": self.entity,
            "found_by": self.found_by,
        }


@dataclass(slots=True)
class Entity:
    """One person, organisation, place or facility of a report; `name` is the fullest name that the report gives."""

    id: str
    label: str
    name: str
    kind: str | None = None
    aliases: list[str] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, object]:
        """The form of `record.md`."""
        return {
            "id": self.id,
            "label": self.label,
            "name": self.name,
            "kind": self.kind,
            "aliases": self.aliases,
            "mentions": self.mentions,
        }


@dataclass(slots=True)
class Actor:
    """Somebody who says, must, wants or does something: a name resolved inside the report.

    `name` is the fullest name that the report gives (or the words used, for the unnamed); `mention` the words that stand
    for the actor at this place, None where the language leaves it out (a pronoun in the verb).
    """

    name: str
    role: Span | None = None
    entity: str | None = None
    mention: Span | None = None

    def to_json(self, text: str) -> dict[str, object]:
        """The form of `record.md`."""
        return {
            "name": self.name,
            "role": self.role.cite(text) if self.role else None,
            "entity": self.entity,
            "mention": self.mention.to_json(text) if self.mention else None,
        }
