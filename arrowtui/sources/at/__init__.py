"""The AT protocol as Bluesky speaks it: addresses, wire shapes, text by bytes, embeds, the live stream."""
