"""What is seen. The only Textual."""
