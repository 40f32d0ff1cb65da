"""Security of the preview's server: only its own page, in a browser on this computer, may send requests."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
"""The Content-Security-Policy of the page: its own files only, no inline script or style, no text parsed as HTML."""

_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


_READING = ("GET", "HEAD")
"""The methods that change nothing."""


class SameOriginMiddleware:
    """ASGI middleware that refuses requests of other origins and adds security headers to responses.

    The Host header shows DNS rebinding, where another name points to this computer; Origin and Sec-Fetch-Site show a
    page of another site. A link on another site may open the page itself.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on or refuse it. A body is discarded where it is refused, or the request only reads."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_strictly(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Cache-Control", "no-store")
                headers.update(_HEADERS)
            await send(message)

        headers = Headers(scope=scope)
        reads = scope["method"] in _READING
        refusal = self._refusal(headers, scope["path"], reads=reads)
        if (refusal or reads) and _has_request_body(headers) and not await _discard_body(receive):
            return  # the server has already responded to the malformed request
        answer = PlainTextResponse(refusal, 403) if refusal else self._app
        await answer(scope, receive, send_strictly)

    def _refusal(self, headers: Headers, path: str, *, reads: bool) -> str:
        host = headers.get("host", "").lower()
        if host not in self._hosts:
            return "This preview answers on this computer only, at 127.0.0.1 or localhost."
        origin = headers.get("origin")
        opens = path == "/" and headers.get("sec-fetch-dest") == "document"
        known = origin == f"http://{host}" or (origin is None and reads)  # browsers name it wherever they write
        if not known or not (opens or headers.get("sec-fetch-site", "none") in ("same-origin", "none")):
            return "This preview answers to its own page only."
        return ""


def _has_request_body(headers: Headers) -> bool:
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"


async def _discard_body(receive: Receive) -> bool:
    """Read a request's body to its end. Returns False if the request is malformed or broken off."""
    while (message := await receive())["type"] != "http.disconnect":
        if not message.get("more_body"):
            return True
    return False
