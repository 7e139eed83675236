import { Badge, Button, Skeleton } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconPhone } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { Row, Section } from '@/features/accounts/security/Section'
import security from '@/features/accounts/security/Security.module.css'
import { useTranslation } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import { devicesQuery, type Device } from './api'
import { forgetPush, letWake, ownMark, readiness } from './push'
import classes from './Notices.module.css'

const markQuery = queryOptions({ queryKey: ['notices', 'mark'], queryFn: ownMark })

/** The browsers that ring for the person, this one first of all. */
export function DevicesSection() {
  const { t } = useTranslation()
  const devices = useQuery(devicesQuery)
  const mark = useQuery(markQuery)
  const here = devices.data?.find((one) => one.mark === mark.data)
  return (
    <Section
      title={t('notices.devices')}
      text={t('notices.devicesText')}
      actions={devices.data && !here && <Enable />}
    >
      <Obstacle />
      {devices.isPending && <Skeleton height={64} mt="md" radius="md" />}
      {devices.isError && (
        <ProblemNotice error={devices.error} onRetry={() => void devices.refetch()} />
      )}
      {devices.data && devices.data.length > 0 && (
        <ul className={security.list} aria-label={t('notices.devices')}>
          {devices.data.map((one) => (
            <DeviceRow key={one.id} device={one} here={one === here} />
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Why this browser can't ring, and what would help. */
function Obstacle() {
  const { t } = useTranslation()
  const state = readiness()
  if (state === 'ready') return null
  return <p className={classes.hint}>{t(`notices.${state}`)}</p>
}

function Enable() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const enable = useMutation({
    mutationFn: letWake,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['notices'] })
      notify(t('notices.enabled'))
    },
    onError: (error) => {
      // What the browser or its push service says is in nobody's language.
      if (error instanceof DOMException) notify(t('notices.enableFailed'), 10_000)
      else notifyProblem(error, t)
    },
  })
  return (
    <Button
      disabled={readiness() !== 'ready'}
      loading={enable.isPending}
      onClick={() => enable.mutate()}
    >
      {t('notices.enable')}
    </Button>
  )
}

function DeviceRow({ device, here }: { device: Device; here: boolean }) {
  const { t, language } = useTranslation()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: async () => {
      if (here) await forgetPush()
      await api.delete(`/push/devices/${device.id}`)
    },
    onSuccess: () => notify(t('notices.removed')),
    onError: (error) => notifyProblem(error, t),
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
  })
  const attempt = useMutation({
    mutationFn: () => api.post(`/push/devices/${device.id}/trial`),
    onSuccess: () => notify(t('notices.tried')),
    onError: (error) => notifyProblem(error, t),
  })
  const used = device.used_at
    ? t('notices.used', { ago: formatAgo(device.used_at, language) })
    : t('notices.unused')
  return (
    <Row
      icon={<IconPhone size={18} />}
      title={device.name}
      badge={here && <Badge variant="light">{t('notices.here')}</Badge>}
      text={used}
    >
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t('notices.tryNamed', { name: device.name })}
        loading={attempt.isPending}
        onClick={() => attempt.mutate()}
      >
        {t('notices.try')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t('notices.removeNamed', { name: device.name })}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {t('notices.remove')}
      </Button>
    </Row>
  )
}
