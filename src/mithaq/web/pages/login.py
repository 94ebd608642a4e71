"""Signing in and out, where the pages are reached by others."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from mithaq.web import session
from mithaq.web.accounts import Limit
from mithaq.web.ask import Ask, Language
from mithaq.web.days import Days
from mithaq.web.faults import Fault

router = APIRouter(prefix="/{language}", tags=["accounts"])
_BY_NAME, _BY_ADDRESS = Limit(5, 300), Limit(30, 300)


def _ask(request: Request, language: str) -> Ask:
    return Ask(request, language, Days(None, None, request.app.state.site.last_day()))


@router.get("/login", summary="The form for signing in")
def form(request: Request, language: Language, next: str = "") -> Response:
    """Asks for name and password."""
    ask = _ask(request, language)
    return Response(ask.render("login.html", {"next": next, "wrong": False}), media_type="text/html")


@router.post("/login", summary="Sign in")
def login(
    request: Request, language: Language, name: Annotated[str, Form(max_length=80)] = "",
    password: Annotated[str, Form(max_length=1000)] = "", token: Annotated[str, Form()] = "",
    next: Annotated[str, Form(max_length=2000)] = "",
) -> Response:  # fmt: skip
    """Five wrong tries for a name, thirty from an address, within five minutes; then it waits."""
    ask = _ask(request, language)
    session.check_token(request, token)
    accounts = ask.site.settings.accounts
    address = request.client.host if request.client else "?"
    site = id(ask.site)
    if _BY_NAME.full(f"{site} {name}") or _BY_ADDRESS.full(f"{site} {address}"):
        raise Fault(429, "too-many")
    account = accounts.check(name, password) if accounts else None
    if account is None:
        _BY_NAME.note(f"{site} {name}")
        _BY_ADDRESS.note(f"{site} {address}")
        return Response(ask.render("login.html", {"next": next, "wrong": True}), 401, media_type="text/html")
    _BY_NAME.forget(f"{site} {name}")
    session.renew(request, account.name, account.stamp)
    own = next.startswith(("/ar/", "/en/")) and "//" not in next and "\\" not in next
    return RedirectResponse(next if own else ask.link(""), 303)


@router.post("/logout", summary="Sign out")
def logout(request: Request, language: Language, token: Annotated[str, Form()] = "") -> Response:
    """Ends the session."""
    session.check_token(request, token)
    session.renew(request)
    return RedirectResponse(_ask(request, language).link("login"), 303)
