"""A person's preferences in one place; a theme that was chosen before stays chosen."""

from django.db import migrations, models

CARRY = """
UPDATE accounts_user SET preferences = jsonb_build_object('theme', theme) WHERE theme <> 'auto'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_devices_and_codes"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="preferences",
            field=models.JSONField(default=dict),
        ),
        migrations.RunSQL(CARRY, migrations.RunSQL.noop),
        migrations.RemoveField(model_name="user", name="theme"),
    ]
