import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { api } from '@/api/client'
import { readAgain } from '@/api/readAgain'
import { IconOffline, IconRetry } from '@/components/icons'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { followNews } from './channel'
import { Pull } from './Pull'
import { sendWaiting } from './sending'
import { followShown, readAt } from './shown'
import { followVersions } from './updates'
import { useKeyboardRoom } from './useKeyboardRoom'
import { useOffline } from './useOffline'
import classes from './OfflineHost.module.css'

/** How often a server that didn't answer is tried, and what still waits is sent. */
const PAUSE_MS = 15_000

/** What the frame does about the net: says that it is gone, sends what waited, offers new versions. */
export default function OfflineHost() {
  const offline = useOffline()
  useKeyboardRoom()
  useFreshness(offline)
  useSending(offline)
  useOpening()
  return (
    <>
      <div role="status">{offline && <OfflineStrip />}</div>
      <NewVersion />
      {navigator.maxTouchPoints > 0 && <Pull />}
    </>
  )
}

function OfflineStrip() {
  const { t, language } = useTranslation()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const at = useSyncExternalStore(followShown, () => readAt(pathname))
  const time =
    at === undefined
      ? ''
      : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
  return (
    <p className={classes.strip}>
      <IconOffline size={16} aria-hidden />
      <span>{time ? t('offline.since', { time }) : t('offline.now')}</span>
      <Link to="/offline" className={classes.link}>
        {t('offline.see')}
      </Link>
    </p>
  )
}

/** A server that is back is noticed, and copies give way to what it says now. */
function useFreshness(offline: boolean): void {
  const client = useQueryClient()
  const before = useRef(offline)
  useEffect(() => {
    if (before.current && !offline) void client.invalidateQueries()
    before.current = offline
    if (!offline) return undefined
    const timer = window.setInterval(() => {
      if (navigator.onLine) void api.get('/me').catch(() => undefined)
    }, PAUSE_MS)
    return () => window.clearInterval(timer)
  }, [client, offline])
}

/** Sends what waits: at once when the page opens or the net is back, then again for what could not go. */
function useSending(offline: boolean): void {
  const { t } = useTranslation()
  const client = useQueryClient()
  useEffect(() => {
    if (offline) return undefined
    const send = () => void sendWaiting().catch(() => undefined)
    send()
    const timer = window.setInterval(send, PAUSE_MS)
    return () => window.clearInterval(timer)
  }, [offline])
  useEffect(
    () =>
      followNews((news) => {
        if (news.kind !== 'taken') return
        void readAgain(client, ['conversations'])
        void readAgain(client, ['conversation', news.conversation_id])
        if (news.opened) notify(t('waiting.answered'))
      }),
    [client, t],
  )
}

/** Goes where a notification leads that was pressed while this page was open. */
function useOpening(): void {
  const router = useRouter()
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return undefined
    const open = ({ data }: MessageEvent<{ kind?: string; path?: string } | null>) => {
      if (data?.kind === 'open' && data.path) router.history.push(data.path)
    }
    navigator.serviceWorker.addEventListener('message', open)
    return () => navigator.serviceWorker.removeEventListener('message', open)
  }, [router])
}

function NewVersion() {
  const { t } = useTranslation()
  const [takeOver, setTakeOver] = useState<(() => void) | null>(null)
  useEffect(() => followVersions((next) => setTakeOver(() => next)), [])
  return (
    <div role="status">
      {takeOver && (
        <p className={classes.strip}>
          <IconRetry size={16} aria-hidden />
          <span>{t('offline.newVersion')}</span>
          <Button size="compact-sm" variant="default" onClick={takeOver}>
            {t('offline.reload')}
          </Button>
        </p>
      )}
    </div>
  )
}
