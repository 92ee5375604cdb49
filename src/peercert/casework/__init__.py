"""The cases beside a credential: reading them, running them, and saying what they leave untried.

Belongs here: case files, what must come out, coverage, and what to propose. Not here: layout, which is the
printer's, and any knowledge of one kind of requirement, which each kind keeps to itself.
"""

from peercert.casework.coverage import Coverage, all_coverage
from peercert.casework.files import case_files
from peercert.casework.reading import CaseFile, WorkedCase, read_case_file, selected
from peercert.casework.report import CasesReport
from peercert.casework.running import Difference, Result, run

__all__ = [
    "CaseFile", "CasesReport", "Coverage", "Difference", "Result", "WorkedCase",
    "all_coverage", "case_files", "read_case_file", "run", "selected",
]  # fmt: skip
