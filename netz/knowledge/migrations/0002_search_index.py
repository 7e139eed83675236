from django.db import migrations

from netz.knowledge.search.sql import CREATE_WORDS, DROP


class Migration(migrations.Migration):
    """The search index: tables without models, written and read by netz.knowledge.search."""

    dependencies = [("knowledge", "0001_initial"), ("workspaces", "0001_initial")]

    operations = [migrations.RunSQL(list(CREATE_WORDS), list(DROP))]
