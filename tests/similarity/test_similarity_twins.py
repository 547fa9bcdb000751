from conftest_similarity import report

from lawdraft.similarity import Index, twins


def test_versions_of_one_report_are_twins_whatever_their_names(tmp_path):
    first = report("青禾镇", 2024, "a")
    with Index.create(tmp_path / "library") as index:
        index.add_many(
            [
                ("a.txt", first),
                ("b.docx", first.replace("，", "， ")),
                ("c.txt", first.replace("，", "、", 3)),
                ("other year.txt", report("青禾镇", 2023, "b")),
                ("neighbour.txt", report("白石乡", 2024, "c")),
            ]
        )
        assert twins(index) == {"b.docx": "a.txt", "c.txt": "a.txt"}


def test_no_twins_in_an_empty_library(tmp_path):
    with Index.create(tmp_path / "library") as index:
        assert twins(index) == {}
