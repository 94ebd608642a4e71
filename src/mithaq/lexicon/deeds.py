"""Deeds: the forms of the words by which parties commit themselves, ask, agree, refuse and report what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mithaq.lexicon.inflect import noun_forms, verb_forms
from mithaq.lexicon.lexicon import Lexicon, lines, table
from mithaq.text.fold import fold_word


@dataclass(frozen=True, slots=True)
class Deed:
    """One reading of a form: its lemma, what it can do (`jobs`: job -> how its act is attached), tense and agreement.

    `tense` is past, passive, present, participle, passive_participle or masdar; `first` says that it is of the first person.
    """

    lemma: str
    tense: str
    jobs: dict[str, str]
    gender: str | None = None
    plural: bool = False
    first: bool = False

    def __hash__(self) -> int:
        return hash((self.lemma, self.tense, self.gender, self.plural, self.first))


# Words that open a commitment and are no verbs of it: under a pact, orders, the future particles, a schedule.
BINDING = (
    "بموجب", "بمقتضى", "تعليمات", "توجيهات", "أوامر", "لن", "سوف", "مقرر", "منتظر", "مزمع", "مرتقب",
)  # fmt: skip


def add_deeds(lexicon: Lexicon) -> None:
    """Give every form of every deed the class `deed`, with the tuple of its readings as the value."""
    written: dict[str, dict[str, str]] = {}
    for job, lemmas in table("commitments.toml").items():
        for lemma, frames in lemmas.items():
            written.setdefault(lemma, {})[job] = frames
    jobs = by_lemma(written)
    readings: dict[str, list[Deed]] = {}
    for row in lines("verbs.tsv"):
        past, present, participle, nouns = row[:4]
        if past in jobs:
            for form, deed in _readings(fold_word(past), past, present, participle, nouns, jobs[past]):
                known = readings.setdefault(form, [])
                if all(d.tense != deed.tense or d.lemma != deed.lemma for d in known):
                    known.append(deed)
    for form in (
        "مرسوم",
        "مرسوما",
        "مرسومين",
        "مرسومان",
        "مراسيم",
        "قرار",
        "قرارا",
        "قرارين",
        "قانون",
        "قانونا",
        "أمر",
        "أمرا",
    ):
        lexicon.add(form, "law")
    for form in BINDING:
        lexicon.add(form, "binding")
    for form, deeds in readings.items():
        beside = [
            name for tense, name in (("masdar", "noun"), ("past", "deed_past")) if any(d.tense == tense for d in deeds)
        ]
        lexicon.add_folded(form, "deed", *beside, value=tuple(deeds))


def by_lemma(written: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """The entries of a table by the spelling that verbs.tsv has: exactly as written, or else the first that folds alike."""
    found: dict[str, dict[str, str]] = {}
    rows = [row[0] for row in lines("verbs.tsv")]
    exact = set(rows)
    folded: dict[str, str] = {}
    for past in rows:
        folded.setdefault(fold_word(past), past)
    for lemma, entry in written.items():
        past = lemma if lemma in exact else folded.get(fold_word(lemma), lemma)
        found.setdefault(past, {}).update(entry)
    return found


def _readings(
    lemma: str, past: str, present: str, participle: str, nouns: str, jobs: dict[str, str]
) -> list[tuple[str, Deed]]:
    """All forms of one verb and of its verbal nouns, as (form, reading)."""
    forms = verb_forms(past, present, participle)
    found: list[tuple[str, Deed]] = []
    for form in sorted(forms["past"]):
        found.append((form, Deed(lemma, "past", jobs, *past_agreement(form, lemma))))
    for form in sorted(forms["passive"]):
        found.append((form, Deed(lemma, "passive", jobs, *past_agreement(form, lemma))))
    for form in sorted(forms["present"]):
        found.append((form, Deed(lemma, "present", jobs, *present_agreement(form))))
    for tense in ("participle", "passive_participle"):
        for form in sorted(forms[tense]):
            plural = form.endswith(("ون", "ين", "ات", "ان")) and len(form) > 4
            gender = "f" if form.endswith(("ه", "ات")) else "m"
            found.append((form, Deed(lemma, tense, jobs, gender, plural)))
    for noun in nouns.split(","):
        if noun.strip():
            shapes: dict[str, Any] = dict(noun_forms(noun.strip(), ("+ات",)))
            for form in sorted({*shapes["singular"], *shapes["singular_bound"], *shapes["plural"]}):
                found.append((form, Deed(lemma, "masdar", jobs)))
    return found


def past_agreement(form: str, lemma: str) -> tuple[str | None, bool, bool]:
    """Gender, number and person of a past form."""
    if form.endswith("نا") and form != lemma:
        return None, True, True
    if form.endswith("وا"):
        return "m", True, False
    if form.endswith("تا") and len(form) > len(lemma):
        return "f", True, False
    if form.endswith("ت") and form != lemma:
        return "f", False, False
    return "m", form.endswith("ا") and form != lemma, False


def present_agreement(form: str) -> tuple[str | None, bool, bool]:
    """Gender, number and person of a present form."""
    if form[0] in "نا":
        return None, form[0] == "ن", True
    return ("m" if form[0] == "ي" else "f"), form.endswith(("ون", "وا", "ان")) and len(form) > 4, False
