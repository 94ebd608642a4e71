"""A case: what is known of one commitment on a day, put in order for the rules of `lifecycle.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from mithaq.register.matters import amended

Claim = dict[str, Any]
Mention = dict[str, Any]

DONE = frozenset({"fulfilled"})
BEGUN = frozenset({"started", "progressing", "partly", "entered-into-force", "signed"})
KEPT = frozenset({"fulfilled", "progressing", "partly"})
ENDED = frozenset({"cancelled", "withdrawn"})
# What a later claim of the same source takes the place of: any word on what became of the act. Stances are no such word.
STATES = DONE | BEGUN | ENDED | {"suspended", "violated", "delayed", "extended"}

# What is done once and for all: of a signature that was still to come, an earlier signature says nothing.
_ONCE = DONE | {"signed"}

# Marks of a real condition; `وفق` and `بعد 120 يوما` say how and when, not whether.
_REAL = (
    "إذا",
    "اذا",
    "شرط",
    "شريطة",
    "بشرط",
    "في حال",
    "ما لم",
    "مقابل",
    "رهن",
    "مرهون",
    "طالما",
    "إلا بعد",
    "لكن",
    "if",
)
# What is not to be done before something else hangs on that: `لن نصوت قبل أن نقرأ`.
_REAL_FOR_REFRAINING = ("قبل أن", "إلا", "حتى", "إلى أن", "إلى حين", "دون أن", "من دون")
_HEDGES = ("إذا أمكن", "اذا أمكن", "إن أمكن", "إذا امكن")


@dataclass
class Case:
    """One commitment with all its mentions and claims, as of a day and as known on a day."""

    matter: dict[str, Any]
    as_of: str
    known: str

    @cached_property
    def mentions(self) -> list[Mention]:
        """The mentions in reports known by then, the earliest first."""
        return [m for m in self.matter["mentions"] if (m["published"] or "") <= self.known and not self.rejected(m)]

    def rejected(self, entry: dict[str, Any]) -> bool:
        """Whether a person had rejected an entry by then."""
        return bool(entry.get("reject")) and entry["reject"] <= self.known

    def confirmed(self, claim: Claim) -> bool:
        """Whether a claim counts for more than the bearer's own word: another says it, or a person accepted it."""
        accepted = bool(claim.get("accept")) and claim["accept"] <= self.known
        return accepted or (claim["side"] != "bearer" and not claim["copy"])

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims known by then about that day or earlier, without those that their own source has replaced."""
        # A claim on what was so long before this was undertaken (or its agreement made) is about something else.
        first = min((m["published"] or "" for m in self.matter["mentions"]), default="")
        first = min(first, self.matter.get("since") or first)
        known = [
            c for c in self.matter["claims"]
            if (c["published"] or "") <= self.known and (c["day"] or c["published"] or "") <= self.as_of
            and not self.rejected(c)
            and not before(c["day"], first, 3 if self.matter["event"] and c["claim"] in _ONCE else 60)
        ]  # fmt: skip
        latest: dict[str, str] = {}
        for c in known:
            if c["claim"] in STATES or c.get("denies"):
                latest[c["source"]] = max(latest.get(c["source"], ""), moment(c))
        return [
            c for c in known if (c["claim"] not in STATES and not c.get("denies")) or moment(c) == latest[c["source"]]
        ]

    def of(self, kinds: frozenset[str] | set[str], **fields: Any) -> list[Claim]:
        """The claims of some kinds about this commitment itself (or with `scope`, about its agreement)."""
        scope = fields.pop("scope", "commitment")
        return [
            c for c in self.claims
            if c["claim"] in kinds and c["scope"] == scope and not c.get("denies") and all(c[k] == v for k, v in fields.items())
        ]  # fmt: skip

    @cached_property
    def denials(self) -> list[Claim]:
        """Claims that the act was not done."""
        return [c for c in self.claims if c.get("denies") and c["scope"] == "commitment"]

    @cached_property
    def judged(self) -> list[dict[str, Any]]:
        """What persons have decided by then, the latest last."""
        return [j for j in self.matter.get("judged", ()) if j["day"] <= self.known]

    # --- deadlines
    @cached_property
    def days(self) -> list[dict[str, Any]]:
        """The history of the day it is due: each change, with the report that brought it."""
        found: list[dict[str, Any]] = []
        for m in self.mentions:
            due = m.get("due")
            if due and (not found or found[-1]["due"] != due):
                found.append({"due": due, "report": m["report"], "published": m["published"]})
        return found

    @cached_property
    def deadline(self) -> Mention | None:
        """The mention whose deadline counts: one corrected by a person; else of the most exact ones the most frequent,
        and of those the latest. Where a report moves the day, what was said before it no longer counts; where later reports give
        a later day and none the earlier one any more, the later one is the day. Copies do not count."""
        with_due = [m for m in self.mentions if m.get("due")]
        corrected = [j for j in self.judged if j["field"] == "due"]
        if corrected:
            last = corrected[-1]
            return {"due": last["value"], "relation": "by", "value": last["value"], "mod": None, **_where(last)}
        if not with_due:
            vague = [m for m in self.mentions if m.get("relation")]
            return vague[-1] if vague else None
        moved = self.moved
        if moved:
            later = [
                m for m in with_due if m["published"] >= moved[-1]["published"] and m["due"] > self.first_due(with_due)
            ]
            with_due = later or with_due
        best = max(map(exactness, with_due))
        exact = [m for m in with_due if exactness(m) == best]
        if amended(exact):
            return max(exact, key=lambda m: (m["due"], m["published"]))
        often: dict[str, set[str]] = {}
        for m in exact:
            often.setdefault(m["due"], set()).update(() if m["copy"] else (m["document"],))
        return max(exact, key=lambda m: (len(often[m["due"]]), m["published"], m["due"]))

    @staticmethod
    def first_due(mentions: list[Mention]) -> str:
        """The day that was named first."""
        due: str = mentions[0]["due"]
        return due

    @cached_property
    def moved(self) -> list[Claim]:
        """Claims that the day was moved."""
        return self.of({"extended", "delayed"})

    @cached_property
    def due(self) -> str | None:
        """The day it is due, None where no text fixes one."""
        return self.deadline.get("due") if self.deadline else None

    @cached_property
    def refrains(self) -> bool:
        """Whether it is a duty not to do something."""
        return bool(self.matter.get("modality") == "must-not")

    @cached_property
    def running(self) -> bool:
        """Whether the deadline is the day on which a duty ends, not the day by which an act is done."""
        relation = (self.deadline or {}).get("relation")
        return relation in ("until", "during") and bool(self.matter["standing"])

    @cached_property
    def past(self) -> bool:
        """Whether the day has passed: from the day after it."""
        return bool(self.due) and str(self.due) < self.as_of

    # --- conditions
    @cached_property
    def conditions(self) -> list[tuple[Mention, str]]:
        """The real conditions that hang on it, with the mentions that state them."""
        found = []
        last = self.mentions[-1]["document"] if self.mentions else None
        for m in self.mentions:
            for words in m.get("conditions", ()):
                hedge = words.startswith(_HEDGES)
                real = words.startswith(_REAL) or (self.refrains and words.startswith(_REAL_FOR_REFRAINING))
                if real and (not hedge or m["document"] == last):
                    found.append((m, words))
        return found


def before(day: str | None, first: str, margin: int = 60) -> bool:
    """Whether a day lies long before another."""
    if not day or len(day) != 10 or not first[:4].isdigit() or day >= first:
        return False
    try:
        return days_between(day, first) > margin
    except ValueError:  # a month or a year only: it is before it
        return True


def moment(claim: Claim) -> str:
    """When what a claim says was so, then when it was published."""
    return f"{claim['day'] or claim['published']}|{claim['published']}"


def exactness(mention: Mention) -> int:
    """How exactly a mention fixes its day: 2 a day, 1 a month or a part of one, 0 more loosely."""
    value = mention.get("value") or ""
    if mention.get("mod"):
        return 0
    return 2 if len(value) == 10 or value.startswith("P") else 1


def independent(claims: list[Claim]) -> int:
    """How many reports say it in their own voice, copies and further reports of one outlet not counted."""
    return len({c["outlet"] or c["document"] for c in claims if c["side"] == "third" and not c["copy"]})


def _where(judgement: dict[str, Any]) -> dict[str, Any]:
    return {
        "report": "judgement", "document": judgement["id"], "start": 0, "end": 0, "published": judgement["day"],
        "text": f"{judgement['signed']}: {judgement.get('note') or judgement['value']}",
    }  # fmt: skip


def days_between(first: str, last: str) -> int:
    """How many days lie between two days."""
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


@dataclass(slots=True)
class Reason:
    """Why a status holds: the rule, and the words that led to it."""

    rule: str
    words: dict[str, Any]
    note: str = ""

    def to_json(self) -> dict[str, Any]:
        """The form of the contract."""
        found = {"rule": self.rule, **{k: self.words.get(k) for k in ("report", "start", "end", "text")}}
        return {**found, "note": self.note} if self.note else found


@dataclass(slots=True)
class Standing:
    """A status with its reasons and its place on the barometer."""

    status: str
    because: list[Reason] = field(default_factory=list)
    barometer: int | None = 0
