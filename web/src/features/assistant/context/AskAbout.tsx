import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconChat } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './Context.module.css'

/** Leads from a document to a question about it. */
export default function AskAbout() {
  const { t } = useTranslation()
  return (
    <p className={classes.ask}>
      <Button
        component={Link}
        to="/"
        variant="default"
        size="xs"
        leftSection={<IconChat size={14} aria-hidden />}
      >
        {t('context.ask')}
      </Button>
    </p>
  )
}
