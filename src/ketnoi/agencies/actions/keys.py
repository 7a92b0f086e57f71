"""The pair of keys of an agency: what others close with, and what its own people open with."""

from ketnoi.agencies.models import Agency, AgencyKey
from ketnoi.foundation.action import part


@part
def give_keys(*, agency: Agency) -> AgencyKey:
    """The agency gets its pair of keys, unless it has one."""
    if known := AgencyKey.objects.filter(agency=agency).order_by("-number").first():
        return known
    key, secret = AgencyKey.new_pair(agency)
    key.save(force_insert=True)
    secret.save(force_insert=True)
    return key
