"""The core of a noun phrase: a head, the words it governs, the adjectives behind them, and the phrases with a preposition."""

# ruff: noqa: I001 - the features are imported many to a line
from __future__ import annotations

from dataclasses import dataclass

from mithaq.grammar.actor.person import FREE, person_end
from mithaq.grammar.actor.sight import (
    ADJ, ADVERB, ART, BOUND, CASE, CLOSED, CONJ, DEM, DEMONYM, DIGIT, FORCE, FUNC, GROUP, HON, MASDAR, MINISTRY, MOD,
    NAME, NAMED, NISBA, NOMINAL, NOUN, OPEN, ORDINAL, PART, PEOPLE, PERSON, PLACE, PLURAL, PREP, PRESENT, PROCLITIC,
    PRON, PUNCT, RANK, REL, ROLE, TIME, TITLE, UNK, VERB, WEAK, WEAKROLE, Sight,
)  # fmt: skip
from mithaq.grammar.actor.words import DEGREES, OFFICE, PLACE_HEADS

# What a name of the lexicon is as the head of a phrase.
_KINDS = {
    "country": "place", "capital": "place", "place": "place", "region": "place", "facility": "place", "org": "org", "person": "person",
    "surname": "person", "role": "role", "rank": "role", "honorific": "role",
}  # fmt: skip


@dataclass(slots=True)
class Core:
    """A head with what it governs: tokens `[first, last)`; `kind` role, org, place, people, person, noun or unknown.

    `proper`: it is or holds a name. `both`: the token of a second adjective joined with و (الحكومتين العراقية والأمريكية).
    """

    first: int
    last: int
    kind: str
    definite: bool
    proper: bool = False
    both: int = 0


def head_kind(s: Sight, i: int) -> str | None:
    """What a token is as the head of a phrase, or None where it heads none."""
    bits = s.bits[i]
    if bits & (PUNCT | REL | BOUND | PREP | FUNC):
        return None
    if bits & RANK and bits & GROUP:  # الفريق, اللواء, العميد: a rank before a name only
        return "role" if bits & ART and i + 1 < s.count and _namely(s, i + 1) else "org"
    if bits & TITLE:
        return "role"
    if bits & DIGIT and not bits & ART:
        return None
    if bits & PLACE and s.stems[i] in PLACE_HEADS:
        return "place"
    if bits & (GROUP | FORCE) or (bits & MINISTRY and bits & ART):
        return "org"
    if bits & (PEOPLE | PERSON):
        return "people"
    if bits & PLACE:
        return "place"
    if bits & NAMED or bits & PART:
        return "person"
    if bits & TIME:
        return None
    if bits & NOMINAL:
        return None if bits & VERB and not bits & (ART | NOUN) else "noun"
    return "unknown" if bits & UNK else None


def _namely(s: Sight, j: int) -> bool:
    """Whether a token looks like the first word of a name, or a word that ranks have behind them."""
    bits = s.bits[j]
    if bits & PROCLITIC:
        return False
    return (bool(bits & (NAMED | PART | WEAK | UNK | ORDINAL)) and not bits & (CLOSED | ART)) or s.words[j] in (
        "الركن",
        "ركن",
        "اول",
    )


def core(s: Sight, i: int, stop: int) -> Core | None:
    """The core of the noun phrase that begins at token i."""
    known = s.known_name(i)
    if known and known[1] in _KINDS:
        end, kind = known[0], _KINDS[known[1]]
        if end > stop:
            return None
        if kind == "role":
            found = Core(i, end, kind, bool(s.bits[i] & (ART | PRON) or s.bits[end - 1] & ART))
            return _behind(s, found, stop)
        found = Core(i, end, kind, True, True)
        if kind == "org":
            _adjectives(s, found, stop)
        return found
    head = head_kind(s, i)
    if head is None or head == "person":
        return None
    return _behind(s, Core(i, i + 1, head, bool(s.bits[i] & ART) or s.possessed(i)), stop)


def _behind(s: Sight, found: Core, stop: int) -> Core:
    """Take in the words that the head governs, then the adjectives."""
    if not found.definite:
        _governed(s, found, stop)
    if found.definite:
        _adjectives(s, found, stop)
    return found


def _governed(s: Sight, found: Core, stop: int) -> None:
    """Words in the construct behind an indefinite head, up to the definite one that ends it; or indefinite adjectives."""
    j = found.last
    adjective = False
    while j < stop:
        bits = s.bits[j]
        if bits & OPEN and found.kind != "role" and not adjective:
            q = s.quoted.get(j)
            if q and q.close is not None and q.last - q.first <= 6 and q.close < stop:
                j = q.close + 1
                found.definite = found.proper = True
                known = s.known_name(j) if j < stop else None
                if known and known[1] == "country":
                    j = known[0]  # كتائب "حزب الله" العراق
            break
        if bits & PROCLITIC:
            if bits & CONJ and bits & ADJ and adjective and not bits & (CASE | ART | VERB | TITLE):
                j += 1  # قوات فرنسية وأسترالية
                continue
            break
        known = None if adjective else s.known_name(j)
        if known and known[0] <= stop:
            if known[1] in ("rank", "honorific") and found.kind == "role":
                break
            if known[1] in ("person", "surname") and found.kind == "role" and (_address(s, found.first) or adjective):
                break
            if known[1] in _KINDS:
                j = known[0]
                found.definite = True
                found.proper = found.proper or _KINDS[known[1]] != "role"
                break
        if bits & ART:
            if bits & (TIME | REL) or (adjective and s.stems[j - 1] not in DEGREES):
                break
            j += 1
            found.definite = not adjective  # مسؤول أمني رفيع المستوى stays indefinite
            break
        if bits & (CLOSED | ADVERB | TIME | DEM):
            break
        if bits & ADJ and _describes(s, j, stop) and not (adjective and bits & VERB):
            adjective = True
            j += 1
            continue
        if adjective or (bits & VERB and not _governs(s, j, stop)):
            break
        if (bits & (NAMED | PART) and not bits & NOUN) or bits & UNK:
            if found.kind == "role" and bits & NAMED and not _address(s, found.first):
                end = person_end(s, j, stop, FREE)  # مستشار ترامب
                if end > j:
                    j = end
                    found.definite = True
                break
            if bits & PRESENT or not (s.bits[j - 1] & (PLACE | GROUP | FORCE)):
                break
            j = _foreign(s, j, stop, 1 if found.kind in ("role", "people") else 3)  # وكالة دوجان, محافظة شيرناك
            found.definite = found.proper = True
            break
        if not bits & NOMINAL:
            if bits & WEAK and found.kind in ("place", "org"):
                j += 1
                found.definite = found.proper = True
            break
        j += 1
        if bits & PRON:
            found.definite = True
            break
    found.last = j


def _address(s: Sight, i: int) -> bool:
    """Whether a title without the article is one of address, with the name behind it (دكتور، شيخ), not one of office (مستشار ترامب)."""
    return bool(s.bits[i] & (HON | RANK)) and s.stems[i] not in OFFICE


def _foreign(s: Sight, j: int, stop: int, longest: int) -> int:
    """The end of a proper name of at most so many words that no lexicon knows."""
    k = j + 1
    while (
        k < stop
        and k - j < longest
        and s.bits[k] & (UNK | NAMED)
        and not s.bits[k] & (CLOSED | PROCLITIC | ART | PRESENT | VERB)
    ):
        k += 1
    return k


def _describes(s: Sight, j: int, stop: int) -> bool:
    """Whether an adjective without the article stands as one (مصدر أمني) and does not head a construct (نائب مدير الأمن)."""
    if s.bits[j] & (NOUN | ROLE | GROUP | PERSON) and j + 1 < stop:
        following = s.bits[j + 1]
        return not ((following & ART and not following & PROCLITIC and not following & TIME) or s.known_name(j + 1))
    return not s.bits[j] & PRON


def _governs(s: Sight, j: int, stop: int) -> bool:
    """Whether a word that could be a verb or a noun is a noun in the construct here: an articled noun follows."""
    return bool(s.bits[j] & NOMINAL) and j + 1 < stop and bool(s.bits[j + 1] & ART) and not s.bits[j + 1] & PROCLITIC


def _adjectives(s: Sight, found: Core, stop: int) -> None:
    """Articled adjectives behind a definite core, and a second noun joined to what it governs (الزراعة والري)."""
    j = found.last
    known = found.kind == "org" and s.known_name(found.first) is not None
    while j < stop:
        bits = s.bits[j]
        if not bits & ART or bits & (CASE | TIME | REL | PUNCT):
            if bits & MOD and not bits & (PROCLITIC | VERB) and s.words[j] in ("اول", "ثان") and found.kind == "role":
                j += 1
                continue
            break
        if bits & CONJ:
            if bits & ADJ and not bits & (ROLE | GROUP) and s.bits[j - 1] & ADJ and s.bits[j - 1] & ART:
                found.both = found.both or j
            elif not _joined(s, found, j):
                break
        elif bits & ADJ and not bits & (RANK | HON | PEOPLE) and (not bits & ROLE or bits & (MOD | WEAKROLE)):
            if (known or s.words[j - 1] == "»") and not bits & (DEMONYM | NISBA):
                break
            if (j == found.first + 1 and not _agrees(s, found.first, j)) or (
                bits & GROUP and bits & NOUN and not bits & NISBA
            ):
                break  # اتهم وزير الداخلية المعارضة
            if s.stems[j].startswith("منتهي") and j + 1 < stop and s.bits[j + 1] & PRON:
                j += 1  # المنتهية ولايته
            elif j + 1 < stop and s.bits[j + 1] & BOUND and not s.bits[j + 1] & PROCLITIC and not bits & NISBA:
                j += 1  # المعترف بها دوليا
                if j + 1 < stop and s.bits[j + 1] & (ADVERB | NISBA | ADJ) and s.words[j + 1].endswith("ا"):
                    j += 1
        elif not (bits & UNK and bits & NISBA and found.kind != "role"):
            break
        j += 1
    found.last = j


def _agrees(s: Sight, head: int, j: int) -> bool:
    """Whether an adjective can belong to the head right before it (البرلمان, not الموافقة): one gender and number, where they show."""
    bits = s.bits[head]
    if bits & (PLURAL | UNK):
        return True
    return s.feminine(head) == s.feminine(j) and not s.words[j].endswith(("ون", "ين"))


def _joined(s: Sight, found: Core, j: int) -> bool:
    """Whether an articled noun with و goes on with what the head governs (وزير الزراعة والري), and is no actor by itself."""
    bits = s.bits[j]
    if (
        found.proper
        or found.kind not in ("role", "org")
        or found.last - found.first < 2
        or bits & (ROLE | PEOPLE | ADJ | PERSON | NAME)
    ):
        return False
    if bits & GROUP and not bits & (MASDAR | MINISTRY):
        return False
    return bool(bits & (MASDAR | MINISTRY | NOUN | UNK)) and bool(
        s.bits[found.last - 1] & (NOUN | MINISTRY | UNK | MASDAR)
    )
