"""The endpoint of a person's own account."""

from fastapi import Request, Response

from netz.core.api.router import Router
from netz.workspaces.sessions import leave_for_good

router = Router(tags=["workspace"])


@router.delete("/account", signed_in=True, status_code=204)
def delete_account(request: Request) -> Response:
    """Deletes the signed-in person's account, in all workspaces: no way back.

    Asks for a recent proof of identity (403 `access.step_up_needed`), refuses a workspace's last
    admin (409 `account.last_admin`) and a session that an identity provider opened (403
    `access.sso_account`). The trail stays.
    """
    leave_for_good(request)
    return Response(status_code=204)
