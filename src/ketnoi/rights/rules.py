"""Which clock runs for which request, and who may ask for her."""

REPLY, EXTENSION = "data.answer", "data.extension"
CLOCKS = {
    "know": "data.view",
    "copy": "data.view",
    "correct": "data.view",
    "restrict": "data.withdraw",
    "object": "data.withdraw",
    "erase": "data.delete",
}
"""Codes of legal facts. Source: Law 91/2025/QH15 art. 4(5); Decree 356/2025/ND-CP art. 5."""

WHEN_OTHERS_STOP = "data.withdraw.others"
STOPS_OTHERS = frozenset({"restrict", "object"})


def clock(*, right: str, told_others: bool) -> str:
    """The code of the deadline: longer when other agencies must stop too.

    Source: Law 91/2025/QH15 art. 4(5); Decree 356/2025/ND-CP art. 5.
    """
    return WHEN_OTHERS_STOP if told_others and right in STOPS_OTHERS else CLOCKS[right]


def may_ask(
    *, asker: str, check: str, is_minor: bool, has_representative: bool, is_danger: bool
) -> bool:
    """Whether this person may ask for her: nobody who may be the danger, no word without a paper.

    Source: Law 91/2025/QH15 (children through their representative); the network's own rule.
    """
    if asker == "representative":
        return is_minor and has_representative and not is_danger and check != "mandate"
    if asker == "proxy":
        return check == "mandate"
    return check != "mandate"


def is_answer(*, outcome: str, ground: str) -> bool:
    """Whether an answer is whole: what was not done says why, what was done needs no ground.

    Source: Law 91/2025/QH15 art. 14 (tell the one who asked when it is not possible).
    """
    return bool(ground) != (outcome == "done")
