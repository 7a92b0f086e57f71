"""No page is forgotten: each address that shows a page is one of the kinds that are looked at."""

from django.urls import URLPattern, URLResolver, get_resolver, resolve

from tests.journeys import JOURNEY
from tests.journeys.pages import PUBLIC, STAFF

pytestmark = JOURNEY

# Buttons without a page of their own, and answers that are no page for a reader.
ONLY_PRESSED = {
    "cases:tick", "cases:attachment", "cases:attachment_mistaken", "cases:emergency_end",
    "cases:note_mistaken", "cases:reopen", "pathway:mistaken",
    "pathway:withdraw", "pathway:follow", "pathway:accept",
    "pathway:agree_to_close", "pathway:drop_closing",
    "referrals:send", "referrals:take", "referrals:put_back", "pathway:recall",
    "referrals:begin", "referrals:confirm",
    "referrals:recall_link", "referrals:reopen",
    "reintegration:skip", "enter", "change_agency", "change_language",
    "rights:request", "rights:acknowledge", "rights:extend", "rights:lift", "rights:share_again",
    "conferences:take_back", "conferences:confirm", "support:drop",
    "osso:miss", "osso:workbook",
    "counselling:end", "counselling:mistaken", "counselling:agree",
    "counselling:end_supervision", "counselling:free", "counselling:end_group",
    "livelihood:propose_here", "livelihood:add_list", "livelihood:drop_list",
    "support:release", "support:sheet", "lending:return_forgiveness", "lending:forget",
    "vigilance:desk", "vigilance:receive", "vigilance:kept_picture",
    "vigilance_public:word", "vigilance_public:picture",
    "drives:end_drive", "drives:verify", "drives:check", "drives:drop",
    "livelihood:template", "rounds:begin", "rounds:call_off", "rounds:take_up",
    "recognition:stop", "reminding:end_feed", "reminding:calendar", "blocking:unblock",
    "transfers:approve", "transfers:make", "transfers:packet", "transfers:take_back",
    "transfers:withdraw", "directory:release_place", "api:end_webhook",
    "protection:release", "protection:count",
    "dwelling:settle", "dwelling:strike_note", "dwelling:strike_belonging",
    "livelihood:recall_partner_link",
    "intake:claim", "intake:release", "intake:begin", "intake:missed_template",
    "reports:calls_workbook",
    "intake:add_missed", "intake:drop_missed",
    "learning_public:card_in_text",
    "lock", "unlock", "still_here", "exit", "robots", "places:communes_like",
    "api_programs:capabilities", "api_programs:tasks", "api_programs:change",
    "api_programs:request",
    "api_public:about", "api_public:description", "api_public:nothing",
    "api_public:services", "api_public:service", "api_public:organizations",
    "api_public:organization", "api_public:places", "api_public:place",
}  # fmt: skip
# Shown in its own tests, with a member who has passkeys, codes or an invitation.
OF_THE_DOOR = ("account_", "mfa_", "agencies:", "gallery", "referrals:guest", "livelihood:partner")
"""Sign-in, second factors, links: `site`, `agencies` and `test_guests` drive them themselves."""


def names(patterns, prefix=""):
    for entry in patterns:
        if isinstance(entry, URLResolver):
            own = f"{entry.namespace}:" if entry.namespace else ""
            yield from names(entry.url_patterns, prefix + own)
        elif isinstance(entry, URLPattern) and entry.name:
            yield prefix + entry.name


def name_of(address):
    found = resolve(address.partition("?")[0])
    return ":".join([*found.namespaces, found.url_name])


def test_every_page_of_the_program_is_looked_at(examples):
    every = {
        name for name in names(get_resolver().url_patterns) if not name.startswith(OF_THE_DOOR)
    }
    kinds = {**STAFF, **PUBLIC}
    known = [kind for name, kind in kinds.items() if not name.startswith("no such")]
    seen = {name_of(kind.address.format_map(examples)) for kind in known}

    assert every - seen - ONLY_PRESSED == set()
    assert every >= ONLY_PRESSED
