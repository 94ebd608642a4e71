"""A user's own gazetteers and lexicons: what they add, and what is said of one that is wrong."""

import re
from pathlib import Path

import pytest

from mithaq import Document, Reader
from mithaq.errors import LexiconError
from mithaq.lexicon.extend import COLUMNS, ORGANISATION_KINDS, PLACE_KINDS, ROLE_CLASSES, extend
from mithaq.lexicon.lexicon import Lexicon, blocks, records, table

PAGE = (Path(__file__).parent.parent.parent / "docs" / "lexicon.md").read_text("utf-8")
CSV, TOML = re.findall(r"```(?:csv|toml)\n(.*?)```", PAGE, re.DOTALL)
HEADER = ",".join(COLUMNS)
REPORT = (
    'ينتشر نحو 700 جندي أميركي في قاعدة "تلعروب" منذ عام 2019.\n\n'
    'وقال برشونة للصحفيين: "لن نغادر"، وأضاف أن الوضع هادئ. وأعلنت السنابل الحمر أنها ستشارك.\n'
)


@pytest.fixture
def files(tmp_path):
    gazetteer, lexicon = tmp_path / "places.csv", tmp_path / "names.toml"
    gazetteer.write_text(CSV, encoding="utf-8-sig")
    lexicon.write_text(TOML, encoding="utf-8")
    return gazetteer, lexicon


def test_a_users_names_are_read_only_with_his_files(files):
    document = Document(REPORT, "r.txt")
    gazetteer, lexicon = files
    plain = Reader().read(document)
    own = Reader(gazetteers=[gazetteer], lexicons=[str(lexicon)]).read(document)
    (place,) = own.presences[0].places
    assert (place.kind, place.province, place.country, place.lat, place.lon) == ("base", "الأنبار", "IQ", 33.41, 42.2)
    assert [p.country for p in plain.presences[0].places] == [None]
    labels = {(m.label, m.name) for m in own.mentions} - {(m.label, m.name) for m in plain.mentions}
    assert ("organization", "السنابل الحمر") in labels
    again = Reader().read(document)
    assert again.to_json() == plain.to_json()  # the grammar that all share is as it was


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("وصل الوفد إلى ترشونة مساء", "place"),
        ("وأكدت السنابل الحمر موقفها", "organization"),
        ("والتقى الوفد مع شنبرور في المدينة", "person"),
    ],
)
def test_each_table_gives_mentions(files, text, label):
    gazetteer, lexicon = files
    with_files = Reader(gazetteers=[gazetteer], lexicons=[lexicon]).read(Document(text + ".\n" + REPORT, "r.txt"))
    without = Reader().read(Document(text + ".\n" + REPORT, "r.txt"))
    end = len(text)
    assert [m.label for m in with_files.mentions if m.span.end <= end] == [label]
    assert not [m for m in without.mentions if m.span.end <= end and m.label == label]


def test_a_users_role_is_one(files):
    _, lexicon = files
    words = Lexicon()
    extend(words, [], [lexicon])
    assert words.has("قهندس", "role") and words.has("قهندسه", "role_f") and words.has("قهندسون", "role_pl")


def test_a_users_row_takes_the_place_of_one_that_ships(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text(f"{HEADER}\nأربيل,,city,SY,حلب,36.00,37.00,,\n", encoding="utf-8")
    record = Reader(gazetteers=[path]).read(Document("ينتشر نحو 700 جندي أميركي في أربيل منذ عام 2019.", "r.txt"))
    assert [(p.province, p.country) for p in record.presences[0].places] == [("حلب", "SY")]


def test_a_grammar_and_files_together_are_refused(files):
    with pytest.raises(ValueError, match="grammar_with"):
        Reader(Reader().grammar, gazetteers=files[:1])


@pytest.mark.parametrize(
    ("rows", "line", "what"),
    [
        ("", None, "the file is empty"),
        ("name;kind\n", 1, "the columns are 'name;kind'"),
        ("name,kind\nترشونة,city\n", 1, "begin the file with the line name,aliases"),
        (f"{HEADER}\n\n# …\nترشونة,,city,IQ\n", 4, "4 columns, not 9"),
        (f"{HEADER}\nترشونة,,town,IQ,,,,,\n", 2, "kind is 'town'; write one of airport"),
        (f"{HEADER}\nترشونة,,city,Iraq,,,,,\n", 2, "country is 'Iraq'; write the two letters"),
        (f"{HEADER}\n ,,city,IQ,,,,,\n", 2, "name is empty"),
        (f"{HEADER}\nترشونة,أ||ب,city,IQ,,,,,\n", 2, "aliases is 'أ'"),
        (f"{HEADER}\nقاعدة «ترشونة»,,base,IQ,,,,,\n", 2, "name has a mark"),
        (f"{HEADER}\nترشونة,,city,IQ,,91,44,,\n", 2, "lat is '91'; give degrees from -90 to 90"),
        (f"{HEADER}\nترشونة,,city,IQ,,33,nan,,\n", 2, "lon is 'nan'"),
        (f"{HEADER}\nترشونة,,city,IQ,,33,,,\n", 2, "only one of lat and lon"),
        (f"{HEADER}\nترشونة,,city,IQ,,,,,yes\n", 2, "weak is 'yes'"),
        (f'{HEADER}\n"ترشونة"x,,city,IQ,,,,,\n', 2, "this is no CSV"),
    ],
)
def test_what_is_said_of_a_wrong_gazetteer(rows, line, what, tmp_path):
    path = tmp_path / "p.csv"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        extend(Lexicon(), [path], [])
    assert str(error.value).startswith(f"{path}:{line}: " if line else f"{path}: ")
    assert what in str(error.value) and error.value.todo


ORGANISATION = '[[organisation]]\nname = "السنابل"\n'


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", None, "the file is empty"),
        ('[[person]]\nname = "محمد\n', 2, "this is no TOML"),
        ('[[place]]\nname = "ترشونة"\n', 1, "'place' is no table of a lexicon"),
        ('person = "محمد"\n', 1, "'person' is no table of a lexicon"),
        (ORGANISATION, 1, "the organisation has no kind"),
        (f'{ORGANISATION}kind = "club"\n', 1, "kind is 'club'; write one of armed-group"),
        (f'{ORGANISATION}kind = "party"\n\n{ORGANISATION}kind = "party"\ncountry = "XX"\n', 5, "country is 'XX'"),
        (
            f'{ORGANISATION}kind = "party"\nalias = "x"\n',
            1,
            "'alias' is no field of an organisation; it may have name, aliases",
        ),
        (f'{ORGANISATION}kind = "party"\naliases = "x"\n', 1, "aliases is 'x'; write a list"),
        (f'{ORGANISATION}kind = "party"\naliases = ["السنابل الحمر", ""]\n', 1, "aliases is empty"),
        (f'{ORGANISATION}kind = "party"\nweak = ["غيرها"]\n', 1, "no name of the organisation"),
        ("\n[[person]]\nname = 3\n", 2, "name is 3"),
        ('[[role]]\nms = "قهندس"\nclass = "x"\n', 1, "class is 'x'"),
        ('person = [\n{name="محمد ترشون"},\n{name="سالم ترشون", country="x"},\n]\n', 3, "country is 'x'"),
    ],
)
def test_what_is_said_of_a_wrong_lexicon(text, line, what, tmp_path):
    path = tmp_path / "n.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        extend(Lexicon(), [], [path])
    assert str(error.value).startswith(f"{path}:{line}: " if line else f"{path}: ")
    assert what in str(error.value) and error.value.todo


def test_a_file_that_is_not_there_or_not_utf8(tmp_path):
    with pytest.raises(LexiconError, match=r"nowhere.csv: cannot be read"):
        extend(Lexicon(), [tmp_path / "nowhere.csv"], [])
    (tmp_path / "x.csv").write_bytes(f"{HEADER}\n".encode() + "ترشونة".encode("cp1256"))
    with pytest.raises(LexiconError, match=r"x.csv:2: it is not UTF-8"):
        extend(Lexicon(), [tmp_path / "x.csv"], [])


def test_the_page_names_what_is_known():
    assert CSV.splitlines()[0] == HEADER
    for title, known in (
        ("Kinds of places", PLACE_KINDS),
        ("Kinds of organisations", ORGANISATION_KINDS),
        ("Classes of roles", ROLE_CLASSES),
    ):
        named = re.search(rf"^\*\*{title}\*\*:(.*?)\n\n", PAGE + "\n\n", re.DOTALL | re.MULTILINE)[1]
        assert set(re.findall(r"`([\w-]+)`", named)) == known


def test_the_quick_way_to_read_a_list_gives_what_toml_says():
    assert records("organisations.toml", "organisation") == table("organisations.toml")["organisation"]
    assert blocks("persons.toml", "person") == table("persons.toml")["person"]
