"""Adding reports: pasted or uploaded, read in the background, with progress and an error for each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from starlette.responses import RedirectResponse, Response

from mithaq.document import Document
from mithaq.errors import InputError
from mithaq.text.decode import decode
from mithaq.web import session
from mithaq.web.ask import Ask, Asked
from mithaq.web.days import parse
from mithaq.web.faults import Fault

router = APIRouter(prefix="/{language}/add", tags=["add"])
_LONGEST_NAME = 300


@router.get("", summary="The form for adding reports")
def form(ask: Asked) -> Response:
    """Paste a text or choose files."""
    ask.demand("reviewer")
    settings = ask.site.settings
    limits = {"files": settings.upload_files, "bytes": settings.upload_limit}
    return ask.answer("add.html", {"limits": limits})


@router.post("", summary="Add reports")
def add(
    ask: Asked, token: Annotated[str, Form()] = "", text: Annotated[str, Form()] = "",
    source: Annotated[str, Form(max_length=_LONGEST_NAME)] = "", published: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form(max_length=120)] = "", files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:  # fmt: skip
    """Starts a job that reads the text or the files one after another; the answer leads to its progress."""
    ask.demand("reviewer")
    session.check_token(ask.request, token)
    day = parse("published", published)
    sent = [(f.filename or "", f.file.read()) for f in files or [] if f.filename]
    if text.strip():
        name = source.strip() or f"pasted/{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:10]}"
        sent.insert(0, (name, text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")))
    if not sent:
        raise Fault(422, "nothing-sent", where="text")
    if len(sent) > ask.site.settings.upload_files:
        raise Fault(422, "too-many-files", where="files", value=str(len(sent)))
    work = [(name, _work(ask, name[-_LONGEST_NAME:], data, day, publisher.strip() or None)) for name, data in sent]
    job = ask.site.jobs.start(ask.session.id, work)
    if ask.form == "json":
        return ask.answer("job.html", job.to_json(), status=202)
    return RedirectResponse(ask.link(f"add/{job.id}"), 303)


@router.get("/{identity}", summary="The progress of a job")
def progress(ask: Asked, identity: str) -> Response:
    """What became of each report."""
    ask.demand("reviewer")
    job = ask.site.jobs.find(identity)
    if job is None or (ask.site.settings.accounts is not None and job.owner != ask.session.id):
        raise Fault(404, "no-job", where=identity)
    return ask.answer("job.html", job.to_json())


def _work(ask: Ask, name: str, data: bytes, day: date | None, outlet: str | None) -> Callable[[], tuple[str, bool]]:
    """What a job does for one report."""
    register, site = ask.register, ask.site

    def run() -> tuple[str, bool]:
        text = decode(data, name)
        if not text.strip():
            raise InputError("there is no text in it", where=name, todo="send a text file")
        document = Document(text, source=name, published=day, publisher=outlet)
        return document.id, register.add(document, read=lambda d: site.reader.read(d).to_json())

    return run
