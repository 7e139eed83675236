"""How a workspace looks, as every page that shows it needs to know."""

from netz.core.api.schema import Output
from netz.workspaces.colors import tones
from netz.workspaces.models import Workspace
from netz.workspaces.queries.branding import branding_of, logo_url


class TonesOut(Output):
    """The workspace's colours as each theme can show them; empty for the product's own.

    `fill` is for buttons' grounds, `ink` for words and marks.
    """

    fill_light: str
    fill_dark: str
    ink_light: str
    ink_dark: str


class LooksOut(Output):
    """A workspace's name, logo, colours, and what its sign-in page says."""

    name: str
    logo_url: str | None
    tones: TonesOut
    title: str | None
    text: str | None

    @classmethod
    def of(cls, workspace: Workspace) -> "LooksOut":
        """From the rows, in the workspace's transaction."""
        found = branding_of(workspace.id)
        return cls(
            name=workspace.name,
            logo_url=logo_url(workspace.slug, found.logo_hash),
            tones=TonesOut.model_validate(tones(found.primary, found.accent)),
            title=found.title or None,
            text=found.text or None,
        )
