/** What the trail's screen asks of the server. */
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { address, api, jsonBody, send } from '@/api/client'
import { saveFile } from '@/api/saveFile'
import type { Page, TrailEntry, TrailHead, TrailSettings, TrailVerification } from '@/api/types'

export type Period = 'all' | 'day' | 'week' | 'month' | 'year' | 'range'

/** What the screen filters by; the person and the address come from a row that was opened. */
export interface Filters {
  text: string
  action: string
  outcome: '' | 'done' | 'refused'
  period: Period
  /** Days of the reader's calendar (`2026-11-23`), both included; they count for `range`. */
  from: string
  to: string
  person: { id: string; name: string } | null
  ip: string
}

export const NO_FILTERS: Filters = {
  text: '',
  action: '',
  outcome: '',
  period: 'all',
  from: '',
  to: '',
  person: null,
  ip: '',
}

const DAY_MS = 86_400_000
const DAYS: Record<Period, number> = { all: 0, day: 1, week: 7, month: 30, year: 365, range: 0 }

/** The filters as the server takes them; a period counts back from the moment it is asked. */
function wanted(filters: Filters, now = Date.now()): Record<string, string> {
  const days = DAYS[filters.period]
  const given = {
    text: filters.text.trim(),
    action: filters.action,
    outcome: filters.outcome,
    ip: filters.ip,
    member_id: filters.person?.id ?? '',
    since: days > 0 ? new Date(now - days * DAY_MS).toISOString() : '',
    until: '',
    ...(filters.period === 'range' && chosenDays(filters)),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
}

/** From the first day's beginning to the last one's end, where the reader is. */
export function chosenDays({ from, to }: Pick<Filters, 'from' | 'to'>) {
  const start = from ? new Date(`${from}T00:00`) : null
  const end = to ? new Date(`${to}T00:00`) : null
  // The next day's beginning, also where the clocks change in between.
  end?.setDate(end.getDate() + 1)
  return { since: start?.toISOString() ?? '', until: end?.toISOString() ?? '' }
}

export const entriesQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['trail', 'entries', filters],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<TrailEntry>>(
        '/trail/entries',
        { ...wanted(filters), cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor ?? null,
  })

export const settingsQuery = queryOptions({
  queryKey: ['trail', 'settings'],
  queryFn: () => api.get<TrailSettings>('/trail/settings'),
})

export interface SettingsDraft {
  retention_days: number
  mail_to: string[]
  webhook_url: string
}

export function useSaveSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: SettingsDraft) => api.put<TrailSettings>('/trail/settings', draft),
    onSuccess: (saved) => client.setQueryData(settingsQuery.queryKey, saved),
  })
}

export function useVerification() {
  return useMutation({ mutationFn: () => api.post<TrailVerification>('/trail/verification') })
}

export function useSendHead() {
  return useMutation({ mutationFn: () => api.post<TrailHead>('/trail/head/sending') })
}

/** Fetches the rows as a file and hands it to the browser. */
export function useExport() {
  return useMutation({
    mutationFn: async ({ format, filters }: { format: 'csv' | 'jsonl'; filters: Filters }) => {
      const body = { format, filters: wanted(filters) }
      const response = await send(address('/trail/exports'), jsonBody('POST', body))
      saveFile(await response.blob(), `netz-trail.${format}`)
    },
  })
}

export function useDownloadHead() {
  return useMutation({
    mutationFn: async () => {
      const head = await api.get<TrailHead>('/trail/head')
      const text = JSON.stringify(head, null, 1)
      saveFile(new Blob([text], { type: 'application/json' }), `netz-trail-head-${head.seq}.json`)
    },
  })
}
