"""What is imported beside the pipeline changes nothing of what it reads."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import importlib, pkgutil, camket, camket.pipeline
from camket.text.lexer import VOCABULARY
known = set(VOCABULARY.known)
for module in pkgutil.walk_packages(camket.__path__, "camket."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(sorted(form for form in set(VOCABULARY.known) - known if form.isalpha()))
"""


def test_every_syllable_is_known_before_the_first_text() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
