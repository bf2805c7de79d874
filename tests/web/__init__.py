"""Tests of the web face, on a workbench over invented cables."""
