"""Benchmarks: each prints a ratio to a limit measured in the same run. None is a test; run one with `python -m tests.benchmarks.NAME`."""
