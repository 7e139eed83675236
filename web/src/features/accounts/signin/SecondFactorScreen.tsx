import { Button, Divider, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { AuthState, FactorType } from '@/api/allauth'
import { IconKey, IconPasskey, IconPhone } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'
import { CodeField } from '../fields'
import { FormProblem } from '../FormProblem'
import { giveSecondFactor, giveSecurityKey } from '../session'
import { passkeysAvailable } from '../webauthn'
import { Pending } from './Pending'
import classes from '../Entry.module.css'

interface SecondFactorScreenProps {
  restart: string
  onStep: (state: AuthState) => void
}

/** The proof beside the password: an app's code, a security key, or a code kept for bad days. */
export function SecondFactorScreen({ restart, onStep }: SecondFactorScreenProps) {
  const { t } = useTranslation()
  return (
    <Pending flow="mfa_authenticate" title={t('factor.title')} restart={restart}>
      {({ types = [] }) => (
        <EntryLayout title={t('factor.title')} text={t('factor.text')}>
          <Ways types={types} onStep={onStep} />
          <Text size="sm" c="dimmed" mt="lg">
            {t('factor.lost')}
          </Text>
          <p className={classes.below}>
            <a className={classes.link} href={restart}>
              {t('signIn.back')}
            </a>
          </p>
        </EntryLayout>
      )}
    </Pending>
  )
}

type Way = 'key' | 'app' | 'recovery'

function waysOf(types: FactorType[]): Way[] {
  const ways: Way[] = []
  if (types.includes('webauthn') && passkeysAvailable()) ways.push('key')
  if (types.includes('totp')) ways.push('app')
  if (types.includes('recovery_codes')) ways.push('recovery')
  return ways
}

interface WaysProps {
  types: FactorType[]
  onStep: (state: AuthState) => void
}

function Ways({ types, onStep }: WaysProps) {
  const { t } = useTranslation()
  const ways = waysOf(types)
  const [way, setWay] = useState<Way | undefined>(ways[0])
  const labels = {
    key: { text: t('factor.useKey'), icon: <IconPasskey size={18} /> },
    app: { text: t('factor.useApp'), icon: <IconPhone size={18} /> },
    recovery: { text: t('factor.useRecovery'), icon: <IconKey size={18} /> },
  }
  const others = ways.filter((one) => one !== way)
  return (
    <>
      {way === 'key' && <KeyForm onStep={onStep} />}
      {way && way !== 'key' && (
        <FactorForm key={way} recovery={way === 'recovery'} onStep={onStep} />
      )}
      {others.length > 0 && (
        <div className={classes.others}>
          <Divider label={t('signIn.or')} />
          {others.map((one) => (
            <Button
              key={one}
              variant="default"
              size="md"
              leftSection={labels[one].icon}
              onClick={() => setWay(one)}
            >
              {labels[one].text}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

function KeyForm({ onStep }: Pick<WaysProps, 'onStep'>) {
  const { t } = useTranslation()
  const use = useMutation({ mutationFn: giveSecurityKey, onSuccess: onStep })
  return (
    <div className={classes.form}>
      <FormProblem error={use.error} at={use.submittedAt} />
      <Button
        size="md"
        leftSection={<IconPasskey size={18} />}
        loading={use.isPending}
        onClick={() => use.mutate()}
      >
        {t('factor.useKey')}
      </Button>
    </div>
  )
}

interface FactorFormProps {
  recovery: boolean
  onStep: (state: AuthState) => void
}

function FactorForm({ recovery, onStep }: FactorFormProps) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const give = useMutation({ mutationFn: () => giveSecondFactor(code), onSuccess: onStep })

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    give.mutate()
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <FormProblem error={give.error} at={give.submittedAt} />
      <CodeField
        label={recovery ? t('factor.recovery') : t('factor.code')}
        {...(recovery ? { description: t('factor.recoveryHint') } : {})}
        digits={!recovery}
        value={code}
        onChange={setCode}
        initial
      />
      <Button type="submit" size="md" loading={give.isPending}>
        {t('factor.submit')}
      </Button>
    </form>
  )
}
