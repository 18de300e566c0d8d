"""What the interfaces of FreshRSS, Miniflux and other servers that gather feeds have in common."""
