"""widgets of the screen."""
