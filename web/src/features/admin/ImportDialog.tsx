import { Button, FileInput, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Role } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation, type Translate } from '@/i18n'
import { useImport, usePreviewImport, type Plan, type PlanRow } from './api'
import classes from './Admin.module.css'

/** A table of members: what it will do is shown first, and exactly that is done. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [file, setFile] = useState<File | null>(null)
  const preview = usePreviewImport()
  const run = useImport()
  const plan = preview.data ?? null
  const doing = plan?.rows.filter(({ action }) => !['unchanged', 'error'].includes(action)) ?? []

  function choose(chosen: File | null): void {
    setFile(chosen)
    run.reset()
    preview.reset()
    if (chosen) preview.mutate(chosen)
  }

  function apply(): void {
    if (!file || !plan) return
    run.mutate(
      { file, digest: plan.digest },
      {
        onSuccess: () => {
          notify(t('import.done', { count: doing.length }))
          onClose()
        },
        // What it would do now is another thing: that is shown at once.
        onError: () => preview.mutate(file),
      },
    )
  }

  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('import.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <FileInput
          label={t('import.file')}
          description={t('import.fileHint')}
          placeholder={t('import.choose')}
          accept=".csv,text/csv,text/plain"
          value={file}
          onChange={choose}
        />
        {preview.isPending && <p role="status">{t('common.loading')}</p>}
        {preview.isError && <ProblemNotice error={preview.error} />}
        {run.isError && <ProblemNotice error={run.error} />}
        {plan && <PlanTable plan={plan} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={doing.length === 0} loading={run.isPending} onClick={apply}>
            {t('import.apply', { count: doing.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const ACTIONS: PlanRow['action'][] = [
  'error',
  'invite',
  'change',
  'reactivate',
  'deactivate',
  'unchanged',
]

function PlanTable({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const counted = ACTIONS.map((action) => ({
    action,
    count: plan.rows.filter((row) => row.action === action).length,
  })).filter(({ count }) => count > 0)
  if (plan.rows.length === 0) return <p role="status">{t('import.empty')}</p>
  return (
    <>
      <p role="status">
        {counted.map(({ action, count }) => `${t(`import.${action}`)} (${count})`).join(' · ')}
      </p>
      {/* A long table scrolls by the keyboard as well. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroll} role="region" aria-label={t('import.rows')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('import.line')}</th>
              <th scope="col">{t('field.email')}</th>
              <th scope="col">{t('import.what')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.rows.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>{row.email}</td>
                <td data-action={row.action}>
                  {t(`import.${row.action}`)}
                  <div className={classes.soft}>{row.reason || told(row, t)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function told({ before, after }: PlanRow, t: Translate): string {
  const [was, is] = [placeText(before, t), placeText(after, t)]
  return was && is && was !== is ? `${was} → ${is}` : is || was
}

const BUILT_IN = new Set(['admin', 'agent', 'manager', 'guest'])

/** Built-in roles by their names in the reader's language. */
function placeText(place: string, t: Translate): string {
  const [role = '', ...company] = place.split(' · ')
  const shown = BUILT_IN.has(role) ? t(`role.${role as Role}`) : role
  return [shown, ...company].join(' · ')
}
