import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { CopyButton } from '@/components/CopyButton'
import { useTranslation } from '@/i18n'
import { validities } from './api-keys'
import classes from './ApiKeys.module.css'

interface ExpirySelectProps {
  longest: number | null
  days: number
  onChange: (days: number) => void
}

/** How long a key will be good, within what the workspace allows. */
export function ExpirySelect({ longest, days, onChange }: ExpirySelectProps) {
  const { t } = useTranslation()
  function words(value: number): string {
    if (value === 0) return t('keys.never')
    return value === 365 ? t('keys.oneYear') : t('keys.days', { count: value })
  }
  return (
    <NativeSelect
      label={t('keys.expiry')}
      description={longest === null ? undefined : t('keys.longest', { count: longest })}
      value={days}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={validities(longest).map((value) => ({ value: String(value), label: words(value) }))}
    />
  )
}

/** A secret, shown once. */
export function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Stack>
      <Text size="sm">{t('keys.onceText')}</Text>
      <Group wrap="nowrap" align="flex-start" gap="xs">
        <code className={classes.secret}>{secret}</code>
        <CopyButton text={secret} label={t('common.copy')} />
      </Group>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('keys.done')}</Button>
      </Group>
    </Stack>
  )
}
