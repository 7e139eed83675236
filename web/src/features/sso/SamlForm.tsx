import { Button, FileButton, Group, TextInput, Textarea } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { isProblem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconUpload } from '@/components/icons'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import { useChangeConnection, useImportMetadata, type Connection } from './api'
import classes from './Sso.module.css'

const valuesOf = (connection: Connection) => ({
  entity_id: connection.entity_id,
  sso_url: connection.sso_url,
  slo_url: connection.slo_url,
  certificates: connection.certificates.map(({ pem }) => pem).join('\n'),
})

/** A SAML provider's settings: from its metadata, or by hand. */
export function SamlForm({ connection }: { connection: Connection }) {
  const { t, language } = useTranslation()
  const [values, setValues] = useState(() => valuesOf(connection))
  const [url, setUrl] = useState('')
  const save = useChangeConnection(connection.id)
  const metadata = useImportMetadata(connection.id)
  const fields = isProblem(save.error) ? save.error.fields : {}
  const filled = (next: Connection) => {
    setValues(valuesOf(next))
    notify(t('idp.imported'))
  }

  async function upload(file: File | null): Promise<void> {
    if (file) metadata.mutate({ xml: await file.text() }, { onSuccess: filled })
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const certificates = values.certificates
      .split(/(?<=-----END CERTIFICATE-----)/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
    save.mutate({ ...values, certificates }, { onSuccess: () => void notify(t('common.saved')) })
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      {metadata.isError && <ProblemNotice error={metadata.error} />}
      <Group gap="xs" align="end" wrap="wrap">
        <TextInput
          label={t('idp.metadataUrl')}
          type="url"
          style={{ flex: '1 1 220px' }}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={metadata.isPending}
          disabled={url.trim() === ''}
          onClick={() => metadata.mutate({ url: url.trim() }, { onSuccess: filled })}
        >
          {t('idp.readMetadata')}
        </Button>
        <FileButton accept=".xml,text/xml,application/xml" onChange={(file) => void upload(file)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconUpload size={16} />}>
              {t('idp.uploadMetadata')}
            </Button>
          )}
        </FileButton>
      </Group>
      {save.isError && <ProblemNotice error={save.error} />}
      {(['entity_id', 'sso_url', 'slo_url'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`idp.their.${field}`)}
          type={field === 'entity_id' ? 'text' : 'url'}
          value={values[field]}
          error={fields[field]}
          onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
        />
      ))}
      <Textarea
        label={t('idp.their.certificates')}
        description={connection.certificates
          .map(({ expires_at }) => t('idp.validUntil', { date: formatDate(expires_at, language) }))
          .join(' · ')}
        rows={5}
        spellCheck={false}
        value={values.certificates}
        error={fields.certificates}
        onChange={(event) => setValues({ ...values, certificates: event.currentTarget.value })}
      />
      <Group>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  )
}
