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


def test_the_token_of_a_link_stays_out_of_the_log():
    for door in ("khach", "khach-viec", "loi-moi", "lich"):
        args = (f"GET /cb/{door}/Ab-cd_12345/ HTTP/1.1", 410)
        record = logging.LogRecord("x", logging.WARNING, "", 1, "%s %s", args, None)

        WithoutValues().filter(record)

        assert "Ab-cd" not in record.getMessage()
        assert f"/cb/{door}/" in record.getMessage()
