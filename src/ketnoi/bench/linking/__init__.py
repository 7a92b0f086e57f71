"""Measuring how well records of one woman find each other: `./ketnoi bench link`.

The records are invented here, with the noise that lists in Viet Nam have. Peers live in an
environment of their own (`peers.txt`): the product never needs them.
"""
