/** Everything the product says in French. The keys of this catalogue bind every other language. */
import { core } from './core'
import { administration } from './fr/administration'
import { ai } from './fr/ai'
import { audit } from './fr/audit'
import { data } from './fr/data'
import { filing } from './fr/filing'
import { keys } from './fr/keys'
import { knowledge } from './fr/knowledge'
import { meaning } from './fr/meaning'
import { oauth } from './fr/oauth'
import { people } from './fr/people'
import { roles } from './fr/roles'
import { security } from './fr/security'
import { sso } from './fr/sso'
import { workspaces } from './fr/workspaces'

export const fr = {
  ...core,
  ...knowledge,
  ...workspaces,
  ...administration,
  ...roles,
  ...people,
  ...oauth,
  ...security,
  ...sso,
  ...ai,
  ...filing,
  ...keys,
  ...meaning,
  ...audit,
  ...data,
}
