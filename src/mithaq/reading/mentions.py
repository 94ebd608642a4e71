"""Mentions: everything in a report that names a person, an organisation, a place or a facility."""

from __future__ import annotations

from mithaq.entity import Mention
from mithaq.grammar.actor.noun import complements, core
from mithaq.grammar.actor.person import FREE, STRONG, person_end
from mithaq.grammar.actor.phrase import ActorPhrase, one
from mithaq.grammar.actor.sight import (
    AL, GIVEN, HON, L, MINISTRY, NAME, ORG, PART, PLACE, PUNCT, RANK, ROLE, SAY, SURNAME, UNK, VERB, W, Sight, sight,
)  # fmt: skip
from mithaq.grammar.page import Page
from mithaq.span import Span

_TITLE = ROLE | RANK | HON
_PERSON = GIVEN | SURNAME | PART
_START = _TITLE | _PERSON | ORG | NAME | PLACE | MINISTRY


class Mentions:
    """The mentions of one page while they are gathered, and the titles that stand without a name."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.s = sight(page)
        self.found: list[Mention] = []
        self.unnamed: list[ActorPhrase] = []
        self._taken: dict[str, set[int]] = {"person": set(), "organization": set(), "place": set(), "facility": set()}
        self._titles: set[int] = set()

    def read(self) -> list[Mention]:
        """All mentions, in the order of the text."""
        s = self.s
        phrases = s.phrases
        for i, bits in enumerate(s.bits):
            if bits & _START or s.stems[i] in phrases:
                self._at(i, bits)
            elif bits & SAY and bits & VERB:
                self._subject(i + 1)
        self._again()
        self.found.sort(key=lambda m: m.span)
        return self.found

    def _at(self, i: int, bits: int) -> None:
        s = self.s
        known = s.known_name(i)
        if known:
            end, kind, _ = known
            if kind in ("country", "capital", "place"):
                self._add("place", i, end)
                return
            if kind == "facility":
                self._add("facility", i, end)
                return
        stop = min(i + 40, s.count)
        if (known and known[1] == "org") or bits & ORG or (bits & MINISTRY and s.masks[i] & AL):
            self._organisation(i, stop)
        elif bits & PLACE:
            self._place(i, stop)
        elif bits & _TITLE or (known and known[1] in ("role", "rank", "honorific")):
            if i not in self._titles:
                self._titled(i, stop)
        elif bits & _PERSON and i not in self._taken["person"]:
            end = person_end(s, i, stop, FREE)
            if end > i:
                self._person(i, end, stop)

    def _titled(self, i: int, stop: int) -> None:
        phrase = one(self.s, i, stop)
        if phrase is None or phrase.label != "person":
            return
        if phrase.name:
            if not self._taken["person"].isdisjoint(range(*phrase.name)):
                return
            self._add("person", *phrase.name, role=phrase.role, gender=phrase.gender)
        else:
            self.unnamed.append(phrase)

    def _person(self, i: int, end: int, stop: int) -> None:
        phrase = one(self.s, i, stop)
        role = None
        if phrase and phrase.role and phrase.name and phrase.name[0] == i:
            role = phrase.role
            self._titles.add(role[0])
        self._add("person", i, end, role=role)

    def _subject(self, i: int) -> None:
        """A name, even of one unknown word, behind a verb of saying."""
        s = self.s
        if i >= s.count or not s.bits[i] & (UNK | SURNAME | GIVEN) or s.bits[i] & PUNCT or i in self._taken["person"]:
            return
        end = person_end(s, i, min(i + 8, s.count), STRONG)
        if end > i:
            self._person(i, end, min(i + 40, s.count))

    def _organisation(self, i: int, stop: int) -> None:
        s = self.s
        if i in self._taken["organization"]:
            return
        found = core(s, i, stop)
        if found is None or found.kind != "org":
            return
        if found.last < s.count and s.masks[found.last] & L:
            complements(s, found, stop, 1)
        if found.definite and (found.last - found.first > 1 or found.proper or not s.bits[i] & ORG):
            self._add("organization", i, found.last)

    def _place(self, i: int, stop: int) -> None:
        found = core(self.s, i, stop)
        if found and found.definite and found.last - found.first > 1:
            self._add("place", i, found.last)

    def _again(self) -> None:
        """Short forms of persons named more fully elsewhere in the report (ظريف, وظريف)."""
        s = self.s
        taken = self._taken["person"]
        last: dict[str, str] = {}
        for m in self.found:
            if m.label == "person" and m.last - m.first > 1:
                last[s.stems[m.last - 1]] = m.name
        if not last:
            return
        for i, stem in enumerate(s.stems):
            if i in taken:
                continue
            if stem in last:
                self._add("person", i, i + 1)
            elif stem[:1] in "وبلفك" and stem[1:] in last and s.bits[i] & UNK:
                self._add("person", i, i + 1, skip=1)

    def _add(
        self, label: str, first: int, last: int, role: tuple[int, int] | None = None, gender: str | None = None, skip: int = 0
    ) -> None:
        taken = self._taken[label]
        if first in taken:
            return
        taken.update(range(first, last))
        if label == "person":
            self.s.known[first] = (last, "person", None)
        span = self.page.span(first, last)
        if skip:
            span = Span(span.start + skip, span.end)
        name = display(self.s, first, span)
        self.found.append(
            Mention(
                f"m{span.start}-{span.end}", span, label, name, self.page.span(*role) if role else None, "", gender, first, last, "actor"
            )
        )


def display(s: Sight, first: int, span: Span) -> str:
    """The words of a name as it would stand alone: without proclitics, with its article."""
    text = span.cite(s.page.document.text)
    if s.masks[first] & L and s.masks[first] & AL:
        text = "ال" + text[(2 if not s.masks[first] & W else 2) :]
    return text


def read_mentions(page: Page) -> list[Mention]:
    """All mentions of persons, organisations, places and facilities of a report."""
    gathered = Mentions(page)
    page.memo["mentions"] = gathered
    return gathered.read()
