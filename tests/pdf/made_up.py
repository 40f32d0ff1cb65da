"""A pack whose hidden words are made up: where one of them is found, nothing else can have brought it there."""

from studypack.model.content import Pack
from tests.pictures import shown, text_with

ANSWERS = ("Quibberdaunt", "Mulgavance", "Drompelfitz", "Plontrevik", "Yarmolquist", "Glimmerfold", "Wexloth")
ALTERNATIVES = ("Zarquollet", "Vintrobbix", "Hesperquane")
HINTS = ("Tregglewick", "Spindlomere")
DISTRACTORS = ("Flimbertock", "Grundlewash")
CORRECTIONS = ("Blunderquark", "Snickelfrump", "Wobbergane")
MISTAKES = ("Fumblewick", "Tottersby")
DATES = ("17 March 1763", "23 October 1771", "September 1788")
DATE_FORMS = ("17 Mar", "Mar 1763", "23 Oct", "Oct 1771", "Sept", "1763-03", "1771-10", "1788-09")
"""In full, short, and as machines write them: at least so much of a date is in each of its forms."""
TITLES = ("A treaty is made", "A bank is robbed", "A king is crowned")
IDS = ("first-vexomar", "second-vexomar", "third-vexomar")
MODEL = ("Bramblequist", "Thornolope", "Cresselvane")
NOTES = ("Marginoquill", "Footlethrop")

PACK = Pack.model_validate(
    {
        "title": "A topic",
        "subject": "History",
        # The sheet that asks for this answer may not print the question.
        "question": "How far did Quibberdaunt matter?",
        "corrections": [{"notes": "A Blunderquark", "here": "A topic", "why": "It was a Snickelfrump.",
                         "wrong": "It was the {{Fumblewick}} of Tottersby."}],
        "points": [
            {
                "side": "advantage", "date": DATES[0], "title": TITLES[0], "id": IDS[0], "theme": "trade",
                "text": "They signed with {{Quibberdaunt|Zarquollet}}, and later at {{Mulgavance::in Tregglewick}}.",
                "corrections": [{"notes": "A war", "here": "A treaty", "why": "The Wobbergane was older."}],
            },
            {
                "side": "disadvantage", "date": DATES[1], "title": TITLES[1], "id": IDS[1],
                "text": "Nobody saw the {{Plontrevik|Vintrobbix|Hesperquane}} at the door.",
                "picture": shown(alt="The Plontrevik", caption="A Plontrevik, 23 October 1771",
                                 credit="Drawn in Sept 1788"),
            },
            # Its title holds its own answer: the worksheet prints the mark alone.
            {"side": "advantage", "title": "The fall of Yarmolquist", "id": IDS[2],
             "theme": "Yarmolquist and trade", "text": "In the end {{Yarmolquist}} had to go."},
        ],
        "events": [{"date": DATES[2], "title": TITLES[2]}],
        "worksheets": [
            {"title": "All points", "points": IDS, "distractors": DISTRACTORS,
             "passage": text_with("Then came {{c2::Drompelfitz::of Spindlomere}}, too.\n\n"
                                  "![The Plontrevik at the door](dam.png)\nUnder Mulgavance\n— By Hesperquane & Sons"),
             # What is said of its picture holds answers, and an alternative.
             "picture": shown(alt="A door, and Quibberdaunt at it", caption="Mulgavance in 1788",
                              credit="Drawn by a Vintrobbix",
                              labels=[{"x": "20%", "y": "40%", "answer": "Glimmerfold", "where": "under the Glimmerfold"},
                                      {"x": "70%", "y": "40%", "answer": "Wexloth", "where": "to the right"}])},
        ],
        "evaluation": {
            "paragraphs": [
                [
                    {"move": "judgement", "text": "It was Bramblequist that counted.", "note": "Marginoquill first."},
                    {"move": "evidence", "text": "For Thornolope says so.", "note": "See the Footlethrop."},
                ],
                [{"move": "conclusion", "text": "So Cresselvane won."}],
            ],
            "try": "Argue the other side.",
        },
    }
)  # fmt: skip
