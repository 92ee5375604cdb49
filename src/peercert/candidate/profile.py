"""What may stand in a profile: every fact and record, each optional, for what is left out is not told."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidatorFunctionWrapHandler, WrapValidator

from peercert.candidate.fields import (
    Amount,
    Checker,
    Day,
    Label,
    Share,
    Signed,
    State,
    Text,
    When,
    YesNo,
    or_declined,
    read_count,
)

Level = Literal[
    "none", "some_high_school", "high_school_diploma", "ged", "equivalent", "some_college",
    "associate", "bachelor", "master", "doctorate", "declined",
]  # fmt: skip
School = Literal["high_school", "ged_program", "college", "none", "declined"]
Who = Literal["self", "family_member", "caregiver_of_child", "declined"]
Condition = Literal["mental_illness", "substance_use", "co_occurring", "behavioral_health", "other", "declined"]
Topic = Literal[
    "advocacy", "professional_responsibility", "mentoring", "recovery_support", "ethics", "core_functions",
    "family", "youth", "family_support", "child_development", "other",
]  # fmt: skip
Status = Literal["completed", "in_progress", "planned", "declined"]
ComponentResult = Literal["completed", "passed", "failed", "pending", "declined"]
Kind = Literal["paid", "volunteer", "internship", "declined"]
Role = Literal["peer", "support", "advisory", "mental_health_services", "human_services", "other", "declined"]
AgeGroup = Literal["adults", "transition_age_youth", "children"]
Population = Literal["mental_illness", "substance_use", "co_occurring", "adults", "transition_age_youth", "children"]
ExamResult = Literal["passed", "failed", "pending", "declined"]
CreditSystem = Literal["semester", "trimester", "quarter"]


class Fact(BaseModel):
    """Anything that a profile tells. Shows nothing of itself in logs and messages."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)

    def __repr__(self) -> str:
        """Return the kind of fact only: what is told is the person's own."""
        return f"<{type(self).__name__}>"

    __str__ = __repr__


class Record(Fact):
    """One piece of evidence."""

    evidence: Text | None = None
    """A file name or note that supports this record."""

    verified_by: Checker | None = None
    """Who checked this record. Counted with --verified-only."""


class Residence(Fact):
    """Where the candidate lives."""

    state: State | None = None
    """Two-letter postal code."""

    since: When | None = None
    """The first day of living there."""


class Work(Fact):
    """Where the candidate works."""

    state: State | None = None
    """Two-letter postal code."""

    share: Share | None = None
    """Share of the working time that is spent in that state, from 0 to 1."""


class Education(Record):
    """One diploma, degree, or stretch of schooling."""

    level: Level | None = None
    """The diploma or degree, or the kind of school."""
    field: Label | None = None
    """The subject of a degree, such as psychology."""

    years: Amount | None = None
    """Years of schooling at this level."""

    start: When | None = None
    """The first day at this level."""
    end: When | None = None
    """The last day at this level."""
    completed: When | None = None
    """The day of the diploma or degree."""


class Enrollment(Fact):
    """Whether the candidate is in school now."""

    in_: Annotated[School | None, Field(alias="in")] = None
    """The school that the candidate is in now."""
    until: When | None = None
    """The last day of being enrolled."""


class LivedExperience(Record):
    """One lived experience, own or in the family."""

    who: Who | None = None
    """Whose experience it is."""
    condition: Condition | None = None
    """What it is about."""
    primary_diagnosis: YesNo | None = None
    """Whether it was a primary diagnosis of that condition."""

    received_services: YesNo | None = None
    """Whether services for it have been or are being received."""

    relation: Label | None = None
    """What the candidate is to that person: parent, caregiver, sibling, spouse, child or other."""


class Attestations(Fact):
    """What the candidate states: true, false, declined, or the day it was signed."""

    disclosure: Signed | None = None
    """Willing to share one's own lived experience."""

    code_of_ethics: Signed | None = None
    """Accepts the code of ethics."""
    literacy: Signed | None = None
    """Proficient in reading and writing."""

    leadership: Signed | None = None
    """Leadership, advocacy and dedication to recovery."""


class Credits(Fact):
    """College credits, instead of hours."""

    count: Amount | None = None
    """How many credits."""
    system: CreditSystem | None = None
    """The kind of credits that the college gives."""


class Training(Record):
    """One course or series of training."""

    id: Label | None = None
    """A label of its own for this course."""
    title: Text | None = None
    """What the course is called."""
    provider: Text | None = None
    """Who gave the course."""
    program: Label | None = None
    """A recognised course, by its word in the catalogue; none for any other training."""

    status: Status | None = None
    """Completed where it is left out."""

    completed: When | None = None
    """The day the course ended."""
    hours: Amount | None = None
    """Clock hours of instruction; the sum of the topics where it is left out."""

    credits: Annotated[Credits, WrapValidator(or_declined)] | None = None
    """College credits, instead of hours."""
    topics: Annotated[dict[Topic, Amount], WrapValidator(or_declined)] | None = None
    """Clock hours by topic. Topics do not overlap."""

    components: Annotated[dict[Label, ComponentResult], WrapValidator(or_declined)] | None = None
    """Parts of the course, with how each one ended."""


class Experience(Record):
    """One position, paid or not."""

    id: Label | None = None
    """A label of its own for this position."""
    title: Text | None = None
    """What the position is called."""
    employer: Text | None = None
    """Who the work was for."""
    kind: Kind | None = None
    """Paid, volunteer or as an intern."""
    role: Role | None = None
    """What the work was."""
    population: Annotated[tuple[Population, ...], WrapValidator(or_declined)] | None = None
    """Whom it served."""

    setting: Label | None = None
    """The kind of place."""
    supervised: YesNo | None = None
    """Whether somebody supervised the work."""
    share: Share | None = None
    """Share of the duties that is recovery support, from 0 to 1."""

    start: When | None = None
    """The first day."""
    end: When | None = None
    """Still going on where it is left out."""

    hours: Amount | None = None
    """Hours of work."""


class Supervision(Record):
    """Documented supervision that was received."""

    id: Label | None = None
    """A label of its own for this record."""
    hours: Amount | None = None
    """Hours of supervision."""
    start: When | None = None
    """The first day."""
    end: When | None = None
    """The last day."""


class Practicum(Record):
    """Practical experience within a programme."""

    id: Label | None = None
    """A label of its own for this record."""
    program: Label | None = None
    """The course it was a part of, by its word in the catalogue."""
    supervised: YesNo | None = None
    """Whether somebody supervised it."""
    hours: Amount | None = None
    """Hours of practice."""
    start: When | None = None
    """The first day."""
    end: When | None = None
    """The last day."""


class Exam(Record):
    """One sitting of an exam."""

    id: Label | None = None
    """A label of its own for this sitting."""
    exam: Label | None = None
    """Which exam, by its word in the catalogue."""
    date: When | None = None
    """The day of the exam."""
    score: Amount | None = None
    """The score, on the scale of the exam."""
    result: ExamResult | None = None
    """How it ended."""


class Reference(Record):
    """One person's reference."""

    from_: Annotated[Label | None, Field(alias="from")] = None
    """Who gave it."""
    date: When | None = None
    """The day it was given."""


class Employment(Fact):
    """Where the candidate is employed now."""

    setting: Label | None = None
    """The kind of place."""
    supervisor: Label | None = None
    """Who leads the candidate's work."""
    since: When | None = None
    """The first day there."""


class HeldCredential(Record):
    """A credential that the candidate was given."""

    id: Label | None = None
    """Which credential."""
    issued: When | None = None
    """The first day on which it is held."""
    expires: When | None = None
    """The last day on which it is held."""

    board: Label | None = None
    """Who gave it."""


class License(Record):
    """A licence that the candidate was given."""

    id: Label | None = None
    """Which licence."""
    issued: When | None = None
    """The first day on which it is held."""
    expires: When | None = None
    """The last day on which it is held."""


class ContinuingEducation(Record):
    """One event of continuing education."""

    id: Label | None = None
    """A label of its own for this event."""
    area: Label | None = None
    """What it was about."""
    hours: Amount | None = None
    """Clock hours."""
    date: When | None = None
    """The day it took place."""
    event: Label | None = None
    """A label that parts of one event share."""


def _none_or_mapping(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    return "none" if value == "none" else handler(value)


def _count_or_list(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    return read_count(value) if isinstance(value, str) else handler(value)


class Profile(Fact):
    """Everything that a candidate tells. What is left out is not told; it is never taken as a no."""

    id: Label | None = None
    """An opaque label for the candidate; the file's name where it is left out."""

    name: Text | None = None
    """A name, shown only in reports for people to read."""
    seeking: tuple[Label, ...] | None = None
    """The credentials that the candidate wants."""

    application_date: Day | None = None
    """The day of application; the day decided on where it is left out."""

    birth_date: When | None = None
    """The day of birth."""
    residence: Residence | None = None
    """Where the candidate lives."""
    work: Work | None = None
    """Where the candidate works."""
    education: tuple[Education, ...] | None = None
    """Schooling: diplomas, degrees and stretches of school."""
    enrollment: Enrollment | None = None
    """The school that the candidate is in now."""
    lived_experience: tuple[LivedExperience, ...] | None = None
    """Lived experience, own or in the family."""
    attestations: Attestations | None = None
    """What the candidate states."""
    serves: tuple[Population, ...] | None = None
    """Whom the candidate means to serve."""

    training: tuple[Training, ...] | None = None
    """Courses, whoever gave them."""
    experience: tuple[Experience, ...] | None = None
    """Work, paid or not."""
    supervision: tuple[Supervision, ...] | None = None
    """Supervision that was received, with papers for it."""
    practicum: tuple[Practicum, ...] | None = None
    """Practice that was part of a course."""
    exams: tuple[Exam, ...] | None = None
    """Exams: one record for each sitting."""
    references: Annotated[tuple[Reference, ...], WrapValidator(_count_or_list)] | None = None
    """People who speak for the candidate: how many, or a list of them."""

    employment: Annotated[Employment, WrapValidator(_none_or_mapping)] | None = None
    """Where the candidate is employed now, or none."""

    credentials: tuple[HeldCredential, ...] | None = None
    """Credentials that the candidate was given."""
    licenses: tuple[License, ...] | None = None
    """Licences that the candidate was given."""
    continuing_education: tuple[ContinuingEducation, ...] | None = None
    """Classes since the candidate was certified."""


LEDGERS: dict[str, type[Record]] = {
    "education": Education,
    "lived_experience": LivedExperience,
    "training": Training,
    "experience": Experience,
    "supervision": Supervision,
    "practicum": Practicum,
    "exams": Exam,
    "references": Reference,
    "credentials": HeldCredential,
    "licenses": License,
    "continuing_education": ContinuingEducation,
}
"""The lists of records; each may be written as {records: [...], complete: false} when there may be more."""
