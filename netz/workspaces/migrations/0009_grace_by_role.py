"""Each role has its own days of grace: a further role asked does not give the others new ones."""

from django.db import migrations, models

CARRY = """
UPDATE workspaces_securitypolicy p
   SET mfa_starts = (SELECT coalesce(jsonb_object_agg(role, p.mfa_since), '{}')
                       FROM jsonb_array_elements_text(p.mfa_roles) role)
 WHERE p.mfa_since IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("workspaces", "0008_sessions_from"),
    ]

    operations = [
        migrations.AddField(
            model_name="securitypolicy",
            name="mfa_starts",
            field=models.JSONField(default=dict),
        ),
        migrations.RunSQL(CARRY, migrations.RunSQL.noop),
        migrations.RemoveField(model_name="securitypolicy", name="mfa_since"),
        migrations.AlterField(
            model_name="securitypolicy",
            name="mfa_grace_days",
            field=models.PositiveSmallIntegerField(default=14),
        ),
    ]
