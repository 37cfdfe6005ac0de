"""Tests of resdiff: one folder for each part of the house."""
