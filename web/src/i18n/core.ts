/** What every page says in French, in the bundle; the rest is fetched when it is first asked for. */
import { access } from './fr/access'
import { accounts } from './fr/accounts'
import { app } from './fr/app'
import { assistant } from './fr/assistant'

export const core = {
  ...app,
  ...accounts,
  ...access,
  ...assistant,
}
