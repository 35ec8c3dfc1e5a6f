"""The tables of a conference, by the step of the cycle that they serve."""

from giaoban.conferences.models.agenda import AgendaItem, Material, MaterialVersion
from giaoban.conferences.models.conclusion import Conclusion, ConclusionComment, ConclusionVersion, DraftDirective
from giaoban.conferences.models.conference import Conference, Preparation
from giaoban.conferences.models.delegates import Delegate
from giaoban.conferences.models.meeting import (
    Decision,
    Minutes,
    MinutesCheck,
    Projection,
    ProjectorLink,
    Receipt,
    Remark,
)
from giaoban.conferences.models.repetition import DraftRepetition
from giaoban.conferences.models.reports import ReportAnswer, ReportVersion, UnitReport

__all__ = [
    "AgendaItem",
    "Conclusion",
    "ConclusionComment",
    "ConclusionVersion",
    "Conference",
    "Decision",
    "Delegate",
    "DraftDirective",
    "DraftRepetition",
    "Material",
    "MaterialVersion",
    "Minutes",
    "MinutesCheck",
    "Preparation",
    "Projection",
    "ProjectorLink",
    "Receipt",
    "Remark",
    "ReportAnswer",
    "ReportVersion",
    "UnitReport",
]
