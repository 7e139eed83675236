import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { api } from '@/api/client'
import type { ApiKey } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { endOf, validities } from './api-keys'
import { ExpirySelect, Secret } from './ApiKeyParts'

/** Hours offered for which the old secret goes on working. */
const OVERLAPS = [0, 1, 4, 24]

interface ApiKeyRotationProps {
  apiKey: ApiKey
  longest: number | null
  onRotated: () => void
  onClose: () => void
}

/** A new secret for a key; tools that use it get time to change over. */
export function ApiKeyRotation({ apiKey, longest, onRotated, onClose }: ApiKeyRotationProps) {
  const { t } = useTranslation()
  const [hours, setHours] = useState(1)
  const offered = validities(longest)
  const [days, setDays] = useState(offered.includes(90) ? 90 : (offered.at(-1) ?? 0))
  const rotate = useMutation({
    mutationFn: () =>
      api.post<ApiKey>(`/api-keys/${apiKey.id}/rotation`, {
        overlap_hours: hours,
        expires_at: endOf(days),
      }),
    onSuccess: onRotated,
  })
  const secret = rotate.data?.key

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    rotate.mutate()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={secret ? t('keys.onceTitle') : t('keys.rotateTitle', { name: apiKey.name })}
      // A key that is shown once is not lost to a stray click.
      closeOnClickOutside={!secret}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {secret ? (
        <Secret secret={secret} onClose={onClose} />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{t('keys.rotateText')}</Text>
            {rotate.isError && <ProblemNotice error={rotate.error} />}
            <NativeSelect
              label={t('keys.overlap')}
              value={hours}
              onChange={(event) => setHours(Number(event.currentTarget.value))}
              data={OVERLAPS.map((value) => ({
                value: String(value),
                label: value === 0 ? t('keys.overlapNone') : t('keys.hours', { count: value }),
              }))}
            />
            <ExpirySelect longest={longest} days={days} onChange={setDays} />
          </Stack>
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={rotate.isPending}>
              {t('keys.rotate')}
            </Button>
          </Group>
        </form>
      )}
    </Modal>
  )
}
