"""How large what is handed out for Windows is, where it was built (packaging/build.py)."""

import zipfile
from pathlib import Path

import pytest

DIST = Path(__file__).resolve().parents[2] / "out" / "dist"
MB = 10**6


def newest(pattern):
    found = sorted(DIST.glob(pattern), key=lambda file: file.stat().st_mtime)
    if not found:
        pytest.skip("nothing built here: python3 packaging/build.py")
    return found[-1]


@pytest.mark.slow
def test_the_folder_of_the_windows_program(record):
    with zipfile.ZipFile(newest("lawdraft-*-windows-portable.zip")) as packed:
        size = sum(info.file_size for info in packed.infolist())
    assert record("Windows: the program's folder (MB)", "≤ 110 MB", size / MB)


@pytest.mark.slow
def test_the_windows_installer(record):
    size = newest("lawdraft-*-windows-setup.exe").stat().st_size
    assert record("Windows: the installer (MB)", "≤ 40 MB", size / MB)
