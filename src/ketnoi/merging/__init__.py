"""Merging (gộp hồ sơ): two files of one agency turn out to be about the same woman.

Owns: both files side by side, which value is kept where they differ, the merge and its undoing.
Never: moves a row from one file to the other, opens a door, or merges anything by itself.
"""
