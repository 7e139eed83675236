import { Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconPlus } from '@/components/icons'
import { IconButton } from '@/components/IconButton'
import { useTranslation } from '@/i18n'
import { Avatar } from './Avatar'
import { candidatesQuery } from './api'
import classes from './Together.module.css'

interface PersonPickerProps {
  conversationId: string
  label: string
  staffOnly?: boolean
  /** In the way of the press: the person's name is added to it. */
  action: string
  busy: boolean
  onPick: (person: Person) => void
}

/** Finds somebody by name among those who could be in the conversation. */
export function PersonPicker(props: PersonPickerProps) {
  const { conversationId, label, staffOnly = false, action, busy, onPick } = props
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search.trim(), 200)
  const found = useQuery({
    ...candidatesQuery(conversationId, wanted),
    placeholderData: keepPreviousData,
  })
  const people = (found.data ?? []).filter(({ staff }) => staff || !staffOnly)
  return (
    <>
      <TextInput
        label={label}
        placeholder={t('sharing.addHint')}
        maxLength={200}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={44} mt="xs" />}
      {found.isSuccess && people.length === 0 && (
        <p className={classes.soft}>{t('sharing.nobody')}</p>
      )}
      <ul className={classes.list} aria-label={label}>
        {people.slice(0, 8).map((one) => (
          <li key={one.id}>
            <Avatar name={one.name} />
            <span>{one.name}</span>
            {one.staff && <span className={classes.staff}>{t('together.staff')}</span>}
            <IconButton
              label={`${action}: ${one.name}`}
              disabled={busy}
              onClick={() => onPick(one)}
            >
              <IconPlus size={16} />
            </IconButton>
          </li>
        ))}
      </ul>
    </>
  )
}
