"""What other programs may read (giao tiếp với phần mềm khác): the directory in the shape of HSDS.

Owns: the public addresses for programs, their description, the shape in which the directory leaves.
Never: a person, a place that is kept secret, the rights of whoever signed in to the staff side.
"""
