#!/usr/bin/env bash
# The Windows stage of .ci/run: tests in Windows' own Python, the program built, installed, used, uninstalled.
# Skipped, and said so, where the machine cannot; LAWDRAFT_NO_WINDOWS=1 skips it by hand.
set -euo pipefail
cd "$(dirname "$0")/.."
box=packaging/windows_box.sh

if [ "${LAWDRAFT_NO_WINDOWS:-}" ] || ! why=$(bash "$box" able); then
    echo "** SKIPPED: the Windows stage (${why:-LAWDRAFT_NO_WINDOWS is set}) **"
    exit 0
fi

python3 packaging/build.py box
drive=$(bash "$box" where)
setup=$(cd "$drive/app/out/dist" && ls -t lawdraft-*-windows-setup.exe | head -1)
LAWDRAFT_BOX_SECONDS=300 bash "$box" run "xvfb-run -a -s '-screen 0 1600x900x24' \
    bash app/packaging/try_installed.sh \$C/app/out/dist/$setup \$C/pictures"
mkdir -p out/windows && cp "$drive"/pictures/*.png out/windows/ 2>/dev/null || true

# What these say of open files, links and names is true of POSIX alone.
posix=(
    tests/model/test_files.py::test_link_is_followed_and_stays_a_link
    tests/model/test_files.py::test_impossible_targets_are_sentences
    tests/store/test_drafts.py::test_odd_names_open
    tests/store/test_drafts.py::test_vanished_file_is_not_written_into_the_void
    tests/store/test_drafts.py::test_file_that_came_back_is_taken_up_again
)
# Every reading process takes seconds to start in wine: of the readers' tests those that Windows could change.
LAWDRAFT_BOX_SECONDS=900 bash "$box" python -m pytest -q -p no:cacheprovider -m 'not slow and not rendered' \
    -o qt_log_level_fail=CRITICAL `# Qt without a screen warns that Windows brings it no fonts` \
    tests/model tests/store tests/flow tests/knowledge tests/compose tests/draft tests/similarity tests/cli \
    tests/text tests/ui/test_ui_single.py tests/ui/test_window_survey.py \
    tests/read/test_read_docx.py tests/read/test_read_locked.py tests/read/test_read_text.py \
    tests/reliability/test_windows_habits.py $(printf -- '--deselect=%s ' "${posix[@]}")
