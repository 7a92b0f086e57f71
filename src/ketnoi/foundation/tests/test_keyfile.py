"""The key file: one, whole and private, whoever comes first."""

import stat
from concurrent.futures import ThreadPoolExecutor

from ketnoi.foundation.crypto import keyfile

MANY = 16


def test_many_who_start_at_once_agree_on_one_key(tmp_path):
    def make(_number):
        return keyfile.read(keyfile.create(tmp_path).parent)

    with ThreadPoolExecutor(MANY) as all_at_once:
        keys = {*all_at_once.map(make, range(MANY))}

    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == [keyfile.NAME]


def test_a_key_that_is_there_stays_and_only_its_account_reads_it(tmp_path):
    path = keyfile.create(tmp_path)
    before = path.read_bytes()

    keyfile.create(tmp_path)

    assert path.read_bytes() == before
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR
