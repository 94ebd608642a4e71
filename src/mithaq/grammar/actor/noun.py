"""The core of a noun phrase: a head, the words it governs, the adjectives behind them, and the phrases with a preposition."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.grammar.actor.sight import (
    ADJ, ADVERB, AL, B, CASED, CLOSE, DEM, DIGIT, FUNC, GIVEN, HON, K, L, MINISTRY, MOD, NISBA, NOMINAL, NOUN, OPEN, ORG, P, PART,
    PEOPLE, PLACE, PLURAL, PREP, PRESENT, PROCLITIC, PUNCT, QUANT, RANK, REL, ROLE, S, SURNAME, TIME, UNK, VERB, W, WEAKROLE, Sight,
)  # fmt: skip

_NEVER = PREP | FUNC | REL | PUNCT | DIGIT
# Heads whose phrase with ل belongs to them: they are for something.
FOR = frozenset(
    "امين امينه مدير مديره متحدث متحدثه ناطق ناطقه ممثل ممثله مبعوث مبعوثه مستشار مستشاره قايد رييس رييسه نايب نايبه سكرتير سكرتيره "
    "منسق منسقه مفوض مفوضه عضو مساعد مساعده مندوب مندوبه مدعي مقرر مقرره وكيل مراقب مرشد موفد معاون مشرف مشرفه وزير وزيره "
    "مرشح مرشحه مفتي قنصل ملحق سفير سفيره ناطقون متحدثون مسوول نقيب زعيم زعيمه منظر مومس عميد محافظ".split()
)
# Whom a speaker speaks to, or where: behind ل these are no part of the speaker.
TOLD = frozenset(
    "وكاله وكالات صحيفه صحف قناه قنوات موقع مواقع اذاعه راديو تلفزيون تلفزيونيه شبكه مجله برنامج جريده صحفيين صحافيين صحفيون اعلام وسايل "
    "رويترز فرانس اسوشيتد اناضول جزيره عربيه نيوز مراسل مراسلين مراسلي مراسله اعلاميين وساءل ميادين بي سي روسيا مشاهدين سكاي "
    "شرق حره حدث مصراوي سبوتنيك نوفوستي تاس ارنا تسنيم فارس يورونيوز بلومبرغ".split()
)
SEATED = frozenset(
    "مصدر مصادر مسوول مسوولين مسوولون مسووله متحدث متحدثه ناطق ناطقه سفير سفيره قنصل ممثل ممثله عضو عضوه اعضاء قيادي قياديه قياديين قياديون "
    "نايب نايبه نواب باحث باحثه باحثين خبير خبيره خبراء استاذ استاذه محلل محلله محللين مراسل مراسله ناشط ناشطه ناشطين ناشطون نشطاء شاهد شهود "
    "مبعوث مبعوثه مندوب مرشح مرشحه ضابط ضباط قايد قاده مدير مديره رييس طبيب طبيبه اطباء دبلوماسي دبلوماسيين دبلوماسيون دبلوماسيه موظف موظفين "
    "موظفون معارض معارضين معارضون مقاتل مقاتلين جندي جنود شخصيه شخصيات مراقب مراقبين مراقبون عامل عاملين عاملون سكان مقيم مقيمين مواطن مواطنين "
    "جهه جهات اوساط دوايار مختص متخصص متخصصه مستشار مشارك مشاركين مشاركون محام محامي محامين محامون قاضي قاض مقرب مقربين بعثه سفاره قوات مكتب "
    "جماعه حركه تنظيم فرع ولايه قياده كتله مجموعه مجموعات فصايل منظمه منظمات جمعيه مركز مجلس دول دوله احزاب حزب معارضه قوي وزير نظير نظيره".split()
)
# Behind في these say when, how or at what occasion, never where somebody belongs.
OCCASION = frozenset(
    "موتمر بيان بيانات تصريح تصريحات حديث مقابله مقابلات كلمه كلمته كلمتها خطاب خطابه تغريده تغريدات تدوينه رساله رسايل لقاء لقايه جلسه اجتماع ختام اعقاب اطار اشاره "
    "وقت مقطع منشور افتتاح حوار حفل تقرير تقريره تقريرها مقال مقاله سياق ظل رد ضوء غضون خطوه اثناء مستهل بدايه نهايه معرض اتصال ندوه زياره زيارته زيارتها قضيه "
    "مواجهه مداخله يوم عام شهر ساعه اسبوع سنه مساء صباح فجر ليله مناسبه موضوع حال حاله بلاغ نص وثيقه تسجيل فيديو برنامج مناسبات جوله قمه مباحثات محادثات "
    "انتظار محاوله سبيل صدد شان نفس ذات هذا هذه ذلك تلك تعليق تعليقات مرحله اول اخر ثاني".split()
)
_GOVERNED = {  # adjectives and participles with their prepositions
    "مقرب": "من", "مقربه": "من", "مقربين": "من", "مقربون": "من", "قريب": "من", "قريبه": "من", "مطلع": "علي", "مطلعه": "علي", "مطلعين": "علي",
    "مشرف": "علي", "مشرفه": "علي", "قايم": "علي", "قايمه": "علي", "قايمين": "علي", "مسوول": "عن", "مسووله": "عن", "مسوولين": "عن",
    "مسوولون": "عن", "مدافع": "عن", "نايب": "عن", "مرشح": "عن", "منشق": "عن", "مكون": "من", "مدعوم": "من", "مدعومه": "من", "قادم": "من",
    "مدعومين": "من", "مبعوث": "الي", "مبعوثه": "الي", "خاص": "الي", "خاصه": "الي", "سفير": "لدي", "دايم": "لدي", "دايمه": "لدي", "معتمد": "لدي",
    "مندوب": "لدي", "ممثل": "لدي", "ممثله": "لدي", "مشارك": "في", "مشاركه": "في", "عضو": "في", "متعاون": "مع", "متحالف": "مع", "متحالفه": "مع",
    "تحالف": "ضد", "قيادي": "في", "عدد": "من", "مجموعه": "من", "كل": "من", "عديد": "من", "كثير": "من", "عشرات": "من", "نخبه": "من", "وفد": "من",
}  # fmt: skip


@dataclass(slots=True)
class Core:
    """A head with what it governs: tokens `[first, last)`; `kind` role, org, place, people, person or noun."""

    first: int
    last: int
    head: int
    kind: str
    definite: bool
    proper: bool = False
    both: int = 0  # the token of a second adjective joined with و (الحكومتين العراقية والأمريكية)


def head_kind(s: Sight, i: int) -> str | None:
    """What a token is as the head of a phrase, or None where it heads none."""
    bits, mask = s.bits[i], s.masks[i]
    if bits & (PUNCT | DIGIT | REL) or mask & S:
        return None
    if bits & (PREP | FUNC) and not mask & AL:
        return None
    if bits & (ROLE | RANK | HON):
        return "role"
    if bits & ORG or (bits & MINISTRY and mask & AL):
        return "org"
    if bits & PEOPLE:
        return "people"
    if bits & PLACE:
        return "place"
    if bits & (GIVEN | SURNAME | PART):
        return "person"
    if bits & TIME:
        return None
    if bits & NOMINAL and not (bits & VERB and not mask & AL):
        return "noun"
    if bits & UNK:
        return "unknown"
    return None


_PROPER_KINDS = {"country": "place", "capital": "place", "place": "place", "facility": "place", "org": "org", "person": "person", "role": "role", "rank": "role", "honorific": "role"}


def core(s: Sight, i: int, stop: int) -> Core | None:
    """The core of the noun phrase that begins at token i."""
    first = i
    known = s.known_name(i)
    if known and known[1] in _PROPER_KINDS:
        end, kind = known[0], _PROPER_KINDS[known[1]]
        if end > stop:
            return None
        if kind == "person":
            return Core(first, end, i, kind, True, True)
        if kind == "role":
            found = Core(first, end, i, kind, bool(s.masks[i] & AL or s.masks[end - 1] & AL))
            return _behind(s, found, stop)
        found = Core(first, end, i, kind, True, True)
        if kind == "org":
            _adjectives(s, found, stop)
        return found
    kind_ = head_kind(s, i)
    if kind_ is None or kind_ == "person":
        return None
    return _behind(s, Core(first, i + 1, i, kind_, bool(s.masks[i] & (AL | P))), stop)


def _behind(s: Sight, found: Core, stop: int) -> Core:
    """Take in the words that the head governs, then the adjectives."""
    if not found.definite:
        _governed(s, found, stop)
    if found.definite:
        _adjectives(s, found, stop)
    return found


def _governed(s: Sight, found: Core, stop: int) -> None:
    """Words in the construct behind an indefinite head, up to the definite one that ends it; or indefinite adjectives."""
    j = found.last
    adjective = False
    while j < stop:
        bits, mask = s.bits[j], s.masks[j]
        if mask & PROCLITIC:
            break
        if bits & OPEN and found.kind in ("org", "place", "unknown", "noun") and not adjective:
            q = s.quoted.get(j)
            if q and q.close is not None and q.last - q.first <= 6 and q.close < stop:
                j = q.close + 1
                found.definite = found.proper = True
            break
        known = s.known_name(j)
        if known and not adjective and known[1] in _PROPER_KINDS and known[0] <= stop:
            if known[1] in ("rank", "honorific", "person") and found.kind == "role":
                break
            j = known[0]
            found.definite = True
            break
        if mask & AL:
            if bits & (TIME | REL) or adjective:
                break
            j += 1
            found.definite = True
            break
        if bits & (_NEVER | ADVERB | QUANT | TIME | DEM):
            break
        if bits & (GIVEN | SURNAME | PART) and not bits & NOMINAL or bits & UNK and (found.kind == "role" or bits & PRESENT):
            break
        if bits & ADJ and _indefinite_adjective(s, j, stop):
            adjective = True
            j += 1
            continue
        if adjective or bits & VERB and not _governs(s, j, stop):
            break
        if not bits & (NOMINAL | UNK):
            break
        j += 1
        if mask & P:
            found.definite = True
            break
    found.last = j


def _indefinite_adjective(s: Sight, j: int, stop: int) -> bool:
    """Whether an adjective without the article stands as one (مصدر أمني), and does not head a construct (رئيس عام الشركة)."""
    if s.bits[j] & NOUN | s.bits[j] & ROLE and j + 1 < stop and s.masks[j + 1] & AL and not s.masks[j + 1] & PROCLITIC:
        return False
    return True


def _governs(s: Sight, j: int, stop: int) -> bool:
    """Whether a word that could be a verb or a noun is a noun in the construct here: an articled noun follows."""
    return bool(s.bits[j] & NOMINAL) and j + 1 < stop and bool(s.masks[j + 1] & AL) and not s.masks[j + 1] & PROCLITIC


def _adjectives(s: Sight, found: Core, stop: int) -> None:
    """Articled adjectives behind a definite core, and a second noun joined to what it governs (الزراعة والري)."""
    j = found.last
    while j < stop:
        bits, mask = s.bits[j], s.masks[j]
        if not mask & AL or mask & CASED or bits & (TIME | REL | PUNCT):
            break
        if mask & W:
            if bits & ADJ and j > found.first + 1 and s.bits[j - 1] & ADJ and s.masks[j - 1] & AL and not bits & (ROLE | ORG) | 0:
                found.both = found.both or j
            elif not (found.last - found.first >= 2 and bits & (NOUN | MINISTRY | UNK) and not bits & (ROLE | ORG | PEOPLE | ADJ)):
                break
            elif found.kind not in ("role", "org") or not s.bits[found.last - 1] & (NOUN | MINISTRY | UNK):
                break
        elif bits & ADJ and not (bits & (RANK | HON)) and (not bits & ROLE or bits & MOD or bits & WEAKROLE):
            pass
        elif bits & UNK and bits & NISBA and found.kind != "role":
            pass
        else:
            break
        j += 1
    found.last = j


def complements(s: Sight, found: Core, stop: int, depth: int = 0) -> None:
    """Phrases with a preposition that belong to the core; they move its end."""
    for _ in range(3):
        j = found.last
        if j >= stop:
            return
        at = _complement(s, found, j)
        if at is None or at >= stop:
            return
        inner = core(s, at, stop)
        if inner is None:
            end = _name_like(s, at, stop)
            if end == at:
                return
            found.last = end
            continue
        if depth < 2:
            complements(s, inner, stop, depth + 1)
        found.last = inner.last


def _name_like(s: Sight, at: int, stop: int) -> int:
    from mithaq.grammar.actor.person import STRONG, person_end

    return person_end(s, at, stop, STRONG)


def _complement(s: Sight, found: Core, j: int) -> int | None:
    """Where the noun begins that a preposition at token j ties to the core; None where there is no such tie."""
    bits, mask = s.bits[j], s.masks[j]
    head = s.stems[found.head]
    word = s.words[j]
    before = s.stems[j - 1]
    if word == "باسم" or (word == "بلسان" and head in ("متحدث", "ناطق")):
        return j + 1
    if mask & W:
        return None
    if mask & L:
        stem = s.stems[j]
        if stem in TOLD or bits & TIME or bits & PLURAL and bits & ROLE and found.kind == "role":
            return None
        if found.kind == "org" or (found.kind == "role" and head in FOR) or before in ("تابع", "تابعه", "موالي", "مواليه", "مويد", "مويدين", "مويده", "معارض", "معارضه", "معارضين", "مناهض", "مناهضه"):
            return j
        return None
    if mask & B:
        if before in ("مكلف", "مكلفه", "قايم", "خاص", "خاصه", "معني", "معنيه") or (head in SEATED or found.kind == "org") and s.known_name(j):
            return j if s.stems[j] not in OCCASION else None
        return None
    if not bits & PREP or mask:
        return None
    following = s.stems[j + 1] if j + 1 < s.count else ""
    if _GOVERNED.get(before) == word or _GOVERNED.get(head) == word:
        return j + 1 if following not in OCCASION else None
    if word in ("في", "لدي", "داخل", "من") and (head in SEATED or not found.definite and found.kind in ("role", "people")):
        if following in OCCASION or s.bits[j + 1] & (TIME | DIGIT | DEM | OPEN | CLOSE | QUANT):
            return None
        if word == "من" and (found.definite or s.words[j + 1] in ("ان", "انه")):
            return None
        return j + 1
    return None


__all__ = ["FOR", "OCCASION", "SEATED", "TOLD", "Core", "complements", "core", "head_kind", "B", "K", "ROLE"]
