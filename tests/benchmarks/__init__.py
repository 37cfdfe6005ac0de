"""What is measured, not tested: run by hand, as python -m tests.benchmarks.neighbours."""
