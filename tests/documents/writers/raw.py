"""A Word package from bare XML, for what python-docx can't write."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_ROOTS = {"document": "document", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
          "endnotes": "endnotes", "header1": "hdr", "footer1": "ftr"}  # fmt: skip
_KINDS = {"header1": "header", "footer1": "footer"}


def package(body: str, *, namespace: str = W, **parts: str) -> bytes:
    """A .docx with this body; other parts ("styles", "numbering", "footnotes", "header1" …) by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _types(parts))
        file.writestr("_rels/.rels", _relations([("rId1", "officeDocument", "word/document.xml")]))
        rows = [(f"rId{i}", _KINDS.get(name, name), f"{name}.xml") for i, name in enumerate(parts, 1)]
        file.writestr("word/_rels/document.xml.rels", _relations(rows))
        for name, inner in {"document": f"<w:body>{body}</w:body>", **parts}.items():
            root = _ROOTS[name]
            text = f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_SPACES}>{inner}</w:{root}>'
            file.writestr(f"word/{name}.xml", text.replace(W, namespace))
    return buffer.getvalue()


def p(text: str = "", *, inner: str = "", style: str = "", num: tuple[int, int] | None = None, font: str = "") -> str:
    """A paragraph of one run, or with XML of its own."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, font=font) if text else ''}{inner}</w:p>"


def r(text: str, *, font: str = "", properties: str = "") -> str:
    """A run."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return f'<w:r><w:rPr>{fonts}{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """A table; a cell is its inner XML."""
    inner = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{inner}</w:tbl>"


def _types(parts: dict[str, str]) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}{_KINDS.get(name, name)}+xml"/>' for name in parts
    )
    return (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}document.main+xml"/>{overrides}</Types>'
    )


def _relations(rows: list[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, kind, target in rows)
    return (
        '<?xml version="1.0"?><Relationships '
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )
