"""How Arabic words inflect: from citation forms in ordinary spelling to stems and folded forms.

`verb_stems`, `noun_stems` and `adjective_stems` give a few stems, each with the name of its paradigm
(`mithaq.lexicon.endings`); `verb_forms`, `noun_forms` and `adjective_forms` spell every form out.
A lexicon wants the stems (`mithaq.lexicon.formindex` looks words up in them); tests and lists want the
forms. Labels tell forms apart; one that ends in ``bound`` holds shapes that stand only before a
pronoun suffix (``مدينت`` in ``مدينته``, ``نفا`` in ``نفاه``, ``قالو`` in ``قالوه``).

Three signs in the citation form say how a word inflects, so that no flag is needed:

* a final shadda: doubled (``ردّ``: ``ردت``, ``رددت``);
* a final tanwin kasra: defective (``داعٍ``: ``داعي``, ``داعيا``, ``داعون``);
* the seat of a hamza, and ``ا`` against ``أ``: ``قال`` is hollow and ``سأل`` is not.

Proclitics (و ف ب ك ل س ال) are left to the reader of the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from mithaq.lexicon.endings import PARADIGMS

Forms = dict[str, set[str]]
Stem = tuple[str, str]
"""A folded stem and the name of its paradigm."""

PRONOUNS: tuple[str, ...] = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ك", "كم", "كما", "كن")
"""The pronoun suffixes, folded."""

_SHADDA = "\u0651"
_TANWIN_KASRA = "\u064d"
_FOLD: dict[int, str] = dict.fromkeys([*range(0x064B, 0x0653), 0x0670, 0x0640], "")
_FOLD.update({ord(letter): plain for letter, plain in zip("أإآٱىةؤئکی", "اااايهويكي", strict=True)})
_VERB_LABELS = (
    *("past", "past_bound", "present", "present_bound"),
    *("participle", "participle_bound", "passive", "passive_participle"),
)
_NOUN_LABELS = ("singular", "singular_bound", "dual", "plural", "plural_bound")
_ADJECTIVE_LABELS = ("masculine", "feminine", "dual", "plural", "bound")


def fold_word(word: str) -> str:
    """Fold a word: no diacritics or tatweel, one alef, ya for alef maqsura, ha for ta marbuta.

    >>> fold_word("مُؤكِّدةً"), fold_word("أَعلى")
    ('موكده', 'اعلي')
    """
    if word and max(word) >= "\ufb50":
        word = unicodedata.normalize("NFKC", word)
    return word.translate(_FOLD)


def spell_out(stems: Iterable[Stem], labels: Iterable[str] = ()) -> Forms:
    """Every form of some stems, by label; the labels given are there even when empty."""
    forms: Forms = {label: set() for label in labels}
    for stem, paradigm in stems:
        for (prefix, suffix), meanings in PARADIGMS[paradigm].items():
            for label in meanings:
                forms.setdefault(label, set()).add(prefix + stem + suffix)
    return forms


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

    Labels: ``past``, ``present`` (indicative, subjunctive and jussive), ``participle`` and their
    ``_bound`` shapes; ``passive`` and ``passive_participle`` hold only what is spelt otherwise than
    the active. An empty present or participle (``ليس``) gives no forms of that kind.
    """
    return spell_out(verb_stems(past, present, participle), _VERB_LABELS)


def verb_stems(past: str, present: str, participle: str) -> list[Stem]:
    """The stems of a verb, from the same three citation forms."""
    base = fold_word(past)
    hollow = len(base) > 2 and past[-2] == "ا"
    doubled = past[-1] == _SHADDA
    stems = _past(past, base, hollow, doubled)
    if present:
        tail = fold_word(present)[1:]
        stems += _present(present, tail, hollow, doubled)
        stems += _present_passive(past, base, present, tail, hollow, doubled)
    if participle:
        active = fold_word(participle)
        stems.append(_adjectival(participle, active, "participle"))
        stems += _passive_participle(past, base, present, participle, active, doubled)
    return stems


def _past(past: str, base: str, hollow: bool, doubled: bool) -> list[Stem]:
    """Past stems, and those of the past passive where it is spelt otherwise."""
    last = past[-1]
    if doubled:
        return [(base, "past-near"), _far(base + base[-1])]
    if last in "اى":  # دعا دعت دعوت, نفى نفت نفيت, passive دُعي
        root = base[:-1]
        far = root + ("و" if last == "ا" and len(base) == 3 else "ي")
        root_paradigm = "past-root" if last == "ا" else "past-root-alef"
        return [(base, "past-base"), (root, root_paradigm), (far, "past-long"), (root + "ي", "passive-ya")]
    if last == "ي":  # خشي خشوا
        return [(base, "past-ya"), (base[:-1], "past-plural")]
    if hollow:  # قال قلت, passive قيل
        far = base[:-2] + base[-1]
        if last == "ء":
            far = base[0] + "ي" if len(base) == 3 else base[:-2] + "ا"
        stems = [(base, "past-near"), _far(far), (base[:-2] + "ي" + base[-1], "passive")]
        return [*stems, (base[:-1], "past-hamza")] if last == "ء" else stems
    if base == "ليس":
        return [(base, "past-near"), ("لس", "past-far")]
    stems = [(base, "past-n" if last == "ن" else "past")]
    if last == "أ":
        stems += [(base[:-1], "past-hamza"), (base[:-1] + "ي", "passive")]
    elif len(base) > 3 and past[1] == "ا":  # شارك, passive شورك
        stems.append((base[0] + "و" + base[2:], "passive"))
    elif len(base) > 4 and base[0] == "ت" and past[2] == "ا":
        stems.append((base[:2] + "و" + base[3:], "passive"))
    elif len(base) == 3 and past[1] == "أ":  # سئل
        stems.append((base[0] + "ي" + base[2], "passive"))
    return stems


def _far(stem: str) -> Stem:
    """The stem of the first and second persons; كن + نا is spelt كنا."""
    return stem, {"ن": "past-far-n", "ت": "past-far-t"}.get(stem[-1], "past-far")


def _present(present: str, tail: str, hollow: bool, doubled: bool) -> list[Stem]:
    """Present stems without their prefixes, in the three moods."""
    last = present[-1]
    hamza = "-hamza" if present[1] == "أ" else ""  # أأخذ is spelt آخذ
    first = [(tail[1:], "present-first")] if hamza else []
    if last in "ويى":  # يدعو لم يدع يدعون
        root = tail[:-1]
        if last == "ى":
            return [*first, (tail, "present-weak" + hamza), (root, "present-root-alef" + hamza)]
        if hamza:
            first.append((root[1:], "present-first"))
        return [*first, (tail, "present-weak" + hamza), (root, "present-root" + hamza)]
    if doubled or hollow:
        short = tail + tail[-1] if doubled else tail[:-1] if last == "ء" else tail[:-2] + tail[-1]
        stems = [(tail, "present-near"), (short, "present-far-n" if short[-1] == "ن" else "present-far")]
    else:
        stems = [*first, (tail, "present" + hamza + ("-n" if last == "ن" else ""))]
    return [*stems, (tail[:-1], "present-seat")] if last in "أء" else stems


def _present_passive(past: str, base: str, present: str, tail: str, hollow: bool, doubled: bool) -> list[Stem]:
    """The present passive where it shows: يقال، يُدعى، يوضع، يؤخذ، يُنشأ."""
    last = present[-1]
    if hollow and tail[-2] in "وي":
        return [(tail[:-2] + "ا" + tail[-1], "passive-present")]
    if last == "و":
        return [(tail[:-1], "passive-present-weak")]
    if last == "ئ":
        return [(tail[:-1], "passive-present-seat")]
    if past[0] == "و" and len(base) == 3 and not doubled and last not in "يى":
        return [(base, "passive-present")]
    if len(base) == 3 and present[1] == "أ":
        return [("و" + tail[1:], "passive-present")]
    return []


def _adjectival(word: str, folded: str, paradigm: str) -> Stem:
    """The stem of a participle or an adjective: weak (داعٍ), with alef (متوفى), hamza (مسيء) or plain."""
    if word[-1] == _TANWIN_KASRA:
        return folded[:-1] + "ي" if folded[-1] == "ء" else folded, paradigm + "-weak"  # ناءٍ نائية
    if word[-1] == "ء" and word[-2] == "ي":  # مسيء مسيئة
        return folded[:-1], paradigm + "-hamza"
    if word[-1] == "ى":
        return folded[:-1], paradigm + "-alef"
    return folded, paradigm


def _passive_participle(past: str, base: str, present: str, participle: str, active: str, doubled: bool) -> list[Stem]:
    """The passive participle where it is spelt otherwise than the active one."""
    if doubled and len(base) == 2:
        stem = "م" + base + "و" + base[-1]
    elif len(base) == 3 and active[0] == base[0]:
        if past[1] == "ا":
            stem = "م" + base[0] + (present[-2] if present and present[-2] in "وي" else "و") + base[2]
        elif present and present[-1] in "ويى":
            stem = "م" + base[:2] + ("و" if present[-1] == "و" else "ي")
        else:
            stem = "م" + base[:2] + "و" + ("ء" if past[2] == "أ" else base[2])
    elif participle[-1] == _TANWIN_KASRA and active[0] == "م":
        return [(active, "passive_participle-of-weak")]
    elif active[0] == "م" and len(base) > 3 and past[-2] == "ا" and active[-2] == "ي":
        stem = active[:-2] + "ا" + active[-1]
    else:
        return []
    return [(stem, "passive_participle")]


# --- nouns and adjectives ----------------------------------------------------------------------


def noun_forms(singular: str, plurals: Iterable[str] = (), feminine: bool = False) -> Forms:
    """The forms of a noun. A plural is spelt out, or is ``+ون`` or ``+ات`` for the sound plurals.

    Labels: ``singular`` (with the accusative alef), ``dual``, ``plural``, each with construct forms,
    and ``singular_bound`` and ``plural_bound``. ``feminine`` is for nouns that are feminine without
    ة: it bars ``+ون``. A noun with no singular in use has an empty one and plurals spelt out.
    """
    return spell_out(noun_stems(singular, plurals, feminine), _NOUN_LABELS)


def noun_stems(singular: str, plurals: Iterable[str] = (), feminine: bool = False) -> list[Stem]:
    """The stems of a noun, from the same arguments."""
    stems = [_nominal(singular, "singular")] if singular else []
    for plural in plurals:
        if plural == "+ات":
            stem = fold_word(singular)
            if singular[-1] == "ة":
                stem = stem[:-1]
            elif singular[-1] == _TANWIN_KASRA:
                stem += "ي"
            stems.append((stem, "plural-at"))
        elif plural == "+ون":
            if not feminine:
                stem = fold_word(singular)
                stems.append((stem[:-1] if singular[-1] in "ةى" else stem, "plural-un"))
        else:
            stems.append(_nominal(plural, "plural"))
    return stems


def _nominal(word: str, label: str) -> Stem:
    """The stem of one nominal shape."""
    folded = fold_word(word)
    last = word[-1]
    shape = {"ة": "ta", "ى": "ya", "ا": "alef", "أ": "seat"}.get(last)
    if shape:
        return folded[:-1], f"{label}-{shape}"
    if last == "ء":
        shape = {"ا": "alef-hamza", "ي": "ya-hamza"}.get(folded[-2], "hamza")
        return folded[:-1], f"{label}-{shape}"
    if last == _TANWIN_KASRA:
        return folded, label + "-weak"
    if folded.endswith("ات") and len(folded) > 4:  # a plural spelt out: قنوات
        return folded, label + "-fixed"
    return folded, label + "-plain"


def adjective_forms(masculine: str, plurals: Iterable[str] = (), feminine: str | None = None) -> Forms:
    """The forms of an adjective: ``masculine``, ``feminine``, ``dual``, ``plural`` and ``bound``.

    The sound plurals are always given; ``plurals`` are the broken ones. ``feminine`` is for those
    that are not made with ة (``كبرى``, ``حمراء``); an empty one means that there is none (``أكثر``).
    """
    forms = spell_out(adjective_stems(masculine, plurals, feminine), _ADJECTIVE_LABELS)
    forms["bound"] |= forms.pop("plural_bound", set())
    return forms


def adjective_stems(masculine: str, plurals: Iterable[str] = (), feminine: str | None = None) -> list[Stem]:
    """The stems of an adjective, from the same arguments."""
    folded = fold_word(masculine)
    if feminine is None:
        stems = [_adjectival(masculine, folded, "adjective")]
    else:
        stems = [_nominal(masculine, "masculine") if masculine[-1] == "ى" else (folded, "elative")]
        if feminine:
            stems.append(_nominal(feminine, "feminine"))
            if feminine[-1] in "ىا":
                stems.append((fold_word(feminine)[:-1] + "ي", "plural-at"))
    stems += [_nominal(plural, "plural") for plural in plurals]
    return stems
