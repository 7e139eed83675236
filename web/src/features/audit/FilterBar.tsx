import { Button, Select, TextInput } from '@mantine/core'
import { IconClose, IconSearch } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { NO_FILTERS, type Filters, type Period } from './api'
import { NOUNS } from './words'
import classes from './Trail.module.css'

const PERIODS: Period[] = ['all', 'day', 'week', 'month', 'year', 'range']

interface FilterBarProps {
  filters: Filters
  onChange: (more: Partial<Filters>) => void
}

export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation()
  const actions = [
    { value: '', label: t('trail.anything') },
    ...NOUNS.map((noun) => ({ value: noun, label: t(`trail.n.${noun}`) })),
  ]
  const outcomes = [
    { value: '', label: t('trail.anyOutcome') },
    { value: 'done', label: t('trail.done') },
    { value: 'refused', label: t('trail.refused') },
  ]
  const periods = PERIODS.map((period) => ({
    value: period,
    label: t(`trail.period.${period}`),
  }))
  return (
    <div role="search" aria-label={t('trail.filters')} className={classes.filters}>
      <TextInput
        className={classes.search}
        label={t('trail.search')}
        placeholder={t('trail.searchHint')}
        leftSection={<IconSearch size={16} />}
        maxLength={200}
        value={filters.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Select
        label={t('trail.what')}
        data={actions}
        value={filters.action}
        allowDeselect={false}
        onChange={(value) => onChange({ action: value ?? '' })}
      />
      <Select
        label={t('trail.outcome')}
        data={outcomes}
        value={filters.outcome}
        allowDeselect={false}
        onChange={(value) => onChange({ outcome: (value ?? '') as Filters['outcome'] })}
      />
      <Select
        label={t('trail.period')}
        data={periods}
        value={filters.period}
        allowDeselect={false}
        onChange={(value) => onChange({ period: value ?? 'all' })}
      />
      {filters.period === 'range' && <Range filters={filters} onChange={onChange} />}
      <Chosen filters={filters} onChange={onChange} />
    </div>
  )
}

/** Any first and last day; one of them may stay open. */
function Range({ filters: { from, to }, onChange }: FilterBarProps) {
  const { t } = useTranslation()
  const backwards = from !== '' && to !== '' && to < from
  return (
    <>
      <TextInput
        type="date"
        label={t('trail.from')}
        value={from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('trail.to')}
        value={to}
        error={backwards && t('trail.backwards')}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
    </>
  )
}

/** What was taken from an opened row, each to be taken off again. */
function Chosen({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation()
  const chosen = [
    filters.person && {
      name: t('trail.person', { name: filters.person.name }),
      remove: { person: null },
    },
    filters.ip && { name: t('trail.ip', { name: filters.ip }), remove: { ip: '' } },
  ].filter((one) => one !== null && one !== '')
  if (JSON.stringify(filters) === JSON.stringify(NO_FILTERS)) return null
  return (
    <div className={classes.chosen}>
      {chosen.map(({ name, remove }) => (
        <Button
          key={name}
          size="compact-sm"
          variant="default"
          rightSection={<IconClose size={14} aria-hidden />}
          aria-label={t('trail.without', { name })}
          onClick={() => onChange(remove)}
        >
          {name}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={() => onChange(NO_FILTERS)}>
        {t('trail.clear')}
      </Button>
    </div>
  )
}
