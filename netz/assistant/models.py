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
    out of sight until `deleted_at` is as long ago as `services.organising.KEPT_DAYS`. `origin` is
    the assistant from whose export it was imported; those belong to no company. Since `shared_at`
    it is open to its whole circle: the company's people, or the staff where there is no company.
    `written_at` is when a person last wrote in it to others.
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
    origin = models.CharField(max_length=12, default="", db_default="", blank=True)
    shared_at = models.DateTimeField(null=True)
    written_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["workspace", "member", "-updated_at"]),
            models.Index(
                fields=["workspace", "company", "-updated_at"],
                condition=models.Q(shared_at__isnull=False),
                name="conversation_shared",
            ),
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
    """A turn: a person's question, the assistant's answer, or what people write to one another.

    `author` is who asked or wrote; a question without one is the conversation's own member's.
    `number` is its place in the index of what was said (see `netz.assistant.finding`), counted in
    each workspace; none as long as it isn't in it.
    """

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    role = models.CharField(max_length=10)
    author = models.ForeignKey(
        "workspaces.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField()
    number = models.IntegerField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["workspace", "conversation", "created_at"]),
            models.Index(
                fields=["workspace", "created_at"],
                condition=models.Q(number__isnull=True),
                name="message_to_index",
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "number"], name="message_number_once")
        ]


class Answer(TenantModel):
    """What the assistant said and what it rests on; `body` holds sentences and citations.

    With the status and generator `imported` it is what another assistant said: it rests on nothing,
    and is no answer of ours. `instead_of` is the answer to whose question, or to another wording of
    it, this one is an alternative; `follows` the one that it goes on from, where that is not simply
    the one before it in time. See `netz.assistant.branching`.
    """

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
    follows = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    instead_of = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )

    class Meta:
        # For the few that there are; a deleted answer looks here for who refers to it.
        indexes: ClassVar = [
            models.Index(
                fields=["workspace", name],
                condition=models.Q(**{f"{name}__isnull": False}),
                name=f"answer_{name}",
            )
            for name in ("follows", "instead_of")
        ]


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


class Participant(TenantModel):
    """What a member is to a conversation, and how far they are in it.

    Who has `joined_at` takes part: the conversation is open to them. The others read it for
    another reason, or it is their own. `seen_at` is when a screen last showed it to them, `read_at`
    up to when they have read, `mentioned_at` when somebody last called them by name, and `told_at`
    when they were last written to about it.
    """

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="participants"
    )
    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    joined_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    mentioned_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "conversation", "member"], name="participant_once"
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["workspace", "member"],
                condition=models.Q(joined_at__isnull=False),
                name="participant_joined",
            )
        ]


class Note(TenantModel):
    """What the staff write to one another beside a conversation.

    It is no message: whatever shows messages to a client's people can't show it by mistake.
    """

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(
        "workspaces.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["workspace", "conversation", "created_at"])]


class Assignment(TenantModel):
    """Who looks after a conversation since it was passed to people.

    `status` is `waiting` for somebody, with a `person`, back with the `assistant`, or `solved`.
    `reminders` counts how often the staff were reminded that somebody waits.
    """

    conversation = models.OneToOneField(
        Conversation, on_delete=models.CASCADE, related_name="assignment"
    )
    status = models.CharField(max_length=10)
    assignee = models.ForeignKey(
        "workspaces.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    requested_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    reminders = models.SmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["workspace", "status", "-requested_at"])]


class ConversationLink(TenantModel):
    """A way to read a conversation for whoever of its circle has the link; the token is known by
    its hash alone."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="links")
    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    opened = models.IntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "token_hash"], name="link_token_once")
        ]


class ConversationExport(TenantModel):
    """Many conversations as one file, as a member asked for it.

    `wanted` holds `ids`, or the `filter` of a list; `permissions` are all that the credential held
    which asked: the job may no more. `run` names the attempt that writes at present. What the file
    holds is kept beside it, in `conversations` and `documents` (those it quotes), with the company
    that the member was of (`read_for`): only who may still read all of it is given the file.
    """

    ACTIVE: ClassVar = ["waiting", "running"]

    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    format = models.CharField(max_length=10)
    language = models.CharField(max_length=2)
    wanted = models.JSONField()
    permissions = ArrayField(models.CharField(max_length=60), default=list)
    state = models.CharField(max_length=10, default="waiting")
    run = models.CharField(max_length=32, default="", blank=True)
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    left_out = models.IntegerField(default=0)
    conversations = ArrayField(models.UUIDField(), default=list)
    documents = ArrayField(models.UUIDField(), default=list)
    read_for = models.UUIDField(null=True)
    file_name = models.CharField(max_length=80, default="", blank=True)
    size = models.BigIntegerField(default=0)
    error_code = models.CharField(max_length=40, default="", blank=True)
    ended_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["workspace", "member", "-created_at"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "member"],
                condition=models.Q(state__in=["waiting", "running"]),
                name="conversation_export_once",
            )
        ]


class CachedAnswer(TenantModel):
    """A finished answer, keyed by everything that it rests on; see `netz.assistant.cache`."""

    key = models.CharField(max_length=64)
    body = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="cached_answer_once")
        ]
        indexes: ClassVar = [models.Index(fields=["workspace", "created_at"])]


class MessageSegment(TenantModel):
    """A part of the index of what was said; `signatures` say what its questions mean to `model`."""

    number = models.IntegerField()
    messages = models.IntegerField()
    model = models.CharField(max_length=500, blank=True)
    signatures = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "number"], name="message_segment_once")
        ]


class MessagePosting(TenantModel):
    """The messages of a segment in which a term stands, packed (see `finding.records`)."""

    term = models.BigIntegerField()
    segment = models.IntegerField()
    data = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "term", "segment"], name="message_posting_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["workspace", "segment"])]


class MessageWord(TenantModel):
    """A word that was said: as `written`, and as `word`, without accents and case.

    What is being typed is completed to it, and what is typed without its accents is found.
    """

    word = models.CharField(max_length=60, db_collation="C")
    written = models.CharField(max_length=60, db_collation="C")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "word", "written"], name="message_word_once"
            )
        ]


class Suggestion(TenantModel):
    """A question that the start page offers; `company` narrows it to one client's people."""

    text = models.CharField(max_length=300)
    position = models.IntegerField(default=0)
    company = models.ForeignKey(
        "workspaces.Company", null=True, on_delete=models.CASCADE, related_name="+"
    )
    staff_only = models.BooleanField(default=False)


class Attachment(TenantModel):
    """A file that somebody gave to a conversation; what it says counts there and nowhere else.

    Until it was sent with a `message` it is its `member`'s alone. `passages` is what was read from
    it, as `queries.attachments.AttachedPassage` has them; a picture has none. In the state
    `removed` nothing is left of it but that it was there.
    """

    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    conversation = models.ForeignKey(
        Conversation, null=True, on_delete=models.CASCADE, related_name="attachments"
    )
    message = models.ForeignKey(
        Message, null=True, on_delete=models.CASCADE, related_name="attachments"
    )
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    storage_key = models.CharField(max_length=120)
    state = models.CharField(max_length=8, default="reading")
    error_code = models.CharField(max_length=20, default="", blank=True)
    language = models.CharField(max_length=2, default="", blank=True)
    pages = models.IntegerField(null=True)
    passages = models.JSONField(default=list)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["workspace", "member", "created_at"],
                condition=models.Q(message__isnull=True),
                name="attachment_unsent",
            )
        ]
