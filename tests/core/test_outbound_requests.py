"""Sessions of `requests` hold to the same rules as everything else that leaves."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import requests

from netz.core.outbound import LOOPBACK_HOSTS, OutboundPolicy, refusal_in
from netz.core.outbound_requests import guarded_session

LOCAL = OutboundPolicy(local_hosts=LOOPBACK_HOSTS, max_bytes=2000)


class Answers(BaseHTTPRequestHandler):
    """Echoes a form, redirects, or answers too much."""

    def do_GET(self) -> None:
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "https://10.0.0.7/")
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"x" * (10_000 if self.path == "/much" else 3))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(body + b" " + self.headers["Authorization"].encode())

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_form_with_its_credentials_arrives_and_its_answer_comes_back(url: str) -> None:
    with guarded_session(LOCAL) as session:
        answer = session.post(url, data={"code": "é"}, auth=("client", "secret"))
    assert (answer.status_code, answer.text) == (201, "code=%C3%A9 Basic Y2xpZW50OnNlY3JldA==")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://10.0.0.7/", "address"),
        ("https://169.254.169.254/latest", "address"),
        ("http://example.com/", "plain_http"),
    ],
)
def test_what_is_not_public_or_not_encrypted_is_refused(address: str, reason: str) -> None:
    with guarded_session(LOCAL) as session, pytest.raises(requests.ConnectionError) as caught:
        session.get(address)
    refused = refusal_in(caught.value)
    assert refused is not None
    assert refused.reason == reason


def test_this_machine_is_refused_unless_it_is_allowed(url: str) -> None:
    with guarded_session(OutboundPolicy()) as session, pytest.raises(requests.ConnectionError):
        session.get(url)


def test_a_redirect_is_checked_like_a_first_request(url: str) -> None:
    with guarded_session(LOCAL) as session, pytest.raises(requests.ConnectionError) as caught:
        session.get(f"{url}/away")
    assert refusal_in(caught.value) is not None


def test_an_answer_that_is_too_large_is_not_taken(url: str) -> None:
    with guarded_session(LOCAL) as session, pytest.raises(requests.ConnectionError):
        session.get(f"{url}/much")
