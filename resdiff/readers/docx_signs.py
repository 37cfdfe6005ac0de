"""The signs of Word's symbol fonts as Unicode characters.

Sources: Unicode Consortium, mapping of Adobe's Symbol encoding (VENDORS/ADOBE/symbol.txt); Unicode Technical
Report L2/11-052 for Wingdings, of which only the signs that stand in documents are given.
"""

from __future__ import annotations

_PRIVATE = 0xF000
"""Word writes the characters of these fonts from here on, or as they are."""
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOL = {
    **{code: chr(code) for code in range(0x20, 0x7F)},
    0x22: "∀",
    0x24: "∃",
    0x27: "∋",
    0x2A: "∗",
    0x2D: "−",
    0x40: "≅",
    **dict(enumerate(_GREEK, start=0x41)),
    0x5C: "∴",
    0x5E: "⊥",
    **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", start=0x61)),
    0x7E: "∼",
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", start=0xA0)),
    **dict(enumerate("ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑", start=0xC0)),
    0xF1: "〉",
    0xF2: "∫",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x76: "❖",
    0x77: "◆",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol_of(font: str, code: str) -> str | None:
    """The character that a font draws for a hexadecimal code; None where that is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    signs = _FONTS.get(font.casefold())
    if signs is None:
        return chr(number) if 0x20 <= number < _PRIVATE else None
    return signs.get(number - _PRIVATE if number >= _PRIVATE else number)


def in_unicode(text: str, font: str) -> str:
    """A run of a symbol font with its private characters replaced; what is not known stays."""
    signs = _FONTS.get(font.casefold())
    if signs is None:
        return text
    return "".join(signs.get(ord(sign) - _PRIVATE, sign) for sign in text)
