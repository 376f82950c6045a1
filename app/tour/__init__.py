"""A walk through the desktop that pictures every screen."""

from app.tour.walk import run_tour

__all__ = ["run_tour"]
