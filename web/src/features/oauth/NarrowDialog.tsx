import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { narrowConnection, scopeKey, type Connected } from './api'
import classes from './Oauth.module.css'

interface NarrowDialogProps {
  row: Connected
  onClose: () => void
}

/** Takes single rights back from an application and leaves it the others. */
export function NarrowDialog({ row, onClose }: NarrowDialogProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [kept, setKept] = useState<string[]>(row.scopes)
  const save = useMutation({
    mutationFn: () => narrowConnection(row.id, kept),
    onSuccess: () => {
      notify(t('apps.narrowed'))
      onClose()
      return client.invalidateQueries({ queryKey: ['oauth', 'connections'] })
    },
  })

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    save.mutate()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('apps.narrowTitle', { name: row.application })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('apps.narrowText')}</Text>
          {save.isError && <ProblemNotice error={save.error} />}
          <Checkbox.Group label={t('apps.narrowKept')} value={kept} onChange={setKept}>
            <div className={classes.scopes}>
              {row.scopes.map((scope) => (
                <Checkbox key={scope} value={scope} label={t(scopeKey(scope))} />
              ))}
            </div>
          </Checkbox.Group>
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            disabled={kept.length === 0 || kept.length === row.scopes.length}
            loading={save.isPending}
          >
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
