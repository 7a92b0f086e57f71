"""Papers as people send them: pictures with a place in them, documents with more than pages."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

HIDDEN = b"HIDDEN-WORD"
PLACE, MAKER = 0x8825, 0x010F


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (60, 40), **more) -> bytes:
    """A picture with a maker and a place."""
    notes, out = Image.Exif(), BytesIO()
    notes[MAKER] = HIDDEN.decode()
    notes[PLACE] = {1: "N", 2: (10.0, 20.0, 30.0)}
    Image.radial_gradient("L").resize(size).convert("RGB").save(out, kind, exif=notes, **more)
    return out.getvalue()


def document(*, words: bytes = b"Giay", **lock) -> bytes:
    """A document of one page, without anything else."""
    made, out = pikepdf.new(), BytesIO()
    page = made.add_blank_page(page_size=(200, 100)).obj
    page.Contents = Stream(made, b"BT /F1 12 Tf 10 10 Td (" + words + b") Tj ET")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    made.save(out, **lock)
    return out.getvalue()


def crowded_document() -> bytes:
    """A document with programs, a file inside, links, notes about its author, and a photo."""
    word = String(HIDDEN.decode())
    with pikepdf.open(BytesIO(document())) as made:
        page, out = made.pages[0].obj, BytesIO()
        runs = Dictionary(S=Name.JavaScript, JS=word)
        starts = Dictionary(S=Name.Launch, F=word)
        made.Root.OpenAction, made.Root.AA = runs, Dictionary(WC=starts)
        made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([word, runs])))
        made.attachments["inside.txt"] = HIDDEN
        made.docinfo["/Author"] = word
        made.Root.Metadata = page.Metadata = Stream(made, HIDDEN, Type=Name.Metadata)
        page.AA, page.PieceInfo = Dictionary(O=runs), Dictionary(App=word)
        field = made.make_indirect(_field(made))
        made.Root.AcroForm = Dictionary(Fields=Array([field]))
        page.Annots = made.make_indirect(Array([_link(starts), _link(runs), field]))
        page.Resources.XObject = Dictionary(Im0=_photo(made), Fm0=_form(made, word))
        made.save(out)
    return out.getvalue()


def _link(action):
    place = Array([0, 0, 50, 50])
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=place, A=action)


def _field(made):
    shown = Stream(made, b"BT /F1 9 Tf 2 2 Td (SIGNED) Tj ET", Type=Name.XObject)
    shown.Subtype, shown.BBox = Name.Form, Array([0, 0, 80, 20])
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array([10, 60, 90, 80]), F=4)
    field.FT, field.T, field.V = Name.Tx, String("a"), String("SIGNED")
    field.AP = Dictionary(N=made.make_indirect(shown))
    return field


def _photo(made):
    photo = Stream(made, picture(comment=HIDDEN) + HIDDEN, Type=Name.XObject, Subtype=Name.Image)
    photo.Width, photo.Height, photo.BitsPerComponent = 60, 40, 8
    photo.ColorSpace, photo.Filter = Name.DeviceRGB, Name.DCTDecode
    return made.make_indirect(photo)


def _form(made, word):
    form = Stream(made, b"q Q", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.PieceInfo = Dictionary(App=Dictionary(Private=word))
    form.Resources = Dictionary(Properties=Dictionary(P=Dictionary(AF=word, Metadata=word)))
    return made.make_indirect(form)
