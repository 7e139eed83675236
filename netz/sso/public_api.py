"""What the sign-in page asks before anybody has signed in."""

from typing import Annotated

from fastapi import Query

from netz.core.api.router import Router
from netz.sso.options import options
from netz.sso.refusals import words
from netz.sso.schemas import OptionsOut, RefusalOut, RefusalWords

router = Router(tags=["sign-in"])


@router.get("/sign-in/options", public=True)
def sign_in_options(
    email: Annotated[str, Query(max_length=254)] = "",
    workspace: Annotated[str, Query(max_length=80)] = "",
) -> OptionsOut:
    """What the sign-in page offers, by the address's domain and the workspace's slug alone.

    The answer is the same whether or not there is an account.
    """
    return OptionsOut.model_validate(options(email, workspace))


@router.get("/sign-in/refusal", public=True)
def refusal(code: Annotated[str, Query(max_length=50)]) -> RefusalOut:
    """Why a sign-in by an identity provider was refused, in both languages."""
    french, english = words(code, "fr"), words(code, "en")
    return RefusalOut(
        code=code,
        fr=RefusalWords(title=french.title, hint=french.hint),
        en=RefusalWords(title=english.title, hint=english.hint),
    )
