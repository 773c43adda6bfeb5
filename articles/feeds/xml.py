"""Writes XML: elements with their namespace prefixes spelled out, and no character that XML forbids."""

import re
from datetime import UTC
from xml.etree.ElementTree import Element, SubElement, tostring

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def root(tag, **attributes):
    return Element(tag, attributes)


def add(parent, tag, text="", attributes=()):
    """A child of `parent`, returned; empty attributes are left out."""
    element = SubElement(parent, tag, {name: printable(str(value)) for name, value in dict(attributes).items() if value})
    element.text = printable(text) or None
    return element


def printable(text):
    return _FORBIDDEN.sub("", text)


def to_bytes(element):
    return tostring(element, encoding="utf-8", xml_declaration=True)


def rfc3339(instant):
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
