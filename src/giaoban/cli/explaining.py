"""``giaoban extract --explain``: what each clause of a document is and why, as text for people or as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator

from giaoban.cli.words import Language
from giaoban.language.explanation import ClauseTrace, Explanation
from giaoban.language.extraction import Directive, Span
from giaoban.language.reasons import reasons
from giaoban.language.signs import sign_words

_WIDTH = 100
_MARGIN = " " * 4
_LONGEST_QUOTED = 160
_MOST_SIGNS = 3
_KINDS = {
    "directive": {"vi": "chỉ đạo {n}", "en": "directive {n}"},
    "part": {"vi": "thuộc chỉ đạo {n}", "en": "part of directive {n}"},
    "introduction": {"vi": "dẫn vào", "en": "introduction"},
    "result": {"vi": "kết quả", "en": "result"},
    "limitation": {"vi": "hạn chế", "en": "limitation"},
    "left": {"vi": "để ngoài", "en": "left out"},
}
_WHY = {"vi": "vì câu này {words} ({id})", "en": "since the clause {words} ({id})"}
_SECTION = {"vi": "trong mục: {words}", "en": "under the heading: {words}"}
_GOVERNOR = {"vi": "theo lời: “{words}”", "en": "governed by: “{words}”"}
_SPAN = {"vi": "lời chỉ đạo: “{words}”", "en": "the directive's words: “{words}”"}
_LEAD = {"vi": "chủ trì: {names}{where}", "en": "lead: {names}{where}"}
_NO_LEAD = {"vi": "chủ trì: không nêu", "en": "lead: nobody is named"}
_SUPPORT = {"vi": "phối hợp: {names}", "en": "support: {names}"}
_DUE = {"vi": "hạn: {text}", "en": "due: {text}"}
_SURE = {"vi": "độ chắc: {sure}", "en": "confidence: {sure}"}
_LED_BY = {
    "own": {"vi": "nêu ngay trong câu", "en": "named in the clause"},
    "before": {"vi": "theo câu trước trong đoạn", "en": "from the clause before it"},
    "above": {"vi": "theo đề mục hoặc câu dẫn ở trên", "en": "from the heading or introduction above"},
    "asked": {"vi": "nơi được yêu cầu gần nhất", "en": "those asked last"},
    "line": {"vi": "dòng ghi thêm bên dưới", "en": "from a line below it"},
    "column": {"vi": "cột trong bảng", "en": "from a column of the table"},
}
_SUMMARY = {
    "vi": "Loại văn bản: {type}. {directives} chỉ đạo, {results} kết quả, {limitations} hạn chế; {clauses} câu, đoạn.",
    "en": "Document type: {type}. {directives} directives, {results} results, {limitations} limitations; "
    "{clauses} clauses.",
}


def as_json(explanation: Explanation, language: Language) -> str:
    """Return the explanation as one JSON object."""
    return json.dumps(explanation.as_dict(language), ensure_ascii=False, indent=2) + "\n"


def as_text(explanation: Explanation, language: Language) -> str:
    """Return the explanation for people: a summary, then each clause with what it is and why."""
    found = explanation.extraction
    summary = _SUMMARY[language].format(
        type=found.doc_type,
        directives=len(found.directives),
        results=len(found.results),
        limitations=len(found.limitations),
        clauses=len(explanation.clauses),
    )
    blocks = ["\n".join(_clause(explanation, one, language)) for one in explanation.clauses]
    return "\n\n".join([summary, *blocks]) + "\n"


def _clause(explanation: Explanation, one: ClauseTrace, language: Language) -> Iterator[str]:
    reason = reasons()[one.reason]
    yield from _wrapped(f"[{_kind(one, language)}] {one.text}", "")
    yield from _wrapped(_WHY[language].format(words=getattr(reason, language), id=one.reason))
    if one.outcome == "left" and one.section is None and one.governor is None:
        return
    text = explanation.extraction.text
    if one.section is not None and one.section != one.governor:
        yield from _wrapped(_SECTION[language].format(words=_quoted(text, one.section)))
    if one.governor is not None and (one.governor.start, one.governor.end) != (one.start, one.end):
        yield from _wrapped(_GOVERNOR[language].format(words=_quoted(text, one.governor)))
    if one.outcome == "directive" and one.directive is not None:
        yield from _directive(explanation.extraction.directives[one.directive], one, language)


def _kind(one: ClauseTrace, language: Language) -> str:
    kind = "introduction" if one.outcome == "part" and one.directive is None else one.outcome
    return _KINDS[kind][language].format(n=(one.directive or 0) + 1)


def _directive(found: Directive, one: ClauseTrace, language: Language) -> Iterator[str]:
    if (found.start, found.end) != (one.start, one.end):
        yield from _wrapped(_SPAN[language].format(words=found.text))
    where = f" ({_LED_BY[one.led_by][language]})" if one.led_by is not None else ""
    names = "; ".join(found.lead)
    parts = [_LEAD[language].format(names=names, where=where) if names else _NO_LEAD[language]]
    if found.support:
        parts.append(_SUPPORT[language].format(names="; ".join(found.support)))
    if found.due is not None:
        parts.append(_DUE[language].format(text=found.due.text))
    yield from _wrapped(" · ".join(parts))
    yield from _wrapped(_confidence(found, one, language))


def _confidence(found: Directive, one: ClauseTrace, language: Language) -> str:
    """Return how sure the reader is, and the signs that weigh most."""
    heavy = [sign for sign in one.signs if sign.weight][:_MOST_SIGNS]
    said = [f"{'+' if one.weight > 0 else '−'} {getattr(sign_words()[one.id], language)}" for one in heavy]
    sure = f"{found.confidence:.2f}".replace(".", "," if language == "vi" else ".")
    return _SURE[language].format(sure=sure) + (f" ({'; '.join(said)})" if said else "")


def _quoted(text: str, span: Span) -> str:
    return textwrap.shorten(text[span.start : span.end], _LONGEST_QUOTED, placeholder=" …")


def _wrapped(line: str, margin: str = _MARGIN) -> list[str]:
    return textwrap.wrap(
        line, _WIDTH, initial_indent=margin, subsequent_indent=_MARGIN, break_long_words=False, break_on_hyphens=False
    )
