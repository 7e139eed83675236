"""The demo manifest holds what the product promises to show."""

from collections import Counter
from itertools import pairwise

from netz.core.permissions import Role
from netz.demo.manifest import FILES, SOURCES, read_demo, read_questions

DEMO = read_demo()
QUESTIONS = read_questions()
PEOPLE = {person.email: person for person in DEMO.people}
FORMATS = {
    "csv",
    "docx",
    "eml",
    "html",
    "md",
    "msg",
    "ods",
    "odt",
    "pdf",
    "pptx",
    "rtf",
    "txt",
    "xlsx",
    "zip",
}


def test_every_document_has_its_file_and_its_sources():
    missing = [
        path
        for document in DEMO.documents
        for path in (document.file, *document.sources)
        if not path.is_file()
    ]
    assert missing == []


def test_no_file_and_no_source_is_left_without_a_document():
    shipped = {path for path in FILES.rglob("*") if path.is_file()}
    written = {path for path in SOURCES.rglob("*") if path.is_file()}
    assert shipped == {document.file for document in DEMO.documents}
    assert written == {source for document in DEMO.documents for source in document.sources}


def test_there_are_enough_documents_of_every_format_and_in_both_languages():
    assert len(DEMO.documents) >= 44
    assert {document.format for document in DEMO.documents} == FORMATS
    english = [document for document in DEMO.documents if document.language == "en"]
    assert len(english) / len(DEMO.documents) >= 0.25
    assert len({document.path for document in DEMO.documents}) == len(DEMO.documents)


def test_documents_are_short():
    for document in DEMO.documents:
        for source in document.sources:
            words = len(source.read_text(encoding="utf-8").split())
            assert 100 <= words <= 500, f"{source} has {words} words"


def test_the_shipped_files_stay_small():
    assert sum(document.file.stat().st_size for document in DEMO.documents) < 1_500_000


def test_the_titles_of_the_manifest_are_those_of_the_sources():
    for document in DEMO.documents:
        if document.format == "zip":
            continue
        first_lines = document.sources[0].read_text(encoding="utf-8").splitlines()[:5]
        assert f"# {document.title}" in first_lines or f"Subject: {document.title}" in first_lines


def test_all_three_kinds_of_audience_occur_and_name_known_companies():
    audiences = [DEMO.audience_of(document) for document in DEMO.documents]
    keys = {company.key for company in DEMO.companies}
    named = {key for audience in audiences if isinstance(audience, tuple) for key in audience}
    assert {"public", "workspace"} < set(audiences)
    assert named == keys


def test_the_people_are_an_admin_two_technicians_and_a_guest_of_each_company():
    roles = Counter(person.role for person in DEMO.people)
    guests = [person for person in DEMO.people if person.role == Role.GUEST]
    assert roles == {Role.ADMIN: 1, Role.AGENT: 2, Role.GUEST: 3}
    assert {guest.company for guest in guests} == {company.key for company in DEMO.companies}
    assert all(person.email.endswith(".example") for person in DEMO.people)


def test_a_guest_reads_the_own_company_s_documents_and_nobody_else_s():
    sophie = PEOPLE["sophie.garnier@ateliers-bressaud.example"]
    folders = {document.path.split("/")[0] for document in DEMO.readable_by(sophie)}
    clients = {
        document.path.split("/")[1]
        for document in DEMO.readable_by(sophie)
        if document.path.startswith("clients/")
    }
    assert folders == {"guides", "clients"}
    assert clients == {"ateliers-bressaud"}
    assert len(DEMO.readable_by(PEOPLE["yanis@korvelin.example"])) == len(DEMO.documents)


def test_twenty_questions_are_offered_of_which_two_are_to_be_refused():
    assert len([question for question in QUESTIONS if question.suits is not None]) == 20
    assert len([question for question in QUESTIONS if not question.expected]) == 2
    assert Counter(question.language for question in QUESTIONS)["en"] >= 4


def test_each_question_expects_documents_that_its_asker_may_read():
    for question in QUESTIONS:
        readable = {document.path for document in DEMO.readable_by(PEOPLE[question.asker])}
        assert set(question.expected) <= readable, question.text


def test_a_question_is_offered_to_people_who_can_be_answered():
    for question in QUESTIONS:
        asker = PEOPLE[question.asker]
        suited = question.suits in (None, "public") or (
            asker.role != Role.GUEST
            if question.suits == "workspace"
            else question.suits == (asker.company,)
        )
        assert suited, question.text


def test_a_follow_up_stands_right_after_the_question_it_follows():
    for before, question in pairwise(QUESTIONS):
        if question.follows is not None:
            assert question.follows == before.text
            assert question.asker == before.asker
            assert question.suits is None
