"""Precedent: claims judged by their precedents."""
