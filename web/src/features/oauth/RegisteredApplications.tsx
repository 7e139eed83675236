import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { CopyButton } from '@/components/CopyButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import { ApplicationDialog } from './ApplicationDialog'
import { applicationsQuery, scopeKey, type Application } from './api'
import classes from './Oauth.module.css'

type Doing = { what: 'edit' | 'rotate' | 'delete'; to: Application } | { what: 'register' }

/** The workspace's applications: registering, changing, a new secret, taking away. */
export function RegisteredApplications() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const rows = useQuery(applicationsQuery)
  const [doing, setDoing] = useState<Doing | null>(null)
  const [secret, setSecret] = useState<{ id: string; secret: string } | null>(null)
  const done = () => {
    setDoing(null)
    void client.invalidateQueries({ queryKey: ['oauth'] })
  }
  const rotate = useMutation({
    mutationFn: (to: Application) =>
      api.post<{ client_secret: string }>(`/oauth/applications/${to.id}/secret`, {}),
    onSuccess: ({ client_secret: made }, to) => {
      setSecret({ id: to.client_id, secret: made })
      done()
    },
    onError: (error) => notifyProblem(error, t),
  })
  const remove = useMutation({
    mutationFn: (to: Application) => api.delete(`/oauth/applications/${to.id}`),
    onSuccess: () => {
      notify(t('apps.deleted'))
      done()
    },
    onError: (error) => notifyProblem(error, t),
  })

  return (
    <section className={classes.section} aria-labelledby="apps-registered">
      <div className={classes.heading}>
        <div>
          <h2 id="apps-registered">{t('apps.registered')}</h2>
          <p>{t('apps.registeredText')}</p>
        </div>
        <Button onClick={() => setDoing({ what: 'register' })}>{t('apps.register')}</Button>
      </div>
      {rows.isPending && <Skeleton height={64} radius="md" />}
      {rows.isError && <ProblemNotice error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.data?.length === 0 && <p className={classes.soft}>{t('apps.registeredEmpty')}</p>}
      {rows.data && rows.data.length > 0 && (
        <ul className={classes.list} aria-label={t('apps.registered')}>
          {rows.data.map((row) => (
            <Row key={row.id} row={row} onDo={(what) => setDoing({ what, to: row })} />
          ))}
        </ul>
      )}
      {(doing?.what === 'register' || doing?.what === 'edit') && (
        <ApplicationDialog
          existing={doing.what === 'edit' ? doing.to : null}
          onClose={() => setDoing(null)}
          onSaved={(saved) => {
            if (saved.client_secret) setSecret({ id: saved.client_id, secret: saved.client_secret })
            done()
          }}
        />
      )}
      {doing?.what === 'rotate' && (
        <ConfirmDialog
          title={t('apps.rotateTitle', { name: doing.to.name })}
          text={t('apps.rotateText')}
          confirm={t('apps.rotate')}
          danger
          busy={rotate.isPending}
          onConfirm={() => rotate.mutate(doing.to)}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'delete' && (
        <ConfirmDialog
          title={t('apps.deleteTitle', { name: doing.to.name })}
          text={t('apps.deleteText')}
          confirm={t('apps.delete')}
          danger
          busy={remove.isPending}
          onConfirm={() => remove.mutate(doing.to)}
          onClose={() => setDoing(null)}
        />
      )}
      {secret && <Secret {...secret} onClose={() => setSecret(null)} />}
    </section>
  )
}

interface RowProps {
  row: Application
  onDo: (what: 'edit' | 'rotate' | 'delete') => void
}

function Row({ row, onDo }: RowProps) {
  const { t, language } = useTranslation()
  const used = row.last_used_at
    ? t('apps.used', { ago: formatAgo(row.last_used_at, language) })
    : t('apps.unused')
  const kind = row.machine
    ? [t('apps.machine', { name: row.answered_for_by ?? '' }), used]
    : [t(row.confidential ? 'apps.confidential' : 'apps.public')]
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>{row.name}</span>
        <span className={classes.detail}>
          {[...kind, ...(row.enabled ? [] : [t('apps.off')]), row.client_id].join(' · ')}
        </span>
        <span className={classes.detail}>
          {row.scopes.map((scope) => t(scopeKey(scope))).join(', ')}
        </span>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          aria-label={t('apps.editName', { name: row.name })}
          onClick={() => onDo('edit')}
        >
          {t('common.edit')}
        </Button>
        {row.confidential && (
          <Button variant="default" size="xs" onClick={() => onDo('rotate')}>
            {t('apps.rotate')}
          </Button>
        )}
        <Button variant="default" size="xs" onClick={() => onDo('delete')}>
          {t('apps.delete')}
        </Button>
      </Group>
    </li>
  )
}

function Secret({ id, secret, onClose }: { id: string; secret: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('apps.onceTitle')}
      // A secret that is shown once is not lost to a stray click.
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('apps.onceText')}</Text>
        <Text size="sm">{t('apps.clientId')}</Text>
        <code className={classes.value}>{id}</code>
        <Text size="sm">{t('apps.secret')}</Text>
        <Group wrap="nowrap" align="flex-start" gap="xs">
          <code className={classes.value}>{secret}</code>
          <CopyButton text={secret} label={t('common.copy')} />
        </Group>
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('apps.done')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
