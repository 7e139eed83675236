/** Everything the product says in English. */
import { access } from './en/access'
import { accounts } from './en/accounts'
import { administration } from './en/administration'
import { ai } from './en/ai'
import { app } from './en/app'
import { assistant } from './en/assistant'
import { attachments } from './en/attachments'
import { voice } from './en/voice'
import { audit } from './en/audit'
import { branches } from './en/branches'
import { context } from './en/context'
import { data } from './en/data'
import { filing } from './en/filing'
import { habits } from './en/habits'
import { importing } from './en/importing'
import { knowledge } from './en/knowledge'
import { keys } from './en/keys'
import { layout } from './en/layout'
import { meaning } from './en/meaning'
import { notices } from './en/notices'
import { oauth } from './en/oauth'
import { offline } from './en/offline'
import { people } from './en/people'
import { preferences } from './en/preferences'
import { roles } from './en/roles'
import { saved } from './en/saved'
import { sso } from './en/sso'
import { together } from './en/together'
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
  ...attachments,
  ...voice,
  ...roles,
  ...people,
  ...preferences,
  ...notices,
  ...oauth,
  ...offline,
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
