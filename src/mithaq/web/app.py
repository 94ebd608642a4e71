"""The application: its pages, its errors, and what stands before them."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

import mithaq
from mithaq.errors import MithaqError
from mithaq.register import open_register
from mithaq.web import session
from mithaq.web.ask import Ask
from mithaq.web.days import Days
from mithaq.web.faults import Fault
from mithaq.web.guard import Guard
from mithaq.web.pages import ROUTERS
from mithaq.web.pages.overview import facts
from mithaq.web.site import Settings, Site


def create_app(url: str, settings: Settings | None = None, *, create: bool = False) -> FastAPI:
    """The pages of the register at `url`. Without accounts in `settings` nobody signs in: serve it on loopback only."""
    settings = settings or Settings()
    settings.secret = settings.secret or (
        settings.accounts.secret() if settings.accounts else secrets.token_urlsafe(48)
    )
    site = Site(open_register(url, create=create), settings)

    @asynccontextmanager
    async def life(_: FastAPI) -> Any:
        yield
        site.register.close()

    app = FastAPI(
        title="Mithaq", version=mithaq.__version__, docs_url=None, redoc_url=None, lifespan=life,
        description="A register of what Arabic reports say. Every page is also there as JSON, under its address with "
        "`.json` behind it or with `Accept: application/json`; lists also as `.csv`. Errors have one shape: "
        "`{error: {status, key, what, where, given, todo}}`.",
    )  # fmt: skip
    app.state.site = site
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(packages=[("mithaq.web", "static")]), name="static")
    app.add_api_route("/", _home, include_in_schema=False)
    _errors(app)
    app.middleware("http")(_sessions)
    app.add_middleware(Guard, hosts=settings.hosts, limit=settings.upload_limit, secure=settings.secure)
    return app


def _home(request: Request) -> Response:
    """The pages begin in Arabic."""
    return RedirectResponse("/ar/", 307)


def warm(app: FastAPI) -> None:
    """Loads what the first reader would otherwise wait for: the rules and the overview of the last day."""
    site: Site = app.state.site
    day = site.last_day()
    facts(site, day, day)
    _ = site.reader


async def _sessions(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await go_on(request)
    session.keep(request, response)
    return response


def _errors(app: FastAPI) -> None:
    async def fault(request: Request, error: Exception) -> Response:
        assert isinstance(error, Fault)
        return _answer(request, error)

    async def library(request: Request, error: Exception) -> Response:
        assert isinstance(error, MithaqError)
        return _answer(request, Fault.of(error))

    async def http(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        key = {404: "no-page", 405: "no-method"}.get(status, "broken" if status >= 500 else "refused")
        return _answer(request, Fault(status, key, where=request.url.path))

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        if first["loc"][-1] == "language":
            return _answer(request, Fault(404, "no-page", where=request.url.path))
        where = ".".join(str(p) for p in first["loc"][1:])
        return _answer(request, Fault(422, "not-understood", where=where, value=str(first.get("input") or "")[:80]))

    async def broken(request: Request, error: Exception) -> Response:
        return _answer(request, Fault(500, "broken", where=request.url.path))

    app.add_exception_handler(Fault, fault)
    app.add_exception_handler(MithaqError, library)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(Exception, broken)


def _answer(request: Request, fault: Fault) -> Response:
    """The error as a page or as JSON; who is not signed in is sent to sign in."""
    language = request.url.path[1:3] if request.url.path[1:4] in ("ar/", "en/", "ar", "en") else "ar"
    site: Site = request.app.state.site
    made = Ask(request, language, Days(None, None, site.last_day()))
    if fault.status == 401 and made.form == "html" and request.method == "GET":
        target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(made.link("login", next=target), 303)
    if made.form != "html":
        request.state.form = "json"
    data = fault.to_json(language)
    if made.form == "json":
        import json

        return Response(json.dumps(data, ensure_ascii=False), fault.status, media_type="application/json")
    return Response(made.render("fault.html", data), fault.status, media_type="text/html")
