"""Happenings: the forms of the verbs that tell what became of talks, truces and agreements (claims.toml)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from mithaq.lexicon.inflect import verb_forms
from mithaq.lexicon.lexicon import table
from mithaq.text.fold import fold_word


class Happening(NamedTuple):
    """One reading of a form: what kind of verb it is, its lemma, its tense (past, passive, present)."""

    kind: str
    lemma: str
    tense: str


@cache
def happenings() -> dict[str, tuple[Happening, ...]]:
    """Every folded form of the verbs of claims.toml, without proclitics and pronouns, with its readings."""
    found: dict[str, dict[Happening, None]] = {}
    for kind, rows in table("claims.toml")["verbs"].items():
        for row in rows:
            past, present, participle = row.split()
            forms = verb_forms(past, present, participle)
            for tense in ("past", "present", "passive"):
                for form in forms[tense]:
                    found.setdefault(form, {})[Happening(kind, fold_word(past), tense)] = None
    return {form: tuple(readings) for form, readings in found.items()}
