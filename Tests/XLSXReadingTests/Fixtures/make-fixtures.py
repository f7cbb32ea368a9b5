#!/usr/bin/env python3
"""Makes the workbooks of this folder, each with what reading it should give (NAME.tsv).

Run it by hand after changing it: python3 Tests/XLSXReadingTests/Fixtures/make-fixtures.py
Needs openpyxl, XlsxWriter, pandas and LibreOffice (soffice); the tests need none of them.
"""
import datetime, os, shutil, struct, subprocess, sys, tempfile, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def expect(name, lines):
    """Writes what a workbook should give; a line a cell: sheet, place, kind, value."""
    def plain(text):
        return str(text).replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    with open(os.path.join(HERE, name + ".tsv"), "w", encoding="utf-8") as file:
        for line in lines:
            file.write("\t".join(plain(part) for part in line) + "\n")


def pack(name, parts, suffix=".xlsx", method=zipfile.ZIP_STORED):
    """Writes a ZIP archive of parts, always with the same bytes; stored, so that tests can change them."""
    with zipfile.ZipFile(os.path.join(HERE, name + suffix), "w", method) as archive:
        for part, content in parts.items():
            info = zipfile.ZipInfo(part, (2025, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, content if isinstance(content, bytes) else content.encode("utf-8"))


def rels(entries, ns=REL):
    body = "".join(
        f'<Relationship Id="{id}" Type="{ns}/{kind}" Target="{target}"/>' for id, kind, target in entries)
    return HEAD + f'<Relationships xmlns="{PACKAGE}">{body}</Relationships>'


def sheet(rows, before="", after="", attributes=f'xmlns="{MAIN}"'):
    return HEAD + f"<worksheet {attributes}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def styles(xfs="", formats="", fonts='<font><sz val="11"/><name val="Calibri"/></font>'):
    return HEAD + (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><fonts>{fonts}</fonts>'
        f'<cellXfs><xf numFmtId="0" fontId="0"/>{xfs}</cellXfs></styleSheet>')


def shared(items):
    return HEAD + f'<sst xmlns="{MAIN}">{items}</sst>'


def workbook(sheets, before="", after=""):
    body = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"{more}/>'
        for n, (name, more) in enumerate(sheets, 1))
    return HEAD + (
        f'<workbook xmlns="{MAIN}" xmlns:r="{REL}">{before}<sheets>{body}</sheets>{after}</workbook>')


def book(name, sheets, style=None, texts=None, before="", after="", extra=None, states=None, **more):
    """A workbook from its sheets' markup, by name in order."""
    names = list(sheets)
    entries = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)]
    if style:
        entries.append(("rIdS", "styles", "styles.xml"))
    if texts:
        entries.append(("rIdT", "sharedStrings", "sharedStrings.xml"))
    listed = [(n, (states or {}).get(n, "")) for n in names]
    parts = {
        "_rels/.rels": rels([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": workbook(listed, before, after),
        "xl/_rels/workbook.xml.rels": rels(entries),
    }
    for n, each in enumerate(names, 1):
        parts[f"xl/worksheets/sheet{n}.xml"] = sheets[each]
    if style:
        parts["xl/styles.xml"] = style
    if texts:
        parts["xl/sharedStrings.xml"] = texts
    parts.update(extra or {})
    pack(name, parts, **more)


def texts():
    items = (
        "<si><t>Rà soát thủ tục</t></si>"
        "<si><r><rPr><b/><rFont val=\".VnTime\"/></rPr><t>Sè </t></r><r><t xml:space=\"preserve\">Nội vụ </t></r></si>"
        "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>"
        "<si><t>dòng một_x000D_\ndòng hai</t></si>"
        "<si><t xml:space=\"preserve\">  hai đầu trống  </t></si>"
        "<si><t>007</t></si><si><t>_x005F_x000D_</t></si><si><t>&lt;a&gt; &amp; &#7879;&#x1F600;</t></si><si><t/></si>")
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 1}</v></c></row>' for n in range(1, 10))
    rows += (
        '<row r="10"><c r="A10" t="inlineStr"><is><t>trong ô</t></is></c>'
        '<c r="B10" t="inlineStr"><is><r><rPr><rFont val="VNI-Times"/></rPr><t>mot</t></r><r><t> hai</t></r></is></c>'
        '<c r="C10" t="str"><f>A1&amp;"x"</f><v>kết quả_x0009_tab</v></c>'
        '<c r="D10" t="str"><f>A1</f><v></v></c><c r="E10"><f>1+1</f><v>2</v></c><c r="F10"><f>1+1</f></c>'
        '<c r="G10" t="s"><v>99</v></c><c r="H10" t="s"><v>-1</v></c></row>')
    book("texts", {"Chữ": sheet(rows)}, texts=shared(items))
    expect("texts", [
        ("Chữ", "A1", "s", "Rà soát thủ tục"), ("Chữ", "A2", "s", "Sè Nội vụ "),
        ("Chữ", "A3", "s", "東京"), ("Chữ", "A4", "s", "dòng một\r\ndòng hai"),
        ("Chữ", "A5", "s", "  hai đầu trống  "), ("Chữ", "A6", "s", "007"),
        ("Chữ", "A7", "s", "_x000D_"), ("Chữ", "A8", "s", "<a> & ệ😀"),
        ("Chữ", "A10", "s", "trong ô"), ("Chữ", "B10", "s", "mot hai"),
        ("Chữ", "C10", "s", "kết quả\ttab"), ("Chữ", "E10", "n", "2"),
        ("Chữ", "G10", "e", "#REF!"), ("Chữ", "H10", "e", "#REF!"),
        ("run", "Chữ!A2", ".VnTime", "Sè "), ("run", "Chữ!A2", "", "Nội vụ "),
        ("run", "Chữ!B10", "VNI-Times", "mot"), ("run", "Chữ!B10", "", " hai"),
        ("finding", "text-index", "2"),
    ])


def numbers():
    values = [
        "0", "-0", "1", "-17", "0.1", "3.1415926535897931", "1E+2", "1e-7", "123456789012345678",
        "1.7976931348623157E308", "5e-324", "2.2250738585072014E-308", "0.30000000000000004",
        "9007199254740993", "1.00000000000000011102230246251565404236316680908203125",
        "100000000000000000000000", "8.41E21", "9.5367431640625e-7", "000012.50", "+5", ".5", "1.",
        "72057594037927933", "7.8459735791271921E65", "6.02214076e23", "1.2345678901234567E-5"]
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{value}</v></c></row>' for n, value in enumerate(values, 1))
    odd = ["abc", "1e999", "NaN", "0x10", "1 2", "--1", "1e", "."]
    rows += "".join(
        f'<row r="{n}"><c r="A{n}"><v>{value}</v></c></row>' for n, value in enumerate(odd, 100))
    rows += '<row r="200"><c r="A200"><v> 42 </v></c><c r="B200" t="n"><v>7</v></c><c r="C200"><v/></c></row>'
    book("numbers", {"So": sheet(rows)})
    lines = [("So", f"A{n}", "n", repr(float(value))) for n, value in enumerate(values, 1)]
    lines += [("So", f"A{n}", "s", value) for n, value in enumerate(odd, 100)]
    lines += [("So", "A200", "n", "42.0"), ("So", "B200", "n", "7.0")]
    expect("numbers", lines + [("finding", "value-unreadable", str(len(odd)))])


def flags():
    rows = (
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c>'
        '<c r="D1" t="b"><v>2</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="G1" t="zzz"><v>5</v></c><c r="H1" s="77"><v>5</v></c></row>')
    book("flags", {"S": sheet(rows)}, style=styles())
    expect("flags", [
        ("S", "A1", "b", "true"), ("S", "B1", "b", "false"), ("S", "C1", "b", "true"),
        ("S", "D1", "s", "2"), ("S", "E1", "e", "#N/A"), ("S", "F1", "e", "#DIV/0!"),
        ("S", "G1", "n", "5.0"), ("S", "H1", "n", "5.0"), ("finding", "style-index", "1"),
        ("finding", "value-unreadable", "1")])


def dates(name, is1904):
    formats = {
        164: "dd/mm/yyyy", 165: "[h]:mm", 166: "0.0 &quot;ngày&quot;", 167: "[Red]0.00", 168: "0\\d",
        169: "yyyy\\-mm\\-dd hh:mm:ss", 170: "0;dd/mm", 171: "[$-42A]dd mmmm yyyy", 172: "_(0_)", 173: "[mm]:ss"}
    ids = [14, 22, 20, 46, 10] + list(formats)
    xfs = "".join(f'<xf numFmtId="{id}" fontId="0"/>' for id in ids)
    style = {id: n for n, id in enumerate(ids, 1)}
    cells = [
        ("A1", 14, 45747), ("A2", 22, 45747.354166666664), ("A3", 20, 0.35416666666666669), ("A4", 46, 1.5),
        ("A5", 10, 0.5), ("A6", 164, 45747), ("A7", 165, 30.25), ("A8", 166, 3), ("A9", 167, 3), ("A10", 168, 3),
        ("A11", 169, 45747.999988425923), ("A12", 170, 3), ("A13", 171, 45747), ("A14", 172, 3), ("A15", 173, 0.5),
        ("A16", 14, 1), ("A17", 14, 59), ("A18", 14, 60), ("A19", 14, 61), ("A20", 14, 2958465),
        ("A21", 14, 2958466), ("A22", 164, 0)]
    rows = "".join(
        f'<row r="{ref[1:]}"><c r="{ref}" s="{style[id]}"><v>{value!r}</v></c></row>' for ref, id, value in cells)
    rows += (
        f'<row r="30"><c r="A30" s="{style[14]}" t="inlineStr"><is><t>Quý I/2025</t></is></c>'
        '<c r="B30" t="d"><v>2025-03-31</v></c><c r="C30" t="d"><v>2025-03-31T08:30:00</v></c>'
        '<c r="D30" t="d"><v>khi xong</v></c></row>')
    book(name, {"Ngày": sheet(rows)}, before=f'<workbookPr date1904="{1 if is1904 else 0}"/>',
         style=styles(xfs, "".join(f'<numFmt numFmtId="{i}" formatCode="{c}"/>' for i, c in formats.items())))
    dateful = {14, 22, 20, 46, 164, 165, 169, 171, 173}
    epoch = datetime.datetime(1904, 1, 1) if is1904 else datetime.datetime(1899, 12, 30)
    lines = []
    for ref, id, value in cells:
        last = 2957003 if is1904 else 2958465
        if id in dateful and value <= last + 0.99:
            early = not is1904 and 0 <= value < 60
            moment = epoch + datetime.timedelta(days=value + (1 if early else 0))
            moment = (moment + datetime.timedelta(microseconds=500000)).replace(microsecond=0)
            if not is1904 and value == 60:
                moment = datetime.datetime(1900, 2, 28)
            text = moment.isoformat()
            lines.append(("Ngày", ref, "d", text[:10] if text.endswith("T00:00:00") else text))
        else:
            lines.append(("Ngày", ref, "n", repr(float(value))))
    lines += [("Ngày", "A30", "s", "Quý I/2025"), ("Ngày", "B30", "d", "2025-03-31"),
              ("Ngày", "C30", "d", "2025-03-31T08:30:00"), ("Ngày", "D30", "s", "khi xong")]
    expect(name, lines)


def layout():
    rows = (
        '<row r="1" ht="30" customHeight="1"><c r="A1" s="1" t="inlineStr"><is><t>Tiêu đề</t></is></c><c r="B1" s="1"/></row>'
        '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>')
    before = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:ZZ9999"/><cols><col min="1" max="1" width="6.5" customWidth="1"/><col min="3" max="4" width="9" hidden="1"/></cols>'
    after = (
        '<autoFilter ref="A1:B2"/><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="C3:XFD1048576"/></mergeCells>'
        '<printOptions horizontalCentered="1"/><pageMargins left="1" right="0.5" top="0.75" bottom="0.75" header="0.25" footer="0.25"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader><oddFooter>&amp;Rchân</oddFooter><firstHeader></firstHeader></headerFooter>')
    style = styles(
        '<xf numFmtId="0" fontId="1" applyAlignment="1"><alignment horizontal="center" vertical="top" wrapText="1" indent="2"/><protection locked="0"/></xf>',
        fonts='<font><sz val="11"/><name val="Calibri"/></font><font><b/><i val="0"/><sz val="13"/><name val=".VnTimeH"/></font>')
    names = '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">\'PL 1\'!$1:$2</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">\'PL 1\'!$A$1:$F$20</definedName></definedNames>'
    extra = {
        "xl/worksheets/_rels/sheet1.xml.rels": rels([("rId1", "comments", "../comments1.xml")]),
        "xl/comments1.xml": HEAD + f'<comments xmlns="{MAIN}"><authors><author>a</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>Sở </t></r><r><t>kiểm tra</t></r></text></comment></commentList></comments>',
    }
    empty = sheet("")
    book("layout", {"PL 1": sheet(rows, before, after), "An": empty.replace("<sheetData></sheetData>", "<sheetData/>"), "Rat an": empty},
         style=style, after=names, extra=extra, states={"An": ' state="hidden"', "Rat an": ' state="veryHidden"'})
    expect("layout", [
        ("PL 1", "A1", "s", "Tiêu đề"), ("PL 1", "A2", "n", "1.0"), ("merge", "PL 1", "A1:B1"),
        ("merge", "PL 1", "C3:XFD1048576"), ("state", "An", "hidden"), ("state", "Rat an", "veryHidden"),
        ("comment", "PL 1!B2", "Sở kiểm tra")])


def names():
    strict = f'xmlns:x="{STRICT}" xmlns:r="{STRICT_REL}"'
    pack("strict", {
        "_rels/.rels": rels([("a", "officeDocument", "/XL/WorkBook.xml")], STRICT_REL),
        "xl/workbook.xml": HEAD + f'<x:workbook {strict} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice Requires="x15"><x:sheets><x:sheet name="không" sheetId="9" r:id="zz"/></x:sheets></mc:Choice></mc:AlternateContent><x:sheets><x:sheet name="Hai" sheetId="2" r:id="b"/><x:sheet name="Một" sheetId="1" r:id="a"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": rels([("a", "worksheet", "/xl/worksheets/Sheet1.xml"), ("b", "worksheet", "./../xl/./tables/../sheets\\s2.xml")], STRICT_REL),
        "xl\\worksheets\\sheet1.xml": HEAD + f'<x:worksheet {strict}><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>một</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        "xl/sheets/S2.xml": HEAD + f'<!-- <sheetData> --><x:worksheet {strict}><x:sheetData><x:row r="1"><x:c r="A1"><x:v><![CDATA[2]]></x:v></x:c></x:row></x:sheetData></x:worksheet>',
    })
    expect("strict", [("Hai", "A1", "n", "2.0"), ("Một", "A1", "s", "một")])


def sparse():
    rows = (
        "<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>b</t></is></c></row>"
        "<row/><row><c r=\"C3\"><v>3</v></c><c><v>4</v></c></row>"
        "<row r=\"10\"><c r=\"B10\"><v>10</v></c><c r=\"A10\"><v>9</v></c></row>"
        "<row r=\"5\"><c r=\"A5\"><v>5</v></c></row><row><c r=\"A6\"><v>6</v></c><c r=\"A6\"><v>66</v></c></row>"
        "<row r=\"8\"><c r=\"B7\"><v>7</v></c></row>"
        "<row r=\"0\"><c><v>0</v></c><c r=\"D4\"><v>44</v></c></row><row r=\"20\"><c r=\"XFE1\"><v>1</v></c><c r=\"A1048577\"><v>1</v></c><c r=\"7\"><v>1</v></c></row>")
    book("sparse", {"S": sheet(rows, '<dimension ref="A1"/>')})
    expect("sparse", [
        ("S", "A1", "n", "1.0"), ("S", "B1", "s", "b"), ("S", "C3", "n", "3.0"), ("S", "D3", "n", "4.0"),
        ("S", "D4", "n", "44.0"), ("S", "A5", "n", "5.0"), ("S", "A6", "n", "66.0"), ("S", "B7", "n", "7.0"),
        ("S", "A10", "n", "9.0"), ("S", "B10", "n", "10.0"),
        ("finding", "cell-place", "4"), ("finding", "row-place", "1")])


def encodings():
    one = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>mã hoá</t></is></c></row>')
    def wide(text):
        return text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    parts = {
        "_rels/.rels": b"\xef\xbb\xbf" + rels([("rId1", "officeDocument", "xl/workbook.xml")]).encode(),
        "xl/workbook.xml": wide(workbook([("Một", ""), ("Hai", ""), ("Ba", "")])),
        "xl/_rels/workbook.xml.rels": rels([(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in (1, 2, 3)]),
        "xl/worksheets/sheet1.xml": b"\xef\xbb\xbf" + one.encode(),
        "xl/worksheets/sheet2.xml": wide(one),
        "xl/worksheets/sheet3.xml": one.replace("UTF-8", "ISO-8859-1").replace("mã hoá", "m\xe3 ho\xe1").encode("latin-1"),
    }
    pack("encodings", parts)
    expect("encodings", [(name, "A1", "s", "mã hoá") for name in ("Một", "Hai", "Ba")])


def pretty():
    rows = (
        '\r\n  <row r="1" spans="1:2" x14ac:dyDescent="0.25">\r\n    <c r="A1" t="s">\r\n      <v>0</v>\r\n    </c>\r\n'
        '    <c r="B1">\r\n      <f t="shared" ref="B1:B2" si="0">A1&lt;2</f>\r\n      <v>1.5</v>\r\n    </c>\r\n  </row>\r\n'
        "  <row r='2'><!-- chú thích --><c r='A2'><v>2</v></c></row>\r\n"
        '  <row r="3"><c r="A3" t="str"><v>a\r\nb&#13;c</v></c><c r="B3" cm="1"><v>3</v></c></row>\r\n')
    book("pretty", {"S": sheet(rows, attributes=f'xmlns="{MAIN}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"')},
         texts=shared('\r\n  <si>\r\n    <t>thụt dòng</t>\r\n  </si>\r\n'))
    expect("pretty", [
        ("S", "A1", "s", "thụt dòng"), ("S", "B1", "n", "1.5"), ("S", "A2", "n", "2.0"),
        ("S", "A3", "s", "a\nb\rc"), ("S", "B3", "n", "3.0")])


def refused():
    """What must be refused, and the reason."""
    one = '<row r="1"><c r="A1"><v>1</v></c></row>'
    book("refused-doctype", {"S": '<!DOCTYPE worksheet [<!ENTITY a "b">]>' + sheet(one).replace(HEAD, "")})
    book("refused-entity", {"S": sheet('<row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>')})
    book("refused-deep", {"S": sheet("<row>" + "<a>" * 100 + "</a>" * 100 + "</row>")})
    book("refused-prefix", {"S": sheet('<row r="1" q:x="1"><c r="A1"><v>1</v></c></row>')})
    book("refused-twice", {"S": sheet('<row r="1"><c r="A1" r="A1"><v>1</v></c></row>')})
    book("refused-section", {"S": sheet('<row r="1"><c r="A1" t="str"><v>]]></v></c></row>')})
    book("refused-control", {"S": sheet('<row r="1"><c r="A1" t="str"><v>\x01</v></c></row>')})
    book("refused-utf8", {"S": sheet('<row r="1"><c r="A1" t="str"><v>@</v></c></row>').encode().replace(b"@", b"\xc3(")})
    book("refused-unclosed", {"S": sheet('<row r="1"><c r="A1"><v>1</v></row>')})
    book("refused-bomb", {"S": sheet('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * (20 << 20))}, method=zipfile.ZIP_DEFLATED)
    pack("refused-docx", {"_rels/.rels": rels([("r", "officeDocument", "word/document.xml")]), "word/document.xml": "<w/>"})
    pack("refused-xlsb", {"_rels/.rels": rels([("r", "officeDocument", "xl/workbook.bin")]), "xl/workbook.bin": "x"})
    pack("refused-ods", {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<o/>"})
    pack("refused-zip", {"a.txt": "x"})
    def compound(entry):
        directory = entry.encode("utf-16-le") + b"\0\0"
        return (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + directory.ljust(128, b"\0")).ljust(2048, b"\0")
    for name, entry in (("refused-encrypted", "EncryptedPackage"), ("refused-xls", "Workbook"), ("refused-doc", "WordDocument")):
        with open(os.path.join(HERE, name + ".xlsx"), "wb") as file:
            file.write(compound(entry))
    reasons = {
        "doctype": "doctype", "entity": "damagedPart", "deep": "tooMuch", "prefix": "damagedPart",
        "twice": "damagedPart", "section": "damagedPart", "control": "damagedPart", "utf8": "damagedPart",
        "unclosed": "damagedPart", "bomb": "tooMuch", "docx": "word", "xlsb": "binaryExcel",
        "ods": "openDocument", "zip": "noWorkbook", "encrypted": "encrypted", "xls": "legacyExcel",
        "doc": "otherCompound"}
    for name, reason in reasons.items():
        expect("refused-" + name, [("refused", reason)])


def other_programs():
    """The same table by several programs, and what it holds."""
    import openpyxl, pandas, xlsxwriter
    from openpyxl.comments import Comment
    rows = [
        ["Stt", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Tỷ lệ", "Xong"],
        [1, "Rà soát, đơn giản hoá thủ tục hành chính", "Sở A (Văn phòng)", datetime.datetime(2025, 3, 31), 0.5, True],
        [2, "Báo cáo <kết quả> & «đánh giá»", "Sở B", datetime.datetime(2025, 12, 31), 0.125, False],
        [3, "Ký tự lạ 😀 và\nxuống dòng", "", datetime.datetime(2026, 1, 1), 1e-9, True]]
    path = lambda name: os.path.join(HERE, name + ".xlsx")
    lines = []
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            ref = "ABCDEF"[c] + str(r + 1)
            if value == "":
                continue
            if isinstance(value, bool):
                lines.append(("PL", ref, "b", str(value).lower()))
            elif isinstance(value, datetime.datetime):
                lines.append(("PL", ref, "d", value.date().isoformat()))
            elif isinstance(value, str):
                lines.append(("PL", ref, "s", value))
            else:
                lines.append(("PL", ref, "n", repr(float(value))))
    out = xlsxwriter.Workbook(path("by-xlsxwriter"))
    out.set_properties({"created": datetime.datetime(2025, 1, 1)})
    page = out.add_worksheet("PL")
    date = out.add_format({"num_format": "dd/mm/yyyy"})
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            page.write(r, c, value, *([date] if isinstance(value, datetime.datetime) else []))
    chart = out.add_chart({"type": "bar"})
    chart.add_series({"values": "=PL!$A$2:$A$4"})
    out.add_chartsheet("Biểu đồ").set_chart(chart)
    out.close()
    made = openpyxl.Workbook()
    page = made.active
    page.title = "PL"
    for row in rows:
        page.append([None if value == "" else value for value in row])
    page["A1"].comment = Comment("ghi chú", "a")
    made.save(path("by-openpyxl"))
    pandas.DataFrame(rows[1:], columns=rows[0]).to_excel(path("by-pandas"), sheet_name="PL", index=False)
    folder = tempfile.mkdtemp()
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", folder, path("by-openpyxl")], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.copy(os.path.join(folder, "by-openpyxl.xlsx"), path("by-libreoffice"))
    shutil.rmtree(folder)
    for name in ("by-xlsxwriter", "by-openpyxl", "by-pandas", "by-libreoffice"):
        more = [("comment", "PL!A1", "ghi chú")] if name in ("by-openpyxl", "by-libreoffice") else []
        expect(name, lines + more)


if __name__ == "__main__":
    texts(); numbers(); flags(); dates("dates-1900", False); dates("dates-1904", True); layout(); names()
    sparse(); encodings(); pretty(); refused(); other_programs()
