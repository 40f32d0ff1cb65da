"""The theme for children from 5 to 11: large and airy, in letters as they are written. Else it is as the guide."""

from dataclasses import replace

from studypack.layout.fonts import Family
from studypack.layout.role import ACCESSIBLE, Grown, Roomy, role
from studypack.layout.style import INK_SOFT, Feint, Hand, mm
from studypack.layout.themes.guide import GUIDE, faces, passages
from studypack.model.choices import Profile

PRIMARY = replace(
    GUIDE,
    # Every profile is roomy, so a role has its roomy values alone; what it has for none is as in the clear one.
    roomy={**ACCESSIBLE, Profile.STANDARD: (11.0, 14.0), Profile.CLEAR: (12.0, 15.0)},
    families=dict.fromkeys((Family.SERIF, Family.SANS, Family.CLEAR), Family.INFANT),
    values=GUIDE.values
    | {
        "title": role(..., roomy=Roomy(2, 1.2, bold=True), roomy_small=Roomy(1.6, 1.2, bold=True)),
        "body": role(..., roomy=Roomy(1, 1.6)),
        # Fewer words
        "section_head": role(False),
        "explains": role(False),
        # Young hands write larger: 12 mm from line to line.
        "hand": role(..., roomy={Profile.CLEAR: Hand(4 / 3, 0.8, INK_SOFT), Profile.LARGE: Hand(1.5, 1.1, INK_SOFT)}),
        "ruled": role(
            ..., roomy={Profile.CLEAR: Feint(mm(12), 0.8, INK_SOFT), Profile.LARGE: Feint(mm(14), 1.1, INK_SOFT)}
        ),
        "passage_fits": role(
            ...,
            roomy={
                Profile.STANDARD: passages(1.3, 0.8, 14, 14, 14, 14),
                Profile.CLEAR: passages(1.3, 0.85, 15, 15, 15, 15),
                Profile.LARGE: passages(1.5, 0.88, 18, 18, 18, 18),
            },
        ),
        "card_faces": role(
            ...,
            roomy={
                Profile.STANDARD: faces(1.3, (24, 14), (20, 14), (17, 14), (14, 14)),
                Profile.CLEAR: faces(1.3, (24, 15), (20, 15), (17, 15), (15, 15)),
                Profile.LARGE: faces(1.26, *((size, 18) for size in range(24, 17, -1))),
            },
        ),
        "cover_solid": role(..., roomy={Profile.STANDARD: True, Profile.CLEAR: False}),
        "card_band": role(mm(3)),
        "frame_rule": role(1.5),
        "frame_radius": role(mm(3)),
        "frame_padding": role(mm(5), mm(4)),
        "frame_icon": role(..., roomy=Grown(mm(5.5))),
    },
)
