import type { Citation } from '@/api/types'
import { IconFile } from '@/components/icons'
import { useTranslation } from '@/i18n'
import classes from './Sources.module.css'

interface SourcesProps {
  citations: Citation[]
  onOpen: (citation: Citation) => void
}

export function Sources({ citations, onOpen }: SourcesProps) {
  const { t } = useTranslation()
  if (citations.length === 0) return null
  return (
    <div role="group" className={classes.sources} aria-label={t('answer.sources')}>
      <ul>
        {citations.map((citation) => (
          <li key={citation.index}>
            <button type="button" className={classes.source} onClick={() => onOpen(citation)}>
              <span className={classes.index}>{citation.index}</span>
              <span className={classes.words}>
                <span className={classes.title}>{citation.title}</span>
                <Place page={citation.page} headings={citation.headings} title={citation.title} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface PlaceProps {
  title: string
  page: number | null
  headings: string[]
}

/** Where in the document: the nearest heading that is not the title again, and the page. */
function Place({ title, page, headings }: PlaceProps) {
  const { t } = useTranslation()
  const heading = headings.filter((text) => text !== title).at(-1)
  const parts = [heading, page === null ? null : t('source.page', { page })].filter(Boolean)
  if (parts.length === 0) return null
  return <span className={classes.place}>{parts.join(' · ')}</span>
}

interface NearestListProps {
  items: { document_id: string; passage_id: string; title: string; path: string }[]
  onOpen: (index: number) => void
}

/** Documents that come near a question without answering it. */
export function NearestList({ items, onOpen }: NearestListProps) {
  return (
    <ul className={classes.nearest}>
      {items.map((item, i) => (
        <li key={item.passage_id}>
          <button type="button" className={classes.source} onClick={() => onOpen(i)}>
            <IconFile size={16} aria-hidden className={classes.file} />
            <span className={classes.words}>
              <span className={classes.title}>{item.title}</span>
              <span className={classes.place}>{item.path}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
