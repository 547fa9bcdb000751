"""Loaded by every Python of a test with this folder on PYTHONPATH: ends it at the first network use."""

import os
import socket
import sys

LOCAL = {getattr(socket, "AF_UNIX", None), getattr(socket, "AF_UNSPEC", None)}
NAMES = {"socket.getaddrinfo", "socket.gethostbyname", "urllib.Request", "socket.connect"}
STATUS = 99


def watch(event, arguments):
    if event == "socket.__new__" and arguments[1] not in LOCAL:
        stop(event, arguments)
    if event in NAMES and not (event == "socket.connect" and isinstance(arguments[1], str)):
        stop(event, arguments)


def stop(event, arguments):
    os.write(2, f"NETWORK {event} {arguments}\n".encode())
    os._exit(STATUS)


sys.addaudithook(watch)
