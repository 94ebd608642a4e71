"""A report: its text as it came with what was read from it, the derivation of each mark, and the list of reports."""

from __future__ import annotations

import re
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from mithaq.register import browse
from mithaq.web import layers
from mithaq.web.ask import Ask, Asked
from mithaq.web.days import parse
from mithaq.web.deriving import explanation
from mithaq.web.faults import Fault
from mithaq.web.marking import Mark, paragraphs

router = APIRouter(prefix="/{language}/reports", tags=["reports"])
PAGE = 50


@router.get("", summary="Reports, the newest first")
def reports(
    ask: Asked, outlet: str = "", first: str = "", last: str = "", page: Annotated[int, Query(ge=1, le=100_000)] = 1
) -> Response:
    """The reports that were known, by outlet and day."""
    until = min(parse("last", last) or ask.days.known, ask.days.known)
    everything = ask.form == "csv"
    total, found = browse.reports(
        ask.register.store, first=parse("first", first), last=until, outlet=outlet or None,
        skip=0 if everything else (page - 1) * PAGE, limit=1_000_000 if everything else PAGE,
    )  # fmt: skip
    names = ask.site.kept("outlets", lambda: browse.outlets(ask.register.store))
    data = {"total": total, "page": page, "pages": max(1, -(-total // PAGE)), "reports": found, "outlets": names}
    chosen = {"outlet": outlet, "first": first, "last": last}
    columns = ("id", "published", "publisher", "title", "source")
    return ask.answer("reports.html", data, rows=found, columns=columns, chosen=chosen)


def known_report(ask: Ask, identity: str) -> dict[str, Any]:
    """The report of an id or source with its record; a Fault where there is none, or none known by the day."""
    found = ask.register.show(identity)
    if found is None or found["kind"] != "report":
        raise Fault(404, "no-report", where=identity)
    return found


@router.get("/{identity}", summary="A report: its text, its record, what of the register speaks of it")
def report(ask: Asked, identity: str, c: str = "", show: str = "") -> Response:
    """`c=120-180` marks a passage; `show=times,actors` chooses the layers that are marked."""
    found = known_report(ask, identity)
    record = found["record"]
    text = record["document"]["text"]
    here = passage(c, len(text))
    marks = list(layers.marks(record))
    if here:
        marks.append(Mark(*here, "here", "here"))
    chosen = [n for n in show.split(",") if n in layers.LAYERS] if show else list(layers.DEFAULT)
    listed = {layer: layers.entries(record, layer) for layer in layers.LAYERS}
    parts = browse.names(ask.register.store, [p for p in found["parts"] if p[:1] in "ca"])
    return ask.answer(
        "report.html", found,
        text_lines=list(paragraphs(text, marks)), listed={k: v for k, v in listed.items() if v}, chosen=chosen, here=here,
        head=layers.head, names=_names(record), parts=parts, late=not ask.days.saw(record["document"]["published"]["value"]),
        copied=ask.reports([found["copy_of"]["document"]] if found["copy_of"] else []),
    )  # fmt: skip


@router.get("/{identity}/explain", summary="How what stands at a place was read")
def explain(ask: Asked, identity: str, at: Annotated[int, Query(ge=0)]) -> Response:
    """The derivation of every entry over an offset: rules, parts, classes of words."""
    found = known_report(ask, identity)
    record = found["record"]
    if at >= len(record["document"]["text"]):
        raise Fault(422, "no-offset", where="at", value=str(at))
    data = ask.site.kept(("explain", identity, at), lambda: explanation(ask.site.reader, record, at))
    template = "explain-part.html" if ask.request.headers.get("x-part") == "1" else "explain.html"
    return ask.answer(template, {"report": found["id"], "source": record["document"]["source"], "at": at, **data})


def passage(given: str, length: int) -> tuple[int, int] | None:
    """The offsets that `c=120-180` names; None where it names no words of a text of this length."""
    found = re.fullmatch(r"(\d{1,8})-(\d{1,8})", given)
    if not found:
        return None
    start, end = int(found[1]), min(int(found[2]), length)
    return (start, end) if start < end else None


def _names(record: dict[str, Any]) -> dict[str, str]:
    """What an id of the record stands for, in words."""
    found: dict[str, str] = {}
    for layer in ("timexes", "mentions", "entities", "statements", "commitments", "agreements"):
        for entry in record[layer]:
            span = next((entry[k] for k in ("content", "act", "name") if isinstance(entry.get(k), dict)), entry)
            found[entry["id"]] = span.get("text") or span.get("name") or ""
    return found
