"""How a workspace looks and what it is called, on its own sign-in page before anybody is known."""

from typing import ClassVar

from django.db import models

from netz.core.models import TenantModel

LOGO_TYPES = ("image/png", "image/jpeg", "image/webp")


class Branding(TenantModel):
    """The workspace's looks; without a row the product's own. Colours are `#rrggbb`, or empty.

    `sender` is the name that mails come from. `domain` is the address that the workspace would
    like to be served at. The logo is small and lies in the table: it is read with the page.
    """

    title = models.CharField(max_length=120, default="", blank=True)
    text = models.CharField(max_length=500, default="", blank=True)
    primary = models.CharField(max_length=7, default="", blank=True)
    accent = models.CharField(max_length=7, default="", blank=True)
    sender = models.CharField(max_length=100, default="", blank=True)
    domain = models.CharField(max_length=253, default="", blank=True)
    logo = models.BinaryField(default=b"")
    logo_type = models.CharField(max_length=20, default="", blank=True)
    logo_hash = models.CharField(max_length=64, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace"], name="branding_once")
        ]
