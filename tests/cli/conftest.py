"""Running the program inside the test process, as a user would run it."""

import io
import json
import sys
from dataclasses import dataclass

import pytest

from mithaq.cli import main

REPORT = """الوزارة تعلن موعد افتتاح الميناء

أعلنت وزارة النقل، أمس الأحد، أن العمل في الميناء الجديد سيبدأ قبل نهاية يونيو/حزيران 2025.

وقال الوزير سالم العامري: "لن نؤجل الموعد مرة أخرى"، وأضاف أن الشركات ستسلم المعدات خلال شهرين.
"""


@dataclass
class Ran:
    """What a run gave."""

    status: int
    out: str
    err: str

    @property
    def records(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(monkeypatch, capsysbinary):
    def run(*args, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["mithaq", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsysbinary.readouterr()
        return Ran(end.value.code, out.decode(), err.decode())

    return run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
