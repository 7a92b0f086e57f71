"""How every address of the program is asked: what stands in it, what is typed, what is pressed.

A page whose address has parts needs a line in PARTS; one that takes words should have its words in
TYPED. A page without a line fails the test: whoever adds one says how it is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

LANGUAGES = ("vi", "en", "km")
FILE = {"code": "file"}
RANDOM = "5f0f7c4e-6a1d-4b7e-9f43-0c1d2e3f4a5b"

# Which kind of thing each part of an address names.
PARTS: dict[str, dict[str, str]] = {
    "cases:tick": {"pk": "task"},
    "cases:emergency_confirm": {"pk": "emergency"},
    "cases:emergency_review": {"pk": "emergency"},
    "cases:emergency_end": {"pk": "emergency"},
    "cases:describe": FILE,
    "cases:consents": FILE,
    "cases:note": FILE,
    "cases:note_mistaken": {**FILE, "pk": "note"},
    "cases:person": FILE,
    "cases:phone": FILE,
    "cases:paper": FILE,
    "cases:attachments": FILE,
    "cases:attachment": {**FILE, "pk": "attachment"},
    "cases:attachment_mistaken": {**FILE, "pk": "attachment"},
    "cases:family": FILE,
    "cases:relative": {**FILE, "pk": "tie"},
    "cases:relative_person": {**FILE, "pk": "tie"},
    "cases:relative_paper": {**FILE, "pk": "tie"},
    "cases:relative_representative": {**FILE, "pk": "tie"},
    "cases:relative_reveal": {**FILE, "pk": "tie", "what": "sealed"},
    "cases:relative_tie": {**FILE, "pk": "tie"},
    "cases:relative_end": {**FILE, "pk": "tie"},
    "cases:address": FILE,
    "cases:representative": FILE,
    "cases:reveal": {**FILE, "what": "sealed"},
    "cases:charge": FILE,
    "cases:reopen": FILE,
    "cases:who": FILE,
    "cases:looks": FILE,
    "linkage:list": {"pk": "list"},
    "blocking:blocks": FILE,
    "blocking:unblock": {**FILE, "pk": "block"},
    "merging:choose": FILE,
    "merging:compare": {**FILE, "other": "twin"},
    "merging:undo": {**FILE, "pk": "merge"},
    "transfers:transfer": FILE,
    "transfers:approve": FILE,
    "transfers:decline": FILE,
    "transfers:make": FILE,
    "transfers:packet": FILE,
    "transfers:receipt": FILE,
    "transfers:take_back": FILE,
    "transfers:withdraw": FILE,
    "transfers:received": FILE,
    "transfers:arrival": {"pk": "agreement"},
    "recognition:ask": FILE,
    "recognition:stop": FILE,
    "recognition:approach": {**FILE, "pk": "approach"},
    "recognition:introduction": {**FILE, "pk": "introduction"},
    "conferences:assignments": FILE,
    "conferences:assignment": {**FILE, "pk": "assignment"},
    "conferences:again": {**FILE, "pk": "assignment"},
    "conferences:take_back": {**FILE, "pk": "assignment"},
    "conferences:conferences": FILE,
    "conferences:conference": {**FILE, "pk": "conference"},
    "conferences:topic": {**FILE, "pk": "conference"},
    "conferences:reply": {**FILE, "pk": "conference"},
    "conferences:move": {**FILE, "pk": "conference"},
    "conferences:call_off": {**FILE, "pk": "conference"},
    "conferences:minutes": {**FILE, "pk": "conference"},
    "conferences:confirm": {**FILE, "pk": "conference"},
    "conferences:correct": {**FILE, "pk": "conference"},
    "osso:desk": FILE,
    "osso:walk_in": FILE,
    "osso:wish": {**FILE, "pk": "wish"},
    "osso:child": {**FILE, "pk": "tie"},
    "osso:appointments": FILE,
    "osso:appointment": {**FILE, "pk": "appointment"},
    "osso:move": {**FILE, "pk": "appointment"},
    "osso:call_off": {**FILE, "pk": "appointment"},
    "osso:keep": {**FILE, "pk": "appointment"},
    "osso:miss": {**FILE, "pk": "appointment"},
    "osso:call": {**FILE, "pk": "appointment"},
    "osso:sessions": FILE,
    "osso:mistaken": {**FILE, "pk": "session"},
    "counselling:file": FILE,
    "counselling:begin": FILE,
    "counselling:course": {**FILE, "pk": "course"},
    "counselling:hand_on": {**FILE, "pk": "course"},
    "counselling:end": {**FILE, "pk": "course"},
    "counselling:tell": {**FILE, "pk": "tally"},
    "counselling:sitting": {**FILE, "pk": "sitting"},
    "counselling:mistaken": {**FILE, "pk": "sitting"},
    "counselling:raise_danger": FILE,
    "counselling:danger": {**FILE, "pk": "danger"},
    "counselling:agree": {"pk": "agreement"},
    "counselling:end_supervision": {"pk": "agreement"},
    "counselling:group": {"group": "group"},
    "counselling:seat": {"group": "group"},
    "counselling:free": {"group": "group", "pk": "seat"},
    "counselling:meeting": {"group": "group", "pk": "meeting"},
    "counselling:end_group": {"group": "group"},
    "pathway:refer_wishes": FILE,
    "rights:requests": FILE,
    "rights:copy": FILE,
    "rights:hold": FILE,
    "rights:lift": FILE,
    "rights:share_again": FILE,
    "rights:request": {**FILE, "pk": "wish"},
    "rights:acknowledge": {**FILE, "pk": "wish"},
    "rights:extend": {**FILE, "pk": "wish"},
    "pathway:case": FILE,
    "pathway:withdraw": {**FILE, "pk": "consent"},
    "pathway:ask_several": FILE,
    "pathway:close": FILE,
    "pathway:closing": FILE,
    "pathway:agree_to_close": FILE,
    "pathway:drop_closing": FILE,
    "pathway:mistaken": FILE,
    "pathway:follow": FILE,
    "pathway:accept": {"pk": "referral"},
    "pathway:recall": {"pk": "referral"},
    "pathway:propose": {"pk": "referral"},
    "pathway:suits": {"pk": "referral"},
    "pathway:redirect": {"pk": "referral"},
    "referrals:referral": {"pk": "referral"},
    "referrals:send": {"pk": "referral"},
    "referrals:take": {"pk": "referral"},
    "referrals:put_back": {"pk": "referral"},
    "referrals:decline": {"pk": "referral"},
    "referrals:begin": {"pk": "referral"},
    "referrals:pause": {"pk": "referral"},
    "referrals:report": {"pk": "referral"},
    "referrals:confirm": {"pk": "referral"},
    "referrals:reopen": {"pk": "referral"},
    "referrals:link": {"pk": "referral"},
    "referrals:recall_link": {"pk": "referral"},
    "referrals:by_phone": {"pk": "referral"},
    "referrals:ask_more": {"pk": "referral"},
    "referrals:answer_more": {"pk": "referral"},
    "referrals:guest": {"token": "token"},
    "referrals:choose": FILE,
    "referrals:new": {**FILE, "service": "service"},
    "identification:decide": FILE,
    "protection:stay": FILE,
    "protection:review": FILE,
    "protection:complete": FILE,
    "protection:plan": FILE,
    "protection:card": FILE,
    "protection:room": {"stay": "stay"},
    "dwelling:leave": {"stay": "stay"},
    "dwelling:stay": {"stay": "stay"},
    "dwelling:notes": {"stay": "stay"},
    "dwelling:settle": {"stay": "stay", "pk": "point"},
    "dwelling:strike_note": {"stay": "stay", "pk": "point"},
    "dwelling:belongings": {"stay": "stay"},
    "dwelling:belonging": {"stay": "stay", "pk": "thing"},
    "dwelling:strike_belonging": {"stay": "stay", "pk": "thing"},
    "dwelling:visits": {"stay": "stay"},
    "dwelling:visit": {"stay": "stay", "pk": "visit"},
    "dwelling:transports": {"stay": "stay"},
    "dwelling:transport": {"pk": "ride"},
    "protection:release": {"hold": "agreement"},
    "lending:loans": FILE,
    "lending:loan": {**FILE, "pk": "loan"},
    "lending:reschedule": {**FILE, "pk": "loan"},
    "lending:pause": {**FILE, "pk": "loan"},
    "lending:ask_again": {**FILE, "pk": "loan"},
    "lending:forgive": {**FILE, "pk": "loan"},
    "lending:correct": {**FILE, "pk": "loan", "key": "press"},
    "lending:forgiveness": {**FILE, "pk": "forgiveness"},
    "lending:return_forgiveness": {**FILE, "pk": "forgiveness"},
    "lending:group": {"pk": "savings"},
    "lending:meeting": {"pk": "savings"},
    "lending:share_out": {"pk": "savings"},
    "lending:saver": {"group": "savings", "pk": "saver"},
    "lending:forget": {"group": "savings", "pk": "saver"},
    "lending:correct_entry": {"group": "savings", "pk": "box"},
    "support:support": FILE,
    "support:mistaken": {**FILE, "pk": "support"},
    "support:assessments": FILE,
    "support:assess": FILE,
    "support:mistaken_assessment": {**FILE, "pk": "assessment"},
    "support:plan": FILE,
    "support:printed": FILE,
    "support:review": FILE,
    "support:goal": {**FILE, "pk": "goal"},
    "support:end_goal": {**FILE, "pk": "goal"},
    "support:step": {**FILE, "pk": "step"},
    "support:change": {**FILE, "pk": "step"},
    "support:drop": {**FILE, "pk": "step"},
    "livelihood:profile": FILE,
    "livelihood:suits": FILE,
    "livelihood:propose_here": {**FILE, "pk": "opportunity"},
    "livelihood:candidate": {"pk": "agreement"},
    "livelihood:partner_link": {"pk": "placement"},
    "livelihood:recall_partner_link": {"pk": "placement"},
    "livelihood:partner": {"token": "token"},
    "livelihood:list": {"pk": "agreement"},
    "livelihood:add_list": {"pk": "agreement"},
    "livelihood:drop_list": {"pk": "agreement"},
    "livelihood:verify": {"pk": "opportunity"},
    "rounds:hers": FILE,
    "rounds:take_up": {**FILE, "pk": "result"},
    "rounds:round": {"pk": "round"},
    "rounds:begin": {"pk": "round"},
    "rounds:call_off": {"pk": "round"},
    "support:money": FILE,
    "support:release": {**FILE, "pk": "promise"},
    "support:give_back": {**FILE, "pk": "promise"},
    "support:fund": {"pk": "fund"},
    "support:end_fund": {"pk": "fund"},
    "support:sheet": {"pk": "fund"},
    "support:correct": {"fund": "fund", "pk": "entry"},
    "drives:drive": {"pk": "agreement"},
    "drives:end_drive": {"pk": "agreement"},
    "drives:forget": {"pk": "agreement"},
    "drives:evidence": {"pk": "agreement"},
    "drives:check": {"drive": "agreement", "pk": "agreement"},
    "drives:drop": {"drive": "agreement", "pk": "agreement"},
    "drives:need": {"drive": "agreement", "pk": "agreement"},
    "drives:verify": {"drive": "agreement", "pk": "agreement"},
    "drives:end_need": {"drive": "agreement", "pk": "agreement"},
    "drives:note_pledge": {"drive": "agreement", "pk": "agreement"},
    "drives:receive": {"drive": "agreement", "pk": "agreement"},
    "drives:give": {"drive": "agreement", "pk": "agreement"},
    "drives:pledge": {"need": "agreement", "pk": "agreement"},
    "drives:arrive": {"need": "agreement", "pk": "agreement"},
    "drives:end_pledge": {"need": "agreement", "pk": "agreement"},
    "drives:correct": {"need": "agreement", "pk": "agreement"},
    "drives_public:offer": {"pk": "agreement"},
    "vigilance:tip": {"pk": "agreement"},
    "vigilance:answer": {"pk": "agreement"},
    "vigilance:sight": {"pk": "agreement"},
    "vigilance:hand_over": {"pk": "agreement"},
    "vigilance:handed": {"pk": "agreement"},
    "vigilance:receive": {"pk": "agreement"},
    "vigilance:kept_picture": {"tip": "agreement", "pk": "agreement"},
    "intake:callback": {"pk": "agreement"},
    "intake:claim": {"pk": "agreement"},
    "intake:release": {"pk": "agreement"},
    "intake:end": {"pk": "agreement"},
    "intake:call": {"pk": "agreement"},
    "intake:missed_list": {"pk": "agreement"},
    "intake:add_missed": {"pk": "agreement"},
    "intake:drop_missed": {"pk": "agreement"},
    "livelihood:withdraw": {"pk": "opportunity"},
    "livelihood:placement": {"pk": "placement"},
    "reintegration:follow_ups": FILE,
    "reintegration:follow_up": {**FILE, "month": "month"},
    "reintegration:skip": {**FILE, "month": "month"},
    "directory:service": {"pk": "service"},
    "directory:description": {"pk": "service"},
    "directory:capacity": {"pk": "service"},
    "directory:hold_place": {"pk": "service"},
    "directory:release_place": {"pk": "service", "hold": "agreement"},
    "directory:hotline": {"pk": "hotline"},
    "directory_public:help_with": {"way": "way"},
    "learning_public:topic": {"slug": "way"},
    "learning_public:sheet": {"size": "way"},
    "learning_public:screen": {"slug": "way", "number": "month"},
    "api_public:service": {"pk": "service"},
    "api_public:organization": {"pk": "organization"},
    "api_public:place": {"pk": "place"},
    "api_programs:change": {"pk": "referral"},
    "api_programs:request": {"pk": "referral"},
    "api_public:nothing": {"rest": "way"},
    "agencies:withdraw": {"pk": "invitation"},
    "agencies:release_witness": {"pk": "witness"},
    "api:end_webhook": {"pk": "agreement"},
    "agencies:end_program": {"pk": "agreement"},
    "agencies:leave_of": {"pk": "member"},
    "agencies:end_leave": {"pk": "agreement"},
    "agencies:number": {"kind": "channel"},
    "agencies:number_code": {"pk": "agreement"},
    "agencies:stop_bell": {"pk": "agreement"},
    "agencies:agreement": {"pk": "agreement"},
    "agencies:end_agreement": {"pk": "agreement"},
    "agencies:sign_agreement": {"pk": "agreement", "agency": "agreement"},
    "agencies:leave_agreement": {"pk": "agreement", "agency": "agreement"},
    "agencies:member": {"pk": "member"},
    "agencies:role": {"pk": "member"},
    "agencies:let_go": {"pk": "member"},
    "agencies:second_factor": {"pk": "member"},
    "agencies:password_link": {"pk": "member"},
    "agencies:invitation": {"token": "token"},
    "reminding:calendar": {"token": "token"},
    "enter": {"key": "key"},
    "mfa_edit_webauthn": {"pk": "passkey"},
    "mfa_remove_webauthn": {"pk": "passkey"},
}
# Parts that name nothing of a file: the same whosoever's address it is.
PLAIN = {
    "sealed": "ten",
    "way": "viec-lam",
    "token": "khong-co",
    "key": "lan",
    "passkey": "1",
    "emergency": RANDOM,
    "witness": RANDOM,
    "agreement": RANDOM,
    "month": "6",
    "channel": "sms",
}
# Words after the question mark, besides none.
QUERIES: dict[str, list[str]] = {
    "osso:report": ["nam=2026", "nam=1"],
    "cases:today": ["cua=toi"],
    "livelihood:suits": ["chua-hop"],
    "cases:cases": ["status=active", "mine=on", "page=2"],
    "cases:consents": ["muc-dich=safe_place"],
    "referrals:inbox": ["huong=di"],
    "api_public:services": ["need=safe_place", "page=2&per_page=1", "page=0"],
    "api_public:organizations": ["page=2&per_page=1"],
    "api_public:places": ["page=2&per_page=1"],
    "referrals:choose": ["nhu-cau=safe_place"],
    "referrals:new": ["nhu-cau=safe_place"],
    "recognition:ask": [
        {"ground": "consent", "given": "spoken"},
        {"ground": "legal_duty", "reason": "…"},
    ],
    "recognition:approach": [{"answer": "agrees", "given": "spoken"}, {"answer": "declines"}],
    "intake:new": [f"nhap={RANDOM}"],
    "places:communes_like": ["q=my", "commune=my"],
}
# What is typed, besides nothing; `{…}` is filled with what the hidden file says of her.
TYPED: dict[str, list[dict[str, str]]] = {
    "cases:search": [
        {"words": "{file}"},
        {"words": "{phone}"},
        {"words": "{paper}"},
        {"words": "{name}"},
        {"name": "{name}", "birth": "2003"},
    ],
    "intake:new": [
        {"called": "{called}", "number": "{phone}", "recorded": "yes"},
        {"called": "{called}", "number": "{phone}", "recorded": "no"},
        {"called": "{called}", "recorded": "?"},
        {"called": "{name}", "birth": "2003", "known": "{paper}", "recorded": "yes"},
        {"known": "{file}", "recorded": "yes"},
    ],
    "cases:phone": [{"number": "{phone}", "who_answers": "unknown"}],
    "cases:paper": [{"kind": "cccd", "number": "{paper}"}],
    "cases:person": [{"called": "{called}", "name": "{name}", "birth": "2003", "version": "1"}],
    "cases:relative_paper": [{"kind": "cccd", "number": "{paper}"}],
    "cases:relative_reveal": [{"reason": "call_her"}],
    "cases:relative_tie": [{"kind": "child", "lives": "kin", "carer": "kin"}],
    "cases:relative_end": [{"reason": "apart"}],
    "cases:reveal": [{"reason": "call_her"}],
    "merging:choose": [{"code": "{file}"}],
    "merging:compare": [{"reason": "she_said", "stamp": "1.1.1.1"}],
    "agencies:number": [{"number": "{phone}"}],
    "cases:note": [{"kind": "call", "privacy": "agency", "body": "…"}],
    "conferences:assignments": [{"to": "agency 1", "kind": "call", "words": "…"}],
    "conferences:assignment": [{"answer": "cannot", "cannot": "no_time"}],
    "conferences:conferences": [{"hour": "9:00", "way": "phone", "her_part": "comes"}],
    "conferences:topic": [{"words": "…"}],
    "conferences:reply": [{"coming": "comes"}],
    "conferences:call_off": [{"why": "solved"}],
    "conferences:minutes": [{"rows": "2", "more": "1"}, {"rows": "1", "body": "…"}],
    "conferences:correct": [{"body": "…"}],
    "dwelling:notes": [{"kind": "slept", "words": "…"}],
    "dwelling:belongings": [{"kind": "papers", "words": "{paper}", "her_word": "said"}],
    "dwelling:visits": [{"visitor": "{name}", "relation": "parent", "hour": "9:00"}],
    "dwelling:transport": [{"at": "9:00", "why": "road"}],
    "protection:plan": [{"signs": "…", "people": "{phone}"}],
    "lending:pause": [{"why": "illness", "months": "2"}],
    "lending:forgive": [{"why": "illness", "words": "{name}"}],
    "support:assess": [{"occasion": "intake", "safety": "hard"}],
    "support:plan": [{"area": "income", "words": "…"}],
    "support:end_goal": [{"end": "met"}],
    "support:step": [{"outcome": "done", "told": "…"}],
    "osso:walk_in": [
        {"categories": "legal", "relatives": "1", "relative_called_1": "{called}"},
        {"papers": "2", "paper_number_2": "{paper}", "more": "relative"},
    ],
    "osso:wish": [{"answer": "here"}],
    "osso:child": [{"registered": "nowhere", "nationality": "none"}],
    "osso:appointments": [{"category": "legal", "channel": "office", "hour": "9:00"}],
    "osso:call_off": [{"why": "other"}],
    "osso:keep": [{"channel": "office"}],
    "osso:call": [{"answer": "not_reached"}],
    "osso:sessions": [{"category": "legal", "channel": "phone"}],
    "counselling:begin": [{"told": "yes"}],
    "counselling:course": [{"minutes": "45", "form": "phone", "note": "…"}],
    "counselling:raise_danger": [{"kind": "lured"}],
    "counselling:danger": [{"risk": "high", "version": "1"}],
    "counselling:seat": [{"code": "{file}", "told": "yes"}],
    "rights:requests": [{"right": "copy", "asker": "herself", "check_made": "known"}],
    "rights:request": [{"outcome": "done", "ground": "", "answer": "{name}"}],
    "rights:hold": [{"ground": "court", "source": "{paper}"}],
    "directory_public:find_help": [{"need": "safe_place"}, {"text": "{name}"}],
}


@dataclass(frozen=True)
class Ask:
    """One question to the program."""

    page: str
    url: str
    method: str = "GET"
    typed: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return f"{self.method} {self.page} {self.url} {dict(self.typed)}"


@dataclass(frozen=True)
class Page:
    """An address of the resolver, by name."""

    name: str
    parts: tuple[str, ...]
    writes: bool
    languages: tuple[str, ...] = field(default=("vi",))


def pages() -> list[Page]:
    """Every address there is."""
    return list(_walk(get_resolver().url_patterns, ()))


def strangers() -> list[str]:
    """Pages of which nobody said how their addresses are filled, and lines for no page."""
    found = {p.name: set(p.parts) for p in pages()}
    unfilled = [n for n, parts in found.items() if parts != set(PARTS.get(n, {}))]
    gone = {*PARTS, *QUERIES, *TYPED} - set(found)
    return sorted({*unfilled, *gone})


def asks(own: dict[str, Any], hidden: list[dict[str, Any]], words: dict[str, str]) -> list[Ask]:
    """Every page, asked about one's own things, about hidden ones, and about things at random."""
    nothing: dict[str, Any] = {"file": "KN-26-ZZZZ"}
    found: dict[Ask, None] = {}
    for page in pages():
        for filled in _fillings(page, own, [*hidden, nothing]):
            for language in page.languages:
                with translation.override(language):
                    url = reverse(page.name, kwargs=filled)
                found.update(dict.fromkeys(_ways(page, url, words)))
    return list(found)


def _walk(patterns: list[Any], spaces: tuple[str, ...], languages: Any = ("vi",)) -> Iterator[Page]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            deeper = spaces + ((pattern.namespace,) if pattern.namespace else ())
            spoken = LANGUAGES if "Locale" in type(pattern.pattern).__name__ else languages
            yield from _walk(pattern.url_patterns, deeper, spoken)
        elif isinstance(pattern, URLPattern):
            name = ":".join((*spaces, pattern.name or "?"))
            writes = getattr(pattern.callback, "writes", True)
            yield Page(name, tuple(pattern.pattern.converters), writes, languages)


def _fillings(page: Page, own: dict, others: list[dict]) -> Iterator[dict[str, Any]]:
    """All parts of one owner, or the file of one owner and the rest of another."""
    kinds = PARTS[page.name] if page.parts else {}
    yield {part: _named(kind, own) for part, kind in kinds.items()}
    if not kinds:
        return
    for other in others:
        yield {part: _named(kind, other) for part, kind in kinds.items()}
        if len(kinds) > 1:
            for first, rest in ((own, other), (other, own)):
                yield {p: _named(k, first if k == "file" else rest) for p, k in kinds.items()}
    if "referral" in kinds.values():
        yield from ({p: o["draft"] for p in kinds} for o in others if "draft" in o)


def _named(kind: str, things: dict[str, Any]) -> Any:
    return things.get(kind) or PLAIN.get(kind) or RANDOM


def _ways(page: Page, url: str, words: dict[str, str]) -> Iterator[Ask]:
    yield Ask(page.name, url)
    for query in QUERIES.get(page.name, []):
        yield Ask(page.name, f"{url}?{query}")
    if page.writes:
        yield Ask(page.name, url, "POST")
        for typed in TYPED.get(page.name, []):
            filled = {name: text.format(**words) for name, text in typed.items()}
            yield Ask(page.name, url, "POST", tuple(filled.items()))
