/** Everything the product says in French. The keys of this catalogue bind every other language. */
import { core } from './core'
import { administration } from './fr/administration'
import { ai } from './fr/ai'
import { attachments } from './fr/attachments'
import { voice } from './fr/voice'
import { audit } from './fr/audit'
import { branches } from './fr/branches'
import { context } from './fr/context'
import { data } from './fr/data'
import { filing } from './fr/filing'
import { habits } from './fr/habits'
import { importing } from './fr/importing'
import { keys } from './fr/keys'
import { knowledge } from './fr/knowledge'
import { layout } from './fr/layout'
import { meaning } from './fr/meaning'
import { notices } from './fr/notices'
import { oauth } from './fr/oauth'
import { offline } from './fr/offline'
import { people } from './fr/people'
import { preferences } from './fr/preferences'
import { roles } from './fr/roles'
import { saved } from './fr/saved'
import { security } from './fr/security'
import { sso } from './fr/sso'
import { together } from './fr/together'
import { workspaces } from './fr/workspaces'

export const fr = {
  ...core,
  ...knowledge,
  ...workspaces,
  ...administration,
  ...attachments,
  ...voice,
  ...roles,
  ...people,
  ...preferences,
  ...notices,
  ...oauth,
  ...offline,
  ...security,
  ...saved,
  ...layout,
  ...sso,
  ...ai,
  ...branches,
  ...filing,
  ...habits,
  ...importing,
  ...together,
  ...keys,
  ...meaning,
  ...audit,
  ...context,
  ...data,
}
