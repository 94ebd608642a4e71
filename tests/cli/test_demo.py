"""`mithaq demo`: the first thing that a newcomer sees."""


def test_the_demo_reads_what_ships_and_ends(run):
    ran = run("demo")
    assert (ran.status, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines() if line.startswith("demo/")] == [
        f"demo/00{n}.txt" for n in range(1, 6)
    ]
    assert ran.out.splitlines()[-2].startswith("5 reports, all of them invented: ")
    assert "statements" in ran.out
