import { useEffect, useState } from 'react'
import { useTranslation } from '@/i18n'
import { IconButton } from './IconButton'
import { IconCheck, IconCopy } from './icons'

interface CopyButtonProps {
  text: string
  label: string
}

/** Copies a text and says for two seconds that it did. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return undefined
    const timer = window.setTimeout(() => setCopied(false), 2000)
    return () => window.clearTimeout(timer)
  }, [copied])

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }

  return (
    <IconButton label={copied ? t('common.copied') : label} onClick={() => void copy()}>
      {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
    </IconButton>
  )
}
