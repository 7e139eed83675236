from django.db import migrations

from netz.knowledge.search.sql import CREATE_VECTORS, DROP_VECTORS

# As it was before: of pgvector's type where the database had it, empty.
FORMER = """
    DO $$ BEGIN
        EXECUTE format(
            'CREATE TABLE search_vector (
                workspace_id uuid NOT NULL,
                model text NOT NULL,
                number bigint NOT NULL,
                vector %s NOT NULL,
                PRIMARY KEY (workspace_id, model, number),
                FOREIGN KEY (workspace_id, number)
                    REFERENCES search_passage (workspace_id, number) ON DELETE CASCADE
            )',
            CASE WHEN to_regtype('halfvec') IS NULL THEN 'real[]' ELSE 'halfvec' END
        );
    END $$
"""


class Migration(migrations.Migration):
    """Vectors as packed bytes with signatures; those there are made anew in the background."""

    dependencies = [("knowledge", "0002_search_index")]

    operations = [
        migrations.RunSQL(
            ["DROP TABLE IF EXISTS search_vector", *CREATE_VECTORS], [*DROP_VECTORS, FORMER]
        )
    ]
