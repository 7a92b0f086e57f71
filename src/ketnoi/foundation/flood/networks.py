"""From which network something comes: never the address, and tomorrow under another name."""

from datetime import date
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac

HOUSE = {4: 24, 6: 56}
"""What a household or a village shares: an address of version 4 changes within it, one of version
6 is given out that wide."""
NOWHERE = "nowhere"


def network_of(request: Any) -> str:
    """The network a request comes from; what is no address is one network by itself."""
    try:
        address: Any = ip_address(_address(request))
    except ValueError:
        return NOWHERE
    address = getattr(address, "ipv4_mapped", None) or address
    return str(ip_network((address, HOUSE[address.version]), strict=False))


def mark_of(network: str, *, purpose: str, day: date) -> int:
    """The name of a network for one purpose and one day, from which no address is found."""
    said = salted_hmac(f"ketnoi:flood:{day}", f"{purpose}|{network}", algorithm="sha256")
    return int.from_bytes(said.digest()[:8], "big", signed=True)


def _address(request: Any) -> str:
    """What the proxy we were told of says last; without one, who is at the other end."""
    name = settings.KETNOI_ADDRESS_HEADER
    told = request.headers.get(name, "").rpartition(",")[2].strip() if name else ""
    return told or request.META.get("REMOTE_ADDR", "")
