/** What the API's client keeps and finds: fetched when it is first needed. */
import { currentVisit, type Keeper } from '@/api/client'

const copies = () => import('./copies')
/** A browser without a store (a private window) does without copies. */
const without = () => undefined

export const keeper: Keeper = {
  keep: (url, body) => {
    const begun = currentVisit()
    void copies()
      .then(({ keep }) => (begun === currentVisit() ? keep(url, body) : undefined))
      .catch(without)
  },
  find: (url) =>
    copies()
      .then(({ find }) => find(url))
      .catch(without),
  drop: (url) => {
    const begun = currentVisit()
    void copies()
      .then(({ drop }) => (begun === currentVisit() ? drop(url) : undefined))
      .catch(without)
  },
}
