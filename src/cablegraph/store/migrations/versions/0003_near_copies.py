"""Documents that are nearly copies of each other."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _document(name: str, table: str) -> list[sa.schema.SchemaItem]:
    key = sa.ForeignKeyConstraint([name], ["document.id"], name=op.f(f"fk_{table}_{name}"), ondelete="CASCADE")
    return [sa.Column(name, sa.String(), nullable=False), key]


def upgrade() -> None:
    op.create_table(
        "sketch",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        *_document("document", "sketch"),
        sa.PrimaryKeyConstraint("key", "document", name=op.f("pk_sketch")),
    )
    op.create_index(op.f("ix_sketch_document"), "sketch", ["document"])
    op.create_table(
        "likeness",
        *_document("left", "likeness"),
        *_document("right", "likeness"),
        *(sa.Column(name, sa.Float(), nullable=False) for name in ("alike", "left_in_right", "right_in_left")),
        sa.PrimaryKeyConstraint("left", "right", name=op.f("pk_likeness")),
    )
    op.create_index(op.f("ix_likeness_right"), "likeness", ["right"])
