"""Noun phrases that name or describe an actor: a head with all that belongs to it, and the name beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from mithaq.grammar.actor.noun import Core, complements, core, head_kind
from mithaq.grammar.actor.person import FREE, RULER, STRONG, person_end
from mithaq.grammar.actor.sight import (
    ADJ, ART, CASE, COMMA, CONJ, GROUP, HON, NAMED, OPEN, PART, PLURAL, PREP, PROCLITIC, QUANT, RANK, REL, ROLE, SAY,
    TITLE, UNK, VERB, WEAK, Sight, sight,
)  # fmt: skip
from mithaq.grammar.actor.words import OFFICE, SINGLE
from mithaq.grammar.page import Page

_LABEL = {"role": "person", "person": "person", "org": "organization", "place": "place", "people": "unnamed group"}


@dataclass(slots=True)
class ActorPhrase:
    """An actor as a phrase: tokens `[first, last)`, appositions included.

    `name` and `role` are the tokens of the name and of the title where they stand in it; `head` the token of the head noun.
    `wording` is what to call the actor where no stretch of tokens says it (الحكومتين العراقية والأمريكية: الحكومة العراقية).
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
    wording: str | None = None
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
            return ActorPhrase(token, q.close + 1, (q.first, q.last), None, "organization", named=True, head=q.first, definite=True)
        return None
    if s.bits[i] & WEAK and not s.bits[i] & ART and i + 1 < stop and _names(s, i + 1):
        named = _person(s, token, i, stop)  # حسن نصر الله, مالك أحمد: a common word that is a name here
        if named and named.name and named.name[1] - i > 1:
            return named
    found = core(s, i, stop)
    if found is None or found.kind in ("unknown", "person"):
        return _person(s, token, i, stop)
    if found.kind == "role":
        complements(s, found, stop)
        return _titled(s, token, found, stop)
    complements(s, found, stop)
    label = _LABEL.get(found.kind, "unnamed group" if s.bits[i] & PLURAL and s.words[i].endswith(("ون", "ين")) else "thing")
    named = found.proper and label != "thing" or found.kind in ("org", "place") and found.definite
    phrase = ActorPhrase(token, found.last, (i, found.last) if named else None, None, label, named=named, head=i)
    phrase.definite = found.definite
    phrase.gender = "f" if s.feminine(i) else "m"
    phrase.plural = bool(s.bits[i] & PLURAL)
    _bracketed(s, phrase, stop)
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
    _bracketed(s, phrase, stop)
    title_behind(s, phrase, stop)
    return phrase


def _titled(s: Sight, token: int, found: Core, stop: int) -> ActorPhrase:
    """A title, with the name or further titles behind it."""
    head = found.first
    phrase = ActorPhrase(token, found.last, None, (head, found.last), "person", head=head, definite=found.definite)
    phrase.gender = "f" if s.feminine(head) else "m"
    phrase.plural = bool(s.bits[head] & PLURAL)
    chain = not (token and takes_object(s, token - 1))
    last_title = head
    j = found.last
    for _ in range(6):
        if j >= stop:
            break
        if s.words[j] == "/" and j + 1 < stop:
            j += 1
        bits = s.bits[j]
        if bits & REL:
            at = _over_relative(s, j, stop)
            if at is None:
                break
            j, bits = at, s.bits[at]
        comma = bool(bits & COMMA) and j + 1 < stop
        if comma:
            j += 1
            bits = s.bits[j]
        if bits & (CONJ | CASE):
            break
        known = s.known_name(j)
        titled = bits & TITLE or known and known[1] in ("role", "rank", "honorific")
        if titled and not bits & NAMED and bool(bits & PLURAL) == phrase.plural:
            if not _apposed(s, j, comma, chain, phrase):
                break
            further = core(s, j, stop)
            if further is None or further.kind != "role" or not further.definite and not bits & HON:
                break
            complements(s, further, stop)
            if comma and not _closes(s, further.last, stop):
                break
            last_title, j = j, further.last
            phrase.last = j
            phrase.role = (head, j)
            phrase.definite = True
            continue
        if phrase.plural:
            _holders(s, phrase, j, stop)
            break
        context = RULER if s.stems[last_title] in SINGLE else STRONG
        end = person_end(s, j, stop, context if phrase.definite or bits & HON else FREE)
        if end == j or comma and not _set_off(s, j, end, stop):
            break
        phrase.name, phrase.named, phrase.last = (j, end), True, end
        _bracketed(s, phrase, stop)
        if phrase.last < stop and s.bits[phrase.last] & COMMA:
            title_behind(s, phrase, stop)
        break
    return phrase


def _holders(s: Sight, phrase: ActorPhrase, j: int, stop: int) -> None:
    """The names behind a title in the dual or the plural: الرئيسان عمر البشير وسلفا كير."""
    names = []
    while j < stop and len(names) < 6:
        end = person_end(s, j, stop, STRONG)
        if end == j:
            break
        names.append((j, end))
        j = end
        if j < stop and s.words[j] == "و":
            j += 1
        elif j >= stop or not s.bits[j] & CONJ:
            break
    if len(names) < 2:
        return
    for name in names:
        phrase.parts.append(ActorPhrase(*name, name, phrase.role, "person", phrase.gender, named=True, head=phrase.head, definite=True))
    phrase.last = names[-1][1]


def _apposed(s: Sight, j: int, comma: bool, chain: bool, phrase: ActorPhrase) -> bool:
    """Whether a title behind another one is an apposition to it, not the object of the sentence (استقبل أمير قطر الوزير)."""
    bits = s.bits[j]
    if comma or s.stems[phrase.last - 1] == "معالي" or not phrase.definite and s.bits[phrase.head] & HON:
        return True
    if s.stems[j] in OFFICE:
        return chain and not bits & ART
    return chain or bool(bits & (RANK | HON) and bits & ART)


def _over_relative(s: Sight, j: int, stop: int) -> int | None:
    """The comma that ends a relative clause, where a name behind it goes on with the phrase."""
    for k in range(j, min(j + 16, stop - 1)):
        if s.bits[k] & COMMA:
            bits = s.bits[k + 1]
            return k if bits & (NAMED | PART) and not bits & PROCLITIC else None
    return None


def _set_off(s: Sight, j: int, end: int, stop: int) -> bool:
    """Whether a name behind a comma is an apposition: a comma, a verb or the clause's end follows, or it is surely a name."""
    if end >= stop or s.bits[end] & COMMA or s.words[end] in ("»", ".", ":", ")"):
        return True
    return any(s.bits[k] & (NAMED | PART) for k in range(j, end)) or end - j > 1 and bool(s.bits[end] & VERB)


def _closes(s: Sight, j: int, stop: int) -> bool:
    """Whether an apposition that a comma opened ends here: with a comma, a name, or the clause."""
    return j >= stop or bool(s.bits[j] & (COMMA | NAMED | PART | UNK | WEAK))


def title_behind(s: Sight, phrase: ActorPhrase, stop: int) -> None:
    """A title in apposition behind a name, with a comma or without; a name behind the title belongs to somebody in it."""
    j = phrase.last
    comma = j < stop and bool(s.bits[j] & COMMA)
    if comma:
        j += 1
    if j >= stop or s.bits[j] & (CONJ | CASE) or head_kind(s, j) != "role":
        return
    if not comma and phrase.first and takes_object(s, phrase.first - 1):
        return  # وعد بارزاني وزير الدفاع
    further = core(s, j, stop)
    if further is None or further.kind != "role" or not further.definite or s.bits[j] & PLURAL:
        return
    if s.stems[j] in OFFICE and s.bits[j] & ART and phrase.last == j and further.last == j + 1:
        return  # قال أحمد الوزير: too bare to be a title of the one before it
    complements(s, further, stop)
    last = further.last
    if any(s.bits[k] & ROLE for k in range(j + 1, last)):  # مدير مكتب رئيس الوزراء محمد شياع السوداني
        last = person_end(s, last, stop, STRONG) if last < stop else last
    phrase.last = last
    if phrase.role is None:
        phrase.role = (further.first, last)


_OBJECT = frozenset({"object", "quote", "blame", "describe", "bi"})


def takes_object(s: Sight, i: int) -> bool:
    """Whether token i is a verb that can have a person as its object: what follows its subject need not belong to it."""
    bits = s.bits[i]
    if not bits & VERB or bits & PREP:
        return False
    cue = s.value("cue", s.stems[i])
    return bool(cue.frames & _OBJECT) if cue is not None else not bits & SAY


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
        part = ActorPhrase(k, k + 1, (k, k + 1), None, phrase.label, phrase.gender, named=True, head=found.first, definite=True)
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
        if following is None or following.label != phrase.label or not following.named and phrase.named:
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
    return bool(bits & GROUP) and not bits & ADJ or bool(known)


__all__ = ["ActorPhrase", "one", "phrase_at", "title_behind"]
