"""Words of a text, by jieba; the only module that imports it, and only when first called."""

from __future__ import annotations

import logging
import lzma
import marshal
from pathlib import Path
from typing import BinaryIO, cast

_CACHE_NAME = "lawdraft-jieba.cache"


def load(cache: Path) -> None:
    """Make cut() ready; its dictionary is kept as one file in the folder `cache`.

    Reading that file whole and unmarshalling it takes a third of jieba's own loading.
    """
    import jieba

    if jieba.dt.initialized:
        return
    jieba.setLogLevel(logging.ERROR)
    jieba.dt.tmp_dir = str(cache)
    jieba.dt.cache_file = str(cache / _CACHE_NAME)
    if not _load_cached(cache / _CACHE_NAME):
        cache.mkdir(parents=True, exist_ok=True)
        jieba.dt.get_dict_file = _open_dictionary
        jieba.dt.initialize()


def _dictionary() -> Path:
    """Dictionary of jieba; the frozen program carries it packed."""
    import jieba

    plain = Path(jieba.__file__).with_name("dict.txt")
    return plain if plain.exists() else plain.with_suffix(".txt.xz")


def _open_dictionary() -> BinaryIO:
    source = _dictionary()
    return cast("BinaryIO", lzma.open(source)) if source.suffix == ".xz" else source.open("rb")


def _load_cached(file: Path) -> bool:
    import jieba

    try:
        if file.stat().st_mtime <= _dictionary().stat().st_mtime:
            return False
        frequencies, total = marshal.loads(file.read_bytes())  # noqa: S302  our own cache folder
    except (OSError, ValueError, EOFError, TypeError):
        return False
    jieba.dt.FREQ, jieba.dt.total, jieba.dt.initialized = frequencies, total, True
    return True


def cut(text: str) -> tuple[str, ...]:
    """The words of a text, all of it, in order; load() first, else jieba loads itself slowly."""
    import jieba

    return tuple(jieba.cut(text, HMM=True))


def boundaries(text: str) -> frozenset[int]:
    """Places where a line may break without cutting a word: 0 and len(text) included."""
    places, place = {0}, 0
    for word in cut(text):
        place += len(word)
        places.add(place)
    return frozenset(places)
