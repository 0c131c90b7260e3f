"""One record, one line: the only way from records to JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def encode_line(record: DataclassInstance | dict[str, Any]) -> bytes:
    """`record` as one line of UTF-8 JSON, fields in their declared order.

    Raises UnicodeEncodeError on a lone surrogate, which UTF-8 cannot carry.
    """
    return msgspec.json.encode(record) + b"\n"
