"""The two doors: a command goes to the command line, everything else opens the window."""

import sys
from collections.abc import Sequence



def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments say; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] == "open":
        from lawdraft.ui.app import run

        return run(words[1:])
    from lawdraft.cli import run_command

    return run_command(words)


if __name__ == "__main__":
    sys.exit(main())
