"""Surface forms of Arabic verbs, nouns and adjectives, in folded spelling.

Everything here is a pure function from ordinary spelling to sets of folded forms. Labels tell the
forms apart; a label that ends in ``_bound`` holds the shapes that a word takes only before a pronoun
suffix (``مدينت`` in ``مدينته``, ``نفا`` in ``نفاه``, ``قالو`` in ``قالوه``): they are no words alone.

Three signs in the citation form say how a word inflects, so that no flag is needed:

* a final shadda: doubled (``ردّ``: ``ردت``, ``رددت``);
* a final tanwin kasra: defective (``داعٍ``: ``داعي``, ``داعيا``, ``داعون``);
* the seat of a hamza, and ``ا`` against ``أ``: ``قال`` is hollow and ``سأل`` is not.

Proclitics (و ف ب ك ل س ال) are left to the reader of the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

Forms = dict[str, set[str]]

PRONOUNS: tuple[str, ...] = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ك", "كم", "كما", "كن")
"""The pronoun suffixes, folded."""

_SHADDA = "\u0651"
_TANWIN_KASRA = "\u064d"
_FOLD: dict[int, str] = dict.fromkeys([*range(0x064B, 0x0653), 0x0670, 0x0640], "")
_FOLD.update({ord(letter): plain for letter, plain in zip("أإآٱىةؤئکی", "اااايهويكي", strict=True)})
_PERSONS = ("ي", "ت", "ن", "ا")


def fold_word(word: str) -> str:
    """Fold a word: no diacritics or tatweel, one alef, ya for alef maqsura, ha for ta marbuta.

    >>> fold_word("مُؤكِّدةً"), fold_word("أَعلى")
    ('موكده', 'اعلي')
    """
    if word and max(word) >= "\ufb50":
        word = unicodedata.normalize("NFKC", word)
    return word.translate(_FOLD)


def with_pronouns(forms: Iterable[str]) -> set[str]:
    """Every form with every pronoun suffix. Give it bound shapes as well as free ones.

    >>> sorted(with_pronouns({"قول"}))[:3]
    ['قولك', 'قولكم', 'قولكما']
    """
    return {form + pronoun for form in forms for pronoun in PRONOUNS}


def without_pronoun(word: str) -> Iterator[tuple[str, str]]:
    """Each way to cut a folded word into a stem of two letters or more and a pronoun suffix.

    The inverse of `with_pronouns`: looking up the stems of a word is far cheaper than listing all
    suffixed forms of a lexicon.

    >>> list(without_pronoun("وصفها"))
    [('وصف', 'ها')]
    """
    for pronoun in PRONOUNS:
        if word.endswith(pronoun) and len(word) > len(pronoun) + 1:
            yield word[: -len(pronoun)], pronoun


# --- verbs -------------------------------------------------------------------------------------


def verb_forms(past: str, present: str, participle: str) -> Forms:
    """The forms of a verb from its past and present (he) and its active participle (a man).

    Labels: ``past``, ``past_bound``, ``present`` (indicative, subjunctive and jussive),
    ``present_bound``, ``participle``, ``participle_bound``, ``passive`` and ``passive_participle``
    (these two only where the spelling differs from the active). An empty ``present`` or
    ``participle`` (``ليس``) gives no forms of that kind.
    """
    base = fold_word(past)
    hollow = len(base) > 2 and past[-2] == "ا"
    doubled = past[-1] == _SHADDA
    past_forms, past_bound, passive = _past(past, base, hollow, doubled)
    forms: Forms = {"past": past_forms, "past_bound": past_bound, "passive": passive}
    if present:
        tail = fold_word(present)[1:]
        forms["present"], forms["present_bound"] = _present(present, tail, hollow, doubled)
        passive |= _present_passive(past, base, present, tail, hollow, doubled)
    else:
        forms["present"], forms["present_bound"] = set(), set()
    if participle:
        forms["participle"], forms["participle_bound"] = _participle(participle)
        forms["passive_participle"] = _passive_participle(past, base, present, participle, doubled)
    else:
        forms["participle"], forms["participle_bound"], forms["passive_participle"] = set(), set(), set()
    return forms


def _past(past: str, base: str, hollow: bool, doubled: bool) -> tuple[set[str], set[str], set[str]]:
    """Past forms, their bound shapes, and the passive where it is spelt otherwise."""
    last = past[-1]
    bound: set[str] = set()
    passive: set[str] = set()
    if doubled:
        near, plural, far = base, base, base + base[-1]
    elif last in "اى":
        near = plural = root = base[:-1]
        far = root + ("و" if last == "ا" and len(base) == 3 else "ي")
        bound.add(root + "ا")
        ya = root + "ي"
        passive = {ya, ya + "ت", ya + "ا", ya + "تا", root + "وا"}
        forms = {base, near + "ت", near + "تا", far + "ا"}
        return _past_rest(forms, bound, plural, far), bound, passive
    elif last == "ي":
        near, plural, far = base, base[:-1], base
    elif hollow:
        near = plural = base
        far = base[:-2] + base[-1]
        if last == "ء":
            far = base[0] + "ي" if len(base) == 3 else base[:-2] + "ا"
        ya = base[:-2] + "ي" + base[-1]
        passive = {ya, ya + "ت", ya + "وا", ya + "ا", ya + "تا"}
    elif base == "ليس":
        near, plural, far = base, base, "لس"
    else:
        near = plural = far = base
        passive = _sound_passive(past, base)
    forms = {base, near + "ت", near + "تا", near + "ا"}
    if last in "أء":
        forms.add(base[:-1] + "ووا")
        bound.update((base[:-1] + "ي", base[:-1] + "وو"))
    return _past_rest(forms, bound, plural, far), bound, passive


def _past_rest(forms: set[str], bound: set[str], plural: str, far: str) -> set[str]:
    """Add the masculine plural and the forms of the first and second persons."""
    forms.update((plural + "وا", far + "ت", far + "تم"))
    if far[-1] == "ن":  # أعلن + نا is spelt أعلنا
        forms.update((far + "ا", far))
    else:
        forms.update((far + "نا", far + "ن"))
        if far[-1] == "ت":
            forms.add(far)
    bound.update((plural + "و", far + "تمو"))
    return forms


def _sound_passive(past: str, base: str) -> set[str]:
    """The past passive of verbs with no weak end, where it shows: شورك، تُدوول، سئل، بدئ."""
    if len(base) > 3 and past[1] == "ا":
        stem = base[0] + "و" + base[2:]
    elif len(base) > 4 and base[0] == "ت" and past[2] == "ا":
        stem = base[:2] + "و" + base[3:]
    elif past[-1] == "أ":
        stem = base[:-1] + "ي"
    elif len(base) == 3 and past[1] == "أ":
        stem = base[0] + "ي" + base[2]
    else:
        return set()
    return {stem, stem + "ت", stem + "وا", stem + "ا", stem + "تا"}


def _present(present: str, tail: str, hollow: bool, doubled: bool) -> tuple[set[str], set[str]]:
    """Present forms with all four prefixes, in the three moods, and their bound shapes."""
    last = present[-1]
    stem = tail
    bound: set[str] = set()
    short: str | None = None
    weak = last in "ويى"
    if weak:
        stem = tail[:-1]
        short = stem
        dual = women = tail
        if last == "ى":
            bound.update(prefix + stem + "ا" for prefix in _PERSONS)
    else:
        dual = women = stem
        if doubled:
            short = women = tail + tail[-1]
        elif hollow:
            short = women = tail[:-1] if last == "ء" else tail[:-2] + tail[-1]
    first = tail[1:] if present[1] == "أ" else tail  # أأخذ is spelt آخذ
    forms = {"ي" + tail, "ت" + tail, "ن" + tail, "ا" + first}
    if short is not None:
        forms.update(("ي" + short, "ت" + short, "ن" + short, "ا" + (short[1:] if first is not tail else short)))
    end = "" if women[-1] == "ن" else "ن"
    for prefix in ("ي", "ت"):
        head = prefix + stem
        two = prefix + dual
        forms.update((head + "ون", head + "وا", two + "ان", two + "ا", prefix + women + end))
        bound.add(head + "و")
        if last in "أء":
            seat = prefix + tail[:-1]
            forms.update((seat + "وون", seat + "ووا", seat + "يون", seat + "يوا"))
            bound.update((seat + "ي", seat + "و"))
    return forms, bound


def _present_passive(past: str, base: str, present: str, tail: str, hollow: bool, doubled: bool) -> set[str]:
    """The present passive where it shows: يقال، يُدعى، يوضع، يؤخذ، يُنشأ."""
    last = present[-1]
    ends: tuple[str, ...]
    if hollow and tail[-2] in "وي":
        stem, ends = tail[:-2] + "ا" + tail[-1], ("", "ون", "وا", "ان", "ا")
    elif last == "و":
        stem, ends = tail[:-1], ("ي", "ون", "وا", "يان", "يا")
    elif last == "ئ":
        stem, ends = tail[:-1] + "ا", ("", "ون", "وا", "ن")
    elif past[0] == "و" and len(base) == 3 and not doubled and last not in "يى":
        stem, ends = base, ("", "ون", "وا", "ان", "ا")
    elif len(base) == 3 and present[1] == "أ":
        stem, ends = "و" + tail[1:], ("", "ون", "وا", "ان", "ا")
    else:
        return set()
    return {prefix + stem + end for prefix in ("ي", "ت", "ن") for end in ends}


def _participle(participle: str) -> tuple[set[str], set[str]]:
    """All genders, numbers and cases of a participle, and its bound shapes."""
    stem = fold_word(participle)
    if participle[-1] == _TANWIN_KASRA:
        ya = stem + "ي"
        return (
            {stem, ya, ya + "ا", ya + "ه", stem + "ون", stem + "ين", stem + "و", ya + "ان", ya + "ين"}
            | {ya + "ات", ya + "تان", ya + "تين"},
            {ya + "ت"},
        )
    if participle[-1] == "ى":
        root = stem[:-1]
        return {stem, root + "اه", root + "ون", root + "ين", stem + "ان", stem + "ين", stem + "ات"}, {root + "ات"}
    return (
        {stem, stem + "ا", stem + "ه", stem + "ون", stem + "ين", stem + "و", stem + "ي", stem + "ان"}
        | {stem + "ات", stem + "تان", stem + "تين"},
        {stem + "ت"},
    )


def _passive_participle(past: str, base: str, present: str, participle: str, doubled: bool) -> set[str]:
    """The passive participle where it is spelt otherwise than the active one."""
    active = fold_word(participle)
    if doubled and len(base) == 2:
        stem = "م" + base + "و" + base[-1]
    elif len(base) == 3 and active[0] == base[0] or (len(base) == 3 and past[0] == "أ" and active[0] == "ا"):
        middle = base[1]
        if past[1] == "ا":
            stem = "م" + base[0] + (present[-2] if present and present[-2] in "وي" else "و") + base[2]
        elif present and present[-1] in "ويى" and base[2] in "اي":
            stem = "م" + base[0] + middle + ("و" if present[-1] == "و" else "ي")
        else:
            stem = "م" + base[:2] + "و" + ("ء" if past[2] == "أ" else base[2])
    elif participle[-1] == _TANWIN_KASRA and active[0] == "م":
        return {active + "اه", active + "يين", active + "يان"}
    elif active[0] == "م" and len(base) > 3 and past[-2] == "ا" and active[-2] == "ي":
        stem = active[:-2] + "ا" + active[-1]
    else:
        return set()
    return _participle(stem)[0]


# --- nouns and adjectives ----------------------------------------------------------------------


def noun_forms(singular: str, plurals: Iterable[str] = (), feminine: bool = False) -> Forms:
    """The forms of a noun. A plural is spelt out, or is ``+ون`` or ``+ات`` for the sound plurals.

    Labels: ``singular`` (with the accusative alef), ``dual``, ``plural``, each with construct forms,
    and for each the ``_bound`` shapes. ``feminine`` is for nouns that are feminine without ة: it bars
    nothing but ``+ون``. A noun with no singular in use has an empty one and a plural.
    """
    forms: Forms = {"plural": set(), "plural_bound": set()}
    forms["singular"], forms["singular_bound"], forms["dual"] = _nominal(singular) if singular else (set(), set(), set())
    forms["dual_bound"] = set()
    for plural in plurals:
        if plural == "+ات":
            forms["plural"].add(_stem(singular) + "ات")
        elif plural == "+ون":
            if not feminine:
                stem = _stem(singular, men=True)
                forms["plural"].update((stem + "ون", stem + "ين", stem + "و", stem + "ي"))
        else:
            free, bound, _ = _nominal(plural)
            forms["plural"] |= free
            forms["plural_bound"] |= bound
    return forms


def _stem(singular: str, men: bool = False) -> str:
    """What a sound plural is built on."""
    folded = fold_word(singular)
    if singular[-1] == "ة" or (men and singular[-1] == "ى"):
        return folded[:-1]
    if singular[-1] == _TANWIN_KASRA and not men:
        return folded + "ي"
    return folded


def _nominal(word: str) -> tuple[set[str], set[str], set[str]]:
    """One nominal shape: its free forms, its bound shapes, its dual."""
    folded = fold_word(word)
    last = word[-1]
    root = folded[:-1]
    if last == "ة":
        stem = root + "ت"
        return {folded}, {stem}, {stem + "ان", stem + "ين", stem + "ا", stem + "ي"}
    if last == "ى":
        return {folded}, {root + "ا"}, {folded + "ان", folded + "ين", folded + "ا"}
    if last == "ا":
        return {folded}, set(), {root + "وان", root + "وين", root + "يان"}
    if last == _TANWIN_KASRA:
        ya = folded + "ي"
        return {folded, ya, ya + "ا"}, {ya}, {ya + "ان", ya + "ين"}
    if last == "أ":
        return {folded}, {root + "ي", root + "و"}, {root + "ان", folded + "ين"}
    if last == "ء":
        before = root[-1:]
        if before == "ا":
            return {folded}, {root + "ي", root + "و"}, {folded + "ان", folded + "ين", root + "يين", root + "وان", root + "وين"}
        if before == "ي":
            ya = root + "ي"
            return {folded, ya + "ا"}, {ya}, {ya + "ان", ya + "ين"}
        return (
            {folded, folded + "ا"},
            {root + "ي", root + "و", root + "ا"},
            {folded + "ان", folded + "ين", root + "اين", root + "ان"},
        )
    if last == "ت" and folded.endswith("ات") and len(folded) > 4:  # a plural spelt out: قنوات
        return {folded}, set(), set()
    return {folded, folded + "ا"}, set(), {folded + "ان", folded + "ين", folded + "ا", folded + "ي"}


def adjective_forms(masculine: str, plurals: Iterable[str] = (), feminine: str | None = None) -> Forms:
    """The forms of an adjective: ``masculine``, ``feminine``, ``dual``, ``plural`` and ``bound``.

    The sound plurals are always given; ``plurals`` are the broken ones. ``feminine`` is for those
    that are not made with ة (``كبرى``, ``حمراء``); an empty one means that there is none (``أكثر``).
    """
    folded = fold_word(masculine)
    forms: Forms = {"masculine": {folded}, "feminine": set(), "dual": set(), "plural": set(), "bound": set()}
    for plural in plurals:
        free, bound, _ = _nominal(plural)
        forms["plural"] |= free
        forms["bound"] |= bound
    if feminine is not None:
        forms["masculine"].add(folded)
        _, bound, forms["dual"] = _nominal(masculine)
        forms["bound"] |= bound
        if feminine:
            free, bound, dual = _nominal(feminine)
            forms["feminine"] |= free
            forms["bound"] |= bound
            forms["dual"] |= dual
            forms["plural"].add((fold_word(feminine)[:-1] + "يات") if feminine[-1] in "ىا" else folded + "ون")
        else:
            forms["plural"].update((folded + "ون", folded + "ين"))
        return forms
    ya = folded
    if masculine[-1] == _TANWIN_KASRA:
        ya = folded + "ي"
        forms["masculine"].add(ya)
    elif masculine[-1] == "ى":
        folded = folded[:-1]
        forms["feminine"].add(folded + "اه")
    else:
        forms["plural"].update((folded + "و", folded + "ي"))
    forms["masculine"].add(ya + "ا")
    forms["feminine"].add(ya + "ه")
    forms["dual"].update((ya + "ان", ya + "ين", ya + "تان", ya + "تين"))
    forms["plural"].update((folded + "ون", folded + "ين", ya + "ات"))
    forms["bound"].add(ya + "ت")
    return forms
