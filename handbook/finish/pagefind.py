"""Asks Pagefind for an index, by its service: records go in and files come out without a file on the way.

Pagefind numbers records in the order in which it meets them. Here it is the order of the records; in a folder it
would be that of the file system, so that two disks would give two sites.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from fnmatch import fnmatch
from io import BufferedReader, BufferedWriter
from typing import Any
from urllib.parse import unquote

from handbook.problems import CouldNotRun

#: Its interfaces, which are not used, and its worker: the program runs in the page.
_UNUSED = ("pagefind-*.js", "pagefind-*.css")
#: As much as a pipe holds.
_PIPE = 1 << 16
_PROGRAM, _ANY_LANGUAGE = "wasm.*.pagefind", "wasm.unknown.pagefind"


@dataclass(frozen=True)
class Index:
    """The files of an index by their paths, and what Pagefind calls each record, by the record's path."""

    files: Mapping[str, bytes]
    numbers: Mapping[str, str]


def index_of(records: Mapping[str, str], code: str) -> Index:
    """Return the index of ``records`` (HTML by path) in the language ``code``; raise `CouldNotRun` if there is none."""
    with _Service() as service:
        service.ask("NewIndex", config={"force_language": code.partition("-")[0]})
        for path, record in records.items():
            service.ask("AddFile", index_id=0, file_path=path, file_contents=record)
        given = service.ask("GetFiles", index_id=0)["files"]
    files = {file["path"]: b64decode(file["content"]) for file in given}
    numbers = _numbers(files)
    if not numbers:
        raise CouldNotRun(f"Pagefind found no words to search in the pages in {code}")
    return Index(_used(files), numbers)


class _Service(AbstractContextManager["_Service"]):
    """Pagefind as a program that answers; it ends when nobody can ask any more."""

    def __init__(self) -> None:
        try:
            from pagefind_bin import get_executable  # type: ignore[import-untyped]

            command = [str(get_executable()), "--service"]
        except (ImportError, FileNotFoundError):
            raise CouldNotRun("Pagefind is not installed; install requirements.txt") from None
        self.said = tempfile.TemporaryFile()  # noqa: SIM115
        self.program = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.said
        )

    def __exit__(self, *_error: object) -> None:
        """End the program."""
        self.program.kill()
        self.program.communicate()
        self.said.close()

    def ask(self, kind: str, **more: object) -> dict[str, Any]:
        """Return the answer; question and answer are JSON in base64 with a comma at the end."""
        question = json.dumps({"message_id": 0, "payload": {"type": kind, **more}})
        answer: dict[str, Any] = json.loads(b64decode(self._exchange(b64encode(question.encode()) + b",")))["payload"]
        if answer["type"] == "Error":
            raise CouldNotRun(f"Pagefind could not write the search: {answer['message']}")
        return answer

    def _exchange(self, question: bytes) -> bytes:
        asked, answered = self.program.stdin, self.program.stdout
        assert isinstance(asked, BufferedWriter)
        assert isinstance(answered, BufferedReader)
        answer, part = bytearray(), b""
        with suppress(BrokenPipeError):
            asked.write(question)
            asked.flush()
            while not answer.endswith(b",") and (part := answered.read1(_PIPE)):
                answer += part
        if not part:
            self.said.seek(0)
            said = self.said.read().decode(errors="replace").strip()
            raise CouldNotRun(f"Pagefind could not write the search: {said or self.program.wait()}")
        return bytes(answer[:-1])


def _used(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that the search of the handbook loads."""
    unused = {path for path in files if any(fnmatch(path, pattern) for pattern in _UNUSED)}
    if sum(fnmatch(path, _PROGRAM) for path in files) > 1:
        unused.add(_ANY_LANGUAGE)
    return {path: content for path, content in files.items() if path not in unused}


def _numbers(files: Mapping[str, bytes]) -> dict[str, str]:
    numbers = {}
    for path, content in files.items():
        if path.startswith("fragment/"):
            fragment = json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
            name = path.removeprefix("fragment/").removesuffix(".pf_fragment")
            numbers[unquote(fragment["url"].lstrip("/"))] = name
    return numbers
