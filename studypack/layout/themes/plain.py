"""The theme of a handout: hairlines, and no ground but paper. What it does not say is as in the guide."""

from dataclasses import replace

from studypack.layout.role import role
from studypack.layout.themes.guide import GUIDE

PLAIN = replace(
    GUIDE,
    values=GUIDE.values
    | {
        "tint": role(None),
        "card_band": role(0),
        "cover_solid": role(False),
        "cover_frame": role(0.4, roomy=0.8),
        "frame_rule": role(0.4, roomy=0.8),
        "frame_radius": role(0),
        "frame_icon": role(0),
    },
)
