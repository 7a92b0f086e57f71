"""What is done with agencies, members and invitations."""

from ketnoi.agencies.actions.agreements import (
    end_agreement,
    leave_agreement,
    propose_agreement,
    sign_agreement,
)
from ketnoi.agencies.actions.bells import (
    add_device,
    choose_mail,
    confirm_number,
    give_number,
    issue_code,
    lose_device,
    stop_bell,
    stop_device,
)
from ketnoi.agencies.actions.invitations import (
    accept_invitation,
    accept_with_account,
    invite_member,
    renew_password,
    send_password_link,
    withdraw_invitation,
)
from ketnoi.agencies.actions.keys import give_keys
from ketnoi.agencies.actions.leaves import end_leave, note_leave
from ketnoi.agencies.actions.members import (
    add_member,
    change_role,
    choose_language,
    hold_member,
    let_member_go,
    note_mail_address,
    reset_second_factor,
    tell_coordinators,
    tell_later,
    tell_member_later,
    tell_with_substitute,
)
from ketnoi.agencies.actions.network import add_agency, load_network, record_name
from ketnoi.agencies.actions.programs import join_program
from ketnoi.agencies.actions.witnesses import name_witness, release_witness

__all__ = [
    "accept_invitation",
    "accept_with_account",
    "add_agency",
    "add_device",
    "add_member",
    "change_role",
    "choose_language",
    "choose_mail",
    "confirm_number",
    "end_agreement",
    "end_leave",
    "give_keys",
    "give_number",
    "hold_member",
    "invite_member",
    "issue_code",
    "join_program",
    "leave_agreement",
    "let_member_go",
    "load_network",
    "lose_device",
    "name_witness",
    "note_leave",
    "note_mail_address",
    "propose_agreement",
    "record_name",
    "release_witness",
    "renew_password",
    "reset_second_factor",
    "send_password_link",
    "sign_agreement",
    "stop_bell",
    "stop_device",
    "tell_coordinators",
    "tell_later",
    "tell_member_later",
    "tell_with_substitute",
    "withdraw_invitation",
]
