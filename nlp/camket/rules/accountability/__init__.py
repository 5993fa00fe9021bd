"""Rules on who answers for it."""

from camket.rules.accountability.document_silent import SilentDocument
from camket.rules.accountability.no_accountability import NoAccountability

RULES = (NoAccountability, SilentDocument)
