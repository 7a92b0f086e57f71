"""The first member of an agency comes in by a link that the command line gives."""

import re

import pytest

from ketnoi.agencies.models import Invitation, Member
from ketnoi.agencies.terms import Role
from ketnoi.cli import home
from ketnoi.cli.invite import ROLES
from tests.database import CLUSTER, NAME
from tests.front_door.typing import ketnoi

COMMITS = pytest.mark.django_db(transaction=True)
LINK = re.compile(r"https://ketnoi\.example(/cb/loi-moi/[\w-]+/)\n")
CHOSEN = {"username": "quan", "password": "ba con suối nhỏ", "password_again": "ba con suối nhỏ"}


def invite(*typed):
    told = home.environment(CLUSTER, mode="serve", database=NAME)
    return ketnoi("invite", *typed, **told, KETNOI_HOSTS="ketnoi.example")


@COMMITS
def test_the_first_member_of_an_agency_comes_in(client):
    said = invite("--agency", "wu-can-tho", "--role", "admin", "--name", "Quân")

    [link] = LINK.findall(said.stdout)
    client.post(link, CHOSEN)
    quan = Member.objects.get(name="Quân")
    assert (quan.agency.key, quan.role) == ("wu-can-tho", "admin")
    assert Invitation.objects.get().invited_by is None


@COMMITS
def test_an_agency_that_is_not_there_is_answered_with_the_way_to_the_keys():
    said, keys = invite("--agency", "khong-co", "--name", "Quân"), invite("--list")

    assert said.returncode == 2
    assert "ketnoi invite --list" in said.stderr
    assert "Traceback" not in said.stderr
    assert re.search(r"^wu-can-tho +\S", keys.stdout, re.M)


@pytest.mark.parametrize(
    "typed", [[], ["--agency", "wu-can-tho"], ["--agency", "x", "--name", " "]]
)
def test_what_is_needed_is_said(typed):
    said = ketnoi("invite", *typed)

    assert said.returncode == 2
    assert "--name" in said.stderr


def test_a_role_that_is_not_there_is_misuse():
    said = ketnoi("invite", "--agency", "x", "--name", "y", "--role", "chief")

    assert said.returncode == 2
    assert "Không hiểu" in said.stderr


def test_without_an_installation_it_says_what_to_do(tmp_path):
    said = ketnoi("invite", "--list", "--data", str(tmp_path))

    assert said.returncode == 1
    assert "ketnoi init" in said.stderr


def test_it_knows_every_role():
    assert set(ROLES) == set(Role.values)
