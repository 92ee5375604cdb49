"""What the command line names, as a stream of profiles: files, folders, patterns, lists, tables, standard input.

Belongs here: finding files, and cutting those that hold many profiles into one after the other.
Not here: what a profile may say, and what it means.
"""

from peercert.inputs.given import Given
from peercert.inputs.stream import STDIN, STDIN_FORMATS, SUFFIXES, PassedOver, given

__all__ = ["STDIN", "STDIN_FORMATS", "SUFFIXES", "Given", "PassedOver", "given"]
