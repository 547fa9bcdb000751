"""The command line, run in this process."""

import pytest

from lawdraft.__main__ import main


@pytest.fixture
def run(capfd):
    """Runs a command: status, standard output, standard error."""

    def call(*words):
        status = main([str(word) for word in words])
        return status, *capfd.readouterr()

    return call
