"""A log says what went wrong and where, and nothing that somebody typed."""

import logging

from ketnoi.site.logs import WithoutValues


def test_the_message_of_an_error_stays_out_of_the_log():
    try:
        int("Nguyễn Thị Hoa")
    except ValueError as error:
        told = (type(error), error, error.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, "", 1, "Error: %s", ("/cb/",), told)

    kept = WithoutValues().filter(record)
    text = logging.Formatter().format(record)

    assert kept
    assert "ValueError" in text
    assert "test_logs.py" in text
    assert "Hoa" not in text
