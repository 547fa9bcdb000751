"""Last year's report and the steps from it, shared with the tests of compose."""

from last_year_report import (  # noqa: F401 - fixtures
    compose,
    knowledge,
    last_year,
    recognise,
    roll,
    templates,
    usual,
)
