"""Who does what a verb says: the phrase behind it, the one before it, or a pronoun."""

from __future__ import annotations

from dataclasses import dataclass, field

from mithaq.grammar.actor import ActorPhrase, phrase_at
from mithaq.grammar.actor.sight import sight
from mithaq.grammar.clause.ground import BI_COMPLEMENTISERS, COMMAS, COMPLEMENTISERS, STOPS, Ground
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import AL, B, K, L, P, W

_ACTING = (
    "role",
    "rank",
    "honorific",
    "org_head",
    "force",
    "people",
    "group",
    "person",
    "ministry",
    "country",
    "capital",
    "org",
)
_PARTIES = frozenset(
    "طرف طرفان طرفين اطراف جانب جانبان جانبين دوله دول بلد بلدان بلدين فريق فريقان وفد وفدان وفدين وفود حكومه حكومتان حكومتين كتله كتل "
    "فصيل فصايل لجنه لجان قوه قوات قوي عناصر عنصر سلطات سلطه برلمان مجلس جهات جهه هييه محكمه شركه شركات ربيس ريسان رييسان رييسين وزيران وزيرين "
    "بعثه كتيبه جيش شعب نواب قاده زعماء منظمه حركه جماعه حزب احزاب تحالف ايتلاف وزاره اداره نقابه جامعه موسسه مسلحون مقاتلون قياده "
    "مفوضيه وكاله شرطه نيابه رياسه معارضه تنظيم منشات منشاه محافظ محافظه اسر صيادين اهالي مجموعه مجموعات مبعوث وسيط تشكيلات بلاد بلاده بلادها بلادنا".split()
)
_PRONOUN = {"ه": "m", "ها": "f", "هم": "pl", "هما": "pl", "نا": "first", "ني": "first", "ا": "first"}


@dataclass(slots=True)
class Who:
    """Who acts: a `phrase`; or `kind` pronoun (who was spoken of, or speaks), speaker (first person), open (not said).

    `gender` and `plural` are what the verb or the pronoun agrees with; `first` and `last` the tokens of the subject where it
    stands before the verb and is no actor (`جولة جديدة ستعقد`).
    """

    kind: str
    phrase: ActorPhrase | None = None
    gender: str | None = None
    plural: bool = False
    noun: tuple[int, int] | None = None
    also: list[ActorPhrase] = field(default_factory=list)  # further actors joined with و


def acts(ground: Ground, phrase: ActorPhrase | None) -> bool:
    """Whether a phrase is somebody who can act: a person, a body, a state, a party."""
    if phrase is None:
        return False
    if phrase.parts:
        return any(acts(ground, p) for p in phrase.parts)
    page = ground.page
    if phrase.role is not None or phrase.label == "person" and phrase.named:
        return True
    head = phrase.head
    stem = page.stem(head)
    if stem in _PARTIES:
        return True
    if phrase.label in ("place", "facility"):
        known = sight(page).known_name(head)
        return phrase.named and known is not None and known[1] in ("country", "capital")
    if phrase.named and phrase.label in ("organization", "unnamed group"):
        return True
    return page.has(head, "role", "rank", "honorific", "org_head", "force", "people", "ministry")


def actor_at(ground: Ground, token: int, stop: int) -> ActorPhrase | None:
    """The phrase at a token, if it is somebody who can act."""
    if token >= stop:
        return None
    mask = ground.page.mask(token)
    if mask & (B | L | K):
        return None
    if ground.page.has(token, "prep", "comp", "mark", "prep_bound") and ground.page.word(token) != "«":
        return None
    phrase = phrase_at(ground.page, token, stop)
    if phrase is not None and ground.page.word(token) == "«" and ground.page.word(token + 1).endswith("ا"):
        return None  # «طلبا عاجلا»: an object in quotation marks
    if acts(ground, phrase):
        return phrase
    page = ground.page
    if page.has(token, "country") and page.has(token, "demonym") and not page.has(token - 1, "noun", "adj"):
        return ActorPhrase(
            token, token + 1, (token, token + 1), None, "place", "f", named=True, head=token, definite=True
        )  # تركيا
    mention = ground.named.get(token)  # a family name that the report has given in full elsewhere
    if mention is not None and mention.first == token and mention.last <= stop:
        name = (mention.first, mention.last)
        return ActorPhrase(token, mention.last, name, None, mention.label, named=True, head=token, definite=True)
    return None


def subject_of(
    ground: Ground, verb: int, deed: Deed | None = None, *, gender: str | None = None, first: bool = False
) -> Who:
    """The subject of the finite verb at a token."""
    if deed is not None:
        gender, first = deed.gender, deed.first
    if first:
        return Who("speaker", None, None, True)
    many = (
        deed is not None and deed.plural and deed.tense in ("past", "present")
    )  # طالبوا: its subject stands before it
    key = (verb, gender, many)
    found = ground.subjects.get(key)
    if not isinstance(found, Who):
        found = ground.subjects[key] = _subject(ground, verb, gender, many)
    return Who(found.kind, found.phrase, found.gender, found.plural, found.noun)


def _subject(ground: Ground, verb: int, gender: str | None, many: bool) -> Who:
    page = ground.page
    start, stop = ground.region(verb)
    if (
        page.word(start - 1) == "«" and verb - start <= 1 and start > 1
    ):  # قال إن الوزير «سيحضر …»: the subject stands outside
        start = ground.region(start - 2)[0]
    at = ground.skip(verb + 1, stop)
    while at < stop and page.has(at, "prep_bound"):  # لوحت فيه أميركا
        at = ground.skip(at + 1, stop)
    adjacent = _adjacent(ground, verb, start)
    if adjacent is not None:
        return Who("phrase", adjacent, gender, adjacent.plural)
    behind = actor_at(ground, at, stop)
    if behind is not None and not many and not page.mask(at) & W and _agrees(ground, verb, behind, gender):
        return Who("phrase", behind, gender, behind.plural)
    return before(ground, verb, start, gender)


def _adjacent(ground: Ground, verb: int, start: int) -> ActorPhrase | None:
    """The subject that stands right before its verb and opens the clause: what follows the verb is then its object."""
    page = ground.page
    last = verb - 1 if page.word(verb - 1) in ("قد", "لن", "سوف", "لم", "لا") else verb
    if last <= start or page.mask(verb) & W or page.has(last - 1, "mark", "comp", "conj", "rel", "prep"):
        return None
    for at in _openings(ground, last, start)[:4]:
        if at < last - 12:
            break
        if page.word(at - 1) in COMMAS and at != start and not page.has(at, "country", "capital"):
            continue
        phrase = actor_at(ground, at, last)
        if phrase is not None and phrase.last == last:
            return phrase
    return None


def _agrees(ground: Ground, verb: int, phrase: ActorPhrase, gender: str | None) -> bool:
    """Whether a verb before its subject agrees with it in gender as far as both are sure."""
    page = ground.page
    if page.stem(phrase.head).endswith("ين") and page.has(phrase.head, "people", "role_pl") and not phrase.name:
        return False  # طالب الليبيين: no nominative ends so
    if gender is None or phrase.gender is None or phrase.plural:
        return True
    if phrase.label != "person":
        return not (gender == "m" and phrase.gender == "f" and phrase.first == verb + 1)
    return phrase.gender == gender


def before(ground: Ground, verb: int, start: int, gender: str | None) -> Who:
    """The subject that stands before its verb, or the pronoun that stands for it."""
    page = ground.page
    i = verb - 1
    while i >= start and (page.word(i) in _BEFORE or page.stem(i) in ("كان", "كانت", "قد", "لن", "سوف", "لم", "لا")):
        i -= 1
    word = page.word(i)
    for base in ("بان", "فان", "وان", "لان", "ان", "لكن", "ولكن"):
        if word.startswith(base) and i >= start:
            rest = word[len(base) :]
            if rest in _PRONOUN:
                kind = _PRONOUN[rest]
                if kind == "first":
                    return Who("speaker", None, None, True)
                return Who("pronoun", None, kind if kind != "pl" else None, kind == "pl")
            if rest == "":
                return Who("pronoun", None, gender)
    if i >= start and word in ("نحن", "اننا"):
        return Who("speaker", None, None, True)
    if i >= start and word in ("هو", "هي", "وهو", "وهي", "هم", "وهم"):
        return Who("pronoun", None, "f" if word.endswith("هي") else "m", word.endswith("هم"))
    if i == verb - 1 and i > start and _headed(ground, i):
        return Who("thing", None, gender)  # تظاهرات طالبت بـ: a thing does it
    relative = i >= start and word in ("الذي", "التي", "الذين", "والذي", "والتي")
    for at in _openings(ground, verb, start):
        phrase = actor_at(ground, at, verb)
        if phrase is None:
            continue
        if reaches(ground, phrase.last, verb) or relative and phrase.last >= i - 1:
            return Who("phrase", phrase, gender, phrase.plural)
    return Who("pronoun", None, gender)


def _headed(ground: Ground, i: int) -> bool:
    """Whether the token before a verb is a thing in the indefinite that the verb describes."""
    page = ground.page
    if page.mask(i) & (AL | P) or not page.has(i, "noun", "masdar") or page.word(i).endswith("ا") or i in ground.named:
        return False
    return page.has(i, "pl", "event") and not page.has(
        i, "person", "role", "group", "timeword", "force", "people", "prep", "name_bare", "country", "capital"
    )


_BEFORE = frozenset("قد لقد لن سوف لم لا كان كانت ايضا ، ,".split())


def _openings(ground: Ground, verb: int, start: int) -> list[int]:
    """Where a subject before the verb may begin, the nearest first."""
    page = ground.page
    found = []
    for i in range(verb - 1, max(start, verb - 40) - 1, -1):
        word = page.word(i)
        before_ = page.word(i - 1)
        if i == start:
            found.append(i)
        elif (
            before_ in COMMAS
            or before_ in STOPS
            or before_
            in (
                "«",
                ":",
                "-",
                "–",
                "—",
                ")",
                "لكن",
                "ولكن",
                "فيما",
                "بينما",
                "حيث",
                "كما",
                "كان",
                "كانت",
                "وكان",
                "وكانت",
                "و",
                "عندما",
                "اما",
                "من",
                "قوي",
            )
        ):
            found.append(i)
        elif before_ in COMPLEMENTISERS or before_ in BI_COMPLEMENTISERS or before_ in ("وان", "فان", "لان", "وبان"):
            found.append(i)
        elif page.mask(i) & W and not ground.verb_like(i) and page.has(i - 1, "mark", "close"):
            found.append(i)
        if word in STOPS or len(found) >= 5:
            break
    if start not in found and verb - start < 60:
        found.append(start)
    return found


def short(ground: Ground, phrase: ActorPhrase) -> ActorPhrase:
    """A phrase without the verbal noun that follows an indefinite head (أي طرف | مراجعة الاتفاق)."""
    page = ground.page
    for i in range(phrase.first + 1, phrase.last):
        if (
            page.has(i, "masdar")
            and not page.mask(i) & (AL | W)
            and not page.has(i, "org_head", "force", "role")
            and not page.mask(i - 1) & AL
        ):
            if i - 1 == phrase.first and page.has(phrase.first, "org_head", "role", "ministry"):
                continue
            return ActorPhrase(
                phrase.first,
                i,
                None,
                None,
                phrase.label,
                phrase.gender,
                phrase.plural,
                False,
                min(phrase.head, i - 1),
                False,
            )
    return phrase


def until_act(ground: Ground, phrase: ActorPhrase) -> ActorPhrase:
    """A phrase without a verbal noun behind بـ that its verb asks for (رئيس الوزراء المكلف | بالاحتفاظ بالوزارة)."""
    page = ground.page
    for i in range(phrase.first + 1, phrase.last):
        if page.mask(i) & B and page.has(i, "masdar"):
            phrase.last = i
            if phrase.role is not None and phrase.role[1] > i:
                phrase.role = (phrase.role[0], i)
            break
    return phrase


def reaches(ground: Ground, last: int, verb: int) -> bool:
    """Whether nothing but particles, times, brackets and a relative clause stands between a phrase and its verb."""
    page = ground.page
    i = last
    while i < verb:
        i = ground.skip(i, verb)
        if i >= verb:
            return True
        word = page.word(i)
        if word in COMMAS or word in _BEFORE or word in ("«", "»", ")", "بها", "به"):
            i += 1
        elif (
            page.mask(i) & W
            and page.word(i - 1) in COMMAS
            and any(page.word(k) in COMMAS for k in range(i + 1, min(verb, i + 12)))
        ):
            i = next(k + 1 for k in range(i + 1, verb) if page.word(k) in COMMAS)
        elif word == "(":
            i = next((k + 1 for k in range(i, verb) if page.word(k) == ")"), verb)
        elif word in ("الذي", "التي", "الذين") or page.has(i, "participle") and page.mask(i) & AL:
            comma = [k for k in range(i, verb) if page.word(k) in COMMAS]
            if word not in ("الذي", "التي", "الذين"):
                if not comma and verb - i <= 8:
                    return True
            if not comma:
                return False
            i = comma[-1] + 1
        elif (
            page.has(i, "prep")
            and not page.mask(i)
            and verb - i <= 9
            and not any(ground.verb_like(k) or page.word(k) in COMMAS for k in range(i, verb))
        ):
            return True
        else:
            return False
    return True
