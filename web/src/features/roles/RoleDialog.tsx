import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { isProblem } from '@/api/problem'
import { useSaveRole } from '@/api/roles'
import type { Permission, RoleDefinition } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { BASES, within, type Base, type RoleForm } from './drafts'
import classes from './Roles.module.css'

interface RoleDialogProps {
  form: RoleForm
  roles: RoleDefinition[]
  /** What the person at the screen holds: nothing else can be given. */
  own: Permission[]
  onClose: () => void
}

export function RoleDialog({ form, roles, own, onClose }: RoleDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(form.name)
  const [description, setDescription] = useState(form.description)
  const [base, setBase] = useState(form.base)
  const [chosen, setChosen] = useState<Permission[]>(form.permissions)
  const save = useSaveRole()
  const fields = isProblem(save.error) ? save.error.fields : {}
  const below = roles.find((role) => role.id === null && role.base === base)

  function rebase(next: Base): void {
    const found = roles.find((role) => role.id === null && role.base === next)
    setBase(next)
    if (found) setChosen((now) => within(now, found))
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const draft = {
      name: name.trim(),
      description: description.trim(),
      base: base as Base,
      permissions: chosen,
    }
    save.mutate(
      { id: form.id, draft },
      {
        onSuccess: (role) => {
          notify(t('roles.saved', { name: role.name }))
          onClose()
        },
      },
    )
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(form.id === null ? 'roles.newTitle' : 'roles.editTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {save.isError && <ProblemNotice error={save.error} kept={t('roles.kept')} />}
          <TextInput
            label={t('roles.name')}
            required
            withAsterisk={false}
            maxLength={100}
            data-autofocus
            value={name}
            error={fields.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('roles.description')}
            maxLength={500}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('roles.base')}
            description={t('roles.baseHint')}
            disabled={form.id !== null}
            value={base}
            onChange={(event) => rebase(event.currentTarget.value as Base)}
            data={BASES.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
          {below && (
            <PermissionChoice
              base={below}
              own={own}
              held={form.permissions}
              chosen={chosen}
              onChange={setChosen}
            />
          )}
        </Stack>
        {form.holders.length > 0 && (
          <p className={classes.notice}>{t('roles.atOnce', { count: form.holders.length })}</p>
        )}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('roles.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

interface PermissionChoiceProps {
  base: RoleDefinition
  own: Permission[]
  /** What the role holds already stays possible, whoever edits it. */
  held: Permission[]
  chosen: Permission[]
  onChange: (chosen: Permission[]) => void
}

function PermissionChoice({ base, own, held, chosen, onChange }: PermissionChoiceProps) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      label={t('roles.permissions')}
      value={[...new Set([...chosen, ...base.fixed])]}
      onChange={(values) => onChange(values)}
    >
      <div className={classes.choice}>
        {base.most.map((permission) => {
          const fixed = base.fixed.includes(permission)
          const barred = !own.includes(permission) && !held.includes(permission)
          return (
            <Checkbox
              key={permission}
              value={permission}
              label={t(`permission.${permission}`)}
              description={
                (fixed && t('roles.fixed')) || (barred && t('roles.notYours')) || undefined
              }
              disabled={fixed || barred}
            />
          )
        })}
      </div>
    </Checkbox.Group>
  )
}
