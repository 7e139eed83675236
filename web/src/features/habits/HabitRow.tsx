import { Badge, Button, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { IconButton } from '@/components/IconButton'
import { IconEdit, IconFile, IconFolder, IconTrash, IconUser } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { ProblemNotice } from '@/components/ProblemNotice'
import { Row } from '@/features/accounts/security/Section'
import { useTranslation } from '@/i18n'
import { formatAgo } from '@/i18n/format'
import { useChange, useErase, type Habit } from './api'
import classes from './Habits.module.css'

const ICONS = { topic: IconFolder, document: IconFile, colleague: IconUser }
const LONGEST = 80

function focused(field: HTMLInputElement | null): void {
  field?.focus()
}

/** One thing that was learned: what, why, and what can be done about it. */
export function HabitRow({ habit }: { habit: Habit }) {
  const { t, language } = useTranslation()
  const change = useChange(habit.id)
  const erase = useErase()
  const [renaming, setRenaming] = useState(false)
  const opener = useId()
  const { name, kind, on, count } = habit
  const Icon = ICONS[kind]
  const ago = formatAgo(habit.used_at, language)

  function close(): void {
    setRenaming(false)
    // Once the button is there again, whoever uses a keyboard goes on from it.
    requestAnimationFrame(() => document.getElementById(opener)?.focus())
  }

  if (renaming) return <Rename habit={habit} onClose={close} />
  return (
    <Row
      icon={<Icon size={18} />}
      title={name}
      badge={!on && <Badge variant="light">{t('habits.off')}</Badge>}
      text={t(`habits.why.${kind}`, { count, ago })}
    >
      {kind === 'topic' && (
        <IconButton
          id={opener}
          className={classes.touch}
          label={t('habits.rename', { name })}
          onClick={() => setRenaming(true)}
        >
          <IconEdit size={18} />
        </IconButton>
      )}
      <Button
        className={classes.touch}
        variant="default"
        size="compact-sm"
        aria-label={t(on ? 'habits.turnOffNamed' : 'habits.turnOnNamed', { name })}
        loading={change.isPending}
        onClick={() => change.mutate({ on: !on }, { onError: (error) => notifyProblem(error, t) })}
      >
        {t(on ? 'habits.turnOff' : 'habits.turnOn')}
      </Button>
      <IconButton
        className={classes.touch}
        label={t('habits.erase', { name })}
        loading={erase.isPending}
        onClick={() =>
          erase.mutate(habit.id, {
            onSuccess: () => notify(t('habits.erased', { name })),
            onError: (error) => notifyProblem(error, t),
          })
        }
      >
        <IconTrash size={18} />
      </IconButton>
    </Row>
  )
}

function Rename({ habit, onClose }: { habit: Habit; onClose: () => void }) {
  const { t } = useTranslation()
  const change = useChange(habit.id)
  const [name, setName] = useState(habit.name)

  return (
    <li className={classes.rename}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ name }, { onSuccess: onClose })
        }}
      >
        <TextInput
          ref={focused}
          label={t('habits.name')}
          description={t('habits.nameText')}
          maxLength={LONGEST}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose()
          }}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={change.isPending}>
            {t('common.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
        {change.isError && <ProblemNotice error={change.error} kept={t('habits.nameKept')} />}
      </form>
    </li>
  )
}
