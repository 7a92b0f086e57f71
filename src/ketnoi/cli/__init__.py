"""The front door: `ketnoi COMMAND`. Each command is a module of this folder and loads by itself.

Owns: what people type, the folder of an installation, and the processes that run in it.
Never: a rule of the field, or a page.
"""

from ketnoi.cli.main import main

__all__ = ["main"]
