"""The collector's pause: nested, after an error, in threads, and where the user has switched it off."""

import gc
from threading import Barrier, Thread

import pytest

from camket.collecting import no_collection


def test_pauses_nest_and_end_with_an_error():
    with pytest.raises(KeyError), no_collection():
        with no_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off():
    gc.disable()
    try:
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_last_of_several_threads_turns_it_on():
    barrier, seen = Barrier(4), []

    def work():
        with no_collection():
            barrier.wait(10)
            seen.append(gc.isenabled())
            barrier.wait(10)

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [False] * 4
    assert gc.isenabled()
