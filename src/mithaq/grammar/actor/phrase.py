"""Noun phrases that name or describe an actor: a head with all that belongs to it, and the name beside it."""

# ruff: noqa: I001 - the features are imported many to a line
from __future__ import annotations

from mithaq.grammar.actor.complement import complements
from mithaq.grammar.actor.noun import Core, core
from mithaq.grammar.actor.person import STRONG, person_end
from mithaq.grammar.actor.shape import ActorPhrase
from mithaq.grammar.actor.sight import (
    ADJ, ART, CASE, CONJ, GROUP, NAMED, OPEN, PART, PEOPLE, PLURAL, PROCLITIC, QUANT, TITLE, WEAK, Sight, sight,
)  # fmt: skip
from mithaq.grammar.actor.title import bracketed, title_behind, titled
from mithaq.grammar.page import Page

_LABEL = {"role": "person", "person": "person", "org": "organization", "place": "place", "people": "unnamed group"}


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
        if i < stop and s.bits[i] & QUANT and not s.bits[i] & ART:
            i += 1
            if i < stop and s.words[i] == "من":
                i += 1
    if i < stop and s.words[i] == "#":
        i += 1
    if i >= stop:
        return None
    if s.bits[i] & OPEN:
        q = s.quoted.get(i)
        if q and q.close is not None and q.close < stop and q.last - q.first <= 6:
            return ActorPhrase(
                token, q.close + 1, (q.first, q.last), None, "organization", named=True, head=q.first, definite=True
            )
        return None
    if s.bits[i] & WEAK and not s.bits[i] & ART and i + 1 < stop and _names(s, i + 1):
        person = _person(s, token, i, stop)  # حسن نصر الله, مالك أحمد: a common word that is a name here
        if person and person.name and person.name[1] - i > 1:
            return person
    found = core(s, i, stop)
    if found is None or found.kind in ("unknown", "person"):
        return _person(s, token, i, stop)
    if found.kind == "role":
        complements(s, found, stop)
        return titled(s, token, found, stop)
    complements(s, found, stop)
    label = (
        "person"
        if found.kind == "people" and not s.bits[i] & (PLURAL | PEOPLE)
        else _LABEL.get(
            found.kind, "unnamed group" if s.bits[i] & PLURAL and s.words[i].endswith(("ون", "ين")) else "thing"
        )
    )
    named = (found.proper and label != "thing") or (found.kind in ("org", "place") and found.definite)
    phrase = ActorPhrase(token, found.last, (i, found.last) if named else None, None, label, named=named, head=i)
    phrase.definite = found.definite
    phrase.gender = "f" if s.feminine(i) else "m"
    phrase.plural = bool(s.bits[i] & PLURAL)
    bracketed(s, phrase, stop)
    if found.both:
        _split(s, phrase, found)
    return phrase


def _names(s: Sight, j: int) -> bool:
    """Whether token j is surely a word of a name."""
    if s.bits[j] & PROCLITIC:
        return False
    known = s.known_name(j)
    return bool(s.bits[j] & (NAMED | PART)) or bool(known and known[1] in ("person", "surname"))


def _person(s: Sight, token: int, i: int, stop: int) -> ActorPhrase | None:
    """A person's name, with a title in apposition behind it."""
    end = person_end(s, i, stop, STRONG)
    if end == i:
        return None
    phrase = ActorPhrase(token, end, (i, end), None, "person", named=True, head=i, definite=True)
    phrase.gender = "f" if s.ends_in(i, "ة") and end - i == 1 else None
    bracketed(s, phrase, stop)
    title_behind(s, phrase, stop)
    return phrase


def _split(s: Sight, phrase: ActorPhrase, found: Core) -> None:
    """الحكومتين العراقية والأمريكية: one actor for each adjective."""
    head = s.words[found.first]
    if not s.stems[found.first].endswith(("ان", "ين", "تا", "تي", "ا", "ي")) or found.both != found.last - 1:
        return
    text, page = s.page.document.text, s.page.text
    noun = s.page.span(found.first, found.first + 1).cite(text)
    for dual, single in (("تين", "ة"), ("تان", "ة"), ("ين", ""), ("ان", "")):
        if head.endswith(dual):
            noun = noun[: -len(dual)] + single
            break
    else:
        return
    phrase.plural = True
    for k in (found.both - 1, found.both):
        adjective = text[page.starts[k] + (1 if s.bits[k] & CONJ else 0) : page.ends[k]]
        part = ActorPhrase(
            k, k + 1, (k, k + 1), None, phrase.label, phrase.gender, named=True, head=found.first, definite=True
        )
        part.wording = f"{noun} {adjective}"
        phrase.parts.append(part)


def _coordinated(s: Sight, phrase: ActorPhrase, stop: int) -> ActorPhrase:
    """Further actors of the same kind joined with و."""
    parts = [phrase]
    j = phrase.last
    while j < stop and len(parts) < 6 and not phrase.parts:
        if s.words[j] == "و" and j + 1 < stop:
            j += 1
        elif not s.bits[j] & CONJ:
            break
        if not _same_kind(s, phrase, j):
            break
        following = one(s, j, stop)
        if following is None or following.label != phrase.label or (not following.named and phrase.named):
            break
        parts.append(following)
        j = following.last
    if len(parts) == 1:
        return phrase
    return ActorPhrase(
        phrase.first, parts[-1].last, None, None, phrase.label, phrase.gender, True, phrase.named, phrase.head, phrase.definite, None, parts
    )  # fmt: skip


def _same_kind(s: Sight, phrase: ActorPhrase, j: int) -> bool:
    """Whether token j can begin an actor like the phrase."""
    bits = s.bits[j]
    if bits & CASE:
        return False
    known = s.known_name(j)
    if phrase.label == "person":
        return bool(bits & (TITLE | NAMED | PART)) or bool(known and known[1] in ("person", "surname"))
    if phrase.label == "place":
        return bool(known)
    return (bool(bits & GROUP) and not bits & ADJ) or bool(known)
