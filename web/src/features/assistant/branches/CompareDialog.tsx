import { Button, Modal, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { Answer } from '@/api/types'
import { useTranslation } from '@/i18n'
import { keepPunctuation } from '@/i18n/format'
import { AnswerCard } from '../AnswerCard'
import type { SourcePlace } from '../AssistantScreen'
import type { Fork } from './branches'
import classes from './Branches.module.css'

interface CompareDialogProps {
  fork: Fork
  onShow: (after: string, id: string) => void
  onOpen: (place: SourcePlace) => void
  onClose: () => void
}

/** Two alternatives of a turn side by side; on a phone, one above the other. */
export default function CompareDialog(props: CompareDialogProps) {
  const { fork, onShow, onOpen, onClose } = props
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 48em)')
  const { answers } = fork
  const shown = answers[fork.at]
  const other = answers.findLast((one) => one !== shown)
  // In the order in which they were given.
  const [sides, setSides] = useState(
    answers.filter((one) => one === shown || one === other).map(({ id }) => id),
  )
  const [one, two] = sides.map((id) => answers.find((answer) => answer.id === id)?.text)

  function show(id: string): void {
    onShow(fork.after, id)
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1200px, 100%)"
      fullScreen={narrow}
      title={t('branches.compareTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {one === two && (
        <p role="status" className={classes.same}>
          {t('branches.same')}
        </p>
      )}
      <div className={classes.sides}>
        {sides.map((side, at) => {
          const answer = answers.find(({ id }) => id === side)
          return (
            <section
              key={at}
              className={classes.side}
              aria-label={t('branches.side', { place: at + 1 })}
            >
              <Select
                label={t('branches.side', { place: at + 1 })}
                allowDeselect={false}
                comboboxProps={{ withinPortal: true }}
                value={side}
                data={answers.map((one, place) => ({ value: one.id, label: nameOf(one, place) }))}
                onChange={(id) => {
                  if (id) setSides(sides.map((now, other) => (other === at ? id : now)))
                }}
              />
              {answer && (
                <>
                  <p className={classes.asked}>{keepPunctuation(answer.question)}</p>
                  <AnswerCard
                    answer={answer}
                    latest={false}
                    readOnly
                    onAsk={() => undefined}
                    onOpen={(place) => {
                      onClose()
                      onOpen(place)
                    }}
                  />
                  <Button variant="default" mt="md" onClick={() => show(answer.id)}>
                    {t('branches.show')}
                  </Button>
                </>
              )}
            </section>
          )
        })}
      </div>
    </Modal>
  )

  function nameOf({ model }: Answer, place: number): string {
    const by = model ?? t('branches.extracts')
    return t('branches.name', { place: place + 1, by })
  }
}
