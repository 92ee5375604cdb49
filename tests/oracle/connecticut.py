"""Connecticut: the CPSRP by its standard pathway or grandparented, and the provisional CPSRP-P."""

from datetime import date
from decimal import Decimal

from .days import day
from .evidence import Profile, added, applied, course_hours, courses, number, passed, placed
from .outcomes import UNKNOWN, Leaf, Outcome, Pathway, any_of, readings, truth

IN_FORCE = date(2026, 6, 1)
LAST_OLD_COURSE = date(2026, 5, 31)


def cpsrp(profile: Profile, as_of: date, disputes: str) -> list[Pathway]:
    """Return both pathways to the full credential."""
    if as_of < IN_FORCE:
        return no_edition()
    hours = Leaf("300 hours", "experience", paid_hours(profile, as_of, disputes))
    return [
        Pathway("standard", [*new_course(profile, as_of), hours]),
        Pathway("grandparented", grandparented(profile, as_of, disputes)),
    ]


def cpsrp_provisional(profile: Profile, as_of: date, disputes: str) -> list[Pathway]:
    """Return the one pathway to the provisional credential; no rule of it is in dispute."""
    del disputes
    return [Pathway(None, new_course(profile, as_of))] if as_of >= IN_FORCE else no_edition()


def no_edition() -> list[Pathway]:
    """Return what is known before the rules are in force: nothing."""
    return [Pathway(None, [Leaf("edition", "timing", UNKNOWN)])]


def lived(profile: Profile, *, own: bool) -> Outcome:
    """Judge lived experience of a behavioral health condition; `other` needs a person to look."""
    told = [one for one in profile["lived_experience"] if one["who"] == "self" or not own]
    return any_of(*(UNKNOWN if one["condition"] == "other" else truth(True) for one in told))


def new_course(profile: Profile, as_of: date) -> list[Leaf]:
    """Return what the full and the provisional credential both ask."""
    hours = sum((course_hours(one) for one in courses(profile, as_of, "ct-cpsrp")), Decimal(0))
    return [
        Leaf("training", "training", truth(hours >= 80)),
        Leaf("exam", "exam", passed(profile, "ct-cpsrp", None, as_of)),
        Leaf("lived", "lived_experience", lived(profile, own=False)),
    ]


def paid_hours(profile: Profile, as_of: date, disputes: str) -> Outcome:
    """Judge 300 supervised hours as a peer: in paid work, or (the other reading) of any kind."""
    fit = [one for one in profile["experience"] if one["role"] == "peer" and one["supervised"]]
    paid = added((placed(one, as_of), one) for one in fit if one["kind"] == "paid")
    return readings(disputes, paid.reach(300), added((placed(one, as_of), one) for one in fit).reach(300))


def grandparented(profile: Profile, as_of: date, disputes: str) -> list[Leaf]:
    """Return what the old courses' graduates are asked, and until when they may apply."""
    old = courses(profile, as_of, "ct-rss", "ct-recovery-coach")
    in_time = any_of(*(truth(day(one["completed"]) <= LAST_OLD_COURSE) for one in old))
    applying = applied(profile, as_of)
    window = readings(disputes, truth(applying <= date(2026, 10, 1)), truth(IN_FORCE <= applying <= date(2027, 5, 31)))
    return [
        Leaf("old course", "training", in_time),
        Leaf("own", "lived_experience", lived(profile, own=True)),
        Leaf("as a peer", "experience", been_a_peer(profile, as_of)),
        Leaf("window", "timing", window),
    ]


def been_a_peer(profile: Profile, as_of: date) -> Outcome:
    """Judge any experience as a peer at all; no amount is established."""
    fit = [one for one in profile["experience"] if one["role"] == "peer" and number(one["hours"]) > 0]
    return any_of(*(placed(one, as_of) for one in fit))
