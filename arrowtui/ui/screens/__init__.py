"""screens of the screen."""
