"""What kind of picture a file is and how large, by its own first bytes."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
# The markers of JPEG that hold the picture's size (start of frame); not DHT, JPG and DAC.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture_of(content: bytes) -> tuple[str, int, int] | None:
    """Media type, width and height of a PNG, JPEG or WebP; None for anything else."""
    try:
        if content.startswith(_PNG) and content[12:16] == b"IHDR":
            return "image/png", *struct.unpack(">II", content[16:24])
        if content.startswith(b"\xff\xd8\xff"):
            return _jpeg(content)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp(content)
    except (struct.error, IndexError):
        pass
    return None


def _jpeg(content: bytes) -> tuple[str, int, int] | None:
    place = 2
    while content[place] == 0xFF:
        marker, length = content[place + 1], struct.unpack_from(">H", content, place + 2)[0]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, place + 5)
            return "image/jpeg", width, height
        place += 2 + length
    return None


def _webp(content: bytes) -> tuple[str, int, int] | None:
    kind = content[12:16]
    if kind == b"VP8X":
        width = int.from_bytes(content[24:27], "little") + 1
        return "image/webp", width, int.from_bytes(content[27:30], "little") + 1
    if kind == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", content, 26)
        return "image/webp", width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and content[20] == 0x2F:
        bits = struct.unpack_from("<I", content, 21)[0]
        return "image/webp", (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    return None
