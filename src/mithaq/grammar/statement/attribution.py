"""Attributions without a verb of their own: بحسب, وفقاً لـ, نقلاً عن, على حد قول, and a name before a colon in a headline."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.page import Page
from mithaq.grammar.statement.content import STOPS, Quotes
from mithaq.text.clitics import AL, L, P, W

_PREPOSITIONAL = frozenset("بحسب حسب وفق طبقا وفقا استنادا نقلا حسبما وفقما".split())
_BEGINS = frozenset(
    (*_PREPOSITIONAL, *("و" + w for w in _PREPOSITIONAL), *("ف" + w for w in _PREPOSITIONAL), "كما", "حد")
)
_NEEDS = {"وفقا": "l", "طبقا": "l", "استنادا": "l", "نقلا": "عن"}
_SAYING = frozenset("قول راي لسان تاكيد".split())


@dataclass(slots=True)
class Attribution:
    """An attribution: the tokens of its cue `[first, cue_last)`, its source phrase and the token behind the whole."""

    first: int
    cue_last: int
    source: ActorPhrase
    last: int


def attributions(page: Page, quotes: Quotes) -> list[Attribution]:
    """All attributions of a page in order."""
    found = []
    words = page.text.words
    for i, word in enumerate(words):
        if word not in _BEGINS:
            continue
        stem = word[1:] if word[1:] in _PREPOSITIONAL else word
        if stem in _PREPOSITIONAL:
            attribution = _prepositional(page, i, stem)
        elif word == "كما" and words[i - 1] in ("،", ",") and page.has(i + 1, "cue_past"):
            attribution = _as_told(page, i)
        elif stem == "حد" and words[i - 1].endswith("علي") and page.stem(i + 1) in _SAYING:
            attribution = _from(page, i - 1, i + 2, i + 2)
        else:
            continue
        if attribution:
            found.append(attribution)
    return found


def _prepositional(page: Page, i: int, stem: str) -> Attribution | None:
    at = i + 1
    clause = stem.endswith("ما") and stem not in ("ما",) and stem in ("حسبما", "وفقما")
    if stem == "نقلا":
        if page.word(at) != "عن":
            return None
        at += 1
        return _from(page, i, at, at)
    if _NEEDS.get(stem) == "l":
        if page.word(at) in ("ل", "لما"):
            clause = clause or page.word(at) == "لما"
            at += 1
            if not clause and page.word(at) == "ما":
                clause, at = True, at + 1
        elif page.stem(at) == "ما" and page.mask(at) & L:
            clause, at = True, at + 1
        elif not page.mask(at) & L:
            return None
    elif page.word(at) == "ما":
        clause, at = True, at + 1
    if clause:
        _, end = page.text.sentence_of(i)
        verb = at
        if page.word(verb) == "قد":
            verb += 1
        if not page.has(verb, "past", "present", "cue", "verb"):
            return None
        phrase = phrase_at(page, verb + 1, end)
        if page.word(verb + 1) in ("عن", "به", "بها"):
            phrase = phrase_at(page, verb + 2, end)
        cue_last = verb + 1 if stem in ("حسبما", "وفقما") or page.word(at - 1) == "ما" else at
        return Attribution(i, cue_last, phrase, phrase.last) if phrase else None
    return _from(page, i, at, max(at, i + 1))


def _as_told(page: Page, i: int) -> Attribution | None:
    """`…، كما نقل عنه التلفزيون`: a verb of saying with its subject and no content of its own."""
    _, end = page.text.sentence_of(i)
    at = i + 2
    if page.word(at) in ("عنه", "عنها", "عنهم", "به", "بذلك", "ذلك"):
        at += 1
    phrase = phrase_at(page, at, end)
    if (
        phrase is None
        or not can_speak(page, phrase)
        or not (phrase.last >= end or page.word(phrase.last) in (".", "،", ","))
    ):
        return None
    return Attribution(i, i + 2, phrase, phrase.last)


def _from(page: Page, first: int, at: int, cue_last: int) -> Attribution | None:
    _, end = page.text.sentence_of(first)
    if page.word(at) in ("ذات", "نفس"):  # بحسب ذات المصدر
        at += 1
    phrase = phrase_at(page, at, end)
    if phrase is None:
        phrase = document_at(page, at, end)
    if phrase is None and page.has(at, "unk", "latin") and at < end:
        phrase = ActorPhrase(at, at + 1, (at, at + 1), label="organization", named=True, head=at)
    if phrase is None or not can_speak(page, phrase):
        return None
    last = phrase.last
    if page.has(phrase.first, "medium") and not page.mask(phrase.first) & AL:  # نقلاً عن بيان لوزارة الدفاع
        issuer = issuer_at(page, phrase.first, min(end, phrase.first + 8))
        last = max(last, issuer.last) if issuer else last
    if page.word(last) in ("التي", "الذي", "الذين"):  # بحسب المعلومات التي تلقيناها فإن
        while last < end and page.word(last) not in ("،", ",", "فان") and last - phrase.last < 8:
            last += 1
    return Attribution(first, cue_last, phrase, last)


def document_at(page: Page, first: int, stop: int) -> ActorPhrase | None:
    """A document or a body of knowledge that speaks (نسخة من المشروع, تقديرات, المعلومات الاستخباراتية): a noun with its complement."""
    if not is_source(page, first):
        return None
    last = first + 1
    while last < stop and not page.mask(last) & W:
        if page.word(last) == "من" and page.has(last + 1, "noun", "masdar", "org"):
            last += 2
        elif page.has(last, "adj", "demonym", "nisba", "participle") or (
            last == first + 1 and page.mask(last) & AL and page.has(last, "noun")
        ):
            last += 1
        else:
            break
    gender = "f" if page.has(first, "f", "pl") else None
    return ActorPhrase(first, last, None, None, "organization", gender, head=first)


def is_source(page: Page, token: int) -> bool:
    """Whether a noun can be a source though it names nobody (مصادر, تقديرات; with the article: الغرب, الشارع)."""
    return page.has(token, "source_noun") or (page.has(token, "source_noun_def") and bool(page.mask(token) & AL))


def issuer_at(page: Page, document: int, stop: int) -> ActorPhrase | None:
    """Who issued the document whose noun is the token `document`: بيان الوزارة, بيان لوزارة الصحة, بيان صادر عن الحركة."""
    for i in range(document + 1, stop):
        word = page.word(i)
        if word in _NO_ISSUER_BEHIND or word in STOPS:
            return None
        if word in ("عن", "من"):
            return phrase_at(page, i + 1, stop)
        if not page.has(i, "adj", "past", "present", "prep") and (found := phrase_at(page, i, stop)):
            return found
    return None


_NO_ISSUER_BEHIND = frozenset("ان انه انها : ، , « عقب حتي بعد قبل خلال اثر بشان حول".split())


def can_speak(page: Page, phrase: ActorPhrase) -> bool:
    """Whether a phrase names who or what can be the source of words: not a law, a schedule, or the speaker's own expression."""
    if phrase.parts:
        return all(can_speak(page, part) for part in phrase.parts)
    if phrase.named and phrase.label == "place":
        return True
    head = phrase.head
    if page.mask(head) & P and page.has(head, "masdar"):
        return False
    if phrase.role is not None or page.stem(head) in BOTH or page.has(head, *_SPEAKERS) or is_source(page, head):
        return True
    if page.has(head, "masdar", "content_noun", "medium", "noun", "adj"):
        return phrase.named and page.has(head, *_NAMES)
    return True


# Behind the article: the two of whom the report speaks.
BOTH = frozenset("طرفين طرفان جانبين جانبان بلدين بلدان".split())
_SPEAKERS = (
    "person", "person_noun", "group", "role", "org", "org_head", "country", "capital", "media", "media_word", "people",
    "demonym", "force",
)  # fmt: skip
_NAMES = ("given", "surname", "place", "weak_name", "name_al", "name_bare", "name_part")


@dataclass(slots=True)
class Headline:
    """A line or a part of one that begins with a source and a colon."""

    source: ActorPhrase
    colon: int
    first: int
    last: int
    medium: tuple[int, int] | None


def headlines(page: Page, quotes: Quotes) -> list[Headline]:
    """The headlines and teaser lines of the form `name: words`."""
    found = []
    colons = [i for i, word in enumerate(page.text.words) if word == ":"]
    for start, stop in page.text.paragraphs:
        n = bisect_left(colons, start)
        if n == len(colons) or colons[n] >= min(stop, start + 60):
            continue
        begin = start
        last_word = page.word(stop - 1)
        closed = last_word in (".", "؟") and stop - start > 30
        for i in range(start, min(stop, start + 60)):
            word = page.word(i)
            if word in ("…", "|") or (word == "." and page.word(i - 1) == "."):
                begin = i + 1
            if word != ":" or i - begin > 12 or closed or i == begin:
                continue
            if i + 1 >= stop or page.has(i - 1, "digits"):
                break
            addressed = next(
                (k for k in range(begin + 1, i) if page.mask(k) & L and page.has(k, "media_word", "media")), i
            )
            phrase = phrase_at(page, begin, addressed)
            medium = None
            if phrase and phrase.last < i:
                if (page.mask(phrase.last) & L or page.word(phrase.last) == "ل") and i - phrase.last <= 6:
                    medium = (phrase.last, i)
                else:
                    phrase = None
            if phrase is None or not _speaks(page, phrase, i + 1, stop):
                break
            end = i + 1
            while end < stop and page.word(end) != "…" and (page.word(end) not in STOPS or quotes.inside(end)):
                end += 1
            found.append(Headline(phrase, i, i + 1, end, medium))
            begin = end + 1
    return found


def _speaks(page: Page, phrase: ActorPhrase, first: int, stop: int) -> bool:
    """Whether the words behind a colon are speech: always for a person or a body, for a place or a state only where they speak."""
    if phrase.label in ("person", "organization", "group") and (phrase.named or phrase.role is not None):
        return True
    if phrase.label not in ("place", "organization", "person", "group"):
        return False
    for i in range(first, stop):
        word = page.word(i)
        if word in ("لن", "سوف", "يجب", "لا", "نحن") or page.has(i, "fut") or (word == "«" and i == first):
            return True
        if word.endswith("نا") and len(word) > 4 and page.mask(i) and not page.mask(i) & W:
            return True
        if word in STOPS:
            break
    return False
