"""How alike two nodes are: a number between 0 and 1, and the reasons. A pure function of the two nodes.

What counts, and how much, is one table of numbers at the top.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from mithaq.register.features import Node
from mithaq.register.names import Name, belongs, name, same
from mithaq.register.words import head, vocabulary, weight

# An edge at least this strong puts two mentions into one component; clusters are joined while their mean is at least JOIN.
LINK = 0.5
JOIN = 0.42
CLAIM = 0.36

_OTHER_BEARER = 0.55  # factors by which what speaks against an identity lowers the likeness of the words
_OTHER_DAY = 0.6
_OTHER_OCCASION = 0.35  # a meeting on another day is another meeting
_OTHER_DEED = 0.5
_PART_DEED = 0.8
_NAMED_DEED = 0.6
_OTHER_NUMBER = 0.45
_OTHER_SCENE = 0.4
_FAR_APART = 0.7
_OTHER_WAY = 0.6
_NOT_YET = 0.3
_SAME_BEARER = 0.06  # what speaks for it
_SAME_DAY = 0.18
_SAME_AGREEMENT = 0.1


_OCCASIONS = frozenset({"=meeting", "=sign", "=initial", "=final-signing"})


@dataclass(frozen=True, slots=True)
class View:
    """The features of a node, made ready for comparing."""

    tokens: frozenset[str]
    numbers: frozenset[str]
    names: tuple[Name, ...]
    generic: bool
    due: str | None
    exact: bool
    standing: bool
    scene: frozenset[str]
    topic: frozenset[str]
    day: str
    kind: str
    negative: bool
    occasion: bool
    date: str | None = None
    head: str = ""
    agreed: str | None = None
    extra: frozenset[str] = field(default_factory=frozenset)
    heads: frozenset[str] = field(default_factory=frozenset)  # of what the persons among the names are heads or voices
    bodies: frozenset[str] = field(default_factory=frozenset)  # what the others among them are called


def view(node: Node) -> View:
    """A node as it is compared, made once."""
    if node.view is None:
        node.view = _view(node)
    found: View = node.view
    return found


def _view(node: Node) -> View:
    f = node.features
    tokens = frozenset(t for t in f["act"] if not t[0].isdigit())
    names = tuple(name(p["name"], p["label"]) for p in f.get("bearer", f.get("by", [])))
    deadline = f.get("deadline") or {}
    if node.kind == "agreement":
        tokens = frozenset(t for t in tokens if t not in vocabulary().kinds)
        tokens = tokens if any(weight(t) >= 1.0 for t in tokens) else frozenset()
    return View(
        tokens, frozenset(t for t in f["act"] if t[0].isdigit()), tuple(n for n in names if not n.generic),
        any(n.generic for n in names) or not names, deadline.get("due"),
        deadline.get("relation") in ("on", "by", "within", "until") and not deadline.get("mod"), bool(f.get("standing")),
        frozenset(f["scene"]), frozenset(f.get("agreement", ())), node.published, node.kind, f.get("polarity") == "negative",
        not _OCCASIONS.isdisjoint(tokens),
        f.get("date") or f.get("day"), f["claim"] if node.kind == "claim" else head(f["act"]), f.get("agreed"),
        frozenset(f.get("whole", ())), *_sides(f.get("bearer", ())),
    )  # fmt: skip


def _sides(people: Any) -> tuple[frozenset[str], frozenset[str]]:
    heads = [r for p in people if p["label"] == "person" for r in p["roles"]]
    bodies = [p["name"] for p in people if p["label"] != "person"]
    one, two = (frozenset(t for w in words for t in belongs(w) if t[0] != "@") for words in (heads, bodies))
    return one, two


def words_alike(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of two wordings is one: what they share against the shorter, and against both."""
    shared = _weight(a & b)
    if not shared:
        return 0.0
    one, two = _weight(a), _weight(b)
    short = min(one, two)
    # A wording of one common word is hardly a wording: it must not be found in everything.
    contained = shared / max(short, 1.0)
    return min(1.0, 0.6 * contained + 0.4 * 2 * shared / (one + two))


@lru_cache(maxsize=100_000)
def _weight(tokens: frozenset[str]) -> float:
    return sum(weight(t) for t in tokens)


def bearers_alike(a: View, b: View) -> float | None:
    """Whether the same must act: 1 yes, 0 no, None where one text leaves it open."""
    if not a.names or not b.names or (a.generic and b.generic):
        return None
    best = max(same(x, y) for x in a.names for y in b.names)
    if best == 0.0 and (a.generic or b.generic or a.heads & b.bodies or b.heads & a.bodies):
        return None  # also where the head of a body promises what another report has the body promise
    return best


def compare(a: View, b: View) -> tuple[float, list[str]]:
    """The likeness of two commitments, or of two agreements, and its reasons in words."""
    alike = words_alike(a.tokens, b.tokens)
    if a.kind == "agreement" and _weight(a.tokens & b.tokens) < 1.0:
        # Two bare "peace agreements": the days, the parties and how near they were reported decide.
        alike = 0.0 if max(_weight(a.tokens), _weight(b.tokens)) >= 1.0 else 0.4 if _days(a.day, b.day) > 10 else 0.48
    if not alike:
        return 0.0, []
    shared = sorted(a.tokens & b.tokens, key=lambda t: (-weight(t), t))
    score, reasons = alike, [f"words {alike:.2f} ({' '.join(shared[:5])})"]
    if a.kind == "commitment":
        one, two = a.head in b.tokens, b.head in a.tokens
        if not one and not two:
            score *= _OTHER_DEED
            reasons.append("other deeds")
        elif a.head != b.head and not (one and two):
            # A deed that has a name of its own (to accept the results of elections) is not the one it is about.
            named = (not one and a.head[0] == "=") or (not two and b.head[0] == "=")
            score *= _NAMED_DEED if named else _PART_DEED
            reasons.append("one deed within the other")
    who = bearers_alike(a, b)
    # One names a meeting by its host, another by those who meet: of two meetings on one day, that is no difference.
    hosted = "=meeting" in a.tokens and "=meeting" in b.tokens and a.due is not None and a.due == b.due
    if who == 0.0 and hosted:
        who = None
    if who is not None:
        score = score + _SAME_BEARER * who if who else score * _OTHER_BEARER
        reasons.append(f"bearer {who:.2f}")
    if a.due and b.due and a.kind == "commitment":
        if a.due == b.due:
            score += _SAME_DAY
            reasons.append(f"due {a.due}")
        elif a.exact and b.exact:
            score *= _OTHER_DAY if not (a.occasion and b.occasion) else _OTHER_OCCASION
            reasons.append(f"due {a.due} against {b.due}")
    if a.date and b.date and a.kind == "agreement":
        if a.date.startswith(b.date) or b.date.startswith(a.date):
            score += _SAME_DAY
            reasons.append(f"day {a.date}")
        else:
            score *= _OTHER_DAY
            reasons.append(f"day {a.date} against {b.date}")
    if a.agreed != b.agreed:
        score *= _OTHER_OCCASION
        reasons.append("agreed at another time")
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        score *= _OTHER_NUMBER
        reasons.append("other numbers")
    if a.scene and b.scene and not a.scene & b.scene:
        score *= _OTHER_SCENE
        reasons.append("other places and people")
    if a.negative != b.negative:
        score *= _OTHER_WAY
        reasons.append("one to do, one to refrain")
    if a.topic and b.topic and _weight(a.topic & b.topic) >= 1.0:
        score += _SAME_AGREEMENT
        reasons.append("agreement")
    if _days(a.day, b.day) > 200 and not (a.due and a.due == b.due):
        score *= _FAR_APART
        reasons.append("far apart in time")
    return min(score, 1.0), reasons


def fits(claim: View, other: View) -> tuple[float, list[str]]:
    """How well what a claim is about fits a commitment or an agreement."""
    about = words_alike(claim.tokens, other.tokens)
    around = words_alike(claim.extra, other.tokens)
    alike = max(about, 0.8 * around)
    shared = sorted((claim.tokens | claim.extra) & other.tokens, key=lambda t: (-weight(t), t))
    if not alike or (other.kind == "commitment" and not any(weight(t) >= 1.0 for t in shared)):
        return 0.0, []
    score = alike
    if other.kind == "commitment" and other.head not in shared:
        score *= _PART_DEED
    if claim.kind == "event":
        # What took place is what was announced only where the day is the one announced, or follows on it.
        day = claim.date or claim.day
        if not other.occasion or not other.due or day < other.due or _days(day, other.due) > (0 if claim.date else 3):
            return 0.0, []
        # Who met must be who was to meet: as bearer, or (of talks that a third hosts) by name in the act.
        named = any(t[0] == "~" for t in claim.tokens & other.tokens)
        if bearers_alike(claim, other) == 0.0 and not named:
            return 0.0, []
        return max(score, 0.5), [f"took place on {day}"]
    if other.due and other.exact and claim.date and len(claim.date) == 10:
        away = _days(other.due, claim.date)
        score = score + _SAME_DAY if away == 0 else score * 0.85 if away > 10 and other.occasion else score
    if (
        claim.date
        and len(claim.date) == 10
        and other.day
        and claim.date < other.day
        and _days(other.day, claim.date) > 60
    ):
        score *= _OTHER_DAY  # what happened long before is not about what is undertaken now
    reasons = [f"words {alike:.2f} ({' '.join(shared[:5])})"]
    if (
        claim.head in ("fulfilled", "started") and claim.date and len(claim.date) == 10 and other.due
        and "=meeting" in other.tokens and claim.date < other.due
    ):  # fmt: skip
        score *= _OTHER_OCCASION
        reasons.append("held before its day")
    if other.agreed and _days(claim.day, other.agreed) > 60 and claim.day != other.day:
        score *= _OTHER_DAY
        reasons.append("agreed long before")
    if claim.scene and other.scene and not claim.scene & other.scene:
        score *= _OTHER_SCENE
        reasons.append("other places and people")
    if other.numbers and claim.numbers and not claim.numbers & other.numbers:
        score *= 0.8
    if other.date and claim.date:
        if claim.head in ("signed", "entered-into-force"):
            if not (other.date.startswith(claim.date) or claim.date.startswith(other.date)):
                score *= _OTHER_DAY
        elif other.date > claim.date:
            score *= _NOT_YET  # nothing can have become of an agreement that was not there
    apart = _days(claim.day, other.day)
    if apart > 200:
        score *= _FAR_APART
    return min(score, 1.0), reasons


@lru_cache(maxsize=100_000)
def _days(a: str, b: str) -> int:
    if not a or not b:
        return 0
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


def digest(node: Node) -> Any:
    """What two nodes must share to be the same in every comparison, whatever the other side is."""
    v = view(node)
    return (v.tokens, v.numbers, v.names, v.due, v.scene, v.day, v.topic, v.date, v.negative, v.agreed)
