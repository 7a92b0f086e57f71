"""The front door: `ketnoi COMMAND`. Each command is a module of this folder and loads by itself."""

from ketnoi.cli.main import main

__all__ = ["main"]
