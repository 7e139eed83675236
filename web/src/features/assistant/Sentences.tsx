import { VisuallyHidden } from '@mantine/core'
import { Fragment } from 'react'
import type { Citation, Sentence } from '@/api/types'
import { useTranslation } from '@/i18n'
import { keepPunctuation } from '@/i18n/format'
import { groupSentences, splitRow, splitStep, stripItemMarker, type SentenceGroup } from './groups'
import classes from './Sentences.module.css'

interface SentencesProps {
  sentences: Sentence[]
  citations: Citation[]
  onOpen: (citation: Citation) => void
}

/** The answer as it is read: paragraphs, steps and lists, each with the marks of its sources. */
export function Sentences({ sentences, citations, onOpen }: SentencesProps) {
  const marks = (sentence: Sentence) => (
    <CitationMarks indexes={sentence.citations} citations={citations} onOpen={onOpen} />
  )
  return (
    <div className={classes.sentences}>
      {groupSentences(sentences).map((group, i) => (
        <Group key={i} group={group} marks={marks} />
      ))}
    </div>
  )
}

interface GroupProps {
  group: SentenceGroup
  marks: (sentence: Sentence) => React.ReactNode
}

function Group({ group, marks }: GroupProps) {
  const { kind, sentences } = group
  if (kind === 'step') {
    return (
      <ol>
        {sentences.map((sentence, i) => {
          const { text, number } = splitStep(`${sentence.marker} ${sentence.text}`.trim())
          return (
            <li key={i} value={number ?? undefined}>
              <Words text={text} sentence={sentence} />
              {marks(sentence)}
            </li>
          )
        })}
      </ol>
    )
  }
  if (kind === 'sentence') {
    return (
      <p>
        {sentences.map((sentence, i) => (
          <Fragment key={i}>
            {i > 0 && ' '}
            <Words text={sentence.text} sentence={sentence} />
            {marks(sentence)}
          </Fragment>
        ))}
      </p>
    )
  }
  return (
    <ul data-kind={kind}>
      {sentences.map((sentence, i) => (
        <li key={i}>
          {kind === 'row' ? (
            <Row text={sentence.text} />
          ) : (
            <Words text={stripItemMarker(sentence.text)} sentence={sentence} />
          )}
          {marks(sentence)}
        </li>
      ))}
    </ul>
  )
}

/** A sentence that no passage supports says so, to the eye and to a screen reader. */
function Words({ text, sentence }: { text: string; sentence: Sentence }) {
  const { t } = useTranslation()
  const shown = keepPunctuation(text)
  if (sentence.supported) return shown
  return (
    <span className={classes.unsupported} title={t('answer.unsupported')}>
      {shown}
      <VisuallyHidden> ({t('answer.unsupported')})</VisuallyHidden>
    </span>
  )
}

function Row({ text }: { text: string }) {
  const cells = splitRow(text)
  if (!cells) return text
  return cells.map(({ header, value }, i) => (
    <span key={i}>
      <span className={classes.cellName}>{header}</span> {value}
    </span>
  ))
}

interface CitationMarksProps {
  indexes: number[]
  citations: Citation[]
  onOpen: (citation: Citation) => void
}

function CitationMarks({ indexes, citations, onOpen }: CitationMarksProps) {
  const { t } = useTranslation()
  const known = indexes.flatMap((index) => citations.find((c) => c.index === index) ?? [])
  return known.map((citation) => (
    <button
      key={citation.index}
      type="button"
      className={classes.mark}
      aria-label={t('answer.openSource', { index: citation.index, title: citation.title })}
      title={citation.title}
      onClick={() => onOpen(citation)}
    >
      {citation.index}
    </button>
  ))
}
