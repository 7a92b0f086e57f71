"""Reports (số liệu): what coordinators read of the whole network, as numbers.

Owns: the numbers of the board, as of which moment they were counted.
Never: a name, or a number of which one could guess who stands behind it outside the board.
"""
