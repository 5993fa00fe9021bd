"""What a document says of itself: who issued it, its number, date, title, addressees and signers."""

from camket.io.metadata.find import find_metadata

__all__ = ["find_metadata"]
