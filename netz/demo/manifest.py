"""The demo manifest and the suggested questions as typed, frozen data."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from netz.core.permissions import Role

HERE = Path(__file__).parent
LOGO = "looks/logo.png"
FILES = HERE / "files"
SOURCES = HERE / "sources"

Language = Literal["fr", "en"]
Audience = Literal["public", "workspace"] | tuple[str, ...]
"""Either one of the two words or the keys of the companies that may read."""


@dataclass(frozen=True, slots=True)
class Company:
    """A client company; `trade` is its line of business in each language."""

    key: str
    name: str
    trade: dict[Language, str]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a sign-in; `company` is a company's key for a guest and None for staff."""

    name: str
    email: str
    role: Role
    company: str | None
    language: Language


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the workspace whose audience holds for all that is below it."""

    path: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class DemoDocument:
    """A document; `audience` is None where its folder's holds, `members` is filled for a zip."""

    path: str
    title: str
    language: Language
    audience: Audience | None
    members: tuple[str, ...]

    @property
    def format(self) -> str:
        """The file name's ending without its dot."""
        return self.path.rpartition(".")[2]

    @property
    def file(self) -> Path:
        """The rendered file that is shipped."""
        return FILES / self.path

    @property
    def sources(self) -> tuple[Path, ...]:
        """What the file is rendered from: one text, or one per member of a zip."""
        stem = self.path.rpartition(".")[0]
        if not self.members:
            return (SOURCES / f"{stem}.md",)
        return tuple(SOURCES / stem / f"{name.rpartition('.')[0]}.md" for name in self.members)


@dataclass(frozen=True, slots=True)
class Branding:
    """How the demo workspace looks."""

    title: str
    text: str
    primary: str
    accent: str
    sender: str
    domain: str
    logo: bytes


@dataclass(frozen=True, slots=True)
class Policy:
    """How people come into the demo workspace, and for how long."""

    registration: str
    mfa_grace_days: int
    session_hours: int


@dataclass(frozen=True, slots=True)
class Demo:
    """Everything that the demo workspace starts with."""

    password: str
    name: str
    slug: str
    language: Language
    branding: Branding
    policy: Policy
    companies: tuple[Company, ...]
    people: tuple[Person, ...]
    folders: tuple[Folder, ...]
    synonyms: tuple[tuple[str, ...], ...]
    documents: tuple[DemoDocument, ...]

    def audience_of(self, document: DemoDocument) -> Audience:
        """Who may be answered from `document`, its folders considered."""
        if document.audience is not None:
            return document.audience
        above = [folder for folder in self.folders if document.path.startswith(f"{folder.path}/")]
        return max(above, key=lambda folder: len(folder.path)).audience

    def readable_by(self, person: Person) -> tuple[DemoDocument, ...]:
        """The documents that `person` may be answered from."""
        return tuple(each for each in self.documents if self._may_read(person, each))

    def _may_read(self, person: Person, document: DemoDocument) -> bool:
        audience = self.audience_of(document)
        return person.role != Role.GUEST or audience == "public" or person.company in audience


@dataclass(frozen=True, slots=True)
class Question:
    """A suggested question and what has to come of it.

    `expected` are paths of documents of which at least one must be cited; it is empty for a
    question to refuse. `says` are strings that the answer must contain. `asker` is the e-mail of
    a person it is asked as; `suits` says to whom it is offered (None for a follow-up, which makes
    no sense alone); `follows` is the question asked just before in the conversation.
    """

    text: str
    language: Language
    shows: str
    asker: str
    suits: Audience | None
    expected: tuple[str, ...]
    says: tuple[str, ...]
    follows: str | None


def read_demo(path: Path = HERE / "manifest.toml") -> Demo:
    """The manifest at `path`; a missing or misspelt field is a KeyError or ValueError."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    workspace = data["workspace"]
    return Demo(
        password=data["password"],
        name=workspace["name"],
        slug=workspace["slug"],
        language=workspace["language"],
        branding=Branding(**data["branding"], logo=(path.parent / LOGO).read_bytes()),
        policy=Policy(**data["policy"]),
        companies=tuple(Company(**each) for each in data["companies"]),
        people=tuple(_person(each) for each in data["people"]),
        folders=tuple(
            Folder(each["path"], _audience(each["audience"])) for each in data["folders"]
        ),
        synonyms=tuple(tuple(group) for group in data["synonyms"]["groups"]),
        documents=tuple(_document(each) for each in data["documents"]),
    )


def read_questions(path: Path = HERE / "questions.toml") -> tuple[Question, ...]:
    """The suggested questions at `path`, in the order in which they are shown."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Question(
            text=each["text"],
            language=each["language"],
            shows=each["shows"],
            asker=each["asker"],
            suits=_audience(each["suits"]) if "suits" in each else None,
            expected=tuple(each.get("expected", ())),
            says=tuple(each.get("says", ())),
            follows=each.get("follows"),
        )
        for each in data["questions"]
    )


def _person(data: dict[str, Any]) -> Person:
    return Person(
        name=data["name"],
        email=data["email"],
        role=Role(data["role"]),
        company=data.get("company"),
        language=data["language"],
    )


def _document(data: dict[str, Any]) -> DemoDocument:
    return DemoDocument(
        path=data["path"],
        title=data["title"],
        language=data["language"],
        audience=_audience(data["audience"]) if "audience" in data else None,
        members=tuple(data.get("members", ())),
    )


def _audience(value: str | list[str]) -> Audience:
    if isinstance(value, list):
        return tuple(value)
    if value == "public":
        return "public"
    if value == "workspace":
        return "workspace"
    raise ValueError(f"unknown audience {value!r}")
