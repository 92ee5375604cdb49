"""Training in parts."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import Raw, because, case, find, requirement, speech
from peercert.finding import Finding, Measure
from peercert.logic import Disputes, Outcome, Why
from peercert.requirements.counting import Maybe
from peercert.requirements.steps import Hours
from peercert.requirements.training import Part, _gaps, _most

SOURCES = [{"id": "s", "at": "page 1"}]


def part(id_: str, at_least: float, *topics: str) -> Raw:
    """Return a part of the training as it stands in a rules file."""
    asked: Raw = {"id": id_, "title": id_, "kind": "training_hours", "at_least": at_least, "sources": SOURCES}
    return {**asked, "topics": list(topics)} if topics else asked


def whole(*parts: Raw, **more: Any) -> Raw:
    """Return training of some parts."""
    return {"kind": "training", "of": list(parts), **more}


CORE = ("core_functions", "family", "youth")
ILLINOIS = whole(
    part("total", 30),
    part("advocacy", 10, "advocacy"),
    part("core", 20, *CORE),
    part("family", 5, "family"),
    part("youth", 5, "youth"),
    leave_out=["other"],
)


def took(*records: Raw) -> Raw:
    """Return a profile with some training."""
    return {"training": list(records)}


def together(raw: Raw, profile: Raw, **options: Any) -> Finding:
    """Return what was found for all parts at once."""
    return find(raw, profile, **options).children[-1]


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        ({"advocacy": 10, "core_functions": 10, "family": 5, "youth": 5}, Outcome.MET),
        ({"advocacy": 10, "core_functions": 9.5, "family": 5, "youth": 5}, Outcome.UNMET),
        ({"advocacy": 10, "core_functions": 20, "family": 5, "youth": 4}, Outcome.UNMET),
        ({"advocacy": 10, "family": 15, "youth": 5}, Outcome.MET),
    ],
)
def test_the_whole_and_every_part_must_be_there(topics: Raw, expected: Outcome) -> None:
    """Told hours are held against each part; hours inside a part count to it too."""
    found = find(ILLINOIS, took({"topics": topics}))

    assert found.outcome is expected
    assert found.children[-1].outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(("hours", "expected"), [(30, Outcome.UNKNOWN), (29.5, Outcome.UNMET), (300, Outcome.UNKNOWN)])
def test_hours_without_topics_may_fill_the_parts_only_once(hours: float, expected: Outcome) -> None:
    """Thirty hours can be ten of advocacy and twenty of the core; less cannot fill both."""
    assert find(ILLINOIS, took({"hours": hours})).outcome is expected


def test_parts_that_could_each_be_met_but_not_all_at_once_are_a_no() -> None:
    """Where no part alone shows what is missing, the parts together do, with what the open hours lack."""
    raw = whole(part("advocacy", 10, "advocacy"), part("ethics", 10, "ethics"))
    profile = took({"hours": 18, "topics": {"advocacy": 1}})

    found = find(raw, profile)

    assert [child.outcome for child in found.children] == [Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.UNMET]
    assert found.outcome is Outcome.UNMET
    assert found.children[-1].id == "x.together"
    assert found.children[-1].measure == Measure(Decimal(17), Decimal(19), "hours", Decimal(17))


@pytest.mark.parametrize(
    "profile",
    [
        {},
        {"training": "declined"},
        {"training": {"records": [{"hours": 12}], "complete": False}},
        took({"hours": "declined"}),
        took({"hours": 12}, {}),
    ],
)
def test_where_there_may_be_any_number_of_hours_the_parts_are_not_ruled_out(profile: Raw) -> None:
    """Hours without a limit may fill every part."""
    raw = whole(part("advocacy", 10, "advocacy"), part("ethics", 10, "ethics"))

    found = find(raw, profile)

    assert found.outcome is Outcome.UNKNOWN
    assert found.children[-1].outcome is Outcome.NOT_APPLICABLE


def test_one_part_that_is_short_by_itself_says_enough() -> None:
    """Where a part is surely short, nothing is said of all of them."""
    raw = whole(part("advocacy", 10, "advocacy"), part("ethics", 30, "ethics"))

    assert together(raw, took({"hours": 18})).outcome is Outcome.NOT_APPLICABLE


TOPICS = ("advocacy", "ethics", "core_functions", "family", "youth")
LAMINAR = (("advocacy",), ("ethics",), CORE, ("family",), ("youth",))


def can_all_be_met(records: list[Raw], parts: list[tuple[tuple[str, ...], int]]) -> bool:
    """Say whether some way to give each hour without a topic one fills all parts, by trying every way."""
    told = {topic: sum(record["topics"].get(topic, 0) for record in records) for topic in TOPICS}
    untold = sum(record["hours"] - sum(record["topics"].values()) for record in records)
    for ways in product(range(untold + 1), repeat=len(TOPICS)):
        if sum(ways) == untold:
            hours = {topic: told[topic] + more for topic, more in zip(TOPICS, ways, strict=True)}
            if all(sum(hours[topic] for topic in topics) >= need for topics, need in parts):
                return True
    return False


RECORDS = st.builds(
    lambda topics, more: {"topics": topics, "hours": sum(topics.values()) + more},
    st.dictionaries(st.sampled_from(TOPICS), st.integers(0, 4), max_size=3),
    st.integers(0, 4),
)


def parts_of(needs: list[int], shapes: tuple[tuple[str, ...], ...]) -> list[tuple[tuple[str, ...], int]]:
    """Return parts with their needs, those that need nothing left out."""
    return [(topics, need) for topics, need in zip(shapes, needs, strict=True) if need]


@settings(max_examples=120, deadline=None)
@given(st.lists(RECORDS, min_size=1, max_size=2), st.lists(st.integers(0, 5), min_size=5, max_size=5).filter(any))
def test_parts_are_a_no_exactly_where_no_way_to_name_the_hours_fills_them(records: list[Raw], needs: list[int]) -> None:
    """Against all ways to give hours without a topic one: unmet if none fills every part, else open or met."""
    parts = parts_of(needs, LAMINAR)
    raw = whole(*(part("".join(topics), need, *topics) for topics, need in parts))

    possible = can_all_be_met(records, parts)

    assert (find(raw, took(*records)).outcome is not Outcome.UNMET) is possible


OVERLAPPING = (("advocacy", "ethics"), ("ethics", "family"), ("family", "youth"), ("advocacy",), ("advocacy", "ethics"))


@settings(max_examples=80, deadline=None)
@given(st.lists(RECORDS, min_size=1, max_size=2), st.lists(st.integers(0, 5), min_size=5, max_size=5).filter(any))
def test_parts_that_overlap_share_their_hours(records: list[Raw], needs: list[int]) -> None:
    """Parts that share some topics, or all of them, may be filled by the same hours; a no must still be sure."""
    parts = parts_of(needs, OVERLAPPING)
    raw = whole(*(part(f"p{index}", need, *topics) for index, (topics, need) in enumerate(parts)))

    if can_all_be_met(records, parts):
        assert find(raw, took(*records)).outcome is not Outcome.UNMET


@pytest.mark.parametrize(
    ("disputes", "hours", "expected"),
    [
        ("undetermined", 20, Outcome.NOT_APPLICABLE),
        ("undetermined", 19, Outcome.UNMET),
        ("lenient", 20, Outcome.NOT_APPLICABLE),
        ("strict", 20, Outcome.UNMET),
        ("strict", 24, Outcome.NOT_APPLICABLE),
    ],
)
def test_of_readings_that_disagree_the_least_is_asked_of_all_parts(
    disputes: Disputes, hours: float, expected: Outcome
) -> None:
    """A no for all parts at once holds by every reading that counts: the least need, or the most when strict."""
    readings = [part("few", 10, "ethics"), part("many", 14, "ethics")]
    disputed = {"id": "d", "title": "D", "kind": "disputed", "topic": "training", "readings": readings}
    raw = whole(part("advocacy", 10, "advocacy"), disputed)

    assert together(raw, took({"hours": hours}), disputes=disputes).outcome is expected


def test_a_cap_asks_nothing_of_all_parts() -> None:
    """Where one reading is only a cap, all parts can be met without it."""
    cap = {
        "id": "cap",
        "title": "Cap",
        "kind": "training_hours",
        "at_most": 54,
        "topics": ["ethics"],
        "sources": SOURCES,
    }
    disputed = {
        "id": "d",
        "title": "D",
        "kind": "disputed",
        "topic": "training",
        "readings": [cap, part("least", 54, "ethics")],
    }

    assert (
        together(whole(part("advocacy", 10, "advocacy"), disputed), took({"hours": 60})).outcome
        is Outcome.NOT_APPLICABLE
    )


def test_what_is_no_part_by_topic_is_left_to_itself() -> None:
    """Another kind of requirement inside asks nothing of the hours."""
    course = {"id": "c", "title": "C", "kind": "course", "programs": ["ms-cpss"], "sources": SOURCES}

    assert (
        together(whole(part("advocacy", 10, "advocacy"), course), took({"hours": 60})).outcome is Outcome.NOT_APPLICABLE
    )


def test_unchecked_hours_may_still_fill_a_part() -> None:
    """Hours whose record counts only perhaps are taken at their best."""
    raw = whole(part("advocacy", 10, "advocacy"), part("ethics", 10, "ethics"))
    profile = took({"topics": {"advocacy": 10}}, {"hours": 10, "verified_by": "A. B."})

    assert together(raw, profile, verified_only=True).outcome is Outcome.NOT_APPLICABLE


def test_programs_and_topics_left_out_are_handed_down() -> None:
    """What the whole counts is what its parts count, unless a part says otherwise."""
    own = {**part("own", 1, "ethics"), "programs": ["ms-cpss"]}
    readings = {
        "id": "d",
        "title": "D",
        "kind": "disputed",
        "readings": [part("a", 1, "ethics"), part("b", 2, "ethics")],
    }

    built = requirement(whole(part("p", 1), own, readings, programs=["il-icb-accredited"], leave_out=["other"]))

    leaves = [built.children[0], built.children[1], *built.children[2].alternatives]
    assert [getattr(one, "programs", None) for one in leaves] == [
        ("il-icb-accredited",),
        ("ms-cpss",),
        ("il-icb-accredited",),
        ("il-icb-accredited",),
    ]
    assert {getattr(one, "leave_out", None) for one in leaves} == {("other",)}


def test_the_line_for_all_parts_stands_in_the_tree() -> None:
    """The catalogue can find it by its id, with the topic and sources of the training."""
    last = requirement(ILLINOIS).children[-1]

    assert (last.id, last.title, last.about) == ("x.together", "All parts together", "training")
    assert [cited.at for cited in last.sources] == ["page 1"]
    assert [cited.at for cited in requirement({**ILLINOIS, "sources": []}).children[-1].sources] == ["page 1"]
    assert last.looks_at() == ("training",)
    assert last.describe(speech()) == "All parts can be met at once, each hour counted once."


def test_the_words_say_what_is_missing_in_all() -> None:
    """The line says how much the parts lack, how much is open, and how much more is needed."""
    raw = whole(part("advocacy", 10, "advocacy"), part("ethics", 10, "ethics"))
    profile = took({"hours": 18, "topics": {"advocacy": 1}})
    built = requirement(raw)
    last = built.children[-1]

    assert last.explain(together(raw, profile), speech()) == (
        (
            "The parts still need 19 hours in all; only "
            "17 hours of training have no topic told. They cannot fill every part."
        ),
        "Gain at least 2 more hours in the topics that are short.",
    )
    assert last.explain(Finding("x.together", Outcome.UNMET), speech()) == ("The parts cannot all be met.", None)
    assert built.describe(speech()) == "All of these:"
    assert because(raw, profile).text == "1 of 3 is not met."


def test_one_hour_is_written_as_one() -> None:
    """One missing hour is no "1 more hours"."""
    raw = whole(part("advocacy", 10, "advocacy"), part("ethics", 10, "ethics"))

    said = requirement(raw).children[-1].explain(together(raw, took({"hours": 19})), speech())

    assert said.remedy == "Gain at least 1 more hour in the topics that are short."


def test_the_training_is_read_once_for_all_parts() -> None:
    """A reason inside is the reason of the whole, and the same case gives the same parts."""
    one = case(took({"hours": 40}))
    found = requirement(ILLINOIS).evaluate(one)

    assert (found.outcome, found.why) == (Outcome.UNKNOWN, Why.NOT_PROVIDED)
    assert found == requirement(ILLINOIS).evaluate(one)


def test_hours_of_a_topic_that_are_declined_are_not_taken_as_none() -> None:
    """Who will not tell the hours of ethics may have enough of them, whatever little else has no topic told."""
    hours = {"kind": "training_hours", "title": "X", "sources": [{"id": "s", "at": "page 1"}]}
    rule = {
        "kind": "training",
        "of": [
            {**hours, "id": "ethics", "at_least": 6, "topics": ["ethics"]},
            {**hours, "id": "advocacy", "at_least": 5, "topics": ["advocacy"]},
        ],
    }
    told = [{"topics": {"ethics": "declined", "advocacy": 10}}, {"hours": 3, "topics": {"advocacy": 1}}]

    found = find(rule, {"training": told})

    assert (found.outcome, found.why) == (Outcome.UNKNOWN, Why.DECLINED)


def test_only_hours_of_its_programs_may_fill_the_parts() -> None:
    """Open hours of another course fill none, in what is found and in what is still to do."""
    raw = whole(part("advocacy", 10, "advocacy"), part("ethics", 10, "ethics"), programs=["mn-cps"])
    mine = {"program": "mn-cps", "hours": 18, "topics": {"advocacy": 1}}
    told = took(mine, {"program": "ms-cpss", "hours": 50, "topics": {"ethics": 40}})

    assert together(raw, told).measure == Measure(Decimal(17), Decimal(19), "hours", Decimal(17))
    assert list(requirement(raw).steps_to_meet(case(told))) == [
        Hours("training", Decimal(2), (("topics", ("advocacy",)), ("program", ("mn-cps",))))
    ]


def test_open_hours_of_several_records_are_one_pool() -> None:
    """Nine and nine are as good as eighteen."""
    raw = whole(part("advocacy", 10, "advocacy"), part("ethics", 10, "ethics"))

    assert together(raw, took({"hours": 9}, {"hours": 9})).measure == Measure(
        Decimal(18), Decimal(20), "hours", Decimal(18)
    )
    assert together(raw, took({"hours": 9}, {"hours": 11})).outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(("hours", "outcome"), [(25, Outcome.NOT_APPLICABLE), (24, Outcome.UNMET)])
def test_all_topics_of_a_part_fill_it(hours: int, outcome: Outcome) -> None:
    """Eight hours of two of its topics leave four open, and another part five."""
    raw = whole(part("core", 20, *CORE), part("ethics", 5, "ethics"))

    assert together(raw, took({"hours": hours, "topics": {"core_functions": 8, "family": 8}})).outcome is outcome


@pytest.mark.parametrize(("hours", "outcome"), [(10, Outcome.NOT_APPLICABLE), (9, Outcome.UNMET)])
def test_parts_inside_may_need_more_than_the_part_around_them(hours: int, outcome: Outcome) -> None:
    """Five of family and five of youth are ten, though eight of both would do."""
    raw = whole(part("core", 8, *CORE), part("family", 5, "family"), part("youth", 5, "youth"))

    assert together(raw, took({"hours": hours})).outcome is outcome


@pytest.mark.parametrize("first", [0, 1])
def test_of_parts_with_the_same_topics_the_greatest_is_needed(first: int) -> None:
    """In whatever order parts and topics stand."""
    parts = [part("more", 10, "family", "youth"), part("less", 5, "youth", "family")]
    raw = whole(parts[first], parts[1 - first], part("ethics", 5, "ethics"))

    assert together(raw, took({"hours": 14})).measure == Measure(Decimal(14), Decimal(15), "hours", Decimal(14))


@pytest.mark.parametrize(("disputes", "need"), [("strict", 20), ("undetermined", 15)])
def test_of_readings_about_other_topics_the_need_decides(disputes: Disputes, need: int) -> None:
    """The least is asked of all parts, or the most where every reading must hold."""
    readings = [part("a", 10, "advocacy"), part("b", 5, "family")]
    dispute = {"id": "d", "title": "D", "kind": "disputed", "topic": "training", "readings": readings}
    raw = whole(dispute, part("ethics", 10, "ethics"))

    assert together(raw, took({"hours": 14}), disputes=disputes).measure == Measure(
        Decimal(14), Decimal(need), "hours", Decimal(14)
    )


WAYS: tuple[Disputes, ...] = ("undetermined", "strict")


def test_what_is_still_to_do_follows_the_stricter_reading_where_all_must_hold() -> None:
    """Hours that are left out count to none."""
    readings = [part("a", 10, "advocacy"), part("b", 5, "advocacy")]
    dispute = {"id": "d", "title": "D", "kind": "disputed", "topic": "training", "readings": readings}
    raw = requirement(whole(dispute, part("core", 10, "core_functions", "other"), leave_out=["other"]))
    told = took({"hours": 8, "topics": {"other": 4}})

    steps = [
        [
            (step.hours, step.points)
            for step in raw.steps_to_meet(case(told, disputes=disputes))
            if isinstance(step, Hours)
        ]
        for disputes in WAYS
    ]

    assert steps == [
        [(Decimal(5), (("topics", ("advocacy",)),)), (Decimal(6), (("topics", ("core_functions", "other")),))],
        [(Decimal(10), (("topics", ("advocacy",)),)), (Decimal(6), (("topics", ("core_functions", "other")),))],
    ]


def test_hours_that_perhaps_count_are_added_by_topic() -> None:
    """To what is proved; without a limit where one of them has none."""
    perhaps = [Maybe(Why.IMPRECISE, Decimal(2)), Maybe(Why.DECLINED, Decimal(3))]

    assert _most({"ethics": Decimal(1)}, {"ethics": perhaps}) == {"ethics": Decimal(6)}
    assert _most({}, {"ethics": [*perhaps, Maybe(Why.DECLINED, None)]}) == {"ethics": Decimal("Infinity")}


def test_what_is_still_to_do_counts_only_hours_of_its_programs() -> None:
    """Ten hours of advocacy somewhere else fill no part, so they are still to be taken."""
    raw = requirement(whole(part("a", 10, "advocacy"), part("b", 10, "ethics"), programs=["ms-cpss"]))
    told = took({"program": "ms-cpss", "hours": 15}, {"program": "mn-cps", "topics": {"advocacy": 10}})

    assert list(raw.steps_to_meet(case(told))) == [
        Hours("training", Decimal(5), (("topics", ("advocacy",)), ("program", ("ms-cpss",))))
    ]


@pytest.mark.parametrize(("hours", "outcome"), [(14, Outcome.UNMET), (15, Outcome.NOT_APPLICABLE)])
def test_readings_inside_a_reading_are_all_asked_for_where_all_must_hold(hours: int, outcome: Outcome) -> None:
    """Ten hours by the strictest of three, and five of another part."""
    about: Raw = {"kind": "disputed", "topic": "training"}
    inner = {"id": "i", "title": "I", **about, "readings": [part("a", 5, "advocacy"), part("b", 10, "advocacy")]}
    outer = {"id": "o", "title": "O", **about, "readings": [inner, part("c", 6, "advocacy")]}
    raw = whole(outer, part("d", 5, "ethics"))

    assert together(raw, took({"hours": hours}), disputes="strict").outcome is outcome


def test_hours_of_inner_parts_are_not_asked_for_again() -> None:
    """They fill the part around them; each hour is counted once, however deep its part lies."""
    family, youth = Part(frozenset({"family"}), Decimal(5), ()), Part(frozenset({"youth"}), Decimal(5), ())
    core = Part(frozenset({"family", "youth", "core_functions"}), Decimal(10), (family, youth))
    wide = Part(frozenset({"family", "youth", "core_functions", "advocacy"}), Decimal(10), (core,))
    ethics = Part(frozenset({"ethics"}), Decimal(5), ())

    assert list(_gaps((wide, ethics), {}, Decimal(15))) == [
        (family.topics, Decimal(5)), (youth.topics, Decimal(5)), (ethics.topics, Decimal(5)),
    ]  # fmt: skip
    more = core._replace(need=Decimal(12))
    assert list(_gaps((wide._replace(inside=(more,)), ethics), {}, Decimal(17))) == [
        (family.topics, Decimal(5)), (youth.topics, Decimal(5)), (more.topics, Decimal(12)),
        (ethics.topics, Decimal(5)),
    ]  # fmt: skip


def test_where_no_hours_are_open_each_part_says_what_it_lacks_by_itself() -> None:
    """All parts together then have no step of their own."""
    raw = requirement(whole(part("a", 10, "advocacy"), part("b", 10, "ethics")))

    assert list(raw.steps_to_meet(case(took({"topics": {"advocacy": 1}})))) == []


@pytest.mark.parametrize(
    ("record", "topic", "why"),
    [
        ({"hours": 110, "topics": "declined"}, "advocacy", Why.DECLINED),
        ({"hours": 110, "topics": {"advocacy": "declined", "core_functions": 20}}, "advocacy", Why.DECLINED),
        ({"hours": 110, "topics": {"core_functions": 20}}, "advocacy", Why.NOT_PROVIDED),
    ],
)
def test_topics_that_are_kept_back_are_not_asked_for_again(record: Raw, topic: str, why: Why) -> None:
    """Also where the hours of the whole are told."""
    found = find(whole(part("total", 30), part("asked", 10, topic)), {"training": [record]})

    assert (found.children[1].outcome, found.children[1].why) == (Outcome.UNKNOWN, why)


def test_all_parts_at_once_finds_by_itself_what_the_training_finds() -> None:
    """A plan asks for it alone, and on other days."""
    asked = requirement(ILLINOIS)
    someone = case({"training": [{"topics": {"core_functions": 11}}, {"hours": 19}]})

    assert asked.children[-1].find(someone) == asked.find(someone).children[-1]
    assert asked.children[-1].find(someone).outcome is Outcome.UNMET
