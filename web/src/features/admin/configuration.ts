/** Finding settings: by words of either language, whatever their accents and order. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { brandingQuery, policyQuery } from './api'

export type Setting = components['schemas']['SettingOut']
export type Section = Setting['section']

export const SECTIONS: Section[] = [
  'registration',
  'sign_in',
  'sessions',
  'keys',
  'trail',
  'branding',
  'assistant',
  'preferences',
]

export const configurationQuery = queryOptions({
  queryKey: ['configuration'],
  queryFn: () => api.all<Setting>('/configuration'),
})

export function useResetSetting() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (setting: Setting) => api.delete(`/configuration/${setting.key}`),
    // Its own screen shows it too, and the frame wears the workspace's looks.
    onSuccess: () =>
      Promise.all(
        [
          configurationQuery.queryKey,
          policyQuery.queryKey,
          brandingQuery.queryKey,
          ['me'],
          ['trail'],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  })
}

/** Without accents and in small letters. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Those that hold every word that was typed, in either language. */
export function found(settings: Setting[], text: string, onlyChanged: boolean): Setting[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return settings.filter((setting) => {
    if (onlyChanged && !setting.differs) return false
    const { name, text: explanation, said } = setting
    const all = [name, explanation, said].map(({ fr, en }) => `${fr} ${en}`)
    const read = plain(all.join(' '))
    return words.every((word) => read.includes(word))
  })
}
