"""The catalogue as a list: every credential with its state, its ways, its editions and its issuer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from peercert.catalog import Catalog, Credential, Edition
from peercert.render.json_text import page
from peercert.render.markdown import plain, table
from peercert.render.style import Style
from peercert.requirements.wording import counted

FORMAT = "peercert.list/1"
"""The name and version of the JSON shape."""


def as_text(catalog: Catalog, style: Style) -> str:
    """Draw the list for a terminal."""
    about = catalog.about
    lines = [style.heading(about.title), style.wrap(_read(catalog))]
    for one in catalog:
        lines += ["", style.heading(f"{one.id}  {one.title}", hang=2)]
        lines += [style.wrap(fact, 2, hang=4) for fact in _facts(one)]
    lines += ["", style.wrap("To see what one of them asks: peercert show ID")]
    return "\n".join(lines) + "\n"


def _read(catalog: Catalog) -> str:
    number = counted(len(catalog.ids), "credential")
    return f"{number}, catalogue {catalog.about.version}, sources last read on {catalog.about.checked}."


def _facts(one: Credential) -> Iterator[str]:
    yield f"{one.region}. Granted by the {one.issuer.name} ({one.issuer.short})."
    for edition in one.editions:
        yield f"Rules: {_edition(edition)}."
        for way in edition.pathways:
            yield f"Way: {way.title}"


def _edition(edition: Edition) -> str:
    first = f", from {edition.effective_from}" if edition.effective_from else ""
    last = f", until {edition.effective_to}" if edition.effective_to else ""
    return f"{edition.title or edition.id}{first}{last}"


def as_markdown(catalog: Catalog, style: Style) -> str:
    """Draw the list as a Markdown page."""
    rows = (
        [
            one.id,
            one.title,
            one.region,
            "; ".join(way.title for edition in one.editions for way in edition.pathways),
            "; ".join(_edition(edition) for edition in one.editions),
            f"{one.issuer.name} ({one.issuer.short})",
        ]
        for one in catalog
    )
    head = ["Id", "Title", "State", "Ways", "Rules", "Granted by"]
    return style.fit(f"# {plain(catalog.about.title)}\n\n{plain(_read(catalog))}\n\n{table(head, rows)}\n")


def as_json(catalog: Catalog, style: Style) -> str:
    """Write one JSON object."""
    del style
    about = catalog.about
    drawn = {
        "format": FORMAT,
        "catalog": {
            "version": about.version,
            "title": about.title,
            "checked": about.checked.isoformat(),
            "sha256": catalog.sha256,
        },
        "credentials": [_credential(one) for one in catalog],
    }
    return page(drawn)


def _credential(one: Credential) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "aliases": list(one.aliases),
        "jurisdiction": one.jurisdiction,
        "region": one.region,
        "issuer": one.issuer.model_dump(),
        "editions": [
            {
                "id": edition.id,
                "title": edition.title,
                "effective_from": edition.effective_from and edition.effective_from.isoformat(),
                "effective_to": edition.effective_to and edition.effective_to.isoformat(),
                "pathways": [{"id": way.id, "title": way.title} for way in edition.pathways],
            }
            for edition in one.editions
        ],
    }


LISTINGS: dict[str, Callable[[Catalog, Style], str]] = {"text": as_text, "json": as_json, "markdown": as_markdown}
"""What the list can be drawn as."""
