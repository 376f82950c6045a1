"""TLS before a PostgreSQL that has none: answers SSLRequest, then passes on what was encrypted."""

import datetime as dt
import ipaddress
import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

_REQUEST = struct.Struct("!ii")
_SSL, _GSS = 80_877_103, 80_877_104
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority of the test's own, that signs certificates of servers."""

    name: x509.Name
    key: EllipticCurvePrivateKey
    pem: str

    @classmethod
    def new(cls, name: str = "Test CA") -> "Authority":
        key, told = generate_private_key(SECP256R1()), _name(name)
        made = _certificate(told, told, key).add_extension(
            x509.BasicConstraints(ca=True, path_length=0), critical=True
        )
        pem = made.sign(key, SHA256()).public_bytes(Encoding.PEM).decode()
        return cls(told, key, pem)

    def certify(self, host: str, place: Path) -> ssl.SSLContext:
        """Return the context of a server called *host*."""
        key = generate_private_key(SECP256R1())
        made = _certificate(_name(host), self.name, key).add_extension(
            x509.SubjectAlternativeName([_alternative(host)]), critical=False
        )
        certificate = made.sign(self.key, SHA256()).public_bytes(Encoding.PEM)
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path = place / "server.pem"
        path.write_bytes(private + certificate)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.load_cert_chain(path)
        return context


@dataclass(slots=True)
class Front:
    """Where the front listens, and what it has seen."""

    port: int
    encrypted: int = 0
    plain: int = 0


@contextmanager
def fronted(server: int, context: ssl.SSLContext) -> Iterator[Front]:
    """Listen before the PostgreSQL at port *server* for as long as the block lasts."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        front = Front(listening.getsockname()[1])
        accepting = threading.Thread(target=_accept, args=(listening, server, context, front))
        accepting.start()
        try:
            yield front
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            accepting.join()


def _accept(listening: socket.socket, server: int, context: ssl.SSLContext, front: Front) -> None:
    while True:
        try:
            client, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_serve, args=(client, server, context, front), daemon=True).start()


def _serve(client: socket.socket, server: int, context: ssl.SSLContext, front: Front) -> None:
    with client, suppress(OSError):
        while (code := _REQUEST.unpack(_exactly(client, _REQUEST.size))[1]) == _GSS:
            client.sendall(b"N")
        if code != _SSL:
            front.plain += 1
            return
        client.sendall(b"S")
        with (
            context.wrap_socket(client, server_side=True) as secure,
            socket.create_connection(("127.0.0.1", server)) as behind,
        ):
            front.encrypted += 1
            _pass_on(secure, behind)


def _pass_on(secure: ssl.SSLSocket, behind: socket.socket) -> None:
    back = threading.Thread(target=_copy, args=(behind, secure), daemon=True)
    back.start()
    _copy(secure, behind)
    back.join()


def _copy(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError, ValueError):
        while told := source.recv(65_536):
            sink.sendall(told)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


def _exactly(client: socket.socket, size: int) -> bytes:
    told = b""
    while len(told) < size:
        more = client.recv(size - len(told))
        if not more:
            raise OSError("the client left")
        told += more
    return told


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    return x509.CertificateBuilder(
        subject_name=subject,
        issuer_name=issuer,
        public_key=key.public_key(),
        serial_number=x509.random_serial_number(),
        not_valid_before=now - _DAY,
        not_valid_after=now + _DAY,
    )


def _name(told: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, told)])


def _alternative(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
