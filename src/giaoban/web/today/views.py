"""Today: what needs me?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giaoban.web.access.requests import OfficeRequest
from giaoban.web.today.board import Board
from giaoban.web.today.upkeep import Upkeep


@require_safe
def today(request: OfficeRequest) -> HttpResponse:
    """What needs the person in the role that they hold, in order."""
    board = Board(request.actor)
    if board.is_reader:
        return render(request, "today/today.html", {"board": board})
    return render(request, "today/administrator.html", {"board": board, "upkeep": Upkeep(request.actor)})
