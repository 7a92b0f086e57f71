"""The words of the addresses for programs."""

HSDS = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/"
MOST_A_PAGE = 100
USUAL_A_PAGE = 25
LAST_PAGE = 100_000

FHIR = "4.3.0"
FHIR_JSON = "application/fhir+json"
URN = "urn:ketnoi"
"""Our own lists of words, as FHIR names a list: `urn:ketnoi:outcome` and so on."""
TASK_CODE = "http://hl7.org/fhir/CodeSystem/task-code"
