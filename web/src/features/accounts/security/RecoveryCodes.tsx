import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { IconCheck, IconCopy, IconDownload, IconPrint } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import classes from './Security.module.css'

interface RecoveryCodesProps {
  codes: string[]
  email: string
  onClose: () => void
}

/** The codes, this once: closed by its button alone, so that none is lost to a stray click. */
export function RecoveryCodes({ codes, email, onClose }: RecoveryCodesProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('security.codesOnce')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <RecoveryCodesList codes={codes} email={email} />
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{t('security.codesDone')}</Button>
      </Group>
    </Modal>
  )
}

export function RecoveryCodesList({ codes, email }: Omit<RecoveryCodesProps, 'onClose'>) {
  const { t, language } = useTranslation()
  const [copied, setCopied] = useState(false)
  const heading = t('security.codesFileTitle', {
    email,
    date: formatDate(new Date().toISOString(), language),
  })

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(codes.join('\n'))
    setCopied(true)
  }

  return (
    <Stack>
      <Text size="sm">{t('security.codesOnceText')}</Text>
      <ul className={classes.codes} aria-label={t('security.codesList')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={() => void copy()}
        >
          {copied ? t('common.copied') : t('security.codesCopy')}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} />}
          onClick={() => download(t('security.codesFile'), heading, codes)}
        >
          {t('security.codesDownload')}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrint size={14} />}
          onClick={() => print(heading, codes)}
        >
          {t('security.codesPrint')}
        </Button>
      </Group>
    </Stack>
  )
}

function download(name: string, heading: string, codes: string[]): void {
  const text = [heading, '', ...codes, ''].join('\n')
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Prints the codes alone, from a frame that goes away afterwards. */
function print(heading: string, codes: string[]): void {
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.body.append(frame)
  const page = frame.contentDocument
  const sheet = frame.contentWindow
  if (!page || !sheet) return
  const title = page.createElement('h1')
  title.textContent = heading
  const list = page.createElement('pre')
  list.textContent = codes.join('\n')
  page.body.append(title, list)
  sheet.addEventListener('afterprint', () => frame.remove())
  sheet.print()
}
