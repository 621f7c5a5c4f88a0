#!/usr/bin/env python3
"""Writes flags.ttf: the smallest font that has flags, for tests.

Regional indicators are glyphs 1 to 26 as on any computer. Three pairs are one glyph of their own (PK, US,
GB), and AA and ZZ share a placeholder, as in the emoji fonts that are in use."""

import pathlib
import struct

FAMILY = "OTP Desk Test Emoji"
LIGATURES = {"PK": 28, "US": 29, "GB": 30, "AA": 27, "ZZ": 27}
GLYPHS = 31
EM = 1000


def letter(c):
    return ord(c) - ord("A") + 1


def square():
    points = [(50, 0), (50, 700), (950, 700), (950, 0)]
    data = struct.pack(">hhhhh", 1, 50, 0, 950, 700) + struct.pack(">HH", 3, 0) + bytes([1] * 4)
    for axis in (0, 1):
        at = 0
        for point in points:
            data += struct.pack(">h", point[axis] - at)
            at = point[axis]
    return data + b"\0" * (-len(data) % 4)


def cmap():
    group = struct.pack(">LLL", 0x1F1E6, 0x1F1FF, 1)
    table = struct.pack(">HHLLL", 12, 0, 16 + len(group), 0, 1) + group
    return struct.pack(">HHHHL", 0, 1, 3, 10, 12) + table


def name():
    entries = [(1, FAMILY), (2, "Regular"), (4, FAMILY), (6, FAMILY.replace(" ", ""))]
    records, text = b"", b""
    for key, value in entries:
        raw = value.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, key, len(raw), len(text))
        text += raw
    return struct.pack(">HHH", 0, len(entries), 6 + len(records)) + records + text


def gsub():
    by_first = {}
    for pair, glyph in LIGATURES.items():
        by_first.setdefault(letter(pair[0]), []).append((letter(pair[1]), glyph))
    firsts = sorted(by_first)
    sets = []
    for first in firsts:
        ligatures = [struct.pack(">HHH", glyph, 2, second) for second, glyph in by_first[first]]
        head = 2 + 2 * len(ligatures)
        offsets = b"".join(struct.pack(">H", head + 6 * i) for i in range(len(ligatures)))
        sets.append(struct.pack(">H", len(ligatures)) + offsets + b"".join(ligatures))
    head = 6 + 2 * len(sets)
    offsets, body = b"", b""
    for one in sets:
        offsets += struct.pack(">H", head + len(body))
        body += one
    coverage = struct.pack(">HH", 1, len(firsts)) + b"".join(struct.pack(">H", g) for g in firsts)
    subtable = struct.pack(">HHH", 1, head + len(body), len(sets)) + offsets + body + coverage
    lookups = struct.pack(">HH", 1, 4) + struct.pack(">HHHH", 4, 0, 1, 8) + subtable
    features = struct.pack(">H4sH", 1, b"ccmp", 8) + struct.pack(">HHH", 0, 1, 0)
    scripts = struct.pack(">H4sH", 1, b"DFLT", 8) + struct.pack(">HH", 4, 0) + struct.pack(">HHHH", 0, 0xFFFF, 1, 0)
    at = 10
    return struct.pack(">LHHH", 0x10000, at, at + len(scripts), at + len(scripts) + len(features)) \
        + scripts + features + lookups


def tables():
    glyph = square()
    os2 = struct.pack(">HhHHHhhhhhhhhhhh10sLLLL4sHHHhhhHH", 3, EM, 400, 5, 0, *[0] * 11, bytes(10), 0, 0, 0, 0,
                      b"TEST", 0x40, 0xFFFF, 0xFFFF, 800, -200, 0, 800, 200)
    os2 += struct.pack(">LLhhHHH", 0, 0, 500, 700, 0, 32, 2)
    return {
        b"GSUB": gsub(),
        b"OS/2": os2,
        b"cmap": cmap(),
        b"glyf": glyph * GLYPHS,
        b"head": struct.pack(">LLLLHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, EM, 0, 0, 50, 0, 950, 700,
                             0, 8, 2, 1, 0),
        b"hhea": struct.pack(">LhhhHhhhhhhhhhhhH", 0x10000, 800, -200, 0, EM, 50, 50, 950, 1, *[0] * 7, GLYPHS),
        b"hmtx": struct.pack(">Hh", EM, 50) * GLYPHS,
        b"loca": b"".join(struct.pack(">L", i * len(glyph)) for i in range(GLYPHS + 1)),
        b"maxp": struct.pack(">LHHHHHHHHHHHHHH", 0x10000, GLYPHS, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": name(),
        b"post": struct.pack(">LLhhLLLLL", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }


def checksum(data):
    data += b"\0" * (-len(data) % 4)
    return sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF


def font():
    parts = tables()
    directory, body = b"", b""
    start = 12 + 16 * len(parts)
    for tag, data in sorted(parts.items()):
        directory += struct.pack(">4sLLL", tag, checksum(data), start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return struct.pack(">LHHHH", 0x10000, len(parts), 128, 3, 16 * len(parts) - 128) + directory + body


pathlib.Path(__file__).with_name("flags.ttf").write_bytes(font())
