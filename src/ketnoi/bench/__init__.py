"""Measurements (phép đo): how fast pages are, and whether they stay so when files grow tenfold.

Owns: synthetic files in great number, the harness, the figures and the verdict on them.
Never: runs in tests or on the data of an installation; its files are invented, in its own cluster.
"""
