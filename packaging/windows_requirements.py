"""The lines of requirements files that hold on Windows, their conditions taken off.

pip judges `; sys_platform == 'win32'` by the machine it runs on, so wheels for another system
need lists without conditions.  windows_requirements.py FILE… [--only NAME] [--without NAME]
"""

import argparse
import re
import sys
from pathlib import Path

from pip._vendor.packaging.markers import Marker

WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "python_version": "3.11",
    "python_full_version": "3.11.9",
}


def entries(text):
    """Each requirement with its hashes, as one string of continued lines."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(("#", "-r", "-c"))]
    return [entry for entry in re.split(r"\n(?=\S)", "\n".join(lines)) if entry.strip()]


def for_windows(entry):
    """The entry without its condition, or None where that does not hold on Windows."""
    head, _, hashes = entry.partition("\\\n")
    requirement, _, condition = head.partition(";")
    if condition.strip() and not Marker(condition.strip()).evaluate(WINDOWS):
        return None
    return f"{requirement.strip()} \\\n{hashes}".rstrip().rstrip("\\").rstrip()


def name_of(entry):
    return re.match(r"[A-Za-z0-9._-]+", entry)[0].lower()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--without", action="append", default=[])
    asked = parser.parse_args()
    kept = {}
    for file in asked.files:
        for entry in entries(file.read_text(encoding="utf-8")):
            name, line = name_of(entry), for_windows(entry)
            wanted = name in asked.only if asked.only else name not in asked.without
            if line and wanted:
                kept[name] = line
    print("\n".join(kept.values()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
