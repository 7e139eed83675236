/** The ways in beside a password: a passkey, the organisation's sign-in, Google, Microsoft. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { AuthState } from '@/api/allauth'
import { IconBuilding, IconPasskey } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { FormProblem } from '../FormProblem'
import { goToProvider, type Provider, type SignInOptions } from '../options'
import { signInWithPasskey } from '../session'
import { passkeysAvailable } from '../webauthn'
import { GoogleMark, MicrosoftMark } from './marks'
import classes from '../Entry.module.css'

export function PasskeyButton({ onStep }: { onStep: (state: AuthState) => void }) {
  const { t } = useTranslation()
  const use = useMutation({ mutationFn: () => signInWithPasskey(), onSuccess: onStep })
  if (!passkeysAvailable()) return null
  return (
    <>
      <FormProblem error={use.error} at={use.submittedAt} />
      <Button
        variant="default"
        size="md"
        leftSection={<IconPasskey size={18} />}
        loading={use.isPending}
        onClick={() => use.mutate()}
      >
        {t('signIn.passkey')}
      </Button>
    </>
  )
}

function markOf({ kind }: Provider) {
  if (kind === 'google') return <GoogleMark />
  if (kind === 'microsoft') return <MicrosoftMark />
  return <IconBuilding size={18} />
}

interface ProviderButtonsProps {
  options: SignInOptions
  next: string
}

export function ProviderButtons({ options, next }: ProviderButtonsProps) {
  const { t } = useTranslation()
  return options.providers.map((provider) => (
    <Button
      key={provider.id}
      variant="default"
      size="md"
      leftSection={markOf(provider)}
      onClick={() => goToProvider(provider, next)}
    >
      {t('signIn.with', { name: provider.name })}
    </Button>
  ))
}

interface SsoButtonProps {
  sso: Provider
  next: string
}

export function SsoButton({ sso, next }: SsoButtonProps) {
  const { t } = useTranslation()
  return (
    <Button size="md" leftSection={markOf(sso)} onClick={() => goToProvider(sso, next)}>
      {t('signIn.withSso', { name: sso.name })}
    </Button>
  )
}

interface RegisterLinkProps {
  options: SignInOptions
  workspace: string
}

/** Only where the workspace lets people register. */
export function RegisterLink({ options, workspace }: RegisterLinkProps) {
  const { t } = useTranslation()
  if (!workspace || options.registration === 'invitation') return null
  return (
    <p className={classes.below}>
      {t('signIn.registerText')}{' '}
      <a
        className={classes.link}
        href={`/register?${new URLSearchParams({ workspace }).toString()}`}
      >
        {t('signIn.register')}
      </a>
    </p>
  )
}
