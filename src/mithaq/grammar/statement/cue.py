"""Sight of cues: which words of a page report something here, and not the noun, the preposition or the name spelt alike."""

from __future__ import annotations

import re
from functools import cache

from mithaq.engine.alphabet import Alphabet, char_class
from mithaq.grammar.page import Page
from mithaq.lexicon.cues import Cue
from mithaq.text.clitics import AL, B, P, W

# Behind these a word is a noun, not a verb (عدم كشف هويته).
_BEFORE_NOUNS = frozenset(
    "عدم دون بدون من في عن الي علي مع رغم اي بعد قبل خلال حول اثر عقب اعاده محاوله بسبب مجرد".split()
)
_TAKEN_UP = {
    name: frozenset(stem + pronoun for pronoun in ("ه", "ها", "هم", "هما"))
    for name, stem in {"ila": "الي", "ala": "علي", "min": "من", "an": "عن"}.items()
}

_UNREAD = Cue("", frozenset(), "", None, False)


@cache
def _cue_pattern(alphabet: Alphabet) -> re.Pattern[str]:
    """The symbols of all words that can be a cue."""
    return re.compile(char_class(alphabet.having("cue")))


class Cues:
    """The cues of one page; `tokens` are all words that can be one, in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.value = page.grammar.lexicon.value
        self.tokens = [m.start() // 2 for m in _cue_pattern(page.grammar.alphabet).finditer(page.line.symbols)]
        self._cues: dict[int, Cue | None] = dict.fromkeys(self.tokens, _UNREAD)

    def at(self, token: int) -> Cue | None:
        """The cue that a token is, if it can be one here: a finite verb, or a participle that describes a speaker."""
        cue = self._cues.get(token)
        if cue is _UNREAD:
            cue = self._cues[token] = self._cue(token)
        return cue

    def _cue(self, token: int) -> Cue | None:
        page = self.page
        cue: Cue | None = self.value("cue", page.stem(token))
        if cue is None or cue.tense == "masdar":
            return None
        mask = page.mask(token)
        if page.word(token - 1) in _BEFORE_NOUNS or self._relative(token, cue):
            return None
        if page.word(token) in ("ردا", "وردا") or (page.word(token) == "يجب" and page.word(token - 1) != "لم"):
            return None  # رداً على, and the verb of what must be
        if cue.lemma == "ورد" and page.word(token + 1) != "في":
            cue = self.value("cue", "رد")  # و + ردّ
        if cue.lemma == "عبر" and "عن" not in (page.word(token + 1), page.word(token + 2), page.word(token + 3)):
            return None  # the preposition
        if cue.lemma == "لفت" and page.stem(token + 1) in ("انتباه", "نظر", "انظار"):
            return None
        if cue.lemma == "طالب" and page.word(token + 1) == "عدم":
            return None  # طالبا عدم كشف هويته
        if cue.lemma == "بين" and not self._verb_not_preposition(token):
            return None
        if mask & (AL | B):
            return None
        if cue.tense == "participle":
            stem = page.stem(token)
            if mask & P or not stem.endswith(("ا", "ه", "ين", "ات")):
                return None
        return cue

    def _relative(self, token: int, cue: Cue) -> bool:
        """Whether the cue's preposition has a pronoun: it reports nothing, it describes (وثيقة اطلعت عليها الصحيفة)."""
        return any(self.page.word(token + 1) in _TAKEN_UP[name] for name in cue.frames & _TAKEN_UP.keys())

    def _verb_not_preposition(self, token: int) -> bool:
        """Whether بين is the verb: a shadda says so, or a conjunction at the beginning of a sentence."""
        page = self.page
        written = page.document.text[page.text.starts[token] : page.text.ends[token]]
        return (
            "\u0651" in written
            or (page.stem(token) != "بين")
            or bool(page.mask(token) & W and page.text.sentence_of(token)[0] == token)
        )
