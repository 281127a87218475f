"""Makes the PDFs that Qt writes readable for other programs: where a space is drawn, Qt tells them of a tab."""

from __future__ import annotations

import re

_MAP = re.compile(rb"begincmap\n[\x20-\x7e\n]*?endcmap")
_LINE = re.compile(rb"(?m)^(<\w{4}> <\w{4}> )(<\w{4}>|\[[<>\w ]*\])")


def with_spaces(pdf: bytes) -> bytes:
    """The same PDF, byte for byte as long, in which the shape of the space is told as one.

    A font's /ToUnicode map (PDF 32000-1, 9.10.3) says which character each shape stands for. Qt takes the lowest character that has the shape,
    which for the space is the tab, so that a program that looks for "Kestrel Robotics" does not find it. Qt writes the map uncompressed.
    """
    return _MAP.sub(lambda found: _LINE.sub(lambda line: line[1] + line[2].replace(b"<0009>", b"<0020>"), found[0]), pdf)
