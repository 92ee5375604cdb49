"""An editor, as far as the YAML language server is concerned: opens files, and tells what is marked in them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SERVER = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
"""The program; None where it is not installed (`npm install --global yaml-language-server`)."""

Message = dict[str, Any]  # Any: plain data of the protocol


class Editor:
    """Talks to a running server.

    Source:
        Language Server Protocol 3.17.
    """

    def __init__(self, server: subprocess.Popen[bytes]) -> None:
        assert server.stdin is not None
        assert server.stdout is not None
        self._in, self._out = server.stdin, server.stdout
        self._tell(
            {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}}
        )
        self._until(lambda message: message.get("id") == 1)
        self._tell({"method": "initialized", "params": {}})

    def marks(self, path: Path) -> list[str]:
        """Open a file, and return what is marked in it."""
        uri = path.as_uri()
        text = path.read_text(encoding="utf-8")
        opened = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        told = self._until(
            lambda one: one.get("method") == "textDocument/publishDiagnostics" and one["params"]["uri"] == uri
        )
        return [one["message"] for one in told["params"]["diagnostics"]]

    def _until(self, wanted: Any) -> Message:
        while True:
            message = self._next()
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                items = message["params"].get("items") if isinstance(message.get("params"), dict) else None
                self._tell({"id": message["id"], "result": [self._setting(one) for one in items] if items else None})

    @staticmethod
    def _setting(item: Message) -> Message:
        off = {"schemaStore": {"enable": False}, "validate": True}
        return off if item.get("section") == "yaml" else {}

    def _next(self) -> Message:
        length = 0
        while line := self._out.readline().strip():
            key, _, value = line.decode().partition(":")
            length = int(value) if key.lower() == "content-length" else length
        assert length, "the server has ended"
        message: Message = json.loads(self._out.read(length))
        return message

    def _tell(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._in.flush()


@contextmanager
def editor() -> Iterator[Editor]:
    """Start the server."""
    assert SERVER is not None
    with subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        try:
            yield Editor(server)
        finally:
            server.kill()
