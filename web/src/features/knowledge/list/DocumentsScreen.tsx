import { Button, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, lazy, useEffect, useMemo, useState, type ReactNode } from 'react'
import { noteHere } from '@/api/here'
import type { Document } from '@/api/types'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { SidePanel } from '@/components/SidePanel'
import { ViewerSkeleton } from '@/components/ViewerSkeleton'
import { IconBook, IconSearch } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { documentsQuery, refreshDocuments, type DocumentFilters } from '../api'
import { AddMenu } from '../upload/AddMenu'
import { DropArea } from '../upload/DropArea'
import { UploadTray } from '../upload/UploadTray'
import { setOnSent } from '../upload/useUploads'
import { AudienceDialog, type AudienceTarget } from './AudienceDialog'
import { BulkBar } from './BulkBar'
import { DocumentRow } from './DocumentRow'
import { Filters } from './Filters'
import { useDelete } from './useDelete'
import classes from './DocumentsScreen.module.css'

const DocumentViewer = lazy(() => import('../viewer/DocumentViewer'))

const NO_FILTERS: DocumentFilters = { query: '', status: '', folder: '' }

interface DocumentsScreenProps {
  /** Guests read; they do not add, change or delete. */
  canManage: boolean
  /** Who can see a document, below its title; nothing for who may not know. */
  renderReaders?: ((documentId: string) => ReactNode) | undefined
  /** The way to a question about the document that is open. */
  renderAsk?: (() => ReactNode) | undefined
}

export function DocumentsScreen({ canManage, renderReaders, renderAsk }: DocumentsScreenProps) {
  const { t } = useTranslation()
  const [filters, setFilters] = useState(NO_FILTERS)
  const [query] = useDebouncedValue(filters.query, 200)
  const list = useInfiniteQuery(documentsQuery({ ...filters, query: query.trim() }))
  const documents = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const [preview, setPreview] = useState<Document | null>(null)
  const [target, setTarget] = useState<AudienceTarget | null>(null)
  const selection = useSelection(documents)
  const remove = useDelete()
  useRefreshAfterUpload()
  // Not when the screen is left: the next question may be about what was open on it.
  const open = (document: Document | null) => {
    setPreview(document)
    noteHere(document && { document_id: document.id, title: document.title })
  }

  const filtered = filters.query !== '' || filters.status !== '' || filters.folder !== ''
  const removeSelected = () => {
    remove(selection.chosen)
    selection.clear()
  }

  return (
    <div className={classes.screen}>
      <div className={classes.main}>
        <Page
          wide
          title={t('documents.title')}
          description={t('documents.text')}
          actions={canManage && <AddMenu />}
        >
          {selection.chosen.length > 0 ? (
            <BulkBar
              count={selection.chosen.length}
              onAudience={() => setTarget({ documents: selection.chosen })}
              onDelete={removeSelected}
              onClear={selection.clear}
            />
          ) : (
            <Filters
              filters={filters}
              onChange={setFilters}
              onFolderAudience={canManage ? (folder) => setTarget({ folder }) : undefined}
            />
          )}
          {list.isPending && <ListSkeleton />}
          {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
          {list.isSuccess && documents.length === 0 && (
            <Nothing
              filtered={filtered}
              canManage={canManage}
              onClear={() => setFilters(NO_FILTERS)}
            />
          )}
          {documents.length > 0 && (
            <ul className={classes.list} aria-label={t('documents.list')}>
              {documents.map((document) => (
                <DocumentRow
                  key={document.id}
                  document={document}
                  canManage={canManage}
                  selected={selection.has(document.id)}
                  onSelect={() => selection.toggle(document.id)}
                  onOpen={() => open(document)}
                  onAudience={() => setTarget({ documents: [document] })}
                  onDelete={() => remove([document])}
                />
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('common.loadMore')}
            </Button>
          )}
        </Page>
      </div>
      {preview && (
        <SidePanel title={preview.title} onClose={() => open(null)}>
          {renderReaders?.(preview.id)}
          {renderAsk?.()}
          <Suspense fallback={<ViewerSkeleton />}>
            <DocumentViewer key={preview.id} documentId={preview.id} path={preview.path} />
          </Suspense>
        </SidePanel>
      )}
      {target && <AudienceDialog target={target} onClose={() => setTarget(null)} />}
      {canManage && <DropArea />}
      <UploadTray />
    </div>
  )
}

function useSelection(documents: Document[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return {
    chosen: documents.filter(({ id }) => ids.has(id)),
    has: (id: string) => ids.has(id),
    toggle: (id: string) =>
      setIds((now) => {
        const next = new Set(now)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    clear: () => setIds(new Set()),
  }
}

function useRefreshAfterUpload(): void {
  const client = useQueryClient()
  useEffect(() => setOnSent(() => refreshDocuments(client)), [client])
}

interface NothingProps {
  filtered: boolean
  canManage: boolean
  onClear: () => void
}

function Nothing({ filtered, canManage, onClear }: NothingProps) {
  const { t } = useTranslation()
  if (filtered) {
    return (
      <EmptyState
        icon={<IconSearch size={22} />}
        title={t('documents.nothing')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('documents.clear')}
          </Button>
        }
      >
        {t('documents.nothingText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<IconBook size={22} />}
      title={t('documents.empty')}
      action={canManage && <AddMenu />}
    >
      {canManage && (
        <>
          <p>{t('documents.emptyText')}</p>
          <p>{t('documents.dropHint')}</p>
        </>
      )}
    </EmptyState>
  )
}

function ListSkeleton() {
  return (
    <div aria-hidden>
      {Array.from({ length: 6 }, (_, i) => (
        <Skeleton key={i} height={56} mb={8} radius="md" />
      ))}
    </div>
  )
}
