"""Writes OLE compound files, the container of .msg and of old Office files, for tests."""

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI = 512, 64
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


@dataclass
class Storage:
    name: str
    streams: dict[str, bytes] = field(default_factory=dict)
    storages: list["Storage"] = field(default_factory=list)


def compound_file(root: Storage) -> bytes:
    """The bytes of a compound file; every stream must be shorter than 4096 bytes."""
    entries: list[bytes] = []
    mini, mini_fat = bytearray(), list[int]()

    def entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
        encoded = name.encode("utf-16-le")
        return struct.pack(
            "<64sHBBIII16sIQQIQ", encoded, len(encoded) + 2, kind, 1, _FREE, right, child,
            b"", 0, 0, 0, start, size,
        )  # fmt: skip

    def add(storage: Storage, kind: int, right: int) -> int:
        at = len(entries)
        entries.append(b"")
        sibling = _FREE
        for inner in reversed(storage.storages):
            sibling = add(inner, 1, sibling)
        for name, data in storage.streams.items():
            assert len(data) < 4096
            start = len(mini_fat)
            count = max(1, -(-len(data) // _MINI))
            mini_fat.extend([*range(start + 1, start + count), _END])
            mini.extend(data.ljust(count * _MINI, b"\0"))
            entries.append(entry(name, 2, _FREE, sibling, start, len(data)))
            sibling = len(entries) - 1
        entries[at] = entry(storage.name, kind, sibling, right, 0, 0)
        return at

    add(root, 5, _FREE)

    def sectors(data: bytes) -> int:
        return -(-len(data) // _SECTOR)

    fat_data = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    first_mini_fat = 1
    first_mini = first_mini_fat + sectors(fat_data)
    first_directory = first_mini + sectors(bytes(mini))
    entries[0] = entry(root.name, 5, struct.unpack_from("<I", entries[0], 76)[0], _FREE,
                       first_mini, len(mini))  # fmt: skip
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * _SECTOR, b"\0")
    chains = [sectors(fat_data), sectors(bytes(mini)), sectors(directory)]
    fat = [_FAT]
    for length in chains:
        fat += [*range(len(fat) + 1, len(fat) + length), _END]
    assert len(fat) <= 128
    fat += [_FREE] * (128 - len(fat))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6,
        b"", 0, 1, first_directory, 0, 4096, first_mini_fat, chains[0], _END, 0,
    ) + struct.pack("<109I", 0, *[_FREE] * 108)  # fmt: skip
    body = struct.pack("<128I", *fat)
    for part in (fat_data, bytes(mini), directory):
        body += part.ljust(sectors(part) * _SECTOR, b"\0")
    return header + body


def outlook_message(
    properties: dict[int, str],
    attachments: list[tuple[str, bytes]] = [],  # noqa: B006
) -> bytes:
    """A .msg with text properties by tag, such as 0x0037 for the subject."""
    root = Storage("Root Entry", _properties(properties, 32))
    for number, (name, data) in enumerate(attachments):
        streams = _properties({0x3707: name}, 8, fixed={0x3705: 1})
        streams["__substg1.0_37010102"] = data
        binary = struct.pack("<HHIII", 0x102, 0x3701, 6, len(data), 0)
        streams["__properties_version1.0"] += binary
        root.storages.append(Storage(f"__attach_version1.0_#{number:08X}", streams))
    return compound_file(root)


def _properties(
    texts: dict[int, str], header: int, fixed: dict[int, int] | None = None
) -> dict[str, bytes]:
    table = b"\0" * header
    streams = {}
    for tag, text in texts.items():
        data = text.encode("utf-16-le")
        streams[f"__substg1.0_{tag:04X}001F"] = data
        table += struct.pack("<HHIII", 0x1F, tag, 6, len(data) + 2, 0)
    for tag, value in (fixed or {}).items():
        table += struct.pack("<HHIII", 3, tag, 6, value, 0)
    return {"__properties_version1.0": table, **streams}
