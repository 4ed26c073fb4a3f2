# SPDX-License-Identifier: Apache-2.0
"""A mail submission server for tests, on loopback: one thread, the standard library.

usage: smtp_server.py MODE CERTIFICATE KEY
MODE is implicit, starttls, clear (offers no TLS) or silent (accepts and says nothing).
Prints the port, then one line of JSON for each mail.
"""
import base64
import email
import email.policy
import json
import os
import signal
import socket
import ssl
import sys
import threading
import time

mode, certificate, key = sys.argv[1:4]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)

# The tests' process blocks signals, and a child takes that over; and no server outlives its tests.
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
parent = os.getppid()


def watch():
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(0)


threading.Thread(target=watch, daemon=True).start()


def say(value):
    print(value, flush=True)


class Conversation:
    def __init__(self, connection):
        self.secure = False
        self.login = None
        self.envelope = {"from": None, "to": []}
        self.take(connection)
        if mode == "implicit":
            self.encrypt()

    def take(self, connection):
        self.connection = connection
        self.file = connection.makefile("rb")

    def encrypt(self):
        self.take(context.wrap_socket(self.connection, server_side=True))
        self.secure = True

    def send(self, line):
        self.connection.sendall((line + "\r\n").encode())

    def line(self):
        return self.file.readline().decode("utf-8", "replace").rstrip("\r\n")

    def run(self):
        self.send("220 test ready")
        while True:
            line = self.line()
            if not line:
                return
            word = line.split(" ")[0].upper()
            if word in ("EHLO", "HELO"):
                offers = ["test", "8BITMIME"]
                if mode == "starttls" and not self.secure:
                    offers.append("STARTTLS")
                else:
                    offers.append("AUTH PLAIN LOGIN")
                for offer in offers[:-1]:
                    self.send("250-" + offer)
                self.send("250 " + offers[-1])
            elif word == "STARTTLS" and mode == "starttls":
                self.send("220 go on")
                self.encrypt()
            elif word == "AUTH":
                self.authenticate(line)
            elif word == "MAIL":
                self.envelope["from"] = line
                self.send("250 ok" if self.login else "530 sign in first")
            elif word == "RCPT":
                self.envelope["to"].append(line)
                self.send("550 nobody" if "nobody@" in line else "250 ok")
            elif word == "DATA":
                self.send("354 go on")
                self.data()
            elif word == "QUIT":
                self.send("221 bye")
                return
            else:
                self.send("250 ok")

    def authenticate(self, line):
        parts = line.split(" ")
        if parts[1].upper() == "PLAIN":
            if len(parts) < 3:
                self.send("334 ")
                parts.append(self.line())
            pair = base64.b64decode(parts[2]).decode().split("\0")[1:]
        else:
            self.send("334 VXNlcm5hbWU6")
            user = base64.b64decode(self.line()).decode()
            self.send("334 UGFzc3dvcmQ6")
            pair = [user, base64.b64decode(self.line()).decode()]
        if pair == ["weald", "a password of words"]:
            self.login = pair[0]
            self.send("235 ok")
        else:
            self.send("535 wrong")

    def data(self):
        wire = []
        while True:
            line = self.file.readline()
            if line in (b".\r\n", b""):
                break
            wire.append(line)
        raw = b"".join(x[1:] if x.startswith(b".") else x for x in wire)
        message = email.message_from_bytes(raw, policy=email.policy.default)
        say(json.dumps({
            "tls": self.secure,
            "login": self.login,
            "from": self.envelope["from"],
            "to": self.envelope["to"],
            "subject": message["Subject"],
            "sender": message["From"],
            "unsubscribe": message["List-Unsubscribe"],
            "oneClick": message["List-Unsubscribe-Post"],
            "text": message.get_content().replace("\r\n", "\n"),
            "stuffed": sum(x.startswith(b"..") for x in wire),
            "longest": max(len(x.rstrip(b"\r\n")) for x in wire),
            "bareLineEnds": sum(not x.endswith(b"\r\n") for x in wire),
        }))
        self.send("250 taken")


server = socket.create_server(("127.0.0.1", 0))
say(server.getsockname()[1])
while True:
    connection, _ = server.accept()
    if mode == "silent":
        time.sleep(30)
    try:
        Conversation(connection).run()
    except (OSError, ssl.SSLError):
        pass
    connection.close()
