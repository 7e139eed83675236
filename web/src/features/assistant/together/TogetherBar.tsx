import { Badge, Button, Menu } from '@mantine/core'
import { Suspense, lazy, useState } from 'react'
import type { Conversation } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { IconButton } from '@/components/IconButton'
import { notify, notifyProblem } from '@/components/notify'
import { Problem } from '@/api/problem'
import { IconChat, IconDots, IconHandover, IconUsers } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { since } from './since'
import { Avatar } from './Avatar'
import { useAssign } from './api'
import classes from './Together.module.css'

const ShareDialog = lazy(() => import('./ShareDialog'))
const SummaryDialog = lazy(() => import('./SummaryDialog'))
const GiveDialog = lazy(() => import('./GiveDialog'))

const SHOWN = 5

/** Above a conversation: whose it is, who is there, who looks after it, and what one can do. */
export default function TogetherBar({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'share' | 'summary' | null>(null)
  const { asker, can, people, shared, circle } = conversation
  const others = people.length > 1
  return (
    <section className={classes.bar} aria-label={t('together.bar')}>
      {asker && (
        <span className={classes.asker}>
          {asker.company
            ? t('together.ofCompany', { name: asker.name, company: asker.company })
            : t('together.of', { name: asker.name })}
        </span>
      )}
      {shared && (
        <Badge variant="light" tt="none" leftSection={<IconUsers size={12} aria-hidden />}>
          {t(circle === 'company' ? 'together.sharedCompany' : 'together.sharedStaff')}
        </Badge>
      )}
      {can.handle && conversation.asker && (
        <Handling conversation={conversation} onSummary={() => setOpen('summary')} />
      )}
      {others && (
        <ul className={classes.people} aria-label={t('together.people', { count: people.length })}>
          {people.slice(0, SHOWN).map((one) => {
            const label = t(one.present ? 'together.present' : 'together.away', { name: one.name })
            return (
              <li key={one.id} title={label}>
                <Avatar name={one.name} present={one.present} />
                <span className={classes.unseen}>{label}</span>
              </li>
            )
          })}
          {people.length > SHOWN && (
            <li>
              <span className={classes.avatar}>+{people.length - SHOWN}</span>
            </li>
          )}
        </ul>
      )}
      {(can.share || can.handle || others) && (
        <Button
          size="compact-sm"
          variant="default"
          ml={others ? undefined : 'auto'}
          leftSection={<IconUsers size={14} />}
          onClick={() => setOpen('share')}
        >
          {t('together.share')}
        </Button>
      )}
      <Suspense>
        {open === 'share' && (
          <ShareDialog conversation={conversation} onClose={() => setOpen(null)} />
        )}
        {open === 'summary' && (
          <SummaryDialog conversation={conversation} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </section>
  )
}

interface HandlingProps {
  conversation: Conversation
  onSummary: () => void
}

/** For the team: who looks after the conversation, and taking, giving and ending it. */
function Handling({ conversation, onSummary }: HandlingProps) {
  const { t, language } = useTranslation()
  const assign = useAssign(conversation.id)
  const [open, setOpen] = useState<'give' | 'over' | null>(null)
  const held = conversation.assignment
  const name = held?.assignee?.name ?? t('together.team')
  const others = held?.status === 'person' && !held.yours

  function take(evenIfTaken = false): void {
    assign.mutate(
      { status: 'person', even_if_taken: evenIfTaken },
      {
        onError: (error) => {
          // A colleague was faster.
          if (error instanceof Problem && error.code === 'assignment.taken') setOpen('over')
          else notifyProblem(error, t)
        },
      },
    )
  }

  function end(status: 'assistant' | 'solved'): void {
    assign.mutate(
      { status },
      {
        onSuccess: () => notify(t(status === 'solved' ? 'together.ended' : 'together.givenBack')),
        onError: (error) => notifyProblem(error, t),
      },
    )
  }

  const state = !held
    ? t('together.staffNone')
    : held.status === 'waiting'
      ? t('together.staffWaiting', { time: since(held.requested_at, language) })
      : held.status === 'person'
        ? held.yours
          ? t('together.staffYours')
          : t('together.staffPerson', { name })
        : t(held.status === 'solved' ? 'together.staffSolved' : 'together.staffAssistant')
  return (
    <>
      <Badge variant="outline" tt="none" leftSection={<IconHandover size={12} aria-hidden />}>
        {state}
      </Badge>
      <div className={classes.actions}>
        {!(held?.status === 'person' && held.yours) && (
          <Button
            size="compact-sm"
            loading={assign.isPending}
            onClick={() => (others ? setOpen('over') : take())}
          >
            {t(others ? 'together.takeOver' : 'together.take')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconChat size={14} />}
          onClick={onSummary}
        >
          {t('together.summary')}
        </Button>
        <Menu position="bottom-end" width={240} shadow="md">
          <Menu.Target>
            <IconButton label={t('together.actions')}>
              <IconDots size={16} />
            </IconButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setOpen('give')}>{t('together.give')}</Menu.Item>
            <Menu.Item disabled={!held} onClick={() => end('assistant')}>
              {t('together.giveBack')}
            </Menu.Item>
            <Menu.Item disabled={!held} onClick={() => end('solved')}>
              {t('together.solve')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {open === 'over' && (
        <ConfirmDialog
          title={t('together.takeOverTitle')}
          text={t('together.takeOverText', { name })}
          confirm={t('together.takeOver')}
          onClose={() => setOpen(null)}
          onConfirm={() => {
            setOpen(null)
            take(true)
          }}
        />
      )}
      {open === 'give' && (
        <Suspense>
          <GiveDialog conversation={conversation} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  )
}
