import { Button, Skeleton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import { linksQuery, useReleaseLink, type Connection, type Link } from './api'
import classes from './Sso.module.css'

/** Who signs in by the provider, each released where the provider knows them by another name. */
export function Links({ connection }: { connection: Connection }) {
  const { t, language } = useTranslation()
  const [search, setSearch] = useState('')
  const links = useQuery(linksQuery(connection.id, search.trim()))
  const release = useReleaseLink(connection.id)
  const [releasing, setReleasing] = useState<Link | null>(null)

  function confirm(link: Link): void {
    release.mutate(link.member_id, {
      onSuccess: () => void notify(t('idp.released', { who: link.email })),
      onError: (error) => notifyProblem(error, t),
      onSettled: () => setReleasing(null),
    })
  }

  return (
    <div className={classes.form}>
      <TextInput
        label={t('idp.findLink')}
        maxLength={200}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {links.isPending && <Skeleton height={48} radius="md" />}
      {links.isError && <ProblemNotice error={links.error} onRetry={() => void links.refetch()} />}
      {links.data?.length === 0 && (
        <p className={classes.text}>
          {t(search.trim() === '' ? 'idp.noLinks' : 'idp.noLinkFound')}
        </p>
      )}
      {links.data && links.data.length > 0 && (
        <ul className={classes.list} aria-label={t('idp.step.links')}>
          {links.data.map((link) => (
            <li key={link.member_id} className={classes.row}>
              <div className={classes.words}>
                <span className={classes.name}>{link.name || link.email}</span>
                <span className={classes.detail}>
                  {link.email} ·{' '}
                  {t('idp.lastSignIn', { ago: formatAgo(link.last_sign_in_at, language) })}
                </span>
                <span className={classes.detail}>{t('idp.knownAs', { name: link.subject })}</span>
              </div>
              <Button
                variant="default"
                size="xs"
                aria-label={t('idp.releaseNamed', { who: link.email })}
                onClick={() => setReleasing(link)}
              >
                {t('idp.release')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {releasing && (
        <ConfirmDialog
          title={t('idp.releaseTitle', { who: releasing.email })}
          text={t('idp.releaseText')}
          confirm={t('idp.release')}
          busy={release.isPending}
          onConfirm={() => confirm(releasing)}
          onClose={() => setReleasing(null)}
        />
      )}
    </div>
  )
}
