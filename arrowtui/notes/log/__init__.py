"""The learning log: notes read for forms, and set as Markdown, HTML, print, CSV and JSON. Pure."""
