/** Everything the product says in English. */
import { access } from './en/access'
import { accounts } from './en/accounts'
import { administration } from './en/administration'
import { ai } from './en/ai'
import { app } from './en/app'
import { assistant } from './en/assistant'
import { audit } from './en/audit'
import { data } from './en/data'
import { filing } from './en/filing'
import { knowledge } from './en/knowledge'
import { keys } from './en/keys'
import { meaning } from './en/meaning'
import { oauth } from './en/oauth'
import { people } from './en/people'
import { roles } from './en/roles'
import { sso } from './en/sso'
import { workspaces } from './en/workspaces'
import type { Catalogue } from './index'

export const en: Catalogue = {
  ...app,
  ...accounts,
  ...access,
  ...assistant,
  ...knowledge,
  ...workspaces,
  ...administration,
  ...roles,
  ...people,
  ...oauth,
  ...sso,
  ...ai,
  ...filing,
  ...keys,
  ...meaning,
  ...audit,
  ...data,
}
