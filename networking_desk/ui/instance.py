"""One window a folder: a second start raises the first one's window."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_WAIT = 1_000  # ms


def _name(folder: Path) -> str:
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    return "networking-desk-" + hashlib.sha256(f"{user}:{folder.resolve()}".encode()).hexdigest()[:24]


def raise_first(folder: Path) -> bool:
    """Ask the program that has this folder open to come to the front; whether it answered."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(_WAIT):
        return False
    socket.write(b"raise\n")
    socket.waitForBytesWritten(_WAIT)
    socket.disconnectFromServer()
    return True


def listen(window: QWidget, folder: Path) -> None:
    """Come to the front when a second start asks. Only raising is listened for: the lock decides who may open the desk."""
    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    QLocalServer.removeServer(_name(folder))  # what a killed program left; the lock says that nobody else is there

    def came() -> None:
        while (socket := server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()

    server.newConnection.connect(came)
    server.listen(_name(folder))
