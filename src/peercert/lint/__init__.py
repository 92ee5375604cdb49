"""What can be wrong with rules although every file is well formed: one module for each lint.

Belongs here: looking at a whole catalogue as it is written, and saying what is wrong at which line.
Not here: files that cannot be read, which the catalogue refuses; printing; and people, who are the engine's.
"""

from peercert.lint.checking import check, refused
from peercert.lint.remark import Remark, Severity
from peercert.lint.roll_call import LINTS

__all__ = ["LINTS", "Remark", "Severity", "check", "refused"]
