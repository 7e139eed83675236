"""Reading exports: the branch last open, what is left out, and files that are not what they say."""

import contextlib
import io
import json
import struct
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netz.assistant.importing import cutting, reading
from netz.assistant.importing.errors import ExportTooLarge, ExportUnreadable
from netz.assistant.importing.reading import Broken, read_export
from netz.assistant.importing.shapes import MAX_CHARACTERS, MAX_MESSAGES, Foreign, moment
from tests.assistant.importing.material import (
    STARTED,
    as_json,
    as_zip,
    chatgpt,
    node,
    openwebui,
    zipped,
)

ATTACHED = "[…]"
ASKED, SAID = ("user", "Quel RAID choisir ?"), ("assistant", "Le RAID 6.")


def read(content: bytes) -> list[Any]:
    return list(read_export(io.BytesIO(content), attachment=ATTACHED))


def one(conversation: Any) -> Any:
    (found,) = read(as_json(conversation))
    return found


def said(conversation: Any) -> list[tuple[str, str]]:
    found = one(conversation)
    assert isinstance(found, Foreign), found
    return [(turn.role, turn.text) for turn in found.turns]


@pytest.mark.parametrize(("make", "origin"), [(chatgpt, "chatgpt"), (openwebui, "openwebui")])
def test_both_forms_keep_title_turns_and_times(make: Any, origin: str) -> None:
    found = one(make(ASKED, SAID))
    assert (found.origin, found.archived) == (origin, False)
    assert found.title in ("Sauvegarde du NAS", "Imprimante")
    assert [(turn.role, turn.text) for turn in found.turns] == [ASKED, SAID]
    start = datetime.fromtimestamp(STARTED, UTC)
    assert [turn.at for turn in found.turns] == [start, start + timedelta(minutes=1)]
    assert found.started == start


def test_the_branch_last_open_is_followed() -> None:
    tree = chatgpt(ASKED, SAID)
    tree["mapping"]["edited"] = node("user", "Et pour deux disques ?", "n1", STARTED + 99)
    tree["mapping"]["other"] = node("user", "Abandonnée", "n1", STARTED + 500)
    tree["current_node"] = "edited"
    assert said(tree) == [ASKED, SAID, ("user", "Et pour deux disques ?")]
    for unknown in (None, "gone", 7):
        tree["current_node"] = unknown
        assert said(tree)[-1] == ("user", "Abandonnée"), "else the newest leaf"


def test_a_tree_that_turns_in_a_circle_ends() -> None:
    tree = chatgpt(ASKED, SAID)
    tree["mapping"]["n0"]["parent"] = "n1"
    assert said(tree) == [ASKED, SAID]


def test_what_no_person_read_is_left_out() -> None:
    tree = chatgpt(ASKED)
    hidden = {"metadata": {"is_visually_hidden_from_conversation": True}}
    for number, (role, content, more) in enumerate(
        [
            ("system", "Tu es utile", {}),
            ("tool", {"content_type": "execution_output", "text": "42"}, {}),
            ("assistant", {"content_type": "code", "text": "print()"}, {"recipient": "python"}),
            ("assistant", {"content_type": "thoughts", "thoughts": []}, {}),
            ("user", "Caché", hidden),
            ("user", "Sans poids", {"weight": 0.0}),
        ]
    ):
        name = f"x{number}"
        tree["mapping"][name] = node(role, content, tree["current_node"], None, **more)
        tree["current_node"] = name
    tree["mapping"]["end"] = node("assistant", "Voici.", tree["current_node"], None)
    tree["current_node"] = "end"
    assert said(tree) == [ASKED, ("assistant", "Voici.")]


def test_images_speech_and_marks_of_the_interface() -> None:
    picture = {"content_type": "image_asset_pointer", "asset_pointer": "file-service://x"}
    spoken = {"content_type": "audio_transcription", "text": "Dit à voix haute"}
    parts = {"content_type": "multimodal_text", "parts": [picture, spoken, "Écrit", None, 3]}
    tree = chatgpt(ASKED)
    tree["mapping"]["n0"] = node("user", parts, "root", None)
    assert said(tree) == [("user", f"{ATTACHED}\nDit à voix haute\nÉcrit")]
    marked = "Vu ici \ue200cite\ue202turn0search1\ue201."
    assert said(chatgpt(ASKED, ("assistant", marked)))[1][1] == "Vu ici ."


def test_open_webui_in_all_its_ages() -> None:
    thought = '<details type="reasoning" done="true">\n<summary>x</summary>\n> hm\n</details>\nOui.'
    assert said(openwebui(ASKED, ("assistant", thought)))[1] == ("assistant", "Oui.")
    kept = "<details><summary>Suite</summary>Texte</details>"
    assert said(openwebui(ASKED, ("assistant", kept)))[1] == ("assistant", kept)
    older = {"title": "Vieux", "messages": [{"role": "user", "content": "Bonjour"}]}
    assert said({"id": "a", "chat": older}) == said(older) == [("user", "Bonjour")]
    newer = openwebui(ASKED, SAID)
    newer["chat"]["history"]["messages"]["m1"] |= {
        "content": "",
        "output": [
            {"type": "reasoning", "content": [{"type": "output_text", "text": "hm"}]},
            {"type": "message", "content": [{"type": "output_text", "text": "Le RAID 6."}]},
        ],
    }
    assert said(newer) == [ASKED, SAID]
    listed = openwebui(ASKED)
    listed["chat"]["history"]["messages"]["m0"]["content"] = [
        {"type": "text", "text": "Regarde"},
        {"type": "image_url", "image_url": {"url": "data:,"}},
    ]
    assert said(listed) == [("user", f"Regarde\n{ATTACHED}")]


@pytest.mark.parametrize(
    "value",
    [STARTED, STARTED * 1e3, STARTED * 1e6, STARTED * 1e9, str(STARTED), "2024-03-05T10:00:00Z"],
    ids=["seconds", "milliseconds", "microseconds", "nanoseconds", "digits", "iso"],
)
def test_times_in_every_unit(value: object) -> None:
    assert moment(value) == datetime(2024, 3, 5, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        -5,
        pytest.param(10**400, id="huge"),
        1e300,
        float("nan"),
        float("inf"),
        "nan",
        "hier",
        "",
        [],
        {},
    ],
    ids=str,
)
def test_a_time_that_is_none(value: object) -> None:
    assert moment(value) is None


def test_texts_become_sound_and_short() -> None:
    wild = "a\x00b\ud800c\r\nd\x1be" + "z" * MAX_CHARACTERS
    ((_, kept),) = said(chatgpt(("user", wild)))
    assert kept.startswith("ab?c\nde")
    assert len(kept) == MAX_CHARACTERS + 1
    assert kept.encode()
    titled = one(chatgpt(ASKED, title="Deux\nlignes\x00 " + "é" * 300))
    assert titled.title.startswith("Deux lignes é")
    assert len(titled.title) == 200


def test_one_that_cannot_be_read_leaves_the_others() -> None:
    good = json.dumps(chatgpt(ASKED, SAID))
    long = json.dumps(chatgpt(ASKED, ("assistant", "x" * cutting.MAX_ONE)))
    deep = '{"mapping": ' + "[" * 200 + "]" * 200 + "}"
    many = json.dumps(chatgpt(*[ASKED] * (MAX_MESSAGES + 1), title="Trop"))
    silent = json.dumps(chatgpt(("user", "  "), title="Vide"))
    text = f'[{{"a": tru}}, {long}, {deep}, {many}, {silent}, {{"b": 1}}, "x]", 7, {good}]'
    *broken, last = read(text.encode())
    assert broken == [
        Broken("", "unreadable"),
        Broken("", "too_large"),
        Broken("", "too_large"),
        Broken("Trop", "too_many_messages"),
        Broken("Vide", "empty"),
        None,
    ]
    assert isinstance(last, Foreign)


def test_duplicate_keys_and_not_a_number_do_no_harm() -> None:
    text = json.dumps([chatgpt(ASKED, SAID, create_time=float("nan"))])
    text = text.replace('"title":', '"title": "Autre", "title":')
    (found,) = read(text.encode())
    assert (found.title, found.started) == ("Sauvegarde du NAS", None)


def test_a_bom_one_object_and_lines_of_objects_are_read() -> None:
    alone = json.dumps(chatgpt(ASKED)).encode()
    assert [len(read(text)) for text in (b"\xef\xbb\xbf" + alone, alone + b"\n" + alone)] == [1, 2]


def test_a_conversation_without_a_name_gets_the_same_each_time() -> None:
    nameless = chatgpt(ASKED, SAID, id=None)
    assert one(nameless).key == one(nameless | {"title": "Autre"}).key
    assert one(nameless).key != one(chatgpt(ASKED, id=None)).key


@pytest.mark.parametrize("stretch", [1, 2, 7, 64])
def test_where_the_text_is_cut_makes_no_difference(stretch: int) -> None:
    text = json.dumps([{"a": 'x"]\\'}, {"b": ["[", {"é": "\\\\"}]}, {}], ensure_ascii=False)
    parts = iter([text[at : at + stretch] for at in range(0, len(text), stretch)])
    found = list(cutting.elements(lambda: next(parts, ""), cutting.Marks()))
    assert [json.loads(one or "") for one in found] == json.loads(text)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   ",
        b"bonjour",
        b"%PDF-1.7",
        b"PK\x03\x04 tronque",
        as_json(chatgpt(ASKED))[:-1],
        as_json(chatgpt(ASKED))[:-40],
        as_zip(conversations=as_json(chatgpt(ASKED)))[:-30],
        as_zip(conversations=b"[{"),
    ],
    ids=["empty", "blank", "words", "pdf", "no-zip", "cut", "cut-in-text", "cut-zip", "cut-inside"],
)
def test_a_file_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(ExportUnreadable):
        read(content)


def test_a_zip_is_read_in_the_order_of_its_numbers_and_the_rest_is_left() -> None:
    files = {
        "export/conversations-001.json": as_json(chatgpt(ASKED, title="Deux")),
        "export/conversations-000.json": as_json(chatgpt(ASKED, title="Un")),
        "export/user.json": b"[{",
        "export/chat.html": b"<html>",
    }
    assert [found.title for found in read(zipped(files))] == ["Un", "Deux"]


def test_a_bomb_is_refused_as_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 3 * 2**20)
    half = b"[" + b" " * (2 * 2**20) + b"]"
    assert read(as_zip(conversations=half)) == []
    with pytest.raises(ExportTooLarge):
        read(zipped({"conversations-0.json": half, "conversations-1.json": half}))
    # A size that the zip's list belittles is counted all the same.
    lying = bytearray(zipped({"conversations.json": half + half}))
    at = lying.rfind(b"PK\x01\x02") + 24
    lying[at : at + 4] = struct.pack("<I", 10)
    with pytest.raises((ExportTooLarge, ExportUnreadable)):
        read(bytes(lying))


def test_a_zip_of_too_many_files_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_ENTRIES", 5)
    many = {f"file-{number}.dat": b"" for number in range(5)}
    assert read(zipped(many)) == []
    with pytest.raises(ExportTooLarge):
        read(zipped(many | {"conversations.json": b"[]"}))


def test_a_file_of_brackets_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "MAX_MARKS", 1_000)
    assert read(b"[" + b"[]," * 490 + b"1]") == [None] * 490
    half = b"[" + b"[]," * 300 + b"1]"
    halves = zipped({"conversations-0.json": half, "conversations-1.json": half})
    for forged in (halves, b"[" + b"[]," * 500 + b"1]", b"[" * 1_001, b'[{"a": [' + b"{}," * 500):
        with pytest.raises(ExportUnreadable):
            read(forged)


def test_a_locked_zip_and_a_rare_packing_are_refused() -> None:
    locked = bytearray(as_zip(conversations=b"[]"))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(mark) + at] |= 1
    rare = io.BytesIO()
    with zipfile.ZipFile(rare, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("conversations.json", b"[]")
    for content in (bytes(locked), rare.getvalue()):
        with pytest.raises(ExportUnreadable):
            read(content)


KEYS = (
    *("mapping", "current_node", "message", "author", "role", "content", "content_type", "parts"),
    *("text", "parent", "chat", "history", "messages", "currentId", "parentId", "title", "id"),
    *("create_time", "metadata", "files", "output", "type", "weight", "timestamp", "recipient"),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "mapping",
                    "current_node",
                    "message",
                    "author",
                    "role",
                    "content",
                    "content_type",
                    "parts",
                    "text",
                    "parent",
                    "chat",
                    "history",
                    "messages",
                    "currentId",
                    "parentId",
                    "title",
                    "id",
                    "create_time",
                    "metadata",
                    "files",
                    "output",
                    "type",
                    "weight",
                    "timestamp",
                    "recipient",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


def sound(found: list[Any]) -> bool:
    return all(
        one is None
        or isinstance(one, Broken)
        or (one.turns and all(turn.text.encode() for turn in one.turns))
        for one in found
    )


@settings(max_examples=300, deadline=None)
@given(st.lists(ANYTHING, max_size=4))
def test_no_json_brings_it_down(junk: list[Any]) -> None:
    assert sound(read(json.dumps(junk).encode()))


@settings(max_examples=200, deadline=None)
@given(ANYTHING, ANYTHING, ANYTHING)
def test_no_tree_brings_it_down(tip: Any, inner: Any, parent: Any) -> None:
    message = {"author": {"role": "user"}, "content": inner, "metadata": inner}
    tree = {
        "mapping": {
            "a": {"parent": parent, "message": message},
            "b": {"parent": "a", "message": inner},
            "c": inner,
        },
        "current_node": tip,
    }
    chat = {"chat": {"history": {"messages": {"a": {"role": "user"} | {"content": inner}}}}}
    assert sound(read(json.dumps([tree, chat, {"chat": inner}, {"mapping": inner}]).encode()))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"[", b"{", b"PK", b'[{"mapping":']))
def test_no_bytes_bring_it_down(junk: bytes, head: bytes) -> None:
    with contextlib.suppress(ExportUnreadable, ExportTooLarge):
        assert sound(read(head + junk))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_damage_to_a_zip_brings_it_down(data: st.DataObject) -> None:
    content = bytearray(as_zip(conversations=as_json(chatgpt(ASKED, SAID))))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(2, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ExportUnreadable, ExportTooLarge):
        assert sound(read(bytes(content)))


@pytest.mark.parametrize(
    "piece",
    ["<details", '<details type="reasoning">', "\ue200", '\\"', "\\\\", "[", "{", '"'],
)
def test_a_forged_text_is_read_once(piece: str) -> None:
    forged = piece * 100_000
    for make in (chatgpt, openwebui):
        assert isinstance(one(make(ASKED, ("assistant", forged + "."))), Foreign)
    with contextlib.suppress(ExportUnreadable):
        assert sound(read(f"[{piece * 200_000}".encode()))
