"""Time expressions: their extents, types, values and mods, and the words that are none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.document import Document
from mithaq.grammar.grammar import default_grammar
from mithaq.grammar.page import Page
from mithaq.reading.times import read_times
from mithaq.record import Published

GRAMMAR = default_grammar()
PUBLISHED = date(2024, 9, 28)  # a Saturday


def times(text, published=PUBLISHED):
    page = Page(Document(text), GRAMMAR)
    return read_times(page, Published(published, published, published, "given") if published else None)


def shown(text, published=PUBLISHED):
    return [(t.span.cite(text), t.type, t.value, t.mod) for t in times(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value", "mod"),
    [
        # months under all their names
        ("وقع الاتفاق في أيلول الماضي", "أيلول الماضي", "DATE", "2023-09", None),
        ("يبدأ في كانون الثاني (يناير) المقبل", "كانون الثاني (يناير) المقبل", "DATE", "2025-01", None),
        ("وقع في 27 يناير/ كانون الثاني الماضي", "27 يناير/ كانون الثاني الماضي", "DATE", "2024-01-27", None),
        ("أواخر نيسان - أبريل 2019", "أواخر نيسان - أبريل 2019", "DATE", "2019-04", "END"),
        ("انتهت في جويلية 2016", "جويلية 2016", "DATE", "2016-07", None),
        ("منذ شهر غشت الماضي", "شهر غشت الماضي", "DATE", "2024-08", None),
        ("خلال تشرين الأول/أكتوبر من العام الماضي", "تشرين الأول/أكتوبر من العام الماضي", "DATE", "2023-10", None),
        # days
        ("في الثالث من يوليو 2018", "الثالث من يوليو 2018", "DATE", "2018-07-03", None),
        ("في الحادي والعشرين من آذار 2011", "الحادي والعشرين من آذار 2011", "DATE", "2011-03-21", None),
        ("في الـ 12 من الشهر الجاري", "الـ 12 من الشهر الجاري", "DATE", "2024-09-12", None),
        ("بتاريخ 12/10/2018", "12/10/2018", "DATE", "2018-10-12", None),
        ("بتاريخ ١٢/١٠/٢٠١٨", "١٢/١٠/٢٠١٨", "DATE", "2018-10-12", None),
        ("بتاريخ 5.6.2023", "5.6.2023", "DATE", "2023-06-05", None),
        ("ثورة 25 يناير 2011", "25 يناير 2011", "DATE", "2011-01-25", None),
        # deictic words
        ("قال أمس", "أمس", "DATE", "2024-09-27", None),
        ("قال أول من أمس الخميس", "أول من أمس الخميس", "DATE", "2024-09-26", None),
        ("اليوم (السبت)", "اليوم (السبت)", "DATE", "2024-09-28", None),
        ("يعقد غدا", "غدا", "DATE", "2024-09-29", None),
        ("سيعقد الأسبوع المقبل", "الأسبوع المقبل", "DATE", "2024-W40", None),
        ("انتهى العام الماضي", "العام الماضي", "DATE", "2023", None),
        ("العام الجاري 2024", "العام الجاري 2024", "DATE", "2024", None),
        ("قبل نهاية العام", "نهاية العام", "DATE", "2024", "END"),
        ("حتى الآن", "الآن", "DATE", "PRESENT_REF", None),
        ("في الآونة الأخيرة", "الآونة الأخيرة", "DATE", "PAST_REF", None),
        ("وأصبحت البلاد اليوم مقسمة", "اليوم", "DATE", "PRESENT_REF", None),
        # weekdays by the tense of the verb
        ("أعلن الوزير الثلاثاء", "الثلاثاء", "DATE", "2024-09-24", None),
        ("ستبدأ المفاوضات الثلاثاء", "الثلاثاء", "DATE", "2024-10-01", None),
        ("من المقرر أن يعقد البرلمان جلسة الاثنين", "الاثنين", "DATE", "2024-09-30", None),
        ("وكان من المقرر أن تبدأ الهدنة الثلاثاء", "الثلاثاء", "DATE", "2024-09-24", None),
        ("زار الوفد بغداد الخميس الماضي", "الخميس الماضي", "DATE", "2024-09-26", None),
        # parts of the day and clocks
        ("وصل مساء الجمعة", "مساء الجمعة", "TIME", "2024-09-27TEV", None),
        ("وقع الانفجار فجر اليوم السبت", "فجر اليوم السبت", "TIME", "2024-09-28TMO", None),
        ("بعد ظهر أمس", "بعد ظهر أمس", "TIME", "2024-09-27TAF", None),
        ("الليلة الماضية", "الليلة الماضية", "TIME", "2024-09-27TNI", None),
        ("13:44 ت م", "13:44 ت م", "TIME", "2024-09-28T13:44", None),
        ("عند الساعة الثالثة والنصف عصرا", "الساعة الثالثة والنصف عصرا", "TIME", "2024-09-28T15:30", None),
        # years, decades, centuries, parts of the year
        ("منذ عام ألفين وثلاثة", "عام ألفين وثلاثة", "DATE", "2003", None),
        ("في ثمانينيات القرن الماضي", "ثمانينيات القرن الماضي", "DATE", "198", None),
        ("في القرن الحادي والعشرين", "القرن الحادي والعشرين", "DATE", "20", None),
        ("في الربع الثالث من 2025", "الربع الثالث من 2025", "DATE", "2025-Q3", None),
        ("انهار في صيف 2016", "صيف 2016", "DATE", "2016-SU", None),
        # Hijri
        ("25 شوال 1436 هـ", "25 شوال 1436 هـ", "DATE", "2015-08-10", None),
        ("15 رمضان 1445هـ", "15 رمضان 1445هـ", "DATE", "2024-03-25", None),
        # durations
        ("خلال الـ 12 شهراً المقبلة", "الـ 12 شهراً المقبلة", "DURATION", "P12M", None),
        ("في السنوات الخمس الماضية", "السنوات الخمس الماضية", "DURATION", "P5Y", None),
        ("خلال السنوات الأخيرة", "السنوات الأخيرة", "DURATION", "PXY", None),
        ("منذ نحو ستة عقود", "نحو ستة عقود", "DURATION", "P60Y", "APPROX"),
        ("لعامين مقبلين", "عامين مقبلين", "DURATION", "P2Y", None),
        ("بعد عام ونصف", "عام ونصف", "DURATION", "P1Y6M", None),
        ("في غضون 72 ساعة", "72 ساعة", "DURATION", "PT72H", None),
        ("استمرت لأشهر", "أشهر", "DURATION", "PXM", None),
        ("منذ نصف قرن", "نصف قرن", "DURATION", "P50Y", None),
        ("لا تتجاوز ثلاثين يوما", "لا تتجاوز ثلاثين يوما", "DURATION", "P30D", "EQUAL_OR_LESS"),
        # sets
        ("كل أسبوع", "كل أسبوع", "SET", "P1W", None),
        ("يعقد كل ستة أشهر", "كل ستة أشهر", "SET", "P6M", None),
        ("التقرير السنوي", "السنوي", "SET", "P1Y", None),
    ],
)
def test_one(text, words, kind, value, mod):
    assert shown(text) == [(words, kind, value, mod)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بين عامي 2003 و2011", [("عامي 2003", "2003"), ("2011", "2011")]),
        ("بين 15 و20 تشرين الأول المقبل", [("15", "2024-10-15"), ("20 تشرين الأول المقبل", "2024-10-20")]),
        ("من 12 إلى 15 من الشهر الجاري", [("12", "2024-09-12"), ("15 من الشهر الجاري", "2024-09-15")]),
        (
            "25 شوال 1436 هـ الموافق 10 أغسطس 2015 م",
            [("25 شوال 1436 هـ", "2015-08-10"), ("10 أغسطس 2015 م", "2015-08-10")],
        ),
        ("في مايو أو يونيو من العام المقبل", [("مايو", "2025-05"), ("يونيو من العام المقبل", "2025-06")]),
        ("زار بغداد السبت والأحد", [("السبت", "2024-09-28"), ("الأحد", "2024-09-29")]),
        ("انفصل عام 2011 ثم اندلع القتال بعد ذلك بعامين", [("عام 2011", "2011"), ("بعد ذلك بعامين", "2013")]),
        ("بعد ظهر الأربعاء أو مساء", [("بعد ظهر الأربعاء", "2024-09-25TAF"), ("مساء", "2024-09-25TEV")]),
    ],
)
def test_two(text, expected):
    assert [(words, value) for words, _, value, _ in shown(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "دخل الطلاب باب الجامعة",
        "وهو أب لثلاثة أبناء",
        "قال أحد المسؤولين",
        "الأمين العام للأمم المتحدة",
        "الرأي العام والنائب العام",
        "اضرابا عاما دعت إليه النقابات",
        "بعد عقد اجتماع طارئ",
        "وقع عقد الشراكة",
        "2500 عسكري",
        "انسحب 2000 جندي",
        "يبلغ من العمر 51 عاما",
        "الطفل أحمد (6 أعوام)",
        "مارس ضغوطا على الحكومة",
        "قالت تيريزا ماي إنها ستستقيل",
        "الرئيس رجب طيب أردوغان",
        "الشيخ صباح الأحمد",
        "معلومات دقيقة عن الهجوم",
        "من جهة ثانية",
        "في المغرب وتونس",
        "قوى 14 آذار",
        "ثورة 25 يناير",
        "في الوقت نفسه وفي الوقت الذي",
        "خلال الفترة الانتقالية",
        "في الجولة الثانية من التصويت",
        "صلاة الجمعة",
        "فجر انتحاري نفسه",
        "أحداث الربيع العربي",
        "ربع مليار دولار",
        "صحيفة المصري اليوم",
        "حزب الغد",
        "وقت لاحق ولاحقا وآنذاك وفورا",
        "ليل نهار",
    ],
)
def test_none(text):
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("في موعد أقصاه نهاية أيلول 2025", "by"),
        ("بحلول 30 يونيو", "by"),
        ("قبل نهاية العام المقبل", "by"),
        ("قبل 12 مايو 2025", "before"),
        ("حتى أيلول 2026", "until"),
        ("لغاية 5 حزيران 2025", "until"),
        ("خلال 12 شهرا", "within"),
        ("في غضون 30 يوما", "within"),
        ("مهلة ستين يوما", "within"),
        ("خلال شهر شباط 2025", "during"),
        ("بعد 72 ساعة من التوقيع", "after"),
        ("منذ أيلول 2014", "since"),
        ("اعتبارا من 1 كانون الثاني 2025", "from"),
        ("في 5 حزيران 2025", "on"),
    ],
)
def test_relation(text, relation):
    assert [t.relation for t in times(text)] == [relation]


def test_twins_that_differ_are_an_issue():
    page = Page(Document("بغداد 25 شوال 1436 هـ الموافق 15 أغسطس 2015 م"), GRAMMAR)
    read_times(page, None)
    assert [issue.what for issue in page.issues] == ["2015-08-10 and 2015-08-15 are said to be one day"]


def test_what_no_day_is_known_for_takes_x():
    assert shown("قال اليوم الأحد", None) == [("اليوم الأحد", "DATE", "XXXX-WXX-7", None)]
    assert shown("وقع في 27 يناير الماضي", None) == [("27 يناير الماضي", "DATE", "XXXX-01-27", None)]


def test_a_week_begins_on_sunday():
    assert shown("سيعقد الأسبوع الجاري", date(2015, 8, 2))[0][2] == "2015-W32"
    assert shown("سيعقد الأسبوع الجاري", date(2015, 8, 8))[0][2] == "2015-W32"


def test_days_of_a_third():
    (time,) = times("قبل نهاية أيلول 2025")
    assert (time.earliest, time.latest) == (date(2025, 9, 21), date(2025, 9, 30))


EASTERN = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
LEVANTINE = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]
MAGHREBI = "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split()
MOROCCAN = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split()
EASTERN_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FORMS = [
    "{d} {e} {y}",
    "{d} {l} {y}",
    "{d} {m} {y}",
    "{d} {k} {y}",
    "{d} {e}/{l} {y}",
    "{d} {e}/ {l} {y}",
    "{d} {l} ({e}) {y}",
    "{d} {l} - {e} {y}",
    "{d} {e} من عام {y}",
    "{d} {e} عام {y}م",
    "يوم {d} {l}/{e} {y}",
    "{d}/{n}/{y}",
    "{d}-{n}-{y}",
    "{d}.{n}.{y}",
    "{y}/{n}/{d}",
    "{y}-{n:02}-{d:02}",
]


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)),
    st.sampled_from(FORMS),
    st.booleans(),
    st.sampled_from(["في ", "وقع في ", "حتى "]),
)
def test_a_date_in_any_form_is_read_back(day, form, digits, before):
    i = day.month - 1
    text = form.format(d=day.day, n=day.month, y=day.year, e=EASTERN[i], l=LEVANTINE[i], m=MAGHREBI[i], k=MOROCCAN[i])
    text = text.translate(EASTERN_DIGITS) if digits else text
    assert shown(before + text + " في بغداد") == [(text, "DATE", day.isoformat(), None)]


@given(st.dates(date(1950, 1, 1), date(2099, 12, 20)), st.integers(-2, 2))
def test_deictic_days_follow_the_day_of_writing(day, step):
    word = {-2: "أول من أمس", -1: "أمس", 0: "اليوم", 1: "غدا", 2: "بعد غد"}[step]
    assert [v for _, _, v, _ in shown(f"يلتقي {word} الوفدان", day)] == [(day + timedelta(step)).isoformat()]


@given(st.text(alphabet="الأحدسبتثيمخرعوه 0123456789/:.-()\n«»،", max_size=120))
def test_any_text_is_read_and_cited(text):
    for time in times(text):
        assert 0 <= time.span.start < time.span.end <= len(text)
        assert time.id == f"t{time.span.start}-{time.span.end}"
