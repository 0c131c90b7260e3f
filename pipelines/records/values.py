"""Texts of a set form that several records hold."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

EdtfDate = Annotated[str, Meta(pattern=r"^(\d{4}|XXXX)(-(\d\d|XX)(-(\d\d|XX))?)?$")]
"""One date in EDTF (ISO 8601-2): `2021-01-03`, `XXXX-03-12`."""

AreaId = Annotated[str, Meta(pattern=r"^(\d{6}|CN)$")]
"""GB/T 2260 code that was valid on the day, or `CN`."""

Clock = Annotated[str, Meta(pattern=r"^\d\d:\d\d$")]
