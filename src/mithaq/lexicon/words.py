"""General words into the lexicon: verbs, nouns, adjectives and particles, inflected."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from mithaq.lexicon import inflect
from mithaq.lexicon.lexicon import Lexicon, lines, table
from mithaq.text.fold import fold_word

# The part of each label of `inflect` in the classes of its forms. Bound shapes stand before a pronoun only.
_PARTICIPLE_ENDS = (
    (("ات", "تان", "تين"), ("f", "pl")),
    (("ون", "ين", "ان", "و"), ("pl",)),
    (("ه",), ("f",)),
)


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

    What a verb governs (`gov:bi`) is a value of its participles (`gov`), not a class: it would double the class sets.
    """
    add = lexicon.add_forms
    for row in rows:
        past, present, participle, nouns, tags = [*row, "", "", "", "", ""][:5]
        names = class_names(tags)
        governs = tuple(t[4:] for t in names if t.startswith("gov_"))
        names = tuple(t for t in names if not t.startswith("gov_"))
        verb = frozenset(("verb", *names))
        forms = inflect.verb_forms(past, present, participle)
        base = fold_word(past)
        for form in forms["past"] | forms["passive"]:
            add((form,), _with(verb, "past", _past_of(form, base)))
        for form in forms["present"]:
            add((form,), _with(verb, "present", _present_of(form)))
        nominal = frozenset(("participle", *names))
        for form in forms["participle"]:
            add((form,), _with(nominal, "adj", _participle_of(form)))
            if governs:
                lexicon.set_value("gov", form, governs)
        for form in forms["passive_participle"]:
            add((form,), _with(nominal, "passive", _participle_of(form)))
        noun = frozenset(("masdar", *names))
        for masdar in nouns.split(","):
            if masdar:
                shapes = inflect.noun_forms(masdar)
                add(shapes["singular"], noun)


# Tags of nouns whose plain name means something else as a class (a `place` is a name, `time` a dimension).
_NOUN_TAGS = {"place": "place_noun", "time": "time_noun", "person": "person_noun"}


def load_nouns(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Nouns: singular, plurals, tags."""
    add = lexicon.add_forms
    for row in rows:
        singular, plurals, tags = [*row, "", ""][:3]
        names = frozenset(("noun", *(_NOUN_TAGS.get(t, t) for t in class_names(tags))))
        many = _with(names - {"f"}, "pl", "")
        forms = inflect.noun_forms(singular, [p for p in plurals.split(",") if p], "f" in names)
        add(forms["singular"] | forms["singular_bound"], names)
        add(forms["dual"] | forms["dual_bound"], many)
        add(forms["plural"] | forms["plural_bound"], many)


def load_adjectives(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Adjectives: masculine, broken plurals, tags (`f:` and the feminine where ة does not make it)."""
    add = lexicon.add_forms
    for row in rows:
        masculine, plurals, tags = [*row, "", ""][:3]
        irregular = [t[2:] for t in tags.split(",") if t.startswith("f:")]
        names = frozenset(("adj", *(t for t in class_names(tags) if not t.startswith("f_"))))
        forms = inflect.adjective_forms(masculine, [p for p in plurals.split(",") if p], irregular[0] if irregular else None)
        add(forms["masculine"], names)
        add(forms["feminine"], _with(names, "f", ""))
        add(forms["dual"] | forms["plural"], _with(names, "pl", ""))


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


_SHARED: dict[tuple[frozenset[str], str, str], frozenset[str]] = {}


def _with(classes: frozenset[str], kind: str, agreement: str) -> frozenset[str]:
    """The classes with two more, one object for each combination."""
    key = (classes, kind, agreement)
    found = _SHARED.get(key)
    if found is None:
        found = _SHARED[key] = classes | {kind, *agreement.split()}
    return found


def _past_of(form: str, base: str) -> str:
    """Whom a past form agrees with: `m`, `f`, `pl`."""
    if form.endswith(("وا", "نا", "تم")):
        return "pl"
    if form.endswith("ت") and form != base:
        return "f"
    return "m"


def _present_of(form: str) -> str:
    """Whom a present form agrees with: `m`, `f`, `pl`."""
    if form.endswith(("ون", "وا")) and len(form) > 4:
        return "pl"
    return {"ي": "m", "ت": "f"}.get(form[0], "")


def _participle_of(form: str) -> str:
    """Gender and number of a participle's form."""
    for ends, agreement in _PARTICIPLE_ENDS:
        if form.endswith(ends) and len(form) > 4:
            return " ".join(agreement)
    return ""


def has(name: str) -> bool:
    """Whether a data file ships."""
    return (files("mithaq.lexicon") / name).is_file()
