"""Which rules exist: credentials with their editions and ways, the sources they cite, the words they use.

Belongs here: finding, reading and checking rules files. Not here: candidates, and any number, date,
state or agency, which stand in the files.
"""

from peercert.catalog.catalog import Catalog, load_catalog
from peercert.catalog.chosen import Chosen, load_chosen
from peercert.catalog.credential import Credential, Edition, Fact, OpenQuestion, Pathway
from peercert.catalog.sources import Source

__all__ = [
    "Catalog", "Chosen", "Credential", "Edition", "Fact", "OpenQuestion", "Pathway", "Source",
    "load_catalog", "load_chosen",
]  # fmt: skip
