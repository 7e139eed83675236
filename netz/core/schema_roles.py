"""Names of the two database roles."""

OWNER_ROLE = "netz_owner"
APP_ROLE = "netz_app"
