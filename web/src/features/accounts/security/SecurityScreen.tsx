import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isProblem } from '@/api/problem'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconBuilding } from '@/components/icons'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { accountQuery, factorsQuery } from './account'
import { DeleteSection } from './DeleteSection'
import { EmailSection } from './EmailSection'
import { FactorsSection } from './FactorsSection'
import { PasswordSection } from './PasswordSection'
import { Row } from './Section'
import { SessionsSection } from './SessionsSection'
import classes from './Security.module.css'

interface SecurityScreenProps {
  onSignedOut: () => void
}

/** How one signs in, and where one is signed in. */
export function SecurityScreen({ onSignedOut }: SecurityScreenProps) {
  const { t } = useTranslation()
  const state = useQuery(accountQuery)
  const factors = useQuery(factorsQuery)
  const managed = isProblem(factors.error) && factors.error.code === 'access.sso_account'
  const error = state.error ?? (managed ? null : factors.error)
  const account = state.data?.account
  return (
    <Page title={t('security.title')} description={t('security.text')}>
      {error && (
        <ProblemNotice
          error={error}
          onRetry={() => {
            void state.refetch()
            void factors.refetch()
          }}
        />
      )}
      {!error && (state.isPending || factors.isPending) && <Skeleton height={320} radius="md" />}
      {managed && <Managed />}
      {!error && account && factors.data && (
        <>
          <PasswordSection account={account} />
          <EmailSection account={account} />
          <FactorsSection account={account} factors={factors.data} />
        </>
      )}
      {account && (managed || factors.data) && <SessionsSection onSignedOut={onSignedOut} />}
      {account && factors.data && (
        <DeleteSection
          email={account.email}
          onDeleted={() => {
            notify(t('security.deleteDone'))
            onSignedOut()
          }}
        />
      )}
    </Page>
  )
}

/** The workspace's identity provider signed this session in: it alone decides how. */
function Managed() {
  const { t } = useTranslation()
  return (
    <section className={classes.section}>
      <ul className={classes.list}>
        <Row
          icon={<IconBuilding size={18} />}
          title={t('security.managed')}
          text={t('security.managedText')}
        />
      </ul>
    </section>
  )
}
