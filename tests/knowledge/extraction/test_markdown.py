from tests.knowledge.extraction.fixtures import Read, Shape

PAGE = """---
title: "Mot de passe oublié"
tags: [mdp]
---
# Réinitialiser *son* mot de passe { #reset .wide }

> [!NOTE]
> Réservé aux **agents**. Voir [le portail](https://portail.example/mdp).

1. Ouvrez `Paramètres`
2. Choisissez :
   - *Sécurité*
   - [x] Confidentialité
3. Validez

| Cas | Délai |
|-----|------:|
| Oubli | 10 min |
| Blocage | 1 h |

```bash
net user  jean *
[center]pas un code court[/center]
```

![capture](ecran.png)
::: tip
Un ~~vieux~~ conseil.
:::
[center]Au milieu[/center] {% if admin %}[un lien](https://a.example){% endif %}
[ui-tab title="Sur Mac"]
Remplacez <nom du serveur> par le vôtre.
"""


def test_markdown_becomes_clean_blocks(read: Read, shape: Shape) -> None:
    page = read("mdp.md", PAGE)
    assert page.title == "Mot de passe oublié"
    assert shape(page) == [
        ("heading", 1, "", "Réinitialiser son mot de passe"),
        ("paragraph", 0, "", "Réservé aux agents. Voir le portail."),
        ("list_item", 1, "1.", "Ouvrez Paramètres"),
        ("list_item", 1, "2.", "Choisissez :"),
        ("list_item", 2, "-", "Sécurité"),
        ("list_item", 2, "-", "Confidentialité"),
        ("list_item", 1, "3.", "Validez"),
        ("table", 0, "", "Cas: Oubli; Délai: 10 min\nCas: Blocage; Délai: 1 h"),
        ("code", 0, "", "net user  jean *\n[center]pas un code court[/center]"),
        ("paragraph", 0, "", "Un vieux conseil."),
        ("paragraph", 0, "", "Au milieu un lien"),
        ("paragraph", 0, "", "Sur Mac"),
        ("paragraph", 0, "", "Remplacez <nom du serveur> par le vôtre."),
    ]


def test_html_inside_markdown_is_read_and_scripts_are_not(read: Read, shape: Shape) -> None:
    page = read(
        "a.md",
        "# T\n\n<details><summary>Plus</summary>\n\nDétail.\n\n</details>\n<script>x</script>\n",
    )
    assert [block[3] for block in shape(page)] == ["T", "Plus", "Détail."]


def test_the_only_first_heading_is_the_title(read: Read) -> None:
    assert read("a.md", "# Sauvegarde\n\n## Quand\n\nLa nuit.").title == "Sauvegarde"
    assert read("guide-rapide.md", "Juste un texte.").title == "Guide rapide"
