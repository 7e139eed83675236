/** Going through an identity provider again in a window of its own, and hearing that it is done. */
import { providerAddress, type Provider } from './options'

const CHANNEL = 'netz-step-up'
/** Where the provider's window ends; it then tells the window that waits. */
export const CONFIRMED = '/sign-in/finished?confirmed=1'

export function openProvider(provider: Provider): void {
  const address = `${providerAddress(provider, CONFIRMED)}&confirm=1`
  window.open(address, CHANNEL, 'popup,width=520,height=720')
}

/** Called in the provider's window when the person is back from there. */
export function tellConfirmed(): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('confirmed')
  channel.close()
  window.close()
}

export function onConfirmedElsewhere(confirmed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = confirmed
  return () => channel.close()
}
