"""Conversations and answers."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from netz.core.models import TenantModel


class Folder(TenantModel):
    """A member's own place to keep conversations in; nobody else sees it."""

    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "member", "name"], name="folder_name_once")
        ]


class Conversation(TenantModel):
    """A chat between one member and the assistant.

    `company` is the one that the member asked for, and stays when the member moves to another.
    `title` is made of the first question until the member gives another. What is deleted is kept
    out of sight until `deleted_at` is as long ago as `services.organising.KEPT_DAYS`.
    """

    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    company = models.ForeignKey(
        "workspaces.Company", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    title = models.CharField(max_length=200)
    updated_at = models.DateTimeField(auto_now=True)
    folder = models.ForeignKey(
        Folder, null=True, on_delete=models.SET_NULL, related_name="conversations"
    )
    tags = ArrayField(models.CharField(max_length=40), default=list, db_default=[])
    pinned_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["workspace", "member", "-updated_at"]),
            models.Index(
                fields=["workspace", "deleted_at"],
                condition=models.Q(deleted_at__isnull=False),
                name="conversation_deleted",
            ),
            models.Index(
                fields=["workspace", "company", "-updated_at"],
                condition=models.Q(company__isnull=False),
                name="conversation_by_company",
            ),
        ]


class Message(TenantModel):
    """A turn: the person's question or the assistant's answer."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    role = models.CharField(max_length=10)
    text = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["workspace", "conversation", "created_at"])]


class Answer(TenantModel):
    """What the assistant said and what it rests on; `body` holds sentences and citations."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="+")
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="answer")
    question = models.TextField()
    query = models.TextField(default="", blank=True)
    status = models.CharField(max_length=10)
    language = models.CharField(max_length=2)
    generator = models.CharField(max_length=12)
    model = models.CharField(max_length=120, default="", blank=True)
    fallback = models.BooleanField(default=False)
    cached = models.BooleanField(default=False)
    confidence = models.FloatField(default=0)
    took_ms = models.FloatField(default=0)
    body = models.JSONField(default=dict)


class Rating(TenantModel):
    """What the reader thought of an answer, kept with question, answer and passages."""

    answer = models.OneToOneField(Answer, on_delete=models.CASCADE, related_name="rating")
    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    value = models.CharField(max_length=4)
    comment = models.TextField(default="", blank=True)
    snapshot = models.JSONField(default=dict)


class Handover(TenantModel):
    """A wish to be helped by a person, stored until somebody takes it."""

    answer = models.OneToOneField(Answer, on_delete=models.CASCADE, related_name="handover")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    note = models.TextField(default="", blank=True)
    status = models.CharField(max_length=12, default="requested")


class CachedAnswer(TenantModel):
    """A finished answer, keyed by everything that it rests on; see `netz.assistant.cache`."""

    key = models.CharField(max_length=64)
    body = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="cached_answer_once")
        ]
        indexes: ClassVar = [models.Index(fields=["workspace", "created_at"])]


class Suggestion(TenantModel):
    """A question that the start page offers; `company` narrows it to one client's people."""

    text = models.CharField(max_length=300)
    position = models.IntegerField(default=0)
    company = models.ForeignKey(
        "workspaces.Company", null=True, on_delete=models.CASCADE, related_name="+"
    )
    staff_only = models.BooleanField(default=False)
