"""Pages of agencies: their people, the seals they keep, what they agreed with each other."""

from ketnoi.agencies.views.agreements import (
    agreement,
    agreements,
    end_agreement,
    leave_agreement,
    propose_agreement,
    sign_agreement,
)
from ketnoi.agencies.views.leaves import end_leave, leave_of, own_leave
from ketnoi.agencies.views.members import (
    invitation,
    invite,
    let_go,
    mail_address,
    member,
    members,
    name_witness,
    password_link,
    release_witness,
    role,
    seals,
    second_factor,
    withdraw,
)
from ketnoi.agencies.views.programs import end_program, join_program

__all__ = [
    "agreement",
    "agreements",
    "end_agreement",
    "end_leave",
    "end_program",
    "invitation",
    "invite",
    "join_program",
    "leave_agreement",
    "leave_of",
    "let_go",
    "mail_address",
    "member",
    "members",
    "name_witness",
    "own_leave",
    "password_link",
    "propose_agreement",
    "release_witness",
    "role",
    "seals",
    "second_factor",
    "sign_agreement",
    "withdraw",
]
