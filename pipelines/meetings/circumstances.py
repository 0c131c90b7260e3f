"""When, where and how a meeting was held, with the words that say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.places import resolve
from pipelines.meetings.venues import (
    Room,
    branch_rooms,
    branch_seat,
    main_room,
    modality_of,
    modality_of_name,
)
from pipelines.records.meeting import Location, Organization

if TYPE_CHECKING:
    from pipelines.meetings.assemble import Told
    from pipelines.meetings.dating import Dating
    from pipelines.meetings.events import Event
    from pipelines.meetings.evidence import Ledger
    from pipelines.meetings.page import PageReading
    from pipelines.records.terms import Modality


def date_evidence(dating: Dating, ledger: Ledger) -> None:
    """Show the words that the day was read from."""
    when = dating.when
    if dating.start is None or when is None:
        return
    if when.end > when.start:
        ledger.add("/start_date", when.start, when.end, f"date_{dating.basis}")
    else:
        ledger.derive("/start_date", f"date_{dating.basis}")


def convener_evidence(
    page: PageReading, told: Told, organization: Organization, ledger: Ledger
) -> None:
    """Show the convener where it stands as a word of the text."""
    named = [e.naming for e in told.draft.events if e.naming]
    for body in (body for naming in named for body in naming.conveners):
        words = page.prose.text[body.start : body.end]
        if re.sub(r"\s", "", words) == organization.name:
            ledger.add("/organization/name", body.start, body.end, "convener")
            return


def read_modality(
    page: PageReading, event: Event, told: Told, ledger: Ledger
) -> Modality | None:
    """How they met, from the name or from the sentences; shown in `ledger`."""
    if event.visit is not None:
        return None
    named = modality_of_name(event.name)
    if named is not None:
        ledger.derive("/modality", "modality_of_name")
        return named
    said = modality_of(page.prose, page.sentences(told.indices))
    if said is None:
        return None
    ledger.add("/modality", said[1], said[2], "modality_said")
    return said[0]


def read_locations(
    page: PageReading, event: Event, told: Told, ledger: Ledger
) -> tuple[Location | None, tuple[Location, ...]]:
    """The room or the place visited, and the branch rooms; shown in `ledger`."""
    sentences = page.sentences(told.indices)
    if event.visit is not None:
        return _place_of(page, event.visit.location, ledger, "visited"), ()
    watched = event.naming is not None and event.naming.relation is not None
    find = branch_seat if watched else main_room
    room = find(page.prose, sentences)
    branches = branch_rooms(page.prose, sentences)
    for index, branch in enumerate(branches):
        pointer = f"/branch_locations/{index}/name"
        ledger.add(pointer, branch.start, branch.end, "branch_site")
    return (
        _place_of(page, room, ledger, "room"),
        tuple(_location(page, branch) for branch in branches),
    )


def _place_of(
    page: PageReading, room: Room | None, ledger: Ledger, rule: str
) -> Location | None:
    if room is None:
        return None
    ledger.add("/location/name", room.start, room.end, rule)
    return _location(page, room)


def _location(page: PageReading, room: Room) -> Location:
    return Location(name=room.name, area_id=resolve(room.name, page.setting).area_id)
