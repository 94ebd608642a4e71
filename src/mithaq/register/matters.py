"""From nodes to matters: what the register says of one commitment, put together from its mentions and claims.

A matter is a plain dictionary, the JSON form that is cached and from which `lifecycle.py` derives the status of any day.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import Any

from mithaq.register.features import Node
from mithaq.register.names import belongs, governs, ministry, name, same, same_side
from mithaq.register.words import head

_SIGNED = frozenset({"=sign", "=initial", "=final-signing"})
_LETTER = {"commitment": "c", "agreement": "a", "presence": "p", "actor": "n", "claim": "k", "event": "k"}


def identity(kind: str, first: str) -> str:
    """The id of a whole: of what kind it is, and which node is the first that mentions it."""
    return f"{_LETTER[kind]}-{hashlib.sha256(first.encode()).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class Report:
    """What a matter says of the report that a mention stands in."""

    document: str
    source: str
    published: str
    publisher: str | None
    copy_of: str | None


def place(node: Node, report: Report) -> dict[str, Any]:
    """Where a node stands."""
    return {
        "report": report.source, "document": report.document, "start": node.first, "end": node.last,
        "text": node.features["text"], "published": report.published or None,
    }  # fmt: skip


def person(features: dict[str, Any]) -> dict[str, Any]:
    """A party as a matter keeps it: its name and the key under which the register finds who it is."""
    return {"name": features["name"], "key": name(features["name"], features["label"]).key}


def people(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Parties, each once."""
    made: dict[str, dict[str, Any]] = {}
    for features in found:
        one = person(features)
        made.setdefault(one["key"], one)
    return list(made.values())


def commitment(
    whole: str,
    nodes: list[Node],
    claims: list[tuple[Node, str]],
    reports: dict[str, Report],
    parties: list[dict[str, Any]],
    judged: list[dict[str, Any]],
    rival: tuple[Node, Report] | None,
    since: str | None = None,
) -> dict[str, Any]:
    """The matter of a commitment. `claims` are claim nodes with their scope: the commitment, or its agreement."""
    first = nodes[0]
    # Who agree to give more time are not thereby bound to the act itself.
    undertaking = [n for n in nodes if head(n.features["act"]) != "=extend"] or nodes
    bearers = [p for n in undertaking for p in n.features["bearer"] if not name(p["name"], p["label"]).generic]
    if not bearers:
        bearers = [p for n in undertaking for p in n.features["bearer"]]
    named = [n for n in undertaking if n.features["bearer"]]
    shown = next((n.features["bearer"] for n in named if not _generic(n)), named[0].features["bearer"] if named else [])
    mentions = []
    for n in nodes:
        deadline = n.features.get("deadline") or {}
        mentions.append(
            {**place(n, reports[n.document]), "entry": n.entry, "due": deadline.get("due"),
             "relation": deadline.get("relation"), "value": deadline.get("value"), "mod": deadline.get("mod"), "implied": bool(deadline.get("implied")),
             "conditions": n.features["conditions"], "copy": bool(reports[n.document].copy_of), "reasons": n.reasons,
             "reject": n.features.get("reject")}
        )  # fmt: skip
    modality = Counter(n.features["modality"] for n in nodes).most_common()
    most = max(count for _, count in modality)
    standing = sum(1 if n.features["standing"] else -1 for n in nodes) > 0
    others = [p for n in nodes for p in n.features["beneficiary"]] + [
        p for p in parties if not any(same(name(p["name"], p["label"]), name(b["name"], b["label"])) for b in bearers)
    ]
    return {
        "id": whole,
        "agreement": next((f"{n.document}:{n.features['agreement_entry']}" for n in nodes if n.features["agreement_entry"]), None),
        "bearer": people(shown), "act": first.features["text"],
        "modality": next(n.features["modality"] for n in nodes if dict(modality)[n.features["modality"]] == most),
        "conditions": list(dict.fromkeys(c for n in nodes for c in n.features["conditions"])), "standing": standing,
        "event": any(head(n.features["act"]) in _SIGNED for n in nodes),
        "amended": amended(mentions), "mentions": mentions, "judged": judged,
        "claims": [
            {**claim(c, reports[c.document], bearers, others), "scope": scope} for c, scope in sorted(claims, key=lambda x: x[0].order)
        ],
        "superseded_by": {**place(*rival)} if rival else None, "since": since,
    }  # fmt: skip


def _generic(node: Node) -> bool:
    return all(name(p["name"], p["label"]).generic for p in node.features["bearer"])


def claim(node: Node, report: Report, bearers: list[dict[str, Any]], others: list[dict[str, Any]]) -> dict[str, Any]:
    """A claim on a matter: who says it, and on which side that one stands."""
    f = node.features
    side, admits = _side(f, bearers, others)
    outlet = report.publisher
    voice = not f["by"]
    source = (
        f"document@{outlet or report.document}"
        if voice
        else " ".join(sorted(name(p["name"], p["label"]).key for p in f["by"]))
    )
    return {
        "claim": f["claim"], "by": [p["name"] for p in f["by"]] or ["document"], "day": f["day"] or report.published or None,
        "report": report.source, "document": report.document, "start": node.first, "end": node.last, "text": f["text"],
        "side": side, "published": report.published, "outlet": outlet, "copy": bool(report.copy_of), "source": source,
        "denies": f["denies"], "admits": admits, "document_voice": voice, "entry": node.entry, "ends": _ends(f),
        "accept": f.get("accept"), "reject": f.get("reject"),
    }  # fmt: skip


def _ends(features: dict[str, Any]) -> bool:
    """Whether a claim about an agreement says that all of it has ended."""
    return features["claim"] in ("cancelled", "withdrawn")


def _side(features: dict[str, Any], bearers: list[dict[str, Any]], others: list[dict[str, Any]]) -> tuple[str, bool]:
    """The side of whoever makes a claim, and whether the claim is an admission."""
    by = features["by"]
    if not by:
        return "third", False
    governments = {name(p["name"], p["label"]).key for p in (*bearers, *others) if _government(p)}
    own = _matching(by, bearers, len(governments) == 1)
    across = _matching(by, others, len(governments) == 1)
    if own and len({name(b["name"], b["label"]).key for b in own}) < len(
        {name(b["name"], b["label"]).key for b in bearers}
    ):
        # One of several bearers: of a breach it accuses the others, of all else it speaks for the bearers.
        return ("counterparty", False) if features["claim"] == "violated" else ("bearer", False)
    if own:
        return "bearer", features["claim"] == "violated"
    return ("counterparty", False) if across else ("third", False)


def _government(party: dict[str, Any]) -> bool:
    return party["label"] != "person" and governs(party["name"]) and ministry(party["name"]) is None


def _matching(by: list[dict[str, Any]], parties: list[dict[str, Any]], alone: bool) -> list[dict[str, Any]]:
    """The parties that one of `by` is, or speaks for; `alone` says that only one government is among the parties."""
    found = []
    for party in parties:
        theirs = name(party["name"], party["label"])
        for one in by:
            if same(name(one["name"], one["label"]), theirs) >= 0.6 or _speaks(one, party, alone):
                found.append(party)
                break
    return found


def _speaks(one: dict[str, Any], party: dict[str, Any], alone: bool) -> bool:
    """Whether somebody's roles tell that he speaks for a party. A minister of no named state speaks for the government
    where there is only one to speak for."""
    if any(name(p["name"], p["label"]).generic for p in (one, party)):
        return False
    words = [party["name"], *party["roles"]] if party["label"] == "person" else [party["name"]]
    own = [*one["roles"]] or ([one["name"]] if one["label"] != "person" else [])
    if not own:
        return False
    state = name(party["name"], party["label"]).state
    if state and any(f"@{state}" in belongs(w) for w in own):
        return True
    matter = ministry(party["name"])
    if matter and any(ministry(w) == matter for w in own) and _state(own) in (None, _state(words)):
        return True
    if alone and _government(party) and any(map(governs, own)) and _state(own) in (None, _state(words)):
        return True
    return same_side(own, words)


def _state(words: list[str]) -> str | None:
    """A state that is named in names or roles."""
    return next((t for w in words for t in sorted(belongs(w)) if t[0] == "@"), None)


def amended(mentions: list[dict[str, Any]]) -> bool:
    """Whether later reports give a later exact day, and no later report the earlier one: a change and no contradiction."""
    exact = [m for m in mentions if m["due"] and m["relation"] in ("on", "by", "within", "until") and not m["mod"]]
    days = list(dict.fromkeys(m["due"] for m in exact))
    if len(days) < 2 or days != sorted(days):
        return False
    last = [m["published"] or "" for m in exact if m["due"] == days[-1]]
    before = [m["published"] or "" for m in exact if m["due"] != days[-1]]
    return min(last) > max(before)


def agreement(whole: str, nodes: list[Node], reports: dict[str, Report]) -> dict[str, Any]:
    """An agreement: its names, its parties, its stages with their days and words."""
    stages = []
    for n in nodes:
        stages.append(
            {
                **place(n, reports[n.document]),
                "stage": n.features["stage"],
                "day": n.features["date"],
                "reasons": n.reasons,
            }
        )
    names = Counter(n.features["text"] for n in nodes)
    longest = max(nodes, key=lambda n: (len(n.features["act"]), -len(n.features["text"]), n.document, -n.first))
    return {
        "id": whole, "name": longest.features["text"], "names": sorted(names), "stage": _stage(stages),
        "parties": people([p for n in nodes for p in n.features["bearer"]]), "mentions": stages,
    }  # fmt: skip


_STAGES = ("negotiated", "announced", "concluded", "in-force", "ended")


def _stage(stages: list[dict[str, Any]]) -> str:
    return max((str(s["stage"]) for s in stages), key=lambda s: _STAGES.index(s) if s in _STAGES else -1)


def presence(whole: str, nodes: list[Node], reports: dict[str, Report]) -> dict[str, Any]:
    """A force at a place: what each report says of its number."""
    first = nodes[0].features
    return {
        "id": whole, "force": first["force"], "places": sorted({p for n in nodes for p in n.features["places"]}),
        "mentions": [
            {**place(n, reports[n.document]), "count": n.features["count"], "approx": n.features["approx"], "reasons": n.reasons,
             "by": [p["name"] for p in n.features["by"]]}
            for n in nodes
        ],
    }  # fmt: skip
