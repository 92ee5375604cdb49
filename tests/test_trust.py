"""What a verdict rests on, and how much trust it earns."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.catalog import Catalog
from peercert.logic import Disputes
from peercert.trust import leaves, trust
from upper import TODAY, Written, built_in, decide, group, leaf, own_rules

REFERENCES = leaf("x.references", "references", at_least=2)


def tiers(catalog: Catalog, **profile: object) -> str:
    """Return the confidence of a verdict on TOY."""
    return decide("TOY", dict(profile), catalog=catalog).confidence


def test_an_eligible_verdict_rests_on_every_requirement(tmp_path: Path) -> None:
    """One requirement that only a secondary source tells of makes the whole answer secondary."""
    weak = leaf("x.disclosure", "attestation", tier="secondary", name="disclosure")
    rules = own_rules(tmp_path, group("x", "all_of", REFERENCES, weak))

    assert tiers(rules, references=2, attestations={"disclosure": True}) == "secondary"


@pytest.mark.parametrize(
    ("age", "disputes", "tier"), [(20, "lenient", "secondary"), (20, "strict", "document"), (30, "lenient", "document")]
)
def test_a_verdict_rests_on_the_readings_that_it_follows(age: int, disputes: Disputes, tier: str) -> None:
    """Minnesota: a document says 21 and a secondary source 18, so a yes at 20 rests on the secondary one alone."""
    born = f"{TODAY.year - age}-01-01"
    profile: Written = {"birth_date": born}

    found = decide("CPS-I", profile, disputes=disputes)
    age_line = next(one for one in leaves(found.chosen.finding) if one.id == "mn.cps-i.age")

    assert trust(built_in(), age_line) == tier


def test_any_other_verdict_rests_on_what_blocks(tmp_path: Path) -> None:
    """A no rests on the documents behind it, whatever the rest is founded on."""
    weak = leaf("x.disclosure", "attestation", tier="secondary", name="disclosure")
    issuer = leaf("x.literacy", "attestation", tier="issuer", name="literacy")
    rules = own_rules(tmp_path, group("x", "all_of", REFERENCES, issuer, weak))
    yes = {"disclosure": True, "literacy": True}

    assert tiers(rules, references=1, attestations=yes) == "document"
    assert tiers(rules, references=1, attestations={**yes, "literacy": False}) == "issuer"
    assert tiers(rules, references=2, attestations={"literacy": True}) == "secondary"


def test_a_requirement_is_as_good_as_its_best_source(tmp_path: Path) -> None:
    """A document beside a secondary source makes the requirement firm."""
    both = [{"id": "secondary", "at": "page 1"}, {"id": "document", "at": "page 2"}]

    assert tiers(own_rules(tmp_path, {**REFERENCES, "sources": both}), references=2) == "document"
