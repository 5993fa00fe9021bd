"""The inspectors' page: a local web page over what the other layers do. Needs the extra ``camket[web]``."""
