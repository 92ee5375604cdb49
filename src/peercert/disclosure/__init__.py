"""Disclosure: the least of a profile that still gives the same determination for one credential.

Belongs here: what may be taken away or made coarser without saying anything untrue, and trying it.
Not here: writing the file, and words about it.
"""

from peercert.disclosure.least import Asked, Disclosed, least

__all__ = ["Asked", "Disclosed", "least"]
