"""What comes in as a file: held in memory, known by its content, written anew, or refused.

Nothing of the sender's file is kept as it came: its name is dropped at the door, its pictures are
decoded and drawn again, its documents are rebuilt from their pages alone.
"""

from ketnoi.foundation.uploads.kinds import Fit, Media, fit

__all__ = ["Fit", "Media", "fit"]
