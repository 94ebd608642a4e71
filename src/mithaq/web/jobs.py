"""Reports that are being added: read one after another in the background, with progress and an error for each."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mithaq.errors import MithaqError

_KEPT = 50


@dataclass
class Step:
    """One report of a job: waiting, reading, added, known or failed."""

    name: str
    state: str = "waiting"
    document: str | None = None
    error: dict[str, str | None] | None = None

    def to_json(self) -> dict[str, Any]:
        """The form that pages and programs get."""
        return {"name": self.name, "state": self.state, "document": self.document, "error": self.error}


@dataclass
class Job:
    """What one person added at one time."""

    id: str
    owner: str
    steps: list[Step] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Whether nothing is left to read."""
        return all(s.state not in ("waiting", "reading") for s in self.steps)

    def to_json(self) -> dict[str, Any]:
        """The form that pages and programs get."""
        return {"id": self.id, "done": self.done, "steps": [s.to_json() for s in self.steps]}


class Jobs:
    """The jobs of this server, the newest kept. One report is read at a time."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._turn = threading.Lock()

    def start(self, owner: str, work: list[tuple[str, Callable[[], tuple[str, bool]]]]) -> Job:
        """Begins a job. Each piece of work gives the id of the report and whether it was new, or raises what is wrong."""
        job = Job(secrets.token_urlsafe(9), owner, [Step(name) for name, _ in work])
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT:
                self._jobs.popitem(last=False)
        threading.Thread(target=self._run, args=(job, [w for _, w in work]), daemon=True).start()
        return job

    def find(self, identity: str) -> Job | None:
        """The job of an id, while it is kept."""
        with self._lock:
            return self._jobs.get(identity)

    def _run(self, job: Job, work: list[Callable[[], tuple[str, bool]]]) -> None:
        for step, one in zip(job.steps, work, strict=True):
            with self._turn:
                step.state = "reading"
                try:
                    step.document, new = one()
                    step.state = "added" if new else "known"
                except MithaqError as wrong:
                    step.error = {"what": wrong.what, "where": wrong.where, "todo": wrong.todo}
                    step.state = "failed"
                except Exception as fault:  # one report must not end the others
                    step.error = {"what": type(fault).__name__, "where": step.name, "todo": "report it with the file"}
                    step.state = "failed"
