"""Language: declared codes, and detection by script and characters."""

from __future__ import annotations

import pytest

from dragoman.languages.detect import declared_language, detect_language


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("fr", "fr"), ("fr-FR", "fr"), ("en_US", "en"), ("ENG", "en"), ("fra", "fr"), ("zh-Hans", "zh"), ("en, fr", "en"),
        ("", None), ("und", None), ("français", None), ("x-default", None), (None, None), ("english", None),
    ],
)  # fmt: skip
def test_declared_codes(value: str | None, code: str | None) -> None:
    """A declaration counts by its primary part, in ISO 639-1 where that has a code; anything else is none."""
    assert declared_language(value) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministers of both countries met for talks on trade and security.", "en"),
        ("Les ministres des deux pays se sont réunis pour parler de commerce et de sécurité.", "fr"),
        ("Die Minister beider Länder trafen sich zu Gesprächen über Handel und Sicherheit.", "de"),
        ("Los ministros de ambos países se reunieron para hablar de comercio y seguridad.", "es"),
        ("Министры обеих стран встретились для переговоров о торговле и безопасности.", "ru"),
        ("Міністри обох країн зустрілися для переговорів щодо торгівлі та безпеки.", "uk"),
        ("التقى وزيرا البلدين لإجراء محادثات حول التجارة والأمن.", "ar"),
        ("两国外长在日内瓦举行会谈，讨论贸易与安全问题。", "zh"),
        ("両国の外相はジュネーブで会談し、貿易と安全保障について話し合った。", "ja"),
        ("양국 외교장관은 제네바에서 만나 무역과 안보를 논의했다.", "ko"),
        ("Οι υπουργοί των δύο χωρών συναντήθηκαν στη Γενεύη.", "el"),
        ("12:30 -- 4/5", "und"),
        ("", "und"),
    ],
)
def test_detection(text: str, code: str) -> None:
    """One sentence is enough to tell the language; no letters, no language."""
    assert detect_language(text) == code


def test_menu_does_not_decide() -> None:
    """English menu words around a French article do not make it English."""
    article = "Les ministres des deux pays se sont réunis à Genève pour parler de commerce et de sécurité. " * 5
    assert detect_language("Home\nNews\nShare\nTweet\nRead more\n" * 5 + article) == "fr"
