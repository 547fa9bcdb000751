"""Free stand-ins for the Windows fonts that a report names, so that pages can be rendered here.

python packaging/stand_in_fonts.py FOLDER    (Debian; fonts.conf and the fonts are put there)
Full-width glyphs are one em wide in every Chinese font: lines and pages break alike.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = "texlive-lang-chinese"  # carries the Fandol fonts, one for each face we need
STAND_INS = {
    "仿宋_GB2312": "FandolFang R",
    "仿宋": "FandolFang R",
    "楷体_GB2312": "FandolKai",
    "楷体": "FandolKai",
    "黑体": "FandolHei",
    "宋体": "FandolSong",
    "华文中宋": "Noto Serif CJK SC SemiBold",
    "方正小标宋简体": "Noto Serif CJK SC SemiBold",
}
MATCH = """  <match target="pattern"><test name="family"><string>{family}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>{stand_in}</string></edit></match>
"""


def main(folder: Path) -> int:
    """Fill the folder once; later runs only rewrite the configuration."""
    fonts = folder / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    matches = "".join(MATCH.format(family=f, stand_in=s) for f, s in STAND_INS.items())
    (folder / "fonts.conf").write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n'
        f'  <dir prefix="relative">fonts</dir>\n{matches}</fontconfig>\n',
        encoding="utf-8",
    )
    if any(fonts.glob("FandolFang*")):
        return 0
    if not shutil.which("apt-get"):
        print("stand-in fonts: only made on Debian")
        return 0
    return fetch(fonts)


def fetch(fonts: Path) -> int:
    """Unpack the fonts of the Debian package without installing its half gigabyte."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # apt fetches as a user of its own
        subprocess.run(["apt-get", "download", "-qq", PACKAGE], cwd=folder, check=False)
        archive = next(Path(folder).glob("*.deb"), None)
        if archive is None:
            print(f"stand-in fonts: the package {PACKAGE} could not be fetched")
            return 1
        subprocess.run(["dpkg", "-x", str(archive), f"{folder}/x"], check=True)
        for font in Path(folder, "x").rglob("Fandol*.otf"):
            shutil.copy(font, fonts)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
