"""Writes a compound file ([MS-CFB] version 3), the container of Outlook's msg format."""

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF
_ROOT_TYPE, _STORAGE_TYPE, _STREAM_TYPE = 5, 1, 2
_RED, _BLACK = 0, 1


@dataclass(slots=True)
class Storage:
    """A folder of named streams and further folders."""

    streams: dict[str, bytes] = field(default_factory=dict)
    storages: dict[str, "Storage"] = field(default_factory=dict)

    def storage(self, name: str) -> "Storage":
        """A new folder `name` inside this one."""
        return self.storages.setdefault(name, Storage())


@dataclass(slots=True)
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    color: int = _BLACK
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = 0
    size: int = 0


def compound_file(root: Storage) -> bytes:
    """The bytes of a compound file that holds `root`; at most 109 FAT sectors (about 7 MB)."""
    entries = [_Entry("Root Entry", _ROOT_TYPE)]
    entries[0].child = _add_children(entries, root)
    sectors: list[bytes] = []
    fat: list[int] = []
    mini_fat: list[int] = []
    mini = b""
    for entry in entries:
        if entry.kind != _STREAM_TYPE:
            continue
        entry.size, entry.start = len(entry.data), _END
        if entry.size >= _CUTOFF:
            entry.start = _append(sectors, fat, entry.data)
        elif entry.size:
            entry.start = len(mini_fat)
            _chain(mini_fat, -(-entry.size // _MINI))
            mini += _padded(entry.data, _MINI)
    entries[0].size, entries[0].start = len(mini), _append(sectors, fat, mini)
    mini_table = b"".join(struct.pack("<I", link) for link in mini_fat)
    mini_start = _append(sectors, fat, _padded(mini_table, _SECTOR, b"\xff"))
    directory = b"".join(_directory_entry(entry) for entry in entries)
    while len(directory) % _SECTOR:
        directory += _directory_entry(_Entry("", 0))
    directory_start = _append(sectors, fat, directory)
    fat_count = 1
    while fat_count * (_SECTOR // 4) < len(fat) + fat_count:
        fat_count += 1
    fat_sectors = range(len(fat), len(fat) + fat_count)
    fat += [_FAT] * fat_count
    table = b"".join(struct.pack("<I", link) for link in fat)
    sectors.append(_padded(table, _SECTOR, b"\xff"))
    mini_count = len(mini_table) and -(-len(mini_table) // _SECTOR)
    header = _header(fat_sectors, directory_start, mini_start, mini_count)
    return header + b"".join(sectors)


def _header(fat: range, directory: int, mini_fat: int, mini_fat_count: int) -> bytes:
    places = [*fat, *[_FREE] * (109 - len(fat))]
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        + struct.pack("<IIIII", 0, len(fat), directory, 0, _CUTOFF)
        + struct.pack("<IIII", mini_fat, mini_fat_count, _END, 0)
        + struct.pack("<109I", *places)
    )


def _add_children(entries: list[_Entry], storage: Storage) -> int:
    """Appends the entries of `storage` and returns the index of its tree's root."""
    children: list[_Entry] = [
        *(_Entry(name, _STREAM_TYPE, data) for name, data in storage.streams.items()),
        *(_Entry(name, _STORAGE_TYPE) for name in storage.storages),
    ]
    children.sort(key=lambda entry: (len(entry.name), entry.name.upper()))
    first = len(entries)
    entries.extend(children)
    for entry in children:
        if entry.kind == _STORAGE_TYPE:
            entry.child = _add_children(entries, storage.storages[entry.name])
    full_levels = (len(children) + 1).bit_length() - 1
    return _tree(entries, first, first + len(children), 0, full_levels)


def _tree(entries: list[_Entry], low: int, high: int, depth: int, full_levels: int) -> int:
    """A balanced search tree over entries[low:high]; only its incomplete last level is red."""
    if low >= high:
        return _NONE
    middle = (low + high) // 2
    node = entries[middle]
    node.color = _RED if depth == full_levels and depth else _BLACK
    node.left = _tree(entries, low, middle, depth + 1, full_levels)
    node.right = _tree(entries, middle + 1, high, depth + 1, full_levels)
    return middle


def _directory_entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    length = len(name) + 2 if name else 0
    links = (entry.left, entry.right, entry.child)
    return (
        name.ljust(64, b"\0")
        + struct.pack("<HBB", length, entry.kind, entry.color)
        + struct.pack("<III", *links)
        + bytes(36)
        + struct.pack("<IQ", entry.start, entry.size)
    )


def _append(sectors: list[bytes], fat: list[int], data: bytes) -> int:
    """Stores `data` in new sectors and returns the first, or the end mark for no data."""
    if not data:
        return _END
    start = len(fat)
    _chain(fat, -(-len(data) // _SECTOR))
    sectors.append(_padded(data, _SECTOR))
    return start


def _chain(links: list[int], count: int) -> None:
    start = len(links)
    links += [*range(start + 1, start + count), _END]


def _padded(data: bytes, unit: int, filler: bytes = b"\0") -> bytes:
    return data + filler * (-len(data) % unit)
