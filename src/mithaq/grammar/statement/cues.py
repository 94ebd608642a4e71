"""Cues: the forms of reporting words, and what their content looks like."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.lexicon.inflect import verb_forms
from mithaq.lexicon.lexicon import Lexicon, lines, table
from mithaq.text.fold import fold_word


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting word: its lemma, the frames of its content (`lexicon/cues.toml`), tense and agreement."""

    lemma: str
    frames: frozenset[str]
    tense: str
    gender: str | None
    plural: bool
    think: bool = False


PREPOSITIONS = {"ila": "الي", "ala": "علي", "min": "من", "an": "عن", "fi": "في"}


def add_cues(lexicon: Lexicon) -> None:
    """Give every form of every reporting word the class `cue`, with its `Cue` as the value."""
    data = table("cues.toml")
    frames = {fold_word(k): (frozenset(v.split()), False) for k, v in data["say"].items()}
    for lemma, words in data["think"].items():
        frames.setdefault(fold_word(lemma), (frozenset(words.split()), True))
    for row in lines("verbs.tsv"):
        past, present, participle, nouns = row[:4]
        lemma = fold_word(past)
        if lemma not in frames:
            continue
        found, think = frames.pop(lemma)
        forms = verb_forms(past, present, participle)
        for label, surface in forms.items():
            tense, _, person = label.partition("_")
            if person[:1] in ("1", "2"):
                continue
            gender = "f" if "f" in person else "m"
            cue = Cue(lemma, found, tense, gender, "p" in person or "d" in person, think)
            for form in surface:
                if lexicon.value("cue", form) is None:
                    lexicon.add_folded(form, "cue", "cue_" + tense, value=cue)
        for noun in nouns.split(","):
            form = fold_word(noun.strip())
            if form and lexicon.value("cue", form) is None:
                lexicon.add_folded(form, "cue", "cue_masdar", value=Cue(lemma, found, "masdar", None, False, think))
