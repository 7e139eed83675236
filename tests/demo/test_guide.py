"""The user guide: the same pages in both languages, no broken link, no setting that isn't there."""

import re
from pathlib import Path

import pytest

from netz.ai.voices import SETTINGS as SPEECH
from netz.config.env import Environment
from netz.core.permissions import Permission
from netz.demo.manifest import read_demo

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
PAGES = sorted(path.name for path in (GUIDE / "fr").glob("*.md"))
FILES = sorted(GUIDE.glob("*/*.md"))


def settings() -> set[str]:
    return SPEECH | {
        field.validation_alias
        if isinstance(field.validation_alias, str)
        else f"NETZ_{name.upper()}"
        for name, field in Environment.model_fields.items()
    }


def test_both_languages_have_the_same_pages():
    assert sorted(path.name for path in (GUIDE / "en").glob("*.md")) == PAGES
    assert len(PAGES) == 17


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_same_shape_in_both_languages(page):
    shapes = [
        [
            (line[: line.index(" ")] if line.startswith("#") else line.count("|"))
            for line in (GUIDE / language / page).read_text(encoding="utf-8").splitlines()
            if line.startswith(("#", "|"))
        ]
        for language in ("fr", "en")
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_link_leads_to_a_page(path):
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).resolve().is_file(), target


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_setting_that_is_named_exists(path):
    text = path.read_text(encoding="utf-8")
    named = {name for name in re.findall(r"\bNETZ_[A-Z_0-9]+", text) if name != "NETZ_KEY"}
    models = {name for name in named if re.fullmatch(r"NETZ_MODEL_[N1-5]_[A-Z_]+", name)}
    assert named - models <= settings()
    for value in re.findall(r"--scope (\S+)", text):
        assert Permission(value)


def test_the_settings_that_everybody_needs_are_described():
    for language in ("fr", "en"):
        text = (GUIDE / language / "configuration.md").read_text(encoding="utf-8")
        for name in ("HOST", "PORT", "DATA_DIR", "DATABASE_URL", "NETZ_PUBLIC_URL", "NETZ_DEMO"):
            assert f"| `{name}` |" in text


def test_the_demo_accounts_are_the_ones_of_the_manifest():
    for language in ("fr", "en"):
        text = (GUIDE / language / "getting-started.md").read_text(encoding="utf-8")
        named = set(re.findall(r"`([^`@]+@[^`]+)`", text))
        assert named == {person.email for person in read_demo().people}
