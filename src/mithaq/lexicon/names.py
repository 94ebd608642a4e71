"""Names into the lexicon: states and their people, roles, ranks, places, organisations, given names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mithaq.lexicon.lexicon import Lexicon, lines, table
from mithaq.lexicon.words import has
from mithaq.text.fold import fold_word


def load_names(lexicon: Lexicon) -> None:
    """All names that ship."""
    if has("roles.toml"):
        load_roles(lexicon, table("roles.toml"))
    if has("countries.toml"):
        load_countries(lexicon, table("countries.toml"))
    if has("organisations.toml"):
        load_organisations(lexicon, table("organisations.toml"))
    if has("given_names.txt"):
        load_given(lexicon, lines("given_names.txt"))


def add_name(lexicon: Lexicon, name: str, kind: str, value: Any = None) -> None:
    """A name of one word (a class, and whether it needs its article) or of several (a phrase)."""
    folded = fold_word(name)
    if " " in folded:
        lexicon.add_phrase(folded, kind, value)
        return
    article = folded.startswith("ال") and len(folded) > 4
    lexicon.add_folded(folded[2:] if article else folded, kind, "name_al" if article else "name_bare", value=value)


def load_roles(lexicon: Lexicon, data: dict[str, Any]) -> None:
    """Roles, honorifics, ranks and what follows them."""
    single = {fold_word(r["ms"]) for r in data["role"] if " " not in r["ms"]}
    single |= {fold_word(r["fs"]) for r in data["role"] if " " not in r.get("fs", " ")}
    for role in data["role"]:
        if " " in role["ms"]:
            if fold_word(role["ms"]).split()[0] not in single or role["class"] == "unnamed":
                for form in (role["ms"], role.get("fs"), *role["pl"]):
                    if form and " " in form:
                        lexicon.add_phrase(form, "role", role["class"])
            continue
        weak = ("weak_role",) if role.get("weak") else ()
        for forms, names in role_forms(role["ms"], role.get("fs", ""), role["pl"]):
            for form in forms:
                lexicon.add_folded(form, "role", *names, *weak, value=role["class"])
    for kind, words in (("honorific", data["honorifics"]), ("rank", data["ranks"])):
        for word in words:
            if " " in word:
                lexicon.add_phrase(word, kind)
            elif "." not in word:
                lexicon.add_folded(_bare(fold_word(word)), kind)
    for words in data["role_modifiers"].values():
        for word in words:
            if " " not in word:
                bare = _bare(fold_word(word))
                lexicon.add_forms({bare, bare + "ه", bare + "ين", bare + "ون"}, _ROLE_MOD)
    for group, words in data["role_complements"].items():
        if group != "ministries":
            lexicon.add_forms({_bare(fold_word(w)) for w in words if " " not in w}, _ROLE_COMP)
    for ministry in data["role_complements"].get("ministries", ()):
        if ministry.get("bare"):
            lexicon.add_folded(_bare(fold_word(ministry["name"])), "ministry")


_ROLE_MOD = frozenset({"role_mod"})
_ROLE_COMP = frozenset({"role_comp"})


def role_forms(ms: str, fs: str, plurals: Iterable[str]) -> list[tuple[set[str], tuple[str, ...]]]:
    """The forms of a role with the classes that tell gender and number."""
    man, woman = fold_word(ms), fold_word(fs)
    many = {man + "ان", man + "ين"}
    for plural in plurals:
        if " " in plural:
            continue
        folded = fold_word(plural)
        many.add(folded)
        if folded.endswith("ون"):
            many.update((folded[:-2] + "ين", folded[:-1], folded[:-2] + "ي"))
    women = set()
    if woman:
        stem = woman[:-1]
        women = {stem + "ات", stem + "تان", stem + "تين"}
    return [
        ({man, man + "ا"}, ("m",)),
        ({woman} if woman else set(), ("role_f", "f")),
        (many, ("role_pl", "pl")),
        (women, ("role_pl", "f", "pl")),
    ]


def load_countries(lexicon: Lexicon, data: dict[str, Any]) -> None:
    """States with their people and their seats."""
    for country in data["country"]:
        iso = country["iso"]
        weak = {fold_word(w) for w in country.get("weak", ())}
        for name in country["ar"]:
            add_name(lexicon, name, "weak_country" if fold_word(name) in weak else "country", iso)
        for name in country.get("capital", ()):
            add_name(lexicon, name, "capital", iso)
        for demonym in country.get("demonym", ()):
            folded = fold_word(demonym)
            if " " in folded:
                continue
            names = ("demonym", "adj", *(("weak_demonym",) if folded in weak else ()))
            lexicon.add_folded(folded, *names, "m", value=iso)
            lexicon.add_folded(folded + "ا", *names, "m", value=iso)
            lexicon.add_folded(folded + "ه", *names, "f", value=iso)
            for form in ("ون", "ين", "ان", "و"):
                lexicon.add_folded(folded + form, *names, "people", "pl", value=iso)
            for form in ("ات", "تان", "تين"):
                lexicon.add_folded(folded + form, *names, "f", "pl", value=iso)
        for plural in country.get("plural", ()):
            lexicon.add_folded(fold_word(plural), "demonym", "adj", "people", "pl", value=iso)


def load_organisations(lexicon: Lexicon, data: dict[str, Any]) -> None:
    """Organisations under all their names; the value is the kind and the name to show."""
    for entry in data["organisation"]:
        value = (entry["kind"], entry["name"])
        weak = frozenset(entry.get("weak", ()))
        for name in (entry["name"], *entry.get("aliases", ())):
            add_name(lexicon, name, "weak_org" if name in weak else "org", value)


def load_given(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Given names: name, tags (`weak`: also a common word, a name only beside another; `f`)."""
    for row in rows:
        tags = row[1].split() if len(row) > 1 else []
        names = frozenset(("weak_name" if "weak" in tags else "given", *(("woman",) if "f" in tags else ())))
        lexicon.add_forms((fold_word(row[0]),), names)


def _bare(folded: str) -> str:
    """A folded word without its article."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded
