"""The ground on which clauses are read: a page with its times, its statements and its quotations, by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from mithaq.entity import Mention
from mithaq.grammar.page import Page
from mithaq.lexicon.deeds import Deed
from mithaq.lexicon.lexicon import Lexicon
from mithaq.record import Statement
from mithaq.text.clitics import AL, B, K, L, P, S, W
from mithaq.timex import Timex

T = TypeVar("T")
STOPS = frozenset(".؟?!\n؛;…")
COMMAS = frozenset("،,")
COMPLEMENTISERS = frozenset("ان" + p for p in ("", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "ا"))
BI_COMPLEMENTISERS = frozenset("ب" + c for c in COMPLEMENTISERS)


def _innermost(ranges: Sequence[tuple[int, int, T]], count: int) -> dict[int, tuple[int, int, T]]:
    """For each token the shortest of the ranges around it, in time proportional to the tokens."""
    owner: dict[int, tuple[int, int, T]] = {}
    beyond: dict[int, int] = {}  # from a taken token to one behind it that may be free
    for one in sorted(ranges, key=lambda r: r[1] - r[0]):
        i, last = one[0], min(one[1], count)
        path: list[int] = []
        while i < last:
            if i in owner:
                path.append(i)
                i = beyond[i]
                continue
            owner[i] = one
            beyond[i] = i + 1
            path.append(i)
            i += 1
        for k in path:
            beyond[k] = i
    return owner


class _Jobs(dict[str, tuple[str, ...]]):
    """What the readings of a stem as a deed can do, looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, stem: str) -> tuple[str, ...]:
        deeds: tuple[Deed, ...] = self._lexicon.value("deed", stem) or ()
        found = self[stem] = tuple(dict.fromkeys(job for deed in deeds for job in deed.jobs))
        return found


@cache
def _jobs(lexicon: Lexicon) -> _Jobs:
    return _Jobs(lexicon)


class Ground:
    """What the deep layers ask of a page again and again."""

    def __init__(
        self, page: Page, timexes: list[Timex], statements: list[Statement], mentions: list[Mention] | None = None
    ) -> None:
        self.page = page
        self.named = {m.first: m for m in mentions or () if m.label in ("person", "organization")}
        self.timexes = timexes
        self.times = {t.first: t for t in timexes}
        self.statements = statements
        starts = page.text.starts
        self.contents = [
            (bisect_left(starts, s.content.start), bisect_left(starts, s.content.end), s) for s in statements
        ]
        self.cues = {bisect_left(starts, s.cue.start): s for s in statements}
        self._content_of = _innermost(self.contents, len(page))
        self._quoted = _innermost(
            [(q.first, q.last, q) for q in page.text.quotations if q.close is not None], len(page)
        )
        self.ends = {t.last: t for t in timexes}
        self.time_of = {t.id: t for t in timexes}
        self.opened = {q.open: q for q in page.text.quotations if q.close is not None}
        self._jobs: dict[str, list[int]] | None = None
        self._deeds: dict[int, tuple[Deed, ...]] = {}
        self._regions: dict[int, tuple[int, int]] = {}
        self._verbs: dict[int, bool] = {}
        self.subjects: dict[tuple[int, str | None, bool], object] = {}  # kept by grammar/clause/subject.py
        self._time_firsts = [t.first for t in timexes]
        self._value = page.grammar.lexicon.value

    def statement(self, token: int) -> Statement | None:
        """The innermost statement whose content contains a token."""
        content = self._content_of.get(token)
        return content[2] if content is not None else None

    def content(self, token: int) -> tuple[int, int] | None:
        """The tokens of the innermost content around a token."""
        content = self._content_of.get(token)
        return content[:2] if content is not None else None

    def region(self, token: int) -> tuple[int, int]:
        """The tokens `[first, last)` within which a clause at `token` can stand: its sentence, quotation and content."""
        found = self._regions.get(token)
        if found is None:
            found = self._regions[token] = self._region(token)
        return found

    def _region(self, token: int) -> tuple[int, int]:
        first, last = self.page.text.sentence_of(token)
        if token >= last:
            first, last = token, token + 1
        quotation, content = self._quoted.get(token), self._content_of.get(token)
        if (
            quotation is not None and quotation[1] - quotation[0] > 4
        ):  # shorter ones are words of the clause around them
            first, last = max(first, quotation[0]), min(last, quotation[1])
        if content is not None:
            first, last = max(first, content[0]), min(last, content[1])
        return first, last

    def inside_quotation(self, token: int) -> bool:
        """Whether a token stands between two quotation marks."""
        return token in self._quoted

    def with_job(self, *jobs: str) -> list[int]:
        """The tokens one of whose readings as a deed can do one of the jobs, clitics aside, in order."""
        if self._jobs is None:
            self._jobs = {}
            of = _jobs(self.page.grammar.lexicon)
            for token in self.page.having("deed"):
                for job in of[self.page.stem(token)]:
                    self._jobs.setdefault(job, []).append(token)
        if len(jobs) == 1:
            return self._jobs.get(jobs[0], [])
        return sorted({token for job in jobs for token in self._jobs.get(job, ())})

    def deeds(self, token: int) -> tuple[Deed, ...]:
        """The readings of a token as a deed that its clitics allow."""
        found = self._deeds.get(token)
        if found is None:
            found = self._deeds[token] = self._readings(token) if self.page.has(token, "deed") else ()
        return found

    def _readings(self, token: int) -> tuple[Deed, ...]:
        page = self.page
        found: tuple[Deed, ...] = self._value("deed", page.stem(token)) or ()
        mask = page.mask(token)
        if mask & S:
            return tuple(d for d in found if d.tense == "present")
        if mask & (AL | B | K | L):
            nominal = tuple(d for d in found if d.tense in ("masdar", "participle", "passive_participle"))
            return nominal or (tuple(d for d in found if d.tense == "present") if mask & L else ())
        before = page.word(token - 1)
        if page.word(token) in ("وفي", "طبقا", "وطبقا") or before in ("من", "ل") and page.stem(token) == "اجل":
            return ()
        if before in GOVERNS or page.has(token - 1, "prep") and not page.mask(token - 1) and before != "من":
            return tuple(d for d in found if d.tense in ("masdar", "participle", "passive_participle"))
        return found

    def verb_like(self, token: int) -> bool:
        """Whether a token is a finite verb here and hardly anything else."""
        found = self._verbs.get(token)
        if found is None:
            found = self._verbs[token] = self._verb_like(token)
        return found

    def times_in(self, first: int, last: int) -> list[Timex]:
        """The time expressions that begin at one of the tokens `[first, last)`."""
        a, b = bisect_left(self._time_firsts, first), bisect_left(self._time_firsts, last)
        return self.timexes[a:b]

    def times_between(self, first: int, last: int) -> bool:
        """Whether a time expression begins at one of the tokens `[first, last)`."""
        n = bisect_left(self._time_firsts, first)
        return n < len(self._time_firsts) and self._time_firsts[n] < last

    def _verb_like(self, token: int) -> bool:
        page = self.page
        if page.mask(token) & (AL | B | K):
            return False
        if page.mask(token) & S or page.has(token, "fut"):
            return True
        if page.has(token, "past") and page.text.sentence_of(token)[0] == token:
            return True
        if page.mask(token) & W and page.has(token, "deed_past") and page.word(token).endswith("ت"):
            return True  # وأدانت: no noun ends so without a pronoun
        if page.has(token, "past", "present"):
            if page.has(token, "present") and page.has(token, "given", "weak_name") and page.has(token, "deed"):
                return True  # ويسري: the verb, not the name
            return not page.has(
                token, "noun", "masdar", "adj", "role", "prep", "org_head", "given", "name_part", "numword", "timeword"
            )
        return False

    def skip(self, token: int, stop: int) -> int:
        """The next token that is no time expression, adverb or particle."""
        page = self.page
        while token < stop:
            end = self.time_phrase(token, stop)
            if end:
                token = end
                continue
            word = page.word(token)
            if word in _PARTICLES or word in COMMAS and self.time_phrase(token + 1, stop):
                token += 1
                continue
            if word in COMMAS and page.word(token + 1) in COMMAS:
                token += 1
                continue
            if word in _OPENERS and page.word(token + 1) in _OPENERS[word]:
                token += 2
                continue
            if word in COMMAS and token and (page.word(token - 1) in _PARTICLES or token - 1 in self._ends):
                token += 1
                continue
            break
        return token

    @property
    def _ends(self) -> set[int]:
        found = self.page.memo.get("time_ends")
        if found is None:
            found = self.page.memo["time_ends"] = {t.last - 1 for t in self.timexes}
        assert isinstance(found, set)
        return found

    def time_phrase(self, token: int, stop: int) -> int | None:
        """The token behind a time expression that begins here, with its prepositions; None where none does."""
        time = self.times.get(token)
        if time is not None:
            return min(time.last, stop)
        page = self.page
        i = token
        while i < stop and i - token < 5:
            word = page.word(i)
            time = self.times.get(i)
            if time is not None:
                return min(time.last, stop)
            if word not in _INTRODUCING:
                return None
            i += 1
        return None


def bound(page: Page, token: int) -> bool:
    """Whether a pronoun is written onto a token."""
    return bool(page.mask(token) & P)


GOVERNS = frozenset("بعد قبل منذ عند رغم خلال مع في الي علي عن عقب اثر سبب".split())  # a verb never stands behind these
_PARTICLES = frozenset(
    "قد لقد ايضا كذلك مجددا اخيرا فعلا رسميا علنا معا كما بدوره بدورها بدورهم تباعا فورا حاليا مبدييا بالفعل كلا".split()
)
_OPENERS = {
    "من": ("جهته", "جهتها", "جانبه", "جانبها", "جديد", "ناحيته", "ناحيتها"),
    "في": ("المقابل",),
    "بشكل": ("رسمي", "نهايي", "عام", "كامل"),
}
_INTRODUCING = frozenset(
    "في فى خلال قبل بعد حتي منذ من بحلول بنهايه علي الي غضون لغايه مع عند اعتبارا ابتداء بدءا ابتداءا بدايه موعد اقصاه اقصاها لا يتجاوز يتعدي تتجاوز "
    "مده مهله غايه انطلاقا طوال طيله مضي مرور انقضاء وذلك ظرف وحتي وقبل وبعد وخلال وفي ومنذ ومن".split()
)
