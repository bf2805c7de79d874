"""Dates say whether the weekday beside them agrees."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("date") as table:
        table.add_column(sa.Column("weekday_agrees", sa.Boolean(), nullable=True))
