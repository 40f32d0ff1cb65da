"""Web pages: what is seen, as headings, items, paragraphs and tables; what is not is left out with its reason."""

import pytest

from studypack.importing.readers import read_notes
from tests.importing.drafts import imported
from tests.importing.notes_read import told

PAGES = [
    ("<h1>Rome <b>falls</b></h1><h2>Why</h2><p>text", ["#1 Rome falls", "#2 Why", "¶ text"]),
    ("<p>one<br>two &amp; <b>bold</b> three", ["¶ one", "¶ two & **bold** three"]),
    ("<p><strong>Fake</strong></p><p>text", ["# Fake", "¶ text"]),
    ("<ul><li>one<li>two<ul><li>in</ul><li>three</ul>", ["- [•] one", "- [•] two", "-1 [•] in", "- [•] three"]),
    ("<ol start=3><li>c</li><li>d</li></ol>", ["- [3.] c", "- [4.] d"]),
    ("<ul><li><p>one</p><p>more</p></li></ul>end", ["- [•] one more", "¶ end"]),
    ("<ul class='lst-kix_a-0'><li>one</ul><ul class='lst-kix_a-1'><li>in</ul>", ["- [•] one", "-1 [•] in"]),
    ("<table><tr><th>For<th>Against<tr><td>a<td>b</table>", ["! For / Against", "| a / b"]),
    ("<table><thead><tr><td><b>A</b></td><td><b>B</b></td></tr></thead><tr><td>c</td><td>d</td></tr></table>", ["! A / B", "| c / d"]),
    ("<table><tr><td>For<td>Against<tr><td><ul><li>a<li>b</ul><td><ul><li>c</ul></table>", ["# For", "- [•] a", "- [•] b", "# Against", "- [•] c"]),
    ("<table><tr><td colspan=2>Both<tr><td>a<td>b</table>", ["¶ Both", "| a / b"]),
    ("<dl><dt>GDP<dd>gross<dt>CPI<dd>prices</dl>", ["| GDP / gross", "| CPI / prices"]),
    ("10<sup>6</sup> km<sup>2</sup> CO<sub>2</sub> 28<sup>th</sup>", ["¶ 10^6 km2 CO2 28th"]),
    ("<p class=MsoListParagraph><span>·<span>&nbsp; &nbsp;</span></span>one<o:p></o:p></p>", ["- [·] one"]),
    ("<ul><li><a>one</a><li><a>two</a> more<li><a>three</a></ul>", ["- [•] one", "- [•] two more", "- [•] three"]),
    ("<ul><li>one<li hidden></ul><p>end", ["- [•] one", "¶ end"]),
    ("<p>See <a>one</a>, <a>two</a> and <a>three</a>", ["¶ See one, two and three"]),
    ("<div>a<div>b</div>c</div>", ["¶ a", "¶ b", "¶ c"]),
    ("<pre>- a\n- b</pre>", ["- a", "- b"]),
    ("a <!-- hidden > --> b <!-- never closed", ["¶ a b <!-- never closed"]),
    ("a < b and c > d <3", ["¶ a < b and c > d <3"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "right"), PAGES)
def test_what_is_seen_of_a_page(page, right):
    assert told(f"<!DOCTYPE html><html><body>{page}", "page.html") == right
    assert told(page, "page.htm") == right


LEFT = [
    ("<nav><a>Home</a> <a>About</a></nav>", "Home About", "the website's own links"),
    ("<div role=navigation><li>Home<li>About</div>", "Home About", "the website's own links"),
    ("<footer>Created by me</footer>", "Created by me", "the foot of the web page"),
    ("<p style='display: none'>secret</p>", "secret", "hidden on the web page"),
    ("<p hidden>secret <b>one</b></p>", "secret one", "hidden on the web page"),
    ("<p><a href=x>Home</a> | <a>About</a> | <a>Shop</a></p>", "Home | About | Shop", "the website's own links"),
    ("<ul><li><a>Home</a><li><a>About us</a><li><a>Shop</a></ul>", "Home About us Shop", "the website's own links"),
    ("<ul><li hidden>secret<li>seen</ul>", "secret", "hidden on the web page"),
    ("<p>yes<del>no</del></p>", "no", "struck through"),
    ("<img src=x alt='a map'>", "a map", "the description of a picture"),
    ("<head><title>Notes</title></head>", "Notes", "the title of the web page"),
    ("<button>Send</button>", "Send", "a button of the web page"),
    ("<div id='cookie-bar'>We use <a href=x>cookies</a>.</div>", "We use cookies.", "a notice of the website"),
    ("<div class='cookie-banner-wrapper'>We use cookies</div>", "We use cookies", "a notice of the website"),
    ("<div class='CybotCookie gdpr'>We care</div>", "We care", "a notice of the website"),
    ("<div role=dialog>Accept?</div>", "Accept?", "a notice of the website"),
    ("<section class=newsletter-signup><p>Get our mail</section>", "Get our mail", "a notice of the website"),
    ("<div class=sharedaddy>Share this page:</div>", "Share this page:", "buttons to share the page"),
    ("<ul class=social-links><li>Facebook<li>X</ul>", "Facebook X", "buttons to share the page"),
    ("<div class=ad aria-label=Advertisement>Book a tutor</div>", "Book a tutor", "an advertisement"),
    ("<div aria-label=Advertisement>Book a tutor</div>", "Book a tutor", "an advertisement"),
    ("<aside id=sidebar><h3>New</h3>Stem cells</aside>", "New Stem cells", "other pages of the website"),
    ("<div class='related-posts'><p>Stem cells</div>", "Stem cells", "other pages of the website"),
    ("<div class=breadcrumbs>Home > Biology</div>", "Home > Biology", "the website's own links"),
    ("<div class='mainMenu'>Home</div>", "Home", "the website's own links"),
    ("<div class=comments-area><p>Cool, thanks</div>", "Cool, thanks", "comments of readers"),
    ("<div class=post-meta>by Ann in Rome</div>", "by Ann in Rome", "who made the web page, and when"),
]


@pytest.mark.parametrize(("page", "text", "why"), LEFT)
def test_what_is_no_content_is_left_out_with_its_reason(page, text, why):
    notes = read_notes(f"<html>{page}<p>end</p></html>".encode(), "page.html")
    assert [(each.text, each.why) for each in notes.left_out] == [(text, why)]
    assert notes.lines[-1].text == "end"


HELD = """
<body class="has-sidebar cookie-consent"> <main class="menu"> <article class="ad"> <div class="content-sidebar-wrap">
<div class="menu-content"> <div class="no-ads"> <div class="social-causes"> <div class="advantages"> <div class="sharecropping">
<div class="navy"> <div class="commentary"> <p class="related-to-the-war-of-1914"> <h2 class="related">
""".strip().splitlines()


@pytest.mark.parametrize("tag", [f"<{tag}" for line in HELD for tag in line.strip().split("<")[1:]])
def test_what_holds_the_content_or_is_named_alike_is_content(tag):
    assert told(f"<html>{tag}<p>the words", "page.html")[-1].endswith("the words")


def test_a_page_that_is_all_named_as_a_part_of_a_website_is_read():
    page = "<html><div class=sidebar><h1>Rome</h1><p>Rome fell in the year 476 and nobody saw it fall</div>end"
    assert told(page, "page.html")[0] == "#1 Rome"


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to improve your experience. See our policy for more.",
        "This site uses cookies",
        "By continuing to browse you accept our cookies.",
        "Accept all",
        "Reject all cookies",
        "Manage settings",
        "Privacy policy",
        "Terms of use",
        "Subscribe to our newsletter",
        "Enter your email address",
        "Advertisement",
        "Share this page",
        "Share this with friends",
        "Back to all notes",
    ],
)
def test_a_line_of_a_website_that_has_no_name_is_left_out(line):
    page = f"<html><h1>Rome</h1><h2>Causes</h2><ul><li>Greed<li>Lead</ul><p>{line}</p><h2>Effects</h2><ul><li>Ruin</ul>"
    draft = imported(page, "page.html")
    assert [each["text"] for each in draft.told["left_out"]] == [line]
    assert draft.points == {"Causes": ["Greed", "Lead"], "Effects": ["Ruin"]}


def test_scripts_and_styles_say_nothing():
    page = "<html><style>p{color:red}</style><script>var words;</script><template>x</template><p>end"
    notes = read_notes(page.encode(), "page.html")
    assert (told(page, "page.html"), notes.left_out) == (["¶ end"], ())


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=windows-1252>", "cp1252"),
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta charset=nonsense>", "cp1252"),
        ("", "utf-16"),
    ],
)
def test_the_encoding_of_a_page(head, encoding):
    assert told(f"<html>{head}<p>naïve – “café”".encode(encoding), "page.html") == ["¶ naïve – “café”"]
