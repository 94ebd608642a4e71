"""The register for a person: one block a thing, its words and where they stand; or one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mithaq.cli.terminal import Look, isolated, visible, write, write_json


def show_each(kind: str, found: Iterable[dict[str, Any]], as_json: bool) -> None:
    """Writes things of one kind."""
    look = Look.of_stdout()
    count = 0
    for one in found:
        count += 1
        if as_json:
            write_json(one)
            continue
        for line in _Account(look).lines(kind, one):
            write(line)
    if not count and not as_json:
        write("nothing found")


def counted(found: dict[str, int], what: str) -> str:
    """How many of each status, on one line."""
    total = sum(found.values())
    parts = ", ".join(f"{n} {name}" for name, n in found.items())
    return f"{total} {what}{'s' if total != 1 else ''}" + (f": {parts}" if parts else "")


class _Account:
    def __init__(self, look: Look) -> None:
        self.look = look

    def lines(self, kind: str, one: dict[str, Any]) -> Iterator[str]:
        """The lines of one thing."""
        if kind == "show":
            kind = {"commitment": "commitments", "agreement": "agreements", "actor": "actors"}.get(
                one["kind"], one["kind"]
            )
        made = getattr(self, "_" + kind, None)
        yield from made(one) if made else self._any(one)

    def _text(self, words: Any) -> str:
        return isolated(str(words), self.look.terminal)

    def _place(self, words: dict[str, Any]) -> str:
        place = visible(str(words.get("report")))
        if words.get("start") is not None:
            place += f" {words['start']}:{words['end']}"
        return self.look.dim(place)

    def _people(self, people: Iterable[Any]) -> str:
        names = [p if isinstance(p, str) else p["name"] for p in people]
        return "; ".join(self._text(n) for n in names) or "not said"

    def _commitments(self, one: dict[str, Any]) -> Iterator[str]:
        level = "–" if one["barometer"] is None else one["barometer"]
        yield self.look.bold(f"{one['id']}  {one['status']} ({level})  {self._text(one['act'])}")
        due = one["deadline"]
        when = f", {due['relation']} {due['due'] or due['value']}" if due else ""
        if due and len(due["history"]) > 1:
            when += " (" + " → ".join(h["due"] for h in due["history"]) + ")"
        yield f"    {self._people(one['bearer'])}: {one['modality']}{when}"
        for words in one["conditions"]:
            yield f"    condition {self._text(words)}"
        for reason in one["because"]:
            note = f" — {reason['note']}" if reason.get("note") else ""
            yield f"    because   {reason['rule']}: {self._text(reason['text'])}  {self._place(reason)}{note}"
        yield f"    mentions  {len(one['mentions'])} in {len({m['document'] for m in one['mentions']})} reports"
        for c in one["claims"]:
            yield f"    claim     {c['day']} {c['claim']} by {self._people(c['by'])} ({c['side']})  {self._place(c)}"
        for p in one.get("phases", ()):
            yield f"    {p['from']} … {p['to'] or ''}  {p['status']}"
        for j in one.get("judgements", ()):
            yield f"    judged    {j['day']} {visible(j['by'])}: {j['verb']} {j['field'] or ''} {visible(str(j['value'] or ''))}"

    def _due(self, one: dict[str, Any]) -> Iterator[str]:
        due = (one["deadline"] or {}).get("due") or "          "
        yield f"{due}  {one['status']:<12} {self._text(one['act'])}  ({self._people(one['bearer'])})  {one['id']}"

    def _agreements(self, one: dict[str, Any]) -> Iterator[str]:
        yield self.look.bold(f"{one['id']}  {one['stage']}  {self._text(one['name'])}")
        yield f"    parties   {self._people(one['parties'])}"
        for m in one["mentions"]:
            yield f"    {m['day'] or '':<10} {m['stage']}: {self._text(m['text'])}  {self._place(m)}"
        for c in one.get("commitments", ()):
            yield f"    {c['status']:<12} {self._text(c['act'])}  {c['id']}"

    def _claims(self, one: dict[str, Any]) -> Iterator[str]:
        about = one["about"]
        to = about["commitment"] or about["agreement"] or "nothing known"
        yield f"{one['id']}  {one['day']} {one['claim']} by {self._people(one['by'])}, about {to}"
        yield f"    {self._text(one['text'])}  {self._place(one)}"

    def _statements(self, one: dict[str, Any]) -> Iterator[str]:
        yield f"{one['published'] or '':<10} {self._people(one['source'])}: {self._text(one['content']['text'])}"
        yield f"    {self._place({**one['content'], 'report': one['report']})}"

    def _actors(self, one: dict[str, Any]) -> Iterator[str]:
        yield self.look.bold(f"{one['id']}  {self._text(one['name'])}") + (
            f"  ({one['label']})" if one["label"] else ""
        )
        if len(one["aliases"]) > 1:
            yield f"    names     {'; '.join(map(self._text, one['aliases']))}"
        for r in one["roles"]:
            yield f"    role      {self._text(r['role'])}  {r['first']} … {r['last']}"
        yield f"    appears   in {len({m['document'] for m in one['mentions']})} reports"

    def _presences(self, one: dict[str, Any]) -> Iterator[str]:
        yield self.look.bold(f"{one['id']}  {self._text(one['force'])}: {'; '.join(map(self._text, one['places']))}")
        for m in one["mentions"]:
            yield f"    {m['published'] or '':<10} {m['count']}: {self._text(m['text'])}  {self._place(m)}"

    def _positions(self, one: dict[str, Any]) -> Iterator[str]:
        yield f"{one['published'] or '':<10} {self._people(one['holder'])} {one['stance']}: {self._text(one['target']['text'])}"
        yield f"    {self._place({**one['target'], 'report': one['report']})}"

    def _conflicts(self, one: dict[str, Any]) -> Iterator[str]:
        yield self.look.bold(f"{one['id']}  {one['what']} of {one['about'] or 'nothing known'}")
        for s in one["sides"]:
            yield f"    {visible(str(s['value']))}  {self._people(s['by'])}: {self._text(s['text'])}  {self._place(s)}"

    def _timeline(self, one: dict[str, Any]) -> Iterator[str]:
        note = f" ({self._text(one['note'])})" if one["note"] and one["note"] != one["what"] else ""
        yield f"{one['day']:<10}  {one['what']:<12} {self._text(one['name'] or one['text'])}{note}  {one['of']}  {self._place(one)}"

    def _search(self, one: dict[str, Any]) -> Iterator[str]:
        yield self.look.bold(f"{one['published'] or '':<10} {visible(one['report'])}  {self._text(one['title'] or '')}")
        text, at = one["text"], one["start"]
        marked, last = "", 0
        for m in one["marks"]:
            if at <= m["start"] and m["end"] <= one["end"]:
                marked += text[last : m["start"] - at] + "[" + m["text"] + "]"
                last = m["end"] - at
        yield f"    {self._text(marked + text[last:])}  {self._place(one)}"

    def _diff(self, one: dict[str, Any]) -> Iterator[str]:
        yield self.look.bold(
            f"{one['id']}  {'new: ' if one['new'] else ''}{self._text(one['act'])}  ({self._people(one['bearer'])})"
        )
        for field, change in one["changes"].items():
            yield f"    {field}: {visible(str(change['from']))} → {visible(str(change['to']))}"
        for reason in one["because"]:
            yield f"    because   {reason['rule']}: {self._text(reason['text'])}  {self._place(reason)}"

    def _judgements(self, one: dict[str, Any]) -> Iterator[str]:
        value = f" {one['field']}={visible(str(one['value']))}" if one["field"] else ""
        yield f"{one['day']}  {visible(one['by'])}: {one['verb']}{value}  {one['id']}"
        for t in one["targets"]:
            yield f"    {t['kind']} {t['document']} {t['start']}:{t['end']}"

    def _any(self, one: dict[str, Any], indent: int = 0) -> Iterator[str]:
        for key, value in one.items():
            if key == "text" and len(str(value)) > 400:
                continue
            if isinstance(value, dict):
                yield f"{' ' * indent}{key}"
                yield from self._any(value, indent + 2)
            elif isinstance(value, list):
                yield f"{' ' * indent}{key} ({len(value)})"
            elif value is not None:
                yield f"{' ' * indent}{key}  {self._text(value)}"
