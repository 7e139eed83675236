import { Button, Skeleton, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { IconSparkle } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { Section } from '@/features/accounts/security/Section'
import security from '@/features/accounts/security/Security.module.css'
import { useTranslation } from '@/i18n'
import { habitsQuery, useErase, useLearning, type Habit } from './api'
import { HabitRow } from './HabitRow'

const KINDS = ['topic', 'document', 'colleague'] as const

/** What was learned of the person, why, and how to correct or end it. */
export function HabitsScreen() {
  const { t } = useTranslation()
  const habits = useQuery(habitsQuery)
  return (
    <Page title={t('habits.title')} description={t('habits.text')}>
      {habits.isPending && <Skeleton height={320} radius="md" />}
      {habits.isError && (
        <ProblemNotice error={habits.error} onRetry={() => void habits.refetch()} />
      )}
      {habits.data && (
        <>
          <LearningSection learning={habits.data.learning} />
          <Items items={habits.data.items} />
        </>
      )}
    </Page>
  )
}

function LearningSection({ learning }: { learning: boolean }) {
  const { t } = useTranslation()
  const choose = useLearning()
  return (
    <Section title={t('habits.learning')} text={t('habits.learningText')}>
      <Switch
        mt="md"
        label={t('habits.learningOn')}
        // Shown at once, and as it was when it could not be saved.
        checked={choose.isPending ? choose.variables : learning}
        disabled={choose.isPending}
        onChange={(event) => choose.mutate(event.currentTarget.checked)}
      />
      {choose.isError && (
        <ProblemNotice
          error={choose.error}
          kept={t('habits.kept')}
          onRetry={() => choose.mutate(choose.variables)}
        />
      )}
    </Section>
  )
}

function Items({ items }: { items: Habit[] }) {
  const { t } = useTranslation()
  if (items.length === 0) {
    return (
      <EmptyState icon={<IconSparkle size={24} />} title={t('habits.nothing')}>
        {t('habits.nothingText')}
      </EmptyState>
    )
  }
  return (
    <>
      {KINDS.map((kind) => {
        const ofKind = items.filter((one) => one.kind === kind)
        if (ofKind.length === 0) return null
        return (
          <Section key={kind} title={t(`habits.${kind}s`)} text={t(`habits.${kind}sText`)}>
            <ul className={security.list} aria-label={t(`habits.${kind}s`)}>
              {ofKind.map((habit) => (
                <HabitRow key={habit.id} habit={habit} />
              ))}
            </ul>
          </Section>
        )
      })}
      <EraseAll />
    </>
  )
}

function EraseAll() {
  const { t } = useTranslation()
  const erase = useErase()
  const [asked, setAsked] = useState(false)

  function confirm(): void {
    erase.mutate(null, {
      onSuccess: () => notify(t('habits.erasedAll')),
      onError: (error) => notifyProblem(error, t),
      onSettled: () => setAsked(false),
    })
  }

  return (
    <>
      <Button variant="default" mt="xl" onClick={() => setAsked(true)}>
        {t('habits.eraseAll')}
      </Button>
      {asked && (
        <ConfirmDialog
          title={t('habits.eraseAllAsk')}
          text={t('habits.eraseAllText')}
          confirm={t('habits.eraseAllConfirm')}
          danger
          busy={erase.isPending}
          onConfirm={confirm}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}
