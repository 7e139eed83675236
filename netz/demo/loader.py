"""Loads the demo workspace into an installation that has no workspace yet."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection, transaction

from netz.accounts.models import User
from netz.assistant.services import set_suggestions
from netz.assistant.services.suggestions import SuggestionSpec
from netz.core.actor import Actor
from netz.core.permissions import Role
from netz.demo.manifest import (
    Audience,
    Demo,
    DemoDocument,
    Language,
    Person,
    read_demo,
    read_questions,
)
from netz.knowledge.audiences import AudienceSpec
from netz.knowledge.services import (
    rename_document,
    set_folder_audience,
    set_synonyms,
    upload_document,
)
from netz.workspaces.domains import domain_of
from netz.workspaces.models import Company
from netz.workspaces.services import add_company, add_member, found_workspace
from netz.workspaces.services.branding import BrandingSpec, set_branding, set_logo
from netz.workspaces.services.companies import change_company
from netz.workspaces.services.policy import PolicySpec, set_policy

_LOCK = 0x6E65747A  # "netz": two servers that start at once on one database take turns


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """A sign-in to show to whoever tries the product; `company` is empty for staff."""

    name: str
    email: str
    password: str
    role: Role
    company: str
    language: Language


def load_demo(report: Callable[[str], None]) -> None:
    """Makes the demo workspace and queues its documents, all of it or nothing.

    Where there is a workspace already it only gives back the passwords that `close_demo` took: a
    demo that its owner has changed stays so. `report` is told in a sentence what is going on.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        if _workspace_exists(None):
            _reopen_demo()
            return
        demo = read_demo()
        report(f"Loading the demo workspace {demo.name} …")
        create_demo(demo)
    report(f"{len(demo.documents)} demo documents are queued; answers come as they are read.")


def close_demo(report: Callable[[str], None]) -> None:
    """Takes the passwords that everybody knows from the demo's people, and ends their sessions.

    For an installation that others reach: none of its accounts may have a password that nobody
    chose. Who has another one keeps it, and the workspace stays as it is.
    """
    demo = read_demo()
    closed = 0
    for user in User.objects.filter(email__in=[person.email for person in demo.people]):
        if user.check_password(demo.password):
            user.set_unusable_password()
            user.save(update_fields=["password"])
            closed += 1
    if closed:
        report(
            f"The demo's {closed} known passwords are closed: others reach this installation."
            " NETZ_DEMO=true opens them again."
        )


def _reopen_demo() -> None:
    demo = read_demo()
    for user in User.objects.filter(email__in=[person.email for person in demo.people]):
        if not user.has_usable_password():
            user.set_password(demo.password)
            user.save(update_fields=["password"])


def create_demo(demo: Demo) -> Actor:
    """Makes the workspace that `demo` describes, in the caller's transaction; returns its admin."""
    admin, *others = demo.people
    _, actor = found_workspace(name=demo.name, slug=demo.slug, admin=_user(admin, demo.password))
    companies = {company.key: add_company(company.name, actor=actor) for company in demo.companies}
    for person in others:
        company = companies[person.company] if person.company else None
        add_member(_user(person, demo.password), role=person.role, company=company, actor=actor)
        if company is not None:
            domains = {*company.domains, domain_of(person.email)}
            change_company(company, name=None, domains=sorted(domains), actor=actor)
    _set_up(demo, actor)
    for folder in demo.folders:
        set_folder_audience(folder.path, _spec(folder.audience, companies), actor=actor)
    set_synonyms(demo.synonyms, actor=actor)
    set_suggestions(_suggestions(companies), actor=actor)
    for document in demo.documents:
        _upload(document, companies, actor)
    return actor


def _set_up(demo: Demo, actor: Actor) -> None:
    """Its looks and its policy, as an admin would choose them."""
    looks, policy = demo.branding, demo.policy
    set_branding(
        BrandingSpec(
            title=looks.title,
            text=looks.text,
            primary=looks.primary,
            accent=looks.accent,
            sender=looks.sender,
            domain=looks.domain,
        ),
        name=None,
        actor=actor,
    )
    set_logo(looks.logo, actor=actor)
    set_policy(
        PolicySpec(
            registration=policy.registration,
            registration_domains=sorted(
                {domain_of(one.email) for one in demo.people if one.company}
            ),
            registration_company_id=None,
            methods=(),
            mfa_roles=(),
            mfa_grace_days=policy.mfa_grace_days,
            session_hours=policy.session_hours,
        ),
        verified_domains=(),
        used_methods=None,
        actor=actor,
    )


def demo_accounts() -> tuple[DemoAccount, ...]:
    """The sign-ins of the demo workspace; none where the installation does not have it."""
    demo = read_demo()
    if not _workspace_exists(demo.slug):
        return ()
    names = {company.key: company.name for company in demo.companies}
    return tuple(
        DemoAccount(
            name=person.name,
            email=person.email,
            password=demo.password,
            role=person.role,
            company=names[person.company] if person.company else "",
            language=person.language,
        )
        for person in demo.people
    )


def _workspace_exists(slug: str | None) -> bool:
    """Whether there is a workspace of that name, or any at all for None."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM netz_workspace_by_slug(%s)", [slug])
        return cursor.fetchone() is not None


def _user(person: Person, password: str) -> User:
    """The person's user, made if need be: users outlive the workspaces they were made for."""
    known = User.objects.filter(email=person.email).first()
    return known or User.objects.create_user(
        person.email, password, name=person.name, language=person.language
    )


def _suggestions(companies: dict[str, Company]) -> list[SuggestionSpec]:
    return [
        SuggestionSpec(
            question.text,
            company_id=companies[question.suits[0]].id
            if isinstance(question.suits, tuple)
            else None,
            staff_only=question.suits == "workspace",
        )
        for question in read_questions()
        if question.suits is not None
    ]


def _upload(document: DemoDocument, companies: dict[str, Company], actor: Actor) -> None:
    audience = _spec(document.audience, companies) if document.audience else None
    with document.file.open("rb") as source:
        upload = upload_document(
            source,
            filename=document.file.name,
            path=document.path,
            audience=audience,
            actor=actor,
        )
    rename_document(upload.document, document.title, actor=actor)


def _spec(audience: Audience, companies: dict[str, Company]) -> AudienceSpec:
    if audience == "public" or audience == "workspace":
        return AudienceSpec(audience)
    return AudienceSpec("companies", tuple(companies[key].id for key in audience))
