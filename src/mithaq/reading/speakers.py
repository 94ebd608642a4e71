"""Who speaks: the source of each statement, from the words beside its cue, its clause, or the discourse before."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from mithaq.entity import Actor
from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.statement.attribution import BOTH, can_speak, document_at, issuer_at
from mithaq.grammar.statement.content import STOPS
from mithaq.reading.entities import Cast
from mithaq.reading.speech import CONNECTORS, Draft, Speech
from mithaq.span import Span
from mithaq.text.clitics import AL, W
from mithaq.text.fold import fold

_RELATIVES = frozenset("ما بما مما وما الذي التي عما فيما".split())
_CLAUSE_OPENERS = frozenset(
    "لكن ولكن فيما بينما حيث ان بان لان فان وان عندما وفيما وكان وكانت كان كانت ولكنّ الا انه".split()
)
# A present verb without a subject is impersonal (يذكر أن) unless one of these before it takes up a speaker.
_ANAPHORS = frozenset(
    "انه انها انهم بانه بانها لكنه لكنها ولكنه ولكنها وهو وهي هو هي كما لا لم وهم حيث بذلك انهما بانهما انهن انني اننا يزال تزال زال زالت مازال مازالت زالوا".split()
)
_ATTRIBUTING = frozenset("بحسب حسب وفق وبحسب وحسب ووفق حد".split())
_WHO = frozenset("الذي التي الذين اللذان اللذين".split())
_CHAINS = frozenset("اضاف تابع استطرد اردف ختم استدرك".split())
_TAKES_UP = frozenset("متحدث مصدر مسؤول مسوول بيان بلاغ".split())
_WAS = frozenset("كان كانت وكان وكانت".split())
_NEAR = 12  # how far before `جاء فيه`, in tokens, its document can stand
_SELF = frozenset("ذاته ذاتها نفسه نفسها ذات نفس".split())
_MEMORY = 60  # how many speakers a later word can take up
_VERBS = 5  # how many verbs before a cue can be that of its subject
_BACK = 8  # how many sentences back the subject of a row of verbs without one can stand
_REACH = 200  # how far back, in tokens, the subject of a cue can stand in one sentence


@dataclass(slots=True)
class Speaker:
    """Somebody who spoke: the actors, and how the grammar agrees with them."""

    actors: list[Actor]
    gender: str | None = None
    plural: bool = False
    medium: Span | None = None


class Speakers:
    """Resolves the sources of one page's statements, in their order: who spoke before matters."""

    def __init__(self, speech: Speech, drafts: list[Draft], cast: Cast) -> None:
        self.page, self.quotes, self.times = speech.page, speech.quotes, speech.times
        self.speech, self.cast = speech, cast
        self.history: list[Speaker] = []
        self.latest: Speaker | None = None  # also of an attribution
        self.spoke: list[tuple[int, Speaker]] = []
        self._looked = 0  # the token up to which `_both` has looked for pairs
        self._pair: list[ActorPhrase] | None = None
        self._states: dict[str, ActorPhrase] = {}
        self.reported = bytearray(len(self.page) + 1)  # tokens inside a content: their verbs have other subjects
        for d in drafts:
            if d.rule != "statement.attribution" and d.cue_first < d.content.first:
                self.reported[d.content.first : d.content.last] = b"\x01" * (d.content.last - d.content.first)

    def of(self, draft: Draft) -> Speaker | None:
        """Who speaks: the phrase beside the cue, the subject of the clause, or who spoke before."""
        page, token = self.page, draft.cue_first
        phrase = draft.phrase
        if (
            phrase is None
            and draft.opening is not None
            and not page.mask(token) & W
            and draft.opening.cue.tense in ("past", "present")
        ):
            phrase = self._preverbal(token)
        elif draft.opening is not None and "object" in draft.opening.cue.frames and not page.mask(token) & W:
            before = self._preverbal(token)  # المفوضية أبلغت الوفدين بأن: what follows is the object
            phrase = before if before is not None and before.last == token else phrase
        if phrase is None and page.word(token - 1) in _WHO:
            phrase = self._antecedent(token - 1)
        speaker = self._from_phrase(phrase, token) if phrase is not None else None
        if speaker and draft.opening and draft.opening.cue.tense in ("past", "present") and draft.gender:
            # The verb tells: a broken plural and a body's name agree as they please (قالت كتائب).
            speaker.gender = draft.gender
        if speaker is None and draft.opening is not None:
            taken_up = page.word(token - 1) in _ANAPHORS or (draft.plural and page.mask(token) & W)
            if draft.opening.cue.tense == "present" and not taken_up:
                return None  # يذكر أن، يعتقد أن: nobody says it
            if page.word(token + 1) in ("فيه", "فيها"):
                speaker = self._of_document(draft)
            elif "came" in draft.opening.cue.frames:  # جاء في بيان مشترك
                speaker = self._joint(token + 2)
            elif draft.opening.cue.tense == "masdar" and page.word(token - 1) in _ATTRIBUTING:
                speaker = self.latest  # وبحسب قوله
            beside = draft.opening.cue.tense == "participle" and not page.has(token - 1, "mark")
            if speaker is not None:
                pass
            elif beside or page.word(token - 1) in _RELATIVES:
                speaker = self._clause_subject(draft) or self._same_sentence(draft) or self._before(draft)
            elif draft.opening.cue.tense in ("participle", "masdar"):
                speaker = self._same_sentence(draft) or self._clause_subject(draft) or self._before(draft)
            else:
                speaker = (
                    self._same_sentence(draft)
                    or self._topic(draft)
                    or self._before(draft)
                    or self._clause_subject(draft)
                )
        if speaker is None:
            return None
        if draft.medium is not None:
            speaker = Speaker(speaker.actors, speaker.gender, speaker.plural, draft.medium)
        self.latest = speaker
        if not self.quotes.inside(token) and draft.rule != "statement.attribution":
            self.history.append(speaker)
            self.spoke.append((token, speaker))
        return speaker

    def _antecedent(self, relative: int) -> ActorPhrase | None:
        """The phrase that a relative pronoun takes up (الاتحاد، الذي يعتبر أن)."""
        page = self.page
        end = relative - 1 if page.word(relative - 1) in ("،", ",") else relative
        for first in range(max(end - 12, page.text.sentence_of(relative)[0]), end):
            phrase = phrase_at(page, first, end)
            if phrase and phrase.last == end and can_speak(page, phrase):
                return phrase
        return None

    def _same_sentence(self, draft: Draft) -> Speaker | None:
        """Who spoke last in the same sentence, if the cue agrees."""
        start, _ = self.page.text.sentence_of(draft.cue_first)
        for token, speaker in reversed(self.spoke[-_MEMORY:]):
            if token < start:
                break
            if token < draft.cue_first and _agree(draft, speaker):
                return speaker
        return None

    def _of_document(self, draft: Draft) -> Speaker | None:
        """Who issued the document in which something `جاء فيه`: the document is the noun before, its issuer beside it or the subject."""
        page, token = self.page, draft.cue_first
        start, _ = page.text.sentence_of(token)
        document = next((i for i in range(token - 1, max(start, token - _NEAR) - 1, -1) if page.has(i, "medium")), None)
        if document is None:
            return None
        draft.medium = draft.medium or page.span(document, token)
        issuer = issuer_at(page, document, token) or self._subject_of(start, document)
        return self._from_phrase(issuer, document) if issuer else None

    def _from_phrase(self, phrase: ActorPhrase, before: int) -> Speaker | None:
        page = self.page
        stem = page.stem(phrase.first)
        beside = {page.word(phrase.last), page.word(phrase.last - 1), page.word(phrase.first - 1)}
        if stem in _TAKES_UP and page.mask(phrase.first) & AL and self.history and beside & _SELF:
            return self._last()  # المتحدث ذاته، ذات المصدر
        if page.has(phrase.first, "medium") and not (
            page.has(phrase.first, "media_word") or page.mask(phrase.first) & AL
        ):
            issuer = issuer_at(page, phrase.first, min(phrase.first + 8, len(page)))
            speaker = (
                self._from_phrase(issuer, before)
                if issuer and can_speak(page, issuer) and not page.has(issuer.first, "medium")
                else None
            )
            if speaker:
                return Speaker(speaker.actors, phrase.gender, phrase.plural, page.span(phrase.first, phrase.first + 1))
        if page.has(phrase.first, "medium") and page.mask(phrase.first) & AL and phrase.last - phrase.first <= 2:
            behind = self._issuer(phrase.first, stem)
            if behind:
                actors = [Actor(a.name, a.role, a.entity, page.span(phrase.first, phrase.last)) for a in behind.actors]
                return Speaker(actors, behind.gender, behind.plural, behind.medium)
        if stem == "مصدر" and page.mask(phrase.first) & AL and self.history:
            for s in reversed(self.history[-_MEMORY:]):
                if any(a.name.split()[0] in ("مصدر", "مسؤول", "مصادر") for a in s.actors if a.name):
                    return s
        parts = phrase.parts or [phrase]
        if page.mask(phrase.head) & AL and page.stem(phrase.head) in BOTH:
            parts = self._both(phrase.first) or parts
        actors = [self.cast.actor(p, before) for p in parts]
        actors = [a for a in actors if a.name]
        if not actors and phrase.head < len(page):
            span = page.span(phrase.first, phrase.last)
            actors = [Actor(span.cite(page.document.text), None, None, span)]
        return Speaker(actors, phrase.gender, phrase.plural) if actors else None

    def _issuer(self, token: int, document: str) -> Speaker | None:
        """Who issued `البيان`: the last speaker with such a document, or who is said to have issued it before anybody spoke.

        A report (تقرير) that nobody issued speaks for itself.
        """
        page = self.page
        told = [s for s in reversed(self.history[-_MEMORY:]) if s.medium is not None]
        same = next((s for s in told if s.medium and document in fold(s.medium.cite(page.document.text))), None)
        if same or document == "تقرير":
            return same
        if self.history:
            return told[0] if told else self._last()
        for i in range(token - 1, max(token - _REACH, -1), -1):
            if page.stem(i) == document:
                issuer = issuer_at(page, i, min(i + 8, token)) or self._subject_of(page.text.sentence_of(i)[0], i)
                if issuer and can_speak(page, issuer):
                    return self._from_phrase(issuer, i)
        return self._joint(token)

    def _joint(self, document: int) -> Speaker | None:
        """The two sides, where a document that nobody is said to have issued is called their joint one (بيان مشترك)."""
        both = self._both(document) if self.page.stem(document + 1) in ("مشترك", "مشتركه") else None
        actors = [self.cast.actor(p, document) for p in both or ()]
        return Speaker(actors, None, True) if actors else None

    def _both(self, before: int) -> list[ActorPhrase] | None:
        """The pair that `الطرفان` stands for: the last two actors named together, or the only two states named so far."""
        page, i = self.page, self._looked
        for k in range(i, before):
            if len(self._states) > 2:
                break  # never two again
            if page.has(k, "country") and (state := phrase_at(page, k, before)) and not state.parts:
                self._states.setdefault(self.cast.actor(state, before).name, state)
        i = max(i, before - 2 * _REACH)  # what lies farther back is no pair any more
        while i < before:
            phrase = phrase_at(page, i, before)
            if phrase is None:
                i += 1
                continue
            if len(phrase.parts) == 2 and all(p.label in ("organization", "place") for p in phrase.parts):
                self._pair = phrase.parts
            i = phrase.last
        self._looked = max(i, before)
        if self._pair and before - self._pair[0].first <= _REACH:
            return self._pair
        return list(self._states.values()) if len(self._states) == 2 else None

    def _last(self) -> Speaker | None:
        return self.history[-1] if self.history else None

    def _before(self, draft: Draft) -> Speaker | None:
        """The last speaker who agrees with the cue."""
        for speaker in reversed(self.history[-6:]):
            if _agree(draft, speaker):
                return Speaker(
                    [Actor(a.name, a.role, a.entity, None) for a in speaker.actors],
                    speaker.gender,
                    speaker.plural,
                    speaker.medium,
                )
        return None

    def _topic(self, draft: Draft) -> Speaker | None:
        """Whom a verb without a subject takes up: the subject that opens its sentence, or the sentence before if nobody spoke in it."""
        page, token = self.page, draft.cue_first
        first, _ = page.text.sentence_of(token)
        starts = [first]
        sentences = page.text.sentence_starts
        n = bisect_right(sentences, first) - 2
        chained = draft.opening is not None and draft.opening.cue.lemma in _CHAINS
        while n >= 0 and not chained and len(starts) < _BACK and not (self.spoke and self.spoke[-1][0] >= sentences[n]):
            starts.append(sentences[n])
            if not page.mask(sentences[n]) & W or self._subject_of(
                sentences[n], page.text.sentence_of(sentences[n])[1]
            ):
                break  # behind it the same subject only goes on (سلطت الصحف …. ولفتت …. وأشارت إلى أن)
            n -= 1
        for start in starts:
            stop = min(token, page.text.sentence_of(start)[1])
            phrase = self._subject_of(start, stop)
            if phrase and phrase.label in ("person", "organization") and (phrase.named or phrase.role):
                speaker = self._from_phrase(phrase, start)
                if speaker and _agree(draft, speaker):
                    return Speaker(
                        [Actor(a.name, a.role, a.entity, None) for a in speaker.actors], speaker.gender, speaker.plural
                    )
        return None

    def _subject_of(self, start: int, stop: int) -> ActorPhrase | None:
        """The subject of the main verb of the sentence that begins at `start`: behind the verb that leads it, or before its verb."""
        page = self.page
        lead = self._lead(start, stop)
        if not page.has(lead, "past", "present"):
            phrase = phrase_at(page, lead, stop)
            if phrase and can_speak(page, phrase):
                return phrase
        for verb in range(lead, min(stop, lead + 10)):  # behind a phrase of place or time: وخلال القمة ردّ …
            if page.word(verb) in _RELATIVES or page.word(verb) in ("ان", "«"):
                return None
            if page.has(verb, "past", "present") and not page.mask(verb) & AL:
                phrase = phrase_at(page, self._skip(verb + 1), stop)
                return phrase if phrase and can_speak(page, phrase) else None
        return None

    def _lead(self, start: int, stop: int) -> int:
        """The first token of a sentence behind its dateline, openers, connectors and times."""
        page = self.page
        lead = self.speech.past_dateline(start)
        while lead < stop and (
            page.has(lead, "opener", "adverb", "comma") or page.word(lead) in CONNECTORS or lead in self.times
        ):
            lead = self.times.get(lead, lead + 1)
        return lead

    def _preverbal(self, token: int) -> ActorPhrase | None:
        """The subject that stands before its verb: `لكن طهران تقول`, `وكان الوزير قد قال`."""
        page = self.page
        start, _ = page.text.sentence_of(token)
        low = max(start, token - 45)
        begins = [low] if low == start else []
        for i in range(low, token - 1):
            word = page.word(i)
            if word in STOPS or word in ("«", "…", ":"):
                begins = [i + 1]
            elif word in _CLAUSE_OPENERS or word in ("،", ","):
                begins.append(i + 1)
        if begins and begins[0] == start:
            begins[0] = self.speech.past_dateline(start)
        if page.word(token - 1) == "قد":  # وكان بيان للوزارة صدر أمس قد أشار: the subject is behind كان
            was = next((i for i in range(token - 2, low - 1, -1) if page.word(i) in _WAS), None)
            if was is not None:
                phrase = phrase_at(page, was + 1, token) or document_at(page, was + 1, token)
                if phrase and can_speak(page, phrase):
                    return phrase
        for first in reversed(begins) if page.word(token - 1) not in ("قد", "،", ",") else begins:
            phrase = phrase_at(page, first, token) or document_at(page, first, token)
            if phrase and can_speak(page, phrase) and self._reaches(phrase.last, token):
                return phrase
        return None

    def _reaches(self, last: int, token: int) -> bool:
        """Whether nothing but particles, times and a relative clause stands between a phrase and its verb."""
        page = self.page
        i = last
        while i < token:
            if i in self.times:
                i = self.times[i]
                continue
            word = page.word(i)
            if word in ("،", ",", "قد", "كان", "كانت", "ايضا", "ف", "لا", "لم", ")", "("):
                i += 1
                continue
            if page.has(i, "unk") and not page.mask(i) and i - last < 3:  # the tail of a foreign name
                i += 1
                continue
            if word in ("الذي", "التي", "الذين"):
                j = next((k for k in range(i, token) if page.word(k) in ("،", ",")), None)
                if j is None:  # خامنئي الذي كان يخاطب الحكومة استدرك: a clause with a verb of its own
                    return any(page.has(k, "past", "present") for k in range(i + 1, min(token, i + 12)))
                i = j + 1
                continue
            return False
        return True

    def _clause_subject(self, draft: Draft) -> Speaker | None:
        """The subject of the main verb of the same sentence, before the cue.

        A participle with no comma before it describes the phrase beside it; otherwise the verbs that can be main verbs are those
        that begin the sentence and those that و joins to it.
        """
        page = self.page
        token = draft.cue_first
        start, _ = page.text.sentence_of(token)
        start = self.speech.past_dateline(start)
        beside = (
            page.word(token - 1) not in ("،", ",") and draft.opening is not None and draft.opening.cue.tense != "past"
        )
        lead = self._lead(start, token)
        tried = 0
        for i in range(token - 1, max(start, token - _REACH) - 1, -1):
            if self.reported[i] or self.quotes.inside(i) or not page.has(i, "past", "present"):
                continue
            main = i <= lead or page.mask(i) == W or page.word(i - 1) in CONNECTORS
            if page.mask(i) & AL or not (main or beside):
                continue
            tried += 1
            if tried > _VERBS:
                break
            phrase = phrase_at(page, self._skip(i + 1), token)
            if phrase is None or not can_speak(page, phrase):
                phrase = self._preverbal(i)
            speaker = self._from_phrase(phrase, i) if phrase else None
            if speaker and _agree(draft, speaker):
                return speaker
        phrase = phrase_at(page, start, token)
        if phrase and can_speak(page, phrase):
            speaker = self._from_phrase(phrase, start)
            if speaker and _agree(draft, speaker):
                return speaker
        return None

    def _skip(self, token: int) -> int:
        while token in self.times or self.page.word(token) in ("،", ",", "قد"):
            token = self.times.get(token, token + 1)
        return token


def _agree(draft: Draft, speaker: Speaker) -> bool:
    """Whether a cue agrees in gender with a speaker (unknown agrees with all)."""
    return draft.gender is None or speaker.gender is None or speaker.gender == draft.gender
