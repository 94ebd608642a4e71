"""The words of the interface: one table (`words.toml`), Arabic and English side by side."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

LANGUAGES = ("ar", "en")


@cache
def table() -> dict[str, dict[str, str]]:
    """Every key of the interface with its words in each language."""
    read = tomllib.loads((files("mithaq.web") / "words.toml").read_text("utf-8"))
    found: dict[str, dict[str, str]] = {}
    todo = [(group, entries) for group, entries in read.items()]
    while todo:
        group, entries = todo.pop()
        for key, words in entries.items():
            if isinstance(words, dict):
                todo.append((f"{group}.{key}", words))
            else:
                found[f"{group}.{key}"] = dict(zip(LANGUAGES, words, strict=True))
    return found


def say(language: str, key: str, **values: object) -> str:
    """The words of a key; a name of the register that the table does not know is said as it is."""
    entry = table().get(key)
    if entry is None:
        return key.partition(".")[2]
    return entry[language].format(**values) if values else entry[language]


def knows(key: str) -> bool:
    """Whether the table has a key."""
    return key in table()


def count(language: str, noun: str, number: int) -> str:
    """A number with its noun, as the language counts: Arabic tells one, two, a few and many apart."""
    shown = f"{number:,}"
    if language == "en":
        return f"{shown} {say(language, f'count.{noun}.one' if number == 1 else f'count.{noun}.many')}"
    if number == 0:
        return say(language, f"count.{noun}.none")
    if number in (1, 2):
        return say(language, f"count.{noun}.{'one' if number == 1 else 'two'}")
    rest = number % 100
    form = "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "hundred"
    return f"{shown} {say(language, f'count.{noun}.{form}')}"
