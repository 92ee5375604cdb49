"""What a profile to fill in says about each fact: plain words, and an example to change."""

from __future__ import annotations

from typing import NamedTuple, get_args

from peercert.candidate.profile import (
    ComponentResult,
    Condition,
    Kind,
    Level,
    Population,
    Role,
    School,
    Status,
    Topic,
    Who,
)


class Block(NamedTuple):
    """One fact of a profile. A blank, such as <state>, is filled with a word of the rules."""

    key: str
    says: tuple[str, ...]
    """In the order of the fields; what is said of one begins with its name, and goes on in lines that are indented."""

    example: tuple[str, ...]
    optional: tuple[str, ...] = ()
    """Fields that are left out, with what is said of them, where no rule asks for them."""


_WIDTH = 74


def _words(name: str, type_: object) -> tuple[str, ...]:
    """List the words that a field takes, in lines of a readable width."""
    lines = [f"{name}:"]
    for word in (word for word in get_args(type_) if word != "declined"):
        if len(lines[-1]) + len(word) + 1 > _WIDTH:
            lines.append("   ")
        lines[-1] += f" {word},"
    lines[-1] = lines[-1].removesuffix(",")
    return tuple(lines)


ALWAYS = ("id", "name", "seeking", "application_date")
"""Facts that every profile may tell."""

STATEMENTS = {
    "disclosure": "you are willing to share your own lived experience",
    "code_of_ethics": "you accept the code of ethics and sign it",
    "literacy": "you read and write well enough for the work",
    "leadership": "you lead, speak up for others, and care about recovery",
}
"""What each attestation states."""

BLOCKS = (
    Block("id", ("A label for this person. Any word will do; it need not be a name.",), ("id: someone",)),
    Block("name", ("A name, shown only in reports for people to read.",), ("name: Your name",)),
    Block("seeking", ("The credentials that you want. Known here:", "  <credentials>"), ("seeking: [<seeking>]",)),
    Block(
        "application_date",
        ("The day you apply. Left out, it is the day of the check.",),
        ("application_date: 2026-06-01",),
    ),
    Block("birth_date", ("The day you were born.",), ("birth_date: 1990-04-12",)),
    Block(
        "residence",
        ("Where you live: the state in two letters, and since when.",),
        ("residence: {state: <state>, since: 2019-05-01}",),
    ),
    Block(
        "work",
        ("Where you work, and for what share of your working time, from 0 to 1.",),
        ("work: {state: <state>, share: 0.6}",),
        ("share",),
    ),
    Block(
        "education",
        (
            "Schooling: one line for each diploma, degree or stretch of school.",
            *_words("level", Level),
            "field: the subject. completed: the day of the diploma or degree.",
            "years, start and end: for time at college without a degree.",
        ),
        (
            "education:",
            "  - {level: ged, completed: 2009-06-12}",
            "  - {level: some_college, years: 1, start: 2019-08-19, end: 2020-05-15}",
            "  - {level: bachelor, field: psychology, completed: 2014-05-10}",
        ),
        ("field", "years", "start", "end"),
    ),
    Block(
        "enrollment",
        ("The school you are in now, and the last day of it.", *_words("in", School)),
        ("enrollment: {in: high_school, until: 2030-06-01}",),
    ),
    Block(
        "lived_experience",
        (
            "Lived experience, your own or in your family. Tell only what you wish.",
            *_words("who", Who),
            *_words("condition", Condition),
            "primary_diagnosis: true if it was the main diagnosis, else false.",
            "received_services: true if services for it were received, else false.",
            "relation: what you are to that person:",
            "    parent, caregiver, sibling, spouse, child or other",
        ),
        (
            "lived_experience:",
            "  - {who: self, condition: mental_illness, primary_diagnosis: true, received_services: true}",
            "  - {who: family_member, condition: substance_use, relation: sibling}",
        ),
        ("primary_diagnosis", "received_services", "relation"),
    ),
    Block("attestations", ("What you state: true, false, declined, or the day you signed it.",), ("attestations:",)),
    Block(
        "serves",
        ("Whom you mean to serve, if the rules limit it.", *_words("words", Population)),
        ("serves: [transition_age_youth]",),
    ),
    Block(
        "training",
        (
            "Training: one entry for each course.",
            "program: a course that the rules know, or none:",
            "  <programs>",
            *_words("status", Status),
            "hours: clock hours of class.",
            "credits: college credits, in place of hours.",
            "topics: the hours of each subject. They do not overlap.",
            *_words("    subjects", Topic),
            "components: the parts of the course and how each one ended.",
            "    parts: <components>",
            *_words("    endings", ComponentResult),
        ),
        (
            "training:",
            "  - id: T-01",
            "    title: First course",
            "    program: <program>",
            "    status: completed",
            "    completed: 2024-05-01",
            "    hours: 24",
            "    topics: {advocacy: 10, ethics: 14}",
            "    components: {<ended>}",
            "  - credits: {count: 3, system: semester}",
            "    id: T-02",
            "    title: College class",
            "    program: none",
            "    completed: 2024-12-13",
        ),
        ("hours", "credits", "topics", "components"),
    ),
    Block(
        "experience",
        (
            "Work, paid or not: one entry for each position.",
            *_words("kind", Kind),
            *_words("role", Role),
            *_words("population (whom it served)", Population),
            "setting: where. The rules know: <settings>",
            "supervised: true if somebody supervised the work, else false.",
            "share: how much of the work is recovery support, from 0 to 1.",
            "end: leave it out if you still work there.",
        ),
        (
            "experience:",
            "  - id: E-01",
            "    kind: paid",
            "    role: peer",
            "    population: [adults, mental_illness]",
            "    supervised: true",
            "    share: 0.8",
            "    start: 2023-01-09",
            "    end: 2024-06-28",
            "    hours: 1200",
        ),
        ("kind", "role", "population", "setting", "supervised", "share"),
    ),
    Block(
        "supervision",
        ("Supervision that you received, with papers for it.",),
        ("supervision: [{hours: 40, start: 2023-01-09, end: 2024-06-28}]",),
    ),
    Block(
        "practicum",
        ("Practical experience that was part of a course.", "program: one of these, or none:", "  <programs>"),
        ("practicum:", "  - {program: <program>, supervised: true, hours: 120, start: 2024-01-15, end: 2024-03-15}"),
        ("supervised",),
    ),
    Block(
        "exams",
        (
            "Exams: one line for each time you sat one. Known here:",
            "  <exams>",
            "Write the result (passed, failed or pending), the score, or both.",
        ),
        ("exams:", "  - {exam: <exam>, date: 2024-06-14, result: passed}"),
    ),
    Block("references", ("How many references you have, or a list of them.",), ("references: 2",)),
    Block(
        "employment",
        (
            "Your job now, or the word none.",
            "setting: where. The rules know: <settings>",
            "supervisor: who leads you. The rules know: <supervisors>",
        ),
        ("employment: {since: 2024-02-01, setting: <setting>, supervisor: <supervisor>}",),
        ("setting", "supervisor"),
    ),
    Block(
        "credentials",
        ("Credentials that you were given, with the first and the last day.", "id: one of <credentials>"),
        ("credentials: [{id: <credential>, issued: 2024-12-02, expires: 2026-12-02}]",),
    ),
    Block(
        "licenses",
        ("Licences that you were given, with the first and the last day.",),
        ("licenses: [{id: <license>, issued: 2024-03-31, expires: 2027-03-31}]",),
    ),
    Block(
        "continuing_education",
        ("Classes since you were certified, one line for each.",),
        ("continuing_education: [{area: peer_support, hours: 6, date: 2024-03-01, event: CE-01}]",),
    ),
)
"""Every fact that a profile may tell, in the order in which a file tells them."""
