"""Which of our two languages a short question is written in."""

from __future__ import annotations

import re
from functools import lru_cache

from netz.assistant.answering.lexicon import ENGLISH_FUNCTION, FRENCH_FUNCTION, words
from netz.assistant.answering.types import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FRENCH_LETTER = re.compile(r"[àâæçéèêëîïôœùûüÿ]", re.IGNORECASE)
_ELISION = re.compile(r"\b(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu)['’]", re.IGNORECASE)
_CONTRACTION = re.compile(
    r"\b\w+(?:n['’]t|['’](?:re|ve|ll|m))\b|\b(?:what|how|it|there)['’]s\b", re.I
)

# Trade words and verb forms that short questions are made of, where they belong to one language.
_FRENCH_TRADE = words(
    """accès adresse ajouter allumer arrivée boîte bonjour câble carte changer clavier clé codes
    compte comptes connecter connexion contrat courriel créer débloquer défaut départ
    dossier droit écran effacer enregistrer envoyer erreur fichier fichiers fonctionne
    forfait imprimante imprimantes imprimer installation installer lent lente licence lien
    ligne logiciel lorsque marche marchent matériel mail messagerie mise mot modifier mots
    nouveau nouvelle numéro oublié ouvrir ordinateur panne partage partager passe pièce
    poste prix réinitialiser réseau réunion salarié sauvegarde sauvegarder serveur souris
    supprimer tarif téléphone téléphonie utilisateur veux virus vitesse voix clef jours
    heures délai horaires congés facture factures mes mon ma"""
)
_ENGLISH_TRADE = words(
    """access account add address backup battery blocked broken cable calendar change charger check
    cancel choose computer configure connect connection crash crashes create delete device
    disk download email enable disable error fails file files find fix folder forgot
    forgotten freeze holiday invoice invite invoices install keyboard laptop leave licence
    lost meeting missing mouse network new open password passwords phone printer printers
    printing reset recover restore restart retention save screen send server settings setup
    share shared sharing signature slow start storage stop support sync turn unlock update
    upgrade user users wifi won work works"""
)


@lru_cache(maxsize=4096)
def detect_language(question: str, default: Language = "fr") -> Language:
    """Return the language of `question`, or `default` where nothing tells them apart ("VPN?")."""
    french = 1.5 * len(_FRENCH_LETTER.findall(question)) + 2.0 * len(_ELISION.findall(question))
    english = 2.0 * len(_CONTRACTION.findall(question))
    for word in _WORD.findall(question.lower()):
        french += _weight(word, FRENCH_FUNCTION, _FRENCH_TRADE, ENGLISH_FUNCTION)
        english += _weight(word, ENGLISH_FUNCTION, _ENGLISH_TRADE, FRENCH_FUNCTION)
        french += 0.5 * (word.endswith(("ez", "eur", "aux", "eux", "ment", "ique", "oir")))
        english += 0.5 * (word.endswith(("ing", "ght", "ould", "ness", "wn", "ly")))
    if french == english:
        return default
    return "fr" if french > english else "en"


def _weight(
    word: str, function: frozenset[str], trade: frozenset[str], other: frozenset[str]
) -> float:
    if word in function:
        return 0.25 if word in other or len(word) == 1 else 1.5
    return 1.0 if word in trade else 0.0
