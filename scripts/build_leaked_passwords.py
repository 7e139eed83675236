"""Builds the filter of widely known passwords: netz/accounts/leaked_passwords.bin.

    npm pack @zxcvbn-ts/language-common && tar xf zxcvbn-ts-language-common-*.tgz
    python scripts/build_leaked_passwords.py package/src/passwords.json

Its words are those of zxcvbn-ts (MIT), of zxcvbn (MIT) and of Django (BSD); the last two are read
where they are installed.
"""

import gzip
import json
import sys
from pathlib import Path

import django
from zxcvbn.frequency_lists import FREQUENCY_LISTS

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from netz.accounts.leaked import FILTER, SHORTEST, Leaked


def main(zxcvbn_ts: Path) -> None:
    """Writes the filter and says how big it is."""
    django_list = Path(django.__file__).parent / "contrib/auth/common-passwords.txt.gz"
    words = set(json.loads(zxcvbn_ts.read_text()))
    words |= set(FREQUENCY_LISTS["passwords"])
    with gzip.open(django_list, "rt", encoding="utf-8") as lines:
        words |= {line.strip() for line in lines}
    chosen = {word.lower() for word in words if len(word) >= SHORTEST}
    Leaked.of(chosen).write(FILTER)
    sys.stdout.write(f"{len(chosen)} passwords, {FILTER.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
