"""What a request has to pass before it reaches a page."""

from camket.web.guards.bodies import BodyGuard
from camket.web.guards.crashes import CrashGuard
from camket.web.guards.headers import SafeHeaders
from camket.web.guards.hosts import HostGuard
from camket.web.guards.keys import KeyGuard
from camket.web.guards.origins import OriginGuard

__all__ = ["BodyGuard", "CrashGuard", "HostGuard", "KeyGuard", "OriginGuard", "SafeHeaders"]
