"""Presences as the words give them: a number of soldiers, fighters or units, and where they are said to be."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.numeral import read_digits
from mithaq.grammar.quantity import Quantity, exact
from mithaq.text.clitics import AL, S, W

FORCES = frozenset(
    "جندي جنديا جنود عسكري عسكريا عسكريين عسكريون مقاتل مقاتلا مقاتلين مقاتلون عنصر عنصرا عناصر مسلح مسلحا مسلحين مسلحون ضابط ضابطا ضباط شرطي شرطيا شرطيين "
    "فرد فردا افراد مجند مجندا منتسب منتسبا مرتزق مرتزقا مرتزقه متطوع متطوعا مستشار مستشارا مستشارين مراقب مراقبا مراقبين مدرب مدربا مدربين مظلي قوات كتايب الويه لواء كتيبه وحدات فرق".split()
)
_THERE = frozenset(
    "يوجد توجد يتواجد تتواجد ينتشر تنتشر انتشر انتشرت ينشر تنشر نشر نشرت يتمركز تتمركز يتمركزون تمركز تمركزت يرابط ترابط موجود موجوده موجودين موجودون متمركز متمركزه متمركزين "
    "ينتشرون يتواجدون يرابطون يتوزعون يتحصنون متمركزون منتشر منتشره منتشرين منتشرون متواجد متواجده متواجدين يسيطر تسيطر يزال تزال زال زالوا زالت يتوزع تتوزع بقي يبقي تبقي لدي تحتفظ يحتفظ تضم يضم يتحصن يعمل تعمل هناك ستغادر يغادر غادر".split()
)
_STRENGTH = frozenset(
    "قوامها قوامه قوامهم قوامهما عددهم عددها عدده تعدادها تعدادهم تعداده افرادها افراده عناصرها".split()
)
_HARMED = frozenset(
    "قتل قتلت مقتل قتلوا قتلي اصيب اصابه جرح جرحي اعتقل اعتقال اعتقلت اسر لقي مصرع سحب انسحاب سحبت ستسحب استسلم تخرج تخريج تدريب ارسال سترسل توفي اصابت استشهد استشهاد راح ضحيه فقد اختطاف خطف".split()
)


@dataclass(slots=True)
class Manned:
    """A counted force: the clause `[first, last)`, the force's tokens, the quantity (None: not said)."""

    first: int
    last: int
    force: tuple[int, int]
    quantity: Quantity | None
    sentence: tuple[int, int]
    rule: str


def manned(ground: Ground) -> list[Manned]:
    """The counted forces of a page that are said to be somewhere."""
    page = ground.page
    if not any(page.stem(i) in FORCES for i in page.where(FORCES)):
        return []
    found: list[Manned] = []
    for first, last, quantity in _numbers(ground):
        at = last + 1 if page.word(last) == "»" else last
        if page.word(at) == "من" and page.stem(at + 1) in FORCES:
            at += 1
        if page.stem(at) not in FORCES or quantity.high < 2 or quantity.high > 5_000_000:
            continue
        one = _present(ground, first, at, quantity)
        if one is not None and (not found or one.first >= found[-1].last):
            found.append(one)
            found.extend(_others(ground, one))
    return found


def _numbers(ground: Ground) -> list[tuple[int, int, Quantity]]:
    """Every number of the page: its tokens, and what it says."""
    page = ground.page
    line = page.lines.get("amount") or page.line
    words = page.text.words
    found = []
    for unit, value in enumerate(line.values):
        if value is None:
            token = line.firsts[unit]
            word = words[token]
            if "0" <= word < ":" and ":" not in word:  # a number in digits
                number = read_digits(word)
                if number == int(number):
                    found.append((token, token + 1, exact(number)))
        elif isinstance(value.value, Quantity):
            found.append((line.firsts[unit], line.lasts[unit], value.value))
    return [_range(ground, found, n) for n in range(len(found))]


def _range(ground: Ground, found: list[tuple[int, int, Quantity]], n: int) -> tuple[int, int, Quantity]:
    """`بين 4 آلاف و6 آلاف`: the second number with the first as its lower end."""
    first, last, quantity = found[n]
    if n == 0:
        return found[n]
    before, end, lower = found[n - 1]
    joined = end == first or end + 1 == first and ground.page.word(end) == "و"
    if joined and ground.page.word(before) == "بين" and ground.page.stem(end - 1) == "الاف" and lower.low < 1000:
        return before, last, Quantity(lower.low * 1000, quantity.high)  # بين 4 آلاف, taken for a range of its own
    if joined and ground.page.word(before - 1) == "بين" and lower.low < quantity.high:
        return before - 1, last, Quantity(lower.low, quantity.high)
    return found[n]


def _present(ground: Ground, first: int, at: int, quantity: Quantity) -> Manned | None:
    """The presence of the counted force at a token, if its clause says that it is somewhere."""
    page = ground.page
    start, limit = ground.region(first)
    if ground.inside_quotation(first):
        start, limit = page.text.sentence_of(first)
    begin = max(start, first - 16)
    if any(page.stem(i) in _HARMED or page.word(i) in _HARMED for i in range(max(begin, first - 7), first)):
        return None
    strength = any(page.word(i).lstrip("و") in _STRENGTH for i in range(max(begin, first - 4), first))
    window = range(begin, min(limit, at + 14))
    there = [
        i
        for i in window
        if (page.stem(i) in _THERE or page.word(i).lstrip("و") in _THERE)
        and not (page.mask(i) & S and page.stem(i) not in ("يغادر", "تغادر"))
    ]
    harmed_behind = any(page.stem(i) in _HARMED for i in range(at + 1, min(limit, at + 4)))
    if harmed_behind or not (there or strength):
        return None
    force_last = at + 1
    while force_last < limit and page.has(force_last, "demonym", "adj") and not page.mask(force_last) & W:
        force_last += 1
    clause = min([i for i in there if i < first], default=first)
    if strength:
        clause = min(clause, _back(ground, first, start))
    elif clause == first:
        clause = _particles(ground, first, start)
    last = _clause(ground, force_last, limit, strength)
    return Manned(
        clause, last, (at, force_last), quantity, (start, limit), "presence.strength" if strength else "presence.count"
    )


def _particles(ground: Ground, first: int, start: int) -> int:
    while first > start and ground.page.word(first - 1) in ("نحو", "لا", "يزال", "حوالي", "قرابه", "اكثر", "من"):
        first -= 1
    return first


def _back(ground: Ground, first: int, start: int) -> int:
    """The beginning of the noun phrase that `قوامها` belongs to."""
    page = ground.page
    i = first
    while i > start and first - i < 12:
        if page.word(i - 1) in ("ان", "بان", "«", ":") or page.word(i - 1) in STOPS:
            break
        i -= 1
    return i


def _clause(ground: Ground, last: int, limit: int, strength: bool) -> int:
    """The end of the clause, with its places; a comma ends it unless the strength stood in brackets of commas."""
    page = ground.page
    i = last
    commas = 0
    while i < limit:
        word = page.word(i)
        if word in STOPS or word == "»":
            break
        if word in COMMAS:
            commas += 1
            if commas > 1 or not (
                strength
                or page.word(i + 1) in ("معظمهم", "غالبيتهم", "اغلبهم", "ومعظمهم")
                or page.mask(i + 1) & W
                and page.stem(i + 1) in _THERE
            ):
                break
        i += 1
    return i


def _others(ground: Ground, one: Manned) -> list[Manned]:
    """`توجد أيضا قوات فرنسية وبريطانية`: forces of others beside a counted one, without a number."""
    page = ground.page
    start, limit = one.sentence
    found = []
    for i in range(one.last, limit - 1):
        if page.stem(i) == "قوات" and not page.mask(i) & (AL | W) and page.has(i + 1, "demonym"):
            if not any(page.stem(k) in _THERE for k in range(max(start, i - 4), i)):
                continue
            last = i + 2
            parts = [(i, i + 2)]
            while last < limit and page.mask(last) & W and page.has(last, "demonym"):
                parts.append((last, last + 1))
                last += 1
            end = last
            while end < limit and page.word(end) not in STOPS and page.word(end) not in COMMAS:
                end += 1
            found += [Manned(i - 1, end, part, None, (start, limit), "presence.also") for part in parts]
        elif page.word(i) == "واخري" and page.word(i + 1) == "ضمن" and found:
            end = i + 1
            while end < limit and page.word(end) not in STOPS and page.word(end) not in COMMAS:
                end += 1
            found.append(Manned(i, end, (i, i + 1), None, (start, limit), "presence.also"))
    return found


KINDS = {
    "قاعده": "base", "معسكر": "camp", "مخيم": "camp", "مطار": "airport", "مدينه": "city", "بلده": "city", "محافظه": "region", "اقليم": "region", "ولايه": "region",
    "منطقه": "region", "جزيره": "region", "معبر": "crossing", "ميناء": "port", "مجمع": "base", "ثكنه": "base", "حي": "city", "قريه": "city", "مدرسه": "base", "مقر": "base",
    "العاصمه": "city", "عاصمه": "city", "بلدات": "city", "مدينتي": "city", "قاعدتي": "base",
}  # fmt: skip
