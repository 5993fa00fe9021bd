"""Learn the linking model from labelled pairs, and measure it on pairs it has never seen."""
