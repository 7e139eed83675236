from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_chain")]

    operations = [
        migrations.RunSQL(
            Path(__file__).with_name("chain_v1.sql").read_text(),
            "DROP TRIGGER audit_entry_chain ON audit_entry;"
            "DROP FUNCTION netz_chain_entry();"
            "DROP FUNCTION netz_chain_add(audit_entry);"
            "DROP FUNCTION netz_chain_history(uuid);"
            "DROP FUNCTION netz_chain_hash(bytea, bigint, audit_entry);",
        )
    ]
