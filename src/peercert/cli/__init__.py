"""The command line: arguments to files, files to verbs, verbs to text, and text to an exit code.

Belongs here: arguments, streams, the only look at the clock, exits. Not here: rules and computations.
"""
