"""Direction: whether a weekday or month without a year lies before or after the day of writing, by the verb that governs it."""

from __future__ import annotations

from mithaq.grammar.page import Page
from mithaq.text.clitics import P, S

_WINDOW = 30  # tokens read backwards: a bounded window keeps reading linear
_AHEAD = 8
_NEXT = 3
_WEAK = 2  # a plain present: of what is to come, unless the expression belongs to another verb
_PLANNED = frozenset(
    "مقرر مقرره مقررا مرتقب مرتقبه مزمع مزمعه منتظر منتظره متوقع متوقعه مفترض مفترضه مرجح مرجحه يتوقع ينتظر يفترض يرجح "
    "يعتزم تعتزم اعتزام عشيه عزمه عزم دعوات امل يامل".split()
)
_FUTURE = frozenset("سوف لن".split())
_WAS = frozenset("كان كانت كانوا كانا وكان وكانت وكانوا".split())
_POSTPONED = frozenset("تاجيل ارجاء تمديد تقديم مهله هدنه اجل".split())
_UNTIL = frozenset("حتي الي لغايه بحلول".split())
_THAT = frozenset("ان انه انها انهم بان بانه بانها".split())
_ANNOUNCES = frozenset("يعلن تعلن".split())
# Words that are verbs too, but hardly ever: prepositions, particles, nouns.
_OTHER = frozenset(
    "noun masdar adj name place timeword numword participle prep quant neg pronoun conj comp dem rel adverb mark".split()
)
# Verbs of form V whose past looks like a present of another verb or like a verbal noun.
_NAMES = frozenset({"noun", "name", "adj", "masdar"})  # what a word is not that begins a sentence, or reports speech
_FIFTH = frozenset(
    "تحدث تعهد تمكن تقدم تسلم تراس تلقي تبني تولي توجه توصل توقف تعرض تجمع توعد تراجع تسبب توعدت تعهدت تمكنت تقدمت توصلت".split()
)


def direction(page: Page, first: int, last: int, weekday: bool = False) -> int:
    """-1 where the nearest governing verb is past, 1 where it is future, 0 where no verb shows.

    The words before the expression in its sentence are read backwards, then the few behind it: the first that shows a tense
    decides. What began then (منذ) or is over (بعد حصول …) is past; a plan that was (`كان من المقرر`) is past; what is put off
    until then is future; a weekday (`weekday`) until which something lasts is too, where no verb shows. A plain present decides only where no past verb stands before it in its own clause.
    """
    start, end = page.text.sentence_of(first)
    before = page.stem(first - 1)
    if before == "منذ":
        return -1
    if before in _UNTIL:
        if any(page.stem(t) in _POSTPONED for t in range(max(start, first - 6), first - 1)):
            return 1
        if not weekday:
            return 0  # a month or date until which something lasts: the nearer one
    apart = page.has(first - 1, "comma")
    weak = 0
    for token in range(first - 1, max(start, first - _WINDOW) - 1, -1):
        if weak and not apart and page.stem(token) in _THAT and page.stem(token - 1) not in _PLANNED:
            break
        found = _tense(page, token, start)
        if found == _WEAK:
            weak = 1
        elif found:
            return found
    if weak:
        return 1
    for token in range(last, min(end, last + _AHEAD)):
        if page.stem(token) in _THAT:
            break
        found = _tense(page, token, start)
        if found and (found != _WEAK or token < last + _NEXT):
            return min(found, 1)
    return 1 if before in _UNTIL else 0


def told(page: Page, first: int, last: int, within: int) -> int:
    """As `direction`, but only what a past verb, a verb with سـ or a plan says that stands at most `within` tokens before.

    A relative or a participle between the two (`الموقع عام 2015`) leaves it open; a time that begins its sentence is told by
    the verb right behind it.
    """
    start, _ = page.text.sentence_of(first)
    for token in range(first - 1, max(start, first - within) - 1, -1):
        found = _tense(page, token, start)
        if found:
            return 0 if found == _WEAK else found
        if page.has(token, "participle", "rel", "comma", "open"):
            return 0
    if first - start > within:
        return 0
    behind = next((t for t in (_tense(page, token, start) for token in range(last, last + _NEXT)) if t), 0)
    return 0 if behind == _WEAK else behind


def _tense(page: Page, token: int, start: int) -> int:
    """The time that one word shows: -1, 1, `_WEAK`, or 0 for none."""
    stem, classes = page.stem(token), page.classes(token)
    if stem in _PLANNED:
        return -1 if _was(page, token, start) else 1
    if stem in _FUTURE:
        return 1
    if stem in _WAS:
        return -1
    if stem == "قول" and page.mask(token) & P:
        return -1  # قوله: what he said
    if stem in ("بعد", "عقب", "اثر") and page.has(token + 1, "masdar"):
        return -1
    if "present" in classes and page.mask(token) & S:
        return 1
    if "past" in classes and stem[0] in "يت" and "present" in classes:
        return _either(page, token)
    if "past" in classes and classes.isdisjoint(_OTHER - _NAMES if token == start or "cue_past" in classes else _OTHER):
        return -1
    if "present" in classes and "first" not in classes and classes.isdisjoint(_OTHER):
        return _present(page, token, start)
    return 0


def _either(page: Page, token: int) -> int:
    """A word that is past and present (تحدث, تعقد): past of form V, or present with a feminine subject."""
    if page.stem(token) in _FIFTH or page.stem(token - 1) == "قد":
        return -1
    if page.stem(token)[0] == "ي" or page.word(token - 1) == "التي" or page.stem(token + 1).endswith(("ه", "ات")):
        return _WEAK
    return 0


def _present(page: Page, token: int, start: int) -> int:
    """A present verb: past behind لم and كان, nothing where it reports speech, else of what is to come."""
    if page.word(token - 1) == "لم" or _was(page, token, start):
        return -1
    if page.stem(token) in _ANNOUNCES:
        return _WEAK
    return 0 if any(name.startswith("say") for name in page.classes(token)) else _WEAK


def _was(page: Page, token: int, start: int) -> bool:
    return any(page.stem(t) in _WAS for t in range(max(start, token - 4), token))
