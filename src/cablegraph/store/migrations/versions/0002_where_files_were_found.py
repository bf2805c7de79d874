"""Files keep where they were found, in which file on disk, their time of change, the rule that left them out and their turn."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("file") as table:
        table.add_column(sa.Column("turn", sa.Integer(), nullable=False, server_default=sa.text("0")))
        for name in ("source", "folded"):
            table.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''")))
        for name in ("modified", "rule"):
            table.add_column(sa.Column(name, sa.String(), nullable=False, server_default=sa.text("''")))
        table.add_column(sa.Column("root", sa.Integer(), nullable=True))
        table.create_index(op.f("ix_file_root"), ["root"])
        table.create_index("ix_file_state_turn", ["state", "turn", "size"])
