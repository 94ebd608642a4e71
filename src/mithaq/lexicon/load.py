"""The lexicon that ships: every data file of this folder, read and inflected."""

from __future__ import annotations

from importlib.resources import files

from mithaq.lexicon.cues import add_cues
from mithaq.lexicon.lexicon import Lexicon, table
from mithaq.lexicon.words import load_words

_TABLES = ("time.toml",)


def load() -> Lexicon:
    """A new lexicon with all words that ship."""
    lexicon = Lexicon()
    for name in _TABLES:
        if (files("mithaq.lexicon") / name).is_file():
            lexicon.add_table(table(name))
    load_words(lexicon)
    add_cues(lexicon)
    for w in 'بيان تصريح تصريحات مؤتمر مقابلة تغريدة تدوينة كلمة خطاب رسالة حوار حديث لقاء إفادة برنامج كلمته'.split(): lexicon.add(w,'medium')
    for w in 'أهمية ضرورة وجود جاهزية مسؤولية أنباء توتر تحركات'.split(): lexicon.add(w,'content_noun')
    return lexicon
