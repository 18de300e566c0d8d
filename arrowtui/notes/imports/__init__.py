"""Exports of other programs, understood: bytes in, nouns out. Pure; nothing is cleaned here."""
