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
    (("ون", "ين", "ان", "و"), ("m", "pl")),
    (("ه",), ("f",)),
)


def class_names(tags: str) -> tuple[str, ...]:
    """The tags of a data file as class names: `say:an-noun` is `say_an_noun`."""
    return tuple(t.replace(":", "_").replace("-", "_") for t in tags.replace(" ", "").split(",") if t)


def load_words(lexicon: Lexicon) -> None:
    """All general words that ship."""
    if has("verbs.tsv"):
        load_verbs(lexicon, lines("verbs.tsv"))
    if has("particles.toml"):
        load_particles(lexicon, table("particles.toml"))


def load_verbs(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Verbs: past, present, participle, verbal nouns, tags."""
    add = lexicon.add_forms
    for row in rows:
        past, present, participle, nouns, tags = [*row, "", "", "", "", ""][:5]
        names = class_names(tags)
        verb = frozenset(("verb", *names))
        forms = inflect.verb_forms(past, present, participle)
        base = fold_word(past)
        for form in forms["past"] | forms["passive"]:
            add((form,), _with(verb, "past", _past_of(form, base)))
        for form in forms["present"]:
            add((form,), _with(verb, "present", _present_of(form)))
        nominal = frozenset(("participle", *names))
        for form in forms["participle"]:
            add((form,), _with(nominal, "active", _participle_of(form)))
        for form in forms["passive_participle"]:
            add((form,), _with(nominal, "passive", _participle_of(form)))
        noun = frozenset(("masdar", *names))
        for masdar in nouns.split(","):
            if masdar:
                shapes = inflect.noun_forms(masdar)
                add(shapes["singular"], noun)


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
                lexicon.add_forms(inflect.with_pronouns(_before_pronoun(w) for w in single if len(w) > 1), bound)


def _before_pronoun(word: str) -> str:
    """A particle as it stands before a pronoun: only those in ya and alef maqsura are alike in folded spelling."""
    return word


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
    return {"ي": "m", "ت": "f"}.get(form[0], "first")


def _participle_of(form: str) -> str:
    """Gender and number of a participle's form."""
    for ends, agreement in _PARTICIPLE_ENDS:
        if form.endswith(ends) and len(form) > 4:
            return " ".join(agreement)
    return "m"


def has(name: str) -> bool:
    """Whether a data file ships."""
    return (files("mithaq.lexicon") / name).is_file()
