"""What else may answer at a printer's address: a server that says what it is told to, and notes what it was asked."""

import socket
import threading
from contextlib import contextmanager, suppress

from studypack.printing.ipp import DelimiterTag, ValueTag, encode_attribute

GREETING = encode_attribute(ValueTag.CHARSET, "attributes-charset", "utf-8") + encode_attribute(
    ValueTag.LANGUAGE, "attributes-natural-language", "en"
)


def ipp(*groups, status=0, greeting=GREETING):
    """An answer in IPP, of groups given as a delimiter and their encoded attributes."""
    own = b"".join(attributes for kind, attributes in groups if kind == DelimiterTag.OPERATION)
    body = bytes([DelimiterTag.OPERATION]) + greeting + own
    body += b"".join(bytes([kind]) + attributes for kind, attributes in groups if kind != DelimiterTag.OPERATION)
    return b"\x02\x00" + status.to_bytes(2) + b"\x00\x00\x00\x01" + body + bytes([DelimiterTag.END])


def http(body, kind="application/ipp", status="200 OK"):
    """An answer in HTTP."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


@contextmanager
def stranger(*answers, hears_out=99):
    """The address of a server that gives these answers, one a request, and the last of them for ever after.

    An answer is bytes, or a function of the connection. So many requests are heard out, later ones are answered and
    hung up on before their end. Yields the address and the list of requests' bodies.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)
    asked, ended = [], threading.Event()

    def serve():
        while not ended.is_set():
            try:
                caller, _ = listener.accept()
            except TimeoutError:
                continue
            with caller, suppress(OSError):
                caller.settimeout(5)
                answer = answers[min(len(asked), len(answers) - 1)]
                asked.append(_body(caller) if len(asked) < hears_out else caller.recv(10))
                if callable(answer):
                    answer(caller)
                else:
                    caller.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"ipp://127.0.0.1:{listener.getsockname()[1]}/ipp/print", asked
    finally:
        ended.set()
        thread.join()
        listener.close()


def _body(caller):
    """What a whole request has after its head."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += caller.recv(65_536)
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
    )
    while len(body) < length:
        body += caller.recv(65_536)
    return body
