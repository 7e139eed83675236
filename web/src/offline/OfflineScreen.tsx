import { Skeleton, TextInput } from '@mantine/core'
import { useDeferredValue, useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '@/components/EmptyState'
import { IconBook, IconChat, IconOffline, IconSearch } from '@/components/icons'
import { Page } from '@/components/Page'
import { useTranslation } from '@/i18n'
import { readable, type Readable } from './copies'
import { matches, wordsOfConversation, wordsOfDocument } from './search'
import classes from './OfflineScreen.module.css'

interface OfflineScreenProps {
  /** Shows a document beside the list. */
  renderDocument: (document: { id: string; title: string }, close: () => void) => ReactNode
}

interface Found {
  id: string
  title: string
  at: number
}

/** What can be read without the net, and a search in it. */
export function OfflineScreen({ renderDocument }: OfflineScreenProps) {
  const { t } = useTranslation()
  const kept = useReadable()
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState<Found | null>(null)
  const found = useFound(kept, useDeferredValue(query.trim()))
  const total = kept ? kept.conversations.length + kept.documents.length : 0
  const hits = found.conversations.length + found.documents.length

  return (
    <div className={classes.screen}>
      <div className={classes.main}>
        <Page title={t('offline.title')} description={t('offline.text')}>
          {kept === null && <Skeleton height={56} radius="md" aria-hidden />}
          {kept && total === 0 && (
            <EmptyState icon={<IconOffline size={22} />} title={t('offline.none')}>
              {t('offline.noneText')}
            </EmptyState>
          )}
          {total > 0 && (
            <TextInput
              type="search"
              aria-label={t('offline.search')}
              placeholder={t('offline.search')}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          )}
          {total > 0 && hits === 0 && (
            <EmptyState icon={<IconSearch size={22} />} title={t('offline.nothing')}>
              {t('offline.nothingText')}
            </EmptyState>
          )}
          <Group title={t('offline.conversations')} rows={found.conversations}>
            {({ id, title }) => (
              <Link
                to="/conversations/$conversationId"
                params={{ conversationId: id }}
                className={classes.open}
              >
                <IconChat size={16} aria-hidden />
                {title || t('conversations.untitled')}
              </Link>
            )}
          </Group>
          <Group title={t('offline.documents')} rows={found.documents}>
            {(row) => (
              <button type="button" className={classes.open} onClick={() => setOpened(row)}>
                <IconBook size={16} aria-hidden />
                {row.title}
              </button>
            )}
          </Group>
        </Page>
      </div>
      {opened && renderDocument(opened, () => setOpened(null))}
    </div>
  )
}

interface GroupProps {
  title: string
  rows: Found[]
  children: (row: Found) => ReactNode
}

function Group({ title, rows, children }: GroupProps) {
  const { t, language } = useTranslation()
  const heading = useId()
  if (rows.length === 0) return null
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {title}
      </h2>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id} className={classes.row}>
            {children(row)}
            <span className={classes.when}>
              {t('offline.readAt', { time: when.format(row.at) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Null until the store has answered; empty where there is none. */
function useReadable(): Readable | null {
  const [kept, setKept] = useState<Readable | null>(null)
  useEffect(() => {
    let current = true
    const show = (next: Readable) => {
      if (current) setKept(next)
    }
    readable().then(show, () => show({ conversations: [], documents: [] }))
    return () => {
      current = false
    }
  }, [])
  return kept
}

function useFound(kept: Readable | null, query: string) {
  const all = useMemo(() => {
    const conversations = kept?.conversations.map(({ at, body }) => ({
      row: { id: body.id, title: body.title, at },
      words: wordsOfConversation(body),
    }))
    const documents = kept?.documents.map(({ at, body }) => ({
      row: { id: body.document_id, title: body.title, at },
      words: wordsOfDocument(body),
    }))
    return { conversations: conversations ?? [], documents: documents ?? [] }
  }, [kept])
  const those = (rows: { row: Found; words: string }[]) =>
    rows.filter(({ words }) => matches(words, query)).map(({ row }) => row)
  return { conversations: those(all.conversations), documents: those(all.documents) }
}
