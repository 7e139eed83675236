import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CopyButton } from '@/components/CopyButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconLink } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import { linksQuery, useMakeLink, useWithdrawLink } from './api'
import classes from './Together.module.css'

const DAYS = [1, 7, 30]

/** The links that open the conversation, and making and withdrawing them. */
export function Links({ conversationId }: { conversationId: string }) {
  const { t, language } = useTranslation()
  const links = useQuery(linksQuery(conversationId))
  const make = useMakeLink(conversationId)
  const withdraw = useWithdrawLink(conversationId)
  const [days, setDays] = useState('7')
  return (
    <>
      <h3 className={classes.heading}>{t('sharing.links')}</h3>
      <p className={classes.soft}>{t('sharing.linksText')}</p>
      {(make.isError || withdraw.isError) && <ProblemNotice error={make.error ?? withdraw.error} />}
      <div className={classes.actions}>
        <SegmentedControl
          aria-label={t('sharing.days')}
          size="xs"
          value={days}
          onChange={setDays}
          data={DAYS.map((count) => ({ value: String(count), label: t('sharing.day', { count }) }))}
        />
        <Button
          size="compact-md"
          variant="default"
          loading={make.isPending}
          leftSection={<IconLink size={14} />}
          onClick={() => make.mutate(Number(days))}
        >
          {t('sharing.makeLink')}
        </Button>
      </div>
      {make.data && (
        <TextInput
          readOnly
          mt="sm"
          label={t('sharing.newLink')}
          value={make.data.url}
          rightSection={<CopyButton text={make.data.url} label={t('sharing.copy')} />}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      {links.isPending && <Skeleton height={44} mt="sm" />}
      {links.isError && <ProblemNotice error={links.error} onRetry={() => void links.refetch()} />}
      {links.data?.length === 0 && <p className={classes.soft}>{t('sharing.noLinks')}</p>}
      <ul className={classes.list}>
        {links.data?.map((one) => (
          <li key={one.id}>
            <IconLink size={16} aria-hidden />
            <span>
              {t('sharing.link', { date: formatDate(one.expires_at, language) })}{' '}
              <span className={classes.soft}>{t('sharing.opened', { count: one.opened })}</span>
            </span>
            <Button size="compact-sm" variant="default" onClick={() => withdraw.mutate(one.id)}>
              {t('sharing.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
