"""Administration: looks over the whole workspace, across the domains below it."""
