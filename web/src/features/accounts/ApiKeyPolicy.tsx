import { Button, NumberInput, Stack, Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { api } from '@/api/client'
import { isProblem } from '@/api/problem'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { keyPolicyQuery, type KeyPolicy } from './api-keys'
import classes from './ApiKeys.module.css'

/** What the workspace allows for new keys. */
export function ApiKeyPolicy({ policy }: { policy: KeyPolicy }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [days, setDays] = useState<number | string>(policy.max_days ?? '')
  const [adminsOnly, setAdminsOnly] = useState(policy.by_admins_only)
  const save = useMutation({
    mutationFn: () =>
      api.put<KeyPolicy>('/api-key-policy', {
        max_days: days === '' ? null : Number(days),
        by_admins_only: adminsOnly,
      }),
    onSuccess: (saved) => {
      notify(t('keys.policySaved'))
      client.setQueryData(keyPolicyQuery.queryKey, saved)
    },
  })
  const fields = isProblem(save.error) ? save.error.fields : {}

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    save.mutate()
  }

  return (
    <section className={classes.policy} aria-labelledby="keys-policy">
      <h2 id="keys-policy">{t('keys.policy')}</h2>
      <p className={classes.detail}>{t('keys.policyText')}</p>
      <form onSubmit={submit}>
        <Stack align="flex-start" mt="sm">
          {save.isError && <ProblemNotice error={save.error} />}
          <NumberInput
            label={t('keys.maxDays')}
            description={t('keys.maxDaysHint')}
            min={1}
            max={3650}
            allowDecimal={false}
            value={days}
            error={fields.max_days}
            onChange={setDays}
          />
          {policy.outlasting > 0 && (
            <p className={classes.detail}>{t('keys.outlasting', { count: policy.outlasting })}</p>
          )}
          <Switch
            label={t('keys.adminsOnly')}
            checked={adminsOnly}
            onChange={(event) => setAdminsOnly(event.currentTarget.checked)}
          />
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Stack>
      </form>
    </section>
  )
}
