"""Notes in shapes that people type: what their title, sides and points are; no word of them is lost."""

import re

import pytest

from studypack.importing.readers import read_notes
from tests.effort import calls_of
from tests.importing.drafts import imported, words, words_of
from tests.importing.word_files import with_footnotes, word_file

COLUMNS = """\
Wind farms

Pros                     Cons
- clean                  - ugly
- rent for farmers       - noise
                         - no wind, no power
"""
TABBED_COLUMNS = "Wind farms\n\nPros\t\tCons\n* clean\t\t* ugly\n* rent\t* noise\n* free\n"
NAMELESS_COLUMNS = "Wind farms\n\n• clean   • ugly\n• rent    • noise\n"
PEEL_IN_BOLD = """\
# Macbeth

**Point:** Macbeth is ambitious
**Evidence:** "vaulting ambition"
- and "black and deep desires"
**Link:** so he falls

**Point:** Banquo resists
**Quote:** "merciful powers"
"""
PEEL_BY_DASHES = 'Sheila\n\nP - Birling is selfish\n\nE - "mind his own"\n\nA - irony\n\nP - Sheila learns\n\nE - "they\'re people"\n'
PEEL_ON_LINES = """\
Essay

Paragraph 1
Point
Macbeth is ambitious from the start
Evidence
"vaulting ambition"

Paragraph 2
Point
Banquo resists the witches all along
Evidence
"merciful powers"
"""
PEEL_AS_ITEMS = "Plan\n\nPoint 1 - It was harsh\n- Evidence: Article 231\n- Explain: it hurt\n\nPoint 2 - It was fair\n- Evidence: of 1918\n"
NUMBERED_HEADS = "1. CAUSES OF THE WAR\nAlliances: made in 1882\n\n2. EVENTS\nSarajevo: in June 1914\n"
LIKE_HEADS = "## Long-term causes\n- Alliances: of 1882\n\n## Short-term causes\n- Sarajevo: 1914\n"
LED_BY_LIST = "Nuclear power\n\nPros - clean, reliable\n- no smoke\nCons: ugly, loud\n- waste\n"
SIDES_NAMED_ALIKE = "Votes at 16\n\nSide A: Yes\nThey pay tax\nIt worked in Scotland\n\nSide B: No\nThey copy their parents\nFew others do it\n"
WEBSITE = """\
<h1>Globalisation</h1><p>Created by: emma</p><h2>Advantages</h2><ul><li>cheap goods</ul><h2>Disadvantages</h2>
<ul><li>sweat shops</ul><p>0 comments<p>Report<p>Share<h3>Similar Geography resources:</h3><ul><li>Rivers<li>Coasts</ul>
"""
CORNELL = """\
Photosynthesis

Cues / Questions        Notes
What is it?             Plants make glucose from light
Where is it?            In the chloroplasts
What limits it?         Light and warmth
"""
LONG_ANSWERS = "Cold War\n\nQ. Who led the USSR?\nA. Stalin\nQ. Why was Berlin a problem?\nA. It lay in the Soviet zone\nand people left through it\n"
RECORDS = """\
Cold War

Event: Berlin Blockade
Date: June 1948
Cause: Stalin was afraid
Effect: NATO came

Event: Hungary
Date: October 1956
Cause: Nagy wanted out
"""
SIDES_AMONG_LETTERS = """\
DNA

A. Arguments that it is reliable
   1. Pitchfork: in 1987
   2. Innocents: are freed
B. Arguments that it isn't
   1. Dirt: in the lab
C. Overall
   1. It needs other evidence
"""
WEIGHED_WITHIN = """\
# Coasts
- **Sea wall** at Hornsea
  - for: it protects
  - against: it costs
- **Groynes**
  - for: sand stays
  - against: Cowden starves
"""
QUESTIONS_IN_A_LIST = "English quiz\n\n1. What is a soliloquy?\nA speech alone\n2. Who was king in 1606?\nJames I\n"
GAPPED_TABLE = "Plants\n\nAdaptation\t\tHow it helps\t\tExample\nThick skin\t\tkeeps water\t\tcactus\nLong roots\t\treach water\t\tacacia\n"
ONE_SIDE = "Advantages of learning Latin\n- Words: 60% of ours\n- Caesar: in his own words\n"
LEVEL_TWO = "## Social causes\n\nTaxes: paid by all the others\n\n## Political reasons\n\nThe king: was weak\n"
FRAMED = "*** ZOOS ***\n\n== Pros ==\nsaves species\nteaches\n\n[CONS]\nsmall cages\n\nMY VIEW -----\nClose them all.\n"
SIGNS_AT_THE_END = "Black Death\n\nwages went up (+)\npeople died (-)\nland was cheaper (+)\n"
TICKS = "Stem cells\n\n✓ cures\n✗ embryos die\n✅ tested\n"
ANSWERS = "Was Henry good?\n\nYes because he ended the wars\nYes, he left money\nNo since nobles hated bonds\n"
LEGEND = "Should zoos close?\n\n+ = keep them    - = shut them\n\nAnimals\n-------\n+ vets\n- cages\n\nPeople\n------\n+ visits\n- stings\n"
LEGEND_IN_WORDS = "Zoos\n\nKey: + means keep, - means shut\n\n- cages\n+ vets\n- stings\n"
SIDES_IN_CELLS = (
    "HELPED: money\tthe state paid him\nlymph\tfluid from a blister\nHINDERED: church\tsermons were against him\n"
)
CORNELL_SIDES = """\
Name: Priya S.   Period 4
Topic: Does daycare harm?

CUES   | NOTES
-------|---------------
HELPS  | Peers: they learn to share
       | Income: both may work
HARMS  | Cortisol: it goes up
       | Turnover: staff leave
"""
TABBED_SMALL = "Concorde\n\nTRIUMPH\t\t\t\tELEPHANT\nTreaty: it led in the end to Airbus\t\tOnly 14 sold: and all of them at home\nwing: of a new shape and of steel\tboom: no flights over land in the US\n\t\t\t\tfuel: four times that of a jumbo jet\n"
PAGES = "GM crops\nYear 9 Science\n1\n\nFor\n• yields\n• vitamins\nYear 9 Science\n2\n\nAgainst\n• superweeds\n• health\nYear 9 Science\n3\n"
COUNTED_PARAS = "Essay: who is to blame for it?\n\nHE IS\n\nPara 1 – Ambition: nothing else spurs him\n• 'no spur'\n• link: hubris\n\nPara 2 – Free will. Banquo does nothing\n\nOTHERS ARE\n\nPara 3 – Witches: they lead him on\n• 'All hail'\n"
SLASHES = "Aid\n\nSupporters say:\n1/ it saves lives\n2/ it builds trade\n\nCritics say:\n1/ dependency\n"
SLIDES = "Slide 1\nHazards\nMrs Patel\n\nSlide 2\nPrimary effects\no\tbuildings fall\n\nSlide 3\nSecondary effects\no\tdisease\n"
COMPARED = "# Quakes\n| | Haiti 2010 | Japan 2011 |\n|---|---|---|\n| Deaths | 316,000 | 15,900 |\n| Help | slow, and blocked at the port | fast |\n"
FACTORS = """\
Nazis

Factor 1: Economic problems
Unemployment rose
Banks closed

Factor 2: Propaganda
Radio, posters and rallies

Factor 3: Weak opponents
Communists stood alone
"""
LETTER = "> Hi, here are the notes\n>\n> The Blitz\n>\n> Positives\n> - morale\n>\n> Negatives\n> - many were killed\n>\n> Sam\n"
TERMS_BEFORE = "Circuits\n\nCurrent = flow of charge\nVoltage = push, in volts\n\nAdvantages of series\n- simple\nDisadvantages of series\n- dim\n"
TABS_UP_TO_THE_COLUMN = "Year 8\t\tMr Hall\nElizabeth I\n\nSuccesses\t\tProblems\nbeat the Armada\t\tno heir\nsettled religion in the end\tplots\n\t\t\t\twar in Ireland\n"
BROKEN_CELLS = """\
Airports

For                         Against

Thousands of jobs           Noise for people
in the south                who live there

Trade grows                 Targets are missed
"""
SAVED_PAGE = """\
<header><a href=/>Revision World</a></header><div><a href=/>Home</a> » <a href=/s>Families</a></div><h1>The family</h1>
<p>Posted by admin | 3 comments</p><p>Share Tweet</p><h3>Pros</h3><ol><li>a home</ol><h3>Cons</h3><ol><li>violence</ol>
<p>Rate this page</p><h3>Related articles</h3><ul><li>Divorce</ul><h3>3 comments</h3><p>Sarah: thanks</p><p>Reply</p>
"""
ABBREVIATED = "Wages\n\nADV\n↑ incomes for those of low pay\n↓ inequality\n→ more spending\n\nDISADV\nfirms cut jobs\n\nEVAL\nit depends on demand.\n"
PARTS_IN_CAPITALS = """\
Haig

INTRO
Haig led the army from 1915.

BUTCHER
The Somme: 57,000 men in a day.

NOT A BUTCHER
Amiens: he won in the end.

CONCL
He made mistakes.
"""
ROMAN = """\
I. Causes
 A. Economic
  1. Cotton: needed slaves
  2. Tariffs: hurt the South
 B. Political
  1. Lincoln: elected in 1860
II. Effects
 A. Social
  1. Slaves: were free
"""
NUMBERED_SIDES = "Trident\n\nFOR 1. no war came\nAGAINST 1. cost\n(for) jobs\n[against] immoral\n"
USEFUL = "# Sources\n\nSource | Useful | Limits\n--- | --- | ---\nA: Photo | shows how people felt | it was staged\nB: Diary | private and honest | one person only\n"
WHICH_IS_BETTER = "Sorting\n\nBubble sort\n- easy to code\n\nMerge sort\n- quick with long lists\n\nWhich is better?\nMerge sort, for long lists.\n"
STUDY = """\
Milgram

Aim
To see whether people obey orders

Procedure
They paid 40 men for an hour

Findings
All obeyed

Evaluation
+ standardised
- unethical
"""
SIDES_IN_EVALUATION = "# Bowlby\n## Ideas\n- monotropy\n- a critical period\n## Evaluation\n### Strengths\n- geese\n### Weaknesses\n- blames mothers\n"
SHORTHAND = "berlin wall causes: brain drain, 3m left from 49 to 61, embarrassment 4 USSR, spies in W berlin\nevents: barbed wire and then concrete\nresults: peace (no war), families split, peter fechter shot\n"
TITLES_ON_LINES = """\
Photosynthesis

Light intensity
Light makes it go faster, up to a point.

Temperature
Enzymes work best at 25 to 35 degrees.
"""
FIELDS = "# Macbeth\n\nTheme | Quote | Analysis\n--- | --- | ---\nAmbition | vaulting ambition | he knows that it is wrong\nGuilt | out damned spot | she cannot wash it off\n"
SPEAKERS = (
    "Debate\n\nPlato: forms are real\nAristotle: they are not\nPlato: think of the cave\nAristotle: look around\n"
)
IN_BRACKETS = "Rivers\n\nAbrasion wears the bed\n[see the book]\nAttrition rounds stones\n"
TWENTIES = "America in the 20s\n\nBoom\n- cars\n- radios\n\nBust\n- banks\n- farms\n"
SIDES_OVER_AGAIN = "Energy\nWind\nPros\n- free\nCons\n- noisy\nSolar\nPros\n- silent\nCons\n- only by day\n"
NUMBERED_IN_LINE = "Meat\n\nFor: 1) iron, much of it 2) farmers have work\nAgainst: 1) cruel 2) needs water\n"
BARE_NUMBERS = "Arguments for zoos\n1 species are saved\n2 schools visit\n3 jobs for keepers\nArguments against zoos\n1 cages are small\n2 animals pace\n3 it costs\n"
PARAS = "Trade essay\nPara 1: winners - China, 800m out of poverty\nPara 2: losers - Detroit lost 60% of all its jobs since 1970\nPara 3: ships\n"
QUESTION_AT_THE_END = (
    "Women\n\nWork\n* land army\n* munitions\n\nHome\n* rationing\n\nHow much changed?\nMany lost their jobs.\n"
)
SHOUTED = (
    "Shakespeare at school?\n\nYES!\nGreat stories\nHe made words\n\nNO!\nToo hard for us\n\nMAYBE\nWith films only\n"
)
LABELS_OF_ONE_TEXT = "Ozymandias\n\nContext: Shelley, 1818\nForm: a sonnet\nLanguage: the sneer\n"
BYLINE = """\
<h1>Evacuation</h1><p>By Jo Smith | Last updated 12 March 2021 | 4 min read<h2>Pros</h2><p>&bull; lives were saved<br>&bull; the countryside
<h2>Cons</h2><p>&bull; homesick<div><span>Share</span><span>Facebook</span></div>
"""
DAY_OF_THE_LESSON = (
    "History\t\tMon 12th Feb\n\nWHY DID THE LEAGUE FAIL?\n\n- no army\n- no USA\n\nHOMEWORK: finish p. 34\n"
)
QUESTIONS_OVER_LETTERS = "1) What were the main causes of the fire?\n\ta) dry summer\n\tb) timber houses\n2) Results\n\ta) churches lost\n\tb) brick only\n"
SO = "Hastings\n\nStrengths:\ncavalry\nrest\n\nMistakes:\nno fyrd\nno horses\n\nSo: William led better.\n"
THEMES_OF_ONE_SIDE = "Kenya\n\nAdvantages of tourism:\nEconomic:\njobs\ntaxes\nSocial:\nschools\n"
BOXES = """\
<h1>Apple</h1><table><tr><td><p><b>Strengths</b></p><ul><li>brand</ul><td><p><b>Weaknesses</b></p><ul><li>prices</ul>
<tr><td><p><b>Opportunities</b></p><ul><li>India</ul><td><p><b>Threats</b></p><ul><li>fines</ul></table>
"""

WHICH_ASKED = "Pro or con?,Idea,Evidence,When\nPro,Less dust,stubble stays on top,1935\nCon,Weeds,they resist all sprays now,2000\n"
SIDES_BY_CELLS = "Argument,View,Detail\nTrade,For,it is worth a great deal\nNoise,Against,nobody can sleep\nJobs,For,thousands of them\n"
DATED_LINES = """\
periodic table (C1 revision)

c. 450 BC   Empedocles, earth air fire water
1661 - Boyle, The Sceptical Chymist: elements
1789: Lavoisier's list
1829  Dobereiner -> triads
      middle one's mass
6 March 1869: Mendeleev's table
1890s  noble gases, Ramsay
Today: 118 elements
"""
COMPARED_IN_WORD = "<h1>Theatre</h1><table><tr><td><td>Stanislavski<td>Brecht<tr><td>Aim<td>it feels real to all<td>it makes all think\n<tr><td>Set<td>a room with a fourth wall<td>placards and bare lamps</table>"
BETWEEN_BLANKS = """\
The Haber process

Before this all nitrogen came from guano or Chile saltpetre, the War of the
Pacific was fought over it

Haber got ammonia to drip out

Bosch scaled it up

200 atm, so high pressure pushes it to the right. Any higher & the
pipes cost too much

Feeds nearly half the world

Kept Germany in explosives

Oppau blew up
"""
UNDERLINED = (
    "Stem cells (Biology, yr 10)\n====\n\n6 markers come up\n\nBenefits\n- skin\n- hearts\n\nProblems\n- cost\n"
)
UNDER_THE_TITLE = "Medicine 1500-1700\nGCSE Medicine through time, topic 2\nChange\n- Harvey\n- Fabrica\nContinuity\n- miasma\n- wise women\n"
FOR_MRS = "Families\nrevision for Mrs Okafor's mock, thurs\n\nMARXISTS\nthe family keeps capitalism going\nit hides the class war\nNEW RIGHT\ntwo parents are best for a child\nfathers matter\n"


@pytest.mark.parametrize(
    ("notes", "name", "title", "points"),
    [
        (COLUMNS, "n.txt", "Wind farms", {"Pros": ["Clean", "Rent for farmers"], "Cons": ["Ugly", "Noise", "No wind, no power"]}),
        (TABBED_COLUMNS, "n.txt", "Wind farms", {"Pros": ["Clean", "Rent", "Free"], "Cons": ["Ugly", "Noise"]}),
        (NAMELESS_COLUMNS, "n.txt", "Wind farms", {"Points": ["Clean", "Rent", "Ugly", "Noise"]}),
        (PEEL_IN_BOLD, "n.md", "Macbeth", {"Points": ["Macbeth is ambitious", "Banquo resists"]}),
        (PEEL_BY_DASHES, "n.txt", "Sheila", {"Points": ["Birling is selfish", "Sheila learns"]}),
        (PEEL_ON_LINES, "n.txt", "Essay", {"Paragraph 1": ["Macbeth is ambitious from the start"], "Paragraph 2": ["Banquo resists the witches all along"]}),
        (PEEL_AS_ITEMS, "n.txt", "Plan", {"Points": ["It was harsh", "It was fair"]}),
        (NUMBERED_HEADS, "first-world-war.txt", "First world war", {"CAUSES OF THE WAR": ["Alliances"], "EVENTS": ["Sarajevo"]}),
        (LIKE_HEADS, "first-world-war.md", "First world war", {"Long-term causes": ["Alliances"], "Short-term causes": ["Sarajevo"]}),
        (COUNTED_PARAS, "n.txt", "Essay: who is to blame for it?", {"HE IS": ["Ambition", "Free will"], "OTHERS ARE": ["Witches"]}),
        (LEGEND, "n.txt", "Should zoos close?", {"keep them": ["Vets", "Visits"], "shut them": ["Cages", "Stings"]}),
        (LEGEND_IN_WORDS, "n.txt", "Zoos", {"shut": ["Cages", "Stings"], "keep": ["Vets"]}),
        (SIDES_IN_CELLS, "jenner.tsv", "Jenner", {"HELPED": ["money"], "Points": ["lymph"], "HINDERED": ["church"]}),
        (CORNELL_SIDES, "n.txt", "Does daycare harm?", {"HELPS": ["Peers", "Income"], "HARMS": ["Cortisol", "Turnover"]}),
        (TABBED_SMALL, "n.txt", "Concorde", {"TRIUMPH": ["Treaty", "wing"], "ELEPHANT": ["Only 14 sold", "boom", "fuel"]}),
        (PAGES, "n.txt", "GM crops", {"For": ["Yields", "Vitamins"], "Against": ["Superweeds", "Health"]}),
        (LED_BY_LIST, "n.txt", "Nuclear power", {"Pros": ["Clean", "Reliable", "No smoke"], "Cons": ["Ugly", "Loud", "Waste"]}),
        (SIDES_NAMED_ALIKE, "n.txt", "Votes at 16", {"Side A: Yes": ["They pay tax", "It worked in Scotland"], "Side B: No": ["They copy their parents", "Few others do it"]}),
        (WEBSITE, "n.html", "Globalisation", {"Advantages": ["Cheap goods"], "Disadvantages": ["Sweat shops"]}),
        (CORNELL, "n.txt", "Photosynthesis", {"Points": ["What is it?", "Where is it?", "What limits it?"]}),
        (LONG_ANSWERS, "n.txt", "Cold War", {"Points": ["Who led the USSR?", "Why was Berlin a problem?"]}),
        (RECORDS, "n.txt", "Cold War", {"Points": ["Berlin Blockade", "Hungary"]}),
        (SIDES_AMONG_LETTERS, "n.txt", "DNA", {"Arguments that it is reliable": ["Pitchfork", "Innocents"], "Arguments that it isn't": ["Dirt"]}),
        (WEIGHED_WITHIN, "n.md", "Coasts", {"for": ["It protects", "Sand stays"], "against": ["It costs", "Cowden starves"]}),
        (QUESTIONS_IN_A_LIST, "n.txt", "English quiz", {"Points": ["What is a soliloquy?", "Who was king in 1606?"]}),
        (GAPPED_TABLE, "n.txt", "Plants", {"Points": ["Thick skin", "Long roots"]}),
        (ONE_SIDE, "n.txt", "Advantages of learning Latin", {"Advantages": ["Words", "Caesar"]}),
        (LEVEL_TWO, "causes.md", "Causes", {"Social causes": ["Taxes"], "Political reasons": ["The king"]}),
        (FRAMED, "n.txt", "ZOOS", {"Pros": ["Saves species", "Teaches"], "CONS": ["Small cages"]}),
        (SIGNS_AT_THE_END, "n.txt", "Black Death", {"For": ["Wages went up", "Land was cheaper"], "Against": ["People died"]}),
        (TICKS, "n.txt", "Stem cells", {"For": ["Cures", "Tested"], "Against": ["Embryos die"]}),
        (ANSWERS, "n.txt", "Was Henry good?", {"Yes": ["He ended the wars", "He left money"], "No": ["Nobles hated bonds"]}),
        (SLASHES, "n.txt", "Aid", {"Supporters say": ["It saves lives", "It builds trade"], "Critics say": ["Dependency"]}),
        (SLIDES, "n.txt", "Hazards", {"Primary effects": ["Buildings fall"], "Secondary effects": ["Disease"]}),
        (COMPARED, "n.md", "Quakes", {"Haiti 2010": ["Deaths", "Slow, and blocked at the port"], "Japan 2011": ["Deaths", "Help"]}),
        (FACTORS, "n.txt", "Nazis", {"Factor 1: Economic problems": ["Unemployment rose", "Banks closed"], "Factor 2: Propaganda": ["Radio, posters and rallies"], "Factor 3: Weak opponents": ["Communists stood alone"]}),
        (LETTER, "n.txt", "The Blitz", {"Positives": ["Morale"], "Negatives": ["Many were killed"]}),
        (TERMS_BEFORE, "n.txt", "Circuits", {"Advantages of series": ["Simple"], "Disadvantages of series": ["Dim"]}),
        (TABS_UP_TO_THE_COLUMN, "n.txt", "Elizabeth I", {"Successes": ["Beat the Armada", "Settled religion in the end"], "Problems": ["No heir", "Plots", "War in Ireland"]}),
        (BROKEN_CELLS, "n.txt", "Airports", {"For": ["Thousands of jobs in the south", "Trade grows"], "Against": ["Noise for people", "Targets are missed"]}),
        (SAVED_PAGE, "n.html", "The family", {"Pros": ["Home"], "Cons": ["Violence"]}),
        (ABBREVIATED, "n.txt", "Wages", {"ADV": ["↑ incomes for those of low pay", "↓ inequality", "More spending"], "DISADV": ["Firms cut jobs"]}),
        (PARTS_IN_CAPITALS, "n.txt", "Haig", {"BUTCHER": ["The Somme"], "NOT A BUTCHER": ["Amiens"]}),
        (ROMAN, "n.txt", "N", {"Causes": ["Cotton", "Tariffs", "Lincoln"], "Effects": ["Slaves"]}),
        (NUMBERED_SIDES, "n.txt", "Trident", {"FOR": ["No war came", "Jobs"], "AGAINST": ["Cost", "Immoral"]}),
        (USEFUL, "n.md", "Sources", {"Useful": ["Shows how people felt", "Private and honest"], "Limits": ["It was staged", "One person only"]}),
        (WHICH_IS_BETTER, "n.txt", "Sorting", {"Bubble sort": ["Easy to code"], "Merge sort": ["Quick with long lists"]}),
        (STUDY, "n.txt", "Milgram", {"Aim": ["To see whether people obey orders"], "Procedure": ["They paid 40 men for an hour"], "Findings": ["All obeyed"], "For": ["Standardised"], "Against": ["Unethical"]}),
        (SIDES_IN_EVALUATION, "n.md", "Bowlby", {"Ideas": ["Monotropy", "Critical period"], "Strengths": ["Geese"], "Weaknesses": ["Blames mothers"]}),
        (SHORTHAND, "n.txt", "N", {"Points": ["berlin wall causes", "events", "results"]}),
        (TITLES_ON_LINES, "n.txt", "Photosynthesis", {"Points": ["Light intensity", "Temperature"]}),
        (FIELDS, "n.md", "Macbeth", {"Ambition": ["vaulting ambition"], "Guilt": ["out damned spot"]}),
        (SPEAKERS, "n.txt", "Debate", {"Points": ["Plato", "Aristotle", "Plato", "Aristotle"]}),
        (IN_BRACKETS, "n.txt", "Rivers", {"Points": ["Abrasion wears the bed", "See the book", "Attrition rounds stones"]}),
        (TWENTIES, "n.txt", "America in the 20s", {"Boom": ["Cars", "Radios"], "Bust": ["Banks", "Farms"]}),
        (SIDES_OVER_AGAIN, "n.txt", "Energy", {"Pros": ["Free", "Silent"], "Cons": ["Noisy", "Only by day"]}),
        (NUMBERED_IN_LINE, "n.txt", "Meat", {"For": ["Iron, much of it", "Farmers have work"], "Against": ["Cruel", "Needs water"]}),
        (BARE_NUMBERS, "n.txt", "N", {"Arguments for zoos": ["Species are saved", "Schools visit", "Jobs for keepers"], "Arguments against zoos": ["Cages are small", "Animals pace", "It costs"]}),
        (PARAS, "n.txt", "Trade essay", {"Points": ["winners", "losers", "Para 3"]}),
        (QUESTION_AT_THE_END, "n.txt", "Women", {"Work": ["Land army", "Munitions"], "Home": ["Rationing"], "How much changed?": ["Many lost their jobs"]}),
        (SHOUTED, "n.txt", "Shakespeare at school?", {"YES": ["Great stories", "He made words"], "NO": ["Too hard for us"], "MAYBE": ["With films only"]}),
        (LABELS_OF_ONE_TEXT, "n.txt", "Ozymandias", {"Points": ["Context", "Form", "Language"]}),
        (BYLINE, "n.html", "Evacuation", {"Pros": ["Lives were saved", "Countryside"], "Cons": ["Homesick"]}),
        (DAY_OF_THE_LESSON, "n.txt", "WHY DID THE LEAGUE FAIL?", {"Points": ["No army", "No USA"]}),
        (QUESTIONS_OVER_LETTERS, "n.txt", "N", {"What were the main causes of the fire?": ["Dry summer", "Timber houses"], "Results": ["Churches lost", "Brick only"]}),
        (SO, "n.txt", "Hastings", {"Strengths": ["Cavalry", "Rest"], "Mistakes": ["No fyrd", "No horses"]}),
        (THEMES_OF_ONE_SIDE, "n.txt", "Kenya", {"Advantages of tourism": ["Jobs", "Taxes", "Schools"]}),
        (WHICH_ASKED, "no-till.csv", "No till", {"Pro": ["Less dust"], "Con": ["Weeds"]}),
        (SIDES_BY_CELLS, "roads.csv", "Roads", {"For": ["Trade", "Jobs"], "Against": ["Noise"]}),
        (DATED_LINES, "n.txt", "periodic table (C1 revision)", {"Points": ["Empedocles, earth air fire water", "Boyle, The Sceptical Chymist", "Lavoisier's list", "Dobereiner", "Mendeleev's table", "Noble gases", "Today"]}),
        (COMPARED_IN_WORD, "n.html", "Theatre", {"Stanislavski": ["It feels real to all", "Room with a fourth wall"], "Brecht": ["It makes all think", "Placards and bare lamps"]}),
        (BETWEEN_BLANKS, "n.txt", "The Haber process", {"Points": ["War of the Pacific was fought over it", "Haber got ammonia to drip out", "Bosch scaled it up", "200 atm, so high pressure pushes it", "Feeds nearly half the world", "Kept Germany in explosives", "Oppau blew up"]}),
        (UNDERLINED, "n.md", "Stem cells (Biology, yr 10)", {"Benefits": ["Skin", "Hearts"], "Problems": ["Cost"]}),
        (UNDER_THE_TITLE, "n.txt", "Medicine 1500-1700", {"Change": ["Harvey", "Fabrica"], "Continuity": ["Miasma", "Wise women"]}),
        (FOR_MRS, "n.txt", "Families", {"MARXISTS": ["Family keeps capitalism going", "It hides the class war"], "NEW RIGHT": ["Two parents are best for a child", "Fathers matter"]}),
        (BOXES, "n.html", "Apple", {"Strengths": ["Brand"], "Weaknesses": ["Prices"], "Opportunities": ["India"], "Threats": ["Fines"]}),
    ],
)  # fmt: skip
def test_title_sides_and_points_are_those_that_a_reader_sees(notes, name, title, points):
    draft = imported(notes, name)
    assert draft.told["title"] == title
    assert list(draft.points.items()) == list(points.items())
    if not name.endswith("html"):
        assert not words(notes) - words_of(draft)


@pytest.mark.parametrize(
    ("closing", "first"),
    [
        ("What I think: It paid. But it was slow.", "It paid."),
        ("My view - it paid", "it paid"),
        ("= so it depends on the wind", "so it depends on the wind"),
    ],
)
def test_a_last_line_that_weighs_up_is_the_evaluation(closing, first):
    draft = imported(f"Wind\n\n+ clean\n- ugly\n+ free\n\n{closing}\n")
    assert draft.data["evaluation"]["paragraphs"][0][0]["text"].strip() == first
    assert draft.points == {"For": ["Clean", "Free"], "Against": ["Ugly"]}
    assert not words(closing) - words_of(draft)


def test_records_have_their_dates_and_their_labels():
    first = imported(RECORDS).data["points"][0]
    assert first["date"] == "June 1948"
    assert first["text"].replace("{{", "").replace("}}", "") == "Cause: Stalin was afraid\n\nEffect: NATO came\n"


def test_the_parts_of_what_is_weighed_up_are_its_theme():
    draft = imported(WEIGHED_WITHIN, "n.md")
    assert [point["theme"] for point in draft.data["points"]] == ["Sea wall at Hornsea"] * 2 + ["Groynes"] * 2


def test_terms_explained_before_all_else_are_the_glossary():
    draft = imported(TERMS_BEFORE)
    assert [card["term"] for card in draft.data["glossary"]] == ["Current", "Voltage"]


def test_what_names_a_compared_column_dates_no_point():
    assert not any("date" in point for point in imported(COMPARED, "n.md").data["points"])


@pytest.mark.parametrize(
    ("line", "key"),
    [("Coast erodes 1.8 m each year there", "summary"), ("Paper 3, from the booklet for next Friday", "")],
)
def test_a_sentence_before_the_first_heading_is_the_summary_if_it_speaks_of_the_topic(line, key):
    draft = imported(f"Holderness\n\n{line}\n\nPros\n- walls\n\nCons\n- dear\n")
    assert bool(draft.data.get("summary")) == bool(key)
    assert not words(line) - words_of(draft)


def test_classes_that_are_bold_are_bold():
    page = "<style>.c1{color:#000;font-weight:700}.c2{font-style:italic}</style><p>Rome<p><span class=c1>Army:</span> legions<p class=c2>x"
    assert imported(page, "n.html").points == {"Points": ["Army", "X"]}


def test_a_summary_may_be_named_on_its_own_line():
    draft = imported("Rivers\n\n- High Force\n- Waterfalls\n\nSummary: Rivers wear rock away.\n")
    assert draft.data["summary"] == "Rivers wear rock away.\n"
    assert "# Summary: Rivers" in draft.text


GOOGLE = """\
<p class=title><span>Rome</span></p><p>Strengths</p><ul class="lst-kix_a-0"><li>Army<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></li>
<li>Roads</li></ul><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;28 legions.</span></p></div>
"""
PANDOC = """\
<h1>Rome</h1><h2>Strengths</h2><ul><li>Army<a href="#fn1" id="fnref1"><sup>1</sup></a></li><li>Roads</li></ul>
<ol><li id="fn1"><p>28 legions.<a href="#fnref1">↩︎</a></p></li></ol>
"""
MARKDOWN = "# Rome\n## Strengths\n- Army[^a]\n- Roads\n\n[^a]: 28\n    legions.\n"


@pytest.mark.parametrize(
    ("notes", "name"), [(GOOGLE, "n.html"), (PANDOC, "n.html"), (MARKDOWN, "n.md"), (MARKDOWN, "n.txt")]
)
def test_a_footnote_stands_in_the_point_that_it_belongs_to(notes, name):
    draft = imported(notes, name)
    assert draft.points["Strengths"] == [draft.points["Strengths"][0], "Roads"]
    assert [point["text"].strip() for point in draft.data["points"]] == ["Army (28 legions.)", "Roads"]


def test_a_footnote_of_word_stands_in_its_point_and_one_to_a_heading_is_left_out():
    data = word_file(("Rome", "Title"), ("Strengths", "Heading 1"), ("Army", "List Bullet"), ("Roads", "List Bullet"))
    draft = imported(with_footnotes(data, Strengths="of the Empire", Army="28 legions."), "n.docx")
    assert [point["text"].strip() for point in draft.data["points"]] == ["Army (28 legions.)", "Roads"]
    assert [left["text"] for left in draft.told["left_out"]] == ["of the Empire"]


def test_the_mark_of_a_footnote_that_is_not_there_stays():
    assert (
        imported("Rome\n\nPros\n- Army[^7] of 28 legions\n- Roads\n").data["points"][0]["text"].strip()
        == "Army[^7] of 28 legions"
    )


@pytest.mark.parametrize(
    "line", ["word {} and   more", "{}word\t\tmore", "- word {}   - more", "{} words that are", "Event: {}\nDate: 1"]
)
def test_four_times_the_lines_are_four_times_the_work(line):
    def read(count):
        return calls_of(
            lambda: read_notes("\n".join(line.format("x " * (7 * n % 19)) for n in range(count)).encode(), "n.txt")
        )

    read(10)
    assert read(1600) < 6 * read(400)


ASKED = """\
---
title: "Quartics"

tags: ["maths"]
---

A quartic has a degree of 4.

##### What is a quartic??
A polynomial of degree 4.

##### How do you sketch it??
1. Add the roots
2. Add where it meets the axis

##### How many roots may it have?
Four.
"""


ASKED_AMONG = "# Fission\n\n- Splits: a heavy nucleus splits\n\n" + ASKED.split("degree of 4.\n\n")[1]


def test_headings_that_ask_are_answered_by_what_stands_under_them():
    draft = imported(ASKED, "quartics.md")
    assert draft.data["title"] == "Quartics"
    points = {point["title"]: re.sub(r"[{}\s]+", " ", point["text"]) for point in draft.data["points"]}
    assert list(points) == ["What is a quartic?", "How do you sketch it?", "How many roots may it have?"]
    assert "A polynomial of degree" in points["What is a quartic?"]
    assert "1. Add the roots 2. Add where" in points["How do you sketch it?"]
    assert not any(point["title_guessed"] for point in draft.told["points"])
    assert "sides" not in draft.data
    assert not words(ASKED) - words_of(draft)


def test_beside_points_they_are_flashcards():
    draft = imported(ASKED_AMONG, "fission.md")
    assert next(card["front"] for card in draft.data["flashcards"]) == "What is a quartic?"
    assert [point["title"] for point in draft.data["points"]] == ["Splits"]
    assert not words(ASKED_AMONG) - words_of(draft)


def test_bullets_of_several_kinds_in_one_list_are_all_points():
    notes = "### Consumers\n- Price: it rose\n* health: fewer teeth\n- obesity: more\n  - of children\n\n### Firms\n* Jobs: none lost\n- costs: high\n"
    draft = imported(notes, "tax.md")
    assert draft.points == {"Consumers": ["Price", "health", "obesity"], "Firms": ["Jobs", "costs"]}


def test_a_bullet_says_nothing_where_indents_say_what_stands_in_what():
    notes = "## Helped\n\n* War: it cost\n    * planes flew\n* Tanks: big\n- Heatley: his trick\n* Lister: mould\n"
    assert imported(notes, "penicillin.md").points == {"Helped": ["War", "Tanks", "Heatley", "Lister"]}


def test_peel_may_stand_in_one_paragraph_under_headings_that_answer():
    notes = """War of the Worlds - does it hold up?
media studies, PEEL paragraphs for Thurs

Yes it does

Point: People swallowed it. Evidence: Cantril (1940) heard six million. Link: so they were passive.

Point: The format fooled them. Evidence: Welles had bulletins. Link: so nobody doubted it.

No it doesn't

Point: The press made it up. Evidence: two in a hundred heard it. Link: so there was no mass.
"""
    draft = imported(notes)
    assert {side: len(points) for side, points in draft.points.items()} == {"Yes it does": 2, "No it doesn't": 1}
    assert "Point" not in [title for titles in draft.points.values() for title in titles]
    assert not words(notes) - words_of(draft)


def test_questions_and_answers_under_headings_are_points_on_their_sides():
    notes = """RADIOACTIVITY - quick fire Qs
for the mock, cover up the answers!!

DISCOVERY

Q1. Who found it first?
A: Becquerel, 1 March 1896

Q2. When was the neutron found?
A: Chadwick, 1932

DANGERS

Q3. What went wrong at Windscale?
A: fire in Pile 1, 10 Oct 1957
"""
    draft = imported(notes)
    assert draft.points == {
        "DISCOVERY": ["Who found it first?", "When was the neutron found?"],
        "DANGERS": ["What went wrong at Windscale?"],
    }
    assert not words(notes) - words_of(draft)
