"""What the worker measures, how often, and for how long it is kept."""

from app.worker.measuring import MEASURED, measure
from tests.server import Database
from tests.worker.stations import a_station


def test_it_measures_database_tables_and_server_once_every_few_minutes(database: Database):
    station = a_station(database)

    done = [measure(station), measure(station)]

    names = {name for (name,) in database.run("SELECT name FROM monitor_figure")}
    assert done == [0, 0]
    assert names >= {*MEASURED, "table.claims_claim", "server_cpu_percent"}
    assert len(names) == database.value("SELECT count(*) FROM monitor_figure")


def test_five_weeks_are_kept(database: Database):
    measure(a_station(database))
    database.run("UPDATE monitor_figure SET at = at - interval '36 days'")

    measure(a_station(database))

    assert database.value("SELECT count(DISTINCT at) FROM monitor_figure") == 1
