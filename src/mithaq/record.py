"""The record: everything that was read from one report, each value with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from mithaq.document import Document
from mithaq.entity import Actor, Entity, Mention
from mithaq.span import Span
from mithaq.timex import Timex


@dataclass(slots=True)
class Published:
    """The day of publication: a day, or the days between which it lies, and why."""

    value: date | None
    earliest: date | None
    latest: date | None
    basis: str
    because: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Repair:
    """A word that was misread by a machine, and what it must have been. The text itself keeps the misreading."""

    span: Span
    repaired: str
    why: str


@dataclass(slots=True)
class Statement:
    """Reported speech in the sense of PARC 3.0: a source, a cue and a content."""

    id: str
    content: Span
    cue: Span
    kind: str
    source: list[Actor]
    medium: Span | None = None
    addressee: Span | None = None
    said: str | None = None
    within: str | None = None
    found_by: str = ""


@dataclass(slots=True)
class Deadline:
    """When an act is due: `relation` to a time expression (`timex`), its value, and the day where the text fixes one."""

    relation: str
    timex: str | None
    value: str
    mod: str | None = None
    due: date | None = None


@dataclass(slots=True)
class Commitment:
    """A party that is bound, or binds itself, to a future act."""

    id: str
    act: Span
    bearer: list[Actor]
    modality: str
    polarity: str = "positive"
    beneficiary: list[Actor] = field(default_factory=list)
    deadline: Deadline | None = None
    conditions: list[Span] = field(default_factory=list)
    agreement: str | None = None
    asserted_by: list[str] = field(default_factory=lambda: ["document"])
    statement: str | None = None
    found_by: str = ""


@dataclass(slots=True)
class Demand:
    """A call by a party on another to act or to refrain."""

    id: str
    by: list[Actor]
    addressee: list[Actor]
    act: Span
    condition: Span | None = None
    deadline: Deadline | None = None
    statement: str | None = None
    found_by: str = ""


@dataclass(slots=True)
class StatusClaim:
    """What somebody says has become of a commitment, an agreement, a truce, a law or a mandate."""

    id: str
    span: Span
    claim: str
    by: list[Actor] | list[str]
    about: Span | None
    date: str | None = None
    statement: str | None = None
    found_by: str = ""


@dataclass(slots=True)
class Position:
    """Who supports, opposes or conditions what."""

    id: str
    holder: list[Actor]
    target: Span
    stance: str
    cue: Span
    conditions: list[Span] = field(default_factory=list)
    statement: str | None = None
    found_by: str = ""


@dataclass(slots=True)
class Place:
    """A place of a presence: its name, the entity it belongs to, its kind; and what the gazetteers know of it."""

    name: str
    entity: str | None
    kind: str | None
    province: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    lat: float | None = None
    lon: float | None = None


@dataclass(slots=True)
class Presence:
    """A number of people or units of a force said to be, or to have been, somewhere."""

    id: str
    span: Span
    force: Span
    count: int | list[int] | None
    approx: bool
    nationality: str | None = None
    places: list[Place] = field(default_factory=list)
    since: str | None = None
    under: Span | None = None
    found_by: str = ""


@dataclass(slots=True)
class Event:
    """Something that happens, is planned, supposed or denied, coded with PLOVER's types."""

    id: str
    cue: Span
    type: str
    mode: str | None
    status: str
    actors: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    time: str | None = None
    place: str | None = None
    found_by: str = ""


@dataclass(slots=True)
class Agreement:
    """An agreement that a report speaks of, and the commitments gathered under it."""

    id: str
    name: Span
    parties: list[Actor]
    stage: str
    date: str | None = None
    commitments: list[str] = field(default_factory=list)
    found_by: str = ""


@dataclass(slots=True)
class Issue:
    """What the reader saw and could not settle."""

    what: str
    where: Span | None = None


@dataclass(slots=True)
class Record:
    """What one report says. `to_json` gives the form of the contract (`docs/record.md`)."""

    document: Document
    title: Span | None
    publisher: str | None
    published: Published
    language: str = "ar"  # BCP 47; `und` where the text is not Arabic, and then nothing is read
    repairs: list[Repair] = field(default_factory=list)
    joins: list[Span] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    status_claims: list[StatusClaim] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    presences: list[Presence] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """A dictionary of plain values, ready for `json.dumps`; offsets in code points of the document's text."""
        text = self.document.text
        published = self.published
        return {
            "document": {
                "id": self.document.id,
                "source": self.document.source,
                "title": self.title.to_json(text) if self.title else None,
                "publisher": self.publisher,
                "url": self.document.url,
                "language": self.language,
                "published": {f.name: _plain(getattr(published, f.name), text) for f in fields(published)},
                "text": text,
                "repairs": [{**r.span.to_json(text), "repaired": r.repaired, "why": r.why} for r in self.repairs],
                "joins": [{"start": j.start, "end": j.end} for j in self.joins],
            },
            "timexes": [t.to_json(text) for t in self.timexes],
            "mentions": [m.to_json(text) for m in self.mentions],
            "entities": [e.to_json() for e in self.entities],
            **{layer: [_plain(e, text) for e in getattr(self, layer)] for layer in ENTRY_LAYERS},
            "issues": [{"where": i.where.to_json(text) if i.where else None, "what": i.what} for i in self.issues],
        }


ENTRY_LAYERS = (
    "statements",
    "commitments",
    "demands",
    "status_claims",
    "positions",
    "presences",
    "events",
    "agreements",
)


def _plain(value: Any, text: str) -> Any:
    """An entry as plain values: spans with their words, days in ISO 8601."""
    if isinstance(value, Span):
        return value.to_json(text)
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, Actor):
        return value.to_json(text)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Sequence):
        return [_plain(v, text) for v in value]
    return {f.name: _plain(getattr(value, f.name), text) for f in fields(value)}
