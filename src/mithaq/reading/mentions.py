"""Mentions: everything in a report that names a person, an organisation, a place or a facility."""

from __future__ import annotations

from mithaq.entity import Mention
from mithaq.grammar.actor.noun import Core, complements, core
from mithaq.grammar.actor.person import FREE, STRONG, person_end
from mithaq.grammar.actor.phrase import ActorPhrase, one, title_behind
from mithaq.grammar.actor.sight import (
    ADJ, ART, CONJ, DEMONYM, FORCE, GROUP, MINISTRY, NAME, NAMED, NISBA, NOMINAL, NOUN, PART, PLACE, PLURAL, PREP, PUNCT, QUANT, SAY,
    SURNAME, TIME, TITLE, UNK, VERB, WEAKROLE, Sight, sight,
)  # fmt: skip
from mithaq.grammar.actor.words import FACILITY_HEADS, LOOSE, NAMING, PLACE_HEADS
from mithaq.grammar.page import Page
from mithaq.span import Span
from mithaq.text.clitics import AL, L

_PERSON = NAMED | PART
_START = TITLE | _PERSON | GROUP | FORCE | NAME | PLACE | MINISTRY
_CLITICS = "وفبلك"


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
        phrases, stems = s.phrases, s.stems
        for i, bits in enumerate(s.bits):
            if bits & _START or stems[i] in phrases:
                self._at(i, bits)
            elif bits & SAY and bits & VERB and not bits & (PREP | QUANT | NOUN | TIME):
                self._subject(i + 1)
        self._again()
        self.found.sort(key=lambda m: m.span)
        return self.found

    def _at(self, i: int, bits: int) -> None:
        """What begins at token i, if anything does."""
        s = self.s
        known = s.known_name(i)
        kind = known[1] if known else ""
        stop = min(i + 40, s.count)
        if known and kind in ("country", "capital", "place", "region"):
            self._add("place", i, known[0])
        elif known and kind == "facility":
            self._add("facility", i, known[0])
        elif known and kind in ("person", "surname"):
            if i not in self._taken["person"]:
                self._person(i, known[0], stop)
        elif bits & TITLE or kind in ("role", "rank", "honorific"):
            if i not in self._titles and not self._describing(i, bits):
                self._titled(i, stop)
            if bits & GROUP:
                self._organisation(i, stop)
        elif kind == "org" or bits & (GROUP | FORCE) or bits & MINISTRY and bits & ART:
            if not known and s.stems[i] in PLACE_HEADS:
                self._place(i, stop)
            else:
                self._organisation(i, stop)
        elif bits & PLACE:
            self._place(i, stop)
        elif bits & _PERSON and i not in self._taken["person"]:
            end = person_end(s, i, stop, FREE)
            if end > i:
                self._person(i, end, stop)

    def _describing(self, i: int, bits: int) -> bool:
        """Whether a word that can be a title is an adjective here (القوى السياسية, الحملة العسكرية)."""
        if not bits & WEAKROLE or not bits & (ADJ | NISBA) or not i or bits & CONJ:
            return False
        before = self.s.bits[i - 1]
        return bool(before & (NOMINAL | UNK)) and not before & (VERB | PREP | PUNCT) or bool(before & ART)

    def _titled(self, i: int, stop: int) -> None:
        phrase = one(self.s, i, stop)
        if phrase is None or phrase.label != "person":
            return
        if phrase.name:
            if not self._taken["person"].isdisjoint(range(*phrase.name)):
                return
            self._add("person", *phrase.name, role=phrase.role, gender=phrase.gender)
        elif phrase.role:
            self.unnamed.append(phrase)

    def _person(self, i: int, end: int, stop: int) -> None:
        phrase = ActorPhrase(i, end, (i, end))
        title_behind(self.s, phrase, stop)
        if phrase.role:
            self._titles.add(phrase.role[0])
        self._add("person", i, end, role=phrase.role)

    def _subject(self, i: int) -> None:
        """A name, even of one unknown word, behind a verb of saying."""
        s = self.s
        if i >= s.count or not s.bits[i] & UNK or s.bits[i] & PUNCT or i in self._taken["person"]:
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
        if not found.proper and not self._names(found):
            return
        if found.last < s.count and found.definite:
            complements(s, found, min(stop, found.last + 6), 1)
        self._add("organization", i, found.last)

    def _names(self, found: Core) -> bool:
        """Whether a group noun with what belongs to it names an organisation."""
        s, i = self.s, found.first
        bits = s.bits[i]
        if found.last - i < 2:
            return bool(bits & MINISTRY and not bits & GROUP and found.definite and i + 1 < s.count)
        if bits & PLURAL and not bits & FORCE:
            return False
        if s.stems[i] in LOOSE:
            return s.stems[i] in NAMING and any(s.bits[k] & (DEMONYM | NAME) for k in range(i + 1, found.last))
        return found.definite or s.stems[i] in ("لجنه", "هييه", "منظمه", "قوات")

    def _place(self, i: int, stop: int) -> None:
        s = self.s
        stem = s.stems[i]
        facility = stem in FACILITY_HEADS
        if not facility and stem not in PLACE_HEADS or s.bits[i] & PLURAL:
            return
        found = core(s, i, stop)
        if found and found.definite and found.last - i > 1 and not s.bits[i] & ART and (found.proper or facility):
            label = "facility" if facility else "place"
            inner = i + 1
            if label == "place" and s.known_name(inner):
                return  # مدينة بغداد: the name itself is the mention
            self._add(label, i, found.last)

    def _again(self) -> None:
        """Short forms of persons named more fully elsewhere in the report (ظريف, وظريف)."""
        s = self.s
        taken = self._taken["person"]
        last: set[str] = set()
        for m in self.found:
            if m.label == "person" and m.last - m.first > 1:
                last.add(s.stems[m.last - 1])
        if not last:
            return
        for i, stem in enumerate(s.stems):
            if stem in last:
                if i not in taken and (s.bits[i] & (UNK | SURNAME | ART) or not s.bits[i] & (VERB | PREP)):
                    self._add("person", i, i + 1)
            elif stem[0] in _CLITICS and s.bits[i] & UNK and stem[1:] in last and i not in taken:
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
    mask = s.page.mask(first)
    if mask & L and mask & AL:
        text = "ال" + text[2:]
    return text


def read_mentions(page: Page) -> list[Mention]:
    """All mentions of persons, organisations, places and facilities of a report."""
    gathered = Mentions(page)
    page.memo["mentions"] = gathered
    return gathered.read()
