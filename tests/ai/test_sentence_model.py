"""The model that comes with the product: its card, its understanding, whatever it is given."""

import re
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

import netz.ai
from netz.ai.onnx import OnnxEmbedder

FOLDER = Path(netz.ai.__file__).parent / "sentence_model"


@pytest.fixture(scope="module")
def model() -> OnnxEmbedder:
    """The shipped model, whatever the machine's settings."""
    return OnnxEmbedder(FOLDER)


def test_the_card_tells_of_this_very_file() -> None:
    card = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name in ("model.onnx", "tokenizer.json"):
        digest = sha256((FOLDER / name).read_bytes()).hexdigest()
        assert re.search(rf"{name}.*{digest}", card), f"{name} is another than the card's"
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 30_000_000


def test_a_problem_finds_its_solution_in_other_words_and_in_the_other_language(
    model: OnnxEmbedder,
) -> None:
    passages = [
        "Réinitialiser la synchronisation Exchange ActiveSync\nSupprimez le partenariat mobile.",
        "Changer la cartouche\nOuvrez le capot de l'imprimante et retirez le toner vide.",
        "Demander des congés\nRemplissez le formulaire deux mois avant le départ.",
        "Récupérer l'espace disque\nSupprimez les fichiers temporaires du lecteur.",
    ]
    found = model.embed_here(passages, "passage")
    asked = model.embed_here(
        [
            "je reçois plus mes mails sur mon téléphone",
            "l'imprimante n'a plus d'encre",
            "How do I ask for holidays?",
            "mon PC est plein",
        ],
        "query",
    )
    assert (asked @ found.T).argmax(axis=1).tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("MON IMPRIMANTE NE RÉPOND PLUS", "mon imprimante ne répond plus"),
        ("Reinitialiser le mot de passe", "Réinitialiser le mot de passe"),
        ("le VPN ne marche pas 😡😡", "le VPN ne marche pas"),
    ],
)
def test_capitals_accents_and_emoji_change_little(
    model: OnnxEmbedder, written: str, plain: str
) -> None:
    one, other = model.embed_here([written, plain], "query")
    assert float(one @ other) > 0.8


@pytest.mark.parametrize(
    "text", ["", "?", "🖨️", "打印机坏了", "لا تعمل الطابعة", "Принтер", "mdp " * 3000, "\x00\u202e"]
)
def test_any_text_gives_a_vector_of_length_one_or_none(model: OnnxEmbedder, text: str) -> None:
    for kind in ("query", "passage"):
        (vector,) = model.embed_here([text], kind)  # type: ignore[arg-type]
        assert vector.shape == (384,)
        assert np.isfinite(vector).all()
        assert float(np.linalg.norm(vector)) < 1.001


def test_a_title_counts_beside_the_text(model: OnnxEmbedder) -> None:
    text = "Ouvrez les paramètres, choisissez Système, puis Notifications. " * 6
    asked, titled, bare = (
        model.embed_here(["couper le bip des messages"], "query")[0],
        *model.embed_here(["Couper le son des messages\n" + text, "Divers\n" + text], "passage"),
    )
    assert float(asked @ titled) > float(asked @ bare)
