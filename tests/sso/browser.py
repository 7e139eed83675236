"""A browser in a few lines: it follows redirects between the application and a provider, keeps
cookies by path, and sends none of ours with a form that another site posts (SameSite=Lax)."""

import re
from html import unescape
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
from django.conf import settings
from starlette.testclient import TestClient

FINISHED = "/sign-in/finished"
_OURS = ("/sign-in", "/settings/", "/documents")


class Browser:
    """One person's browser."""

    def __init__(self, app: TestClient) -> None:
        self.app = app
        self.outside = httpx.Client(follow_redirects=False, timeout=20)
        self.cookies: dict[str, tuple[str, str]] = {}

    @property
    def headers(self) -> dict[str, str]:
        """The session's cookie, for calls of the API."""
        return {"Cookie": self._cookie("/"), "Origin": "http://testserver"}

    def go(self, url: str, site: str = "none") -> httpx.Response:
        """Navigates, and follows redirects as far as a page of ours or of the provider.

        `site` is where the person comes from, in the words of Sec-Fetch-Site.
        """
        response = self._get(url, site)
        while response.is_redirect:
            site = site if is_ours(url) else "cross-site"
            url = urljoin(url if not is_ours(url) else path_of(url), response.headers["location"])
            if is_page(url):
                response.extensions["page"] = url
                return response
            response = self._get(url, site)
        return response

    def post_elsewhere(self, action: str, fields: dict[str, str], origin: str) -> httpx.Response:
        """Submits a form of another site's page to us, and follows where it leads."""
        headers = {"Origin": origin, "Sec-Fetch-Site": "cross-site"}
        response = self.app.post(
            path_of(action), data=fields, headers=headers, follow_redirects=False
        )
        self._keep(response)
        if response.is_redirect and not is_page(response.headers["location"]):
            return self.go(response.headers["location"], "cross-site")
        if response.is_redirect:
            response.extensions["page"] = response.headers["location"]
        return response

    def post_outside(self, url: str, body: dict[str, Any]) -> httpx.Response:
        """Sends what the provider's sign-in page asks for, and follows where it leads."""
        response = self.outside.post(url, json=body)
        return self.go(urljoin(url, response.headers["location"]), "cross-site")

    def step(self, url: str) -> httpx.Response:
        """Navigates, without following where it leads."""
        return self._get(url)

    def _get(self, url: str, site: str = "none") -> httpx.Response:
        if not is_ours(url):
            return self.outside.get(url)
        response = self.app.get(
            path_of(url),
            headers={"Cookie": self._cookie(urlsplit(url).path), "Sec-Fetch-Site": site},
            follow_redirects=False,
        )
        self._keep(response)
        return response

    def _cookie(self, path: str) -> str:
        fitting = {n: v for n, (v, where) in self.cookies.items() if path.startswith(where)}
        return "; ".join(f"{name}={value}" for name, value in fitting.items())

    def _keep(self, response: httpx.Response) -> None:
        for header in response.headers.get_list("set-cookie"):
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = (morsel.value, morsel["path"] or "/")
                if morsel["max-age"] == "0" or not morsel.value:
                    del self.cookies[name]


def is_ours(url: str) -> bool:
    """Whether the address is the application's."""
    return url.startswith(("/", settings.PUBLIC_URL))


def is_page(url: str) -> bool:
    """Whether the address is one of the client's pages, where a flow has ended."""
    return is_ours(url) and path_of(url).startswith(_OURS)


def path_of(url: str) -> str:
    """The address without scheme and host."""
    return url.removeprefix(settings.PUBLIC_URL)


def page(response: httpx.Response) -> str:
    """The page of ours at which a flow ended."""
    found: str = response.extensions.get("page", f"none: {response.status_code} {response.text}")
    return path_of(found)


def query(response: httpx.Response) -> dict[str, str]:
    """What the page's address says."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page(response)).query).items()}


def form(response: httpx.Response) -> tuple[str, dict[str, str]]:
    """The action and the fields of the page's form."""
    action = re.search(r'action="([^"]+)"', response.text)
    assert action is not None, response.text
    fields = re.findall(r'<input name="(\w+)" value="([^"]*)"', response.text)
    return unescape(action[1]), {name: unescape(value) for name, value in fields}
