"""Learn the shipped models from the corpus' training split."""
