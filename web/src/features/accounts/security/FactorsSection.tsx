import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Account } from '@/api/allauth'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { IconKey, IconPhone } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import { factorsQuery, isoOf, removeTotp, renewCodes, unseenCodes, type Factor } from './account'
import { KeysSection } from './KeysSection'
import { RecoveryCodes } from './RecoveryCodes'
import { Row, Section } from './Section'
import { TotpDialog } from './TotpDialog'
import classes from './Security.module.css'

interface FactorsSectionProps {
  account: Account
  factors: Factor[]
}

/** The proofs beside the password, and what gets one in when they are lost. */
export function FactorsSection({ account, factors }: FactorsSectionProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [codes, setCodes] = useState<string[]>([])
  const app = factors.find(({ type }) => type === 'totp')
  const keys = factors.filter(({ type }) => type === 'webauthn')
  const recovery = factors.find(({ type }) => type === 'recovery_codes')

  /** Also what the workspace still asks of the person. */
  async function refresh(): Promise<void> {
    await client.invalidateQueries({ queryKey: factorsQuery.queryKey })
    await client.invalidateQueries({ queryKey: ['me'] })
  }

  /** The first factor brings recovery codes with it, which are shown now or never. */
  async function added(): Promise<void> {
    setCodes(await unseenCodes())
    await refresh()
  }

  return (
    <>
      <Section title={t('security.factors')} text={t('security.factorsText')}>
        <ul className={classes.list}>
          <AppRow app={app} onAdded={() => void added()} onRemoved={() => void refresh()} />
          <CodesRow
            codes={recovery}
            possible={app !== undefined || keys.length > 0}
            onNew={setCodes}
          />
        </ul>
      </Section>
      <KeysSection keys={keys} onAdded={() => void added()} onChanged={() => void refresh()} />
      {codes.length > 0 && (
        <RecoveryCodes codes={codes} email={account.email} onClose={() => setCodes([])} />
      )}
    </>
  )
}

interface AppRowProps {
  app: Factor | undefined
  onAdded: () => void
  onRemoved: () => void
}

function AppRow({ app, onAdded, onRemoved }: AppRowProps) {
  const { t, language } = useTranslation()
  const [dialog, setDialog] = useState<'add' | 'remove' | null>(null)
  const close = () => setDialog(null)
  const remove = useMutation({
    mutationFn: removeTotp,
    onSuccess: () => {
      notify(t('security.appRemoved'))
      onRemoved()
    },
    onError: (error) => notifyProblem(error, t),
    onSettled: close,
  })
  const since = app ? formatDate(isoOf(app.created_at), language) : ''
  return (
    <Row
      icon={<IconPhone size={18} />}
      title={t('security.app')}
      text={app ? t('security.appOn', { date: since }) : t('security.appText')}
    >
      {app ? (
        <Button variant="default" size="xs" onClick={() => setDialog('remove')}>
          {t('security.appRemove')}
        </Button>
      ) : (
        <Button variant="default" size="xs" onClick={() => setDialog('add')}>
          {t('security.appAdd')}
        </Button>
      )}
      {dialog === 'add' && (
        <TotpDialog
          onClose={close}
          onDone={() => {
            close()
            notify(t('totp.done'))
            onAdded()
          }}
        />
      )}
      {dialog === 'remove' && (
        <ConfirmDialog
          title={t('security.appRemoveTitle')}
          text={t('security.appRemoveText')}
          confirm={t('security.appRemove')}
          danger
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </Row>
  )
}

interface CodesRowProps {
  codes: Factor | undefined
  possible: boolean
  onNew: (codes: string[]) => void
}

function CodesRow({ codes, possible, onNew }: CodesRowProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const renew = useMutation({
    mutationFn: renewCodes,
    onSuccess: (made) => {
      onNew(made)
      return client.invalidateQueries({ queryKey: factorsQuery.queryKey })
    },
    onError: (error) => notifyProblem(error, t),
    onSettled: () => setAsking(false),
  })
  const left = codes
    ? t('security.codesLeft', {
        count: codes.unused_code_count ?? 0,
        total: codes.total_code_count ?? 0,
      })
    : ''
  return (
    <Row
      icon={<IconKey size={18} />}
      title={t('security.codes')}
      text={[possible ? t('security.codesText') : t('security.codesNone'), left]
        .filter(Boolean)
        .join(' ')}
    >
      {possible && (
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          {t('security.codesNew')}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t('security.codesNewTitle')}
          text={t('security.codesNewText')}
          confirm={t('security.codesNew')}
          busy={renew.isPending}
          onConfirm={() => renew.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </Row>
  )
}
