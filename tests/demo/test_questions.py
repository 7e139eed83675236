"""The suggested questions, asked of the running product by the people whom they suit."""

import secrets
from dataclasses import replace

import pytest
from django.db import transaction
from starlette.testclient import TestClient

from netz.core.actor import Actor
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.demo.loader import create_demo
from netz.demo.manifest import Question, read_demo, read_questions
from netz.knowledge.models import Document
from tests.jobs import run_jobs

DEMO = read_demo()
QUESTIONS = read_questions()
PEOPLE = {person.email: person for person in DEMO.people}


@pytest.fixture(scope="module")
def demo() -> Actor:
    """The demo workspace under a name of its own, with every document read."""
    slug = f"demo-{secrets.token_hex(4)}"
    with transaction.atomic():
        actor = create_demo(replace(DEMO, slug=slug))
    run_jobs()
    return actor


@pytest.fixture(scope="module")
def headers(client: TestClient, demo: Actor) -> dict[str, dict[str, str]]:
    """Each demo person signed in with the demo password."""
    found = {}
    for person in DEMO.people:
        response = client.post(
            "/_allauth/app/v1/auth/login",
            json={"email": person.email, "password": DEMO.password},
        )
        assert response.status_code == 200, response.text
        token = response.json()["meta"]["access_token"]
        found[person.email] = {"Authorization": f"Bearer {token}"}
    return found


def ask(client: TestClient, headers: dict[str, str], question: Question) -> dict:
    body = {"question": question.text}
    if question.follows:
        earlier = client.post(
            "/api/v2/answers", json={"question": question.follows}, headers=headers
        )
        body["conversation_id"] = earlier.json()["conversation_id"]
    response = client.post("/api/v2/answers", json=body, headers=headers)
    assert response.status_code == 200, response.text
    return response.json()


def test_every_demo_document_is_ready(demo):
    with tenant(demo.workspace_id):
        states = dict(Document.objects.values_list("path", "status"))
    assert set(states) >= {document.path for document in DEMO.documents}
    assert {path: status for path, status in states.items() if status != "ready"} == {}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.text)
def test_a_suggested_question_gets_its_answer(client, headers, question):
    answer = ask(client, headers[question.asker], question)
    cited = {citation["path"] for citation in answer["citations"]}
    if not question.expected:
        assert answer["status"] == "refused"
        assert cited == set()
        return
    assert answer["status"] == "answered", answer["text"]
    assert answer["language"] == question.language
    assert cited & set(question.expected)
    for words in question.says:
        assert words in answer["text"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.text)
def test_no_guest_is_answered_from_another_company_s_documents(client, headers, question):
    for person in DEMO.people:
        if person.role == Role.GUEST:
            answer = ask(client, headers[person.email], question)
            shown = [*answer["citations"], *answer["nearest"]]
            readable = {document.path for document in DEMO.readable_by(person)}
            unpacked = {path.removesuffix(".zip") for path in readable if path.endswith(".zip")}
            for each in shown:
                folder = each["path"].rpartition("/")[0]
                assert each["path"] in readable or folder in unpacked


def test_the_start_page_offers_each_person_what_suits(client, headers):
    for person in DEMO.people:
        response = client.get("/api/v2/suggestions", headers=headers[person.email])
        expected = [
            question.text
            for question in QUESTIONS
            if question.suits is not None
            and (
                person.role != Role.GUEST
                or question.suits == "public"
                or question.suits == (person.company,)
            )
        ]
        assert response.json()["items"] == expected
