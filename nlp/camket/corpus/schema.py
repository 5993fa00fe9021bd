"""The shape of a labelled record, as types and as a JSON Schema.

Meaning and values follow ``corpus/GUIDELINES.md``; ``corpus/schema.json`` is what :func:`json_schema` gives.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from camket.records import Act, Bound, Cause, FigureRole, Kind, PartyRole, Result, TimeRole, Timing, Verdict

SPAN_FIELDS = ("times", "figures", "parties", "claims")
DAY = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
RULE = Annotated[str, Field(pattern=r"^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;INTERVAL=\d+)?(;BY[A-Z]+=[^;]+)*$")]
DURATION = Annotated[str, Field(pattern=r"^P(\d+[YMWD]|T\d+H)$")]
Level = Literal["tỉnh", "huyện", "xã", "sở ngành", "đảng", "trường học", "bệnh viện", "ban quản lý", "khác"]


class Model(BaseModel):
    """No field may be missing, misspelt or of another type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SpanModel(Model):
    """A half-open range of code points of the item's text."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]


class TimeModel(SpanModel):
    """A time: an interval, a recurrence (RFC 5545) or a duration from an event (ISO 8601)."""

    role: TimeRole
    from_: DAY | None = Field(alias="from")
    to: DAY | None
    bound: Bound
    rrule: RULE | None
    event: DURATION | None


class FigureModel(SpanModel):
    """A quantity; money in đồng."""

    low: float | int | None
    high: float | int | None
    of: float | int | None
    unit: str | None
    role: FigureRole


class PartyModel(SpanModel):
    """A body named as responsible."""

    role: PartyRole


class ClaimModel(SpanModel):
    """The reported state of one thing."""

    result: Result
    timing: Timing
    estimated: bool


class RecordModel(Model):
    """One item with all its labels."""

    id: str
    doc: str
    kind: Kind
    date: DAY
    context: str | None = None
    text: Annotated[str, Field(min_length=1)]
    act: Act
    target: bool | None
    verdict: Verdict | None
    times: list[TimeModel]
    figures: list[FigureModel]
    parties: list[PartyModel]
    claims: list[ClaimModel]
    causes: list[Cause]


class DocumentModel(Model):
    """What is known of a document; it is made up, like the body that issues it."""

    doc: str
    kind: Kind
    date: DAY
    type: str
    organisation: str
    level: Level
    era: Literal["three-tier", "two-tier"]
    # What its writer was asked for: the plain words of real reports, wide variety, or nothing of the kind.
    wording: Literal["plain", "varied", "own"]
    field: str | None = None
    title: str | None = None
    place: str | None = None


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one line of ``items.jsonl``."""
    schema = RecordModel.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def schema_errors(record: Any, model: type[Model] = RecordModel) -> list[str]:
    """What is wrong with the shape of a record, one line a field; empty where nothing is.

    Examples
    --------
    >>> schema_errors({"doc": "x", "kind": "note"}, DocumentModel)[0]
    "kind: Input should be 'commitment' or 'report'"
    """
    from pydantic import ValidationError

    try:
        model.model_validate(record)
    except ValidationError as error:
        return [f"{'.'.join(map(str, part['loc']))}: {part['msg']}" for part in error.errors()]
    return []
