import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { IconButton } from '@/components/IconButton'
import { IconEdit, IconPasskey, IconPlus, IconTrash } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo, formatDate } from '@/i18n/format'
import { passkeysAvailable } from '../webauthn'
import { isoOf, removeKey, type Factor } from './account'
import { AddKeyDialog, RenameKeyDialog } from './KeyDialogs'
import { Row, Section } from './Section'
import classes from './Security.module.css'

interface KeysSectionProps {
  keys: Factor[]
  onAdded: () => void
  onChanged: () => void
}

/** Passkeys, which sign in by themselves, and security keys, which confirm a sign-in. */
export function KeysSection({ keys, onAdded, onChanged }: KeysSectionProps) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState<'passkey' | 'key' | null>(null)
  const possible = passkeysAvailable()
  return (
    <Section title={t('security.keys')} text={t('security.keysText')}>
      <ul className={classes.list}>
        {keys.map((key) => (
          <KeyRow key={key.id} factor={key} onChanged={onChanged} />
        ))}
        <li className={classes.row}>
          {possible ? (
            <div className={classes.actions}>
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPlus size={14} />}
                onClick={() => setAdding('passkey')}
              >
                {t('security.keyAdd')}
              </Button>
              <Button variant="subtle" size="xs" onClick={() => setAdding('key')}>
                {t('security.keyAddFactor')}
              </Button>
            </div>
          ) : (
            <span className={classes.detail}>{t('security.keyHere')}</span>
          )}
        </li>
      </ul>
      {adding && (
        <AddKeyDialog
          passkey={adding === 'passkey'}
          onClose={() => setAdding(null)}
          onDone={() => {
            setAdding(null)
            notify(t('security.keySaved'))
            onAdded()
          }}
        />
      )}
    </Section>
  )
}

function KeyRow({ factor, onChanged }: { factor: Factor; onChanged: () => void }) {
  const { t, language } = useTranslation()
  const [dialog, setDialog] = useState<'rename' | 'remove' | null>(null)
  const close = () => setDialog(null)
  const {
    id = 0,
    name = '',
    is_passwordless: passkey,
    created_at: made,
    last_used_at: used,
  } = factor
  const remove = useMutation({
    mutationFn: () => removeKey(id),
    onSuccess: () => {
      notify(t('security.keyRemoved'))
      onChanged()
    },
    onError: (error) => notifyProblem(error, t),
    onSettled: close,
  })
  const kind = passkey ? t('security.keyPasskey') : t('security.keySecurity')
  const added = t('security.keyAdded', { date: formatDate(isoOf(made), language) })
  const usage = used
    ? t('security.keyUsed', { ago: formatAgo(isoOf(used), language) })
    : t('security.keyUnused')
  return (
    <Row
      icon={<IconPasskey size={18} />}
      title={name}
      badge={<span className={classes.badge}>{kind}</span>}
      text={[added, usage].join(' · ')}
    >
      <IconButton label={t('security.keyRename', { name })} onClick={() => setDialog('rename')}>
        <IconEdit size={16} />
      </IconButton>
      <IconButton label={t('security.keyRemove', { name })} onClick={() => setDialog('remove')}>
        <IconTrash size={16} />
      </IconButton>
      {dialog === 'rename' && (
        <RenameKeyDialog id={id} name={name} onClose={close} onChanged={onChanged} />
      )}
      {dialog === 'remove' && (
        <ConfirmDialog
          title={t('security.keyRemoveTitle', { name })}
          text={t('security.keyRemoveText')}
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
