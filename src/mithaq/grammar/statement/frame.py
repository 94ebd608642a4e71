"""Verbal frames: from a reporting word to its subject, its circumstances and the place where its content begins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.page import Page
from mithaq.grammar.statement.attribution import can_speak, document_at, issuer_at
from mithaq.grammar.statement.content import (
    BI_COMPLEMENTISERS,
    COMPLEMENTISERS,
    NO_COMPLEMENT_AFTER,
    STOPS,
    Quotes,
)
from mithaq.grammar.statement.cue import Cues
from mithaq.lexicon.cues import PREPOSITIONS, Cue
from mithaq.text.clitics import AL, B, L, P, W
from mithaq.text.quotes import Quotation

_REACH = 90  # how far, in tokens, a content may begin behind its cue
_SAYING_NOUNS = frozenset({"قول", "القول", "قائلا", "قائله", "قائلين"})


@dataclass(slots=True)
class Opening:
    """A cue whose content has been found to begin: at token `first`, or with the quotation `quote`.

    `how` names the frame. `subject` is the phrase behind the cue, None where there is none; `zone` is the tokens between cue
    and content, in which medium, addressee and time stand.
    """

    token: int
    cue: Cue
    how: str
    first: int
    quote: Quotation | None
    subject: ActorPhrase | None
    zone: tuple[int, int]
    limit: int
    object: ActorPhrase | None = None
    relayed_by: ActorPhrase | None = None  # who passes on what the source said


class Frames:
    """Reads the frames of one page."""

    def __init__(self, page: Page, quotes: Quotes, times: dict[int, int]) -> None:
        """`times` gives, for the first token of each time expression, the token behind its last."""
        self.page, self.quotes, self.times = page, quotes, times
        self.cues = Cues(page)

    def open(self, token: int, cue: Cue) -> Opening | None:
        """Where the content of a cue begins, or None where the word reports nothing here."""
        page = self.page
        _, sentence_end = page.text.sentence_of(token)
        limit = sentence_end
        reach = min(limit, token + _REACH)
        subject = self.subject(token, cue, reach)
        frames = cue.frames
        if "attribute" in frames:  # نسبت الوكالة إلى فلان … أن
            to = next((i for i in range(token + 1, min(reach, token + 16)) if page.word(i) == "الي"), None)
            subject = phrase_at(page, to + 1, reach) if to is not None else None
            if subject is None:
                return None
        if cue.lemma == "نقل" and subject and page.word(subject.last) == "عن":  # نقلت الوكالة عن فلان أن
            subject = phrase_at(page, subject.last + 1, reach) or subject
        if "came" in frames:
            subject = self._issuer(token, reach)
            if subject is _NOBODY:
                return None
        wanted = {PREPOSITIONS[name] for name in frames & PREPOSITIONS.keys()}
        i = subject.last if subject else token + 1
        skipped_relative = False
        participle = False
        while i < reach:
            word = page.word(i)
            if i in self.times:
                i = self.times[i]
                continue
            if word == "«":
                q = self.quotes.opened.get(i)
                if q is None:
                    i += 1
                    continue
                if self._speech(q, i, cue, token, subject):
                    noun = self.nominal(token, cue, subject, i) if "noun" in frames else None
                    if noun and (cue.lemma in _DENY or not page.mask(noun.first) & AL) and noun.first < i - 1:
                        noun.limit = limit
                        return noun
                    return self._opening(token, cue, "quoted", q.first, q, subject, i, limit)
                if "quote" in frames and not frames & {"direct", "that"} and not self.quotes.is_name(q):
                    return None
                i = (q.close if q.close is not None else q.last) + 1
                continue
            if word == ":":
                nearer = self.cues.at(i - 1)
                if i > token + 1 and nearer and nearer.tense == "participle" and nearer.lemma != "قال":
                    break  # "…"، قال الوزير، مضيفا: "…"
                if (
                    page.word(i + 1) != "«"
                    and not frames & {"direct", "that", "came"}
                    and not (frames & {"ila", "ala", "bi", "min", "an"})
                ):
                    return None
                first = i + 1
                while page.word(first) == "\n":
                    first += 1
                q = self.quotes.opened.get(first)
                if q:
                    return self._opening(token, cue, "colon", q.first, q, subject, i, max(limit, q.last))
                if first >= limit:
                    return None
                if page.word(first) in COMPLEMENTISERS:  # وقال: إن …
                    first += 1
                    if inner := self.quotes.opened.get(first):
                        return self._opening(
                            token, cue, "colon", inner.first, inner, subject, i, max(limit, inner.last)
                        )
                return self._opening(token, cue, "colon", first, None, subject, i, limit)
            if word in STOPS:
                break
            if word in COMPLEMENTISERS or word in BI_COMPLEMENTISERS:
                if participle:
                    break
                if self._complement(i, token, cue, subject):
                    noun = self.nominal(token, cue, subject, i) if cue.lemma in _DENY else None
                    if noun and noun.first < i - 2:
                        noun.limit = limit
                        return noun
                    if (
                        page.word(i - 2) in wanted
                        and word in COMPLEMENTISERS
                        and page.has(i - 1, "masdar", "content_noun")
                    ):
                        return self._opening(token, cue, "noun", i - 1, None, subject, i - 2, limit)  # على ضرورة أن
                    first = i + 1
                    while page.word(first) in (":", "،", ","):
                        first += 1
                    q = self.quotes.opened.get(first)
                    zone_end = i - 1 if page.word(i - 1) in PREPOSITIONS.values() else i
                    if q and not (self.quotes.is_name(q) and q.close is not None and self._runs(q.close + 1)):
                        return self._opening(token, cue, "that", q.first, q, subject, zone_end, limit)
                    return self._opening(token, cue, "that", first, None, subject, zone_end, limit)
                if word in COMPLEMENTISERS and page.word(i - 1) not in NO_COMPLEMENT_AFTER and not skipped_relative:
                    break
            if i > token + 1 and word in ("الذي", "التي", "الذين", "ما", "مما"):
                i = self._behind_relative(i, reach)
                skipped_relative = True
                continue
            other = self.cues.at(i) if i > token else None
            if other is not None and page.word(i) not in _SAYING_NOUNS:
                if other.tense == "participle":
                    participle = True
                elif (
                    page.mask(i) & W
                    or "came" in other.frames
                    or page.word(i - 1) in ("كما", "فيما", "حيث", "لكنه", "لكنها")
                ):
                    break
            i += 1
        return self.nominal(token, cue, subject, limit)

    def _issuer(self, token: int, reach: int) -> ActorPhrase | None:
        """Who issued the document of `جاء في بيان …`: None where it is not said here, `_NOBODY` where no document follows."""
        page = self.page
        if page.word(token + 1) in ("فيه", "فيها"):  # ببيان جاء فيه أن
            return None
        if page.word(token + 1) != "في" or not page.has(token + 2, "medium", "source_noun"):
            return _NOBODY
        found = issuer_at(page, token + 2, min(reach, token + 12))
        if found:
            return found
        if page.mask(token + 2) & AL:
            return phrase_at(page, token + 2, token + 3)
        return None

    def _runs(self, token: int) -> bool:
        """Whether words go on at a token (no mark)."""
        return not self.page.has(token, "mark") and token < len(self.page)

    def _opening(
        self,
        token: int,
        cue: Cue,
        how: str,
        first: int,
        q: Quotation | None,
        subject: ActorPhrase | None,
        zone_end: int,
        limit: int,
    ) -> Opening | None:
        if first >= len(self.page):
            return None
        return Opening(token, cue, how, first, q, subject, (token + 1, zone_end), limit)

    def subject(self, token: int, cue: Cue, reach: int) -> ActorPhrase | None:
        """The actor phrase behind a cue, past particles and times."""
        i = token + 1
        if cue.tense == "participle":
            return None
        while i < reach and (i in self.times or self.page.word(i) in _BETWEEN):
            i = self.times.get(i, i + 1)
        if self.page.mask(i) & (L | B) or (cue.lemma in _ANSWERS and self.page.word(i) == "«"):
            return None
        phrase = phrase_at(self.page, i, reach)
        if phrase is None:
            phrase = document_at(self.page, i, reach)
        return phrase if phrase and can_speak(self.page, phrase) else None

    def _speech(self, q: Quotation, i: int, cue: Cue, token: int, subject: ActorPhrase | None) -> bool:
        """Whether a quotation behind a cue is what was said (and not a name in quotation marks)."""
        page, frames = self.page, cue.frames
        before = page.word(i - 1)
        if before in [p for name, p in PREPOSITIONS.items() if name in frames] and before != "في":
            return True
        if q.close is not None and self._content_follows(q.close + 1):
            return False
        behind_preposition = before in ("ب", "بـ", "ل", "من", "علي", "عن", "في", "الي")
        long = q.last - q.first >= 4 or page.word(q.last - 1) in STOPS or page.word(q.first) in _CLAUSE_FIRST
        if frames & {"describe"}:
            return before == "ب" or page.word(i - 1) in ("بانه", "بانها", "بان", "انه", "انها")
        if before in ("في", "مع", "من قبل"):
            return False
        if cue.lemma in _ANSWERS and i in (token + 1, subject.last if subject else -1):
            return True  # أجاب «لا»
        if frames & {"direct", "that", "came"} and "quote" not in frames:
            if behind_preposition and not long:
                return before == "ب" and bool(frames & {"bi"})
            return long or (before in ("،", ",", ":") and not self.quotes.is_name(q))
        if before in ("،", ",") or page.word(token - 1) in ("الذي", "التي", "الذين", "فقد"):
            return False
        return q.last - q.first >= 3 and (long or behind_preposition)

    def _content_follows(self, token: int) -> bool:
        """Whether a complementiser or a colon still comes in this sentence, before any other cue: then the marks held a name."""
        page = self.page
        _, end = page.text.sentence_of(token)
        for i in range(token, min(end, token + 25)):
            word = page.word(i)
            if word == "«" or word in STOPS or self.cues.at(i):
                return False
            if (word in COMPLEMENTISERS and page.word(i - 1) not in NO_COMPLEMENT_AFTER) or (
                word == ":" and page.word(i + 1) == "«"
            ):
                return True
        return False

    def _complement(self, i: int, token: int, cue: Cue, subject: ActorPhrase | None) -> bool:
        """Whether the complementiser at `i` opens the content of the cue at `token`."""
        page, frames = self.page, cue.frames
        word, before = page.word(i), page.word(i - 1)
        if word in BI_COMPLEMENTISERS and cue.lemma in _STANCE:  # عبر عن اعتقاده بأن
            return page.word(i - 2) == "عن"
        if word in BI_COMPLEMENTISERS:
            return bool(frames & {"bi", "that", "bi_that", "direct"}) and (
                bool(frames & {"bi", "bi_that"}) or page.word(i - 1) != "«"
            )
        prepositions = [p for name, p in PREPOSITIONS.items() if name in frames]
        if cue.lemma in _STANCE and before in ("في", "من"):  # أعرب عن أمله في أن، عن خشيته من أن
            return page.word(i - 3) == "عن"
        if before in PREPOSITIONS.values():
            return "attribute" in frames or before in prepositions or (before == "علي" and "that" in frames)
        if before in NO_COMPLEMENT_AFTER:
            return False
        if "that" in frames or frames & {"bi", "came", "attribute", "ila", "ala", "an", "min", "direct"}:
            return not frames & {"describe"}
        return False

    def _behind_relative(self, i: int, reach: int) -> int:
        """The token behind a relative clause: its comma, or the complementiser or colon that ends it."""
        page = self.page
        j = i + 1
        while j < reach:
            word = page.word(j)
            if word in ("،", ",", ":") or word in STOPS:
                return j
            if word in COMPLEMENTISERS and page.word(j - 1) not in NO_COMPLEMENT_AFTER and self.cues.at(j - 1) is None:
                return j
            j += 1
        return j

    def nominal(self, token: int, cue: Cue, subject: ActorPhrase | None, limit: int) -> Opening | None:
        """A noun phrase as the content: behind the cue's preposition, or behind its subject and the circumstances."""
        page, frames = self.page, cue.frames
        if cue.lemma in _STANCE:
            return None
        i = subject.last if subject else token + 1
        if "object" in frames and subject and subject.name and subject.role and subject.role[0] >= subject.name[1]:
            i = subject.name[1]
        if "any" in frames:
            while i in self.times or page.word(i) in ("،", ","):
                i = self.times.get(i, i + 1)
            if page.has(i, "mark", "prep", "comp", "cue") or page.mask(i) & (B | W):
                return None
            return self._opening(token, cue, "noun", i, None, subject, i, limit)
        wanted = {PREPOSITIONS[name] for name in frames & PREPOSITIONS.keys()}
        end = min(limit, token + 40)
        direct, aside = "noun" in frames, False  # a direct object can still come; within a phrase of circumstance
        while i < end:
            word = page.word(i)
            if i in self.times:
                i, aside = self.times[i], False
                continue
            other = self.cues.at(i)
            if word in STOPS or (other and (page.mask(i) & W or other.tense == "participle")):
                return None
            if word in wanted and self._carries(i + 1, cue) and not page.mask(i + 1) & P:
                return self._opening(token, cue, "noun", i + 1, None, subject, i, limit)
            if frames >= {"bi", "object"} and page.mask(i) & B and page.has(i, "masdar", "content_noun", "noun"):
                return self._opening(token, cue, "noun-bi", i, None, self._accuser(token, cue, subject), i, limit)
            if "blame" in frames and page.stem(i) in _BLAME and subject:
                return self._opening(token, cue, "noun", subject.last, None, subject, subject.last, limit)
            if aside and page.mask(i) & L and (phrase := phrase_at(page, i, end)):
                i, aside = phrase.last, False  # في تصريح لإذاعة الميناء
                continue
            if word in ("،", ","):
                aside = False
            elif word in _CIRCUMSTANCE:
                aside = True
            elif direct and not page.mask(i) & (B | W):
                carries = page.has(i, "masdar", "content_noun") or word in ("اي", "عدم") or self._denied(i, cue)
                if carries and (not aside or (not page.mask(i) & AL and page.has(i - 1, "adj", "nisba"))):
                    return self._opening(token, cue, "noun", i, None, subject, i, limit)
                if not aside and not page.has(i, "adverb", "adj", "close", "open", "bracket", "bracketed"):
                    direct = False
            elif direct and page.mask(i) & W and (phrase := phrase_at(page, i, end)):
                i = phrase.last
                continue
            i += 1
        return None

    def _accuser(self, token: int, cue: Cue, subject: ActorPhrase | None) -> ActorPhrase | None:
        """The subject of a verb of accusing: the first of two phrases behind it; a single one is the accused where it disagrees
        with the verb or where the verb carries on from a speaker (واتهم حماس بـ)."""
        page = self.page
        if subject is None:
            return None
        if subject.name and subject.role and subject.role[0] >= subject.name[1]:
            # اتهم فلان وزيرَ … : two actors, not one with a title
            return replace(subject, last=subject.name[1], role=None)
        accused = phrase_at(page, subject.last, token + 30)
        if accused is not None and not page.mask(subject.last) & B and can_speak(page, accused):
            return subject
        if page.mask(token) & P:  # تتهمه واشنطن بـ
            return subject
        if page.mask(token) & W or (subject.gender and cue.gender and subject.gender != cue.gender):
            return None
        return subject

    def _denied(self, token: int, cue: Cue) -> bool:
        """A definite noun as the object of a denial (نفى الأنباء …)."""
        return cue.lemma in _DENY and bool(self.page.mask(token) & AL)

    def _carries(self, token: int, cue: Cue) -> bool:
        """Whether a noun behind the cue's preposition carries a content."""
        page = self.page
        if page.has(token, "masdar", "content_noun") or page.word(token) in ("عدم", "اي"):
            return True
        if "ala" in cue.frames and page.has(token, "noun") and phrase_at(page, token, token + 12) is None:
            return True
        return cue.lemma in ("اعلن", "كشف", "حذر") and not page.has(token, "mark", "prep", "pronoun")


# A quotation that begins with one of these is a clause, however short.
_CLAUSE_FIRST = (COMPLEMENTISERS - {"ان"}) | frozenset("لن لم لا نحن انا سوف لقد هذا هذه ليس ليست".split())
_ANSWERS = frozenset({"اجاب", "رد"})
_STANCE = frozenset({"اعرب", "عبر"})
_BLAME = frozenset({"مسؤوليه", "مسووليه", "مسيوليه"})
_CIRCUMSTANCE = frozenset("في خلال عقب بعد اثر امام مع من لدي عبر بشان حول قبل لدى وسط عند".split())
_DENY = frozenset({"نفي", "انكر"})
_NOBODY = ActorPhrase(0, 0)
_PREPOSITIONAL = frozenset("في من الي علي عن مع خلال عبر بعد قبل لدي بين منذ حول".split())
_BETWEEN = frozenset(
    "قد له لها لهم لنا فيه فيها به بها خلاله خلالها عنه ايضا كذلك بدوره بدورها ، , اخيرا مجددا امس اليوم".split()
)
