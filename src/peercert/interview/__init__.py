"""The interview asks a person just what can still change an answer, the least sensitive first.

Belongs here: which question comes next, and what an answer makes of a profile; all without input or output.
Not here: the questions' words, which stand in the rules folder, and the terminal, which the command line reads.
"""

from peercert.interview.question import Question, Reason
from peercert.interview.state import Interview, State, answer, next_question, start

__all__ = ["Interview", "Question", "Reason", "State", "answer", "next_question", "start"]
