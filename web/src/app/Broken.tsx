import { Button } from '@mantine/core'
import { EmptyState } from '@/components/EmptyState'
import { IconAlert, IconSearch } from '@/components/icons'
import { useDocumentTitle } from '@/components/useDocumentTitle'
import { useTranslation } from '@/i18n'

/** Shown where a screen failed; also when a new version replaced the files of the old one. */
export function Broken() {
  const { t } = useTranslation()
  return (
    <main>
      <EmptyState
        heading
        icon={<IconAlert size={22} />}
        title={t('broken.title')}
        action={<Button onClick={() => window.location.reload()}>{t('broken.reload')}</Button>}
      >
        {t('broken.text')}
      </EmptyState>
    </main>
  )
}

export function NotFound() {
  const { t } = useTranslation()
  useDocumentTitle(t('notFound.title'))
  return (
    <main>
      <EmptyState
        heading
        icon={<IconSearch size={22} />}
        title={t('notFound.title')}
        action={
          <Button component="a" href="/" variant="default">
            {t('notFound.home')}
          </Button>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </main>
  )
}
