"""Records made by the quick constructor are what dataclasses makes them: frozen, equal, hashable, copied, pickled."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from camket import records
from camket.records.quick import quick


@dataclass(frozen=True, slots=True)
class Slow:
    name: str
    start: int = 0
    found: dict[str, float] = field(default_factory=dict)
    cues: tuple[int, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Quick:
    name: str
    start: int = 0
    found: dict[str, float] = field(default_factory=dict)
    cues: tuple[int, ...] = ()


CALLS = [
    (("a",), {}),
    (("a", 3), {"cues": (1, 2)}),
    (("a", 3, {"x": 0.5}, (1,)), {}),
    ((), {"cues": (), "found": {}, "start": -1, "name": "b"}),
]


@pytest.mark.parametrize(("given", "named"), CALLS)
def test_fields_are_those_of_the_slow_one(given: tuple, named: dict) -> None:
    made, slow = Quick(*given, **named), Slow(*given, **named)
    assert type(made) is Quick
    assert repr(made).removeprefix("Quick") == repr(slow).removeprefix("Slow")
    assert made == Quick(*given, **named)


@pytest.mark.parametrize(("given", "named"), [((), {}), (("a", 1, {}, (), 5), {}), (("a",), {"end": 1})])
def test_wrong_arguments_are_told_alike(given: tuple, named: dict) -> None:
    with pytest.raises(TypeError) as quickly:
        Quick(*given, **named)
    with pytest.raises(TypeError) as slowly:
        Slow(*given, **named)
    assert str(quickly.value).replace("Quick", "Slow") == str(slowly.value)
    assert str(inspect.signature(Quick)) == str(inspect.signature(Slow))


@pytest.mark.parametrize("name", ["name", "cues", "other"])
def test_it_is_frozen(name: str) -> None:
    made = Quick("a")
    with pytest.raises((FrozenInstanceError, TypeError)):
        setattr(made, name, 1)
    with pytest.raises((FrozenInstanceError, TypeError)):
        delattr(made, name)
    assert not hasattr(made, "__dict__")


def test_a_default_that_can_change_is_new_each_time() -> None:
    one, other = Quick("a"), Quick("a")
    one.found["x"] = 1.0
    assert other.found == {}


def test_a_class_that_inherits_keeps_what_it_adds() -> None:
    @dataclass(frozen=True)
    class Wider(Quick):
        end: int = 7

    made = Wider("a", 2)
    assert (type(made), made.name, made.start, made.end) == (Wider, "a", 2, 7)

    class Same(Quick):
        pass

    assert type(Same("a", 2)) is Same
    assert Same("a", 2).start == 2


def test_records_are_copied_pickled_hashed_and_replaced() -> None:
    cue = records.Cue(0, 3, "hedge")
    time = records.Time(0, 9, "deadline", None, None, "before", cues=(cue,))
    for made in (copy.copy(time), copy.deepcopy(time), pickle.loads(pickle.dumps(time)), replace(time)):
        assert made == time
        assert type(made) is records.Time
        assert hash(made) == hash(time)
    assert replace(time, role="as_of").role == "as_of"
    assert time.role == "deadline"


def test_patterns_match() -> None:
    match records.Cue(0, 3, "hedge"):
        case records.Cue(start, end, label):
            assert (start, end, label) == (0, 3, "hedge")
