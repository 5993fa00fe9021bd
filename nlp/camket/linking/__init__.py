"""Link commitments with what is reported of them, and compare the two."""
