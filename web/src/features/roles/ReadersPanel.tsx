import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { readersQuery } from '@/api/roles'
import type { Reader } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconEye } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './Access.module.css'

/** A button that unfolds who can see the document, each with the reason. */
export function ReadersPanel({ documentId }: { documentId: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const list = useId()
  return (
    <div className={classes.readers}>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconEye size={14} />}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {t('readers.open')}
      </Button>
      <div id={list}>{open && <Readers documentId={documentId} />}</div>
    </div>
  )
}

function Readers({ documentId }: { documentId: string }) {
  const { t } = useTranslation()
  const readers = useInfiniteQuery(readersQuery(documentId))
  if (readers.isPending) return <Skeleton height={80} radius="md" aria-hidden />
  if (readers.isError) {
    return <ProblemNotice error={readers.error} onRetry={() => void readers.refetch()} />
  }
  const items = readers.data.pages.flatMap((page) => page.items)
  return (
    <>
      {items.length === 0 && !readers.hasNextPage && <p>{t('readers.empty')}</p>}
      {/* A scrolling region must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={classes.people} aria-label={t('readers.list')} tabIndex={0}>
        {items.map((reader) => (
          <Person key={reader.id} reader={reader} />
        ))}
      </ul>
      {readers.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={readers.isFetchingNextPage}
          onClick={() => void readers.fetchNextPage()}
        >
          {t('readers.more')}
        </Button>
      )}
    </>
  )
}

function Person({ reader }: { reader: Reader }) {
  const { t } = useTranslation()
  const { name, email, role, custom_role: custom, company, answered, because } = reader
  return (
    <li>
      <strong>{name || email}</strong>
      <span className={classes.soft}>
        {[custom || t(`role.${role}`), company].filter(Boolean).join(' · ')}
      </span>
      <span>{because.reason}</span>
      <span className={classes.soft}>
        {t(answered ? 'readers.answered' : 'readers.notAnswered')}
      </span>
    </li>
  )
}
