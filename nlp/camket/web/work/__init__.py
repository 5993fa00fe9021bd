"""Work on documents, done in processes of their own."""
