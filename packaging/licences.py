"""Gathers the licences of every library that the program carries: licences.py FOLDER."""

import re
import shutil
import sys
from importlib import metadata
from pathlib import Path

RUN = Path(__file__).resolve().parent.parent / "requirements" / "run.txt"
LICENCE_FILE = re.compile(r"(?i)(licen[cs]e|copying|notice|authors)")
QT = """Qt 与 PySide6 按 LGPL-3.0 使用：程序目录中的 Qt 动态库未经修改，可以用自行编译的同版本替换。
Qt 源代码见 Qt 官方网站；PySide6 源代码见 Qt for Python 项目。
"""


def names():
    """The libraries of requirements/run.txt."""
    return re.findall(r"(?m)^([A-Za-z0-9._-]+)==", RUN.read_text(encoding="utf-8"))


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for name in sorted(set(names())):
        try:
            library = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # meant for another system or Python
        about = library.metadata
        said = about.get("License-Expression") or (about.get("License") or "").split("\n")[0]
        lines.append(f"{about['Name']} {library.version}\t{said[:80]}")
        for file in library.files or ():
            if ".dist-info" in str(file) and LICENCE_FILE.search(file.name):
                source = Path(library.locate_file(file))
                if source.is_file():
                    shutil.copyfile(source, folder / f"{about['Name']}-{file.name}.txt")
    text = "本程序使用的开源组件：\n\n" + "\n".join(lines) + "\n\n" + QT
    (folder / "组件与许可.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
