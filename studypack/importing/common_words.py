"""The commonest words of English, which make poor gaps: whoever knows the language fills them without the topic."""

_WORDS = """
    a about above across act actually add after again against age ago agree air all allow almost alone along
    already also although always am among amount an and another answer any anyone anything appear are area around
    as ask at away back bad base basic be became because become becomes been before began begin begins behind
    being believe below best better between big bit body book both bring brought build built but by call called
    calls came can cannot car care carry case cause caused causes certain change changed changes child children
    choose city clear close come comes coming common complete consider contain continue continued control cost
    could countries country course create created cut day days deal decide decided did different difficult do does
    doing done down draw drew during each earlier early easily easy effect either else end ended ends enough
    entire especially etc even evening event events ever every everyone everything exactly example examples except
    fact facts fail failed fall family far fast feel fell felt few field fight figure final finally find first
    five follow followed following food for force forced form former found four free friend from front full fully
    further future gave general generally get gets getting give given gives giving go goes going gone good got
    government great greater greatest grew ground group groups grow growing grown had half hand happen happened
    happens hard has have having he head hear heard held help helped helps her here herself high higher highest
    him himself his hold home hope hour house how however human idea ideas if important in increase increased
    indeed instead into is issue issues it its itself job join joined just keep kept kind knew know known land
    large larger largest last late later latest law lead leader leaders leading learn least leave led left less
    let letter level life light like likely line list little live lived lives living local long longer look looked
    lose lost lot lots low lower made main mainly make makes making man many mark matter may me mean means meant
    meet members men might mind minute model moment money month months more moreover morning most mostly move
    moved much must my myself name named national natural nature near nearly need needed needs never nevertheless
    new next night no nobody none nor not note nothing now number numbers of off offer often old on once one ones
    only onto open or order other others our out outside over own page paid part particular particularly parts
    party pass passed past pay people perhaps period person place places plan play point points political poor
    position possible power powers present probably problem problems process produce produced public put quickly
    quite rather reach reached read real really reason reasons received recent recently related remain remained
    result results return right rise role room rose round run said same saw say says school second see seem seemed
    seems seen send sense sent serious set several shall share she short should show showed shown shows side sides
    significant similar simple simply since single situation six small so social society some someone something
    sometimes soon sort speak special spent stage stand start started starts state stated states stay step still
    stood stop story strong study such suddenly support supposed sure system take taken takes taking talk tell ten
    term terms test than that the their them themselves then there therefore these they thing things think third
    this those though thought thousand three through throughout thus time times to today together told too took
    top total toward towards town tried true try trying turn turned two type types under understand unit until up
    upon us use used useful uses using usually various very view wait walk want wanted war was water way ways we
    week weeks well went were what whatever when where whether which while who whole whom whose why will with
    within without woman women word words work worked working works world would write written wrong year years yes
    yet you young your
    """
COMMON_WORDS = frozenset(_WORDS.split())
"""In small letters."""
