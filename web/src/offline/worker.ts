/** The service worker: opens the product without the net, sends what was written meanwhile, and rings. */
import { open, ring, toldBy } from './ringing'
import { worker } from './scope'
import { sendWaiting } from './sending'
import { answerToShare } from './sharing'
import { answerFromShell, installShell, keepCurrent } from './shell'
import { SYNC } from './waiting'

worker.addEventListener('install', (event) => event.waitUntil(installShell()))

worker.addEventListener('activate', (event) => {
  event.waitUntil(keepCurrent().then(() => worker.clients.claim()))
})

worker.addEventListener('message', (event) => {
  // The person has pressed "reload": the waiting version takes over.
  if (event.data === 'take-over') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const answer = answerToShare(event.request) ?? answerFromShell(event.request)
  if (answer) event.respondWith(answer)
})

worker.addEventListener('sync', (event) => {
  if (event.tag === SYNC) event.waitUntil(sendAll())
})

worker.addEventListener('push', (event) => {
  event.waitUntil(ring(toldBy(event.data?.text())))
})

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data?.path ?? '/inbox'))
})

/** The browser calls again later when this fails. */
async function sendAll(): Promise<void> {
  if ((await sendWaiting()) === 'again') throw new Error('questions still wait')
}
