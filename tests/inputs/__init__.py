"""Tests of what the command line names, and of the files that hold many profiles."""
