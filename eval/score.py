"""Scores records against gold: how much of what a careful reader marked was found, and how much of the finds is right.

Each layer is scored three times. `right` is the headline figure, `strict` asks for all that the layer states, `loose`
only for the place. A number is the least that two spans share by what they cover together, in characters (Jaccard).

    layer          right                            strict, beside that               loose
    times          overlap; type, value, mod        the same extent                   overlap
    statements     content >= 0.8, a source         content = 1, all sources, kind    content >= 0.3
    commitments    act >= 0.5, a bearer             modality, deadline                act >= 0.3
    demands        act >= 0.5, one who demands      an addressee, deadline            act >= 0.3
    claims         clause >= 0.3, the kind          one who claims it                 overlap
    presences      overlap; the count               a place                           overlap

An entry meets at most one entry of the gold. A miss or a false alarm is not counted where its words overlap a span that
the gold calls ambiguous in that layer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from mithaq.lexicon.lexicon import table
from mithaq.text.fold import fold_word

Entry = dict[str, Any]
Test = Callable[[Entry, Entry], bool]
READINGS = ("right", "strict", "loose")


class Layer(NamedTuple):
    """One layer: its list in gold and record, the field with the words of an entry, and when two entries match."""

    key: str
    words: str
    near: float
    right: Test
    strict: Test
    far: float

    def span(self, entry: Entry) -> Entry:
        """The words of an entry."""
        span: Entry = entry[self.words] if self.words else entry
        return span

    def match(self, reading: str, gold: Entry, read: Entry) -> bool:
        """Whether an entry of a record counts as the one in the gold."""
        shared = jaccard(self.span(gold), self.span(read))
        if shared == 0 or reading == "loose":
            return shared > 0 and shared >= self.far
        return shared >= self.near and self.right(gold, read) and (reading == "right" or self.strict(gold, read))


class Report(NamedTuple):
    """A report of the gold with the record that was read from it."""

    name: str
    gold: Entry
    record: Entry


@dataclass(slots=True)
class Score:
    """The outcome for one layer: what is found and missed of the gold, and what the record has too much, by id."""

    found: dict[str, Entry] = field(default_factory=dict)
    missed: dict[str, Entry] = field(default_factory=dict)
    extra: dict[str, Entry] = field(default_factory=dict)

    def figures(self) -> tuple[float, float, float]:
        """Precision, recall, and their harmonic mean F1; 0 where nothing can be said."""
        found, missed, extra = len(self.found), len(self.missed), len(self.extra)
        wholes = (found + extra, found + missed, found + (missed + extra) / 2)
        precision, recall, f1 = (found / whole if whole else 0.0 for whole in wholes)
        return precision, recall, f1


def score(reports: Iterable[Report], name: str, reading: str = "right") -> Score:
    """The score of one layer over all reports; ids are `report:start-end`, for a statement with `@` and its cue."""
    layer, outcome = LAYERS[name], Score()
    for report in reports:
        gold, read = report.gold.get(layer.key, []), report.record.get(layer.key, [])
        unclear = [a for a in report.gold.get("ambiguous", ()) if a["layer"] == layer.key]
        pairs = _pairs(layer, reading, gold, read)
        for entries, taken, left in ((gold, pairs, outcome.missed), (read, set(pairs.values()), outcome.extra)):
            for i, entry in enumerate(entries):
                span = layer.span(entry)
                cue = f"@{entry['cue']['start']}" if name == "statements" else ""
                if i in taken:
                    into = outcome.found if entries is gold else {}
                else:
                    into = {} if any(jaccard(span, a) for a in unclear) else left
                into[f"{report.name}:{span['start']}-{span['end']}{cue}"] = entry
    return outcome


def _pairs(layer: Layer, reading: str, gold: list[Entry], read: list[Entry]) -> dict[int, int]:
    """Which entry of the record each entry of the gold meets; those that share most choose first."""
    matching = [(i, j) for i, g in enumerate(gold) for j, r in enumerate(read) if layer.match(reading, g, r)]
    pairs: dict[int, int] = {}
    for i, j in sorted(matching, key=lambda p: -jaccard(layer.span(gold[p[0]]), layer.span(read[p[1]]))):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def jaccard(a: Entry, b: Entry) -> float:
    """The characters that two spans share, by those that they cover together."""
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return shared / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if shared > 0 else 0.0


def same_name(a: str, b: str) -> bool:
    """Whether two names can name one actor: all words of one are in the other, or half of them are shared.

    The article, marks and spelling make no difference, and a capital stands for its state.
    """
    x, y = (_states().get(words, words) for words in (_words(a), _words(b)))
    return bool(x and y) and (x <= y or y <= x or 2 * len(x & y) >= len(x | y))


def _words(name: str) -> frozenset[str]:
    folded = (fold_word("".join(c for c in word if c.isalnum())) for word in name.split())
    return frozenset(word.removeprefix("ال") for word in folded if word)


@cache
def _states() -> dict[frozenset[str], frozenset[str]]:
    """The words of the state for those of its capital."""
    states = table("countries.toml")["country"]
    return {_words(capital): _words(state["ar"][0]) for state in states for capital in state.get("capital", ())}


def _names(value: Any) -> list[str]:
    """The names in a field, which holds one or a list of them, plain or as actors."""
    names = [v["name"] if isinstance(v, dict) else v for v in (value if isinstance(value, list) else [value])]
    return [name for name in names if name]


def _named(who: str, every: bool = False) -> Test:
    """One name of the gold (or each) is in the record, or nobody is named in both."""

    def test(gold: Entry, read: Entry) -> bool:
        ours, theirs = _names(gold.get(who)), _names(read.get(who))
        known = [any(same_name(a, b) for b in theirs) for a in ours]
        return (all(known) and len(ours) == len(theirs)) if every or not ours else any(known)

    return test


def _same(*fields: str) -> Test:
    return lambda gold, read: all((gold.get(f) or None) == (read.get(f) or None) for f in fields)


def _due(gold: Entry, read: Entry) -> bool:
    return _same("relation", "value")(gold.get("deadline") or {}, read.get("deadline") or {})


def _all(*tests: Test) -> Test:
    return lambda gold, read: all(test(gold, read) for test in tests)


def _exact(gold: Entry, read: Entry) -> bool:
    return jaccard(gold["content"], read["content"]) == 1


LAYERS = {
    "times": Layer("timexes", "", 0, _same("type", "value", "mod"), _same("start", "end"), 0),
    "statements": Layer(
        "statements", "content", 0.8, _named("source"), _all(_exact, _named("source", every=True), _same("kind")), 0.3
    ),
    "commitments": Layer("commitments", "act", 0.5, _named("bearer"), _all(_same("modality"), _due), 0.3),
    "demands": Layer("demands", "act", 0.5, _named("by"), _all(_named("addressee"), _due), 0.3),
    "claims": Layer("status_claims", "span", 0.3, _same("claim"), _named("by"), 0),
    "presences": Layer("presences", "span", 0, _same("count"), _named("places"), 0),
}
