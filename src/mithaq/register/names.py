"""Names across reports: whether two names can be one actor, and how sure that is.

Spellings of one foreign name differ in their long vowels (سلفا، سالفا، سيلفا), in hamza and in where a word ends, so names
are compared without weak letters. Which state a capital or a people stands for, and which names an organisation has, comes
from the lexicon.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from mithaq.lexicon.lexicon import table
from mithaq.register.words import folded_words, light, root, vocabulary
from mithaq.text.fold import fold_word

_WEAK = str.maketrans({"ا": None, "و": None, "ي": None, "ء": None, "ه": None, "ظ": "ض", "ث": "ت", "غ": "ج"})
_TITLES = frozenset(
    [
        "دكتور",
        "الدكتور",
        "السيد",
        "سيد",
        "الشيخ",
        "شيخ",
        "الرئيس",
        "المشير",
        "اللواء",
        "العميد",
        "العقيد",
        "الفريق",
        "الجنرال",
        "السيده",
        "الامير",
        "المهندس",
        "الاستاذ",
    ]
)
_OFFICES = frozenset(
    root(fold_word(w))
    for w in [
        "رئيس",
        "وزير",
        "ناطق",
        "متحدث",
        "رسمي",
        "باسم",
        "نائب",
        "سابق",
        "مساعد",
        "سفير",
        "مبعوث",
        "مدير",
        "قائد",
        "زعيم",
        "عضو",
        "أمين",
        "عام",
        "مستشار",
        "خارجية",
        "داخلية",
        "دفاع",
        "إعلام",
        "وزارة",
        "حكومة",
        "بيان",
        "خاص",
        "رئاسة",
        "لسان",
        "دولة",
        "جيش",
        "قوات",
        "حركة",
        "حزب",
    ]
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: `bones` are its words without weak letters, `state` the code of the state it stands for."""

    label: str
    key: str
    bones: tuple[str, ...]
    roots: frozenset[str]
    state: str | None
    generic: bool


@cache
def _states() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in table("countries.toml")["country"]:
        weak = {fold_word(w) for w in country.get("weak", ())}
        for name in (*country["ar"], *country.get("capital", ())):
            folded = _bare(fold_word(name))
            if fold_word(name) not in weak:
                found.setdefault(folded, country["iso"])
    return found


@cache
def _demonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in table("countries.toml")["country"]:
        weak = {fold_word(w) for w in country.get("weak", ())}
        for word in country.get("demonym", ()):
            folded = fold_word(word)
            if " " not in folded and folded not in weak:
                for end in ("", "ه", "ون", "ين", "ا"):
                    found.setdefault(folded + end, country["iso"])
    return found


@cache
def _organisations() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in table("organisations.toml")["organisation"]:
        weak = {fold_word(w) for w in entry.get("weak", ())}
        own = _bare(fold_word(entry["name"]))
        for name in (entry["name"], *entry.get("aliases", ())):
            if fold_word(name) not in weak:
                found.setdefault(_bare(fold_word(name)), own)
    return found


def _bare(folded: str) -> str:
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in folded.split())


def bones(word: str) -> str:
    """A folded word without its weak letters, or whole where little is left."""
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    found = bare.translate(_WEAK)
    return found if len(found) >= 2 else bare


@lru_cache(maxsize=200_000)
def name(shown: str, label: str = "") -> Name:
    """A name as reports give it, made comparable."""
    words = [w for w in folded_words(shown.replace("_", " ")) if w not in _TITLES] or folded_words(shown)
    plain = _bare(" ".join(words))
    state = None if label == "person" else _states().get(plain)
    known = _organisations().get(plain)
    if known and label != "person":
        words = known.split()
        plain = known
    inner = tuple(bones(w) for w in words)
    roots = frozenset(root(w) for w in words)
    generic = bool(words) and all(
        light(w) in vocabulary().generic or w in _demonyms() or _bare(w) in _states() for w in words
    ) and any(light(w) in vocabulary().generic for w in words)  # fmt: skip
    if words and light(words[0]) in vocabulary().generic:
        generic = True
    key = f"state:{state}" if state else f"{'org' if known else label or 'actor'}:{plain}"
    return Name(label, key, inner, roots, state, generic)


@lru_cache(maxsize=200_000)
def same(a: Name, b: Name) -> float:
    """How sure it is that two names are one actor: 1 sure, 0 no. The same whichever comes first."""
    if a.key == b.key:
        return 1.0
    if a.state or b.state:
        return 0.0
    if "person" in (a.label, b.label) and a.label and b.label and a.label != b.label:
        return 0.0
    if len(a.bones) > len(b.bones) or (len(a.bones) == len(b.bones) and a.key > b.key):
        a, b = b, a
    if not a.bones or not b.bones:
        return 0.0
    if "".join(a.bones) == "".join(b.bones):
        return 0.95
    if a.label == "person" or b.label == "person":
        return _persons(a, b)
    return _bodies(a, b)


def _persons(a: Name, b: Name) -> float:
    if len(a.bones) == 1:
        if a.bones[0] == b.bones[-1] or a.key.split(":")[1] in b.key.split(":")[1].split():
            return 0.6
        return 0.0
    longer = list(b.bones)
    hits = 0
    for word in a.bones:
        found = next((n for n, w in enumerate(longer) if w == word or _near(w, word)), None)
        if found is not None:
            hits += 1
            longer = longer[found + 1 :]
    if hits == len(a.bones):
        return 0.85
    # سلفاكير ميرديت and سلفا كير ميارديت: a word that others write as two
    one, two = "".join(a.bones), "".join(b.bones)
    return 0.8 if len(one) >= 5 and (one in two or _near(one, two)) else 0.0


def _bodies(a: Name, b: Name) -> float:
    shared = len(a.roots & b.roots)
    if shared == len(a.roots) == len(b.roots):
        return 0.9
    if shared == len(a.roots) and len(a.roots) >= 2 and (a.bones[0] == b.bones[0]):
        return 0.7
    return 0.0


def _near(a: str, b: str) -> bool:
    """Whether two words differ in one letter; only long words may."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 4:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


@lru_cache(maxsize=50_000)
def belongs(words: str) -> frozenset[str]:
    """Whose side the words of a name or a role tell of: states and roots, without the words of offices."""
    found = set()
    for word in folded_words(words.replace("_", " ")):
        bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
        state = _demonyms().get(bare) or _states().get(bare)
        if state:
            found.add("@" + state)
        elif root(word) not in _OFFICES and len(word) > 2:
            found.add(root(word))
    return frozenset(found)


_GOVERNMENT = frozenset({"حكومه", "حكوميه", "حكومي", "وزير", "وزيره", "وزاره", "وزراء"})


def governs(words: str) -> bool:
    """Whether a name or a role is that of a government or of one of its members."""
    return any(_bare(w) in _GOVERNMENT for w in folded_words(words.replace("_", " ")))


def ministry(words: str) -> str | None:
    """Of which matter somebody is the minister, or something the ministry: `الدفاع`."""
    found = folded_words(words.replace("_", " "))
    at = next((n for n, w in enumerate(found) if _bare(w) in ("وزير", "وزيره", "وزاره")), len(found))
    return _bare(found[at + 1]) if at + 1 < len(found) else None


def same_side(one: list[str], two: list[str]) -> bool:
    """Whether names (with their roles) tell of one side: they share a name, not only a state."""
    first = {t for w in one for t in belongs(w)}
    second = {t for w in two for t in belongs(w)}
    shared = first & second
    return any(t[0] != "@" for t in shared) or bool(shared and first == second)
