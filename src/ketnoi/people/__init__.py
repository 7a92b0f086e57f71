"""People (người được hỗ trợ): the person herself, her name, phones, papers and address, sealed.

Owns: persons, their data keys, identities, phones, papers, addresses, representatives.
Never: why the network knows her; that is the file.
"""
