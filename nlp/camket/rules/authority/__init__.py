"""Rules on whose power it is in."""

from camket.rules.authority.beyond_authority import BeyondAuthority

RULES = (BeyondAuthority,)
