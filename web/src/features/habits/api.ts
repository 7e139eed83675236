/** What was learned of oneself. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { components } from '@/api/schema'

export type Habit = components['schemas']['HabitOut']
export type HabitChange = components['schemas']['HabitChange']
type Habits = components['schemas']['HabitsOut']

export const habitsQuery = queryOptions({
  queryKey: ['habits'],
  queryFn: () => api.get<Habits>('/habits'),
})

export function useLearning() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (learning: boolean) => api.put<Habits>('/habits/learning', { learning }),
    onSuccess: (habits) => client.setQueryData(habitsQuery.queryKey, habits),
  })
}

export function useChange(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: HabitChange) => api.patch<Habit>(`/habits/${id}`, change),
    onSettled: () => client.invalidateQueries({ queryKey: habitsQuery.queryKey }),
  })
}

/** Erases one item, or everything. */
export function useErase() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string | null) => api.delete(id ? `/habits/${id}` : '/habits'),
    onSettled: () => client.invalidateQueries({ queryKey: habitsQuery.queryKey }),
  })
}
