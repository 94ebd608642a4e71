"""Noun phrases that name or describe an actor: a head with all that belongs to it, and the name beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from mithaq.grammar.actor.noun import Core, complements, core, head_kind
from mithaq.grammar.actor.person import FREE, STRONG, person_end
from mithaq.grammar.actor.sight import (
    ADJ, AL, BRACKET, CASED, COMMA, GIVEN, HON, NAME, OPEN, ORG, PART, PLURAL, PROCLITIC, QUANT, RANK, REL, ROLE, SURNAME, UNK, W, Sight,
    sight,
)  # fmt: skip
from mithaq.grammar.page import Page

_LABEL = {"role": "person", "person": "person", "org": "organization", "place": "place", "people": "unnamed group"}


@dataclass(slots=True)
class ActorPhrase:
    """An actor as a phrase: tokens `[first, last)`, appositions included.

    `name` and `role` are the tokens of the name and of the title where they stand in it; `head` the token of the head noun.
    """

    first: int
    last: int
    name: tuple[int, int] | None = None
    role: tuple[int, int] | None = None
    label: str = "person"
    gender: str | None = None
    plural: bool = False
    named: bool = False
    head: int = 0
    definite: bool = False
    parts: list[ActorPhrase] = field(default_factory=list)


def phrase_at(page: Page, token: int, stop: int) -> ActorPhrase | None:
    """The maximal actor phrase that begins at `token` and ends before the token `stop`; None where none begins."""
    s = sight(page)
    stop = min(stop, s.count)
    if token >= stop:
        return None
    first = one(s, token, stop)
    if first is None:
        return None
    return _coordinated(s, first, stop)


def one(s: Sight, token: int, stop: int) -> ActorPhrase | None:
    """One actor, without others joined to it by و."""
    i = token
    for _ in range(2):  # كل من, عدد من, معظم
        if i < stop and s.bits[i] & QUANT and not s.masks[i] & AL:
            i += 1
            if i < stop and s.words[i] == "من":
                i += 1
    if i >= stop:
        return None
    if s.bits[i] & OPEN:
        q = s.quoted.get(i)
        if q and q.close is not None and q.close < stop and q.last - q.first <= 6:
            found = ActorPhrase(token, q.close + 1, (q.first, q.last), None, "organization", named=True, head=q.first, definite=True)
            return found
        return None
    if s.words[i] == "#":
        i += 1
    found_core = core(s, i, stop)
    if found_core is None or found_core.kind == "unknown":
        return _person(s, token, i, stop, found_core)
    if found_core.kind == "person":
        return _person(s, token, i, stop, found_core)
    complements(s, found_core, stop)
    if found_core.kind == "role":
        return _titled(s, token, found_core, stop)
    label = _LABEL.get(found_core.kind, "unnamed group" if s.bits[found_core.head] & PLURAL else "organization")
    named = found_core.proper or found_core.kind in ("org", "place") and found_core.definite
    found = ActorPhrase(
        token, found_core.last, (i, found_core.last) if named else None, None, label, named=named, head=i, definite=found_core.definite
    )
    found.gender = "f" if s.feminine(i) else "m"
    found.plural = bool(s.bits[i] & PLURAL)
    _bracketed(s, found, stop)
    if found_core.both:
        _split(s, found, found_core)
    return found


def _person(s: Sight, token: int, i: int, stop: int, found: Core | None) -> ActorPhrase | None:
    """A person's name, with a title in apposition behind it."""
    end = person_end(s, i, stop, STRONG)
    if end == i:
        return None
    phrase = ActorPhrase(token, end, (i, end), None, "person", named=True, head=i, definite=True)
    phrase.gender = "f" if s.feminine(i) else None
    _bracketed(s, phrase, stop)
    _title_behind(s, phrase, stop)
    return phrase


def _titled(s: Sight, token: int, found: Core, stop: int) -> ActorPhrase:
    """A title, with the name or further titles behind it."""
    phrase = ActorPhrase(token, found.last, None, (found.first, found.last), "person", head=found.first, definite=found.definite)
    phrase.gender = "f" if s.feminine(found.head) else "m"
    phrase.plural = bool(s.bits[found.head] & PLURAL)
    j = found.last
    for _ in range(5):
        if j >= stop:
            break
        bits, mask = s.bits[j], s.masks[j]
        comma = False
        if bits & COMMA and j + 1 < stop:
            comma = True
            j += 1
            bits, mask = s.bits[j], s.masks[j]
        if mask & (W | CASED):
            break
        if bits & (ROLE | RANK | HON) and not bits & (GIVEN | SURNAME) and bool(bits & PLURAL) == phrase.plural:
            further = core(s, j, stop)
            if further is None or further.kind != "role" or not further.definite:
                break
            complements(s, further, stop)
            if comma and not _closes(s, further.last, stop):
                break
            j = further.last
            phrase.last = j
            assert phrase.role
            phrase.role = (phrase.role[0], j)
            continue
        if phrase.plural and not bits & (GIVEN | SURNAME | PART):
            break
        end = person_end(s, j, stop, STRONG if phrase.definite or bits & GIVEN else FREE)
        if end == j:
            break
        if comma and end < stop and not s.bits[end] & COMMA and not bits & (GIVEN | SURNAME | PART):
            break
        phrase.name = (j, end)
        phrase.named = True
        phrase.last = end
        _bracketed(s, phrase, stop)
        if comma and phrase.last < stop and s.bits[phrase.last] & COMMA:
            _title_behind(s, phrase, stop)
        break
    return phrase


def _closes(s: Sight, j: int, stop: int) -> bool:
    """Whether an apposition that a comma opened ends here: with a comma, a name, or the clause."""
    return j >= stop or bool(s.bits[j] & (COMMA | GIVEN | SURNAME | PART | UNK))


def _title_behind(s: Sight, phrase: ActorPhrase, stop: int) -> None:
    """A title in apposition behind a name, with a comma or without."""
    j = phrase.last
    comma = j < stop and bool(s.bits[j] & COMMA)
    if comma:
        j += 1
    if j >= stop or s.masks[j] & (W | CASED) or head_kind(s, j) != "role":
        return
    further = core(s, j, stop)
    if further is None or further.kind != "role" or not further.definite or s.bits[j] & PLURAL:
        return
    complements(s, further, stop)
    phrase.last = further.last
    if phrase.role is None:
        phrase.role = (further.first, further.last)


def _bracketed(s: Sight, phrase: ActorPhrase, stop: int) -> None:
    """A short form in brackets behind a name (ناتو)."""
    j = phrase.last
    if j < stop and s.words[j] == "(":
        for k in range(j + 2, min(j + 6, stop)):
            if s.words[k] == ")":
                phrase.last = k + 1
                return


def _split(s: Sight, phrase: ActorPhrase, found: Core) -> None:
    """الحكومتين العراقية والأمريكية: one actor for each adjective."""
    if s.stems[found.head].endswith(("ان", "ين")) and found.both == found.last - 1:
        phrase.plural = True
        for a, b in ((found.both - 1, found.both), (found.both, found.last)):
            phrase.parts.append(
                ActorPhrase(a, b, (a, b), None, phrase.label, phrase.gender, False, True, found.head, True)
            )


def _coordinated(s: Sight, phrase: ActorPhrase, stop: int) -> ActorPhrase:
    """Further actors of the same kind joined with و."""
    parts = [phrase]
    j = phrase.last
    while j < stop and len(parts) < 6 and not phrase.parts:
        if s.words[j] == "و" and j + 1 < stop:
            j += 1
        elif not s.masks[j] & W:
            break
        if not _same_kind(s, phrase, j):
            break
        following = one(s, j, stop)
        if following is None or following.label != phrase.label or not following.named and phrase.named:
            break
        parts.append(following)
        j = following.last
    if len(parts) == 1:
        return phrase
    whole = ActorPhrase(
        phrase.first, parts[-1].last, None, None, phrase.label, phrase.gender, True, phrase.named, phrase.head, phrase.definite, parts
    )
    return whole


def _same_kind(s: Sight, phrase: ActorPhrase, j: int) -> bool:
    bits = s.bits[j]
    if s.masks[j] & CASED:
        return False
    if phrase.label == "person":
        return bool(bits & (ROLE | RANK | HON | GIVEN | SURNAME | PART))
    if phrase.label == "place":
        return bool(bits & NAME) or s.known_name(j) is not None
    return bool(bits & (ORG | NAME)) or s.known_name(j) is not None


__all__ = ["ADJ", "AL", "BRACKET", "PROCLITIC", "REL", "ActorPhrase", "one", "phrase_at"]
