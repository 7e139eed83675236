"""A name server on this machine that knows the TXT records a test gives it."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rrset


class NameServer:
    """What it knows, and where it listens."""

    def __init__(self, port: int) -> None:
        self.address = f"127.0.0.1:{port}"
        self.records: dict[str, str] = {}

    def answer(self, wire: bytes) -> bytes:
        """The answer to one question."""
        asked = dns.message.from_wire(wire)
        answer = dns.message.make_response(asked)
        answer.flags |= dns.flags.RA
        name = asked.question[0].name
        known = self.records.get(str(name).rstrip("."))
        if known is None:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        else:
            answer.answer.append(dns.rrset.from_text(name, 60, "IN", "TXT", f'"{known}"'))
        return answer.to_wire()


@contextmanager
def name_server(port: int = 0) -> Iterator[NameServer]:
    """The name server, running."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            wire, socket = self.request
            socket.sendto(names.answer(wire), self.client_address)

    server: Any = socketserver.ThreadingUDPServer(("127.0.0.1", port), Handler)
    names = NameServer(server.server_address[1])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield names
    finally:
        server.shutdown()
        server.server_close()
