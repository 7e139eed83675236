import { afterEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/api/client'
import { Problem } from '@/api/problem'
import { PartlyChanged, changeConversations } from '@/features/assistant/filing'

const ids = Array.from({ length: 250 }, (_, number) => `c${number}`)

describe('changing more conversations than one request takes', () => {
  afterEach(() => vi.restoreAllMocks())

  it('changes all of them, none twice', async () => {
    const post = vi.spyOn(api, 'post').mockResolvedValue({})
    await changeConversations({ ids, archived: true })
    const sent = post.mock.calls.map(([, body]) => body as { ids: string[]; archived: boolean })
    expect(sent.map((body) => body.ids.length)).toEqual([100, 100, 50])
    expect(sent.flatMap((body) => body.ids)).toEqual(ids)
    expect(sent.every((body) => body.archived)).toBe(true)
  })

  it('says which are changed when it gets stuck', async () => {
    const problem = new Problem({ code: 'conversation.not_found' }, 404)
    vi.spyOn(api, 'post').mockResolvedValueOnce({}).mockRejectedValueOnce(problem)
    const failure = await changeConversations({ ids, deleted: true }).catch(
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(PartlyChanged)
    expect((failure as PartlyChanged).done).toEqual(ids.slice(0, 100))
    expect((failure as PartlyChanged).reason).toBe(problem)
  })

  it('fails as a single request does when nothing was changed', async () => {
    const problem = new Problem({ code: 'conversation.not_found' }, 404)
    vi.spyOn(api, 'post').mockRejectedValueOnce(problem)
    await expect(changeConversations({ ids, deleted: true })).rejects.toBe(problem)
  })
})
