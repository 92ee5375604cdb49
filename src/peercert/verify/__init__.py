"""The checker of receipts: it reads the rules and the profile by itself, adds up again, and never searches.

Belongs here: all that is needed to say whether a receipt holds. Not here, and not used here: the engine, the sharing
out of hours, and the kinds of requirements, for whoever checks must not lean on what is checked.
"""

from peercert.verify.checking import Options, Result, verify
from peercert.verify.receipt import Receipt, day_of, read_receipt
from peercert.verify.rulebook import Rulebook
from peercert.verify.telling import proved

__all__ = ["Options", "Receipt", "Result", "Rulebook", "day_of", "proved", "read_receipt", "verify"]
