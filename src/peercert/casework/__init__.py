"""The cases beside a credential: reading them, running them, and saying what they leave untried.

Belongs here: case files, what must come out, coverage, and what to propose. Not here: layout, which is the
printer's, and any knowledge of one kind of requirement, which each kind keeps to itself.
"""

from peercert.casework.coverage import Coverage, coverage
from peercert.casework.files import case_files
from peercert.casework.reading import CaseFile, WorkedCase, read_case_file
from peercert.casework.running import Difference, Result, run

__all__ = [
    "CaseFile", "Coverage", "Difference", "Result", "WorkedCase",
    "case_files", "coverage", "read_case_file", "run",
]  # fmt: skip
