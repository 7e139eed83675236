import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Logo } from '@/components/Logo'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useDocumentTitle } from '@/components/useDocumentTitle'
import { useTranslation } from '@/i18n'
import { formatDate } from '@/i18n/format'
import { answerAuthorization, authorizationQuery, scopeKey, type Authorization } from './api'
import classes from './Oauth.module.css'

interface ConsentScreenProps {
  /** The application's request, as it sent it. */
  request: string
  /** Leaves for another site's address. */
  leave: (location: string) => void
  /** Ends the session: the person at the screen may be somebody else. */
  signOut: () => Promise<void>
}

/** Who asks for what, in plain words, and the person's answer. */
export function ConsentScreen({ request, leave, signOut }: ConsentScreenProps) {
  const { t } = useTranslation()
  const asked = useQuery(authorizationQuery(request))
  const elsewhere = asked.data?.location
  useEffect(() => {
    if (elsewhere) leave(elsewhere)
  }, [elsewhere, leave])
  const name = asked.data?.application
  useDocumentTitle(name ? t('consent.title', { name }) : t('consent.loading'))

  return (
    <div className={classes.screen}>
      <main className={classes.column}>
        <Logo size={40} />
        {asked.isPending && <Skeleton height={220} mt="lg" radius="md" />}
        {asked.isError && (
          <>
            <h1 className={classes.title}>{t('consent.loading')}</h1>
            <ProblemNotice error={asked.error} />
            <Button component="a" href="/" variant="default" mt="md">
              {t('consent.home')}
            </Button>
          </>
        )}
        {elsewhere && <p role="status">{t('consent.leaving')}</p>}
        {asked.data && !elsewhere && (
          <Question asked={asked.data} request={request} leave={leave} />
        )}
        {!elsewhere && <SignOut signOut={signOut} />}
      </main>
    </div>
  )
}

function SignOut({ signOut }: Pick<ConsentScreenProps, 'signOut'>) {
  const { t } = useTranslation()
  const left = useMutation({ mutationFn: signOut })
  return (
    <>
      {left.isError && <ProblemNotice error={left.error} />}
      <Button variant="subtle" mt="md" loading={left.isPending} onClick={() => left.mutate()}>
        {t('user.signOut')}
      </Button>
    </>
  )
}

interface QuestionProps extends Omit<ConsentScreenProps, 'signOut'> {
  asked: Authorization
}

function Question({ asked, request, leave }: QuestionProps) {
  const { t, language } = useTranslation()
  const answer = useMutation({
    mutationFn: (allow: boolean) => answerAuthorization(request, allow),
    onSuccess: ({ location }) => leave(location),
  })
  const sent = answer.isPending || answer.isSuccess
  return (
    <>
      <h1 className={classes.title}>{t('consent.title', { name: asked.application })}</h1>
      <p>{t('consent.text', { workspace: asked.workspace })}</p>
      <p id="consent-scopes">{t('consent.allows')}</p>
      <ul className={classes.asked} aria-labelledby="consent-scopes">
        {asked.scopes.map((scope) => (
          <li key={scope}>{t(scopeKey(scope))}</li>
        ))}
      </ul>
      {asked.ends_at && <p>{t('consent.until', { date: formatDate(asked.ends_at, language) })}</p>}
      <p className={classes.soft}>{t('consent.bounds')}</p>
      <p className={classes.soft}>{t('consent.back', { host: asked.redirect_host })}</p>
      {answer.isError && <ProblemNotice error={answer.error} />}
      <div className={classes.answers}>
        <Button variant="default" disabled={sent} onClick={() => answer.mutate(false)}>
          {t('consent.deny')}
        </Button>
        <Button loading={sent} onClick={() => answer.mutate(true)}>
          {t('consent.allow')}
        </Button>
      </div>
    </>
  )
}
