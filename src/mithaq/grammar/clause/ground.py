"""The ground on which clauses are read: a page with its times, its statements and its quotations, by token."""

from __future__ import annotations

from bisect import bisect_left

from mithaq.entity import Mention
from mithaq.grammar.page import Page
from mithaq.lexicon.deeds import Deed
from mithaq.record import Statement
from mithaq.text.clitics import AL, B, K, L, P, S
from mithaq.timex import Timex

STOPS = frozenset(".؟?!\n؛;…")
COMMAS = frozenset("،,")
COMPLEMENTISERS = frozenset("ان" + p for p in ("", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "ا"))
BI_COMPLEMENTISERS = frozenset("ب" + c for c in COMPLEMENTISERS)


class Ground:
    """What the deep layers ask of a page again and again."""

    def __init__(self, page: Page, timexes: list[Timex], statements: list[Statement], mentions: list[Mention] | None = None) -> None:
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
        self.quoted = [(q.first, q.last) for q in page.text.quotations if q.close is not None]
        self.opened = {q.open: q for q in page.text.quotations if q.close is not None}
        self._value = page.grammar.lexicon.value

    def statement(self, token: int) -> Statement | None:
        """The innermost statement whose content contains a token."""
        best, size = None, 1 << 30
        for a, b, s in self.contents:
            if a <= token < b and b - a < size:
                best, size = s, b - a
        return best

    def region(self, token: int) -> tuple[int, int]:
        """The tokens `[first, last)` within which a clause at `token` can stand: its sentence, quotation and content."""
        first, last = self.page.text.sentence_of(token)
        if token >= last:
            first, last = token, token + 1
        for a, b in self.quoted:
            if a <= token < b and b - a > 4:  # shorter quotations are words of the clause around them
                first, last = max(first, a), min(last, b)
        for a, b, _ in self.contents:
            if a <= token < b:
                first, last = max(first, a), min(last, b)
        return first, last

    def inside_quotation(self, token: int) -> bool:
        """Whether a token stands between two quotation marks."""
        return any(a <= token < b for a, b in self.quoted)

    def deeds(self, token: int) -> tuple[Deed, ...]:
        """The readings of a token as a deed that its clitics allow."""
        page = self.page
        if not page.has(token, "deed"):
            return ()
        found: tuple[Deed, ...] = self._value("deed", page.stem(token)) or ()
        mask = page.mask(token)
        if mask & S:
            return tuple(d for d in found if d.tense == "present")
        if mask & (AL | B | K | L):
            nominal = tuple(d for d in found if d.tense in ("masdar", "participle", "passive_participle"))
            return nominal or (tuple(d for d in found if d.tense == "present") if mask & L else ())
        before = page.word(token - 1)
        if page.word(token) == "وفي" or before in ("من", "ل") and page.stem(token) == "اجل":
            return ()
        if before in _GOVERNS or page.has(token - 1, "prep") and not page.mask(token - 1) and before != "من":
            return tuple(d for d in found if d.tense in ("masdar", "participle", "passive_participle"))
        return found

    def verb_like(self, token: int) -> bool:
        """Whether a token is a finite verb here and hardly anything else."""
        page = self.page
        if page.mask(token) & (AL | B | K):
            return False
        if page.mask(token) & S or page.has(token, "fut"):
            return True
        if page.has(token, "past") and page.text.sentence_of(token)[0] == token:
            return True
        if page.has(token, "past", "present"):
            return not page.has(token, "noun", "masdar", "adj", "role", "prep", "org_head", "given", "name_part", "numword", "timeword")
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


_GOVERNS = frozenset("بعد قبل منذ عند رغم خلال مع في الي علي عن عقب اثر سبب".split())  # a verb never stands behind these
_PARTICLES = frozenset("قد لقد ايضا كذلك مجددا اخيرا فعلا رسميا علنا معا كما بدوره بدورها بدورهم تباعا فورا حاليا مبدييا بالفعل كلا".split())
_OPENERS = {"من": ("جهته", "جهتها", "جانبه", "جانبها", "جديد", "ناحيته", "ناحيتها"), "في": ("المقابل",), "بشكل": ("رسمي", "نهايي", "عام", "كامل")}
_INTRODUCING = frozenset(
    "في فى خلال قبل بعد حتي منذ من بحلول بنهايه علي الي غضون لغايه مع عند اعتبارا ابتداء بدءا ابتداءا بدايه موعد اقصاه اقصاها لا يتجاوز يتعدي تتجاوز "
    "مده مهله غايه انطلاقا وذلك ظرف وحتي وقبل وبعد وخلال وفي ومنذ ومن".split()
)
