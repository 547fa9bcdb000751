# Runs first in both executables: Python's modules stand once, beside them, and not in each of them.
import os
import sys

import pyimod01_archive
import pyimod02_importers

together = os.path.join(sys._MEIPASS, "lawdraft.pyz")  # noqa: PTH118  no pathlib yet
archive = pyimod01_archive.ZlibArchiveReader(together, 0, check_pymagic=True)
pyimod02_importers.pyz_archive = archive
for place, finder in list(sys.path_importer_cache.items()):
    if isinstance(finder, pyimod02_importers.PyiFrozenFinder):  # it remembers the executable's own
        del sys.path_importer_cache[place]
