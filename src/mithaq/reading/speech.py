"""Reported speech on a page: which words report, what they report, and where both stand; who speaks is another matter."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.page import Page
from mithaq.grammar.statement.attribution import Attribution, Headline, attributions, can_speak, headlines
from mithaq.grammar.statement.content import (
    BI_COMPLEMENTISERS,
    COMPLEMENTISERS,
    LONGEST,
    STOPS,
    Content,
    Quotes,
    content_end,
    kind_of,
    quoted,
    trim,
)
from mithaq.grammar.statement.frame import Frames, Opening
from mithaq.lexicon.cues import Cue
from mithaq.span import Span
from mithaq.text.clitics import AL, B, L, P, W

# What may stand before a cue and join it to what was said before: the reporter takes the floor again there.
CONNECTORS = frozenset(
    "كما حيث لكنه ولكنه لكنها ولكنها لكن ولكن فيما بينما قد وقد كان وكان كانت وكانت انه وانه فقد عندما اذ بل ثم حين".split()
)
_IN = frozenset("في عبر خلال ب وفي علي".split())
_TURNS_ASIDE = frozenset("في من مع علي فيما بينما لكن وذلك وهو وهي حيث التي الذي".split())
_DASHES = frozenset("- – —".split())
_RELAYING = frozenset("نقل نسب".split())
_SAYING_WITH_PRONOUN = frozenset("قول تاكيد تصريح".split())


@dataclass(slots=True)
class Draft:
    """A statement before its source is known: cue and content as tokens, the rule, and what the frame shows of the speaker."""

    cue_first: int
    cue_last: int
    content: Content
    rule: str
    opening: Opening | None = None
    phrase: ActorPhrase | None = None
    medium: Span | None = None
    gender: str | None = None
    plural: bool = False


class Speech:
    """Finds the reported speech of one page."""

    def __init__(self, page: Page, times: dict[int, int]) -> None:
        """`times` gives, for the first token of each time expression, the token behind its last."""
        self.page, self.times = page, times
        self.quotes = Quotes(page)
        self.attributions = attributions(page, self.quotes)
        self.frames = Frames(page, self.quotes, times | {a.first: a.last for a in self.attributions})

    def drafts(self) -> list[Draft]:
        """All statements without their sources, in the order of their cues."""
        openings = self._openings(self.attributions)
        boundaries = self._boundaries(openings, self.attributions)
        verbal = [d for o in openings if (d := self._draft(o, boundaries))]
        verbal.sort(key=lambda d: d.cue_first)
        drafts = verbal + [d for a in self.attributions if (d := self._attributed(a, boundaries, verbal))]
        drafts += [self._headline(h) for h in headlines(self.page, self.quotes)]
        drafts.sort(key=lambda d: (d.cue_first, d.content.first))
        return drafts

    def _openings(self, noted: list[Attribution]) -> list[Opening]:
        found: list[Opening] = []
        attributing = {i for a in noted for i in range(a.first, a.last)}
        for token in self.frames.cues.tokens:
            if token in attributing:
                continue
            opening = self._relay(token) or self._plain(token) or self._postposed(token)
            if opening is None:
                continue
            if found and found[-1].first == opening.first and self.page.word(token) in ("بالقول", "القول"):
                continue  # رد عليهم بالقول: one statement
            if opening.cue.tense == "participle" and opening.cue.lemma == "قال":
                previous = found[-1] if found else None
                if previous and previous.first == opening.first:
                    continue
            if opening.cue.lemma in _RELAYING and opening.subject:
                relay = self.frames.subject(token, opening.cue, opening.subject.first)
                opening.relayed_by = relay if relay and relay.last < opening.subject.first else None
            if found and found[-1].first == opening.first and opening.how == "relay":
                opening.relayed_by = found.pop().relayed_by  # نقلت الوكالة عن الوزير قوله إن: one statement
            if (
                found
                and found[-1].first == opening.first
                and found[-1].how != "noun"
                and not self._names_source(opening)
            ):
                noun = self.frames.nominal(token, opening.cue, None, opening.first)  # قال …، معلنا انسحابه: "…"
                if noun is None:
                    continue
                opening = noun
            found.append(opening)
        return found

    def _plain(self, token: int) -> Opening | None:
        cue = self.frames.cues.at(token)
        return self.frames.open(token, cue) if cue else None

    def _postposed(self, token: int) -> Opening | None:
        """`"…"، قال فلان`: the cue and its subject behind the content."""
        page = self.page
        cue = self.frames.cues.at(token)
        before = token - 1
        if cue is None or cue.tense == "participle" or page.mask(token) or "direct" not in cue.frames:
            return None
        if page.word(before) in ("،", ",", "-", "–"):
            before -= 1
        elif page.word(before) != "»":
            return None
        start, end = page.text.sentence_of(token)
        start = self.past_dateline(start)
        subject = phrase_at(page, token + 1, end)
        if subject is None or before < 0 or not can_speak(page, subject):
            return None
        q = self.quotes.closed.get(before)
        if q and q.last - q.first >= 2:
            return Opening(token, cue, "postposed", q.first, q, subject, (token, token), q.last)
        if not 2 <= before - start <= LONGEST or any(page.has(i, "cue") for i in range(start, before)):
            return None
        return Opening(token, cue, "postposed", start, None, subject, (token, token), before + 1)

    def _names_source(self, opening: Opening) -> bool:
        return opening.subject is not None or opening.how.startswith("relay")

    def _relay(self, token: int) -> Opening | None:
        """`… عن فلان قوله إن`, `بقوله`: a noun of saying with the speaker's pronoun."""
        page = self.page
        mask = page.mask(token)
        by_saying = mask & B and mask & AL and page.stem(token) == "قول"  # اكتفى بالقول إن
        if not by_saying and (not mask & P or mask & AL or page.stem(token) not in _SAYING_WITH_PRONOUN):
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
            while page.word(first - 1) in CONNECTORS:
                first -= 1
                connected = True
            if page.word(first - 1) in ("،", ",") and o.subject is not None and o.how in ("that", "colon", "quoted"):
                connected = True  # بينما قال فلان إن …، قال فلان إن
            if o.how.startswith("relay"):
                connected = False
            if connected:
                boundaries[first] = o.token
        for i in self.frames.cues.tokens:
            if (
                page.word(i)[0] == "و"
                and page.mask(i) in (W, W | P)
                and page.has(i, "cue_past")
                and not self.quotes.inside(i)
            ):
                boundaries.setdefault(i, i)
        for comma, mark in enumerate(page.text.words):
            i = comma + 1
            if mark in ("،", ",") and page.has(i, "participle", "cue_participle"):
                word = page.word(i)
                if (
                    not page.mask(i) & (AL | B)
                    and word.endswith(("ا", "ه", "ين"))
                    and page.has(i, "cue", "say", "demand", "pledge", "oppose", "support")
                ):
                    boundaries[i] = i
        return boundaries

    def _draft(self, o: Opening, boundaries: dict[int, int]) -> Draft | None:
        page, quotes = self.page, self.quotes
        others = _Without(boundaries, o)
        limit = o.limit
        inside = quotes.around(o.token)
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
        relayed_by = page.span(o.relayed_by.first, o.relayed_by.last) if o.relayed_by else None
        medium = relayed_by or self._medium(o.zone[0], o.zone[1])
        return Draft(
            o.token, o.token + 1, content, rule, o, o.subject, medium, gender=None if "came" in o.cue.frames else o.cue.gender,
            plural=o.cue.plural,
        )  # fmt: skip

    def _attributed(self, a: Attribution, boundaries: dict[int, int], drafts: list[Draft]) -> Draft | None:
        """The clause that an attribution stands beside; between a cue and its content it shares that content."""
        page, quotes = self.page, self.quotes
        around = self._frame_around(a, drafts)
        if around is not None:
            return Draft(a.first, a.cue_last, around.content, "statement.attribution", None, a.source)
        start, end = page.text.sentence_of(a.first)
        inside = quotes.around(a.first)
        if inside:
            start, end = max(start, inside.first), min(end, inside.last)
        start = self.past_dateline(start)
        if a.first - start > LONGEST:
            return None
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
        if last <= first or (page.word(a.first - 1) in _DASHES and last - first < 5):
            return None  # إذاعة المرسى - نقلاً عن صحيفة المنارة: a dateline
        bare = not page.mask(first) & W
        if page.word(first) == "و":
            first += 1
        content = Content(first, last, kind_of(page, quotes, first, last), bare)
        return Draft(a.first, a.cue_last, content, "statement.attribution", None, a.source)

    def _frame_around(self, a: Attribution, drafts: list[Draft]) -> Draft | None:
        """The cue before an attribution whose content begins behind it; behind a comma an attribution stands by itself."""
        word = self.page.word
        behind = word(a.last + 1) if word(a.last) in ("،", ",") else ""
        if word(a.first - 1) in ("،", ",") and behind not in COMPLEMENTISERS | BI_COMPLEMENTISERS:
            return None
        for d in reversed(drafts[: bisect_left(drafts, a.first, key=lambda d: d.cue_first)][-3:]):
            if d.opening and a.last <= d.content.first and a.last <= d.opening.zone[1] + 1:
                return d
        return None

    def _carries_on(self, token: int, end: int) -> bool:
        """Whether a clause that an attribution interrupts goes on behind it."""
        page = self.page
        if end - token < 2 or page.mask(token) & W or page.has(token, "cue", "past", "present", "prep", "conj"):
            return False
        return page.word(token) not in _TURNS_ASIDE

    def past_dateline(self, start: int) -> int:
        """The first token behind a dateline such as `دبي، الإمارات (CNN) --`."""
        page = self.page
        for i in range(start, min(start + 16, len(page))):
            if page.word(i) in ("-", "–", "—") and page.word(i - 1) in (")", "-", "–", "—"):
                j = i
                while page.word(j + 1) in ("-", "–", "—"):
                    j += 1
                return j + 1
        return start

    def _headline(self, h: Headline) -> Draft:
        page = self.page
        last = trim(page, h.first, h.last)
        q = self.quotes.opened.get(h.first)
        content = Content(h.first, last, kind_of(page, self.quotes, h.first, last))
        if q and q.close is not None and q.close >= last:
            content = Content(q.first, q.last, "direct")
        medium = page.whole(*h.medium) if h.medium else None
        return Draft(h.colon, h.colon + 1, content, "statement.headline", None, h.source, medium)

    def _medium(self, first: int, last: int) -> Span | None:
        """The words that name the medium between a cue and its content: `في بيان`, `لوكالة …`, or the document that speaks."""
        page = self.page
        for i in range(first, last):
            document = (
                page.has(i, "medium")
                and not page.has(i, "media_word")
                and (page.word(i - 1) in _IN or page.mask(i) & B or (i == first and page.mask(i) & AL))
            )
            if not document and not (page.mask(i) & L and page.has(i, "media_word", "media")):
                continue
            end = i + 1
            while (
                end < last
                and page.word(end) not in ("،", ",", ":")
                and end not in self.times
                and page.word(end) not in STOPS
            ):
                if page.has(end, "past", "present") and end > i + 1:
                    break
                end += 1
            return page.span(i, end) if document else page.whole(i, end)
        return None


class _Without:
    """The boundaries except those that lie in a cue's own frame, before its content."""

    def __init__(self, boundaries: dict[int, int], opening: Opening) -> None:
        self._boundaries, self._first = boundaries, opening.first

    def __contains__(self, token: object) -> bool:
        return token in self._boundaries and token > self._first


class _Except:
    """The boundaries but one."""

    def __init__(self, boundaries: dict[int, int], token: int) -> None:
        self._boundaries, self._token = boundaries, token

    def __contains__(self, token: object) -> bool:
        return token in self._boundaries and token != self._token
