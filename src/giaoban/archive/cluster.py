"""A Dask cluster that reads files. The bytes are sent, so its machines need not see the disk; results are kept here.

A file whose worker is lost is read by another one, as Dask does of itself; since only this side keeps results, and one
for each file that it has asked for, none is lost or doubled.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from giaoban.archive.fingerprint import reader_version
from giaoban.archive.refusals import (
    ArchiveRefusal,
    broke_off,
    needs_library,
    no_cluster,
    no_cluster_workers,
    other_reader,
)
from giaoban.archive.work import Failure, Outcome, Request, content, read_one
from giaoban.reading.forks import keep_ready

if TYPE_CHECKING:
    from distributed import Client, Future

_CONNECTING_SECONDS = 5
#: How long (seconds) nothing may happen before it is looked whether to stop.
_LOOK = 0.2
#: How many files wait for each thread of the cluster, so that none is idle, and the scheduler holds few.
_AHEAD = 3


@contextmanager
def joined(address: str) -> Iterator[Client]:
    """Join a cluster; raises a refusal without distributed, without an answer, or with another reader there."""
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise needs_library("distributed", "dask") from error
    try:
        client = Client(address, timeout=_CONNECTING_SECONDS)
    except (OSError, ValueError) as error:
        raise no_cluster(address) from error
    with client:
        _check(client, address)
        yield client


def _check(client: Client, address: str) -> None:
    versions = client.run(reader_version)
    if not versions:
        raise no_cluster_workers(address)
    for worker, version in versions.items():
        if version != reader_version():
            raise other_reader(worker)


def read_there(client: Client, requests: Iterator[Request], is_stopped: Callable[[], bool]) -> Iterator[Outcome]:
    """Yield what comes of the files as the cluster reads them; ends early where it is to stop."""
    from distributed import wait

    pending: dict[Future, Request] = {}
    try:
        while not is_stopped():
            for request in islice(requests, max(0, _room(client) - len(pending))):
                sent = _with_content(request)
                if isinstance(sent, Outcome):
                    yield sent
                else:
                    pending[_submitted(client, sent)] = request
            if not pending:
                return
            try:
                done = wait(list(pending), timeout=_LOOK, return_when="FIRST_COMPLETED").done
            except TimeoutError:
                continue
            for future in done:
                yield _outcome(future, pending.pop(future), client)
    finally:
        client.cancel(list(pending))


def _room(client: Client) -> int:
    """Return how many files may wait; some, too, while no worker is there, until one comes back."""
    threads: int = sum(client.nthreads().values())
    return _AHEAD * max(1, threads)


def _with_content(request: Request) -> Request | Outcome:
    """Return the file with its bytes, or what came of it where it need not or cannot be sent."""
    try:
        data = content(request.path) if request.data is None else request.data
    except ArchiveRefusal as refusal:
        return Outcome(request.name, "", reader_version(), failure=Failure.of(refusal))
    digest = hashlib.sha256(data).hexdigest()
    if digest == request.known:
        return Outcome(request.name, digest, reader_version())
    return Request(request.name, data=data)


def _submitted(client: Client, request: Request) -> Future:
    with warnings.catch_warnings():
        # A document of some megabytes is no large graph: it goes to the one worker that reads it.
        warnings.filterwarnings("ignore", "Sending large graph")
        return client.submit(_read_at_worker, request, pure=False)


def _read_at_worker(request: Request) -> Outcome:
    keep_ready()
    return read_one(request)


def _outcome(future: Future, request: Request, client: Client) -> Outcome:
    """Return what came of a file; one that was on several workers as they were lost is its own failure."""
    from distributed import CancelledError, KilledWorker

    try:
        outcome: Outcome = future.result()
    except KilledWorker:
        return Outcome(request.name, "", reader_version(), failure=Failure.of(broke_off()))
    except (CancelledError, OSError) as error:
        raise no_cluster(str(client.scheduler.address)) from error
    return outcome
