"""Statements: who said what, with which word, in which medium."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from mithaq.entity import Actor
from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.page import Page
from mithaq.grammar.statement.attribution import Attribution, Headline, attributions, can_speak, document_at, headlines
from mithaq.grammar.statement.content import STOPS, Content, Quotes, content_end, kind_of, quoted, trim
from mithaq.lexicon.cues import Cue
from mithaq.grammar.statement.frame import Frames, Opening
from mithaq.reading.entities import Cast
from mithaq.record import Statement
from mithaq.span import Span
from mithaq.text.clitics import AL, B, L, P, W
from mithaq.timex import Timex

_CONNECTORS = frozenset("كما حيث لكنه ولكنه لكنها ولكنها لكن ولكن فيما بينما قد وقد كان وكان كانت وكانت انه وانه فقد عندما اذ بل ثم حين".split())
_RELATIVES = frozenset("ما بما مما وما الذي التي عما فيما".split())
_CLAUSE_OPENERS = frozenset("لكن ولكن فيما بينما حيث ان بان عندما وفيما وكان وكانت كان كانت ولكنّ الا انه".split())
# A present verb without a subject is impersonal (يذكر أن) unless one of these before it takes up a speaker.
_ANAPHORS = frozenset("انه انها انهم بانه بانها لكنه لكنها ولكنه ولكنها وهو وهي هو هي كما لا لم وهم حيث بذلك".split())
_IN = frozenset("في عبر خلال ب وفي على علي".split())
_CHAINS = frozenset("اضاف تابع استطرد اردف ختم استدرك".split())
_BOTH = frozenset("طرفين طرفان جانبين جانبان بلدين بلدان".split())
_SAYING_WITH_PRONOUN = frozenset("قول تاكيد تصريح".split())


@dataclass(slots=True)
class Speaker:
    """Somebody who spoke: the actors, and how the grammar agrees with them."""

    actors: list[Actor]
    gender: str | None = None
    plural: bool = False
    medium: Span | None = None


@dataclass(slots=True)
class _Draft:
    """A statement before its source is known."""

    cue_first: int
    cue_last: int
    content: Content
    rule: str
    opening: Opening | None = None
    phrase: ActorPhrase | None = None
    medium: Span | None = None
    relayed: bool = False
    headline: bool = False
    gender: str | None = None
    plural: bool = False
    extra: list[int] = field(default_factory=list)


class Statements:
    """Reads the statements of one page."""

    def __init__(self, page: Page, timexes: list[Timex], cast: Cast) -> None:
        self.page, self.cast = page, cast
        self.quotes = Quotes(page)
        self.timexes = timexes
        self.times = {t.first: t.last for t in timexes}
        self.attributions = attributions(page, self.quotes)
        self.frames = Frames(page, self.quotes, self.times | {a.first: a.last for a in self.attributions})
        self.history: list[Speaker] = []
        self.spoke: list[tuple[int, Speaker]] = []
        self.reported = bytearray(len(page) + 1)

    def read(self) -> list[Statement]:
        """All statements, in the order of their cues."""
        noted = self.attributions
        openings = self._openings(noted)
        heads = headlines(self.page, self.quotes)
        boundaries = self._boundaries(openings, noted)
        drafts = [d for o in openings if (d := self._draft(o, boundaries))]
        drafts += [d for a in noted if (d := self._attributed(a, boundaries, drafts))]
        drafts += [self._headline(h) for h in heads]
        drafts.sort(key=lambda d: (d.cue_first, d.content.first))
        for d in drafts:
            if d.rule != "statement.attribution" and d.cue_first < d.content.first:
                self.reported[d.content.first : d.content.last] = b"\x01" * (d.content.last - d.content.first)
        statements: list[Statement] = []
        for draft in drafts:
            speaker = self._source(draft)
            if speaker is None or not speaker.actors:
                continue
            statement = self._statement(draft, speaker)
            if any(s.content == statement.content and s.cue == statement.cue for s in statements):
                continue
            statements.append(statement)
        _nest(statements)
        return statements

    # -- finding -------------------------------------------------------------------------------------------------

    def _openings(self, noted: list[Attribution]) -> list[Opening]:
        page = self.page
        pattern = _cue_pattern(page)
        found: list[Opening] = []
        attributing = {i for a in noted for i in range(a.first, a.last)}
        for m in pattern.finditer(page.line.symbols):
            token = m.start() // 2
            if token in attributing:
                continue
            opening = self._relay(token) or self._plain(token) or self._postposed(token)
            if opening is None:
                continue
            if opening.cue.tense == "participle" and opening.cue.lemma == "قال":
                previous = found[-1] if found else None
                if previous and previous.first == opening.first:
                    continue
            if found and found[-1].first == opening.first and found[-1].how != "noun" and not self._names_source(opening):
                noun = self.frames.nominal(token, opening.cue, None, opening.first)  # قال …، معلنا انسحابه: "…"
                if noun is None:
                    continue
                opening = noun
            found.append(opening)
        return found

    def _plain(self, token: int) -> Opening | None:
        cue = self.frames.cue_at(token)
        return self.frames.open(token, cue) if cue else None

    def _postposed(self, token: int) -> Opening | None:
        """`"…"، قال فلان`: the cue and its subject behind the content."""
        page = self.page
        cue = self.frames.cue_at(token)
        before = token - 1
        if cue is None or cue.tense == "participle" or page.mask(token) or "direct" not in cue.frames:
            return None
        if page.word(before) in ("،", ",", "-", "–"):
            before -= 1
        elif page.word(before) != "»":
            return None
        start, end = page.text.sentence_of(token)
        start = self._past_dateline(start)
        subject = phrase_at(page, token + 1, end)
        if subject is None or before < 0 or not can_speak(page, subject):
            return None
        q = next((q for q in page.text.quotations if q.close == before), None)
        if q and q.last - q.first >= 2:
            return Opening(token, cue, "postposed", q.first, q, subject, (token, token), q.last)
        if before - start < 2 or any(page.has(i, "cue") for i in range(start, before)):
            return None
        return Opening(token, cue, "postposed", start, None, subject, (token, token), before + 1)

    def _names_source(self, opening: Opening) -> bool:
        return opening.subject is not None or opening.how.startswith("relay")

    def _relay(self, token: int) -> Opening | None:
        """`… عن فلان قوله إن`, `بقوله`: a noun of saying with the speaker's pronoun."""
        page = self.page
        if not page.mask(token) & P or page.mask(token) & AL or page.stem(token) not in _SAYING_WITH_PRONOUN:
            return None
        suffix = "f" if page.word(token).endswith("ها") else "m"
        cue = Cue("قال", frozenset({"that", "direct"}), "masdar", suffix, page.word(token).endswith("هم"))
        opening = self.frames.open(token, cue)
        if opening is None or opening.how == "noun":
            return None
        opening.subject = None
        if not page.mask(token) & B:
            start, _ = page.text.sentence_of(token)
            for i in range(token - 1, max(start, token - 30) - 1, -1):
                if page.word(i) in ("عن", "الي", "وعن") or page.word(i) == "علي":
                    opening.subject = phrase_at(page, i + 1, token)
                    break
        opening.how = "relay"
        return opening

    def _boundaries(self, openings: list[Opening], noted: list[Attribution]) -> dict[int, int]:
        """The tokens at which the reporter takes the floor again: where an indirect content must end."""
        page, boundaries = self.page, {}
        for a in noted:
            boundaries[a.first] = a.first
        for o in openings:
            if self.quotes.inside(o.token):
                continue
            first = o.token
            connected = bool(page.mask(first) & W) or o.cue.tense == "participle"
            while page.word(first - 1) in _CONNECTORS:
                first -= 1
                connected = True
            if o.how.startswith("relay"):
                connected = False
            if connected:
                boundaries[first] = o.token
        for m in _cue_pattern(page).finditer(page.line.symbols):
            i = m.start() // 2
            if page.word(i)[0] == "و" and page.mask(i) == W and page.has(i, "cue_past") and not self.quotes.inside(i):
                boundaries.setdefault(i, i)
        for i in range(1, len(page)):
            if page.has(i, "participle", "cue_participle") and page.word(i - 1) in ("،", ","):
                word = page.word(i)
                if not page.mask(i) & (AL | B) and word.endswith(("ا", "ه", "ين")) and page.has(
                    i, "cue", "say", "demand", "pledge", "oppose", "support"
                ):
                    boundaries[i] = i
        return boundaries

    # -- contents ------------------------------------------------------------------------------------------------

    def _draft(self, o: Opening, boundaries: dict[int, int]) -> _Draft | None:
        page, quotes = self.page, self.quotes
        others = _Without(boundaries, o)
        limit = o.limit
        inside = next((q for q in page.text.quotations if q.close is not None and q.first <= o.token < q.last), None)
        if inside:
            if not self._names_source(o):
                return None
            limit = min(limit, inside.last)
        if o.quote is not None:
            if o.how == "postposed":
                content = Content(o.quote.first, trim(page, o.quote.first, o.quote.last), "direct")
            else:
                content = quoted(page, quotes, o.quote, max(limit, o.quote.last), others)
            first = content.first
            if o.cue.frames & {"describe"} and not page.mask(o.token) & P and o.subject:
                begin = o.subject.last
                while begin < first and (page.word(begin) in ("،", ",") or begin in self.times):
                    begin = self.times.get(begin, begin + 1)
                if begin < first - 2:
                    content = Content(begin, content.last, "mixed")
        else:
            last = content_end(page, quotes, o.first, limit, others, inner=inside is not None)
            bare = not o.how.startswith("noun") and not (o.how == "postposed" and page.mask(o.first) & W)
            content = Content(o.first, last, kind_of(page, quotes, o.first, last), bare)
        if content.last <= content.first:
            return None
        rule = "statement." + ("participle" if o.cue.tense == "participle" else o.how)
        medium = self._medium(o.zone[0], o.zone[1])
        return _Draft(
            o.token, o.token + 1, content, rule, o, o.subject, medium, relayed=o.how == "relay", gender=o.cue.gender,
            plural=o.cue.plural,
        )  # fmt: skip

    def _attributed(self, a: Attribution, boundaries: dict[int, int], drafts: list[_Draft]) -> _Draft | None:
        """The clause that an attribution stands beside; between a cue and its content it shares that content."""
        page, quotes = self.page, self.quotes
        for d in drafts:
            if page.word(a.first - 1) in ("،", ","):
                break
            if d.opening and d.cue_first < a.first and a.last <= d.content.first and a.last <= d.opening.zone[1] + 1:
                return _Draft(a.first, a.cue_last, d.content, "statement.attribution", None, a.source)
        start, end = page.text.sentence_of(a.first)
        inside = next((q for q in page.text.quotations if q.close is not None and q.first <= a.first < q.last), None)
        if inside:
            start, end = max(start, inside.first), min(end, inside.last)
        start = self._past_dateline(start)
        if a.first - start <= 1:  # the attribution leads
            first = a.last
            for i in range(a.last, min(end, a.last + 16)):  # وبحسب بيان نشر على قناة …، قال
                if page.word(i) in ("،", ",", "فان", ":"):
                    first = i
                    break
            while page.word(first) in ("،", ",", ":", "فان", "ان", "فقد"):
                first += 1
            last = content_end(page, quotes, first, end, _Except(boundaries, a.first))
        else:
            first = start
            for i in range(a.first - 1, start, -1):
                if page.word(i) in ("لكن", "ولكن") and page.word(i - 1) in ("،", ","):
                    first = i + 1
                    break
            last = trim(page, first, a.first)
            after = a.last
            if page.word(after) in ("،", ",") and self._carries_on(after + 1, end):
                last = content_end(page, quotes, after + 1, end, {})
        if last <= first:
            return None
        bare = not page.mask(first) & W
        if page.word(first) == "و":
            first += 1
        content = Content(first, last, kind_of(page, quotes, first, last), bare)
        return _Draft(a.first, a.cue_last, content, "statement.attribution", None, a.source)

    def _carries_on(self, token: int, end: int) -> bool:
        """Whether a clause that an attribution interrupts goes on behind it."""
        page = self.page
        if end - token < 2 or page.mask(token) & W or page.has(token, "cue", "past", "present", "prep", "conj"):
            return False
        return page.word(token) not in ("في", "من", "مع", "علي", "فيما", "بينما", "لكن", "وذلك", "وهو", "وهي", "حيث", "التي", "الذي")

    def _past_dateline(self, start: int) -> int:
        """The first token behind a dateline such as `دبي، الإمارات (CNN) --`."""
        page = self.page
        for i in range(start, min(start + 16, len(page))):
            if page.word(i) in ("-", "–", "—") and page.word(i - 1) in (")", "-", "–", "—"):
                j = i
                while page.word(j + 1) in ("-", "–", "—"):
                    j += 1
                return j + 1
        return start

    def _headline(self, h: Headline) -> _Draft:
        page = self.page
        last = trim(page, h.first, h.last)
        q = self.quotes.opened.get(h.first)
        content = Content(h.first, last, kind_of(page, self.quotes, h.first, last))
        if q and q.close is not None and q.close >= last:
            content = Content(q.first, q.last, "direct")
        medium = page.whole(*h.medium) if h.medium else None
        return _Draft(h.colon, h.colon + 1, content, "statement.headline", None, h.source, medium, headline=True)

    def _medium(self, first: int, last: int) -> Span | None:
        """The words that name the medium between a cue and its content: `في بيان`, `لوكالة …`, or the document that speaks."""
        page = self.page
        for i in range(first, last):
            document = page.has(i, "medium") and (page.word(i - 1) in _IN or page.mask(i) & B or (i == first and page.mask(i) & AL))
            if not document and not (page.mask(i) & L and page.has(i, "media_word", "media")):
                continue
            end = i + 1
            while end < last and page.word(end) not in ("،", ",", ":") and end not in self.times and page.word(end) not in STOPS:
                if page.has(end, "past", "present") and end > i + 1:
                    break
                end += 1
            return page.span(i, end) if document else page.whole(i, end)
        return None

    # -- sources -------------------------------------------------------------------------------------------------

    def _source(self, draft: _Draft) -> Speaker | None:
        """Who speaks: the phrase beside the cue, the subject of the clause, or who spoke before."""
        page, token = self.page, draft.cue_first
        phrase = draft.phrase
        if phrase is None and draft.opening is not None and not page.mask(token) & W and draft.opening.cue.tense in ("past", "present"):
            phrase = self._preverbal(token)
        speaker = self._from_phrase(phrase, token) if phrase is not None else None
        if speaker and draft.opening and speaker.gender is None and draft.opening.cue.tense in ("past", "present"):
            speaker.gender = draft.gender
        if speaker is None and draft.opening is not None:
            if draft.opening.cue.tense == "present" and page.word(token - 1) not in _ANAPHORS:
                return None  # يذكر أن، يعتقد أن: nobody says it
            beside = draft.opening.cue.tense == "participle" and not page.has(token - 1, "mark")
            if beside or page.word(token - 1) in _RELATIVES:
                speaker = self._clause_subject(draft) or self._same_sentence(draft) or self._before(draft)
            elif draft.opening.cue.tense in ("participle", "masdar"):
                speaker = self._same_sentence(draft) or self._clause_subject(draft) or self._before(draft)
            else:
                speaker = self._same_sentence(draft) or self._topic(draft) or self._before(draft) or self._clause_subject(draft)
        if speaker is None:
            return None
        if draft.medium is not None:
            speaker = Speaker(speaker.actors, speaker.gender, speaker.plural, draft.medium)
        if not self.quotes.inside(token) and draft.rule != "statement.attribution":
            self.history.append(speaker)
            self.spoke.append((token, speaker))
        return speaker

    def _same_sentence(self, draft: _Draft) -> Speaker | None:
        """Who spoke last in the same sentence, if the cue agrees."""
        start, _ = self.page.text.sentence_of(draft.cue_first)
        for token, speaker in reversed(self.spoke):
            if token < start:
                break
            if token < draft.cue_first and _agree(draft, speaker):
                return speaker
        return None

    def _from_phrase(self, phrase: ActorPhrase, before: int) -> Speaker | None:
        page = self.page
        stem = page.stem(phrase.first)
        if page.has(phrase.first, "medium") and page.mask(phrase.first) & AL and phrase.last - phrase.first <= 2:
            issuer = next((s for s in reversed(self.history) if s.medium is not None), None) or self._last()
            if issuer:
                actors = [Actor(a.name, a.role, a.entity, page.span(phrase.first, phrase.last)) for a in issuer.actors]
                return Speaker(actors, issuer.gender, issuer.plural, issuer.medium)
        if stem == "مصدر" and page.mask(phrase.first) & AL and self.history:
            for s in reversed(self.history):
                if any(a.name.split()[0] in ("مصدر", "مسؤول", "مصادر") for a in s.actors if a.name):
                    return s
        parts = phrase.parts or [phrase]
        if page.mask(phrase.head) & AL and page.stem(phrase.head) in _BOTH:
            parts = self._both(phrase.first) or parts
        actors = [self.cast.actor(p, before) for p in parts]
        actors = [a for a in actors if a.name]
        return Speaker(actors, phrase.gender, phrase.plural) if actors else None

    def _both(self, before: int) -> list[ActorPhrase] | None:
        """The pair that `الطرفان` stands for: the last two actors named together."""
        for i in range(before - 1, max(before - 200, -1), -1):
            phrase = phrase_at(self.page, i, before)
            if phrase and len(phrase.parts) == 2 and all(p.label in ("organization", "place") for p in phrase.parts):
                return phrase.parts
        return None

    def _last(self) -> Speaker | None:
        return self.history[-1] if self.history else None

    def _before(self, draft: _Draft) -> Speaker | None:
        """The last speaker who agrees with the cue."""
        for speaker in reversed(self.history[-6:]):
            if _agree(draft, speaker):
                return Speaker([Actor(a.name, a.role, a.entity, None) for a in speaker.actors], speaker.gender, speaker.plural, speaker.medium)
        return None

    def _topic(self, draft: _Draft) -> Speaker | None:
        """Whom a verb without a subject takes up: the subject that opens its sentence, or the sentence before if nobody spoke in it."""
        page, token = self.page, draft.cue_first
        first, _ = page.text.sentence_of(token)
        starts = [first]
        n = bisect_right(page.text.sentence_starts, first) - 2
        chained = draft.opening is not None and draft.opening.cue.lemma in _CHAINS
        if n >= 0 and not chained and not any(page.text.sentence_starts[n] <= t < first for t, _ in self.spoke):
            starts.append(page.text.sentence_starts[n])
        for start in starts:
            stop = min(token, page.text.sentence_of(start)[1])
            phrase = self._subject_of(start, stop)
            if phrase and phrase.label in ("person", "organization") and (phrase.named or phrase.role):
                speaker = self._from_phrase(phrase, start)
                if speaker and _agree(draft, speaker):
                    return Speaker([Actor(a.name, a.role, a.entity, None) for a in speaker.actors], speaker.gender, speaker.plural)
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
        lead = self._past_dateline(start)
        while lead < stop and (page.has(lead, "opener", "adverb", "comma") or page.word(lead) in _CONNECTORS or lead in self.times):
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
            if word in STOPS or word in ("«", "…"):
                begins = [i + 1]
            elif word in _CLAUSE_OPENERS or word in ("،", ","):
                begins.append(i + 1)
        if begins and begins[0] == start:
            begins[0] = self._past_dateline(start)
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
                if j is None:
                    return False
                i = j + 1
                continue
            return False
        return True

    def _clause_subject(self, draft: _Draft) -> Speaker | None:
        """The subject of the main verb of the same sentence, before the cue.

        A participle with no comma before it describes the phrase beside it; otherwise the verbs that can be main verbs are those
        that begin the sentence and those that و joins to it.
        """
        page = self.page
        token = draft.cue_first
        start, _ = page.text.sentence_of(token)
        start = self._past_dateline(start)
        beside = page.word(token - 1) not in ("،", ",") and draft.opening is not None and draft.opening.cue.tense != "past"
        lead = self._lead(start, token)
        for i in range(token - 1, start - 1, -1):
            if self.reported[i] or self.quotes.inside(i) or not page.has(i, "past", "present"):
                continue
            main = i <= lead or page.mask(i) == W or page.word(i - 1) in _CONNECTORS
            if page.mask(i) & AL or not (main or beside):
                continue
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

    # -- assembling ----------------------------------------------------------------------------------------------

    def _statement(self, draft: _Draft, speaker: Speaker) -> Statement:
        page = self.page
        span = draft.content.span(page)
        cue = page.whole(draft.cue_first, draft.cue_last)
        said = None
        if draft.opening is not None:
            a, b = draft.opening.zone
            said = next((t.id for t in self.timexes if a <= t.first and t.last <= b), None)
        medium = draft.medium or (None if draft.phrase is not None else speaker.medium)
        return Statement(
            id=f"s{span.start}-{span.end}.{cue.start}", content=span, cue=cue, kind=draft.content.kind,
            source=speaker.actors, medium=medium, said=said, found_by=draft.rule,
        )  # fmt: skip


def _agree(draft: _Draft, speaker: Speaker) -> bool:
    """Whether a cue agrees in gender with a speaker (unknown agrees with all)."""
    return draft.gender is None or speaker.gender is None or speaker.gender == draft.gender


class _Without:
    """The boundaries except those that lie in a cue's own frame, before its content."""

    def __init__(self, boundaries: dict[int, int], opening: Opening) -> None:
        self._boundaries, self._first = boundaries, opening.first

    def __contains__(self, token: object) -> bool:
        return token in self._boundaries and token > self._first  # type: ignore[operator]


class _Except:
    """The boundaries but one."""

    def __init__(self, boundaries: dict[int, int], token: int) -> None:
        self._boundaries, self._token = boundaries, token

    def __contains__(self, token: object) -> bool:
        return token in self._boundaries and token != self._token


_PATTERNS: dict[int, re.Pattern[str]] = {}


def _cue_pattern(page: Page) -> re.Pattern[str]:
    """The symbols of all words that can be a cue."""
    alphabet = page.grammar.alphabet
    key = id(alphabet)
    if key not in _PATTERNS:
        _PATTERNS[key] = re.compile(f"[{''.join(sorted(alphabet.having('cue')))}]")
    return _PATTERNS[key]


def _nest(statements: list[Statement]) -> None:
    """Say of each statement within which other it is reported: the smallest whose content holds its cue."""
    for s in statements:
        around = [o for o in statements if o is not s and o.content.contains(s.cue)]
        if around:
            s.within = min(around, key=lambda o: o.content.end - o.content.start).id
