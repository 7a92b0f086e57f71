"""What staff see while they type the name of a place."""

from django.http import JsonResponse

from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.places import queries

SHOWN = 8


@page(Audience.MEMBERS)
def communes_like(request: PageRequest) -> JsonResponse:
    home = request.member.agency.province_id
    found = queries.communes_like(request.GET.get("q", ""), province=home, limit=SHOWN)
    lines = [{"value": m.value, "label": m.label, "hint": m.was} for m in found]
    return JsonResponse(lines, safe=False, json_dumps_params={"ensure_ascii": False})
