"""Places, and the surveys that find them."""

import pytest

from peercert.reading import Syntax, Value, ValuePath, read_text
from peercert.reading.places import Places

YAML = """\
# a comment
id: jordan
residence: {state: IL, since: 2019-05-01}
education:
  - {level: ged, completed: 2016-06-01}
  - level: bachelor
    "field": 'psychology'
notes: |
  first
  second
serves:
- adults
- - nested
? long key
: "last"
"""
JSON = """\
{"id": "jordan",
 "residence": {"state": "I\\"L", "since": "2019"},
 "education": [
   {"level": "ged"}, {"level": "bachelor", "years": 12.5}
 ],
 "ok": true}
"""


def text_at(text: str, place: tuple[int, int]) -> str:
    """Return the rest of the line from a place on."""
    return text.split("\n")[place[0] - 1][place[1] - 1 :]


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("id",), "jordan", "id: jordan"),
        (("residence",), "{state:", "residence:"),
        (("residence", "since"), "2019-05-01}", "since:"),
        (("education",), "- {level: ged", "education:"),
        (("education", 0), "{level: ged", "{level: ged"),
        (("education", 0, "completed"), "2016-06-01}", "completed:"),
        (("education", 1), "level: bachelor", "level: bachelor"),
        (("education", 1, "field"), "'psychology'", '"field":'),
        (("notes",), "|", "notes: |"),
        (("serves", 0), "adults", "adults"),
        (("serves", 1), "- nested", "- nested"),
        (("serves", 1, 0), "nested", "nested"),
        (("long key",), '"last"', "long key"),
        ((), "id: jordan", "id: jordan"),
    ],
)
def test_a_place_in_yaml_points_at_the_text(path: ValuePath, value: str, key: str) -> None:
    """Each path leads to where its value, or its key, starts in the text."""
    document = read_text(YAML, "p")

    assert text_at(YAML, document.place(path)).startswith(value)
    assert text_at(YAML, document.place(path, key=True)).startswith(key)


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), '{"id"', '{"id"'),
        (("id",), '"jordan"', '"id"'),
        (("residence", "since"), '"2019"', '"since"'),
        (("education",), "[", '"education"'),
        (("education", 1), '{"level": "bachelor"', '{"level": "bachelor"'),
        (("education", 1, "years"), "12.5}", '"years"'),
        (("ok",), "true", '"ok"'),
    ],
)
@pytest.mark.parametrize("syntax", ["yaml", "json"])
def test_a_place_in_json_points_at_the_text(path: ValuePath, value: str, key: str, syntax: Syntax) -> None:
    """JSON has the same places, read as JSON or as the YAML it also is."""
    document = read_text(JSON, "p", syntax=syntax)

    assert text_at(JSON, document.place(path)).startswith(value)
    assert text_at(JSON, document.place(path, key=True)).startswith(key)


def leaves(value: Value, path: ValuePath = ()) -> list[tuple[ValuePath, str]]:
    """Return the path and the text of every scalar."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, inner in enumerate(value) for leaf in leaves(inner, (*path, index))]
    return [(path, str(value))]


def test_every_plain_word_of_a_page_is_found_where_it_stands() -> None:
    """No value is left without a place, and none gets another's."""
    document = read_text(YAML, "p")
    found = {path: text_at(YAML, document.place(path)).lstrip("'\"") for path, _ in leaves(document.value)}

    assert len(found) == 11
    assert all(found[path].startswith(text) for path, text in leaves(document.value) if "\n" not in text)


def test_what_is_not_there_has_the_place_of_what_is_around_it() -> None:
    """A missing key is told at the mapping that lacks it, or at that mapping's own key."""
    places = Places({(): (1, 1), ("a",): (2, 4), ("a", 0): (2, 6)}, {("a",): (2, 1)})

    assert places.find(("a", "b", "c"), key=False) == (2, 4)
    assert places.find(("a", "b"), key=True) == (2, 1)
    assert places.find(("a", 0, "x"), key=True) == (2, 6)
    assert places.find(("z",), key=False) == (1, 1)


def test_a_text_without_places_starts_at_the_top() -> None:
    """Where nothing at all is known, the top is the place."""
    assert Places({}, {}).find(("a",), key=True) == (1, 1)
