"""Records made by hand: a text with marks, and the record that a reader would give of it.

    وقعت {a:parties=ألف;باء,day=2031-02-01|اتفاق النهر} وتعهد ألف {c:bearer=ألف,due=2031-05-01|فتح المعبر}

`{a…|…}` is an agreement, `{c…}` a commitment, `{k…}` a claim, `{p…}` a presence, `{o…}` a position.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from mithaq.document import Document

_MARK = re.compile(r"\{([ackpo])(?::([^|{}]*))?\|([^{}]*)\}")


def report(marked: str, published: str, source: str = "", outlet: str | None = None) -> tuple[Document, dict[str, Any]]:
    """The document and the record of a marked text."""
    text, found, last = "", [], 0
    for m in _MARK.finditer(marked):
        text += marked[last : m.start()]
        fields = dict(f.split("=", 1) for f in (m[2] or "").split(",") if f)
        found.append((m[1], fields, {"start": len(text), "end": len(text) + len(m[3]), "text": m[3]}))
        text += m[3]
        last = m.end()
    text += marked[last:]
    document = Document(text, source or f"{published}.txt", date.fromisoformat(published), outlet)
    return document, _record(document, found, published)


def reading(records: dict[str, dict[str, Any]]) -> Any:
    """A reader that gives these records."""
    return lambda document: {
        **records[document.id],
        "document": {
            **records[document.id]["document"], "source": document.source, "publisher": document.publisher,
            "published": _published(document.published.isoformat() if document.published else None),
        },
    }  # fmt: skip


def _published(day: str | None) -> dict[str, Any]:
    return {"value": day, "earliest": day, "latest": day, "basis": "given", "because": []}


def _record(document: Document, found: list[Any], published: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "document": {
            "id": document.id, "source": document.source, "title": None, "publisher": document.publisher, "url": None,
            "language": "ar", "published": _published(published), "text": document.text, "repairs": [], "joins": [],
        },
        **{layer: [] for layer in (
            "timexes", "mentions", "entities", "statements", "commitments", "demands", "status_claims", "positions",
            "presences", "events", "agreements", "issues",
        )},
    }  # fmt: skip
    entities: dict[str, str] = {}

    def people(names: str | None, span: dict[str, Any]) -> list[dict[str, Any]]:
        made = []
        for name in (names or "").split(";"):
            if not name:
                continue
            name, _, role = name.partition("/")
            at = document.text.find(name)
            if at >= 0 and name not in entities:
                identity = f"e{at}"
                entities[name] = identity
                where = {"start": at, "end": at + len(name), "text": name}
                record["mentions"].append(
                    {
                        "id": f"m{at}",
                        **where,
                        "label": "organization",
                        "name": name,
                        "role": role or None,
                        "entity": identity,
                    }
                )
                record["entities"].append(
                    {"id": identity, "label": "organization", "name": name, "aliases": [], "mentions": [f"m{at}"]}
                )
            made.append({"name": name, "role": role or None, "entity": entities.get(name), "mention": None})
        return made

    def time(day: str | None, span: dict[str, Any]) -> str | None:
        if day is None:
            return None
        identity = f"t{len(record['timexes'])}"
        record["timexes"].append(
            {
                "id": identity,
                **span,
                "type": "DATE",
                "value": day,
                "mod": None,
                "earliest": day,
                "latest": day,
                "anchor": None,
            }
        )
        return identity

    agreement = None
    for n, (kind, f, span) in enumerate(found):
        if kind == "a":
            agreement = f"a{n}"
            record["agreements"].append(
                {"id": agreement, "name": span, "parties": people(f.get("parties"), span), "stage": f.get("stage", "concluded"),
                 "date": time(f.get("day"), span), "commitments": []}
            )  # fmt: skip
        elif kind == "c":
            due = f.get("due")
            deadline = (
                {"relation": f.get("rel", "by"), "timex": None, "value": due, "mod": None, "due": due} if due else None
            )
            conditions = []
            if "if" in f:
                at = document.text.index(f["if"])
                conditions = [{"start": at, "end": at + len(f["if"]), "text": f["if"]}]
            record["commitments"].append(
                {"id": f"c{n}", "act": span, "bearer": people(f.get("bearer"), span), "beneficiary": people(f.get("to"), span),
                 "modality": f.get("modality", "will"), "polarity": f.get("polarity", "positive"), "deadline": deadline,
                 "conditions": conditions, "agreement": agreement, "asserted_by": ["document"], "statement": None}
            )  # fmt: skip
        elif kind == "k":
            record["status_claims"].append(
                {"id": f"k{n}", "span": span, "claim": f["claim"], "by": people(f.get("by"), span) or ["document"],
                 "about": span, "date": time(f.get("day"), span), "statement": None}
            )  # fmt: skip
        elif kind == "p":
            at = document.text.index(f["at"])
            record["presences"].append(
                {"id": f"p{n}", "span": span, "force": span, "count": int(f["count"]), "approx": False, "nationality": None,
                 "places": [{"name": document.text[at : at + len(f["at"])], "entity": None, "kind": "city"}], "since": None, "under": None}
            )  # fmt: skip
        else:
            record["positions"].append(
                {"id": f"o{n}", "holder": people(f.get("by"), span), "target": span, "stance": f["stance"], "conditions": [],
                 "cue": span, "statement": None}
            )  # fmt: skip
    return record


# An invented process between invented parties, told by three invented outlets.
PROCESS = (
    ("أعلنت حكومة نهران وجبهة الساحل {a:parties=حكومة نهران;جبهة الساحل,day=2031-02-01|اتفاق الضفتين} الذي ينص على أن تقوم حكومة نهران "
     "بـ{c:bearer=حكومة نهران,due=2031-05-01|فتح معبر الرمال} وأن تتولى جبهة الساحل {c:bearer=جبهة الساحل,due=2031-04-01|تسليم ميناء السلام} "
     "وعلى {c:bearer=حكومة نهران;جبهة الساحل|وقف إطلاق النار} في نهران.", "2031-02-02", "one.txt", "الصباح"),
    ("قالت جبهة الساحل إنها {k:claim=fulfilled,by=جبهة الساحل|سلمت ميناء السلام} كما ينص اتفاق الضفتين مع حكومة نهران، وإن فتح معبر الرمال "
     "ينتظر حكومة نهران.", "2031-03-20", "two.txt", "المساء"),
    ("أكدت حكومة نهران أن {k:claim=fulfilled,by=حكومة نهران|ميناء السلام تسلمته} من جبهة الساحل وأن {c:bearer=حكومة نهران,due=2031-06-15|فتح معبر الرمال} "
     "{k:claim=extended,by=حكومة نهران|تأجل فتح معبر الرمال} إلى منتصف يونيو.", "2031-04-28", "three.txt", "الصباح"),
    ("اتهمت جبهة الساحل حكومة نهران بأنها {k:claim=violated,by=جبهة الساحل|خرقت وقف إطلاق النار} قرب معبر الرمال، حيث ينتشر {p:count=300,at=معبر الرمال|جنود حكومة نهران}.",
     "2031-05-10", "four.txt", "المساء"),
    ("ذكر مراقبون أن {p:count=450,at=معبر الرمال|جنود حكومة نهران} ما زالوا عند معبر الرمال، وأن جبهة الساحل {o:by=جبهة الساحل,stance=oppose|تمديد المهلة}.",
     "2031-05-20", "five.txt", "الأفق"),
    ("لم يرد جديد عن معبر الرمال، وقبلت جبهة الساحل {o:by=جبهة الساحل,stance=support|تمديد المهلة} من حكومة نهران بعد {k:claim=signed|توقيع اتفاق الضفتين}.",
     "2031-07-01", "six.txt", "الأفق"),
)  # fmt: skip


def process() -> tuple[list[Document], Any]:
    """The documents of the process, and the reader that gives their records."""
    made = [report(*one) for one in PROCESS]
    return [d for d, _ in made], reading({d.id: r for d, r in made})
