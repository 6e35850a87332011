"""Dates are kept as the sources give them, and only dates that exist."""

from __future__ import annotations

import datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from handbook.model.dates import PartialDate, span

DATE = TypeAdapter(PartialDate)

DATES = ["2025-02-20", "2024-02-29", "2025-12", "2025", "1000", "9999-12-31", "--05-01", "--02-29"]
DATES += [f"2025-{season}" for season in ("spring", "summer", "autumn", "winter")]


@pytest.mark.parametrize("written", DATES)
def test_a_date_is_kept_as_it_is_written(written: str) -> None:
    assert DATE.validate_python(written) == written


def test_a_year_may_be_a_number() -> None:
    assert DATE.validate_python(2025) == "2025"


IMPOSSIBLE = [
    "2025-02-29",
    "1900-02-29",
    "2025-13",
    "2025-00",
    "2025-04-31",
    "2025-01-00",
    "--02-30",
    "--13-01",
    "0000",
]
NO_DATE = ["", " 2025", "2025 ", "2025-02-20\n", "20-02-2025", "2025/02/20", "2025-2-20", "25", "02025", "2025-Autumn"]
NO_DATE += ["2025-fall", "-05-01", "--5-1", "--05", "2025-02-20T13:30", "٢٠٢٥", "２０２５", "20 February 2025", "2025-"]


@pytest.mark.parametrize(
    ("written", "kind"),
    [*((date, "date_impossible") for date in IMPOSSIBLE), *((date, "date_form") for date in NO_DATE)],
)
def test_anything_else_is_refused(written: str, kind: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DATE.validate_python(written)
    assert [error["type"] for error in refused.value.errors()] == [kind]


@pytest.mark.parametrize("value", [True, None, 2025.0, ["2025"], {"year": 2025}, 20250220, 12])
def test_another_type_is_refused(value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        DATE.validate_python(value)
    assert [error["type"] for error in refused.value.errors()] == ["date_form"]


def test_an_editor_knows_the_form() -> None:
    schema = DATE.json_schema()
    assert {kind["type"] for kind in schema["anyOf"]} == {"string", "integer"}


SPANS = [
    ("1901-03-04", None, "1901-03-04", "1901-03-04"),
    ("1901-02", None, "1901-02-01", "1901-02-28"),
    ("1904-02", None, "1904-02-01", "1904-02-29"),
    ("1901-12", None, "1901-12-01", "1901-12-31"),
    ("9999-12", None, "9999-12-01", "9999-12-31"),
    ("1901", None, "1901-01-01", "1901-12-31"),
    ("1901-winter", None, "1901-01-01", "1901-12-31"),
    ("--02-29", None, "2000-02-29", "2000-02-29"),
    ("--12-31", None, "2000-12-31", "2000-12-31"),
    ("1901-03-04", "1901-03-05", "1901-03-04", "1901-03-05"),
    ("1901-03-04", "1902-02", "1901-03-04", "1902-02-28"),
    ("1901", "1903-autumn", "1901-01-01", "1903-12-31"),
    ("--05-01", "--05-03", "2000-05-01", "2000-05-03"),
]


@pytest.mark.parametrize(("when", "until", "first", "last"), SPANS)
def test_a_date_means_a_first_and_a_last_day(when: str, until: str | None, first: str, last: str) -> None:
    assert span(when, until) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("when", DATES)
def test_every_date_that_is_kept_means_days(when: str) -> None:
    first, last = span(when)
    assert first <= last
    assert span(when, when) == (first, last)
