"""Reading what was typed and handing it to the module of that command."""

import argparse
import importlib
import sys
from typing import NoReturn

from ketnoi.cli.speech import MISUSE, Stop, say

COMMANDS = {
    "demo": "chạy thử trên máy này, dữ liệu giả / try it on this machine, invented data",
    "init": "chuẩn bị một bản cài đặt thật / prepare a real installation",
    "serve": "chạy bản cài đặt thật / run the real installation",
    "invite": "mời người đầu tiên của một đơn vị / invite the first member of an agency",
    "backup": "sao lưu thành một tệp niêm phong / copy everything into one sealed file",
    "restore": "khôi phục, hoặc thử khôi phục / bring a copy back, or try whether it would",
    "upgrade": "thử cập nhật trên một bản sao / try an upgrade on a copy",
    "keys": "đổi khóa, ký gửi khóa, lấy lại khóa / rotate, escrow and recover keys",
    "linkage": "hỏi giữa các bản cài đặt, không có tên / questions between installations, no names",
    "directory": "ghi danh bạ đã xác nhận ra tệp HSDS / write the confirmed directory as HSDS",
    "doctor": "kiểm tra và chỉ cách chữa / check, and say the cure",
    "trail": "kiểm tra nhật ký, in dấu niêm / check the trail, show its seal",
    "manage": "lệnh quản trị của Django / Django's own commands",
    "test": "mọi kiểm tra mà CI chạy / everything CI runs",
    "check": "kiểm tra nhanh, dưới 60 giây / quick checks, under 60 s",
    "bench": "đo tốc độ / measure",
    "simulate": "mô phỏng mạng lưới, có hạn và không / a network with and without its clocks",
    "translate": "gom và dịch chữ trên màn hình / collect and compile translations",
}


class Parser(argparse.ArgumentParser):
    """A parser that says in one sentence, in both languages, what it did not understand."""

    def error(self, message: str) -> NoReturn:
        """Say it and leave with code 2."""
        wrong = f"Không hiểu lệnh này, xem: ketnoi --help. / {message}, see: ketnoi --help."
        print(wrong, file=sys.stderr)
        sys.exit(MISUSE)


def main(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code."""
    typed = sys.argv[1:] if arguments is None else arguments
    _parser().parse_args(typed[:1])
    if typed[0] not in COMMANDS:
        _parser().error(f"unknown command: {typed[0]}")
    try:
        return _run(typed[0], typed[1:])
    except Stop as stop:
        say(str(stop))
        return stop.code
    except KeyboardInterrupt:
        return 130


def _run(name: str, rest: list[str]) -> int:
    from ketnoi.foundation.postgres.trouble import Trouble

    module = importlib.import_module(f"ketnoi.cli.{name}")
    parser = Parser(prog=f"ketnoi {name}", description=COMMANDS[name], allow_abbrev=False)
    try:
        return module.run(module.read(parser, rest)) or 0
    except Trouble as trouble:
        raise Stop(str(trouble), "") from trouble


def _parser() -> Parser:
    lines = "\n".join(f"  {name:10} {text}" for name, text in COMMANDS.items())
    parser = Parser(
        prog="ketnoi",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Kết Nối: cùng nhau bên phụ nữ trở về. / Beside women who come home.",
        epilog=f"Lệnh / commands:\n{lines}\n\nketnoi LỆNH --help: nói thêm / says more",
        usage="ketnoi LỆNH [...]",
    )
    parser.add_argument(
        "command", metavar="LỆNH", help="một lệnh dưới đây / one of the commands below"
    )
    return parser
