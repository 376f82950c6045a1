"""The named colours of the two themes; nothing else may name a colour."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Token = Literal[
    "window",
    "surface",
    "sunken",
    "nav",
    "border",
    "border_strong",
    "line",
    "text",
    "text2",
    "text3",
    "accent",
    "accent_hover",
    "accent_text",
    "accent_soft",
    "hover",
    "high_fg",
    "high_bg",
    "high_mk",
    "med_fg",
    "med_bg",
    "med_mk",
    "low_fg",
    "low_bg",
    "low_mk",
    "ok_fg",
    "ok_bg",
    "ok_mk",
    "neutral_fg",
    "neutral_bg",
    "toast",
    "toast_text",
    "toast_accent",
    "toast_mk",
    "mark_start",
    "mark_end",
    "brand_start",
    "brand_end",
    "brand_text",
    "brand_text2",
]
Tone = Literal["high", "med", "low", "ok", "neutral"]
Part = Literal["fg", "bg", "mk"]


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme: a colour for every token."""

    name: Literal["light", "dark"]
    colors: MappingProxyType[Token, str]


_LIGHT: dict[Token, str] = {
    "window": "#F5F6F8",
    "surface": "#FFFFFF",
    "sunken": "#F1F3F6",
    "nav": "#EEF0F4",
    "border": "#E2E6EC",
    "border_strong": "#C9D0DA",
    "line": "#EDF0F4",
    "text": "#18212E",
    "text2": "#4E5A6A",
    "text3": "#5C6878",
    "accent": "#2B59C9",
    "accent_hover": "#2049AF",
    "accent_text": "#FFFFFF",
    "accent_soft": "#E8EEFC",
    "hover": "#F6F8FB",
    "high_fg": "#93330B",
    "high_bg": "#FCE6DB",
    "high_mk": "#D55E00",
    "med_fg": "#6E4B00",
    "med_bg": "#FFF1CF",
    "med_mk": "#BF7D00",
    "low_fg": "#0A5580",
    "low_bg": "#E0EFF9",
    "low_mk": "#0072B2",
    "ok_fg": "#0B6B52",
    "ok_bg": "#DDF3EB",
    "ok_mk": "#009470",
    "neutral_fg": "#4E5A6A",
    "neutral_bg": "#E6EAF0",
    "toast": "#18212E",
    "toast_text": "#FFFFFF",
    "toast_accent": "#9DBBFF",
    "toast_mk": "#2BBE95",
    "mark_start": "#2B59C9",
    "mark_end": "#5B3FC4",
    "brand_start": "#1D3F97",
    "brand_end": "#4A2FA3",
    "brand_text": "#FFFFFF",
    "brand_text2": "#D5DDFA",
}
_DARK: dict[Token, str] = {
    "window": "#0F131A",
    "surface": "#171C25",
    "sunken": "#1D232E",
    "nav": "#12161E",
    "border": "#28303C",
    "border_strong": "#3A4453",
    "line": "#212834",
    "text": "#E8ECF2",
    "text2": "#AEB8C6",
    "text3": "#929DAD",
    "accent": "#6C97F5",
    "accent_hover": "#86AAF8",
    "accent_text": "#0B1220",
    "accent_soft": "#1E2C4A",
    "hover": "#1B212C",
    "high_fg": "#FFB48F",
    "high_bg": "#47271A",
    "high_mk": "#F0763A",
    "med_fg": "#F6CF77",
    "med_bg": "#3E3117",
    "med_mk": "#E69F00",
    "low_fg": "#93CCF2",
    "low_bg": "#18344A",
    "low_mk": "#4AA5E0",
    "ok_fg": "#7FDCBF",
    "ok_bg": "#133B30",
    "ok_mk": "#2BBE95",
    "neutral_fg": "#AEB8C6",
    "neutral_bg": "#262E3A",
    "toast": "#E8ECF2",
    "toast_text": "#18212E",
    "toast_accent": "#1F4BB5",
    "toast_mk": "#0B6B52",
    "mark_start": "#3F6CDB",
    "mark_end": "#6A4FD0",
    "brand_start": "#152A63",
    "brand_end": "#33216F",
    "brand_text": "#FFFFFF",
    "brand_text2": "#C3CDF2",
}

LIGHT = Palette("light", MappingProxyType(_LIGHT))
DARK = Palette("dark", MappingProxyType(_DARK))

AVATARS = ("#5262B5", "#00788A", "#8E5AA8", "#4B7A47", "#A0603A", "#3B6E9E", "#9A4B6B")
AVATAR_TEXT = "#FFFFFF"
