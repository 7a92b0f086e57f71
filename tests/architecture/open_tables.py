"""Tables with field data that everybody may read, each with the reason why no lock is needed.

A table belongs here only if it holds nothing about a person whom the network supports.
"""

PUBLIC = "public reference data: printed on public pages"
COUNTED = "numbers of places, of no person; shown to members"
NETWORK = "who takes part in the network: every member must be able to name a partner"

OPEN_TABLES: dict[str, str] = {
    "foundation.Holiday": PUBLIC,
    "foundation.Bucket": "how much a network sent today, under a name of that day; no address",
    "foundation.UsedProof": "random ids of steps that public forms asked for; of whom is not known",
    "places.Edition": PUBLIC,
    "places.Province": PUBLIC,
    "places.Commune": PUBLIC,
    "places.FormerPlace": PUBLIC,
    "law.Fact": PUBLIC,
    "directory.Capacity": COUNTED,
    "directory.Hotline": PUBLIC,
    "directory.Service": PUBLIC,
    "directory.ServiceAtLocation": PUBLIC,
    "directory.Schedule": PUBLIC,
    "directory.TrustedAddress": PUBLIC,
    "trainings.NetworkEvent": PUBLIC,
    "rounds.MatchingRound": "published with its seed; shares and lacks too coarse to know anybody",
    "livelihood.Opportunity": "every officer looks for one; no person is named in it",
    "agencies.Agency": PUBLIC,
    "agencies.AgencyName": PUBLIC,
    "agencies.Office": PUBLIC,
    "agencies.Member": NETWORK,
    "agencies.Invitation": "found by a keyed tag of a random token; names a colleague only",
    "agencies.Witness": "which agency keeps seals; holds the letter box of an office only",
    "agencies.Agreement": "what offices agreed to ask of each other; every member reads it",
    "agencies.Party": "which offices signed that; a member of one noted it, nobody else is named",
    "directory.Hold": "for which office a place is kept and until when; no person",
    "reminding.Feed": "half of a hash of a random token; names a member only",
    "agencies.Leave": "when a colleague is away and who stands in for her; no person helped",
    "agencies.ProgramToken": "half of a hash of a random token; names a program of an agency only",
    "agencies.AgencyKey": "what anybody closes with for an agency; it opens nothing",
    "vigilance.Desk": "which office reads tips of the public; no person helped, no tip",
    "intake.Duty": "which agency calls back; public, no person",
    "intake.SentForm": "the random number of a public form that was sent; gone after a day",
    "intake.CallbackHour": "a keyed mark of one hour and how often; no number, gone after a day",
    "drives.OfferHour": "how many offers one need took within an hour; from whom is not known",
    "counselling.CounsellorKey": "what anybody closes with for a counsellor; it opens nothing",
    "transfers.Taken": "half of a hash of a random name, met once in an installation; no person",
    "people.DataKey": "random keys wrapped by a key outside the database; no owner is named here",
}
