"""Commands of the office: they need Django and a data folder; ``cli.main`` names them as strings."""

from __future__ import annotations

import json
import os
import signal
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from giaoban.refusal import Refusal

if TYPE_CHECKING:
    from giaoban.audit.chain import BadLink

#: Exit codes: the command line was wrong or something that it needs is not free; the check found a fault.
REFUSED, FAULT = 2, 1


class Level(StrEnum):
    """The levels of a committee, as typed."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


def start_django() -> None:
    """Load the settings that ``DJANGO_SETTINGS_MODULE`` names, ``local`` where it names none."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban.server.settings.local")
    django.setup()


def say(vietnamese: str, english: str) -> None:
    """Print one step that is under way, in both languages."""
    typer.echo(f"→ {vietnamese} ({english})")


def refuse(refusal: Refusal) -> typer.Exit:
    """Print why the command cannot go on; raise what this returns."""
    typer.echo(f"✗ {refusal}", err=True)
    return typer.Exit(REFUSED)


def serve(
    host: Annotated[str, typer.Option(help="Địa chỉ mạng để nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535, help="Cổng.")] = 8000,
    demo: Annotated[bool, typer.Option("--demo", help="Nạp dữ liệu mẫu nếu chưa có dữ liệu nào.")] = False,
    jobs: Annotated[bool, typer.Option(help="Chạy cả việc nền; bỏ khi đã có `giaoban worker` riêng.")] = True,
) -> None:
    """Chạy máy chủ: chuẩn bị dữ liệu, phục vụ trang web và làm việc nền, đến khi bị dừng (Ctrl-C)."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    start_django()
    from giaoban.demo.load import Extent
    from giaoban.server.preparation import prepare
    from giaoban.server.serving import refuse_busy_port
    from giaoban.server.serving import serve as serve_pages

    try:
        refuse_busy_port(host, port)
        prepare(say, demo=Extent() if demo else None)
        ended = serve_pages(host, port, jobs=jobs, when_ready=lambda: _tell_address(host, port))
    except Refusal as refusal:
        raise refuse(refusal) from refusal
    except KeyboardInterrupt:
        ended = ""
    if ended:
        words = {"web": "Máy chủ trang web", "jobs": "Tiến trình việc nền"}[ended]
        typer.echo(f"✗ {words} đã tự dừng; cả hai được dừng theo. (the {ended} process ended by itself)", err=True)
        raise typer.Exit(FAULT)
    typer.echo("→ Đã dừng. (stopped)")


def _tell_address(host: str, port: int) -> None:
    from giaoban.server.welcome import ways_in

    shown = "127.0.0.1" if host in {"0.0.0.0", "::", ""} else host
    typer.echo("→ Giao Ban đang chạy; Ctrl-C để dừng. (running; Ctrl-C stops it)")
    typer.echo(f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/")
    for line in ways_in():
        typer.echo(line)
    sys.stdout.flush()


def worker() -> None:
    """Chạy riêng việc nền, trên máy này hay máy khác, cùng một cơ sở dữ liệu PostgreSQL."""
    start_django()
    from giaoban.server.database import is_current, refuse_unsafe_database
    from giaoban.server.preparation import refuse_unsafe_settings
    from giaoban.server.serving import run_jobs

    try:
        refuse_unsafe_settings()
        refuse_unsafe_database()
    except Refusal as refusal:
        raise refuse(refusal) from refusal
    if not is_current():
        typer.echo("✗ Cơ sở dữ liệu chưa cập nhật: chạy `giaoban migrate` trước.", err=True)
        raise typer.Exit(REFUSED)
    typer.echo("→ Việc nền đang chạy; Ctrl-C để dừng. (jobs are run; Ctrl-C stops it)")
    run_jobs()


def migrate() -> None:
    """Tạo cơ sở dữ liệu nếu chưa có và đưa về phiên bản hiện tại."""
    start_django()
    from giaoban.server.preparation import prepare

    try:
        prepare(say)
    except Refusal as refusal:
        raise refuse(refusal) from refusal
    typer.echo("→ Cơ sở dữ liệu đã ở phiên bản hiện tại. (up to date)")


def demo(
    quarters: Annotated[
        int, typer.Option(min=2, max=8, help="Bao nhiêu quý, tính lùi từ quý II/2024 đang chuẩn bị.")
    ] = 8,
    seed: Annotated[int, typer.Option(min=0, help="Số gieo: cùng số thì cùng dữ liệu.")] = 1,
) -> None:
    """Nạp Thị ủy Cửa Lò mẫu vào một cơ sở dữ liệu chưa có dữ liệu."""
    start_django()
    from giaoban.demo.load import Extent, is_empty
    from giaoban.server.preparation import prepare
    from giaoban.server.welcome import ways_in

    try:
        prepare(say)
        if not is_empty():
            typer.echo("✗ Đã có dữ liệu: dữ liệu mẫu chỉ nạp vào cơ sở dữ liệu trống.", err=True)
            raise typer.Exit(REFUSED)
        prepare(say, demo=Extent(quarters, seed))
    except Refusal as refusal:
        raise refuse(refusal) from refusal
    for line in ways_in():
        typer.echo(line)


def new_committee(
    name: Annotated[str, typer.Option(prompt="Tên cấp ủy, ví dụ Thị ủy Cửa Lò", help="Tên cấp ủy.")],
    level: Annotated[
        Level, typer.Option(prompt="Cấp (province: tỉnh, district: huyện, commune: xã)", help="Cấp hành chính.")
    ],
    level_word: Annotated[
        str, typer.Option(prompt="Văn bản gọi cấp này là, ví dụ thị xã", help="Từ chỉ cấp trong văn bản.")
    ],
    place: Annotated[str, typer.Option(prompt="Tên địa bàn, ví dụ Cửa Lò", help="Tên địa bàn.")],
    office_name: Annotated[
        str, typer.Option("--office", prompt="Tên văn phòng, ví dụ Văn phòng Thị ủy", help="Tên văn phòng.")
    ],
    administrator: Annotated[str, typer.Option(prompt="Họ tên người quản trị", help="Họ tên người quản trị đầu tiên.")],
    username: Annotated[
        str, typer.Option(prompt="Tên đăng nhập của người quản trị", help="Tên đăng nhập: chữ không dấu, số.")
    ],
    superior: Annotated[str, typer.Option(help="Tên cấp ủy cấp trên đã có trên máy chủ này, nếu có.")] = "",
) -> None:
    """Lập một cấp ủy và tài khoản quản trị đầu tiên; mật khẩu lần đầu chỉ in ra một lần."""
    start_django()
    from giaoban.committees.actions import CommitteeDetails
    from giaoban.server.first_committee import found_committee
    from giaoban.server.preparation import prepare

    try:
        prepare(say)
        details = CommitteeDetails(name, level.value, level_word, place, office_name)
        made = found_committee(details, superior, username, administrator)
    except Refusal as refusal:
        raise refuse(refusal) from refusal
    typer.echo(f"→ Đã lập {name}. Người quản trị đăng nhập bằng:")
    typer.echo(f"  {made.member.user.username}  {made.password}")
    typer.echo("  Hệ thống sẽ yêu cầu đổi mật khẩu này ngay lần đăng nhập đầu.")


def verify_audit(
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
) -> None:
    """Kiểm tra sổ nhật ký của mọi cấp ủy; nêu dòng sai đầu tiên của từng sổ và thoát với mã 1."""
    start_django()
    from giaoban.audit.chain import chains, verify
    from giaoban.audit.words import fault_words

    found = {committee_id: verify(committee_id) for committee_id in chains()}
    bad = [link for link in found.values() if link is not None]
    if as_json:
        typer.echo(json.dumps({"chains": len(found), "bad": [_as_row(link) for link in bad]}, ensure_ascii=False))
    elif not bad:
        typer.echo(f"Đã kiểm tra {len(found)} sổ: không có dòng nào bị sửa, xóa hay chèn.")
    else:
        for link in bad:
            typer.echo(f"✗ Sổ {link.committee_id}, dòng {link.sequence}: {fault_words(link)}")
    if bad:
        raise typer.Exit(FAULT)


def _as_row(link: BadLink) -> dict[str, object]:
    return {"committee": link.committee_id, "sequence": link.sequence, "fault": link.fault}
