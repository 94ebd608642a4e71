"""The life of a commitment: one table of rules, read from the top; the first rule that finds words decides.

The words mean what `docs/lifecycle.md` says. A rule looks at a `Case` (what is known on a day) and gives the claims or
mentions that make it hold; nothing found, the next rule is asked. Debtor, creditor, condition and deadline are those of
commitment protocols (Singh 1999; Chopra and Singh 2015); the barometer is that of the Kroc Institute, 0 to 3.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mithaq.register.case import BEGUN, DONE, ENDED, KEPT, Case, Reason, Standing, days_between, independent, moment

Words = list[dict[str, Any]]


@dataclass(frozen=True)
class Rule:
    """`status` holds when `finds` gives words. `value` is the barometer: a number, None for an end, or `before` (what it
    would be without this rule) or `lower` (the lower of the two sides)."""

    id: str
    status: str
    value: int | str | None
    says: str
    finds: Callable[[Case], Words]


def _later(first: dict[str, Any], others: Words) -> bool:
    """Whether one of the others says of a later time."""
    return any(moment(o) > moment(first) for o in others)


def _withdrawn(case: Case) -> Words:
    again = case.of(KEPT | {"entered-into-force", "signed", "started"})
    found = case.of(ENDED) + [c for c in case.of(ENDED, scope="agreement") if c["ends"]]
    return [c for c in found if not _later(c, again)]


def _superseded(case: Case) -> Words:
    after = case.matter.get("superseded_by")
    return [after] if after and (after["published"] or "") <= case.known else []


def _kept_again(case: Case) -> Words:
    return case.of(DONE | {"progressing"})


def _violated(case: Case) -> Words:
    return [c for c in case.of({"violated"}) if not _later(c, _kept_again(case))]


def _violation_confirmed(case: Case) -> Words:
    broken = _violated(case)
    admitted = [c for c in broken if c["side"] == "bearer" and c["admits"]]
    voices = [c for c in broken if c["document_voice"]]
    return admitted or (voices if independent(voices) >= 2 else [])


def _disputed(case: Case) -> Words:
    done = case.of(DONE) + (case.of({"signed"}) if case.matter["event"] else [])
    against = case.denials + [c for c in case.of({"violated"}) if not case.matter["standing"]]
    if case.matter["standing"]:
        # A duty that runs is disputed where one side says it is kept while another says it is broken.
        done = case.of(KEPT)
        against = [c for c in case.of({"violated"}) if not _later(c, [d for d in done if d["side"] != "bearer"])]
    for yes in done:
        for no in against:
            # That a duty was kept before answers no accusation of a later day.
            earlier = case.matter["standing"] and (yes["day"] or "") < (no["day"] or "")
            if yes["source"] != no["source"] and not earlier:
                return [yes, no]
    return []


def _halted(case: Case) -> Words:
    again = case.of(BEGUN | DONE)
    halted = case.of({"suspended"}) + case.of({"suspended"}, scope="agreement")
    return [c for c in halted if not _later(c, again)]


def _confirmed(case: Case) -> Words:
    if case.matter["standing"]:
        return []
    done = [c for c in case.of(DONE) if case.confirmed(c)]
    if case.matter["event"]:
        done += [c for c in case.of({"signed"}) if not c["copy"]]
        done += [c for c in case.of({"signed"}, scope="agreement") if not c["copy"] and c["document_voice"]]
    return done


def _partly(case: Case) -> Words:
    return case.of({"partly"}) if not case.matter["standing"] else []


def _claimed(case: Case) -> Words:
    return [] if case.matter["standing"] else [c for c in case.of(DONE) if c["side"] == "bearer"]


def _term_over(case: Case) -> Words:
    return [case.deadline] if case.running and case.past and case.deadline else []


def _overdue(case: Case) -> Words:
    # A duty that runs is not late: the day tells when it begins, and silence does not say that it was not kept.
    if not case.past or case.running or not case.deadline or case.refrains or case.matter["standing"]:
        return []
    return [case.deadline]


def _extended(case: Case) -> Words:
    if case.matter["standing"]:
        return []  # a duty whose term is renewed simply runs on
    moved = case.moved
    if moved and (not case.due or not case.past):
        return moved
    days = case.days
    if (
        len(days) > 1
        and case.due == days[-1]["due"]
        and days[-1]["due"] > days[0]["due"]
        and case.matter.get("amended")
    ):
        return [m for m in case.mentions if m.get("due") == case.due][:1]
    return []


def _begun(case: Case) -> Words:
    if case.matter["standing"]:
        return []
    return case.of(BEGUN - {"signed"})  # that the agreement was signed is no step towards what it lays down


def _conditional(case: Case) -> Words:
    return [m for m, _ in case.conditions]


def _running(case: Case) -> Words:
    if not case.matter["standing"]:
        return []
    started = case.of({"entered-into-force", "started", "progressing", "signed", "extended"}) + case.of(
        {"entered-into-force"}, scope="agreement"
    )
    waits = case.due and not case.past and not case.running and (case.deadline or {}).get("relation") != "until"
    if not started and waits:
        return []  # it is yet to begin
    return started or case.mentions[-1:]


def _undertaken(case: Case) -> Words:
    return case.mentions[:1]


RULES: tuple[Rule, ...] = (
    Rule("withdrawn", "cancelled", None, "withdrawn, annulled or collapsed, and not taken up again", _withdrawn),
    Rule("replaced", "superseded", None, "a later undertaking on the same act takes its place", _superseded),
    Rule("breach-confirmed", "violated (confirmed)", 0, "the bearer admits it, or independent reports say it", _violation_confirmed),
    Rule("contrary-claims", "disputed", "lower", "one source says done or kept, another that it is not", _disputed),
    Rule("breach-claimed", "violated (claimed)", "before", "somebody accuses the bearer, nobody later says it is kept", _violated),
    Rule("halted", "suspended", "before", "halted, not ended, and not taken up again", _halted),
    Rule("confirmed", "fulfilled", 3, "the other side, a third or the report itself says it is done", _confirmed),
    Rule("in-part", "partly", 1, "a part is done, the rest is known to be missing", _partly),
    Rule("own-claim", "claimed fulfilled", 2, "only the bearer's own side says it is done", _claimed),
    Rule("term-over", "fulfilled", 3, "its term ended and nothing says that it was broken", _term_over),
    Rule("day-passed", "overdue", "begun", "the day has passed and no report known was found to say that it was done", _overdue),
    Rule("day-moved", "extended", "before", "a report moves the day later, and the new day has not passed", _extended),
    Rule("begun", "in progress", "pace", "somebody reports a beginning or a step", _begun),
    Rule("hangs-on", "conditional", 0, "a stated condition that is not reported met", _conditional),
    Rule("runs", "in force", 2, "a standing duty runs and nothing says that it was broken", _running),
    Rule("undertaken", "planned", 0, "undertaken; nothing says that it has begun", _undertaken),
)  # fmt: skip


def status(matter: dict[str, Any], as_of: str, known: str) -> Standing | None:
    """Where a commitment stands, or None where no report known by then speaks of it."""
    case = Case(matter, as_of, known)
    if not case.mentions:
        return None
    decided = [j for j in case.judged if j["field"] == "status"]
    if decided:
        last = decided[-1]
        words = {"report": "judgement", "start": None, "end": None, "text": f"{last['signed']}, {last['day']}"}
        return Standing(last["value"], [Reason("a person decided", words)], _VALUES.get(last["value"], 0))
    return _first(case, 0)


def _first(case: Case, at: int) -> Standing:
    for number in range(at, len(RULES)):
        rule = RULES[number]
        words = rule.finds(case)
        if words:
            because = [Reason(rule.id, w, _note(rule, case)) for w in words]
            return Standing(rule.status, because, _value(rule, case, number))
    raise AssertionError("the last rule always holds")  # pragma: no cover


def _note(rule: Rule, case: Case) -> str:
    if rule.id == "day-passed":
        return f"due {case.due}; no report published by {case.known} was found to say that it was done"
    return ""


def _value(rule: Rule, case: Case, number: int) -> int | None:
    if rule.value == "before":
        return _first(case, number + 1).barometer
    if rule.value == "lower":
        return min(1, _first(case, number + 1).barometer or 0)
    if rule.value == "begun":
        return 1 if case.of(BEGUN) else 0
    if rule.value == "pace":
        return _pace(case)
    return rule.value if isinstance(rule.value, int) else None


def _pace(case: Case) -> int:
    """2 where a step was reported in the first half of the time that a deadline gives, else 1."""
    if not case.due or not case.mentions[0]["published"]:
        return 1
    first = case.mentions[0]["published"]
    whole = days_between(first, case.due)
    steps = [c["day"] or c["published"] for c in case.of({"progressing", "partly"}) if (c["day"] or c["published"])]
    return 2 if whole > 0 and any(0 <= days_between(first, s) <= whole / 2 for s in steps if len(s) == 10) else 1


_VALUES: dict[str, int | None] = {r.status: r.value if isinstance(r.value, int) else 1 for r in RULES} | {
    "cancelled": None, "superseded": None,
}  # fmt: skip
STATUSES = tuple(dict.fromkeys(r.status for r in RULES))


def phases(matter: dict[str, Any]) -> list[tuple[str, str, Standing]]:
    """The statuses of a commitment over time, each with its first and last day, when all is known as it is published.

    A status changes only on a day on which a report is published or a judgement made, on the day after a due day, or on
    a day of which a claim speaks.
    """
    days = {m["published"] or "" for m in matter["mentions"]} | {c["published"] or "" for c in matter["claims"]}
    days |= {_next(m["due"]) for m in matter["mentions"] if m.get("due")}
    days |= {c["day"] for c in matter["claims"] if c["day"]} | {j["day"] for j in matter.get("judged", ())}
    days |= {e[k] for e in (*matter["mentions"], *matter["claims"]) for k in ("accept", "reject") if e.get(k)}
    days |= {matter["superseded_by"]["published"] or ""} if matter["superseded_by"] else set()
    days |= {_next(j["value"]) for j in matter.get("judged", ()) if j["field"] == "due"}
    found: list[tuple[str, str, Standing]] = []
    for day in sorted(days):
        here = status(matter, day, day)
        if here is None or (found and (found[-1][2].status, found[-1][2].barometer) == (here.status, here.barometer)):
            continue
        if found:
            found[-1] = (found[-1][0], day, found[-1][2])
        found.append((day, "9999", here))
    return found


def _next(day: str) -> str:
    from datetime import date, timedelta

    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day
