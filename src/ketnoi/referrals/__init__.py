"""Referrals (chuyển gửi): one agency asks a service of another, and hears how it ended.

Owns: the request, its packet, its answer, its outcome, and every step between them.
Never: decides who may see a file (see `cases`), or what help an agency offers (see `directory`).
"""
