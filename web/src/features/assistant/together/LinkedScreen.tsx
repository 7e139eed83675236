import { Anchor, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import type { Message } from '@/api/types'
import type { SourcePlace } from '../AssistantScreen'
import { useBranch } from '../branches/useBranch'
import Thread from '../Thread'
import { linkedQuery } from './api'
import classes from './Together.module.css'

const NOTHING: Message[] = []

interface LinkedScreenProps {
  token: string
  renderSource: (place: SourcePlace, close: () => void) => ReactNode
}

/** A conversation that a link opens, to read. */
export function LinkedScreen({ token, renderSource }: LinkedScreenProps) {
  const { t } = useTranslation()
  const [place, setPlace] = useState<SourcePlace | null>(null)
  const linked = useQuery(linkedQuery(token))
  const nothing = () => undefined
  const found = linked.data
  const { branch, show } = useBranch(found?.id, found?.messages ?? NOTHING)
  if (!found) {
    return (
      <Page title={t('sharing.linkTitle')}>
        {linked.isError ? <ProblemNotice error={linked.error} /> : <Skeleton height={160} />}
      </Page>
    )
  }
  return (
    <div className={classes.linked}>
      <div className={classes.linkedMain}>
        <p className={classes.bar} role="note">
          <strong>{found.title || t('conversations.untitled')}</strong>
          <span className={classes.soft}>
            {found.asker ? t('together.of', { name: found.asker.name }) : t('sharing.linkRead')}{' '}
            {!found.asker && (
              <Anchor component={Link} to={`/conversations/${found.id}`} underline="always" inherit>
                {t('sharing.linkOpen')}
              </Anchor>
            )}
          </span>
        </p>
        <Thread
          conversationId={found.id}
          messages={branch.messages}
          pending={null}
          readOnly
          canAsk={false}
          branch={branch}
          onShow={show}
          onAsk={nothing}
          onOpen={setPlace}
          onDiscard={nothing}
        />
      </div>
      {place && renderSource(place, () => setPlace(null))}
    </div>
  )
}
