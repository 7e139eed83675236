import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { useAddConnection, type Connection, type Kind } from './api'

interface AddDialogProps {
  onAdded: (connection: Connection) => void
  onClose: () => void
}

/** The first step: by which protocol the identity provider speaks, and what people call it. */
export function AddDialog({ onAdded, onClose }: AddDialogProps) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Kind>('oidc')
  const [name, setName] = useState('')
  const add = useAddConnection()

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    add.mutate({ kind, name: name.trim() }, { onSuccess: onAdded })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('idp.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {add.isError && <ProblemNotice error={add.error} />}
          <TextInput
            required
            withAsterisk={false}
            data-autofocus
            label={t('idp.name')}
            description={t('idp.nameHint')}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Radio.Group label={t('idp.protocol')} value={kind} onChange={(value) => setKind(value)}>
            <Stack gap="xs" mt={8}>
              <Radio value="oidc" label={t('idp.kind.oidc')} description={t('idp.kindHint.oidc')} />
              <Radio value="saml" label={t('idp.kind.saml')} description={t('idp.kindHint.saml')} />
            </Stack>
          </Radio.Group>
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending} disabled={name.trim() === ''}>
            {t('idp.begin')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
