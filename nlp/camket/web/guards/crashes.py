"""An error that no page expected: the visitor gets one sentence, the log its kind and place, never its text."""

from __future__ import annotations

import logging

from camket.web.answers import refusal
from camket.web.asgi import App, Message, Receive, Scope, Send

log = logging.getLogger("camket.web")


class CrashGuard:
    """Catch what a page raises, since a server would print it with whatever text stands in it."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 500."""
        has_begun = False

        async def sending(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Exception as error:
            if scope["type"] != "http":
                raise
            log.error("%s: %s", place_of(error), type(error).__name__)
            if not has_begun:
                await refusal(scope, 500, "broken")(scope, receive, send)


def place_of(error: BaseException) -> str:
    """File and line where an error came up."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
