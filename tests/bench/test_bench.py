"""The pure parts of the bench: figures, ratios, targets, the wire format, made-up passages."""

import itertools
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench.client import Client, multipart, parse_head, request_bytes, throughput, timed
from bench.passages import made_up, made_up_questions, material, vocabulary
from bench.table import Figure, Line, Target, figure, percentile, show, shown


class Echo(BaseHTTPRequestHandler):
    """Answers with the method and the body that it got."""

    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        said = f"{self.command} {self.headers.get('Authorization', '')} ".encode() + body
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def port():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def test_a_percentile_is_a_value_that_was_measured():
    values = list(range(1, 101))
    assert percentile(values, 0.95) == 95
    assert percentile(values, 1) == 100
    assert percentile([7.0], 0.95) == 7.0
    assert percentile([3, 1, 2], 0.5) == 2


def test_a_figure_holds_median_and_tail():
    found = figure("netz", "ms", [1, 2, 3, 4, 100])
    assert (found.median, found.p95, found.count) == (3, 100, 5)


def test_a_ratio_is_the_products_figure_in_terms_of_the_reference():
    line = Line("a", Figure("netz", "ms", 6), (Figure("bare", "ms", 2), Figure("x", "ms", 12)))
    assert line.ratios() == [3, 0.5]
    assert [r["ratio"] for r in line.as_json()["references"]] == [3, 0.5]


@pytest.mark.parametrize(
    ("target", "met"),
    [
        (Target(), None),
        (Target(3), True),
        (Target(2.9), False),
        (Target(3, 8), True),
        (Target(3, 7.9), False),
        (Target(p95=7), False),
        (Target(least=3), True),
        (Target(least=3.1), False),
    ],
)
def test_a_target_is_met_only_when_each_limit_is_kept(target, met):
    assert target.is_met(Figure("netz", "ms", 3, 8)) is met


def test_a_missing_tail_does_not_pass_as_met():
    assert Target(p95=5).is_met(Figure("netz", "ms", 1)) is False


def test_values_are_shown_with_three_digits_and_unit():
    assert [shown(v, "ms") for v in (0.123, 12.34, 1234.5)] == ["0.12 ms", "12.3 ms", "1 234 ms"]
    assert shown(None, "ms") == ""


def test_the_table_names_what_was_missed_and_left_out(capsys):
    machine = dict.fromkeys(
        ("cores", "cpu", "memory_gb", "python", "postgresql", "date", "load"), "?"
    )
    line = Line("one answer", Figure("netz", "ms", 9), (Figure("bare", "ms", 3),), Target(3))
    show([line], machine, ["search at 300,000 passages"])
    printed = capsys.readouterr().out
    assert "✗" in printed
    assert "3.00" in printed
    assert "Left out: search at 300,000 passages" in printed


def test_a_response_without_a_length_is_refused():
    assert parse_head(b"HTTP/1.1 200 OK\r\nCONTENT-LENGTH: 12") == (200, 12)
    assert parse_head(b"HTTP/1.1 204 No Content") == (204, 0)
    with pytest.raises(ValueError, match="Content-Length"):
        parse_head(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked")


def test_one_connection_carries_many_requests(port):
    with Client(port, "k") as client:
        assert client.get("/").body == b"GET Bearer k "
        assert client.post("/", {"a": 1}).body == b'POST Bearer k {"a": 1}'
        checked = []
        times = timed(client, [request_bytes("GET", "/")] * 5, checked.append)
    assert len(times) == 5
    assert all(reply.status == 200 and reply.body == b"GET  " for reply in checked)


def test_throughput_counts_finished_requests(port):
    times = throughput(port, request_bytes("GET", "/"), connections=2, seconds=0.2)
    assert len(times) > 2
    assert all(0 < each < 1000 for each in times)


def test_a_form_holds_fields_and_file():
    body, media_type = multipart("a.txt", b"\0content", path="dossier/a.txt")
    boundary = media_type.partition("boundary=")[2].encode()
    assert body.count(boundary) == 3
    assert b'name="path"\r\n\r\ndossier/a.txt\r\n' in body
    assert b'filename="a.txt"' in body
    assert b"\0content" in body


def test_made_up_passages_are_the_same_each_time_and_uneven():
    first, again = (list(itertools.islice(made_up(30), 30)) for _ in range(2))
    assert first == again
    assert len({entry.path for entry in first}) == 3
    words, _ = vocabulary()
    text = " ".join(entry.text for entry in first).split()
    assert text.count(words[0]) > text.count(words[200])
    assert made_up_questions(5) == made_up_questions(5)


def test_material_needs_no_data():
    found = material(None, 10, 4)
    assert len(list(found.entries)) == 10
    assert len(found.questions) == 4
