"""The pair of keys of a counsellor, made when first needed."""

from typing import Any

from ketnoi.counselling.models import CounsellorKey
from ketnoi.foundation.action import part


@part
def give_counsellor_key(*, member: Any) -> CounsellorKey:
    """The counsellor gets her pair of keys, unless she has one."""
    if known := CounsellorKey.objects.filter(member_id=member.pk).first():
        return known
    key, secret = CounsellorKey.new_pair(member)
    key.save(force_insert=True)
    secret.save(force_insert=True)
    return key
