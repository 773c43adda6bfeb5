"""Writes XML: elements with their namespace prefixes spelled out, and no character that XML forbids."""

import re
from datetime import UTC
from xml.etree.ElementTree import Element, SubElement, tostring

NONE = {}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def root(tag, **attributes):
    return Element(tag, attributes)


def add(parent, tag, text="", attributes=NONE):
    """A child of `parent`, returned; empty attributes are left out."""
    element = SubElement(parent, tag)
    for name, value in attributes.items():
        if value:
            element.set(name, printable(str(value)))
    element.text = printable(text) if text else None
    return element


def printable(text):
    return _FORBIDDEN.sub("", text)


def to_bytes(element):
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(element, encoding="unicode")}'.encode()


def rfc3339(instant):
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
