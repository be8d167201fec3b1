"""Measures, runs, baselines and reports. Run from a checkout."""
