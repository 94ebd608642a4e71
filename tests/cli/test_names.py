"""`--gazetteer` and `--lexicon`: a user's own names in the commands."""

HEADER = "name,aliases,kind,country,province,lat,lon,en,weak\n"


def test_read_and_explain_take_a_users_files(run, tmp_path):
    report, places, names = tmp_path / "r.txt", tmp_path / "places.csv", tmp_path / "names.toml"
    text = "وصل الوفد العراقي إلى ترشونة مساء، وأكدت السنابل الحمر موقفها من الاتفاق، وقالت إنها لن تغادر المدينة.\n"
    report.write_text(text, encoding="utf-8")
    places.write_text(HEADER + "ترشونة,,city,IQ,,,,,\n", encoding="utf-8")
    names.write_text('[[organisation]]\nname = "السنابل الحمر"\nkind = "movement"\n', encoding="utf-8")
    own = ("--gazetteer", places, "--lexicon", names)
    plain, extended = (run("read", report, "--json", *more).records[0]["mentions"] for more in ((), own))
    added = {(m["label"], m["name"]) for m in extended} - {(m["label"], m["name"]) for m in plain}
    assert added == {("place", "ترشونة"), ("organization", "السنابل الحمر")}
    offset = str(text.index("ترشونة"))
    plain, extended = (run("explain", report, "--at", offset, *more) for more in ((), own))
    assert (plain.status, extended.status) == (0, 0)
    assert "mentions" in extended.out and "mentions" not in plain.out


def test_a_wrong_file_ends_the_run_with_one_line(run, report, tmp_path):
    path = tmp_path / "places.csv"
    path.write_text(HEADER + "ترشونة,,city,IQ,,333.1,44,,\n", encoding="utf-8")
    for command in (("read", report), ("explain", report, "--at", "3")):
        ran = run(*command, "--gazetteer", path)
        todo = "give degrees from -90 to 90, as in 33.31, or leave it empty"
        assert (ran.status, ran.out, ran.err) == (1, "", f"{path}:2: lat is '333.1'; {todo}\n")
