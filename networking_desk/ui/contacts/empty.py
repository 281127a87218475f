"""The Contacts tab before there is a contact: where to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Card, EmptyState, PeopleDrawing, Tile, column
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px


class NobodyYet(QWidget):
    """The gain, two ways to begin, and good people to start with."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        bring = Button("Import connections", "big", "import")
        add = Button("Add a contact", icon_name="user-round-plus")
        bring.clicked.connect(lambda: live.asked.emit("import"))
        add.clicked.connect(lambda: live.asked.emit("new_contact"))
        add.setMinimumHeight(px(44))
        state = EmptyState(
            PeopleDrawing(), "Who do you already know?",
            "Bring in your LinkedIn connections and see who works at your target companies. The file is read on this computer only.",
            bring, add, hint="You can also drop a CSV or zip file anywhere in this window.",
        )  # fmt: skip
        cards = QHBoxLayout()
        cards.setSpacing(px(12))
        for icon, title, text in (
            ("briefcase", "Former colleagues", "People who have seen you work"), ("users-round", "Classmates and teachers", "They often know who is hiring"),
            ("handshake", "Suppliers and customers", "They see many companies"),
        ):  # fmt: skip
            card = Card()
            card.setFixedWidth(px(212))
            card.body.addLayout(
                column(
                    Tile("users" if icon == "users-round" else icon, "grey", 32),
                    6,
                    Words(title, 14, 600, elide=True),
                    Words(text, 13, token="text2", wrap=True),
                )
            )
            cards.addWidget(card)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addLayout(cards)
        foot.addStretch(1)
        above = Words("Good people to start with", 14, 600)
        above.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body = QVBoxLayout(self)
        body.setContentsMargins(px(24), px(48), px(24), px(24))
        body.setSpacing(px(12))
        body.addStretch(1)
        body.addWidget(state)
        body.addWidget(above)
        body.addLayout(foot)
        body.addStretch(2)
