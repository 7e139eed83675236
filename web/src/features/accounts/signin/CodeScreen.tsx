import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { AuthState } from '@/api/allauth'
import { useTranslation } from '@/i18n'
import { EntryLayout } from '../EntryLayout'
import { CodeField } from '../fields'
import { FormProblem } from '../FormProblem'
import { confirmCode, resendSignInCode } from '../session'
import { Pending } from './Pending'
import { ResendCode } from './ResendCode'
import classes from '../Entry.module.css'

interface CodeScreenProps {
  email: string
  restart: string
  onStep: (state: AuthState) => void
}

/** The code that was sent by e-mail. */
export function CodeScreen({ email, restart, onStep }: CodeScreenProps) {
  const { t } = useTranslation()
  const text = email ? t('code.text', { email }) : t('code.textNobody')
  return (
    <Pending flow="login_by_code" title={t('code.title')} restart={restart}>
      {() => (
        <EntryLayout title={t('code.title')} text={text}>
          <CodeForm onStep={onStep} />
          <div className={classes.others}>
            <ResendCode resend={resendSignInCode} />
            <a className={classes.link} href={restart}>
              {t('signIn.back')}
            </a>
          </div>
        </EntryLayout>
      )}
    </Pending>
  )
}

function CodeForm({ onStep }: Pick<CodeScreenProps, 'onStep'>) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const confirm = useMutation({ mutationFn: () => confirmCode(code), onSuccess: onStep })

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    confirm.mutate()
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <FormProblem error={confirm.error} at={confirm.submittedAt} />
      <CodeField value={code} onChange={setCode} initial />
      <Button type="submit" size="md" loading={confirm.isPending}>
        {t('code.submit')}
      </Button>
    </form>
  )
}
