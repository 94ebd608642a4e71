"""Reported speech: its cues, where its content begins and ends, attributions and headlines."""
