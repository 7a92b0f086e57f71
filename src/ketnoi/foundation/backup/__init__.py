"""Copies of an installation: written as one sealed file, tried out, and brought back elsewhere.

The keys of persons travel in a stream of their own, which is not kept long: whoever was erased
stays erased in every copy that is older than that.
"""
