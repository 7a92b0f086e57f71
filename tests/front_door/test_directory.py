"""`ketnoi directory export`: the confirmed directory in one file, fit for HSDS 3.0."""

import json

import pytest

from ketnoi.api.tests import make
from ketnoi.cli import directory as command
from ketnoi.cli.speech import Stop
from ketnoi.directory.models import Service

pytestmark = pytest.mark.django_db


def test_the_command_writes_the_whole_directory(tmp_path, capsys):
    make.confirmed_network()
    file = tmp_path / "danh-ba.json"
    command.write(file, "en")

    told = json.loads(file.read_text())
    assert len(told["services"]) == Service.objects.count()
    assert [w for row in told["services"] for w in make.wrong("service", row)] == []
    assert "Vietnamese" in file.read_text()
    assert f"{len(told['services'])} services that were confirmed" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(Stop, match="Không ghi được"):
        command.write(tmp_path / "khac" / "danh-ba.json", "vi")
