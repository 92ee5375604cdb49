"""Small trees for tests of what joins requirements: a leaf that is met, one that is not, one that is open."""

from build import Raw

SOURCES = [{"id": "s", "at": "page 1"}]
MET: Raw = {"id": "met", "title": "Met", "kind": "not_asked", "sources": SOURCES}
UNMET: Raw = {"id": "unmet", "title": "Unmet", "kind": "references", "at_least": 2, "sources": SOURCES}
OPEN: Raw = {"id": "open", "title": "Open", "kind": "human", "question": "Is it good enough?", "sources": SOURCES}

PROFILE: Raw = {"references": 1}
"""The profile for which these leaves come out so."""


def named(leaf: Raw, id_: str) -> Raw:
    """Return a leaf under another id."""
    return {**leaf, "id": id_}
