"""Web pages: what is seen, as headings, items, paragraphs and tables; what is not is left out with its reason."""

import pytest

from studypack.importing.readers import read_notes
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
]


@pytest.mark.parametrize(("page", "text", "why"), LEFT)
def test_what_is_no_content_is_left_out_with_its_reason(page, text, why):
    notes = read_notes(f"<html>{page}<p>end</p></html>".encode(), "page.html")
    assert [(each.text, each.why) for each in notes.left_out] == [(text, why)]
    assert notes.lines[-1].text == "end"


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
