"""Rights over data (quyền đối với dữ liệu): what a person asks of those who keep her data.

Owns: her requests with their legal clocks, the answers, the copy of her data she can read.
Never: the data themselves; they stay with the person, the file and the domains that wrote them.
"""
