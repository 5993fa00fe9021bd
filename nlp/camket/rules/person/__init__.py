"""Rules on who is bound."""

from camket.rules.person.diffuse_owner import DiffuseOwner
from camket.rules.person.document_without_owner import DocumentWithoutOwner
from camket.rules.person.no_owner import NoOwner
from camket.rules.person.several_leads import SeveralLeads
from camket.rules.person.unnamed_partner import UnnamedPartner

RULES = (NoOwner, SeveralLeads, DiffuseOwner, UnnamedPartner, DocumentWithoutOwner)
