"""Broken and hostile files, made here: each with its name and the codes of the refusals that are right for it."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from struct import pack
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from PIL import Image

from .making import plain_word, repacked, with_part

GOOD_WORD = plain_word("Rà soát chương trình, kế hoạch năm 2024.")
READ = "read"


@dataclass(frozen=True)
class Hostile:
    """A file that is not what it should be; making it can take a while, so it is made when it is wanted."""

    id: str
    name: str
    make: Callable[[], bytes]
    codes: frozenset[str]


def _one(identity: str, name: str, make: Callable[[], bytes], *codes: str) -> Hostile:
    return Hostile(identity, name, make, frozenset(code if code == READ else f"reading.{code}" for code in codes))


def pdf(*objects: bytes, trailer: bytes = b"", header: bytes = b"%PDF-1.7\n") -> bytes:
    """Return a .pdf of these objects, numbered from 1; the first is the catalogue."""
    out = BytesIO()
    out.write(header)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start))
    return out.getvalue()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d%s>>\nstream\n" % (len(data), entries) + data + b"\nendstream"


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"


def plain_pdf(words: bytes = b"BT /F 12 Tf 72 700 Td (Cong an huyen) Tj ET") -> bytes:
    """Return a .pdf of one page with a few words."""
    return pdf(CATALOGUE, PAGES, PAGE, stream(words), FONT)


def swollen_pdf() -> bytes:
    """Return a .pdf of some kilobytes whose page unpacks, twice over, to a gigabyte of drawing."""
    drawing = zlib.compress(zlib.compress(b"0 0 m 1 1 l S " * 72_000_000, 9), 9)
    return pdf(CATALOGUE, PAGES, PAGE, stream(drawing, b"/Filter[/FlateDecode/FlateDecode]"), FONT)


def cyclic_pdf() -> bytes:
    """Return a .pdf whose tree of pages goes round."""
    return pdf(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>")


def recursive_form_pdf() -> bytes:
    """Return a .pdf whose page draws a form that draws itself."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    return pdf(CATALOGUE, PAGES, page, stream(b"/X Do /X Do"), stream(b"/X Do /X Do", form))


def many_pages_pdf(count: int) -> bytes:
    """Return a .pdf of so many pages."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    return pdf(CATALOGUE, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), *([page] * count))


def encrypted_pdf() -> bytes:
    """Return a .pdf that wants a password: its key fits none, not even the empty one."""
    entries = b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<%s>/U<%s>>>" % (b"11" * 32, b"22" * 32)
    trailer = b"/Encrypt 6 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
    return pdf(CATALOGUE, PAGES, PAGE, stream(b"BT ET"), FONT, entries, trailer=trailer)


def huge_image_pdf() -> bytes:
    """Return a .pdf of a page that is one image of 60,000 by 60,000 points, all white."""
    side = 60_000
    packer = zlib.compressobj(9)
    row = bytes(side // 8)
    image = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1" % (side, side)
    drawn = stream(b"q 595 0 0 842 0 0 cm /X Do Q")
    return pdf(CATALOGUE, PAGES, page, drawn, stream(image, entries + b"/Filter/FlateDecode"))


def active_pdf() -> bytes:
    """Return a .pdf that wants to run a script and to open a program when it is opened; it holds words too."""
    actions = b"/OpenAction<</S/JavaScript/JS(app.alert)>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>"
    catalogue = b"<</Type/Catalog/Pages 2 0 R%s>>" % actions
    return pdf(catalogue, PAGES, PAGE, stream(b"BT /F 12 Tf 72 700 Td (Cong an huyen) Tj ET"), FONT)


def huge_png(width: int, height: int) -> bytes:
    """Return a .png that says it has so many points, with the data of none."""
    chunk = lambda kind, data: pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))  # noqa: E731
    header = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def white_png() -> bytes:
    """Return a .png of a white page."""
    out = BytesIO()
    Image.new("L", (600, 800), 255).save(out, "PNG")
    return out.getvalue()


def many_frames_tiff(count: int) -> bytes:
    """Return a .tiff of so many small pages."""
    out = BytesIO()
    page = Image.new("1", (8, 8), 1)
    page.save(out, "TIFF", save_all=True, append_images=[page] * (count - 1))
    return out.getvalue()


def looping_tiff() -> bytes:
    """Return a .tiff whose page says that the next page is itself."""
    out = BytesIO()
    Image.new("L", (8, 8), 255).save(out, "TIFF")
    data = bytearray(out.getvalue())
    first = int.from_bytes(data[4:8], "little")
    count = int.from_bytes(data[first : first + 2], "little")
    data[first + 2 + 12 * count : first + 6 + 12 * count] = pack("<I", first)
    return bytes(data)


def swollen_word() -> bytes:
    """Return a .docx of some 90 kilobytes with 0.8 gigabytes in it."""
    return with_part(GOOD_WORD, "word/media/image1.bin", bytes(800_000_000))


def many_paragraphs_word() -> bytes:
    """Return a small .docx within the limits of its bytes, of paragraphs that take the most memory once parsed."""

    def change(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"]
        parts["word/document.xml"] = body.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 2_600_000)

    return repacked(GOOD_WORD, change)


def deep_word() -> bytes:
    """Return a .docx whose elements stand in one another without end."""

    def change(parts: dict[str, bytes]) -> None:
        deep = b"<w:sdt><w:sdtContent>" * 100_000 + b"</w:sdtContent></w:sdt>" * 100_000
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + deep)

    return repacked(GOOD_WORD, change)


def million_entries() -> bytes:
    """Return a zip of a million empty entries, the first of them Word's."""
    entry = b"PK\x03\x04" + pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, 0, 0, 0, 6, 0) + b"word/a"
    listed = b"PK\x01\x02" + pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 0, 0, 33, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0) + b"word/a"
    count = 350_000
    end = b"PK\x05\x06" + pack("<HHHHIIH", 0, 0, 65535, 65535, len(listed) * count, len(entry), 0)
    return entry + listed * count + end


def zip_in_zip() -> bytes:
    """Return a zip of zips of zips, as a .docx."""
    data = b"0" * 1_000_000
    for depth in range(6):
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as package:
            for number in range(16):
                package.writestr(f"word/{depth}-{number}.zip", data)
        data = out.getvalue()
    return data


def with_external_entity(target: str) -> bytes:
    """Return a .docx whose document wants the words of another file (XXE)."""
    declared = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{target}">]>'.encode()

    def change(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"].partition(b"?>")[2]
        parts["word/document.xml"] = declared + body.replace(
            b"<w:body>", b"<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
        )

    return repacked(GOOD_WORD, change)


def laughing_word() -> bytes:
    """Return a .docx of entities that stand for ten of one another each (a billion laughs)."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{levels}]><a>&l9;</a>'.encode()
    return with_part(GOOD_WORD, "word/styles.xml", declared)


def with_link() -> bytes:
    """Return a .docx with a symbolic link in it that leads out."""
    out = BytesIO(GOOD_WORD)
    with ZipFile(out, "a") as package:
        link = ZipInfo("word/link.xml")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")
    return out.getvalue()


def linked_word() -> bytes:
    """Return a .docx that refers to a template and a picture elsewhere."""

    def change(parts: dict[str, bytes]) -> None:
        kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        links = "".join(
            f'<Relationship Id="x{kind}" Type="{kinds}/{kind}" Target="http://192.0.2.1/{kind}" TargetMode="External"/>'
            for kind in ("attachedTemplate", "image", "header")
        )
        name = "word/_rels/document.xml.rels"
        parts[name] = parts[name].replace(b"</Relationships>", links.encode() + b"</Relationships>")

    return repacked(GOOD_WORD, change)


def duplicate_parts() -> bytes:
    """Return a .docx that has its document twice."""
    out = BytesIO(GOOD_WORD)
    with ZipFile(out, "a", ZIP_DEFLATED) as package:
        package.writestr("word/Document.xml", b"<a/>")
    return out.getvalue()


def with_entry(name: str) -> bytes:
    """Return a .docx with an entry of this name."""
    out = BytesIO(GOOD_WORD)
    with ZipFile(out, "a", ZIP_STORED) as package:
        package.writestr(name, b"x")
    return out.getvalue()


def bad_checksum() -> bytes:
    """Return a .docx in which the document's checksum is wrong."""
    data = bytearray(GOOD_WORD)
    place = data.find(b"PK\x01\x02")
    while data[place + 46 : place + 46 + 17] != b"word/document.xml":
        place = data.find(b"PK\x01\x02", place + 4)
    data[place + 16] ^= 0xFF
    return bytes(data)


def deep_page() -> bytes:
    """Return a web page whose elements stand in one another."""
    return b"<html><body>" + b"<div>" * 100_000 + "Rà soát".encode()


def noise(magic: bytes) -> bytes:
    """Return bytes without sense behind those with which a format begins."""
    return magic + random.Random(7).randbytes(50_000)


CORPUS = (
    _one("word-0.8-gb", "a.docx", swollen_word, "bomb"),
    _one("word-many-paragraphs", "a.docx", many_paragraphs_word, "bomb", "too_large", "too_slow"),
    _one("word-deep", "a.docx", deep_word, "bomb", "damaged"),
    _one("word-laughs", "a.docx", laughing_word, "bomb"),
    _one("word-xxe-file", "a.docx", lambda: with_external_entity("file:///etc/passwd"), "bomb"),
    _one("word-xxe-network", "a.docx", lambda: with_external_entity("http://192.0.2.1/"), "bomb"),
    _one("word-million-entries", "a.docx", million_entries, "bomb"),
    _one("word-zip-in-zip", "a.docx", zip_in_zip, "bomb", "unsupported"),
    _one("word-leaves-up", "a.docx", lambda: with_entry("word/../../a.xml"), "damaged"),
    _one("word-leaves-root", "a.docx", lambda: with_entry("/etc/a.xml"), "damaged"),
    _one("word-link", "a.docx", with_link, "damaged"),
    _one("word-linked", "a.docx", linked_word, READ),
    _one("word-duplicate", "a.docx", duplicate_parts, "damaged"),
    _one("word-checksum", "a.docx", bad_checksum, "damaged"),
    _one("word-noise", "a.docx", lambda: noise(b"PK\x03\x04"), "damaged"),
    _one("word-empty", "a.docx", lambda: b"", "mismatch"),
    _one("word-no-words", "a.docx", lambda: plain_word(""), "empty"),
    _one("doc-noise", "a.doc", lambda: noise(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "damaged"),
    _one("doc-magic", "a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
    _one("pdf-1-gb", "a.pdf", swollen_pdf, "bomb", "damaged", "too_slow"),
    _one("pdf-cyclic", "a.pdf", cyclic_pdf, "damaged", "empty"),
    _one("pdf-recursive", "a.pdf", recursive_form_pdf, "bomb", "damaged", "empty"),
    _one("pdf-10,000-pages", "a.pdf", lambda: many_pages_pdf(10_000), "too_large"),
    _one("pdf-encrypted", "a.pdf", encrypted_pdf, "encrypted"),
    _one("pdf-huge-image", "a.pdf", huge_image_pdf, "bomb", "damaged", "empty", "too_slow"),
    _one("pdf-active", "a.pdf", active_pdf, READ),
    _one("pdf-noise", "a.pdf", lambda: noise(b"%PDF-1.7\n"), "damaged"),
    _one("pdf-magic", "a.pdf", lambda: b"%PDF-", "damaged"),
    _one("pdf-no-words", "a.pdf", lambda: plain_pdf(b""), "empty"),
    _one("png-huge", "a.png", lambda: huge_png(50_000, 50_000), "bomb"),
    _one("png-no-data", "a.png", lambda: huge_png(2_000, 2_000), "damaged"),
    _one("png-white", "a.png", white_png, "empty"),
    _one("png-noise", "a.png", lambda: noise(b"\x89PNG\r\n\x1a\n"), "damaged"),
    _one("jpeg-noise", "a.jpg", lambda: noise(b"\xff\xd8\xff"), "damaged"),
    _one("tiff-many-pages", "a.tiff", lambda: many_frames_tiff(350), "too_large"),
    _one("tiff-loop", "a.tiff", looping_tiff, "damaged", "empty", "too_large"),
    _one("tiff-noise", "a.tiff", lambda: noise(b"II*\x00"), "damaged"),
    _one("html-deep", "a.html", deep_page, "damaged", "empty", READ),
    _one("text-noise", "a.txt", lambda: noise(b"\x00"), "not_text"),
    _one("text-empty", "a.txt", lambda: b"", "empty"),
)
