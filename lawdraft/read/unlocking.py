"""Office packages locked with a password: what [MS-OFFCRYPTO] calls agile and standard encryption.

The ciphers are those of pycryptodomex, the digests those of Python; here is only how Office uses
them. Both keep the package in one stream behind its length, and the way to it in another.
"""

from __future__ import annotations

import base64
import hashlib
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.errors import CannotReadError, PasswordNeededError
from lawdraft.read.package import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

WRONG_KEY = "打开密码不对，请重新输入（注意大小写）。"
UNSUPPORTED_LOCK = "文件加密的方式不支持；请在 Word 或 WPS 中打开它，去掉密码后再读。"
AGILE, STANDARD_MINOR = (4, 4), 2  # versions of the stream EncryptionInfo, 2.3.4.10 and 2.3.4.5
SEGMENT = 4096  # bytes of an agile package that share one initialisation vector, 2.3.4.15
MOST_ROUNDS = 10_000_000  # 2.3.4.10, spinCount
STANDARD_ROUNDS = 50_000  # 2.3.4.7
DIGESTS = ("sha1", "sha256", "sha384", "sha512", "md5")
PURPOSES = {  # the block keys of 2.3.4.11 and 2.3.4.13
    "verifier": bytes.fromhex("fea7d2763b4b9e79"),
    "verifier_digest": bytes.fromhex("d7aa0f6d3061344e"),
    "key": bytes.fromhex("146e0be7abacd0d6"),
}
BROKEN = (struct.error, ValueError, KeyError, IndexError, OverflowError, StopIteration)
KEY_TAG = "{http://schemas.microsoft.com/office/2006/keyEncryptor/password}encryptedKey"


def decrypt(info: bytes, locked: bytes, password: str) -> bytes:
    """The package in the stream EncryptedPackage, as EncryptionInfo says it is locked.

    Raises PasswordNeededError for a wrong password, CannotReadError for another kind of lock.
    """
    try:
        major, minor = struct.unpack_from("<HH", info)
        length = int.from_bytes(locked[:8], "little")
        if (major, minor) == AGILE:
            plain = _agile(info[8:], locked[8:], password)
        elif minor == STANDARD_MINOR:
            plain = _standard(info[4:], locked[8:], password)
        else:
            raise CannotReadError(UNSUPPORTED_LOCK)
    except BROKEN as trouble:
        raise CannotReadError(UNSUPPORTED_LOCK) from trouble
    return plain[:length]


# -- agile: Office 2010 and later, WPS ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Scheme:
    """How one element of the descriptor is enciphered: AES in CBC mode, with this digest."""

    salt: bytes
    digest: str
    block: int
    key_size: int

    def vector(self, seed: bytes) -> bytes:
        """An initialisation vector from a seed (2.3.4.12)."""
        return _fitted(seed, self.block)


def _agile(descriptor: bytes, locked: bytes, password: str) -> bytes:
    root = parse_xml(descriptor)
    lock = next(root.iter(KEY_TAG))
    data = _scheme(next(each for each in root if each.tag.endswith("}keyData")))
    scheme = _scheme(lock)
    rounds = int(lock.get("spinCount", "0"))
    if not 0 <= rounds <= MOST_ROUNDS:
        raise CannotReadError(UNSUPPORTED_LOCK)
    base = _spun(scheme.salt + password.encode("utf-16-le"), rounds, scheme.digest)

    def opened(purpose: str, name: str) -> bytes:
        key = _fitted(_hash(scheme.digest, base + PURPOSES[purpose]), scheme.key_size)
        return _cbc(key, scheme.vector(scheme.salt), base64.b64decode(lock.get(name, "")))

    expected = _hash(scheme.digest, opened("verifier", "encryptedVerifierHashInput"))
    if opened("verifier_digest", "encryptedVerifierHashValue")[: len(expected)] != expected:
        raise PasswordNeededError(WRONG_KEY)
    key = opened("key", "encryptedKeyValue")[: data.key_size]
    return b"".join(_segments(key, data, locked))


def _scheme(element: etree._Element) -> _Scheme:
    digest = element.get("hashAlgorithm", "").replace("-", "").lower()
    if (
        element.get("cipherAlgorithm") != "AES"
        or element.get("cipherChaining") != "ChainingModeCBC"
    ):
        raise CannotReadError(UNSUPPORTED_LOCK)
    if digest not in DIGESTS:
        raise CannotReadError(UNSUPPORTED_LOCK)
    salt = base64.b64decode(element.get("saltValue", ""))
    return _Scheme(salt, digest, int(element.get("blockSize", "")), int(element.get("keyBits", "")) // 8)  # fmt: skip


def _segments(key: bytes, data: _Scheme, locked: bytes) -> Iterator[bytes]:
    for number, start in enumerate(range(0, len(locked), SEGMENT)):
        vector = data.vector(_hash(data.digest, data.salt + struct.pack("<I", number)))
        yield _cbc(key, vector, locked[start : start + SEGMENT])


def _cbc(key: bytes, vector: bytes, locked: bytes) -> bytes:
    from Cryptodome.Cipher import AES

    whole = len(locked) // AES.block_size * AES.block_size
    return AES.new(key, AES.MODE_CBC, iv=vector).decrypt(locked[:whole])


# -- standard: Office 2007 ---------------------------------------------------------------------------


def _standard(info: bytes, locked: bytes, password: str) -> bytes:
    size = struct.unpack_from("<I", info, 4)[0]
    header, verifier = info[8 : 8 + size], info[8 + size :]
    key_bits = struct.unpack_from("<I", header, 16)[0]
    salt_size = struct.unpack_from("<I", verifier)[0]
    salt = verifier[4 : 4 + salt_size]
    sealed, rest = verifier[20:36], verifier[40:72]
    key = _standard_key(salt, password, key_bits // 8)
    expected = hashlib.sha1(_ecb(key, sealed), usedforsecurity=False).digest()
    if _ecb(key, rest)[: len(expected)] != expected:
        raise PasswordNeededError(WRONG_KEY)
    return _ecb(key, locked)


def _standard_key(salt: bytes, password: str, size: int) -> bytes:
    """2.3.4.7: a spun digest, then two of what it gives when mixed with 0x36 and 0x5C."""
    base = _spun(salt + password.encode("utf-16-le"), STANDARD_ROUNDS, "sha1")
    final = _hash("sha1", base + bytes(4))
    halves = (bytes(f ^ m for f, m in zip(_padded(final), [mask] * 64, strict=True)) for mask in (0x36, 0x5C))  # fmt: skip
    return b"".join(_hash("sha1", half) for half in halves)[:size]


def _padded(digest: bytes) -> bytes:
    return digest.ljust(64, b"\0")


def _ecb(key: bytes, locked: bytes) -> bytes:
    from Cryptodome.Cipher import AES

    whole = len(locked) // AES.block_size * AES.block_size
    return AES.new(key, AES.MODE_ECB).decrypt(locked[:whole])


# -- both ------------------------------------------------------------------------------------------


def _spun(begin: bytes, rounds: int, digest: str) -> bytes:
    """A digest of a digest, many times over, the number of the round before it each time."""
    make, pack = getattr(hashlib, digest), struct.Struct("<I").pack
    value = make(begin).digest()
    for number in range(rounds):
        value = make(pack(number) + value).digest()
    return bytes(value)


def _hash(digest: str, data: bytes) -> bytes:
    return hashlib.new(digest, data, usedforsecurity=False).digest()


def _fitted(value: bytes, size: int) -> bytes:
    """Cut, or filled up with 0x36, to a size."""
    return value[:size].ljust(size, b"\x36")
