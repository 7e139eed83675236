import { Button, Group, Modal, NativeSelect, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { companiesQuery } from '@/api/companies'
import { rolesQuery } from '@/api/roles'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import {
  useChangeMembers,
  usePreviewChanges,
  useUndoChanges,
  type ChangePlan,
  type ManyChange,
  type ManySelection,
  type MemberChangeKind,
} from './api'
import { PlanRows } from './PlanRows'
import { chosenRole, isInCompany, roleOptions } from './roles'

interface ManyDialogProps {
  kind: MemberChangeKind
  selection: ManySelection
  /** `done`: something was changed, and the choice has served. */
  onClose: (done: boolean) => void
}

/** Says what will become of each of the members chosen, does exactly that, and can undo it. */
export function ManyDialog({ kind, selection, onClose }: ManyDialogProps) {
  const { t } = useTranslation()
  const [change, setChange] = useState<ManyChange | null>(
    kind === 'deactivate' || kind === 'reactivate' ? { kind } : null,
  )
  const [done, setDone] = useState<ChangePlan | null>(null)
  return (
    <Modal
      opened
      size="lg"
      onClose={() => onClose(done !== null)}
      title={done ? t('many.doneTitle') : t(`many.${kind}Title`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {done ? (
        <Done plan={done} onClose={() => onClose(true)} />
      ) : (
        <Stack>
          {kind === 'role' && <RoleChoice onChange={setChange} />}
          {kind === 'company' && (
            <CompanyChoice onChange={(id) => setChange(id ? { kind, company_id: id } : null)} />
          )}
          <Preview
            key={JSON.stringify(change)}
            change={change}
            selection={selection}
            onDone={setDone}
            onClose={() => onClose(false)}
          />
        </Stack>
      )}
    </Modal>
  )
}

interface PreviewProps {
  change: ManyChange | null
  selection: ManySelection
  onDone: (plan: ChangePlan) => void
  onClose: () => void
}

function Preview({ change, selection, onDone, onClose }: PreviewProps) {
  const { t } = useTranslation()
  const preview = usePreviewChanges()
  const run = useChangeMembers()
  const { mutate } = preview
  const plan = preview.data
  // Kept as text: the choice is another object at each drawing, and the same one.
  const asked = change && JSON.stringify({ selection, change })

  useEffect(() => {
    if (asked) mutate(JSON.parse(asked) as { selection: ManySelection; change: ManyChange })
  }, [asked, mutate])

  function apply(): void {
    if (!plan || !change) return
    run.mutate(
      { selection, change, digest: plan.digest },
      // What it would do now is another thing: that is shown at once.
      { onSuccess: onDone, onError: () => mutate({ selection, change }) },
    )
  }

  return (
    <>
      {preview.isPending && <Skeleton height={120} radius="md" aria-label={t('common.loading')} />}
      {preview.isError && <ProblemNotice error={preview.error} />}
      {run.isError && <ProblemNotice error={run.error} />}
      {plan && <PlanRows plan={plan} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus={change !== null || undefined}>
          {t('common.cancel')}
        </Button>
        <Button
          color={change?.kind === 'deactivate' ? 'red.8' : undefined}
          disabled={!plan || plan.change === 0}
          loading={run.isPending}
          onClick={apply}
        >
          {t('many.apply', { count: plan?.change ?? 0 })}
        </Button>
      </Group>
    </>
  )
}

function Done({ plan, onClose }: { plan: ChangePlan; onClose: () => void }) {
  const { t } = useTranslation()
  const undo = useUndoChanges()
  const [undone, setUndone] = useState<ChangePlan | null>(null)
  const id = plan.undo_id

  function takeBack(): void {
    if (!id) return
    undo.mutate(id, {
      onSuccess: (back) => {
        notify(t('many.undone', { count: back.change }))
        if (back.refused === 0) onClose()
        else setUndone(back)
      },
    })
  }

  return (
    <Stack>
      {undo.isError && <ProblemNotice error={undo.error} />}
      <PlanRows plan={undone ?? plan} done />
      <Group justify="flex-end" gap="xs">
        {id && !undone && (
          <Button variant="default" loading={undo.isPending} onClick={takeBack}>
            {t('many.undo')}
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  )
}

function RoleChoice({ onChange }: { onChange: (change: ManyChange | null) => void }) {
  const { t } = useTranslation()
  const roles = useQuery(rolesQuery)
  const [choice, setChoice] = useState('')
  const [company, setCompany] = useState('')
  const custom = roles.data ?? []
  const inCompany = choice !== '' && isInCompany(chosenRole(choice, custom).role)

  function choose(nextRole: string, nextCompany: string): void {
    setChoice(nextRole)
    setCompany(nextCompany)
    if (nextRole === '') {
      onChange(null)
      return
    }
    const chosen = chosenRole(nextRole, custom)
    const company_id = isInCompany(chosen.role) && nextCompany !== '' ? nextCompany : null
    onChange({ kind: 'role', ...chosen, company_id })
  }

  return (
    <>
      <NativeSelect
        data-autofocus
        label={t('members.role')}
        value={choice}
        onChange={(event) => choose(event.currentTarget.value, company)}
        data={[{ value: '', label: t('many.choose') }, ...roleOptions(t, custom)]}
      />
      {inCompany && <CompanyChoice keepsOwn onChange={(id) => choose(choice, id)} />}
    </>
  )
}

interface CompanyChoiceProps {
  onChange: (id: string) => void
  /** Without a choice everybody stays in their company. */
  keepsOwn?: boolean
}

function CompanyChoice({ onChange, keepsOwn = false }: CompanyChoiceProps) {
  const { t } = useTranslation()
  const companies = useQuery(companiesQuery)
  return (
    <NativeSelect
      data-autofocus={!keepsOwn || undefined}
      label={t('members.company')}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t(keepsOwn ? 'many.ownCompany' : 'many.choose') },
        ...(companies.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
