"""Where a reported content begins and where it ends.

Contents follow PARC 3.0 (Pareti 2016): everything that is attributed, and nothing that attributes. A content ends where its
quotation closes, where the next cue or attribution of the sentence takes over, or with the sentence.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from mithaq.grammar.page import Page
from mithaq.span import Span
from mithaq.text.clitics import B, W
from mithaq.text.quotes import Quotation

_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك", "كم", "ي")
COMPLEMENTISERS = frozenset("ان" + p for p in _PRONOUNS) | {"انا"}
BI_COMPLEMENTISERS = frozenset("ب" + c for c in COMPLEMENTISERS)
# Behind these, أن opens no reported clause (قبل أن, منذ أن, رغم أن).
NO_COMPLEMENT_AFTER = frozenset(
    "قبل بعد منذ دون بدون مع غير الا بيد رغم سوي لولا حين الى كما حتي يمكن يجب ينبغي شرط".split()
)
LONGEST = 400  # tokens of one unquoted content: longer than any sentence of a report, so that cost stays linear
STOPS = frozenset(".؟?!\n؛;")
# A comma before these ends an indirect content: the reporter goes on.
_AFTER_COMMA = frozenset("وهو وهي وهم لكن ولكن لكنه لكنها ولكنه ولكنها لكنهم فيما بينما الا غير بيد دون".split())
# `وذلك` with one of these gives the circumstances of the speaking, not of what is said.
_CIRCUMSTANCE = frozenset("بعد خلال في عقب اثر قبل ردا علي بحضور".split())
# The speaker is taken up again by a pronoun: the reporter turns.
_TURNS = frozenset("لكنه لكنها ولكنه ولكنها لكنهم ولكنهم".split())
_NEVER_LAST = frozenset("و ، , : - – — ؛".split())


@dataclass(frozen=True, slots=True)
class Content:
    """A content as tokens `[first, last)`; `bare` says that no clitic is to be cut from its first word."""

    first: int
    last: int
    kind: str
    bare: bool = True

    def span(self, page: Page) -> Span:
        """Its span: without a conjunction (and, for a noun behind بـ, the preposition) written onto its first word."""
        return page.whole(self.first, self.last) if self.bare else page.span(self.first, self.last)


class Quotes:
    """The quotations of a page, by the tokens of their marks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.opened: dict[int, Quotation] = {q.open: q for q in page.text.quotations}
        self.closed: dict[int, Quotation] = {q.close: q for q in page.text.quotations if q.close is not None}
        self._around: dict[int, Quotation] = {}
        for q in page.text.quotations:
            if q.close is not None and q.first not in self._around:  # an outer quotation covers those inside it
                self._around.update(dict.fromkeys(range(q.first, q.last), q))

    def inside(self, token: int) -> bool:
        """Whether a token stands between two marks."""
        return token in self._around

    def around(self, token: int) -> Quotation | None:
        """The outermost quotation that a token stands in."""
        return self._around.get(token)

    def is_name(self, q: Quotation) -> bool:
        """Whether the marks set off a name or a word rather than speech: at most four words, no mark at their end."""
        return q.close is not None and q.last - q.first <= 4 and self.page.word(q.last - 1) not in STOPS


def close_of(q: Quotation) -> int:
    """The token behind the last word of a quotation."""
    return q.last


def content_end(
    page: Page, quotes: Quotes, first: int, limit: int, boundaries: Container[int], *, inner: bool = False
) -> int:
    """The end (token, exclusive) of an indirect content that begins at `first`, at most `limit`.

    `boundaries` are the tokens at which another cue or attribution of the reporter begins; quoted stretches are passed whole.
    """
    i = first
    limit = min(limit, first + LONGEST)
    while i < limit:
        word = page.word(i)
        if word == "«" and i in quotes.opened and quotes.opened[i].close is not None:
            i = quotes.opened[i].close + 1  # type: ignore[operator]
            continue
        if i > first and i in boundaries:
            break
        if word in STOPS:
            break
        if word == "»" and inner:
            break
        if word == ":" and i > first and page.word(i + 1) == "«":
            break
        if word in ("،", ",") and i > first:
            following = page.word(i + 1)
            if following in _AFTER_COMMA and not _goes_on(page, i + 1):
                break
            if i + 1 in boundaries or (following == "و" and i + 2 in boundaries):
                break
            if following == "في" and page.stem(i + 2) in ("اشاره", "حين", "وقت", "تصريح", "مقابله", "بيان"):
                break
        elif (
            (word in _TURNS and i > first + 1)
            or (word == "وذلك" and page.word(i + 1) in _CIRCUMSTANCE)
            or word == "في"
            and page.stem(i + 1) == "اشاره"
            and page.word(i + 2) in ("الي", "منه", "منها")
        ):
            break
        i += 1
    return trim(page, first, i)


def _goes_on(page: Page, token: int) -> bool:
    """`دون` and `غير` that do not open a new clause (غير مشروعة)."""
    word = page.word(token)
    if word in ("غير", "بيد", "الا"):
        return page.word(token + 1) not in ("ان", "انه", "انها", "انهم")
    return False


def trim(page: Page, first: int, last: int) -> int:
    """`last` without marks that close nothing of the content."""
    while last > first + 1 and (page.word(last - 1) in _NEVER_LAST or page.word(last - 1) in STOPS):
        last -= 1
    if last > first + 1 and page.word(last - 1) == "»":
        last -= 1
        while last > first + 1 and page.word(last - 1) in ("،", ","):
            last -= 1
    return last


def quoted(page: Page, quotes: Quotes, q: Quotation, limit: int, boundaries: Container[int]) -> Content:
    """The content that begins with the quotation `q`: the words between its marks, and what follows them if the clause runs on."""
    first, last = q.first, q.last
    if q.close is None:
        # Nobody closed it: the reporter's turn ends it (، في إشارة إلى), or the sentence; a cue may be the speaker's own.
        return Content(
            first, content_end(page, quotes, first, min(last, limit) if limit > first else last, ()), "direct"
        )
    after = q.close + 1
    if after >= limit or not runs_on(page, quotes, after, boundaries):
        if last - first > 1 and page.word(last - 1) in ("،", ","):
            last -= 1
        return Content(first, last, "direct")
    end = content_end(page, quotes, after, limit, boundaries)
    return Content(first, end, "mixed")


_SPOKEN_IN = frozenset("اشاره تصريح تصريحات بيان مقابله حديث كلمه حوار تغريده مؤتمر رساله".split())
_RUN_ON_STOPPERS = frozenset(
    "، , . ؟ ! ؛ : » … ) \n - – — وذلك وهو في خلال ردا علي حسب بحسب وفق وفقا عقب اثر لكن لكنه لكنها حيث كما فيما بينما جاء وجاء".split(
        " "
    )
) | {"\n"}


def runs_on(page: Page, quotes: Quotes, token: int, boundaries: Container[int]) -> bool:
    """Whether a clause goes on behind a closed quotation: a word follows at once that opens nothing new."""
    word = page.word(token)
    if word == "و" and page.word(token + 1) == "«":
        return True
    if token in boundaries:
        return False
    if word in ("في", "خلال"):
        return page.stem(token + 1) not in _SPOKEN_IN
    if word in _RUN_ON_STOPPERS:
        return False
    if page.has(token, "participle", "cue_participle") and word.endswith("ا") and not page.mask(token):
        return False
    return not (page.mask(token) & W and page.has(token, "past", "cue"))


def kind_of(page: Page, quotes: Quotes, first: int, last: int) -> str:
    """direct, indirect or mixed, from the quotation marks in and around the tokens `[first, last)`."""
    if page.word(first - 1) == "«" and (page.word(last) == "»" or page.word(last - 1) == "»"):
        q = quotes.opened.get(first - 1)
        if q and q.last >= last:
            return "direct"
    for i in range(max(first - 1, 0), last):
        q = quotes.opened.get(i)
        if q and not (q.last - q.first <= 2):
            return "mixed"
    return "indirect"


def strip_conjunction(page: Page, first: int) -> bool:
    """Whether a conjunction (or a preposition of a noun content) is written onto the first word."""
    return bool(page.mask(first) & (W | B))
