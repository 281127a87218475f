"""What would burn a contact, said where somebody is about to be written to; it warns and never stands in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from networking_desk.ui.look.cards import Card, Picture, clear, row, show_if
from networking_desk.ui.look.text import Words


class Heed(Card):
    """Sentences on an amber ground; nothing where there are none."""

    def __init__(self, sentences: Sequence[str] = ()) -> None:
        super().__init__("warning", padding=12, spacing=6)
        self.setAccessibleName("Before you write")
        self.show_sentences(sentences)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show other sentences."""
        clear(self.body)
        for words in sentences:
            line = row(spacing=10)
            line.addWidget(Picture("triangle-alert", "amber_text", 16), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Words(words, 13, 500, "amber_text", wrap=True), 1)
            self.body.addLayout(line)
        show_if(self, bool(sentences))
