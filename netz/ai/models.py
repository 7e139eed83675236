"""The chat models that a workspace has set up, in their order of fall-back."""

from typing import ClassVar

from django.db import models

from netz.core.crypto import seal, unseal
from netz.core.models import TenantModel

PROVIDERS = [(name, name) for name in ("openai", "ollama", "mistral", "anthropic")]
_PURPOSE = "ai.model.key"


class AIModel(TenantModel):
    """One chat model of a workspace. Its key is stored sealed and never leaves by the API."""

    name = models.CharField(max_length=100)
    provider = models.CharField(max_length=20, choices=PROVIDERS)
    base_url = models.CharField(max_length=500)
    model = models.CharField(max_length=200)
    key_sealed = models.TextField(blank=True, default="")
    enabled = models.BooleanField(default=True)
    position = models.PositiveIntegerField(default=0)
    timeout_s = models.PositiveIntegerField(default=60)
    redact = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar = ["position", "created_at"]

    @property
    def has_key(self) -> bool:
        """Whether a key is stored."""
        return bool(self.key_sealed)

    def set_key(self, key: str) -> None:
        """Seals the key into the row; an empty one removes it. The caller saves."""
        self.key_sealed = seal(key, purpose=_PURPOSE, bound_to=self._owner) if key else ""

    def key(self) -> str:
        """The key in clear, for a call. Raises `SealBrokenError`."""
        if not self.key_sealed:
            return ""
        return unseal(self.key_sealed, purpose=_PURPOSE, bound_to=self._owner)

    @property
    def _owner(self) -> str:
        return f"{self.workspace_id}:{self.id}"
