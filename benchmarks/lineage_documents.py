"""Texts as the merge sees documents: body found, sentences cut at full stops (no model is needed for that)."""

from __future__ import annotations

from dragoman.intake.blocks import body_spans, find_blocks
from dragoman.kit import Kit
from dragoman.merge.inputs import MergeDocument
from dragoman.records import Document, DocumentFacts


def as_document(name: str, text: str, language: str, kit: Kit, facts: DocumentFacts | None = None) -> MergeDocument:
    """Return a text as a document whose furniture is marked."""
    document = Document(id=name, text=text, path=name, language=language)
    body = body_spans(find_blocks(document, kit), text) or ((0, len(text)),)
    return MergeDocument(id=name, path=name, language=language, text=text, body=body, facts=facts or DocumentFacts())
