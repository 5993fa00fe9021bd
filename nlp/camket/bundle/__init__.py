"""A folder from which camket installs on a machine without internet."""

from camket.bundle.make import BundleError, Target, make_bundle

__all__ = ["BundleError", "Target", "make_bundle"]
