"""Checks of the database: its version, what our role may do, what is migrated and guarded."""

from ketnoi.cli.checks import Check, Finding, Place, fail, not_here, ok, warn
from ketnoi.foundation.postgres import inspect

OLDEST = 15
TRIED = 20
KEEPERS, LATE = 2, 1500
NO_OWNER = (
    "đặt KETNOI_OWNER_URL để kiểm tra",
    "set KETNOI_OWNER_URL to check this",
)


def version(place: Place) -> Finding:
    """PostgreSQL is new enough."""
    found = inspect.server(place.url).version
    if found < OLDEST:
        return fail(
            "version", f"PostgreSQL {found} cũ quá, cần {OLDEST} trở lên", f"need ≥ {OLDEST}"
        )
    return ok("version", f"PostgreSQL {found}", f"PostgreSQL {found}")


def app_role(place: Place) -> Finding:
    """The application's role passes no row security and owns no table."""
    role, name = inspect.role(place.url), "app-role"
    if role.superuser or role.passes_row_security or role.may_become_more:
        return fail(
            name,
            f"vai {role.name} vượt qua được bảo vệ hàng. "
            f"Hãy chạy: ALTER ROLE {role.name} NOSUPERUSER NOBYPASSRLS",
            f"role {role.name} passes row security, "
            f"run: ALTER ROLE {role.name} NOSUPERUSER NOBYPASSRLS",
        )
    if role.owns:
        return fail(
            name,
            f"vai {role.name} là chủ {role.owns} bảng. DATABASE_URL phải là vai không có bảng nào",
            f"role {role.name} owns {role.owns} tables: DATABASE_URL must name one that owns none",
        )
    return ok(name, f"vai {role.name}", f"role {role.name}")


def owner_role(place: Place) -> Finding:
    """The owner sees every row, so that its functions and checks do."""
    name = "owner-role"
    if not place.owner_url:
        return not_here(name, *NO_OWNER)
    role = inspect.role(place.owner_url)
    if not (role.superuser or role.passes_row_security):
        return fail(
            name,
            f"hàm của vai chủ không thấy hàng nào. Hãy chạy: ALTER ROLE {role.name} BYPASSRLS",
            f"the owner's functions see no row, run: ALTER ROLE {role.name} BYPASSRLS",
        )
    return ok(name, f"vai {role.name}", f"role {role.name}")


def migrations(place: Place) -> Finding:
    """Every migration is applied."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return fail(
            "migrations",
            f"còn {len(waiting)} bước cập nhật bảng. Hãy chạy: ketnoi manage migrate",
            f"{len(waiting)} migrations are pending, run: ketnoi manage migrate",
        )
    return ok("migrations")


def row_security(place: Place) -> Finding:
    """Row security is forced on every table that is guarded."""
    from django.apps import apps

    found = inspect.row_security(place.url)
    tables = {m._meta.db_table for m in apps.get_models() if hasattr(m, "guarded")}
    tables |= {table for table, security in found.items() if security.commands}
    open_ones = sorted(table for table in tables & set(found) if not found[table].whole)
    if open_ones:
        named = ", ".join(open_ones[:5])
        return fail(
            "row-security",
            f"bảo vệ hàng đang tắt ở: {named}. Hãy phục hồi từ bản sao, hoặc chạy lại migration",
            f"row security is not forced on: {named}. Restore it, or run its migration again",
        )
    return ok("row-security", f"{len(tables)} bảng", f"{len(tables)} tables")


def trail(place: Place) -> Finding:
    """No line of the trail was changed, removed or put in."""
    from ketnoi.foundation.trail.verify import verify

    if not place.owner_url:
        return not_here("trail", *NO_OWNER)
    broken = verify()
    if broken:
        first = broken[0]
        return fail(
            "trail",
            f"{len(broken)} chỗ trong nhật ký đã bị sửa, trước hết {first.chain} dòng {first.seq}. "
            "Giữ nguyên máy và báo người phụ trách an toàn",
            f"{len(broken)} places of the trail were changed, first {first.chain} line {first.seq}."
            " Leave the machine as it is and tell who answers for security",
        )
    return ok("trail")


def seals(place: Place) -> Finding:
    """The trail is sealed, and at least two other agencies keep a late seal."""
    from ketnoi.foundation.trail import sealing

    newest = sealing.latest()
    if newest is None:
        return not_here("seals", "chưa có dấu niêm nào", "nothing is sealed yet")
    late = [number for number in sealing.last_handed().values() if number > newest.number - LATE]
    if len(late) >= KEEPERS:
        return ok("seals", f"{len(late)} nơi giữ dấu niêm", f"{len(late)} agencies keep seals")
    finding = not_here if place.demo else warn
    return finding(
        "seals",
        f"chỉ {len(late)} nơi giữ dấu niêm mới, cần {KEEPERS}. Hãy chọn nơi giữ ở /cb/dau-niem/",
        f"only {len(late)} agencies keep a late seal, {KEEPERS} should: appoint them",
    )


def agreements(place: Place) -> Finding:
    """Agencies have signed what they may ask of each other; before that nothing is referred."""
    from ketnoi.agencies.queries import bound
    from ketnoi.foundation import clock

    found = bound(now=clock.now())
    if found:
        return ok("agreements", f"{found} đơn vị đã ký", f"{found} agencies have signed")
    return warn(
        "agreements",
        "chưa có thỏa thuận nào đang hiệu lực, nên chưa chuyển gửi được. Hãy lập ở /cb/thoa-thuan/",
        "no agreement is in force, so nothing can be referred: draw one up at /cb/thoa-thuan/",
    )


def key_opens(place: Place) -> Finding:
    """The key file opens what is sealed in this database."""
    from django.apps import apps
    from django.db import Error

    name, using = "key-opens", "owner" if place.owner_url else "default"
    keys = apps.get_model("people", "DataKey").objects.using(using).exclude(wrapped=b"")
    try:
        opened = [bool(key.plain) for key in keys.order_by("-pk")[:TRIED]]
    except Error:
        raise
    except Exception:
        # A foreign key, or a ciphertext that was cut off: either way it does not open.
        return fail(
            name,
            f"khóa ở {place.keys} không phải khóa của cơ sở dữ liệu này. Hãy đặt lại đúng tệp khóa",
            f"the key in {place.keys} belongs to another database: put the right key file there",
        )
    if not opened:
        return not_here(name, "chưa có gì được niêm phong", "nothing is sealed yet")
    return ok(name)


def signed_context(place: Place) -> Finding:
    """The database believes what this program says about who acts, and only that."""
    from ketnoi.foundation.actor import NETWORK
    from ketnoi.foundation.guard import context

    if context.is_believed(NETWORK):
        return ok("signed-context")
    return fail(
        "signed-context",
        "cơ sở dữ liệu không nhận chữ ký của chương trình nên không mở hàng nào. "
        "Hãy chạy: ketnoi manage migrate",
        "the database does not know this program's signature and shows no row, "
        "run: ketnoi manage migrate",
    )


def clock(place: Place) -> Finding:
    """The clock tells the true time."""
    shift = inspect.shift(place.url)
    if not shift:
        return ok("clock")
    finding = warn if place.demo else fail
    return finding(
        "clock",
        f"đồng hồ lệch {shift.days} ngày. Bản thật không được lệch: đặt kn.clock.shift về 0",
        f"the clock is {shift.days} days off; a real installation must set kn.clock.shift to 0",
    )


def demo_people(place: Place) -> Finding:
    """Nobody from the demo can sign in to a real installation."""
    from django.contrib.auth import get_user_model

    from ketnoi.agencies.queries import DEMO

    found = get_user_model().objects.filter(username__startswith=DEMO, is_active=True).count()
    if place.demo or not found:
        return ok("demo-people")
    return fail(
        "demo-people",
        f"có {found} người của bản thử. Hãy dùng một cơ sở dữ liệu mới",
        f"{found} people of the demo are present: use a fresh database",
    )


def check_all(place: Place, checks: tuple[Check, ...]) -> list[Finding]:
    """The findings, or the one that says the database does not answer."""
    try:
        inspect.server(place.url)
    except inspect.Unreachable:
        return [
            fail(
                "database",
                "cơ sở dữ liệu không trả lời. Xem DATABASE_URL và PostgreSQL có đang chạy không",
                "the database does not answer: look at DATABASE_URL, and whether it runs",
            )
        ]
    return [ok("database"), *(_tried(check, place) for check in checks)]


def _tried(check: Check, place: Place) -> Finding:
    from django.db import Error

    try:
        return check(place)
    except (Error, inspect.Unreachable) as error:
        return fail(
            check.__name__.replace("_", "-"),
            f"chưa kiểm tra được ({type(error).__name__}). Hãy chạy: ketnoi manage migrate",
            f"could not be checked ({type(error).__name__}), run: ketnoi manage migrate",
        )


LIGHT: tuple[Check, ...] = (
    version,
    app_role,
    migrations,
    row_security,
    signed_context,
    clock,
    demo_people,
)
CHECKS: tuple[Check, ...] = (*LIGHT, owner_role, key_opens, trail, seals, agreements)
