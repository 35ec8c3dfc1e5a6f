"""A plain paper as .docx: page, head, number, title, paragraphs, tables and signatures in the issuer's form.

One builder for every paper; what a paper says stands in a module of its own. Times New Roman throughout, Vietnamese
as the language of the text, page numbers from the second page on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from giaoban.papers.forms import Issuer
from giaoban.vietnamese import nfc

FONT = "Times New Roman"
PAGE_MM = (210, 297)
NUMBER_FROM_EDGE_MM = 10
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: What the schema wants after the borders of a paragraph, as far as it is used here.
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")

_CENTRE, _LEFT, _BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature: the authority ("T/M BAN THƯỜNG VỤ", or nothing), the post in capitals, the name."""

    post: str
    name: str = ""
    authority: str = ""


class Paper:
    """A paper that is being written (văn bản đi); :meth:`save` returns the file."""

    def __init__(self, issuer: Issuer, title: str, made_at: datetime) -> None:
        self.issuer, self.form = issuer, issuer.form
        self._document = Document()
        self._lay_page()
        self._set_style()
        properties = self._document.core_properties
        properties.title, properties.author, properties.language = nfc(title)[:255], issuer.name, "vi-VN"
        properties.created = properties.modified = made_at.replace(tzinfo=None)

    def head(self, number: str, place_and_date: str) -> None:
        """Write who issues it and the motto side by side, and beneath them number, place and date."""
        form, issuer = self.form, self.issuer
        left, right = self._columns()
        if issuer.parent:
            self._line(left, issuer.parent.upper(), form.parent_size)
        self._line(left, issuer.name.upper(), form.issuer_size, bold=True)
        self._under(left, form.issuer_sign, form.issuer_rule_mm, form.columns_mm[0], form.issuer_size)
        self._line(left, number, form.number_size)
        for words, size in zip(form.motto, form.motto_sizes, strict=True):
            self._line(right, words, size, bold=True)
        self._under(right, "", form.motto_rule_mm, form.columns_mm[1], 4)
        self._line(right, place_and_date, form.date_size, italic=True)

    def title(self, kind: str, subject: str) -> None:
        """Write the paper's type in capitals and its subject beneath it."""
        form = self.form
        self._paragraph(kind.upper(), size=form.type_size, bold=True, align=_CENTRE, before=18)
        self._paragraph(subject, size=form.subject_size, bold=True, align=_CENTRE)
        width = PAGE_MM[0] - form.margins_mm[2] - form.margins_mm[3]
        self._under(self._document, form.subject_sign, form.subject_rule_mm, width, form.subject_size)

    def note(self, words: str) -> None:
        """Write a line in italics under the title: what state the paper is in."""
        self._run(self._paragraph("", align=_CENTRE), words, self.form.body_size, italic=True)

    def heading(self, words: str) -> None:
        """Write the heading of a part; it stays with what follows."""
        paragraph = self._paragraph(words, bold=True, before=8, indent=True)
        paragraph.paragraph_format.keep_with_next = True

    def paragraph(self, words: str, *, lead: str = "", italic: bool = False) -> None:
        """Write a paragraph of the body; ``lead`` are its first words, in bold. Line breaks begin a new paragraph."""
        for place, line in enumerate(nfc(words).splitlines() or [""]):
            written = self._paragraph("", align=_BOTH, before=6, indent=True)
            if lead and place == 0:
                self._run(written, f"{lead} ", self.form.body_size, bold=True)
            self._run(written, line, self.form.body_size, italic=italic)

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths_mm: Sequence[int]) -> None:
        """Write a table with a head that repeats on each page; no row is cut by the end of a page."""
        made = self._document.add_table(rows=1, cols=len(heads), style="Table Grid")
        made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        _widen(made, widths_mm)
        self._fill(made.rows[0], heads, widths_mm, bold=True, align=_CENTRE)
        _flag(made.rows[0], "w:tblHeader")
        for row in rows:
            self._fill(made.add_row(), row, widths_mm)

    def signatures(self, left: Signer | None, right: Signer, recipients: Sequence[str] = ()) -> None:
        """Write the signatures: on the left another signer, or the recipients (nơi nhận) where there are some."""
        self._paragraph("", before=6)
        here, there = self._columns(even=not recipients)
        if recipients:
            self._recipients(here, recipients)
        elif left:
            self._sign(here, left)
        self._sign(there, right)

    def save(self) -> bytes:
        """Return the paper as the bytes of a .docx."""
        kept = BytesIO()
        self._document.save(kept)
        return kept.getvalue()

    def _lay_page(self) -> None:
        section, margins = self._document.sections[0], self.form.margins_mm
        section.page_width, section.page_height = Mm(PAGE_MM[0]), Mm(PAGE_MM[1])
        section.top_margin, section.bottom_margin = Mm(margins[0]), Mm(margins[1])
        section.left_margin, section.right_margin = Mm(margins[2]), Mm(margins[3])
        section.header_distance = Mm(NUMBER_FROM_EDGE_MM)
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = _CENTRE
        run = self._run(number, "", self.form.body_size)
        for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
            run._r.append(_field_part(kind, words))

    def _set_style(self) -> None:
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(self.form.body_size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(name), FONT)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "vi-VN")
        style.element.get_or_add_rPr().append(language)
        style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)

    def _columns(self, *, even: bool = False) -> tuple[Any, Any]:
        """Return two cells side by side, without lines, as wide as the form says or each half of the page."""
        whole = sum(self.form.columns_mm)
        widths = (whole // 2, whole - whole // 2) if even else self.form.columns_mm
        made = self._document.add_table(rows=1, cols=2)
        made.autofit = False
        _no_cell_margins(made)
        _widen(made, widths)
        for cell, width in zip(made.rows[0].cells, widths, strict=True):
            cell.width = Mm(width)
        _flag(made.rows[0], "w:cantSplit")
        return made.rows[0].cells[0], made.rows[0].cells[1]

    def _line(self, cell: Any, words: str, size: int, *, bold: bool = False, italic: bool = False) -> Any:
        """Write a centred line into a cell, the first one into its empty paragraph."""
        first = cell.paragraphs[0]
        paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
        paragraph.alignment = _CENTRE
        self._run(paragraph, words, size, bold=bold, italic=italic)
        return paragraph

    def _under(self, where: Any, sign: str, rule_mm: int, width_mm: int, size: int) -> None:
        """Write what the form has under a line: signs, a rule of its length, or nothing."""
        if not sign and not rule_mm:
            return
        paragraph = where.add_paragraph()
        paragraph.alignment = _CENTRE
        self._run(paragraph, sign, size if sign else 4)
        if rule_mm:
            side = Mm((width_mm - rule_mm) / 2)
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
            paragraph.paragraph_format.line_spacing, paragraph.paragraph_format.space_before = Pt(4), Pt(3)
            _rule_above(paragraph)

    def _fill(
        self, row: Any, words: Sequence[str], widths_mm: Sequence[int], *, bold: bool = False, align: Any = _LEFT
    ) -> None:
        _flag(row, "w:cantSplit")
        for cell, text, width in zip(row.cells, words, widths_mm, strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].alignment = align
            self._run(cell.paragraphs[0], text, self.form.recipients_size, bold=bold)

    def _recipients(self, cell: Any, recipients: Sequence[str]) -> None:
        form = self.form
        label = cell.paragraphs[0]
        marked = form.recipients_label_bold_italic
        run = self._run(label, "Nơi nhận:", form.recipients_label_size, bold=marked, italic=marked)
        run.font.underline = not marked
        for place, one in enumerate(recipients, start=1):
            end = "." if place == len(recipients) else ";"
            self._run(cell.add_paragraph(), f"- {one}{end}", form.recipients_size)

    def _sign(self, cell: Any, signer: Signer) -> None:
        size = self.form.body_size
        if signer.authority:
            self._line(cell, signer.authority, size, bold=True)
        self._line(cell, signer.post.upper(), size, bold=self.form.post_bold)
        name = self._line(cell, signer.name, size, bold=True)
        name.paragraph_format.space_before = Pt(70)

    def _paragraph(
        self,
        words: str,
        *,
        size: int | None = None,
        bold: bool = False,
        align: Any = _LEFT,
        before: int = 0,
        indent: bool = False,
    ) -> Any:
        paragraph = self._document.add_paragraph()
        laid = paragraph.paragraph_format
        paragraph.alignment, laid.space_before = align, Pt(before)
        laid.line_spacing_rule, laid.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(self.form.line_pt)
        if indent:
            laid.first_line_indent = Mm(self.form.first_line_mm)
        if words:
            self._run(paragraph, words, size or self.form.body_size, bold=bold)
        return paragraph

    def _run(self, paragraph: Any, words: str, size: int, *, bold: bool = False, italic: bool = False) -> Any:
        run = paragraph.add_run(nfc(words))
        run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic
        return run


def _widen(table: Any, widths_mm: Sequence[int]) -> None:
    """Set the columns' widths in the table's grid too, by which programs other than Word lay it out."""
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)


def _flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _field_part(kind: str, words: str) -> Any:
    """Return a part of a field: its begin or end, or the instruction between them."""
    part = OxmlElement("w:fldChar" if kind else "w:instrText")
    if kind:
        part.set(qn("w:fldCharType"), kind)
    part.text = words or None
    return part


def _rule_above(paragraph: Any) -> None:
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def _no_cell_margins(table: Any) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        one = OxmlElement(f"w:{side}")
        one.set(qn("w:w"), "0")
        one.set(qn("w:type"), "dxa")
        margins.append(one)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
