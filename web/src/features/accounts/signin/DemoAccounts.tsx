import type { DemoAccount } from '@/api/types'
import { useTranslation } from '@/i18n'
import classes from '../Entry.module.css'

interface DemoAccountsProps {
  accounts: DemoAccount[]
  onChoose: (account: DemoAccount) => void
}

export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation()
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('signIn.demoTitle')}</h2>
      <p>{t('signIn.demoText')}</p>
      <ul className={classes.accounts}>
        {accounts.map((account) => (
          <li key={account.email}>
            <button type="button" className={classes.account} onClick={() => onChoose(account)}>
              <span>{account.name}</span>
              <span>{t(`role.${account.role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
