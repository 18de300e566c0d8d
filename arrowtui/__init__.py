"""arrowtui: social media with the arrow turned inward."""

__version__ = "0.1.0"
HOMEPAGE = "https://github.com/arrowtui/arrowtui"
