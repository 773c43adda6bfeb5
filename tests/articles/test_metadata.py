"""What is read out of a picture file before that is thrown away: XMP before IPTC before EXIF."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image

from articles.metadata import Said, said_by

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:DateCreated="2025-11-05T21:45:00+01:00">
<photoshop:Credit>AFP</photoshop:Credit>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Lautaro  calcia.</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Anna Rossi</rdf:li></rdf:Seq></dc:creator>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Un pallone in rete</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>"""  # fmt: skip  # noqa: E501


def saved(**told):
    output = BytesIO()
    Image.new("RGB", (16, 9)).save(output, "JPEG", **told)
    return Image.open(BytesIO(output.getvalue()))


def with_iptc(**told):
    """A JPEG with an IPTC block, as Photoshop writes it: records of the numbers given as r55="..."."""
    records = b"".join(
        bytes([0x1C, 2, int(name[1:])]) + len(value.encode()).to_bytes(2, "big") + value.encode() for name, value in told.items()
    )
    block = b"8BIM\x04\x04\0\0" + len(records).to_bytes(4, "big") + records + b"\0" * (len(records) % 2)
    segment = b"Photoshop 3.0\0" + block
    output = BytesIO()
    Image.new("RGB", (16, 9)).save(output, "JPEG")
    whole = output.getvalue()
    return Image.open(BytesIO(whole[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + whole[2:]))


def test_xmp_says_all():
    assert said_by(saved(xmp=XMP.encode())) == Said(
        alt_text="Un pallone in rete",
        caption="Lautaro calcia.",
        credit="AFP",
        taken_at=datetime(2025, 11, 5, 20, 45, tzinfo=UTC),
    )


def test_iptc_is_asked_where_xmp_is_silent():
    said = said_by(with_iptc(r55="20251105", r60="214500+0100", r80="Anna Rossi", r110="ANSA", r120="È finita 2-1"))

    assert (said.caption, said.credit) == ("È finita 2-1", "ANSA")
    assert said.taken_at == datetime(2025, 11, 5, 20, 45, tzinfo=UTC)


def test_a_time_without_an_offset_is_the_newsrooms():
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2025:07:05 21:45:00"

    assert said_by(saved(exif=exif)).taken_at == datetime(2025, 7, 5, 19, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"xmp": b"<x:xmpmeta><rdf:RDF"},
        {"xmp": b'<!DOCTYPE a [<!ENTITY b "cccc">]><a>&b;</a>'},
        {"exif": b"Exif\0\0II*\0\x08\0\0\0\xff\xff"},
    ],
    ids=["nothing", "broken XMP", "entities", "broken EXIF"],
)
def test_what_is_damaged_says_nothing_and_stops_nobody(told, recwarn):
    assert said_by(saved(**told)) == Said()


def test_what_is_longer_than_there_is_room_for_is_cut():
    exif = Image.Exif()
    exif[0x010E] = "a" * 1000

    assert len(said_by(saved(exif=exif)).caption) == 300
