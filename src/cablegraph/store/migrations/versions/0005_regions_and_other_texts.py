"""Pages know their regions and the texts that were not taken."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("page") as table:
        table.add_column(sa.Column("regions", sa.JSON(), nullable=True))
        table.add_column(sa.Column("others", sa.LargeBinary(), nullable=True))
