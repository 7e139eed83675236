/** Everything the product says in French. The keys of this catalogue bind every other language. */
import { access } from './fr/access'
import { accounts } from './fr/accounts'
import { administration } from './fr/administration'
import { ai } from './fr/ai'
import { app } from './fr/app'
import { assistant } from './fr/assistant'
import { audit } from './fr/audit'
import { knowledge } from './fr/knowledge'
import { meaning } from './fr/meaning'
import { oauth } from './fr/oauth'
import { roles } from './fr/roles'
import { sso } from './fr/sso'
import { workspaces } from './fr/workspaces'

export const fr = {
  ...app,
  ...accounts,
  ...access,
  ...assistant,
  ...knowledge,
  ...workspaces,
  ...administration,
  ...roles,
  ...oauth,
  ...sso,
  ...ai,
  ...meaning,
  ...audit,
}
