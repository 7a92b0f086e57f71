"""Directory (danh bạ): what help there is, from whom, at what cost, and when it was last checked.

Owns: services, their hours and places, hotlines, trusted addresses; the pages that find help.
Never: the address of a shelter, or of an office beside one; who asked for help.
"""
