"""What we do not control: clock, web, mailboxes, secrets, browser, places."""
