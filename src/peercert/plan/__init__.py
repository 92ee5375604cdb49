"""The shortest way to a credential: steps, days and fees, each plan carried out on a copy and checked again.

Belongs here: choosing, counting, days, and the check of what was chosen. Not here: what a requirement says could be
done about it, which is its kind's own; layout; and files.
"""
