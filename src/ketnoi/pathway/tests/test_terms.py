"""Every line of a file's chain can be read as a sentence."""

import ast
import re
from pathlib import Path

import ketnoi
from ketnoi.pathway.terms import SENTENCES

IN_A_FILE = (
    "cases",
    "referrals",
    "identification",
    "protection",
    "support",
    "lending",
    "livelihood",
    "reintegration",
)
VERB = re.compile(r"[a-z_]+\.[a-z_]+")
NOT_ABOUT_A_FILE = {
    "opportunity.added", "opportunity.withdrawn", "opportunity.verified", "candidate.answered",
    "offers.brought", "offers.added", "offers.dropped", "partner_link.over",
}  # fmt: skip
NOT_ABOUT_A_FILE |= {"beds.set", "beds.kept", "beds.counted"}
NOT_ABOUT_A_FILE |= {
    "group.opened", "group.joined", "group.left", "group.met", "group.written",
    "group.corrected", "group.shared_out", "group.pressed_again",
}  # fmt: skip
NOT_ABOUT_A_FILE |= {"fund.opened", "fund.ended", "fund.received", "fund.corrected"}


def said(domain):
    home = Path(ketnoi.__file__).parent / domain
    for path in [*home.glob("actions/*.py"), *home.glob("actions.py")]:
        yield from verbs(ast.parse(path.read_text()))


def verbs(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "note":
            for part in ast.walk(node.args[0]):
                if isinstance(part, ast.Constant) and VERB.fullmatch(str(part.value)):
                    yield part.value


def test_every_verb_of_a_file_has_its_sentence():
    found = {verb for domain in IN_A_FILE for verb in said(domain)}

    assert len(found) > 30
    assert found - NOT_ABOUT_A_FILE - set(SENTENCES) == set()
