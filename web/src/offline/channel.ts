/** How pages and the service worker tell each other what happened to what waits. */
export type News =
  | { kind: 'changed' }
  /** Something has arrived, in this conversation; `opened`: a question that began it. */
  | { kind: 'taken'; conversation_id: string; opened: boolean }

let sender: BroadcastChannel | null = null

export function channel(): { postMessage: (news: News) => void } {
  sender ??= new BroadcastChannel('netz-offline')
  return sender
}

/** Hears all news, also those of this page. */
export function followNews(onNews: (news: News) => void): () => void {
  const receiver = new BroadcastChannel('netz-offline')
  receiver.onmessage = (event: MessageEvent<News>) => onNews(event.data)
  return () => receiver.close()
}
