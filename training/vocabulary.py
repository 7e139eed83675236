"""The student's word pieces: French and English, without case and accents."""

from collections.abc import Iterable
from pathlib import Path

from tokenizers import (
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
PAD, UNKNOWN, FIRST, LAST = 0, 1, 2, 3


def train(texts: Iterable[str], size: int) -> Tokenizer:
    """A WordPiece tokenizer of `size` pieces.

    Lower case without accents, as people type in a hurry, costs French little and makes
    "É", "é" and "e" one. Whatever the script, a text has an encoding: unknown signs are [UNK].
    """
    tokenizer = Tokenizer(models.WordPiece(unk_token=SPECIAL[UNKNOWN], max_input_chars_per_word=60))
    tokenizer.normalizer = normalizers.BertNormalizer(strip_accents=True, lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    trainer = trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=list(SPECIAL), limit_alphabet=300, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", FIRST), ("[SEP]", LAST)]
    )
    return tokenizer


def load(path: Path) -> Tokenizer:
    """A tokenizer without truncation and padding: batches are made by `batches`."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def encode(tokenizer: Tokenizer, texts: list[str], longest: int) -> list[list[int]]:
    """The piece numbers of each text, at most `longest`, the last one kept as the end sign."""
    found = (encoding.ids for encoding in tokenizer.encode_batch_fast(texts))
    return [ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]] for ids in found]
