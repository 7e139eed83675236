import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Conversation } from '@/api/types'
import { useTranslation } from '@/i18n'
import { ORIGINS } from './importing'
import classes from './Assistant.module.css'

/** In place of the question's field, where a conversation is read and not gone on with. */
export default function ClosedNote({
  origin,
}: {
  origin: NonNullable<Conversation['origin']> | null
}) {
  const { t } = useTranslation()
  return (
    <p className={classes.overseen} role="note">
      {origin ? t('imports.closed', { origin: ORIGINS[origin] }) : t('imports.closedCompany')}{' '}
      <Anchor component={Link} to="/" underline="always" inherit>
        {t('imports.ask')}
      </Anchor>
    </p>
  )
}
