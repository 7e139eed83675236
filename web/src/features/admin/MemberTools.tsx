import { Button } from '@mantine/core'
import { useState } from 'react'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { downloadMembers } from './api'
import { ImportDialog } from './ImportDialog'

/** Members to and from a table. */
export function MemberTools() {
  const { t } = useTranslation()
  const [importing, setImporting] = useState(false)

  function download(): void {
    downloadMembers().then(
      () => void notify(t('import.exported')),
      (error: unknown) => notifyProblem(error, t),
    )
  }

  return (
    <>
      <Button variant="default" onClick={() => setImporting(true)}>
        {t('import.open')}
      </Button>
      <Button variant="default" onClick={download}>
        {t('import.export')}
      </Button>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  )
}
