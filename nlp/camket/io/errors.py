"""The one error that reading a file can end in."""

from __future__ import annotations

from camket.text.resources import load_toml


class ReadError(ValueError):
    """A file could not be read.

    Parameters
    ----------
    code : str
        A stable name of the reason, a key of the lexicon ``io_errors.toml`` ("corrupt", "encrypted", …).
    **details : object
        Values for the message.

    Attributes
    ----------
    code : str
        As given.

    Examples
    --------
    >>> str(ReadError("too_large", size=120, limit=50))
    'Tệp lớn 120 MB, vượt mức 50 MB: hãy chia nhỏ tệp hoặc bỏ bớt hình ảnh rồi đọc lại.'
    """

    def __init__(self, code: str, **details: object) -> None:
        self.code = code
        self.details = details
        super().__init__(load_toml("io_errors.toml")[code].format(**details))

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (self.code, self.details)


def _restore(code: str, details: dict[str, object]) -> ReadError:
    return ReadError(code, **details)
