/** Letting this browser be woken: its subscription with its push service, and ours of it. */
import { api } from '@/api/client'
import type { Device } from './api'
import { browserName } from './browserName'

/** `installed`: only an app on the home screen may be woken here (iOS). */
export type Readiness = 'ready' | 'denied' | 'installed' | 'unsupported'

export function readiness(): Readiness {
  if (!('serviceWorker' in navigator)) return 'unsupported'
  if (!('PushManager' in window) || !('Notification' in window)) {
    return onApple() && !standalone() ? 'installed' : 'unsupported'
  }
  return Notification.permission === 'denied' ? 'denied' : 'ready'
}

function onApple(): boolean {
  return /iPhone|iPad/.test(navigator.userAgent)
}

function standalone(): boolean {
  return window.matchMedia('(display-mode: standalone)').matches
}

/** The mark by which the server knows this browser; null while it may not be woken. */
export async function ownMark(): Promise<string | null> {
  const subscription = await (await registered())?.pushManager.getSubscription()
  return subscription ? markOf(subscription.endpoint) : null
}

async function markOf(endpoint: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return undefined
  return navigator.serviceWorker.getRegistration()
}

/** Asks the person and the push service; throws what the browser says when either refuses. */
export async function letWake(): Promise<Device> {
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') throw new DOMException('refused', 'NotAllowedError')
  const registration = await navigator.serviceWorker.ready
  const { key } = await api.get<{ key: string }>('/push/key')
  const known = await registration.pushManager.getSubscription()
  // One that was made for another key (the installation's secret has changed) is worth nothing.
  if (known && !madeFor(known, key)) await known.unsubscribe()
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  })
  return tellServer(subscription)
}

function madeFor(subscription: PushSubscription, key: string): boolean {
  const raw = subscription.options.applicationServerKey
  if (!raw) return false
  const text = btoa(String.fromCharCode(...new Uint8Array(raw)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === key
}

export function tellServer(subscription: PushSubscription): Promise<Device> {
  const { endpoint, keys } = subscription.toJSON()
  const name = browserName(navigator.userAgent)
  return api.post<Device>('/push/devices', { endpoint, ...keys, name })
}

/** This browser is woken no more, whoever signs in next; the server finds it gone. */
export async function forgetPush(): Promise<void> {
  const subscription = await (await registered())?.pushManager.getSubscription()
  await subscription?.unsubscribe()
}
