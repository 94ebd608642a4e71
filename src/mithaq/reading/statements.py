"""Statements: who said what, with which word, in which medium."""

from __future__ import annotations

from bisect import bisect_left

from mithaq.grammar.page import Page
from mithaq.reading.entities import Cast
from mithaq.reading.speakers import Speaker, Speakers
from mithaq.reading.speech import Draft, Speech
from mithaq.record import Statement
from mithaq.timex import Timex


def read_statements(page: Page, timexes: list[Timex], cast: Cast) -> list[Statement]:
    """The statements of a page, in the order of their cues; one whose source nobody can tell is left out."""
    speech = Speech(page, {t.first: t.last for t in timexes})
    drafts = speech.drafts()
    speakers = Speakers(speech, drafts, cast)
    statements: dict[tuple[object, object], Statement] = {}
    for draft in drafts:
        speaker = speakers.of(draft)
        if speaker is not None and speaker.actors:
            statement = _statement(page, timexes, draft, speaker)
            statements.setdefault((statement.content, statement.cue), statement)
    found = list(statements.values())
    _nest(found)
    return found


def _statement(page: Page, timexes: list[Timex], draft: Draft, speaker: Speaker) -> Statement:
    span = draft.content.span(page)
    cue = page.whole(draft.cue_first, draft.cue_last)
    said = None
    if draft.opening is not None:
        first, last = draft.opening.zone
        n = bisect_left(timexes, first, key=lambda t: t.first)
        if n < len(timexes) and timexes[n].last <= last:
            said = timexes[n].id
    medium = draft.medium or (None if draft.phrase is not None else speaker.medium)
    return Statement(
        id=f"s{span.start}-{span.end}.{cue.start}",
        content=span,
        cue=cue,
        kind=draft.content.kind,
        source=speaker.actors,
        medium=medium,
        said=said,
        found_by=draft.rule,
    )


def _nest(statements: list[Statement]) -> None:
    """Say of each statement within which other it is reported: the smallest whose content holds its cue."""
    open_: list[Statement] = []
    by_start = sorted(statements, key=lambda s: (s.content.start, -s.content.end))
    n = 0
    for s in sorted(statements, key=lambda s: s.cue.start):
        while n < len(by_start) and by_start[n].content.start <= s.cue.start:
            open_.append(by_start[n])
            n += 1
        open_ = [o for o in open_ if o.content.end >= s.cue.end]
        around = [o for o in open_ if o is not s and o.content.contains(s.cue)]
        if around:
            s.within = min(around, key=lambda o: o.content.end - o.content.start).id
