"""Who is asked about: the profile as a person writes it, read, checked and typed.

Belongs here: what may stand in a profile, what each field's type makes of a text, and what in a
profile contradicts itself. Not here: what any credential asks for, and what day it is.
"""

from peercert.candidate.load import Candidate, load_candidate
from peercert.candidate.profile import Profile

__all__ = ["Candidate", "Profile", "load_candidate"]
