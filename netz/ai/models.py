"""The models that a workspace has set up: its chain for answers, and its choice for vectors."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from netz.core.crypto import seal, unseal
from netz.core.models import TenantModel

PROVIDERS = [(name, name) for name in ("openai", "ollama", "mistral", "anthropic")]
CHOICES = [(name, name) for name in ("builtin", "endpoint", "off")]


class KeyedModel(TenantModel):
    """A row with the key of a service. It is stored sealed and never leaves by the API."""

    purpose: ClassVar[str]

    key_sealed = models.TextField(blank=True, default="")

    class Meta:
        abstract = True

    @property
    def has_key(self) -> bool:
        """Whether a key is stored."""
        return bool(self.key_sealed)

    def set_key(self, key: str) -> None:
        """Seals the key into the row; an empty one removes it. The caller saves."""
        self.key_sealed = seal(key, purpose=self.purpose, bound_to=self._owner) if key else ""

    def key(self) -> str:
        """The key in clear, for a call. Raises `SealBrokenError`."""
        if not self.key_sealed:
            return ""
        return unseal(self.key_sealed, purpose=self.purpose, bound_to=self._owner)

    @property
    def _owner(self) -> str:
        return f"{self.workspace_id}:{self.id}"


class AIModel(KeyedModel):
    """One chat model of a workspace."""

    purpose = "ai.model.key"

    name = models.CharField(max_length=100)
    provider = models.CharField(max_length=20, choices=PROVIDERS)
    base_url = models.CharField(max_length=500)
    model = models.CharField(max_length=200)
    enabled = models.BooleanField(default=True)
    position = models.PositiveIntegerField(default=0)
    timeout_s = models.PositiveIntegerField(default=60)
    redact = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar = ["position", "created_at"]


class EmbeddingChoice(KeyedModel):
    """Where a workspace wants its vectors from; without one in force, the installation decides.

    An earlier choice stays, no longer `current`, while an index made with it is searched.
    """

    purpose = "ai.embeddings.key"

    kind = models.CharField(max_length=10, choices=CHOICES)
    base_url = models.CharField(max_length=500, blank=True, default="")
    model = models.CharField(max_length=200, blank=True, default="")
    dimensions = models.PositiveIntegerField(null=True)
    current = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace"], condition=Q(current=True), name="embedding_choice_once"
            )
        ]
