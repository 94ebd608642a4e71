"""One request: in which language, of which days, by whom; and its answer as a page, as JSON or as a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal
from urllib.parse import quote, urlencode

from fastapi import Depends, Path, Query, Request
from starlette.responses import Response

from mithaq.register import Register, browse
from mithaq.web import session
from mithaq.web.days import Days, parse
from mithaq.web.faults import Fault
from mithaq.web.site import Site

Language = Literal["ar", "en"]
_LIVE = ("as_of", "known")


class Ask:
    """What was asked, and how to answer it."""

    def __init__(self, request: Request, language: str, days: Days) -> None:
        self.request, self.language, self.days = request, language, days
        self.site: Site = request.app.state.site
        self.session: session.Session = session.of(request)

    @property
    def register(self) -> Register:
        """The register that is shown."""
        return self.site.register

    @property
    def form(self) -> str:
        """html, json or csv: by the ending of the address, else by what the asker accepts."""
        given: str = getattr(self.request.state, "form", "")
        if given:
            return given
        accept = self.request.headers.get("accept", "")
        return "json" if "application/json" in accept and "text/html" not in accept else "html"

    # --- who
    def may(self, role: str) -> bool:
        """Whether the asker may do what a role may; on this machine alone everybody may all."""
        return self.site.settings.accounts is None or session.reaches(self.session.role, role)

    def demand(self, role: str) -> None:
        """Refuses who may not."""
        if not self.may(role):
            raise Fault(
                403 if self.session.name else 401, "not-allowed" if self.session.name else "not-signed-in", value=role
            )

    # --- links
    def link(self, path: str, **query: Any) -> str:
        """The address of a page, with the days that were chosen."""
        found = {**self.days.query(), **{k: str(v) for k, v in query.items() if v not in (None, "")}}
        return f"/{self.language}/{quote(path)}" + (f"?{urlencode(found)}" if found else "")

    def here(self, form: str = "", **change: Any) -> str:
        """The address of this page with another ending or other questions."""
        query = dict(self.request.query_params)
        query.update({k: str(v) for k, v in change.items()})
        query = {k: v for k, v in query.items() if v != ""}
        path = self.request.url.path.rstrip("/")
        path = path if path.count("/") > 1 else f"{path}/overview"
        return quote(path + form if form else self.request.url.path) + (f"?{urlencode(query)}" if query else "")

    def other(self) -> str:
        """The address of this page in the other language."""
        other = "en" if self.language == "ar" else "ar"
        query = self.request.url.query
        return f"/{other}{quote(self.request.url.path[3:])}" + (f"?{query}" if query else "")

    def passage(self, place: dict[str, Any], reports: dict[str, Any]) -> str | None:
        """The address of the words of a citation in their report, or None where they are no report's."""
        document = place.get("document") or (reports.get(place.get("report") or "") or {}).get("id")
        if document is None or document not in reports:
            return None
        if place.get("start") is None:
            return self.link(f"reports/{document}")
        c = f"{place['start']}-{place['end']}"
        return self.link(f"reports/{document}", c=c) + f"#c={c}"

    def reports(self, names: Iterable[str | None]) -> dict[str, dict[str, Any]]:
        """The heads of the reports that have these ids or sources, under both."""
        found = browse.heads(self.register.store, [n for n in names if n])
        return {**found, **{head["id"]: head for head in found.values()}}

    # --- the answer
    def answer(
        self, template: str, data: dict[str, Any], *, rows: Iterable[dict[str, Any]] | None = None,
        columns: Sequence[str] = (), status: int = 200, **only_html: Any,
    ) -> Response:  # fmt: skip
        """The data as a page, as JSON, or its rows as a table (CSV)."""
        form = self.form
        if form == "csv":
            if rows is None:
                raise Fault(406, "no-table")
            return _table(rows, columns, template)
        if form == "json":
            days = {"as_of": self.days.as_of.isoformat(), "known": self.days.known.isoformat()}
            body = json.dumps({**days, **data}, ensure_ascii=False, default=sorted)
            return Response(body, status, media_type="application/json")
        return Response(self.render(template, {**data, **only_html}), status, media_type="text/html")

    def render(self, template: str, data: dict[str, Any]) -> str:
        """A template with the data and what every page needs."""
        frame = {
            "ask": self, "language": self.language, "direction": "rtl" if self.language == "ar" else "ltr",
            "days": self.days, "link": self.link, "section": template.partition(".")[0], "user": self.session,
            "csrf": self.session.token, "local": self.site.settings.accounts is None, "query": self.request.query_params,
        }  # fmt: skip
        return self.site.env.get_template(template).render({**frame, **data})


def ask(
    request: Request,
    language: Annotated[Language, Path(description="The language of the interface")],
    as_of: Annotated[str | None, Query(description="The day of which the page speaks, as in 2024-09-28")] = None,
    known: Annotated[
        str | None, Query(description="Only reports published by this day count; by default as_of")
    ] = None,
) -> Ask:
    """The request as the pages see it; refuses who may not read."""
    site: Site = request.app.state.site
    made = Ask(request, language, Days(parse("as_of", as_of), parse("known", known), site.last_day()))
    made.demand("reader")
    return made


Asked = Annotated[Ask, Depends(ask)]


def _table(rows: Iterable[dict[str, Any]], columns: Sequence[str], template: str) -> Response:
    """Rows as CSV with a BOM (spreadsheets then read Arabic rightly); a cell that would be a formula is quoted."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in columns])
    name = template.partition(".")[0]
    headers = {"Content-Disposition": f'attachment; filename="mithaq-{name}.csv"'}
    return Response("\ufeff" + out.getvalue(), media_type="text/csv", headers=headers)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = "; ".join(str(v.get("name", v) if isinstance(v, dict) else v) for v in value)
    text = str(value)
    return "'" + text if text[:1] in "=+-@\t\r" and text[:1] else text
