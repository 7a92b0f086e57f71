"""Row security: which rows an agency, a member or a role reaches, said once for both locks."""

from ketnoi.foundation.guard.emergency import BreaksGlass
from ketnoi.foundation.guard.inviting import AmongInvited
from ketnoi.foundation.guard.keys import (
    DestroyKeys,
    DoorsDropWraps,
    KeysOnlyAdded,
    destroy_key,
)
from ketnoi.foundation.guard.leading import LinksLead
from ketnoi.foundation.guard.operations import (
    AlsoChangeable,
    AppendOnly,
    Changeable,
    GuardRows,
    OneViewOfDoors,
    OpenFiles,
    SameHolder,
)
from ketnoi.foundation.guard.reach import (
    ByAgency,
    ByMember,
    ByRole,
    Guard,
    LedTo,
    OfHome,
    Opened,
    OwnLink,
    TakingPart,
)
from ketnoi.foundation.guard.restricting import Restricts
from ketnoi.foundation.guard.shredding import Erases, Forgets, KeysOfPerson
from ketnoi.foundation.guard.sqlfile import RunFile
from ketnoi.foundation.guard.through import Through

__all__ = [
    "AlsoChangeable",
    "AmongInvited",
    "AppendOnly",
    "BreaksGlass",
    "ByAgency",
    "ByMember",
    "ByRole",
    "Changeable",
    "DestroyKeys",
    "DoorsDropWraps",
    "Erases",
    "Forgets",
    "Guard",
    "GuardRows",
    "KeysOfPerson",
    "KeysOnlyAdded",
    "LedTo",
    "LinksLead",
    "OfHome",
    "OneViewOfDoors",
    "OpenFiles",
    "Opened",
    "OwnLink",
    "Restricts",
    "RunFile",
    "SameHolder",
    "TakingPart",
    "Through",
    "destroy_key",
]
