"""What is wrong with a database's defences, as sentences: the check behind `db check`."""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, select, text

from app.codes import LIFECYCLE
from app.database import require_version, translate
from app.models import LifecycleStep

LEASED = ("claims_user", "claims_staff", "claims_admin", "claims_worker")

_UNGUARDED = text("""
    SELECT c.oid::regclass::text, c.relkind = 'v' AS is_view
    FROM pg_class c
    WHERE c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      AND c.relkind IN ('r', 'p', 'm', 'f', 'v')
      AND EXISTS (
        SELECT FROM unnest(:roles) AS role
        WHERE has_table_privilege(role, c.oid, 'SELECT')
           OR has_any_column_privilege(role, c.oid, 'SELECT'))
      AND CASE c.relkind
        WHEN 'v' THEN c.relowner <> 'claims_sec'::regrole
             AND NOT 'security_invoker=true' = ANY (coalesce(c.reloptions, '{}'))
        ELSE NOT (c.relrowsecurity AND c.relforcerowsecurity
                  AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)) END
    ORDER BY 1
""")
_LOCKABLE = text("""
    SELECT DISTINCT c.oid::regclass::text
    FROM pg_class c, unnest(:roles) AS role, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS kind
    WHERE c.relkind IN ('r', 'p') AND has_table_privilege(role, c.oid, kind)
""")
_LOOSE_FUNCTIONS = text("""
    SELECT p.oid::regprocedure::text,
           NOT EXISTS (SELECT FROM unnest(p.proconfig) AS setting
                       WHERE setting LIKE 'search_path=%') AS unset,
           has_function_privilege('public', p.oid, 'EXECUTE') AS open
    FROM pg_proc p
    WHERE p.prosecdef AND p.pronamespace <> 'pg_catalog'::regnamespace
    ORDER BY 1
""")
_BARE_POLICIES = text(r"""
    SELECT polname || ' on ' || polrelid::regclass
    FROM pg_policy,
         LATERAL (SELECT concat_ws(' ', pg_get_expr(polqual, polrelid),
                                   pg_get_expr(polwithcheck, polrelid)) AS said) AS expression
    WHERE regexp_replace(said, '\( ?SELECT [a-z_]+\.[a-z_]+\([^()]*\)', '', 'g')
          ~ '\m(app|public|auth)\.[a-z_]+\('
""")
_PUBLIC_RIGHTS = text("""
    SELECT 'database ' || current_database() WHERE has_database_privilege(
        'public', current_database(), 'CREATE, TEMP, CONNECT')
    UNION ALL
    SELECT 'schema ' || nspname FROM pg_namespace
    WHERE nspname IN ('public', 'app', 'auth')
      AND has_schema_privilege('public', oid, 'CREATE, USAGE')
    UNION ALL
    SELECT 'language plpgsql' WHERE has_language_privilege('public', 'plpgsql', 'USAGE')
    UNION ALL
    SELECT 'function ' || oid::regprocedure FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace
      AND (proname ~ '^(lo_|loread$|lowrite$)' OR proname ~ 'advisory'
           OR proname = 'pg_logical_emit_message')
      AND has_function_privilege('public', oid, 'EXECUTE')
""")


def check(engine: Engine) -> list[str]:
    """Return a sentence for each fault; raise AppError on a server that is too old."""
    with translate(), engine.connect() as connection:
        require_version(connection)
        return list(_faults(connection))


def _faults(connection: Connection) -> Iterator[str]:
    roles = {"roles": list(LEASED)}
    for name, is_view in connection.execute(_UNGUARDED, roles):
        if is_view:
            yield f"The view {name} shows its owner's rows to leased roles."
        else:
            yield f"{name} can be read by a leased role without forced row-level security."
    for name in connection.scalars(_LOCKABLE, roles):
        yield f"{name} gives a leased role a right to the whole table, and so to lock it."
    for name, unset, public in connection.execute(_LOOSE_FUNCTIONS):
        if unset:
            yield f"The definer function {name} sets no search_path."
        if public:
            yield f"The definer function {name} can be executed by everybody."
    for name in connection.scalars(_BARE_POLICIES):
        yield f"The policy {name} calls a function for each row."
    for name in connection.scalars(_PUBLIC_RIGHTS):
        yield f"Everybody has rights on {name}."
    yield from _lifecycle_faults(connection)


def _lifecycle_faults(connection: Connection) -> Iterator[str]:
    table = LifecycleStep.__table__.c
    rows = connection.execute(
        select(table.from_status, table.to_status, table.who, table.compensates)
    )
    stored = {(start, end): (frozenset(who), undo) for start, end, who, undo in rows}
    expected: dict[tuple[str | None, str], tuple[frozenset[str], bool]] = {
        (step.start, step.end): (frozenset(map(str, step.who)), step.compensates)
        for step in LIFECYCLE
    }
    for start, end in sorted(stored | expected, key=lambda step: (step[0] or "", step[1])):
        if stored.get((start, end)) != expected.get((start, end)):
            yield f"The step from {start or 'nothing'} to {end} is not as the product knows it."
