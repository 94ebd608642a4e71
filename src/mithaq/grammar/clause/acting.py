"""Which nouns are acts."""

from __future__ import annotations

from mithaq.grammar.clause.ground import Ground

# Nouns behind a verb of commitment that name no act (اتفقا على أهمية …, قرر عدد من …).
NO_ACT = frozenset(
    "اهميه ضروره وجود حدوث امكانيه احتمال صحه خطوره رغبه حق حقوق جمله مبدا شكل صوره بيان قدره انها جديه عدد مجموعه كلمه مواجهه نحو "
    "اساس خلفيه مدي رغم هامش صعيد مستوي حد غرار وقع يد نطاق اثر ضوء مساعده موافقه معرفه اعلام اتفاق اتفاقيه قرار مشروع قانون قول قوله قولها القول تاكيد".split()
) - {"مواجهه", "مساعده"}


def is_act(ground: Ground, token: int) -> bool:
    """Whether a token can begin an act as a verbal noun: a masdar that names a deed, or عدم."""
    page = ground.page
    stem = page.stem(token)
    if stem == "عدم" or stem == "اجراءات" and page.has(token + 1, "masdar") and not page.mask(token + 1):
        return True
    if stem[:2] == "ال" and len(stem) > 3 and "masdar" in page.grammar.lexicon.analyse(stem[2:])[0]:
        return True  # a stem that some name has kept its article for (الرد السريع)
    if page.has(token, "unk") and len(stem) == 5 and stem[0] == "ت" and stem[3] == "ي":
        return True  # the pattern of تشجير
    return page.has(token, "masdar") and stem not in NO_ACT and page.word(token) not in NO_ACT
