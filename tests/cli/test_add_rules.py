"""`--add-rules`: one's own credentials on top of the others, in every command that takes rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer

from peercert.cli.app import app
from peercert.cli.completing import credentials
from program import inside, peercert
from upper import credential, edition, leaf, rules_folder

DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with rules to lie on top, which cite a source below, with cases, and a profile."""
    mine = tmp_path / "mine"
    mine.mkdir()
    asked = {**leaf("xx.toy.references", "references", at_least=1), "sources": [{"id": "mn-cps-slides", "at": "p. 1"}]}
    rules_folder(mine, credential("TOY", edition(asked)))
    (mine / "sources.yaml").unlink()
    (mine / "words.yaml").unlink()
    cases: dict[str, Any] = {
        "given": {"references": 1},
        "cases": [{"name": "one reference", "as_of": "2026-11-22", "verdict": "eligible"}],
    }
    (mine / "us" / "toy.cases.yaml").write_text(json.dumps(cases), encoding="utf-8")
    (tmp_path / "jo.yaml").write_text("references: 1\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (("check", "jo.yaml", *DAY, "-c", "TOY"), 0, "TOY · Title of TOY · Toyland"),
        (("cohort", "jo.yaml", *DAY, "-c", "TOY"), 0, "TOY"),
        (("compare", "TOY", "CPS-I", *DAY), 0, "TOY and CPS-I, side by side"),
        (("show", "TOY", *DAY), 0, "Title of xx.toy.references"),
        (("list",), 0, "TOY  Title of TOY"),
        (("plan", "jo.yaml", *DAY, "-c", "TOY"), 0, "TOY · Title of TOY · Toyland"),
        (("init", "-c", "TOY"), 0, "references:"),
        (("schema", "candidate"), 0, '"TOY"'),
        (("rules", "check", *DAY), 0, "8 credentials looked at: nothing to remark."),
        (("rules", "test", "-c", "TOY"), 0, "1 case of 1 credential: all came out as they must."),
        (("rules", "mutate", "-c", "TOY"), 0, "TOY: "),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else None,
)
def test_every_command_takes_it(folder: Path, asked: tuple[str, ...], code: int, said: str) -> None:
    """The credential on top is there; the source below is found."""
    ended = inside(*asked, "--add-rules", "mine", folder=folder)

    assert (ended.code, ended.err) == (code, "")
    assert said in ended.out


def test_what_speaks_to_a_person_takes_it_too(folder: Path) -> None:
    """An interview asks for what the credential on top asks for; the least of a profile keeps it."""
    asked = peercert("interview", *DAY, "-c", "TOY", "--add-rules", "mine", stdin="1\n", folder=folder)
    least = inside("redact", "jo.yaml", *DAY, "-c", "TOY", "--add-rules", "mine", folder=folder)

    assert asked.code == 0
    assert "TOY · Title of TOY · Toyland" in asked.out
    assert least.code == 0
    assert "references: 1" in least.out


def test_a_receipt_is_checked_by_both_catalogues(folder: Path) -> None:
    """Named in the same way; by the first one alone it does not hold."""
    asked = ("check", "jo.yaml", *DAY, "-c", "TOY", "-c", "CPSS", "--add-rules", "mine", "--receipt", "proof.json")
    inside(*asked, folder=folder)

    with_both = inside("verify", "proof.json", "-p", "jo.yaml", "--add-rules", "mine", folder=folder)
    with_one = inside("verify", "proof.json", folder=folder)

    assert (with_both.code, with_both.err) == (0, "")
    assert "This receipt holds" in with_both.out
    assert with_one.code == 1
    assert "Name them with --rules or --add-rules" in with_one.err


def test_a_report_names_both_catalogues(folder: Path) -> None:
    """By version and digest, in JSON, on a page and in text; whole with --verbose."""
    asked = ("check", "jo.yaml", *DAY, "-c", "TOY", "--add-rules", "mine", "-f")
    named = json.loads(inside(*asked, "json", folder=folder).out)["catalog"]
    page = inside(*asked, "markdown", folder=folder).out

    text = inside(*asked, "text", "-v", folder=folder)

    below, mine = named["layers"]
    assert (
        f"Decided by catalogue {below['version']} (sha256 {below['sha256'][:12]}) and "
        f"catalogue 1 (sha256 {mine['sha256'][:12]}), peercert "
    ) in text.out.replace("\n", " ")
    assert f"catalogue {below['version']}, sha256 {below['sha256']}" in text.err
    assert f"catalogue 1, sha256 {mine['sha256']}" in text.err
    assert named["version"] == f"{below['version']} + 1"
    assert mine["version"] == "1"
    assert len({named["sha256"], below["sha256"], mine["sha256"]}) == 3
    assert (
        f"by catalogue {below['version']} (sha256 {below['sha256'][:12]}) "
        f"and catalogue 1 (sha256 {mine['sha256'][:12]}), peercert"
    ) in page


def test_rules_below_alone_are_named_as_before(folder: Path) -> None:
    """There are no layers where nothing lies on top."""
    out = inside("check", "jo.yaml", *DAY, "-c", "CPSS", "-f", "json", folder=folder).out

    assert set(json.loads(out)["catalog"]) == {"version", "sha256"}


def test_helpers_use_the_same_rules(folder: Path) -> None:
    """The report of many people is the same with one process and with three."""
    people = "".join(f'{{"id": "p{number}", "references": {number % 2}}}\n' for number in range(70))
    (folder / "people.jsonl").write_text(people, encoding="utf-8")
    asked = ("check", "people.jsonl", *DAY, "-c", "TOY", "--add-rules", "mine", "-f", "json")

    one, three = (peercert(*asked, "-j", jobs, folder=folder) for jobs in ("1", "3"))
    assert one.out == three.out
    assert json.loads(one.out)["summary"]["eligible"] == 35


def test_a_name_that_is_taken_is_refused_at_its_place(folder: Path) -> None:
    """With what to do instead; before anybody is checked."""
    (folder / "mine" / "us" / "toy.yaml").rename(folder / "mine" / "us" / "crss.yaml")
    text = (folder / "mine" / "us" / "crss.yaml").read_text(encoding="utf-8")
    (folder / "mine" / "us" / "crss.yaml").write_text(text.replace('"TOY"', '"CRSS"'), encoding="utf-8")
    refused = (
        "There is a credential CRSS already, in the rules below. "
        "Rules on top only add. Use a name of your own, or --rules for yours alone.\n"
    )

    checked = inside("check", "jo.yaml", *DAY, "--add-rules", "mine", folder=folder)
    linted = inside("rules", "check", *DAY, "--add-rules", "mine", folder=folder)
    assert (checked.code, checked.out) == (4, "")
    assert checked.err == f"mine/us/crss.yaml:1:8: {refused}"
    assert (linted.code, linted.err) == (4, f"mine/us/crss.yaml:1:8: [taken-name] {refused}")


def test_a_folder_that_is_not_there_is_a_matter_of_usage(folder: Path) -> None:
    """As with --rules."""
    ended = inside("list", "--add-rules", "nowhere", folder=folder)

    assert (ended.code, ended.out, ended.err) == (2, "", "nowhere: There is no such folder of rules.\n")


def test_a_source_on_top_that_nobody_cites_is_found_in_its_own_file(folder: Path) -> None:
    """Slips in what lies on top are told where they are."""
    source = {"title": "T", "publisher": "P", "date": "2020", "tier": "issuer", "url": "u", "read": "2026-11-22"}
    (folder / "mine" / "sources.yaml").write_text(json.dumps({"sources": {"my-law": source}}), encoding="utf-8")

    out = inside("rules", "check", *DAY, "--add-rules", "mine", folder=folder).out
    assert out.startswith("mine/sources.yaml:1:")
    assert "[unused-source] Warning: Nothing cites the source my-law." in out


def test_settings_may_name_it(folder: Path) -> None:
    """As seen from the file that names it."""
    (folder / "peercert.toml").write_text('add-rules = ["mine"]\n', encoding="utf-8")
    (folder / "below").mkdir()

    assert "TOY  Title of TOY" in inside("list", folder=folder / "below").out


def test_a_shell_offers_the_credentials_on_top(folder: Path) -> None:
    """By their ids."""
    context = typer.Context(typer.main.get_command(app))
    context.params = {"rules": None, "add_rules": [folder / "mine"]}

    assert credentials(context, "T") == ["TOY"]
