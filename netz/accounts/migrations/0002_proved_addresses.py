from django.db import migrations

# Everybody so far was invited or set the installation up: their addresses are proved.
PROVE = """
INSERT INTO account_emailaddress (email, verified, "primary", user_id)
SELECT lower(u.email), true, true, u.id FROM accounts_user u
 WHERE NOT EXISTS (SELECT 1 FROM account_emailaddress e WHERE e.user_id = u.id)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [migrations.RunSQL(PROVE, migrations.RunSQL.noop)]
