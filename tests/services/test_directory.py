"""Colleagues by name, and the model that judges."""

import pytest

from app.access import Role
from app.errors import NotAllowed
from app.services.directory import Directory, Person
from app.services.registry import Registry
from tests.factories import MODEL, a_model, a_person, an_identity


def test_staff_find_their_colleagues_by_name_but_not_those_who_left(database):
    maya = a_person(database, full_name="Maya Chen", username="maya")
    tom = a_person(database, "admin", full_name="Tom Reyes", username="tom")
    gone = a_person(database, full_name="Gone Long")
    database.run("UPDATE auth_user SET is_active = false WHERE id = %s", gone.id)

    people = Directory(database.sessions_as(maya), maya).people()

    assert people == (
        Person(maya.id, "maya", "Maya Chen", Role.STAFF),
        Person(tom.id, "tom", "Tom Reyes", Role.ADMIN),
    )


def test_a_user_finds_nobody_else(database):
    user = a_person(database, "user")
    a_person(database)

    people = Directory(database.sessions_as(user), user).people()

    assert [person.id for person in people] == [user.id]


def test_the_active_model_is_told_by_name_version_and_lines(database):
    staff = a_person(database)
    a_model(database, lines=["motor", "travel"])
    a_model(database, sha256="b" * 64, is_active=False)

    model = Registry(database.sessions_as(staff), staff).active()

    assert model
    assert (model.name, model.version, model.sha256) == ("Sample", "1", MODEL)
    assert model.lines == ("motor", "travel")


def test_without_an_active_model_there_is_none_to_tell(database):
    staff = a_person(database)

    assert Registry(database.sessions_as(staff), staff).active() is None


def test_a_user_is_not_told_of_models(database):
    with pytest.raises(NotAllowed, match="may not read a model"):
        Registry(database.owner_sessions(), an_identity("user")).active()
