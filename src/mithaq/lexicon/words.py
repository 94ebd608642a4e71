"""General words into the lexicon: verbs, nouns, adjectives and particles, inflected."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from mithaq.lexicon import inflect
from mithaq.lexicon.endings import PARADIGMS
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

    What a verb governs (`gov:bi`) is a value of its participle (`gov`), and the frames of a verb of saying (`say:an`) are
    those of its cue: as classes they would double the class sets.
    """
    for row in rows:
        past, present, participle, nouns, tags = [*row, "", "", "", "", ""][:5]
        kept: tuple[str, ...] = ()
        if tags:
            names = class_names(tags)
            kept = tuple(t for t in names if not t.startswith(("gov_", "say_")))
            governs = tuple(t[4:] for t in names if t.startswith("gov_"))
            if governs and participle:
                lexicon.set_value("gov", fold_word(participle), governs)
        _spell(lexicon, inflect.verb_stems(past, present, participle), kept)
        if nouns:
            for noun in nouns.split(","):
                _spell(lexicon, [s for s in inflect.noun_stems(noun) if s[1] != "plural"], kept, "masdar")


# Tags of nouns whose plain name means something else as a class (a `place` is a name, `time` a dimension).
_NOUN_TAGS = {"place": "place_noun", "time": "time_noun"}


def load_nouns(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Nouns: singular, plurals, tags."""
    for row in rows:
        singular, plurals, tags = [*row, "", ""][:3]
        names = tuple(_NOUN_TAGS.get(t, t) for t in class_names(tags)) if tags else ()
        stems = inflect.noun_stems(singular, plurals.split(",") if plurals else (), "f" in names)
        _spell(lexicon, stems, names, "noun")


def load_adjectives(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Adjectives: masculine, broken plurals, tags (`f:` and the feminine where ة does not make it)."""
    for row in rows:
        masculine, plurals, tags = [*row, "", ""][:3]
        irregular = next((t[2:] for t in tags.split(",") if t.startswith("f:")), None)
        names = tuple(t for t in class_names(tags) if not t.startswith("f_")) if tags else ()
        if "elative" in names:
            names = tuple(t for t in names if t != "elative")
            irregular = irregular or ""
        stems = inflect.adjective_stems(masculine, plurals.split(",") if plurals else (), irregular)
        _spell(lexicon, stems, names, "adj")


def _spell(lexicon: Lexicon, stems: Iterable[inflect.Stem], tags: tuple[str, ...], word_class: str = "") -> None:
    """Add every form of some stems with the classes of its paradigm's label and agreement."""
    entries, join = lexicon.entries, lexicon.join
    for stem, paradigm in stems:
        for prefix, suffix, classes in _forms_of(paradigm, tags, word_class):
            form = prefix + stem + suffix
            old = entries.get(form)
            entries[form] = classes if old is None else old if old is classes else join(old, classes)


@cache
def _forms_of(paradigm: str, tags: tuple[str, ...], word_class: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """The affixes of a paradigm with the classes that they give: the third persons, and the first where news quotes it."""
    forms: dict[tuple[str, str], frozenset[str]] = {}
    for (prefix, suffix), labels in PARADIGMS[paradigm].items():
        if suffix in ("تم", "ن") and labels[0] in ("past", "present"):
            continue
        for label in labels:
            bound = label.endswith("bound")
            if (bound and (not word_class or suffix.endswith("ت"))) or (label == "dual" and word_class == "masdar"):
                continue
            classes = (*_label(label.removesuffix("_bound"), prefix, word_class), *tags)
            if "pl" in classes and word_class == "noun":
                classes = tuple(c for c in classes if c != "f")
            known = forms.get((prefix, suffix), frozenset())
            forms[prefix, suffix] = known | frozenset(classes)
    return tuple((prefix, suffix, classes) for (prefix, suffix), classes in forms.items())


def _label(label: str, prefix: str, word_class: str) -> tuple[str, ...]:
    """The classes of a form: its word class, and for nouns and adjectives `f` and `pl`.

    Verbs and participles say whom they agree with by their letters; as classes it would double the class sets.
    """
    if label == "passive":
        label = "present" if prefix else "past"
    if label in ("past", "present"):
        return ("verb", label)
    if label.endswith("participle"):
        return ("participle",)
    if label in ("dual", "plural"):
        return (word_class, "pl")
    return (word_class, "f") if label == "feminine" and word_class == "adj" else (word_class,)


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
