"""Support (hỗ trợ): how she lives, what she wants, and what agencies did for her.

Owns: assessments on one scale, her plan with goals and steps, records of support that was given,
funds of an agency with books that balance.
Never: what somebody is entitled to (see `law`), or who should help next (see `referrals`).
"""
