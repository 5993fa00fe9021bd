"""A bundle is whole, is made as a whole or not at all, and installs where there is no network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

from camket.bundle import BundleError, Target, make, make_bundle
from camket.bundle.closure import missing, read_wheel
from camket.bundle.own import repack

HERE = Path(__file__).parent
WINDOWS = Target("3.12", "win_amd64")


def wheel(
    folder: Path, name: str, version: str = "1.0", requires: tuple[str, ...] = (), extras: tuple[str, ...] = ()
) -> None:
    lines = ["Metadata-Version: 2.4", f"Name: {name}", f"Version: {version}", "License-Expression: MIT",
             *(f"Provides-Extra: {e}" for e in extras), *(f"Requires-Dist: {r}" for r in requires), "", ""]  # fmt: skip
    info = f"{name.replace('-', '_')}-{version}.dist-info"
    with zipfile.ZipFile(folder / f"{name.replace('-', '_')}-{version}-py3-none-any.whl", "w") as archive:
        archive.writestr(f"{info}/METADATA", "\n".join(lines))
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")


def own(folder: Path, *requires: str) -> None:
    wheel(folder, "camket", requires=requires, extras=("web", "dask"))


@pytest.mark.parametrize(
    ("requires", "others", "target", "lacking"),
    [
        (("a>=1",), {"a": ()}, WINDOWS, []),
        (("a>=2",), {"a": ()}, WINDOWS, ["a>=2"]),
        (("a",), {"a": ('colorama; sys_platform == "win32"',)}, WINDOWS, ["colorama"]),
        (("a",), {"a": ('colorama; sys_platform == "win32"',)}, Target("3.12", "manylinux2014_x86_64"), []),
        (("a",), {"a": ('old; python_version < "3.12"',)}, WINDOWS, []),
        (("a",), {"a": ('old; python_version < "3.12"',)}, Target("3.11", "win_amd64"), ["old"]),
        (('b; extra == "web"',), {}, WINDOWS, ["b"]),
        (('b; extra == "dask"',), {}, WINDOWS, []),
        (("a[fast]",), {"a": ('speed; extra == "fast"',)}, WINDOWS, ["speed"]),
        (("a",), {"a": ('speed; extra == "fast"',)}, WINDOWS, []),
        (("A_b",), {"a-b": ()}, WINDOWS, []),
    ],
)
def test_what_lacks_for_a_machine(tmp_path, requires, others, target, lacking) -> None:
    own(tmp_path, *requires)
    for name, needs in others.items():
        wheel(tmp_path, name, requires=needs, extras=("fast",))
    assert missing(tmp_path, target) == lacking


@pytest.fixture
def made(tmp_path, monkeypatch) -> Path:
    """A bundle of a small camket for Windows, without asking a registry."""

    def pip(*arguments: str, **environment: str) -> None:
        # What this machine would compile runs on no other one.
        assert "--no-deps" not in arguments or environment == {"CAMKET_PURE": "1"}
        folder = Path(arguments[arguments.index("--dest" if "--dest" in arguments else "--wheel-dir") + 1])
        if "--no-deps" in arguments:
            own(folder, 'a; extra == "web"')
        elif "camket[web]==" in arguments[-1]:
            wheel(folder, "a", requires=('colorama; sys_platform == "win32"',))
        else:
            wheel(folder, arguments[-1])

    monkeypatch.setattr(make, "_pip", pip)
    monkeypatch.setattr(make, "source_of", lambda _: tmp_path)
    make_bundle(tmp_path / "gói camket", WINDOWS)
    return tmp_path / "gói camket"


def test_what_only_the_target_needs_is_fetched(made) -> None:
    assert {read_wheel(p).name for p in (made / "wheels").iterdir()} == {"camket", "a", "colorama"}
    assert "colorama 1.0: MIT" in (made / "GIAY-PHEP.txt").read_text("utf-8")


def test_scripts_fit_their_systems(made) -> None:
    windows, linux = (made / "mo-camket.bat").read_bytes(), (made / "mo-camket.sh").read_bytes()
    assert windows.count(b"\n") == windows.count(b"\r\n")
    assert b"\r" not in linux
    for script in (windows, linux):
        assert b"--no-index" in script
        assert b"3.12" in script
        assert b"@python@" not in script
        assert b"@version@" not in script
    assert os.access(made / "mo-camket.sh", os.X_OK)
    assert subprocess.run(["sh", "-n", made / "mo-camket.sh"], check=False).returncode == 0


def test_another_python_is_told_what_to_do(made, tmp_path) -> None:
    other = tmp_path / "bin"
    other.mkdir()
    for name in ("sh", "dirname", "pwd", "mkdir", "rm"):
        (other / name).symlink_to(Path("/bin") / name if Path("/bin", name).exists() else Path("/usr/bin") / name)
    done = subprocess.run(
        ["sh", made / "mo-camket.sh"], env={"PATH": str(other)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Cần Python 3.12" in done.stderr


def test_a_new_bundle_takes_the_place_of_the_old_one_and_keeps_the_work(made) -> None:
    (made / "du-lieu").mkdir()
    (made / "du-lieu" / "so-theo-doi.sqlite").write_bytes(b"x")
    (made / "wheels" / "alt-1.0-py3-none-any.whl").write_bytes(b"x")
    make_bundle(made, WINDOWS)
    assert (made / "du-lieu" / "so-theo-doi.sqlite").read_bytes() == b"x"
    assert not (made / "wheels" / "alt-1.0-py3-none-any.whl").exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path) -> None:
    (tmp_path / "thư").write_text("x", encoding="utf-8")
    with pytest.raises(BundleError) as told:
        make_bundle(tmp_path, WINDOWS)
    assert told.value.code == "not_a_bundle"
    assert [p.name for p in tmp_path.iterdir()] == ["thư"]


def test_nothing_stays_of_a_bundle_that_fails(tmp_path, monkeypatch) -> None:
    def pip(*_: str, **__: str) -> None:
        raise BundleError("pip", reason="mạng")

    monkeypatch.setattr(make, "_pip", pip)
    with pytest.raises(BundleError):
        make_bundle(tmp_path / "goi", WINDOWS)
    assert list(tmp_path.iterdir()) == []


def test_an_installed_distribution_becomes_a_wheel_that_installs(tmp_path) -> None:
    made = repack(distribution("wasabi"), tmp_path)
    site = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "-t", site, made], check=True
    )
    code = f"import sys; sys.path.insert(0, {str(site)!r}); import wasabi; print(wasabi.__file__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert str(site) in done.stdout


def test_a_wheel_for_another_machine_is_left_without_compiled_modules(tmp_path) -> None:
    # charset-normalizer is compiled with mypyc and carries its sources, as camket does.
    as_it_is, pure = repack(distribution("charset-normalizer"), tmp_path), tmp_path / "pure"
    pure.mkdir()
    made = repack(distribution("charset-normalizer"), pure, pure=True)
    with zipfile.ZipFile(as_it_is) as one, zipfile.ZipFile(made) as other:
        left = set(one.namelist()) - set(other.namelist())
        told = other.read(next(name for name in other.namelist() if name.endswith("/WHEEL"))).decode()
    assert left
    assert {Path(name).suffix for name in left} <= {".so", ".pyd"}
    assert made.name.endswith("-py3-none-any.whl")
    assert "Root-Is-Purelib: true" in told
    assert {line for line in told.splitlines() if line.startswith("Tag:")} == {"Tag: py3-none-any"}


def unplugged(*arguments: Path) -> dict:
    """Run :mod:`unplugged` in a namespace of its own."""
    user = [] if os.geteuid() == 0 else ["--map-root-user"]
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(arguments[-1]),
        "PIP_CONFIG_FILE": os.devnull,
        "LANG": "C.UTF-8",
    }
    done = subprocess.run(
        ["unshare", *user, "--net", sys.executable, HERE / "unplugged.py", *arguments], env=environment, capture_output=True,
        text=True, check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.full
def test_a_bundle_installs_and_reads_with_the_network_unplugged(tmp_path, documents, record_property) -> None:
    bundle, home = tmp_path / "gói camket", tmp_path / "home"
    home.mkdir()
    make_bundle(bundle)
    told = unplugged(bundle, documents / "cam-ket-ubnd-xa-thuong-lam-2024.docx", home)
    record_property("seconds until the page answers", told["seconds"])
    assert told["unplugged"]
    assert told["status"] == 201
    assert told["marks"] >= 5
    assert told["left"] == ["ban-lam-viec.sqlite"]
    # Scripts of an environment name the folder in which they were made; the start scripts don't.
    moved = bundle.rename(tmp_path / "gói đã chuyển")
    again = unplugged(moved, documents / "cam-ket-ubnd-xa-thuong-lam-2024.docx", home)
    assert again["seconds"] < told["seconds"]
    assert again["status"] == 201
    # What no longer runs is installed anew.
    (moved / "moi-truong" / "bin" / "python").unlink()
    mended = unplugged(moved, documents / "cam-ket-ubnd-xa-thuong-lam-2024.docx", home)
    assert mended["status"] == 201


@pytest.mark.full
def test_a_bundle_for_windows_is_whole(tmp_path) -> None:
    make_bundle(tmp_path / "goi", WINDOWS)
    wheels = list((tmp_path / "goi" / "wheels").glob("*.whl"))
    assert missing(tmp_path / "goi" / "wheels", WINDOWS) == []
    assert {read_wheel(p).name for p in wheels} >= {"camket", "colorama", "fastapi", "spacy", "underthesea-core"}
    assert [p.name for p in wheels if "linux" in p.name] == []
