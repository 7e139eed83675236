/** Plain words for what the trail names by codes. */
import type { TrailEntry } from '@/api/types'
import type { MessageKey, Translate } from '@/i18n'

const ACTIONS: ReadonlySet<string> = new Set([
  'access.refuse',
  'account.delete',
  'account.register',
  'answer.give',
  'answer.rate',
  'apikey.create',
  'apikey.revoke',
  'apikey.rotate',
  'application.allow',
  'application.change',
  'application.create',
  'application.delete',
  'application.deny',
  'application.narrow',
  'application.refuse',
  'application.reused',
  'application.rotate',
  'application.sign_in',
  'application.withdraw',
  'code.refuse',
  'company.create',
  'company.change',
  'company.delete',
  'conversation.change',
  'conversation.delete',
  'conversation.export',
  'conversation.purge',
  'conversation.restore',
  'directory.group_change',
  'directory.group_create',
  'directory.group_map',
  'directory.group_members',
  'directory.group_remove',
  'directory.user_change',
  'directory.user_remove',
  'document.audience',
  'document.delete',
  'document.failed',
  'document.rename',
  'document.restore',
  'document.retry',
  'document.upload',
  'domain.change',
  'domain.create',
  'domain.delete',
  'domain.lapse',
  'domain.verify',
  'email.change',
  'embeddings.cancel',
  'embeddings.change',
  'embeddings.rebuild',
  'factor.add',
  'factor.refuse',
  'factor.remove',
  'factor.renew',
  'factor.reset',
  'folder.audience',
  'folder.create',
  'folder.delete',
  'folder.rename',
  'handover.request',
  'invitation.accept',
  'invitation.create',
  'invitation.resend',
  'invitation.withdraw',
  'member.change',
  'member.create',
  'member.join',
  'member.sign_out',
  'members.change',
  'members.export',
  'members.import',
  'members.read',
  'members.undo',
  'model.call',
  'model.change',
  'model.create',
  'model.delete',
  'model.order',
  'model.test',
  'password.change',
  'password.reset',
  'password.set',
  'policy.change',
  'policy.sso',
  'preview.end',
  'preview.start',
  'profile.change',
  'role.change',
  'role.create',
  'role.delete',
  'session.end',
  'session.token_reused',
  'sign_in',
  'sign_in.refuse',
  'sign_out',
  'sso.change',
  'sso.create',
  'sso.delete',
  'sso.link',
  'sso.refused',
  'sso.sign_in',
  'sso.sign_out',
  'sso.test',
  'sso.unlink',
  'suggestions.change',
  'synonyms.change',
  'trail.export',
  'trail.head',
  'trail.prune',
  'trail.settings',
  'trail.verify',
  'workspace.close',
  'workspace.create',
  'workspace.download',
  'workspace.export',
  'workspace.export_cancel',
  'workspace.export_failed',
  'workspace.export_link',
  'workspace.export_ready',
  'workspace.keep',
  'workspace.open',
])

/** What can be filtered by: all actions on one kind of thing. */
export const NOUNS = [
  'sign_in',
  'session',
  'access',
  'password',
  'factor',
  'member',
  'members',
  'invitation',
  'role',
  'preview',
  'apikey',
  'application',
  'policy',
  'sso',
  'directory',
  'domain',
  'company',
  'document',
  'folder',
  'conversation',
  'answer',
  'model',
  'workspace',
  'trail',
] as const

const CREDENTIALS: ReadonlySet<string> = new Set([
  'session',
  'jwt',
  'api_key',
  'oauth',
  'system',
  'user',
])

/** What happened; the code itself where a newer server knows more than this page. */
export function actionText(action: string, t: Translate): string {
  return ACTIONS.has(action) ? t(`trail.a.${action}` as MessageKey) : action
}

/** Who it was: the name as it was then, or the server for what it does by itself. */
export function actorText(entry: TrailEntry, t: Translate): string {
  if (entry.actor_name) return entry.actor_name
  return entry.credential === 'system' ? t('trail.system') : t('trail.unknownPerson')
}

export function credentialText(credential: string, t: Translate): string {
  return CREDENTIALS.has(credential)
    ? t(`trail.credential.${credential}` as MessageKey)
    : credential
}

/** One value of the fields before and after. */
export function valueText(value: unknown, t: Translate): string {
  if (value === null || value === undefined || value === '') return t('trail.nothing')
  if (value === true) return t('trail.yes')
  if (value === false) return t('trail.no')
  if (Array.isArray(value))
    return value.map((one) => valueText(one, t)).join(', ') || t('trail.nothing')
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}
