"""The register is a pure function of what is in it: whatever the order of arrival, the account is one."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mithaq import open_register
from register.making import process, reading, report
from register.test_contract import account

_PARTIES = ("حكومة نهران", "جبهة الساحل", "مجلس الواحات", "رئيس مجلس الواحات")
_ACTS = (
    "فتح معبر الرمال", "فتح المعبر", "تسليم ميناء السلام", "تسليم الميناء إلى لجنة", "وقف إطلاق النار", "هدنة", "تشكيل أربعة ألوية",
    "تشكيل 4 ألوية", "تشكيل 6 ألوية", "توقيع اتفاق الضفتين",
)  # fmt: skip
_CLAIMS = ("fulfilled", "violated", "started", "signed", "cancelled", "suspended", "extended")


@st.composite
def texts(draw):
    day = f"2031-{draw(st.integers(1, 12)):02}-{draw(st.integers(1, 28)):02}"
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        who, act = draw(st.sampled_from(_PARTIES)), draw(st.sampled_from(_ACTS))
        due = draw(st.sampled_from(("", ",due=2031-06-01", ",due=2031-07-01")))
        kind = draw(st.integers(0, 2))
        if kind == 0:
            parts.append(
                f"قالت {who} {{a:parties={who},day=2031-01-0{draw(st.integers(1, 3))}|اتفاق الضفتين}} في نهران"
            )
        elif kind == 1:
            parts.append(f"تعهدت {who} {{c:bearer={who}{due}|{act}}} في نهران")
        else:
            parts.append(f"أكدت {who} {{k:claim={draw(st.sampled_from(_CLAIMS))},by={who}|{act}}} في نهران")
    return " ثم ".join(parts), day


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts(), min_size=2, max_size=7, unique_by=lambda t: t[0]), st.randoms(use_true_random=False))
def test_shuffled_reports_give_one_account(made, shuffle):
    found = [report(marked, day, f"{n}.txt") for n, (marked, day) in enumerate(made)]
    found = list({d.id: (d, r) for d, r in found}.values())
    read = reading({d.id: r for d, r in found})
    documents = [d for d, _ in found]
    other = documents[:]
    shuffle.shuffle(other)
    accounts = []
    with tempfile.TemporaryDirectory() as folder:
        for n, order in enumerate((documents, other)):
            with open_register(str(Path(folder) / f"{n}.db")) as register:
                for d in order:
                    register.add(d, read=read)
                accounts.append(account(register))
                if n:
                    register.reread(read=read, reader="again")
                    accounts.append(account(register))
                    register.rebuild()
                    accounts.append(account(register))
    assert len(set(accounts)) == 1


def test_one_text_under_two_names_is_one_document(tmp_path):
    documents, read = process()
    from dataclasses import replace
    from datetime import date

    later = replace(documents[0], source="again.txt", published=date(2031, 9, 9))
    accounts = []
    for n, order in enumerate(((documents[0], later), (later, documents[0]))):
        with open_register(str(tmp_path / f"{n}.db")) as register:
            for d in order:
                register.add(d, read=read)
            assert register.counts()["reports"] == 1
            accounts.append(account(register))
    assert accounts[0] == accounts[1]
    assert '"one.txt"' in accounts[0]


def test_many_at_once_are_as_one_by_one(tmp_path):
    documents, read = process()
    accounts = []
    for size in (1, 3, len(documents)):
        with open_register(str(tmp_path / f"{size}.db")) as register:
            for start in range(0, len(documents), size):
                part = [(d, None) for d in documents[start : start + size]]
                assert register.add_many(part, read=read) == len(part)
                assert register.add_many(part, read=read) == 0
            assert list(register.check()) == []
            accounts.append(account(register))
    assert len(set(accounts)) == 1


def test_copies_are_found_among_reports_that_share_their_phrases(tmp_path, monkeypatch):
    from mithaq import Document
    from mithaq.register import copies

    monkeypatch.setattr(copies, "_OFTEN", (6, 3))
    phrase = "وقال متحدث باسم الحكومة في مؤتمر صحفي عقد"
    texts = [" ".join(f"كلمة{n}{i} {phrase if i % 5 == 0 else ''}" for i in range(60)) for n in range(12)]
    texts.append(texts[4] + " وزاد عليه قليلا")
    with open_register(str(tmp_path / "r.db")) as register, register.store.write() as connection:
        for n, words in enumerate(texts):
            changed = copies.note(connection, Document(words).id, words)
            assert bool(changed) == (n == 12)
