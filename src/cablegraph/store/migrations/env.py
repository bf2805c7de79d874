"""What Alembic runs to migrate a case; the connection is handed over by ``store.database``."""

from alembic import context

from cablegraph.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
