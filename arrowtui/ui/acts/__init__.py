"""What each command does: small functions on the main screen, by the command's id. One table in `everything`."""
