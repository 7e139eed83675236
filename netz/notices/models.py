"""What members are told, how each wants to be told, and the browsers that may be woken for it."""

from typing import ClassVar

from django.db import models

from netz.core.models import TenantModel


class Notice(TenantModel):
    """Something that concerns one member; it stays in their inbox until it is old.

    `source` is what it tells of (a message, a wish, an export): the same is told once. `about` is
    where it happened (a conversation): who has been there has read it. `words` fills the
    sentence of its kind. `push_at` and `mail_at` say when it is due on that way; null: never, or
    done.
    """

    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    source = models.UUIDField()
    about = models.UUIDField(null=True)
    path = models.CharField(max_length=200)
    words = models.JSONField(default=dict)
    read_at = models.DateTimeField(null=True)
    push_at = models.DateTimeField(null=True)
    mail_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "member", "kind", "source"], name="notice_once"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["workspace", "member", "id"], name="notice_inbox"),
            models.Index(
                fields=["workspace", "member"],
                condition=models.Q(read_at=None),
                name="notice_unread",
            ),
            models.Index(
                fields=["workspace", "push_at"],
                condition=models.Q(push_at__isnull=False),
                name="notice_to_push",
            ),
            models.Index(
                fields=["workspace", "mail_at"],
                condition=models.Q(mail_at__isnull=False),
                name="notice_to_mail",
            ),
        ]


class NoticeChoices(TenantModel):
    """How a member wants to be told; no row: as the product proposes.

    `ways` has for a kind `{"push": bool, "mail": "now" | "daily" | "never"}`. Times are "HH:MM" in
    the member's `zone` (an IANA name). Between `quiet_from` and `quiet_to` nothing rings: what
    comes is told when they end.
    """

    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    ways = models.JSONField(default=dict)
    zone = models.CharField(max_length=60, default="Europe/Paris")
    quiet_from = models.CharField(max_length=5, blank=True)
    quiet_to = models.CharField(max_length=5, blank=True)
    digest_at = models.CharField(max_length=5, default="08:00")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "member"], name="notice_choices_once")
        ]


class PushDevice(TenantModel):
    """A browser that a member lets us wake: where its push service takes messages (RFC 8030), and
    the keys that only it can read them with (RFC 8291)."""

    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    endpoint = models.TextField()
    endpoint_hash = models.CharField(max_length=64)
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    name = models.CharField(max_length=100)
    used_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "endpoint_hash"], name="push_device_once")
        ]
