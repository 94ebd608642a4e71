"""General words into the lexicon: verbs, nouns, adjectives and particles, inflected."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from mithaq.lexicon import inflect
from mithaq.lexicon.lexicon import Lexicon, lines, table
from mithaq.text.fold import fold_word


def class_names(tags: str) -> tuple[str, ...]:
    """The tags of a data file as class names: `say:an-noun` is `say_an_noun`."""
    return tuple(t.replace(":", "_").replace("-", "_") for t in tags.replace(" ", "").split(",") if t)


def load_words(lexicon: Lexicon) -> None:
    """All general words that ship."""
    if has("verbs.tsv"):
        load_verbs(lexicon, lines("verbs.tsv"))
    if has("nouns.tsv"):
        load_nouns(lexicon, lines("nouns.tsv"))
    if has("adjectives.tsv"):
        load_adjectives(lexicon, lines("adjectives.tsv"))
    if has("particles.toml"):
        load_particles(lexicon, table("particles.toml"))


def load_verbs(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Verbs: past, present, participle, verbal nouns, tags.

    What a verb governs (`gov:bi`) is a value of its participles (`gov`), and the frames of a verb of saying (`say:an`) are
    those of its cue: as classes they would double the class sets.
    """
    add, set_value = lexicon.add_forms, lexicon.set_value
    for row in rows:
        past, present, participle, nouns, tags = [*row, "", "", "", "", ""][:5]
        governs: tuple[str, ...] = ()
        kept: tuple[str, ...] = ()
        if tags:
            names = class_names(tags)
            governs = tuple(t[4:] for t in names if t.startswith("gov_"))
            kept = tuple(t for t in names if not t.startswith(("gov_", "say_")))
        forms = inflect.verb_forms(past, present, participle)
        base = fold_word(past)
        for_past = _agreeing("past", kept)
        for form in forms["past"] | forms["passive"]:
            end = form[-2:]
            add((form,), for_past[2 if end in _PAST_MANY else 1 if end[-1] == "ت" and form != base else 0])
        for_present = _agreeing("present", kept)
        for form in forms["present"]:
            many = form[-2:] in _PRESENT_MANY and len(form) > 4
            add((form,), for_present[2 if many else _PREFIX.get(form[0], 3)])
        for kind, shapes in (("adj", forms["participle"]), ("passive", forms["passive_participle"])):
            classes = _agreeing(kind, kept)
            for form in shapes:
                add((form,), classes[_participle_of(form)])
        if governs:
            for form in forms["participle"]:
                set_value("gov", form, governs)
        if nouns:
            masdar = frozenset(("masdar", *kept))
            for noun in nouns.split(","):
                add(inflect.noun_forms(noun)["singular"], masdar)


_PAST_MANY = frozenset(("وا", "نا", "تم"))
_PRESENT_MANY = frozenset(("ون", "وا"))
_PREFIX = {"ي": 0, "ت": 1}


@cache
def _agreeing(kind: str, tags: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The classes of a verb's forms of one kind: masculine, feminine, plural, not known; of a participle's with the feminine plural."""
    if kind in ("past", "present"):
        base = frozenset(("verb", kind, *tags))
        return base | {"m"}, base | {"f"}, base | {"pl"}, base
    base = frozenset(("participle", kind, *tags))
    return base, base | {"f"}, base | {"pl"}, base | {"f", "pl"}


def _participle_of(form: str) -> int:
    """Gender and number of a participle's form, as an index of `_agreeing`."""
    if len(form) > 4:
        end = form[-2:]
        if end[1] == "ه":
            return 1
        if end in _MANY:
            return 3 if end == "ات" or form[-3] == "ت" and end != "ون" else 2
        if end[1] == "و":
            return 2
    return 0


_MANY = frozenset(("ات", "ون", "ين", "ان"))


# Tags of nouns whose plain name means something else as a class (a `place` is a name, `time` a dimension).
_NOUN_TAGS = {"place": "place_noun", "time": "time_noun"}


def load_nouns(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Nouns: singular, plurals, tags."""
    add = lexicon.add_forms
    for row in rows:
        singular, plurals, tags = [*row, "", ""][:3]
        names = frozenset(("noun", *(_NOUN_TAGS.get(t, t) for t in class_names(tags))))
        many = names - {"f"} | {"pl"}
        forms = inflect.noun_forms(singular, [p for p in plurals.split(",") if p], "f" in names)
        add(forms["singular"] | forms.get("singular_bound", set()), names)
        add(forms["dual"] | forms.get("dual_bound", set()), many)
        add(forms["plural"] | forms.get("plural_bound", set()), many)


def load_adjectives(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Adjectives: masculine, broken plurals, tags (`f:` and the feminine where ة does not make it)."""
    add = lexicon.add_forms
    for row in rows:
        masculine, plurals, tags = [*row, "", ""][:3]
        irregular = [t[2:] for t in tags.split(",") if t.startswith("f:")]
        names = frozenset(("adj", *(t for t in class_names(tags) if not t.startswith("f_"))))
        forms = inflect.adjective_forms(masculine, [p for p in plurals.split(",") if p], irregular[0] if irregular else None)
        add(forms["masculine"], names)
        add(forms["feminine"], names | {"f"})
        add(forms["dual"] | forms["plural"], names | {"pl"})


_PARTICLES = {
    "prepositions": "prep", "conjunctions": "conj", "complementisers": "comp", "relatives": "rel", "demonstratives": "dem",
    "pronouns": "pronoun", "negations": "neg", "interrogatives": "interrogative", "quantifiers": "quant", "modals": "modal",
    "openers": "opener", "attributions": "attribution", "light_verbs": "light", "adverbs": "adverb", "approximators": "approx",
    "vocatives": "vocative", "exceptives": "exceptive",
}  # fmt: skip


def load_particles(lexicon: Lexicon, data: dict[str, Any]) -> None:
    """The closed classes. Entries of one word only: of several words, each is known by itself.

    A preposition with its pronoun is `prep_bound`, a complementiser stays `comp` with one.
    """
    for name, group in data.items():
        kind = _PARTICLES.get(name, name)
        tables = [("", group), *((key, value) for key, value in group.items() if isinstance(value, dict))]
        for part, entry in tables:
            names = frozenset((kind, f"{kind}_{part}")) if part else frozenset((kind,))
            single = [fold_word(w) for w in entry.get("words", ()) if " " not in w]
            lexicon.add_forms(single, names)
            if entry.get("suffixed"):
                bound = frozenset(("prep_bound",)) if kind == "prep" else names | {"suffixed"}
                lexicon.add_forms(inflect.with_pronouns(w for w in single if len(w) > 1), bound)


def has(name: str) -> bool:
    """Whether a data file ships."""
    return (files("mithaq.lexicon") / name).is_file()
