from tests.knowledge.extraction.fixtures import Read, Shape

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>VPN - Intranet</title>
<style>p{color:red}</style></head><body>
<header><a href="/">Accueil</a></header><nav><ul><li>Menu</li></ul></nav>
<main><h1>Accès <em>VPN</em></h1>
<p>Installez   le client<br>puis red&eacute;marrez. <a href="https://netz.example/vpn">Aide</a></p>
<script>alert(1)</script><p hidden>caché</p><p style="display: none">caché</p>
<p aria-hidden="true">caché</p><div class="breadcrumb">caché</div>
<ol start="3"><li><p>Ouvrez</p><p>La fenêtre s’affiche.</p></li>
<li>Choisissez<ul><li>site A</li><li>site B</li></ul></li></ol>
<dl><dt>MFA</dt><dd>Second facteur</dd></dl>
<pre>ipconfig
  /all</pre></main><footer>Mentions légales</footer></body></html>"""


def test_the_main_part_alone_is_read_in_order(read: Read, shape: Shape) -> None:
    page = read("vpn.html", PAGE)
    assert shape(page) == [
        ("heading", 1, "", "Accès VPN"),
        ("paragraph", 0, "", "Installez le client\npuis redémarrez. Aide"),
        ("list_item", 1, "3.", "Ouvrez\nLa fenêtre s’affiche."),
        ("list_item", 1, "4.", "Choisissez"),
        ("list_item", 2, "-", "site A"),
        ("list_item", 2, "-", "site B"),
        ("list_item", 1, "", "MFA\nSecond facteur"),
        ("code", 0, "", "ipconfig\n  /all"),
    ]
    assert page.blocks[1].links == (("Aide", "https://netz.example/vpn"),)
    assert (page.title, page.language, page.pages) == ("Accès VPN", "fr", None)


def test_without_a_main_part_the_body_is_read_without_its_furniture(
    read: Read, shape: Shape
) -> None:
    page = read(
        "a.html",
        "<body><p><a href='/x'>Télécharger</a></p><h2>Sujet</h2><p>Texte.</p>"
        "<footer>Pied</footer></body>",
    )
    assert [block[3] for block in shape(page)] == ["Sujet", "Texte."]


def test_several_articles_are_all_read(read: Read, shape: Shape) -> None:
    page = read(
        "a.html",
        "<body>Ailleurs<article><p>Un.</p><article>Dedans.</article></article>"
        "<article>Deux.</article></body>",
    )
    assert [block[3] for block in shape(page)] == ["Un.", "Dedans.", "Deux."]


def test_the_page_title_stands_in_where_there_is_no_single_heading(read: Read) -> None:
    assert read("a.html", "<title>Deux sujets</title><h1>A</h1><h1>B</h1>").title == "Deux sujets"


def test_a_table_has_its_header_spans_and_links(read: Read) -> None:
    page = read(
        "a.html",
        "<table><caption>Tarifs</caption><tr><th>Offre</th><th>Prix</th><th>Délai</th></tr>"
        "<tr><td rowspan=2>Base</td><td><a href='https://a.example'>10 €</a></td><td>4 h</td></tr>"
        "<tr><td colspan=2>sur <b>devis</b></td></tr></table>",
    )
    caption, table = page.blocks
    assert caption.text == "Tarifs"
    assert table.rows == (
        ("Offre", "Prix", "Délai"),
        ("Base", "10 €", "4 h"),
        ("Base", "sur devis", ""),
    )
    assert table.has_header
    assert table.text == "Offre: Base; Prix: 10 €; Délai: 4 h\nOffre: Base; Prix: sur devis"
    assert table.links == (("10 €", "https://a.example"),)


def test_a_table_that_only_arranges_the_page_is_read_as_text(read: Read, shape: Shape) -> None:
    page = read(
        "a.html",
        "<table><tr><td><h2>A</h2><ul><li>un</li></ul></td><td><p>B</p>"
        "<table><tr><td>x</td><td>y</td></tr><tr><td>1</td><td>2</td></tr></table></td></tr>"
        "</table>",
    )
    assert shape(page) == [
        ("heading", 2, "", "A"),
        ("list_item", 1, "-", "un"),
        ("paragraph", 0, "", "B"),
        ("table", 0, "", "x: 1; y: 2"),
    ]


def test_broken_and_very_deep_markup_is_read(read: Read) -> None:
    assert read("a.html", "<li>seul<p>Non fermé <b>gras").blocks[0].text == "seul\nNon fermé gras"
    deep = read("b.html", "<div>" * 3000 + "fond" + "</div>" * 3000)
    assert deep.blocks[0].text == "fond"


def test_the_declared_encoding_is_used(read: Read) -> None:
    page = '<meta charset="iso-8859-15"><p>Coût : 5 €</p>'.encode("iso-8859-15")
    assert read("a.html", page).blocks[0].text == "Coût : 5 €"


def test_preformatted_breaks_and_definition_groups(read: Read, shape: Shape) -> None:
    page = read("a.html", "<pre>a<br>b</pre><dl><div><dt>T</dt><dd>D</dd></div></dl>")
    assert shape(page) == [("code", 0, "", "a\nb"), ("list_item", 1, "", "T\nD")]


def test_items_with_values_and_code_inside_a_list(read: Read, shape: Shape) -> None:
    page = read(
        "a.html", "<ol type=a><li value=3>trois<pre>x</pre><p>suite</p></li><li>q</li></ol>"
    )
    assert shape(page) == [
        ("list_item", 1, "c.", "trois"),
        ("code", 1, "", "x"),
        ("paragraph", 1, "", "suite"),
        ("list_item", 1, "d.", "q"),
    ]


def test_related_topics_at_the_end_are_navigation(read: Read, shape: Shape) -> None:
    text = "Vous pouvez utiliser plusieurs filtres pour filtrer les plages de cellules. " * 6
    page = read(
        "a.html",
        f"<h1>Filtres</h1><p>{text}</p><p>Rubriques connexes</p>"
        "<div><p><a href='tri.html'>Tri</a></p><p><a href='plage.html'>Plages</a></p></div>",
    )
    assert [block[3] for block in shape(page)] == ["Filtres", text.strip()]


def test_links_at_the_end_that_lead_elsewhere_stay(read: Read, shape: Shape) -> None:
    page = read(
        "a.html",
        "<h1>VPN</h1><p>Texte.</p><p>Pour en savoir plus :</p>"
        "<p><a href='https://a.example/1'>Guide</a></p><p><a href='https://a.example/2'>FAQ</a></p>",
    )
    assert [block[3] for block in shape(page)][-2:] == ["Guide", "FAQ"]
