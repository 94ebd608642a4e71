"""Titles and the names beside them: before the name, behind it, in chains, with a comma or a relative clause between."""

# ruff: noqa: I001 - the features are imported many to a line
from __future__ import annotations

from mithaq.grammar.actor.complement import complements
from mithaq.grammar.actor.noun import Core, core, head_kind
from mithaq.grammar.actor.person import FREE, RULER, STRONG, person_end
from mithaq.grammar.actor.shape import ActorPhrase
from mithaq.grammar.actor.sight import (
    ART, CASE, COMMA, CONJ, DEMONYM, HON, NAMED, PART, PLURAL, PREP, PROCLITIC, RANK, REL, ROLE, SAY, TITLE, UNK, VERB,
    WEAK, Sight,
)  # fmt: skip
from mithaq.grammar.actor.words import OFFICE, SINGLE


def titled(s: Sight, token: int, found: Core, stop: int) -> ActorPhrase:
    """A title, with the name or further titles behind it."""
    head = found.first
    phrase = ActorPhrase(token, found.last, None, (head, found.last), "person", head=head, definite=found.definite)
    phrase.plural = bool(s.bits[head] & PLURAL)
    phrase.gender = "f" if s.feminine(head) and not (phrase.plural and s.ends_in(head, "ة")) else "m"
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
        titled = bits & TITLE or (known and known[1] in ("role", "rank", "honorific"))
        if titled and not bits & NAMED and bool(bits & PLURAL) == phrase.plural:
            if not _apposed(s, j, comma, chain, phrase):
                break
            further = core(s, j, stop)
            if further is None or further.kind != "role" or (not further.definite and not bits & HON):
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
        if end == j or (comma and not _set_off(s, j, end, stop)):
            break
        phrase.name, phrase.named, phrase.last = (j, end), True, end
        bracketed(s, phrase, stop)
        if phrase.last < stop and s.bits[phrase.last] & COMMA:
            title_behind(s, phrase, stop)
        _colleague(s, phrase, stop)
        break
    return phrase


def _colleague(s: Sight, phrase: ActorPhrase, stop: int) -> None:
    """The second holder of one title, told by his state: وزيرا الخارجية الروسي سيرغي لافروف والأميركي جون كيري."""
    j = phrase.last
    if j + 1 >= stop or not s.bits[j] & CONJ or not s.bits[j] & DEMONYM or not s.bits[j] & ART or s.bits[j] & CASE:
        return
    end = person_end(s, j + 1, stop, STRONG)
    if end == j + 1:
        return
    for name in (phrase.name, (j + 1, end)):
        assert name
        phrase.parts.append(
            ActorPhrase(*name, name, phrase.role, "person", phrase.gender, named=True, head=phrase.head, definite=True)
        )
    phrase.name, phrase.named, phrase.plural, phrase.last = None, False, True, end


def _holders(s: Sight, phrase: ActorPhrase, j: int, stop: int) -> None:
    """The names behind a title in the dual or the plural: الرئيسان عمر البشير وسلفا كير."""
    names: list[tuple[int, int]] = []
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
        phrase.parts.append(
            ActorPhrase(*name, name, phrase.role, "person", phrase.gender, named=True, head=phrase.head, definite=True)
        )
    phrase.last = names[-1][1]


def _apposed(s: Sight, j: int, comma: bool, chain: bool, phrase: ActorPhrase) -> bool:
    """Whether a title behind another one is an apposition to it, not the object of the sentence (استقبل أمير قطر الوزير)."""
    bits = s.bits[j]
    if comma or s.stems[phrase.last - 1] == "معالي" or (not phrase.definite and s.bits[phrase.head] & HON):
        return True
    if s.stems[j] in OFFICE:
        return chain and not bits & ART
    return chain or bool(bits & (RANK | HON) and bits & ART)


def _over_relative(s: Sight, j: int, stop: int) -> int | None:
    """The comma that ends a relative clause, where a name behind it goes on with the phrase."""
    for k in range(j, min(j + 16, stop - 1)):
        if s.bits[k] & COMMA:
            bits = s.bits[k + 1]
            sure = bits & (NAMED | PART) or (bits & WEAK and person_end(s, k + 1, stop, STRONG) > k + 2)
            return k if sure and not bits & PROCLITIC else None
    return None


def _set_off(s: Sight, j: int, end: int, stop: int) -> bool:
    """Whether a name behind a comma is an apposition: a comma, a verb or the clause's end follows, or it is surely a name."""
    if end >= stop or s.bits[end] & COMMA or s.words[end] in ("»", ".", ":", ")"):
        return True
    return any(s.bits[k] & (NAMED | PART) for k in range(j, end)) or (end - j > 1 and bool(s.bits[end] & VERB))


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


def bracketed(s: Sight, phrase: ActorPhrase, stop: int) -> None:
    """A short form in brackets behind a name (ناتو)."""
    j = phrase.last
    if j < stop and s.words[j] == "(":
        for k in range(j + 2, min(j + 6, stop)):
            if s.words[k] == ")":
                phrase.last = k + 1
                return
