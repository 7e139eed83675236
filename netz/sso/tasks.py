"""Jobs of single sign-on: domains are looked up again, and what is over is forgotten."""

from procrastinate.contrib.django import app

from netz.core.db import tenant
from netz.sso import signing_in
from netz.sso.queries import every_workspace
from netz.sso.services.assertions import forget_expired
from netz.sso.services.domains import recheck_domains


@app.periodic(cron="23 4 * * *")
@app.task(queueing_lock="recheck_domains")
def look_after_sign_on(timestamp: int) -> None:
    """Once a day, for every workspace."""
    for workspace_id in every_workspace():
        recheck_domains(workspace_id)
        with tenant(workspace_id):
            forget_expired()
            signing_in.forget_ended()
