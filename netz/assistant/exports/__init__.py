"""Many conversations as one file, written by a job and kept for some days."""
