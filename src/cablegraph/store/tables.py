"""The tables of a case: one schema for SQLite and PostgreSQL.

Ids are texts made from content (``model.make_id``), so that rows of two machines agree. Everything but ``dataset``, ``file``,
``judgement`` and ``meta`` is derived and can be thrown away. Changing a table here needs a migration in ``migrations/versions``; a test compares the two.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)  # fmt: skip

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _document() -> Column[str]:
    return Column("document", String, ForeignKey("document.id", ondelete="CASCADE"), nullable=False, index=True)


def _span() -> list[Column[int]]:
    return [Column(name, Integer, nullable=False) for name in ("page", "start", "end")]


meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

dataset = Table(
    "dataset", metadata,
    Column("name", String, primary_key=True), Column("kind", String, nullable=False), Column("ordinal", Integer, nullable=False),
)  # fmt: skip

file = Table(
    "file", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("dataset", String, ForeignKey("dataset.name"), nullable=False),
    Column("path", Text, nullable=False),
    Column("sha256", String, nullable=False, index=True),  # empty where the bytes could not be had
    Column("size", Integer, nullable=False),
    Column("stamp", String, nullable=False),  # modification time in ns of a file on disk: only to tell that it has not changed
    Column("state", String, nullable=False, index=True),
    Column("depth", Integer, nullable=False),
    Column("parent", Integer, ForeignKey("file.id"), index=True),
    Column("root", Integer, index=True),  # the file on disk in which it lies, through all containers; null for that file itself
    Column("reader", String, nullable=False, default=""),
    Column("turn", Integer, nullable=False, server_default=text("0")),  # 0 = may be read at once, 1 = waits until all that needs no OCR is read
    Column("source", Text, nullable=False, server_default=text("''")),  # where on disk it lies, percent-encoded, until its bytes are taken
    Column("modified", String, nullable=False, server_default=text("''")),  # ISO time of last change on disk, empty where unknown
    Column("rule", String, nullable=False, server_default=text("''")),  # by which rule a skipped file was left out
    Column("folded", Text, nullable=False, server_default=text("''")),  # the path as names are searched
    UniqueConstraint("dataset", "path", "sha256"),
    Index("ix_file_state_turn", "state", "turn", "size"),
)  # fmt: skip

document = Table(
    "document", metadata,
    Column("id", String, primary_key=True), Column("sha256", String, nullable=False, unique=True),
    Column("kind", String, nullable=False), Column("mime", String, nullable=False), Column("size", Integer, nullable=False),
    Column("title", Text, nullable=False), Column("language", String, nullable=False), Column("reader", String, nullable=False),
    Column("properties", JSON, nullable=False), Column("text", Text, nullable=False),
)  # fmt: skip

page = Table(
    "page", metadata,
    Column("document", String, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True), Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False), Column("language", String, nullable=False),
    Column("source", String, nullable=False), Column("reader", String, nullable=False), Column("width", Float, nullable=False),
    Column("height", Float, nullable=False), Column("confidence", Float), Column("boxes", LargeBinary),  # zlib over JSON
    Column("regions", JSON(none_as_null=True)), Column("others", LargeBinary),  # zlib over JSON
)  # fmt: skip

cable = Table(
    "cable", metadata,
    Column("document", String, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("type", String), Column("number", Text), Column("date", String, index=True), Column("header", JSON, nullable=False),
    Column("spans", JSON, nullable=False),
)  # fmt: skip

referent = Table(
    "referent", metadata,
    Column("id", String, primary_key=True), _document(), Column("schema", String, nullable=False), Column("name", Text, nullable=False),
    Column("names", JSON, nullable=False), Column("language", String, nullable=False), Column("context", JSON, nullable=False),
)  # fmt: skip

mention = Table(
    "mention", metadata,
    Column("id", String, primary_key=True), _document(), *_span(), Column("text", Text, nullable=False), Column("label", String, nullable=False),
    Column("confidence", Float, nullable=False), Column("origin", String, nullable=False), Column("checksum", String, nullable=False),
    Column("referent", String, index=True),
)  # fmt: skip

date = Table(
    "date", metadata,
    Column("id", String, primary_key=True), _document(), *_span(), Column("text", Text, nullable=False), Column("first", String), Column("last", String),
    Column("calendar", String, nullable=False), Column("precision", String, nullable=False), Column("edtf", String, nullable=False),
    Column("candidates", JSON, nullable=False), Column("checksum", String, nullable=False), Column("weekday_agrees", Boolean),
)  # fmt: skip

relation = Table(
    "relation", metadata,
    Column("id", String, primary_key=True), _document(), *_span(), Column("type", String, nullable=False, index=True),
    Column("subject", String, nullable=False, index=True), Column("object", String, nullable=False, index=True),
    Column("organization", String), Column("handler", String), Column("subject_text", Text, nullable=False), Column("object_text", Text, nullable=False),
    Column("first", String), Column("last", String), Column("as_of", String), Column("polarity", String, nullable=False),
    Column("modality", String, nullable=False), Column("asserted_by", Text, nullable=False), Column("quote", Text, nullable=False),
    Column("checksum", String, nullable=False), Column("confidence", Float, nullable=False), Column("origin", String, nullable=False),
    Column("cue", Text, nullable=False), Column("place", Text), Column("acting", Boolean, nullable=False),
)  # fmt: skip

entity = Table(
    "entity", metadata,
    Column("id", String, primary_key=True), Column("schema", String, nullable=False, index=True), Column("caption", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True), Column("names", JSON, nullable=False), Column("confidence", Float, nullable=False),
    Column("documents", Integer, nullable=False), Column("mentions", Integer, nullable=False),
)  # fmt: skip

member = Table(
    "member", metadata,
    Column("referent", String, primary_key=True), Column("entity", String, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
)  # fmt: skip

candidate = Table(
    "candidate", metadata,
    Column("left", String, primary_key=True), Column("right", String, primary_key=True), Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
)  # fmt: skip

judgement = Table(
    "judgement", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False), Column("subject", String, nullable=False), Column("left", String, nullable=False),
    Column("right", String, nullable=False), Column("verdict", String, nullable=False), Column("who", Text, nullable=False),
    Column("at", String, nullable=False), Column("reason", Text, nullable=False), Column("chain", String, nullable=False),
)  # fmt: skip

problem = Table(
    "problem", metadata,
    Column("id", String, primary_key=True), Column("dataset", String, nullable=False), Column("path", Text, nullable=False),
    Column("code", String, nullable=False, index=True), Column("cause", Text, nullable=False), Column("step", String, nullable=False),
    Column("document", String, index=True), Column("page", Integer),
)  # fmt: skip

claim = Table(
    "claim", metadata,
    Column("id", String, primary_key=True), _document(), *_span(), Column("text", Text, nullable=False), Column("checksum", String, nullable=False),
    Column("kind", String, nullable=False), Column("claimant", Text, nullable=False), Column("first", String), Column("last", String),
    Column("proposal", String, nullable=False), Column("evidence", JSON, nullable=False),
)  # fmt: skip

sketch = Table(
    "sketch", metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("document", String, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True, index=True),
)  # fmt: skip

likeness = Table(
    "likeness", metadata,
    Column("left", String, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("right", String, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("alike", Float, nullable=False), Column("left_in_right", Float, nullable=False), Column("right_in_left", Float, nullable=False),
)  # fmt: skip

job = Table(
    "job", metadata,
    Column("input", String, primary_key=True), Column("step", String, primary_key=True), Column("version", String, nullable=False),
    Column("state", String, nullable=False), Column("detail", Text, nullable=False),
    Index("ix_job_step_state", "step", "state"),
)  # fmt: skip
