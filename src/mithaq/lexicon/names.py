"""Names into the lexicon: states and their people, roles, ranks, places, organisations, given names."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from importlib.resources import files
from typing import Any

from mithaq.lexicon.lexicon import Lexicon, blocks, lines, records, table
from mithaq.lexicon.words import has
from mithaq.text.fold import fold_word


def load_names(lexicon: Lexicon) -> None:
    """All names that ship."""
    for noun in table("actors.toml")["nouns"]:
        lexicon.add(noun, "noun", "pl")
    if has("roles.toml"):
        load_roles(lexicon, table("roles.toml"))
    if has("countries.toml"):
        load_countries(lexicon, records("countries.toml", "country"))
    if has("organisations.toml"):
        load_organisations(lexicon, records("organisations.toml", "organisation"))
    if has("places.csv"):
        load_places(lexicon)
    if has("peoples.toml"):
        load_peoples(lexicon, records("peoples.toml", "people"))
    if has("name_particles.toml"):
        load_name_particles(lexicon, table("name_particles.toml"))
    if has("persons.toml"):
        load_persons(lexicon, blocks("persons.toml", "person"))
    if has("given_names.txt"):
        load_given(lexicon, lines("given_names.txt"))
    if has("surnames.txt"):
        load_surnames(lexicon, lines("surnames.txt"))


def add_name(lexicon: Lexicon, name: str, kind: str, value: Any = None) -> None:
    """A name of one word (a class, and whether it needs its article) or of several (a phrase)."""
    if " " in name:
        lexicon.add_phrase(name, kind, value)
        return
    article = has_article(name)
    lexicon.add_folded(_bare(name), kind, "name_al" if article else "name_bare", value=value)


def has_article(name: str) -> bool:
    """Whether a name in ordinary spelling begins with the article (ألمانيا and إلياس do not)."""
    return name.startswith("ال") and len(name) > 3 and name != "الله"


def load_roles(lexicon: Lexicon, data: dict[str, Any]) -> None:
    """Roles, honorifics, ranks and what follows them."""
    single = {fold_word(r["ms"]) for r in data["role"] if " " not in r["ms"]}
    single |= {fold_word(r["fs"]) for r in data["role"] if " " not in r.get("fs", " ")}
    add_roles(lexicon, data["role"], single.__contains__)
    for kind, words in (("honorific", data["honorifics"]), ("rank", data["ranks"])):
        for word in words:
            if " " in word:
                lexicon.add_phrase(word, kind)
            elif "." not in word:
                lexicon.add_folded(_bare(word), kind)
    for words in data["role_modifiers"].values():
        for word in words:
            if " " not in word:
                bare = _bare(word)
                lexicon.add_forms({bare, bare + "ه", bare + "ين", bare + "ون"}, _ROLE_MOD)
    for ministry in data["ministries"]:
        if ministry.get("bare"):
            lexicon.add_folded(_bare(ministry["name"]), "ministry")


def add_roles(lexicon: Lexicon, roles: Iterable[dict[str, Any]], known: Callable[[str], bool]) -> None:
    """Heads of roles; one of several words is a phrase where its first word is no role that is `known`."""
    for role in roles:
        if " " in role["ms"]:
            if not known(fold_word(role["ms"]).split()[0]) or role["class"] == "unnamed":
                for form in (role["ms"], role.get("fs"), *role["pl"]):
                    if form and " " in form:
                        lexicon.add_phrase(form, "role", role["class"])
            continue
        weak = ("weak_role",) if role.get("weak") else ()
        for forms, names in role_forms(role["ms"], role.get("fs", ""), role["pl"]):
            for form in forms:
                lexicon.add_folded(form, "role", *names, *weak, value=role["class"])


_ROLE_MOD = frozenset({"role_mod"})


def role_forms(ms: str, fs: str, plurals: Iterable[str]) -> list[tuple[set[str], tuple[str, ...]]]:
    """The forms of a role with the classes that tell gender and number."""
    man, woman = fold_word(ms), fold_word(fs)
    many = {man + "ان", man + "ين", man + "ي"}
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
        ({man, man + "ا"}, ()),
        ({woman} if woman else set(), ("role_f", "f")),
        (many, ("role_pl", "pl")),
        (women, ("role_pl", "f", "pl")),
    ]


def load_countries(lexicon: Lexicon, data: list[dict[str, Any]]) -> None:
    """States with their people and their seats."""
    for country in data:
        iso = country["iso"]
        weak = {fold_word(w) for w in country.get("weak", ())}
        for name in country["ar"]:
            add_name(lexicon, name, "weak_country" if fold_word(name) in weak else "country", iso)
        for name in country.get("capital", ()):
            add_name(lexicon, name, "capital", iso)
        for demonym in country.get("demonym", ()):
            add_demonym(lexicon, demonym, fold_word(demonym) in weak, iso)
        for plural in country.get("plural", ()):
            lexicon.add_folded(fold_word(plural), "demonym", "adj", "people", "pl", value=iso)


def add_demonym(lexicon: Lexicon, demonym: str, weak: bool, value: Any) -> None:
    """The forms of an adjective of nation or group; in the plural it names the people."""
    folded, *rest = fold_word(demonym).split()  # كوري شمالي: the adjectives are known by themselves
    if len(folded) < 4 and rest:
        return
    names = ("demonym", "adj", *(("weak_demonym",) if weak else ()))
    for forms, more in (
        ((folded, folded + "ا"), ()),
        ((folded + "ه",), ("f",)),
        (tuple(folded + end for end in ("ون", "ين", "ان", "و")), ("people", "pl")),
        (tuple(folded + end for end in ("ات", "تان", "تين")), ("f", "pl")),
    ):
        lexicon.add_forms(forms, frozenset((*names, *more)))
        for form in forms:
            lexicon.set_value("demonym", form, value)


_FACILITIES = frozenset("base airport port crossing camp prison bridge field dam hospital barracks".split())


def load_places(lexicon: Lexicon) -> None:
    """The gazetteer that ships."""
    rows = csv.reader((files("mithaq.lexicon") / "places.csv").read_text("utf-8").splitlines())
    next(rows)
    add_places(lexicon, [row for row in rows if row and row[0][:1] != "#"])


def add_places(lexicon: Lexicon, rows: list[list[str]]) -> None:
    """Places with their kinds. A weak name is also a common word and counts only with its kind before it (محافظة صلاح الدين)."""
    lexicon.gazetteer.append(rows)
    for name, aliases, kind, country, _, _, _, _, weak in rows:
        label = "facility" if kind in _FACILITIES else "place"
        value = (kind, country)
        if not weak:
            add_name(lexicon, name, label, value)
        for alias in aliases.split("|") if aliases else ():
            if not weak or " " in alias:
                add_name(lexicon, alias, label, value)


def load_peoples(lexicon: Lexicon, data: list[dict[str, Any]]) -> None:
    """Groups that are no states: their adjectives and what the group or area is called."""
    for entry in data:
        add_demonym(lexicon, entry["ms"], bool(entry.get("weak")), entry["en"])
        for plural in entry.get("plural", ()):
            if " " not in plural:
                lexicon.add_folded(_bare(plural), "demonym", "adj", "people", "pl", value=entry["en"])
        for noun in entry.get("noun", ()):
            if entry.get("kind") == "regional" and not noun.endswith(("ون", "ين")):
                add_name(lexicon, noun, "region", entry["en"])


def load_persons(lexicon: Lexicon, data: list[dict[str, Any]]) -> None:
    """Public persons: their full names, and the short ones by which reports call them."""
    for entry in data:
        weak = entry.get("weak", ())
        for name in (entry["name"], *entry.get("aliases", ())):
            if name in weak:
                continue
            if " " in name:
                lexicon.add_phrase(name, "person")
            else:
                lexicon.add_forms((_bare(name),), frozenset(("surname_al" if has_article(name) else "surname",)))


def load_name_particles(lexicon: Lexicon, data: dict[str, Any]) -> None:
    """Small words inside names: `name_part` (a name follows), `name_tail` (it closes one); `weak_` where also a common word."""
    for entry in data["particle"]:
        kind = "name_tail" if entry["place"] == "after" else "name_part"
        if entry.get("weak"):
            kind = "weak_" + kind
        for form in (entry["form"], *entry.get("oblique", ())):
            if " " not in form:
                lexicon.add_folded(_bare(form) if kind.endswith("tail") else fold_word(form), kind)


def load_surnames(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Last names that stand alone; `weak`: only beside a fuller name or a title. `surname_al`: with its article only."""
    for row in rows:
        name = row[0]
        weak = len(row) > 1 and "weak" in row[1]
        if " " in name:
            if not weak:
                lexicon.add_phrase(name, "surname")
            continue
        add_surname(lexicon, name, weak)


def add_surname(lexicon: Lexicon, name: str, weak: bool) -> None:
    """A last name of one word."""
    kind = ("weak_name" if weak else "surname") + ("_al" if has_article(name) else "")
    lexicon.add_forms((_bare(name),), frozenset((kind,)))


_ORGANS = frozenset({"government", "parliament", "army"})


def load_organisations(lexicon: Lexicon, organisations: Iterable[dict[str, Any]]) -> None:
    """Organisations under all their names; the value is the kind and the name to show."""
    unsure = frozenset(table("actors.toml")["unsure"])
    for entry in organisations:
        value = (entry["kind"], entry["name"])
        weak = unsure.union(entry.get("weak", ()))
        organ = entry.get("country") if entry["kind"] in _ORGANS else None
        for name in (entry["name"], *entry.get("aliases", ())):
            if organ:
                lexicon.organs[name] = organ
            add_name(lexicon, name, "weak_org" if name in weak else "org", value)


_GIVEN = frozenset({"given"})
_WEAK_NAME = frozenset({"weak_name"})


def load_given(lexicon: Lexicon, rows: Iterable[list[str]]) -> None:
    """Given names: name, tags (`weak`: also a common word, a name only beside another; `f`)."""
    for row in rows:
        tags = row[1].split() if len(row) > 1 else []
        form = _bare(row[0])
        if has_article(row[0]):
            lexicon.add_forms((form,), frozenset(("weak_name_al",)))
            continue
        lexicon.add_forms((form,), _WEAK_NAME if "weak" in tags else _GIVEN)
        if "f" in tags and "m" not in tags:
            lexicon.set_value("woman", form, True)


def _bare(name: str) -> str:
    """A word in ordinary spelling, folded and without its article."""
    return fold_word(name[2:] if has_article(name) else name)
