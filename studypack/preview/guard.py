"""Who may ask the preview for anything: its own page, in a browser on this computer, and nobody else."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
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
"""What the page may load: its own files. No inline script or style, and no text that is made into markup."""

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Guard:
    """Refuses what does not come from the preview's own page, and tells the browser to be as strict.

    A name that somebody else points at this computer is refused by the Host header (DNS rebinding); a page of
    another site by Origin and Sec-Fetch-Site. A link from elsewhere may open the page itself.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it; a body, which no request of ours has, is read and forgotten."""
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
        if _has_body(headers) and not await _read_whole(receive):
            return  # the server has answered that the request is broken
        refusal = self._refusal(headers, scope["path"])
        answer = PlainTextResponse(refusal, 403) if refusal else self._app
        await answer(scope, receive, send_strictly)

    def _refusal(self, headers: Headers, path: str) -> str:
        host = headers.get("host", "").lower()
        if host not in self._hosts:
            return "This preview answers on this computer only, at 127.0.0.1 or localhost."
        origin = headers.get("origin")
        opens = path == "/" and headers.get("sec-fetch-dest") == "document"
        if (origin is not None and origin != f"http://{host}") or not (
            opens or headers.get("sec-fetch-site", "none") in ("same-origin", "none")
        ):
            return "This preview answers to its own page only."
        return ""


def _has_body(headers: Headers) -> bool:
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"


async def _read_whole(receive: Receive) -> bool:
    """Whether a request came to its end; False where it was broken or broken off."""
    while (message := await receive())["type"] != "http.disconnect":
        if not message.get("more_body"):
            return True
    return False
