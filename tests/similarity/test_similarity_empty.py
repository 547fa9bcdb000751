import pytest

from lawdraft.model.errors import BadLibraryError
from lawdraft.similarity import Index


def test_an_empty_text_is_refused_and_the_rest_of_the_batch_is_stored(tmp_path):
    rows = [("甲", "青禾镇推进依法行政。"), ("乙", " \n"), ("丙", "白石乡规范行政执法。")]
    with Index.create(tmp_path) as index:
        with pytest.raises(BadLibraryError, match="乙"):
            index.add_many(rows)

        assert {held.id for held in index.list()} == {"甲", "丙"}
