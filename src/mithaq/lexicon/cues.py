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
    for name, words in data["nouns"].items():
        for word in words:  # a word given with its article counts only with it
            lexicon.add(word.removeprefix("ال"), f"{name}_def" if word.startswith("ال") else name)
    for row in lines("verbs.tsv"):
        past, present, participle, nouns = row[:4]
        lemma = fold_word(past)
        if lemma not in frames:
            continue
        found, think = frames.pop(lemma)
        forms = verb_forms(past, present, participle)
        for tense in ("past", "present", "participle"):
            base = fold_word(past if tense == "past" else participle)
            for form in forms[tense]:
                agreement = _agreement(form, tense, base)
                if form in _OTHERS:
                    continue
                if agreement and lexicon.value("cue", form) is None:
                    cue = Cue(lemma, found, tense, *agreement, think)
                    lexicon.add_folded(form, "cue", "cue_" + tense, value=cue)
        for noun in nouns.split(","):
            form = fold_word(noun.strip())
            if form and lexicon.value("cue", form) is None:
                lexicon.add_folded(form, "cue", "cue_masdar", value=Cue(lemma, found, "masdar", None, False, think))

    for form in list(lexicon.forms("cue")):  # ودعا is و + دعا, not the dual of ودع
        for conjunction in "وف":
            joined = conjunction + form
            if lexicon.has(joined, "verb") and not any(
                lexicon.has(joined, c) for c in ("cue", "noun", "masdar", "adj")
            ):
                lexicon.drop(joined)


# Forms that are nearly always another word: مقر a seat, يجب it must, أمن security, شك doubt, تشدد.
_OTHERS = frozenset("مقر مقره يجب تجب امن يامن تشدد تشددا شك يشك".split())


def _agreement(form: str, tense: str, base: str) -> tuple[str | None, bool] | None:
    """Gender and number of a form in the third person, or None where it is of another person."""
    if tense == "past":
        endings: dict[str, tuple[str | None, bool]] = {
            "": ("m", False),
            "ت": ("f", False),
            "وا": ("m", True),
            "ا": ("m", True),
            "تا": ("f", True),
        }
        root = base[:-1] if base[-1] in "اي" and not form.startswith(base) else base
        return endings.get(form[len(root) :]) if form.startswith(root) else None
    if tense == "present":
        plural = form.endswith(("ون", "وا", "ان"))
        return {"ي": ("m", plural), "ت": ("f", plural)}.get(form[0])
    if form.endswith(("ين", "ون", "ان")) and form != base:
        return "m", True
    return ("f", form.endswith("ات")) if form.endswith(("ه", "ات", "ت")) and form != base else ("m", False)
