"""Event words: the forms of the verbs and nouns that name events, with PLOVER's type and mode."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.lexicon.deeds import by_lemma, past_agreement, present_agreement
from mithaq.lexicon.inflect import verb_forms
from mithaq.lexicon.lexicon import Lexicon, lines, table
from mithaq.text.fold import fold_word


@dataclass(frozen=True, slots=True)
class EventWord:
    """One form of an event word: its lemma, PLOVER's type and mode, its tense (past, passive, present, noun) and gender."""

    lemma: str
    type: str
    mode: str | None
    tense: str
    gender: str | None = None
    first: bool = False


def add_events(lexicon: Lexicon) -> None:
    """Give every form of every event word the class `occurs`, with its `EventWord` as the value."""
    data = table("plover.toml")
    types = by_lemma({k: {"event": v} for k, v in data["event"].items()})
    for row in lines("verbs.tsv"):
        if row[0] not in types:
            continue
        lemma, found = fold_word(row[0]), types[row[0]]["event"].split()
        kind, mode = found[0], found[1] if len(found) > 1 else None
        forms = verb_forms(*row[:3])
        for tense in ("past", "passive", "present"):
            for form in forms[tense]:
                gender, _, first = present_agreement(form) if tense == "present" else past_agreement(form, lemma)
                if lexicon.value("occurs", form) is None:
                    lexicon.add_folded(form, "occurs", value=EventWord(lemma, kind, mode, tense, gender, first))
    for noun, code in data["happening"].items():
        kind, *rest = code.split()
        form = fold_word(noun)
        if lexicon.value("occurs", form) is None:
            lexicon.add_folded(form, "occurs", value=EventWord(form, kind, rest[0] if rest else None, "noun"))
