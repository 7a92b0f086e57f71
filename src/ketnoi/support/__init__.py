"""Support (hỗ trợ): what an agency did for somebody, when, for how long and at whose cost.

Owns: records of support that was given.
Never: what somebody is entitled to (see `law`), or who should help next (see `referrals`).
"""
