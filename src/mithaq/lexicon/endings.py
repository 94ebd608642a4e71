"""The paradigms: which prefixes and suffixes a stem takes, and what each makes of it.

A paradigm maps (prefix, suffix) to the labels that the pair means. A word is a few stems, each with
the name of a paradigm (`mithaq.lexicon.inflect`), so a lexicon of stems is small and quick to load,
and every surface form is a stem between a prefix and a suffix of its paradigm. All in folded letters.
"""

from __future__ import annotations

Paradigm = dict[tuple[str, str], tuple[str, ...]]

_ALL = "يتنا"  # he, she/you, we, I
_THEY = "يت"


def _paradigm(*parts: tuple[str, str, str]) -> Paradigm:
    """Build one from (label, prefixes, suffixes); ``-`` stands for the empty suffix."""
    built: Paradigm = {}
    for label, prefixes, suffixes in parts:
        for prefix in prefixes or ("",):
            for suffix in suffixes.split():
                key = (prefix, "" if suffix == "-" else suffix)
                built[key] = (*built.get(key, ()), label)
    return built


def _present(sg: str, people: str, bound: str = "و", persons: str = _ALL, alef: bool = False) -> Paradigm:
    parts = [("present", persons, sg)]
    if people:
        parts.append(("present", _THEY, people))
    if bound:
        parts.append(("present_bound", _THEY, bound))
    if alef:
        parts.append(("present_bound", persons, "ا"))
    return _paradigm(*parts)


PARADIGMS: dict[str, Paradigm] = {
    # past
    "past": _paradigm(("past", "", "- ت تا ا وا نا تم ن"), ("past_bound", "", "و تمو")),
    "past-n": _paradigm(("past", "", "- ت تا ا وا تم"), ("past_bound", "", "و تمو")),  # أعلن
    "past-near": _paradigm(("past", "", "- ت تا ا وا"), ("past_bound", "", "و")),  # قال، ردّ
    "past-far": _paradigm(("past", "", "ت نا تم ن"), ("past_bound", "", "تمو")),  # قل، ردد
    "past-far-n": _paradigm(("past", "", "ت تم ا -"), ("past_bound", "", "تمو")),  # كن
    "past-far-t": _paradigm(("past", "", "ت نا تم ن -"), ("past_bound", "", "تمو")),  # مت
    "past-base": _paradigm(("past", "", "-")),  # دعا، نفى
    "past-root": _paradigm(("past", "", "ت تا وا"), ("past_bound", "", "و")),  # دع
    "past-root-alef": _paradigm(("past", "", "ت تا وا"), ("past_bound", "", "و ا")),  # نف
    "past-long": _paradigm(("past", "", "ت نا تم ن ا"), ("past_bound", "", "تمو")),  # دعو، نفي
    "past-ya": _paradigm(("past", "", "- ت تا ا نا تم ن"), ("past_bound", "", "تمو")),  # خشي
    "past-plural": _paradigm(("past", "", "وا"), ("past_bound", "", "و")),  # خش
    "past-hamza": _paradigm(("past", "", "ووا"), ("past_bound", "", "وو ي")),  # بد
    "passive": _paradigm(("passive", "", "- ت تا ا وا")),
    "passive-ya": _paradigm(("passive", "", "- ت تا ا")),
    # present
    "present": _present("-", "ون وا ان ا ن"),
    "present-n": _present("-", "ون وا ان ا"),  # يعلن
    "present-hamza": _present("-", "ون وا ان ا ن", persons="يتن"),  # يأخذ، آخذ
    "present-hamza-n": _present("-", "ون وا ان ا", persons="يتن"),
    "present-weak": _present("-", "ان ا ن", bound=""),  # يدعو
    "present-weak-hamza": _present("-", "ان ا ن", bound="", persons="يتن"),  # يأتي
    "present-root": _present("-", "ون وا"),  # يدع
    "present-root-hamza": _present("-", "ون وا", persons="يتن"),  # يأت
    "present-root-alef": _present("-", "ون وا", alef=True),  # يبق
    "present-root-alef-hamza": _present("-", "ون وا", persons="يتن", alef=True),  # يأب
    "present-near": _present("-", "ون وا ان ا"),  # يقول، يرد
    "present-far": _present("-", "ن", bound=""),  # يقل، يردد
    "present-far-n": _present("-", "", bound=""),  # يكن
    "present-seat": _paradigm(("present", _THEY, "وون ووا يون يوا"), ("present_bound", _THEY, "ي و وو")),  # يبد
    "present-first": _paradigm(("present", "ا", "-")),  # آخذ
    "passive-present": _paradigm(("passive", "يتن", "-"), ("passive", _THEY, "ون وا ان ا")),
    "passive-present-seat": _paradigm(("passive", "يتن", "ا"), ("passive", _THEY, "اون اوا ان")),  # ينش
    "passive-present-weak": _paradigm(("passive", "يتن", "ي"), ("passive", _THEY, "ون وا يان يا")),
    # adjectives, and what inflects like them
    "adjective": _paradigm(
        ("masculine", "", "- ا"),
        ("feminine", "", "ه"),
        ("dual", "", "ان ين تان تين"),
        ("plural", "", "ون ين ات و ي"),
        ("bound", "", "ت"),
    ),
    "adjective-weak": _paradigm(
        ("masculine", "", "- ي يا"),
        ("feminine", "", "يه"),
        ("dual", "", "يان يين يتان يتين"),
        ("plural", "", "ون ين يات"),
        ("bound", "", "يت"),
    ),
    "adjective-alef": _paradigm(
        ("masculine", "", "ي"),
        ("feminine", "", "اه"),
        ("dual", "", "يان يين اتان اتين"),
        ("plural", "", "ون ين يات"),
        ("bound", "", "ات"),
    ),
    "adjective-hamza": _paradigm(
        ("masculine", "", "ء ي يا"),
        ("feminine", "", "يه"),
        ("dual", "", "يان يين يتان يتين"),
        ("plural", "", "يون يين ون ين يات"),
        ("bound", "", "يت ي"),
    ),
    "elative": _paradigm(("masculine", "", "-"), ("dual", "", "ان ين"), ("plural", "", "ون ين")),
    # plurals made with an ending
    "plural-at": _paradigm(("plural", "", "ات")),
    "plural-un": _paradigm(("plural", "", "ون ين و ي")),
}
for _label in ("participle", "passive_participle"):
    PARADIGMS[_label] = _paradigm((_label, "", "- ا ه ون ين و ي ان ات تان تين"), (_label + "_bound", "", "ت"))
    PARADIGMS[_label + "-weak"] = _paradigm(
        (_label, "", "- ي يا يه ون ين و يان يين يات يتان يتين"), (_label + "_bound", "", "يت")
    )
    PARADIGMS[_label + "-hamza"] = _paradigm(
        (_label, "", "ء ي يا يه يون يين ون ين يان يات يتان يتين"), (_label + "_bound", "", "يت ي")
    )
    PARADIGMS[_label + "-alef"] = _paradigm((_label, "", "ي اه ون ين يان يين يات"), (_label + "_bound", "", "ات"))
PARADIGMS["passive_participle-of-weak"] = _paradigm(("passive_participle", "", "اه يين يان"))

# Nominal shapes: free endings, bound endings, endings of the dual.
_SHAPES = {
    "plain": ("- ا", "", "ان ين ا ي"),  # قرار
    "fixed": ("-", "", ""),  # قنوات
    "ta": ("ه", "ت", "تان تين تا تي"),  # مدين-ة
    "ya": ("ي", "ا", "يان يين يا"),  # مستو-ى
    "alef": ("ا", "", "وان وين يان"),  # عص-ا
    "weak": ("- ي يا", "ي", "يان يين"),  # قاضٍ
    "seat": ("ا", "ي و", "ان اين"),  # مبد-أ
    "alef-hamza": ("ء", "ي و", "ءان ءين يين وان وين"),  # لقا-ء
    "ya-hamza": ("ء يا", "ي", "يان يين"),  # شي-ء
    "hamza": ("ء ءا", "ي و ا", "ءان ءين اين ان"),  # جز-ء
}
for _label in ("singular", "plural", "masculine", "feminine"):
    _bound = _label + "_bound" if _label in ("singular", "plural") else "bound"
    for _shape, (_free, _tied, _dual) in _SHAPES.items():
        _parts = [(_label, "", _free)]
        if _tied:
            _parts.append((_bound, "", _tied))
        if _dual and _label != "plural":
            _parts.append(("dual", "", _dual))
        PARADIGMS[f"{_label}-{_shape}"] = _paradigm(*_parts)

PREFIXES: frozenset[str] = frozenset(prefix for table in PARADIGMS.values() for prefix, _ in table)
SUFFIXES: frozenset[str] = frozenset(suffix for table in PARADIGMS.values() for _, suffix in table)
LONGEST_SUFFIX: int = max(map(len, SUFFIXES))
