import pytest

import app.ml


@pytest.mark.parametrize("name", app.ml.__all__)
def test_the_engine_gives_its_parts_by_name(name):
    assert getattr(app.ml, name).__name__ == name


def test_a_name_the_engine_does_not_have_is_refused():
    with pytest.raises(AttributeError, match="no attribute 'magic'"):
        app.ml.magic  # noqa: B018 - asking is the test
