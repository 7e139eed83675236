import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TrailEntry } from '@/api/types'
import { SidePanel } from '@/components/SidePanel'
import { useTranslation } from '@/i18n'
import { formatDateTime } from '@/i18n/format'
import type { Filters } from './api'
import { actionText, actorText, credentialText, valueText } from './words'
import classes from './Trail.module.css'

interface EntryPanelProps {
  entry: TrailEntry
  onNarrow: (more: Partial<Filters>) => void
  onClose: () => void
}

/** One row in full: who, when, from where, and what was before and after. */
export function EntryPanel({ entry, onNarrow, onClose }: EntryPanelProps) {
  const { t, language } = useTranslation()
  const name = actorText(entry, t)
  const member = entry.member_id
  const target = [entry.target_kind, entry.target_id].filter(Boolean).join(' ')
  return (
    <SidePanel title={actionText(entry.action, t)} onClose={onClose}>
      <div className={classes.detail}>
        <dl className={classes.facts}>
          <Fact label={t('trail.when')}>{formatDateTime(entry.created_at, language)}</Fact>
          <Fact label={t('trail.who')}>
            {name}
            {member && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => onNarrow({ person: { id: member, name } })}
              >
                {t('trail.onlyPerson')}
              </Button>
            )}
          </Fact>
          <Fact label={t('trail.with')}>{credentialText(entry.credential, t)}</Fact>
          <Fact label={t('trail.outcome')}>
            {entry.outcome === 'refused' ? t('trail.refused') : t('trail.done')}
          </Fact>
          {entry.ip && (
            <Fact label={t('trail.where')}>
              {entry.ip}
              <Button size="compact-xs" variant="subtle" onClick={() => onNarrow({ ip: entry.ip })}>
                {t('trail.onlyIp')}
              </Button>
            </Fact>
          )}
          {entry.agent && <Fact label={t('trail.browser')}>{entry.agent}</Fact>}
          {target && <Fact label={t('trail.target')}>{target}</Fact>}
          {entry.request_id && <Fact label={t('trail.request')}>{entry.request_id}</Fact>}
          <Fact label={t('trail.code')}>{entry.action}</Fact>
        </dl>
        <Changes entry={entry} />
      </div>
    </SidePanel>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The fields side by side; where nothing was before, one column is enough. */
function Changes({ entry }: { entry: TrailEntry }) {
  const { t } = useTranslation()
  const { before, after } = entry
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  if (fields.length === 0) return null
  return (
    <table className={classes.changes}>
      <caption>{t(before ? 'trail.changes' : 'trail.detail')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trail.field')}</th>
          {before && <th scope="col">{t('trail.before')}</th>}
          {after && <th scope="col">{t(before ? 'trail.after' : 'trail.value')}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            {before && <td>{valueText(before[field], t)}</td>}
            {after && <td>{valueText(after[field], t)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
