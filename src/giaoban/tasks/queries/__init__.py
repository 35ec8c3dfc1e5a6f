"""Every read of the tasks part that is more than one line."""

from giaoban.tasks.queries.check_ins import (
    RoundCell,
    RoundCounts,
    RoundRow,
    check_in_before,
    find_check_in,
    owed_check_ins,
    round_counts,
    round_rows,
)
from giaoban.tasks.queries.choices import filters_for, task_documents, task_units, unit_choices
from giaoban.tasks.queries.cited import CitedFigures, Citing, OwnText, cited_figures, citing, own_text
from giaoban.tasks.queries.conference import tasks_by_conference
from giaoban.tasks.queries.escalations import standing_escalations, to_press
from giaoban.tasks.queries.listing import (
    HeadFigures,
    all_ids,
    group_counts,
    head_figures,
    page_ids,
    part_figures,
)
from giaoban.tasks.queries.one_task import (
    Part,
    TaskPage,
    find_assignment,
    find_extension,
    find_task,
    latest_entries,
    report_of,
    task_page,
)
from giaoban.tasks.queries.repeats import HEAVY, Link, Repeats, Said, repeats_of, said_before, told
from giaoban.tasks.queries.rows import TaskRow, rows_by_id
from giaoban.tasks.queries.today import (
    AreaFigures,
    area_figures,
    current_period,
    documents_to_review,
    leading_units,
    owed_by_unit,
    period_counts,
    reports_to_confirm,
    requests_to_decide,
)
from giaoban.tasks.rules_in_force import rules_of, time_rules_versions
from giaoban.tasks.scope import assignments_for, tasks_for

__all__ = [
    "HEAVY",
    "AreaFigures",
    "CitedFigures",
    "Citing",
    "HeadFigures",
    "Link",
    "OwnText",
    "Part",
    "Repeats",
    "RoundCell",
    "RoundCounts",
    "RoundRow",
    "Said",
    "TaskPage",
    "TaskRow",
    "all_ids",
    "area_figures",
    "assignments_for",
    "check_in_before",
    "cited_figures",
    "citing",
    "current_period",
    "documents_to_review",
    "filters_for",
    "find_assignment",
    "find_check_in",
    "find_extension",
    "find_task",
    "group_counts",
    "head_figures",
    "latest_entries",
    "leading_units",
    "owed_by_unit",
    "owed_check_ins",
    "own_text",
    "page_ids",
    "part_figures",
    "period_counts",
    "repeats_of",
    "report_of",
    "reports_to_confirm",
    "requests_to_decide",
    "round_counts",
    "round_rows",
    "rows_by_id",
    "rules_of",
    "said_before",
    "standing_escalations",
    "task_documents",
    "task_page",
    "task_units",
    "tasks_by_conference",
    "tasks_for",
    "time_rules_versions",
    "to_press",
    "told",
    "unit_choices",
]
