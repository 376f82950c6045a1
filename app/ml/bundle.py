"""One file per model: arrays and JSON in a zip, signed if wished, sealed by a sha256; no pickle."""

import hashlib
import io
import json
import zipfile
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import numpy as np

from app.errors import BadModel

T = TypeVar("T")

FORMAT = 1
_SEAL = 64
_SIGNATURE = 128
_SIGNED = (_SIGNATURE + _SEAL).to_bytes(2, "little")
_FILE_LIMIT = 256 << 20
_UNPACKED_LIMIT = 512 << 20
_MEMBERS_LIMIT = 200
_MOMENT = (1980, 1, 1, 0, 0, 0)
_JSON = "model.json"


def pack(model: Any) -> bytes:
    """Return *model*, a tree of frozen dataclasses, as the bytes of a bundle."""
    arrays: dict[str, np.ndarray] = {}
    facts = {"format": FORMAT, "kind": type(model).__name__, "model": _flatten(model, "", arrays)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in sorted(arrays.items()):
            _write(archive, f"{name}.npy", _npy(array))
        text = json.dumps(facts, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        _write(archive, _JSON, text.encode())
    return sealed(buffer.getvalue())


def write(path: Path, data: bytes) -> None:
    """Write *data* to *path*, replacing it only when all is written."""
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(data)
    partial.replace(path)


def sealed(body: bytes, signature: bytes = b"") -> bytes:
    """Return the bytes of a bundle: *body*, the length of what follows put right, and its seal."""
    length = len(signature) + _SEAL
    content = body[:-2] + length.to_bytes(2, "little") + signature
    return content + hashlib.sha256(content).hexdigest().encode()


def opened(data: bytes) -> tuple[bytes, bytes]:
    """Return the body and the signature, empty if there is none; raises BadModel if damaged."""
    content = data[:-_SEAL]
    if data[:2] != b"PK" or len(data) <= _SEAL:
        raise BadModel("This file is not a model of this application.")
    if data[-_SEAL:] != hashlib.sha256(content).hexdigest().encode():
        raise BadModel("This model is damaged; please get it again from its source.")
    signed = content[-_SIGNATURE - 2 : -_SIGNATURE] == _SIGNED
    return (content[:-_SIGNATURE], content[-_SIGNATURE:]) if signed else (content, b"")


def identity(body: bytes) -> str:
    """Return the name of a model: the seal of its bundle without any signature."""
    return sealed(body)[-_SEAL:].decode()


def unpack(data: bytes, kind: type[T]) -> tuple[T, str]:
    """Return the *kind* that *data* holds, and the model's identity.

    Raises BadModel for anything damaged, foreign or too large, before it is decompressed.
    """
    name = identity(opened(data)[0])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _members(archive)
            facts = json.loads(members.pop(_JSON))
            _require(facts, kind)
            arrays = {name.removesuffix(".npy"): _array(raw) for name, raw in members.items()}
            model: T = _build(kind, facts["model"], "", arrays)
    except BadModel:
        raise
    except Exception as error:
        raise BadModel("This model is damaged; please get it again from its source.") from error
    return model, name


def read(path: Path) -> bytes:
    """Return the bytes of a bundle's file; raises BadModel if there is none or it is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(_FILE_LIMIT + 1)
    except OSError as error:
        raise BadModel(f"The model {path.name} cannot be opened; please check the path.") from error
    if len(data) > _FILE_LIMIT:
        raise BadModel(f"{path.name} is too large to be a model.")
    return data


def _require(facts: dict[str, Any], kind: type) -> None:
    if facts["format"] != FORMAT:
        raise BadModel("This model was made by another version; please train it again.")
    if facts.get("kind", kind.__name__) != kind.__name__:
        raise BadModel("This model answers another question; please choose one made for this.")


def _members(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    oversize = sum(entry.file_size for entry in entries) > _UNPACKED_LIMIT
    if oversize or len(entries) > _MEMBERS_LIMIT or len(names) != len(entries):
        raise BadModel("This model claims to be larger than any model may be.")
    members = {}
    for entry in entries:
        with archive.open(entry) as member:
            raw = member.read(entry.file_size + 1)
        if len(raw) != entry.file_size:
            raise ValueError(entry.filename)
        members[entry.filename] = raw
    return members


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    archive.writestr(entry, data, zipfile.ZIP_DEFLATED, compresslevel=9)


def _npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(array), (1, 0), allow_pickle=False)
    return buffer.getvalue()


def _array(raw: bytes) -> np.ndarray:
    """Read an array whose declared shape is exactly what its bytes can hold."""
    buffer = io.BytesIO(raw)
    if np.lib.format.read_magic(buffer) != (1, 0):
        raise ValueError("array version")
    shape, fortran, dtype = np.lib.format.read_array_header_1_0(buffer)
    body = raw[buffer.tell() :]
    if fortran or dtype.hasobject or dtype.kind not in "biuf":
        raise ValueError("array type")
    if np.prod([int(side) for side in shape], dtype=object) * dtype.itemsize != len(body):
        raise ValueError("array shape")
    array: np.ndarray = np.frombuffer(body, dtype).reshape(shape).copy()
    return array


def _flatten(value: Any, path: str, arrays: dict[str, np.ndarray]) -> Any:
    if is_dataclass(value):
        parts = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
        return {name: _flatten(part, f"{path}{name}.", arrays) for name, part in parts.items()}
    if isinstance(value, np.ndarray):
        arrays[path.rstrip(".")] = value
        return None
    if isinstance(value, tuple):
        return [_flatten(part, f"{path}{place}.", arrays) for place, part in enumerate(value)]
    return value


def _build(kind: Any, value: Any, path: str, arrays: dict[str, np.ndarray]) -> Any:
    origin = get_origin(kind)
    if origin is np.ndarray:
        return _typed(arrays[path.rstrip(".")], kind)
    if origin is tuple:
        inner = get_args(kind)[0]
        return tuple(_build(inner, part, f"{path}{i}.", arrays) for i, part in enumerate(value))
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        parts = {f.name: f for f in fields(kind) if f.init}
        needed = {name for name, f in parts.items() if f.default is MISSING}
        if not needed <= set(value) <= set(parts):
            raise ValueError(path)
        return kind(**{n: _build(hints[n], value[n], f"{path}{n}.", arrays) for n in value})
    return _plain(kind, origin, value, path)


def _plain(kind: Any, origin: Any, value: Any, path: str) -> Any:
    if origin in (dict, UnionType):
        return value
    if kind is float and type(value) is int:
        return float(value)
    if issubclass(kind, str) and type(value) is str:
        return kind(value)
    if type(value) is not kind:
        raise TypeError(path)
    return value


def _typed(array: np.ndarray, kind: Any) -> np.ndarray:
    expected = get_args(get_args(kind)[1])[0]
    if array.dtype != np.dtype(expected):
        raise TypeError("array type")
    return array
