"""A toy model, from 200 sentence pairs to the file that the product reads."""

import gzip
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="made by `make test-training`")

ROOT = Path(__file__).parents[2]
VERBS = {
    "imprimer": "print", "ouvrir": "open", "fermer": "close", "supprimer": "delete",
    "renommer": "rename", "partager": "share", "chiffrer": "encrypt", "copier": "copy",
    "restaurer": "restore", "envoyer": "send", "installer": "install", "configurer": "configure",
    "mettre à jour": "update", "sauvegarder": "back up", "déplacer": "move",
}  # fmt: skip
NOUNS = {
    "le fichier": "the file", "le dossier": "the folder", "la boîte aux lettres": "the mailbox",
    "le calendrier": "the calendar", "l'imprimante": "the printer", "le pilote": "the driver",
    "le mot de passe": "the password", "la clé USB": "the USB key", "l'écran": "the screen",
    "le serveur": "the server", "le réseau sans fil": "the wireless network",
    "la feuille de calcul": "the spreadsheet", "le navigateur": "the browser",
    "la réunion": "the meeting", "le téléphone": "the phone", "la licence": "the licence",
}  # fmt: skip
PAIRS = [
    (f"Comment {fr_verb} {fr_noun} ?", f"How to {en_verb} {en_noun}?")
    for (fr_verb, en_verb), (fr_noun, en_noun) in itertools.product(VERBS.items(), NOUNS.items())
]
LEARNT, UNSEEN = PAIRS[::6] + PAIRS[1::6] + PAIRS[2::6] + PAIRS[3::6] + PAIRS[4::6], PAIRS[5::6]


def lines(path: Path, rows: list[dict[str, Any]]) -> None:
    """Writes a gzipped file of JSON lines."""
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy model, made by the documented command."""
    data = tmp_path_factory.mktemp("data")
    pairs = [{"fr": fr, "en": en, "src": "toy", "mt": False} for fr, en in LEARNT]
    lines(data / "pairs_train.jsonl.gz", pairs)
    matches = [
        {
            "query": fr,
            "passage": f"{fr} Choisissez Paramètres puis Avancé, {en.lower()} puis validez par OK.",
            "src": "toy",
        }
        for fr, en in LEARNT
    ]
    lines(data / "query_passage_fr.jsonl.gz", matches)
    out = data / "model"
    command = [sys.executable, "-m", "training", "all", "--data", data, "--work", data / "work"]
    given = ["--out", out, "--minutes", "0.3", "0.2", "0.1", "--pieces", "700"]
    environment = os.environ | {"HF_HUB_OFFLINE": "1"}
    subprocess.run([*command, *given], cwd=ROOT, env=environment, check=True)
    return out


def vectors(folder: Path, texts: list[str]) -> np.ndarray[Any, Any]:
    """The texts as the exported file sees them."""
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"))
    found = []
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids])
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        found.append(session.run(None, given)[0][0])
    return np.array(found)


def test_french_finds_its_english(folder: Path) -> None:
    """Of 40 sentences that were never seen, far more than one in 40 finds its translation."""
    french = vectors(folder, [fr for fr, _ in UNSEEN])
    english = vectors(folder, [en for _, en in UNSEEN])
    assert len(LEARNT) == 200
    assert len(UNSEEN) == 40
    assert np.allclose(np.linalg.norm(french, axis=1), 1, atol=1e-3)
    right = (french @ english.T).argmax(axis=1) == np.arange(len(UNSEEN))
    assert right.mean() > 0.4


@pytest.mark.parametrize("text", ["", "🖨️🔥", "打印机坏了", "IMPRIMER", "a" * 5000])
def test_any_text_has_a_vector(folder: Path, text: str) -> None:
    """Whatever is written, the model gives numbers."""
    assert np.isfinite(vectors(folder, [text])).all()


def test_a_stopped_run_goes_on(folder: Path) -> None:
    """A stage that has spent its time isn't begun again."""
    data = folder.parent
    command = [sys.executable, "-m", "training", "distil", "--data", data, "--work", data / "work"]
    given = ["--minutes", "0.3", "0.2", "0.1", "--pieces", "700"]
    ran = subprocess.run([*command, *given], cwd=ROOT, check=True, capture_output=True, text=True)
    assert "going on after" in ran.stdout
