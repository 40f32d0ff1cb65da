"""The preview's server as a user starts it, and a client that can say what a browser would not."""

import http.client
import json
import os
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from tests.command import PROGRAM


class Server:
    """A running preview."""

    def __init__(self, process, content):
        self.process = process
        self.content = content
        self.address = process.stdout.readline().strip()
        self.port = urlsplit(self.address).port

    def ask(self, path, method="GET", host=None, body=None, **headers):
        """The response to one request, with its body as `data`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(
                method,
                path,
                body,
                headers={
                    "Host": host or f"127.0.0.1:{self.port}",
                    **{name.replace("_", "-"): value for name, value in headers.items()},
                },
            )
            response = connection.getresponse()
            response.data = response.read()
            return response
        finally:
            connection.close()

    def proof(self, **wishes):
        response = self.ask(f"/proof?{urlencode({key.replace('__', '.'): value for key, value in wishes.items()})}")
        assert response.status == 200, response.data
        return json.loads(response.data)

    def settled(self):
        """Wait until the last save is told to who listens."""
        while self.revision() != self.proof()["revision"]:
            time.sleep(0.01)

    def revision(self):
        """The revision of the content that a page which begins to listen is told; empty before anybody asked for it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", "/events")
            told = json.loads(connection.getresponse().readline().decode().removeprefix("data: "))
            return told.get(self.content.name, "")
        finally:
            connection.close()

    def busy(self):
        """Seconds of processor that it has taken so far; on Linux."""
        user, system = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(10)


@contextmanager
def serving(content, *words, named=True):
    """A preview of a content file, started in its folder's folder; which it is, it may have to find out."""
    names = [str(content.relative_to(content.parent.parent))] if named else []
    process = subprocess.Popen(
        [str(PROGRAM), "preview", *names, "--serve", *words],
        cwd=content.parent.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Server(process, content)
    finally:
        process.kill()
        process.communicate()
