"""The sample world: data and a scripted gateway; everything else is real."""
