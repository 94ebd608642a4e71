"""What of a record is compared across reports: the nodes of a document, each with what it is compared by.

A node's features come from its own document alone, so they never depend on what else the register holds or on the order
in which it came.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mithaq.register.names import belongs, name
from mithaq.register.words import content, folded_words, head, root, vocabulary, weight


@dataclass(slots=True)
class Node:
    """Something that reports mention: `kind` is commitment, agreement, claim or presence."""

    id: str
    kind: str
    document: str
    entry: str
    published: str
    first: int
    last: int
    features: dict[str, Any]
    keys: list[str] = field(default_factory=list)
    component: str | None = None
    whole: str | None = None
    reasons: str | None = None
    view: Any = None  # what `likeness.view` made of it

    @property
    def order(self) -> tuple[str, str, int, int]:
        """The order in which nodes are taken: by day of publication, then by place, never by arrival."""
        return self.published, self.document, self.first, self.last

    def row(self) -> dict[str, Any]:
        """The row of the table of nodes."""
        return {
            "id": self.id, "kind": self.kind, "document": self.document, "entry": self.entry, "published": self.published,
            "first": self.first, "last": self.last, "component": self.component, "whole": self.whole,
            "reasons": self.reasons, "features": json.dumps(self.features, ensure_ascii=False),
        }  # fmt: skip


def day_of(record: dict[str, Any]) -> str:
    """The day a report counts from: its day of publication, or the last it can be; empty where nothing is known."""
    published = record["document"]["published"]
    return published["value"] or published["latest"] or ""


def nodes_of(record: dict[str, Any]) -> list[Node]:
    """All nodes of a record (in its JSON form), in the order of the text."""
    made = _Maker(record)
    found = [*made.commitments(), *made.agreements(), *made.claims(), *made.events(), *made.presences()]
    return sorted(found, key=lambda n: (n.first, n.last, n.id))


class _Maker:
    def __init__(self, record: dict[str, Any]) -> None:
        self.record = record
        self.document = record["document"]["id"]
        self.text = record["document"]["text"]
        self.day = day_of(record)
        self.scene = scene(record)
        self.agreement_words = {a["id"]: a["name"]["text"] for a in record.get("agreements", [])}
        self.times = {t["id"]: t for t in record.get("timexes", [])}
        self.roles: dict[str, set[str]] = {}
        for mention in record.get("mentions", []):
            if mention.get("role"):
                self.roles.setdefault(mention["entity"], set()).add(mention["role"])
        self.labels = {e["id"]: e["label"] for e in record.get("entities", [])}
        # The words of names tell who and where, which is compared by itself, and not what is to be done.
        self.names = frozenset(
            root(w)
            for e in record.get("entities", [])
            if e["label"] in ("person", "place")
            for w in folded_words(e["name"])
        )
        self.states = frozenset(
            root(w)
            for e in record.get("entities", [])
            if e["label"] == "place" and name(e["name"], "place").state
            for w in folded_words(e["name"])
        )

    def _naming(self, text: str) -> list[str]:
        """The content of the name of an agreement: the place or person that it is called after tells it from others, a
        state does not."""
        return ["~" + t if t in self.states and t[0] != "=" else t for t in content(text)]

    def _content(self, text: str) -> list[str]:
        return ["~" + t if t in self.names and t[0] != "=" else t for t in content(text)]

    def _node(self, kind: str, entry: dict[str, Any], span: dict[str, Any], features: dict[str, Any]) -> Node:
        return Node(
            f"{self.document}:{entry['id']}",
            kind,
            self.document,
            entry["id"],
            self.day,
            span["start"],
            span["end"],
            features,
        )

    def people(self, actors: list[Any]) -> list[dict[str, Any]]:
        """Actors as they are compared: a name, its label, its roles, its entity in the report."""
        found = []
        for actor in actors:
            if isinstance(actor, str):
                actor = {"name": actor}
            if actor["name"] == "document":
                continue
            entity = actor.get("entity")
            roles = sorted({r for r in (actor.get("role"), *self.roles.get(entity or "", ())) if r})
            found.append(
                {"name": actor["name"], "label": self.labels.get(entity or "", ""), "roles": roles, "entity": entity}
            )
        return found

    def _keys(self, tokens: list[str], due: str | None, spoken_of: str | None = None) -> list[str]:
        """Under which keys alike nodes are looked for: words that tell something, with where and when they are said, and
        with the day that is spoken of."""
        strong = {t for t in tokens if weight(t) >= 1.0 and not t[0].isdigit()} or set(tokens)
        places = [s for s in self.scene[:4]] or ["-"]
        halves = dict.fromkeys(_half(day) for day in (self.day, spoken_of or self.day) if len(day) in (0, 10))
        keys = [f"{t}@{p}@{half}" for half in halves for t in sorted(strong) for p in places]
        if due:
            keys += [f"{t}@{due}" for t in sorted(strong)]
        return keys

    def _here(self) -> str:
        """The key under which the claims of a report find the agreements that it names."""
        return f"in:{self.document}"

    def commitments(self) -> list[Node]:
        found = []
        for entry in self.record.get("commitments", []):
            act = entry["act"]
            tokens = self._content(act["text"])
            deadline = entry.get("deadline")
            if not deadline and head(tokens) in vocabulary().attend:
                deadline = self._occasion()
                if deadline and "=meeting" not in tokens:
                    tokens = [*tokens, "=meeting"]  # سيحضر: what he will attend is the meeting
            due = (deadline or {}).get("due")
            agreement = self.agreement_words.get(entry.get("agreement") or "")
            features = {
                "act": tokens, "text": act["text"], "bearer": self.people(entry["bearer"]),
                "beneficiary": self.people(entry.get("beneficiary", [])), "modality": entry["modality"],
                "polarity": entry.get("polarity", "positive"), "deadline": deadline,
                "conditions": [c["text"] for c in entry.get("conditions", [])], "scene": self.scene,
                "agreement": content(agreement) if agreement else [], "agreement_entry": entry.get("agreement"),
                "agreed": self._agreed(act["start"]),
                "asserted_by": entry.get("asserted_by", ["document"]), "standing": standing(tokens, entry) or self._recurs(act),
            }  # fmt: skip
            node = self._node("commitment", entry, act, features)
            node.keys = self._keys(tokens, due, due)
            found.append(node)
        return found

    def _recurs(self, act: dict[str, Any]) -> bool:
        """Whether an act is to be done again and again: its words hold an *every three months*."""
        return any(
            t.get("type") == "SET" and act["start"] <= t["start"] and t["end"] <= act["end"]
            for t in self.times.values()
        )

    def _agreed(self, act: int) -> str | None:
        """The day or month in which what an act belongs to was agreed, where the text puts it long before the report."""
        for event in self.record.get("events", []):
            cue = event["cue"]
            if event["type"] == "AGREE" and event["status"] == "happened" and 0 <= act - cue["end"] <= 120:
                if "\n" in self.text[cue["end"] : act] or ". " in self.text[cue["end"] : act]:
                    continue
                latest = self.times.get(event.get("time") or "", {}).get("latest")
                if latest and self.day and (date.fromisoformat(self.day) - date.fromisoformat(latest)).days > 60:
                    return str(latest)
        return None

    def _occasion(self) -> dict[str, Any] | None:
        """The day of the meeting that a report announces, where it is one: who is to attend it is to do so on that day."""
        days = {
            (entry.get("deadline") or {}).get("due")
            for entry in self.record.get("commitments", [])
            if "=meeting" in content(entry["act"]["text"])
        } - {None}
        if len(days) != 1:
            return None
        day = days.pop()
        return {"relation": "on", "value": day, "mod": None, "due": day, "implied": True}

    def agreements(self) -> list[Node]:
        found = []
        for entry in self.record.get("agreements", []):
            tokens = self._naming(entry["name"]["text"])
            when = self.times.get(entry.get("date") or "", {})
            features = {
                "act": tokens, "text": entry["name"]["text"], "bearer": self.people(entry.get("parties", [])),
                "stage": entry["stage"], "date": when.get("value") or when.get("earliest"), "scene": self.scene,
            }  # fmt: skip
            node = self._node("agreement", entry, entry["name"], features)
            about = [t for t in tokens if t not in vocabulary().kinds]
            if not any(weight(t) >= 1.0 for t in about):
                about.append("agreement")  # a bare peace agreement: only its day and its parties tell which
            node.keys = [*self._keys(about, None), self._here()]
            found.append(node)
        return found

    def claims(self) -> list[Node]:
        found = []
        for entry in self.record.get("status_claims", []):
            span, about = entry["span"], entry.get("about") or entry["span"]
            time = self.times.get(entry.get("date") or "", {})
            if entry["claim"] in _HAPPENED and self.day and (time.get("earliest") or "") > self.day:
                continue  # a signature announced for Thursday is none yet
            tokens = self._content(about["text"])
            features = {
                "act": tokens, "whole": self._content(span["text"]), "text": span["text"], "about": about,
                "claim": _resumed(entry["claim"], tokens), "by": self.people(entry["by"]), "day": time.get("latest") or time.get("earliest"),
                "scene": self.scene, "denies": denies(entry), "former": self._former(span),
            }  # fmt: skip
            node = self._node("claim", entry, span, features)
            node.keys = [*self._keys(sorted(set(tokens) | set(features["whole"])), None, features["day"]), self._here()]
            found.append(node)
        return found

    def _former(self, span: dict[str, Any]) -> bool:
        """Whether a claim speaks of earlier agreements (فشلت اتفاقات السلام السابقة), and not of the one at hand."""
        return bool(_FORMER.search(self.text[span["start"] : span["end"] + 24].split("\n")[0]))

    def events(self) -> list[Node]:
        """Meetings and signatures that took place: what was announced is fulfilled by them."""
        found = []
        for entry in self.record.get("events", []):
            if entry["status"] != "happened" or entry["type"] not in ("CONSULT", "AGREE"):
                continue
            cue = entry["cue"]
            line = self.text.find("\n", cue["end"])
            stop = min(len(self.text) if line < 0 else line, cue["end"] + 90)
            tokens = self._content(self.text[cue["start"] : stop])
            if not {"=meeting", "=sign"} & set(self._content(cue["text"])):
                continue
            time = self.times.get(entry.get("time") or "", {})
            day = time.get("earliest") if time.get("earliest") == time.get("latest") else None
            features = {
                "act": tokens, "whole": [], "text": cue["text"], "about": cue, "claim": "fulfilled",
                "by": [], "bearer": self.people(entry.get("actors", [])), "day": day, "scene": self.scene, "denies": False,
            }  # fmt: skip
            node = self._node("event", entry, cue, features)
            node.keys = self._keys(tokens, None)
            found.append(node)
        return found

    def _said_by(self, span: dict[str, Any]) -> list[Any]:
        """Whose statement some words stand in: the innermost one."""
        around = [
            s["content"] | {"source": s["source"]} for s in self.record.get("statements", [])
            if s["content"]["start"] <= span["start"] and span["end"] <= s["content"]["end"]
        ]  # fmt: skip
        source: list[Any] = min(around, key=lambda s: s["end"] - s["start"])["source"] if around else []
        return source

    def presences(self) -> list[Node]:
        found = []
        for entry in self.record.get("presences", []):
            tokens = content(entry["force"]["text"])
            places = [p["name"] for p in entry.get("places", [])]
            features = {
                "act": tokens, "text": entry["span"]["text"], "force": entry["force"]["text"], "count": entry["count"],
                "approx": entry.get("approx", False), "places": places, "scene": self.scene,
                "by": self.people(self._said_by(entry["span"])),
                "bearer": self.people([entry["nationality"]] if isinstance(entry.get("nationality"), str) else []),
            }  # fmt: skip
            node = self._node("presence", entry, entry["span"], features)
            where = sorted({root(w) for p in places for w in p.split()}) or ["-"]
            node.keys = [f"{t}@{w}" for t in sorted(set(tokens)) for w in where]
            found.append(node)
        return found


_SUSPENSION = frozenset({root("تعليق"), root("تجميد"), root("ارجاء")})


def _resumed(claim: str, about: list[str]) -> str:
    """The claim; who annuls a suspension takes the matter up again."""
    return "progressing" if claim in ("cancelled", "withdrawn") and not _SUSPENSION.isdisjoint(about) else claim


def scene(record: dict[str, Any]) -> list[str]:
    """Where a report plays and who is in it: states first, then names, the most often named first."""
    states: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for entity in record.get("entities", []):
        times = len(entity.get("mentions", ())) or 1
        known = name(entity["name"], entity["label"])
        if known.state:
            states[f"state:{known.state}"] += times
        elif entity["label"] in ("person", "place", "facility") and known.bones:
            names[known.bones[-1] if entity["label"] == "person" else known.key] += times
        for token in belongs(entity["name"]):
            if token[0] == "@" and not known.state:
                states[f"state:{token[1:]}"] += times
    order = [s for s, _ in sorted(states.items(), key=lambda x: (-x[1], x[0]))][:4]
    return order + [n for n, _ in sorted(names.items(), key=lambda x: (-x[1], x[0]))][:8]


def standing(tokens: list[str], entry: dict[str, Any]) -> bool:
    """Whether a duty runs on (keep, refrain) and is not an act done once."""
    known = vocabulary()
    if entry["modality"] == "must-not" or entry.get("polarity") == "negative":
        return True
    if not known.once.isdisjoint(
        content(entry["act"]["text"])[:1] + [root(w) for w in folded_words(entry["act"]["text"])[:2]]
    ):
        return False  # to weigh, to sign or to lift a measure is done once
    return bool(tokens) and (
        tokens[0] in known.standing or any(t[0] == "=" and t in known.standing for t in tokens[:3])
    )


_FORMER = re.compile(r"(?:اتفاق|هدن|محاول|جهود)[^.،؛]{0,24}(?:سابق|سبق|مماثل)|آخر اتفاق")
_HAPPENED = frozenset({"signed", "fulfilled", "started", "progressing", "partly"})
_NEGATORS = ("لم ", "عدم ", "لن ", "نفى", "تنفي", "ينفي", "نفت", "دون أن", "ليس")


def denies(entry: dict[str, Any]) -> bool:
    """Whether a claim says that something was not done, and not only what one thinks of it."""
    if entry.get("denies"):
        return True
    words = " " + entry["span"]["text"]
    return entry["claim"] in ("doubted", "rejected") and any(" " + n in words for n in _NEGATORS) and any(
        t in ("=sign", "=ceasefire", "=withdraw", "=release", "=handover", "=meeting") for t in content(entry["span"]["text"])
    )  # fmt: skip


def _half(day: str) -> int:
    """The half year of a day, counted on."""
    if not day:
        return 0
    when = date.fromisoformat(day)
    return when.year * 2 + (when.month > 6)


def around(keys: list[str]) -> list[str]:
    """The keys under which a node's likes may stand: its own, and those of the half years before and after."""
    found = []
    for key in keys:
        head, _, half = key.rpartition("@")
        if half.isdigit():
            found += [f"{head}@{int(half) + step}" for step in (-1, 0, 1)]
        else:
            found.append(key)
    return found
