"""People: a user has one sign-in, known once in the whole installation."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.db.models.functions import Lower

from netz.core.models import BaseModel


class UserManager(BaseUserManager["User"]):
    """Creates users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user whose address is proved: by an invitation, a directory, or whoever set this up.

        Without a password there is no sign-in by one. Who registers alone proves the address by
        a code first, and is made by allauth's form.
        """
        from allauth.account.models import EmailAddress

        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        with transaction.atomic(using=self._db):
            user.save(using=self._db)
            EmailAddress.objects.using(self._db).create(
                user=user, email=user.email, verified=True, primary=True
            )
        return user


class User(BaseModel, AbstractBaseUser):
    """A person with a sign-in. Belongs to workspaces through members."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200, default="", blank=True)
    language = models.CharField(max_length=2, default="fr", choices=[("fr", "fr"), ("en", "en")])
    # What was chosen (netz.accounts.preferences); `language` is the one for mails and messages.
    preferences = models.JSONField(default=dict)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(Lower("email"), name="user_email_once")]


class KnownDevice(BaseModel):
    """A browser or app that a person has signed in on; its cookie is known by the hash alone."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64)
    agent = models.CharField(max_length=120)
    network = models.CharField(max_length=50)
    seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "token_hash"], name="known_device_once")
        ]


class SpentCode(models.Model):
    """A one-time code of an authenticator that was used: it opens nothing a second time."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    code_hash = models.CharField(max_length=64)
    spent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "code_hash"], name="spent_code_once")
        ]


def display_name(user: User) -> str:
    """What a person is called on screens and in mails."""
    return user.name or user.email
