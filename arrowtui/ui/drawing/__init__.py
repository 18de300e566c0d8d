"""drawing of the screen."""
