"""Bodies of the workspace endpoints."""
