"""Sessions: a signed cookie with a random name, and who signed in under it; the token that every form must bring."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Any

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

from mithaq.web.faults import Fault

COOKIE = "mithaq"
LIFE = 12 * 3600
ROLES = ("reader", "reviewer", "admin")


@dataclass
class Session:
    """Who asks. `name` is empty where nobody signed in; `signs` is how judgements are signed on this machine."""

    id: str
    name: str = ""
    role: str = ""
    token: str = ""
    signs: str = ""
    stamp: str = ""
    changed: bool = False

    def to_cookie(self) -> dict[str, str]:
        """What the cookie carries."""
        return {"id": self.id, "name": self.name, "signs": self.signs, "stamp": self.stamp}


def reaches(role: str, wanted: str) -> bool:
    """Whether a role may do what another may."""
    return role in ROLES and ROLES.index(role) >= ROLES.index(wanted)


def of(request: Request) -> Session:
    """The session of a request, a new one where it brings none; made once a request."""
    made: Session | None = getattr(request.state, "session", None)
    if made is None:
        made = _read(request)
        request.state.session = made
    return made


def _read(request: Request) -> Session:
    site = request.app.state.site
    secret, accounts = site.settings.secret, site.settings.accounts
    found = Session(secrets.token_urlsafe(18), changed=True)
    try:
        kept: Any = _signer(secret).loads(request.cookies.get(COOKIE, ""), max_age=LIFE)
        found = Session(str(kept["id"]), str(kept["name"]), "", "", str(kept["signs"]), str(kept["stamp"]))
    except (BadSignature, KeyError, TypeError):
        pass
    if found.name:
        account = accounts.find(found.name) if accounts else None
        if account is None or account.stamp != found.stamp:  # gone, or the password or the role is a new one
            found = Session(secrets.token_urlsafe(18), changed=True)
        else:
            found.role = account.role
    found.token = hmac.new(secret.encode(), f"form {found.id}".encode(), hashlib.sha256).hexdigest()
    return found


def keep(request: Request, response: Response) -> None:
    """Puts the session into the answer where it is new or changed."""
    made: Session | None = getattr(request.state, "session", None)
    if made is None or not made.changed:
        return
    settings = request.app.state.site.settings
    response.set_cookie(
        COOKIE, str(_signer(settings.secret).dumps(made.to_cookie())), max_age=LIFE, httponly=True, samesite="lax",
        secure=settings.secure, path="/",
    )  # fmt: skip


def renew(request: Request, name: str = "", stamp: str = "") -> None:
    """A new session, as after signing in or out: an old cookie is then worth nothing."""
    signs = of(request).signs
    request.state.session = Session(secrets.token_urlsafe(18), name, "", "", signs, stamp, changed=True)


def check_token(request: Request, given: str) -> None:
    """Refuses a form that this site did not give to this session."""
    if not given or not hmac.compare_digest(given.encode("utf-8", "replace"), of(request).token.encode()):
        raise Fault(403, "stale-form")


def _signer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="mithaq session")
