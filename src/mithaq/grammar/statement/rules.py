"""The forms in which Arabic news reports speech, as values: what `found_by` of a statement names, with examples that run as tests."""

from __future__ import annotations

from mithaq.engine.rule import Form

FORMS = (
    Form(
        "statement.that",
        "CUE (subject) (time, medium, addressee) COMPLEMENTISER content: the content runs from behind أنّ / إنّ / بأنّ to the next cue, "
        "attribution or turn of the reporter, or to the end of the sentence",
        yes=("قال وزير المالية إن الميزانية جاهزة.", "وأشار المتحدث باسم الحكومة إلى أن المحادثات ستستأنف غدا."),
        no=("غادر الوزير قبل أن يصل الوفد.", "يذكر أن الاجتماع هو الثالث."),
        source="PARC 3.0 (Pareti 2016)",
    ),
    Form(
        "statement.colon",
        "CUE (subject) (time, medium) : content",
        yes=('وقال رئيس البلدية: "سنفتح الطريق غدا".',),
        no=("الساعة 10:30 بدأ الاجتماع.",),
    ),
    Form(
        "statement.quoted",
        "CUE (subject) … «content»: a quotation of four words or more without a complementiser; after a verb of deed (أشاد، تعهد) one that "
        "a preposition governs",
        yes=("وأضافت الوزيرة «لن نقبل بأي تأخير في تنفيذ الخطة».",),
        no=('قال مسؤول في حركة "الغد" إن الحوار مستمر.',),
    ),
    Form(
        "statement.noun",
        "CUE (subject) (preposition of the cue) verbal noun …: a noun phrase that carries a content",
        yes=("أعلنت الشرطة مقتل ثلاثة مسلحين في العاصمة.", "شدد الرئيس على أهمية الحوار."),
        no=("أكد الوزير الخبر.",),
    ),
    Form(
        "statement.noun-bi",
        "CUE of accusing (accuser) accused بـ noun …",
        yes=("اتهم وزير الداخلية المعارضة بعرقلة الحوار.",),
        no=("اتهم القضاء ثلاثة أشخاص.",),
    ),
    Form(
        "statement.participle",
        "… ، PARTICIPLE COMPLEMENTISER content: the speaker is the one of the clause before",
        yes=("رحب وزير الخارجية بالاتفاق، مؤكدا أن بلاده ستلتزم به.",),
        no=("عقد الوزير اجتماعا مؤكدا.",),
    ),
    Form(
        "statement.relay",
        "… عن SOURCE قوله COMPLEMENTISER content; … بقوله: content",
        yes=("نقلت الوكالة عن وزير الدفاع قوله إن العملية انتهت.",),
        no=("أثار قوله جدلا.",),
    ),
    Form(
        "statement.attribution",
        "بحسب / وفقاً لـ / نقلاً عن / على حد قول SOURCE, beside a clause or before it",
        yes=("انسحبت القوات من المدينة، بحسب وزارة الدفاع.", "وبحسب مصدر أمني، فإن الطريق مغلق."),
        no=("يعين الوزير وفقا للدستور.", "سار العمل حسب الخطة."),
    ),
    Form(
        "statement.headline",
        "SOURCE : content, at the beginning of a line",
        yes=("وزير الخارجية: لن نوقع الاتفاق\nعقد اجتماع أمس.",),
        no=("المحادثات: جولة جديدة\nعقد اجتماع أمس.",),
    ),
    Form(
        "statement.postposed",
        "content ، CUE SOURCE: the cue behind its content",
        yes=('"سنبقى هنا حتى النهاية"، قال رئيس الوفد.',),
        no=("وصل الوفد، وغادر رئيسه.",),
    ),
)  # fmt: skip
