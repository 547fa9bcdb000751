"""Locked Office packages: both kinds of lock, wrong passwords, and locks that are damaged."""

import contextlib
import hashlib
import struct

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawdraft.model.errors import CannotReadError, LawdraftError, PasswordNeededError
from lawdraft.read.unlocking import decrypt

PLAIN = b"PK\x03\x04" + bytes(range(256)) * 40
PASSWORD = "青禾镇-2026"


def office_2007(password, *, bits=128):
    """The two streams as Office 2007 writes them; an own, plain rendering of the specification."""
    aes = pytest.importorskip("Cryptodome.Cipher.AES")
    salt, verifier = bytes(range(16)), bytes(range(16, 32))
    value = hashlib.sha1(salt + password.encode("utf-16-le")).digest()
    for number in range(50_000):
        value = hashlib.sha1(struct.pack("<I", number) + value).digest()
    value = hashlib.sha1(value + b"\0\0\0\0").digest() + bytes(44)
    key = hashlib.sha1(bytes(v ^ 0x36 for v in value)).digest()
    key = (key + hashlib.sha1(bytes(v ^ 0x5C for v in value)).digest())[: bits // 8]
    cipher = aes.new(key, aes.MODE_ECB)
    header = struct.pack("<8I", 0x24, 0, 0x660E, 0x8004, bits, 24, 0, 0) + "AES\0".encode(
        "utf-16-le"
    )
    checked = cipher.encrypt(hashlib.sha1(verifier).digest().ljust(32, b"\0"))
    sealed = (
        struct.pack("<I", 16) + salt + cipher.encrypt(verifier) + struct.pack("<I", 20) + checked
    )
    info = struct.pack("<HHII", 4, 2, 0x24, len(header)) + header + sealed
    filled = PLAIN + bytes(-len(PLAIN) % 16)
    return info, struct.pack("<Q", len(PLAIN)) + cipher.encrypt(filled)


def office_2010(password):
    """The two streams as another library writes them."""
    import io
    import zipfile

    import olefile
    from msoffcrypto.format.ooxml import OOXMLFile

    package, locked = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        made.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        )
        made.writestr("word/media/a.bin", PLAIN)
    OOXMLFile(package).encrypt(password, locked)
    with olefile.OleFileIO(io.BytesIO(locked.getvalue())) as ole:
        streams = [ole.openstream(name).read() for name in ("EncryptionInfo", "EncryptedPackage")]
    return package.getvalue(), *streams


@pytest.mark.parametrize("bits", [128, 192, 256])
def test_what_office_2007_locked_is_opened(bits):
    assert decrypt(*office_2007(PASSWORD, bits=bits), PASSWORD) == PLAIN


def test_what_later_offices_locked_is_opened():
    plain, info, locked = office_2010(PASSWORD)
    assert decrypt(info, locked, PASSWORD) == plain


@pytest.mark.parametrize("make", [office_2007, office_2010])
def test_a_wrong_password_is_asked_for_again(make):
    *_, info, locked = make(PASSWORD)
    with pytest.raises(PasswordNeededError, match="密码不对"):
        decrypt(info, locked, PASSWORD.lower() + "x")


@pytest.mark.parametrize("version", [(3, 3), (4, 3), (1, 1), (9, 9)])
def test_other_locks_are_named(version):
    with pytest.raises(CannotReadError, match="加密的方式不支持"):
        decrypt(struct.pack("<HH", *version) + bytes(200), bytes(64), "x")


def test_an_endless_lock_is_refused():
    _, info, locked = office_2010(PASSWORD)
    endless = info.replace(b'spinCount="100000"', b'spinCount="999999999"')
    assert endless != info
    with pytest.raises(CannotReadError):
        decrypt(endless, locked, PASSWORD)


@settings(max_examples=80, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.integers(0, 10**6), value=st.integers(0, 255), length=st.integers(0, 2000))
def test_a_damaged_lock_is_a_sentence(place, value, length):
    info, locked = DAMAGED
    made = bytearray(info)
    made[place % len(made)] = value
    with contextlib.suppress(LawdraftError):
        decrypt(bytes(made[: max(4, len(made) - length % 40)]), locked, PASSWORD)


DAMAGED = None


@pytest.fixture(autouse=True, scope="module")
def streams():
    global DAMAGED
    DAMAGED = office_2010(PASSWORD)[1:]
