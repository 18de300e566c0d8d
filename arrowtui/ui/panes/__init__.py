"""panes of the screen."""
