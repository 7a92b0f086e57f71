"""What may stand in a log: the kind of an error and where, never a value somebody typed."""

import logging
import re

KEYED = re.compile(r"(/cb/(?:loi-moi|khach|khach-viec|lich)/)[^/\s]+/?")


class WithoutValues(logging.Filter):
    """Keep the name of an exception and its place, and drop its message and locals."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place; every record passes."""
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            while trace and trace.tb_next:
                trace = trace.tb_next
            where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
            what = record.getMessage().split(":")[0]
            record.msg, record.args = f"{what}: {kind.__name__} {where}", ()
            record.exc_info = record.exc_text = None
        elif isinstance(record.args, tuple):
            record.args = tuple(_without_key(word) for word in record.args)
        return True


def _without_key(word: object) -> object:
    """An address whose last part opens a door is told without it."""
    return KEYED.sub(r"\1…/", word) if isinstance(word, str) else word
