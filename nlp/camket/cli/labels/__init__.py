"""What ``camket label`` shows and asks."""
