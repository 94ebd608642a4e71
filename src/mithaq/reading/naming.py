"""How names and titles are compared inside a report: their words without clitics, articles and marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mithaq.entity import Mention
from mithaq.grammar.actor.sight import Sight
from mithaq.grammar.actor.words import SAME
from mithaq.text.fold import fold_word

_MARKS = frozenset("«»()#_-،,./:")
_NO_MARKS = str.maketrans(dict.fromkeys('«»()#_،,:"“”', " "))
# Words of a title that tell nobody apart.
_LIGHT = frozenset("باسم في علي عن من الي لدي ل ب و سيد سيده دكتور دكتوره استاذ شيخ امير حالي".split())
VOWELS = str.maketrans("ج", "غ", "اوي")


@lru_cache(maxsize=50_000)
def name_key(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without articles and marks: what two spellings of one name share."""
    words: list[str] = []
    for word in fold_word(name).translate(_NO_MARKS).split():
        bare = _bare(word[1:] if word.startswith("وال") and len(word) > 5 else word)
        if words and words[-1] == "عبد":
            words[-1] = "عبد" + bare
        else:
            words.append("عبد" + bare[5:] if bare.startswith("عبدال") and len(bare) > 6 else bare)
    return tuple(words)


@dataclass(frozen=True, slots=True)
class Title:
    """A title beside a name, for comparing: its head, its other words, and the states it names."""

    head: str
    words: frozenset[str]
    states: frozenset[str]

    def covers(self, other: Title) -> bool:
        """Whether a holder of this title can be called by the other one."""
        if self.head != other.head or not other.words <= self.words:
            return False
        return not other.states or not self.states or bool(other.states & self.states)


def key_of(s: Sight, m: Mention) -> tuple[str, ...]:
    """The words of a mention, for comparing."""
    words = words_of(s, m.first, m.last)
    first = s.words[m.first]
    if (
        words  # a name of marks only has none
        and len(words[0]) > len(m.name.split()[0])
        and s.stems[m.first] == first
    ):  # وترامب, with a clitic that no lexicon took off
        return (words[0][1:], *words[1:])
    return words


def words_of(s: Sight, first: int, last: int) -> tuple[str, ...]:
    """The words of a name, folded, without clitics, articles and marks; عبد الله is one word."""
    words: list[str] = []
    for i in range(first, last):
        stem = s.stems[i]
        if stem in _MARKS:
            continue
        stem = _bare(stem)
        if words and words[-1] == "عبد":
            words[-1] = "عبد" + stem
        elif stem.startswith("عبدال") and len(stem) > 6:
            words.append("عبد" + stem[5:])
        else:
            words.append(stem)
    return tuple(words)


def _bare(stem: str) -> str:
    return stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem


def skeleton_of(s: Sight, key: tuple[str, ...]) -> tuple[str, ...]:
    """A name with the vowel letters of its last word left out where that is foreign: ترمب and ترامب, دوجان and دوغان."""
    if not key:
        return key
    last = key[-1]
    lexicon = s.page.grammar.lexicon
    if lexicon.has(last, "given") or lexicon.has(last, "weak_name"):
        return key
    bare = last.translate(VOWELS)
    return (*key[:-1], bare) if len(bare) > 2 else key


def title_of(s: Sight, first: int, last: int) -> Title:
    """A title as its head, its other words and its states."""
    head = s.stems[first]
    words: set[str] = set()
    states: set[str] = set()
    i = first + 1
    while i < last:
        known = s.known_name(i)
        if known and known[1] in ("country", "capital"):
            states.add(str(known[2]))
            i = known[0]
            continue
        stem = s.stems[i]
        state = s.value("demonym", stem)
        if state is not None and not (i == first + 1 and s.page.has(i, "ministry")):  # المالية is no Malian here
            states.add(str(state))
        elif stem not in _LIGHT and stem not in _MARKS:
            words.add("وزراء" if stem == "حكومه" and head.startswith("رييس") else stem)
        i += 1
    return Title(SAME.get(head, head), frozenset(words), frozenset(states))
