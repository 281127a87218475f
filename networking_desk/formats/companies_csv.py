"""Tables of companies: a target list as people keep it in a spreadsheet."""

from __future__ import annotations

import re

from networking_desk.domain import names
from networking_desk.domain.companies import PRIORITIES
from networking_desk.formats import csv_table
from networking_desk.formats.headers import fields_of
from networking_desk.formats.incoming import Organisation, Reading, Remark


def read(table: csv_table.Table) -> Reading:
    """The companies in a table; a row without a company's name is refused."""
    fields = fields_of(table.headers)
    name = "company" if "company" in fields else "full_name"
    companies, refused = [], []
    for row, cells in table.rows:
        found: dict[str, str] = {}
        for field, cell in zip(fields, cells, strict=False):
            if field and not found.get(field):
                found[field] = names.clean_lines(cell) if field == "notes" else names.clean(cell)
        if not found.get(name):
            refused.append(Remark(row, "company name is empty"))
            continue
        place = ", ".join(dict.fromkeys(filter(None, (found.get("place"), found.get("region"), found.get("country")))))
        tags = tuple(dict.fromkeys(t.strip()[:60] for t in re.split(r"[;,]", found.get("tags", "")) if t.strip()))
        companies.append(
            Organisation(
                row, found[name], found.get("industry", ""), place, found.get("website", "") or found.get("linkedin", ""), found.get("size", ""),
                _priority(found.get("priority", "")), found.get("status", ""), found.get("notes", ""), tags,
            )
        )  # fmt: skip
    return Reading("target_list", [], companies, refused, list(table.warnings), [h for h, f in zip(table.headers, fields, strict=True) if f])


def _priority(text: str) -> str:
    """A, B or C as written, or 1, 2, 3, high, medium, low; nothing for other words."""
    word = text.strip().upper()[:6]
    return next((p for p, words in zip(PRIORITIES, (("A", "1", "HIGH"), ("B", "2", "MEDIUM"), ("C", "3", "LOW")), strict=True) if word in words), "")
