"""A folder from which camket installs on a machine without internet."""

from camket.bundle.make import BundleError, make_bundle
from camket.bundle.target import Target

__all__ = ["BundleError", "Target", "make_bundle"]
