"""Servers that speak Mastodon's API: Mastodon, GoToSocial, Pleroma and Akkoma, snac."""
