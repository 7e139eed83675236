import { Button, Group, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { IconButton } from '@/components/IconButton'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconPlus, IconTrash } from '@/components/icons'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { useChangeConnection, type Connection, type Rule } from './api'
import { choiceOf, useCompanyChoices, useRoleChoices, valueOf, type Choice } from './choices'
import classes from './Sso.module.css'

const ATTRIBUTES = ['email', 'name', 'groups', 'subject', 'scope'] as const

/** Who becomes a member by signing in, in which role, and which groups decide it. */
export function RolesForm({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => ({
    jit: connection.jit,
    role: valueOf(connection.default_role, connection.default_custom_role_id),
    company: connection.default_company_id ?? '',
    mapping: connection.mapping,
    attributes: connection.attributes,
  }))
  const save = useChangeConnection(connection.id)
  const roles = useRoleChoices()
  const companies = useCompanyChoices(t('idp.companyByDomain'))
  const change = (changes: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...changes }))

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const { role, custom } = choiceOf(draft.role)
    save.mutate(
      {
        jit: draft.jit,
        default_role: role,
        default_custom_role_id: custom,
        default_company_id: draft.company || null,
        mapping: draft.mapping.filter(({ group }) => group.trim() !== ''),
        attributes: draft.attributes,
      },
      { onSuccess: () => void notify(t('common.saved')) },
    )
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      {save.isError && <ProblemNotice error={save.error} />}
      <Switch
        label={t('idp.jit')}
        description={t('idp.jitHint')}
        checked={draft.jit}
        onChange={(event) => change({ jit: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('idp.defaultRole')}
        data={roles}
        value={draft.role}
        onChange={(event) => change({ role: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('idp.defaultCompany')}
        description={t('idp.defaultCompanyHint')}
        data={companies}
        value={draft.company}
        onChange={(event) => change({ company: event.currentTarget.value })}
      />
      <Mapping
        rules={draft.mapping}
        roles={roles}
        companies={companies}
        onChange={(mapping) => change({ mapping })}
      />
      <details>
        <summary>{t('idp.attributes')}</summary>
        <p className={classes.text}>{t('idp.attributesHint')}</p>
        {ATTRIBUTES.filter(
          (name) =>
            (name === 'scope') === (connection.kind === 'oidc') ||
            (name !== 'scope' && name !== 'subject'),
        ).map((name) => (
          <TextInput
            key={name}
            mb="xs"
            label={t(`idp.attribute.${name}`)}
            maxLength={200}
            value={draft.attributes[name]}
            onChange={(event) =>
              change({ attributes: { ...draft.attributes, [name]: event.currentTarget.value } })
            }
          />
        ))}
      </details>
      <Group>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  )
}

interface MappingProps {
  rules: Rule[]
  roles: Choice[]
  companies: Choice[]
  onChange: (rules: Rule[]) => void
}

function Mapping({ rules, roles, companies, onChange }: MappingProps) {
  const { t } = useTranslation()
  const set = (index: number, changes: Partial<Rule>) =>
    onChange(rules.map((rule, at) => (at === index ? { ...rule, ...changes } : rule)))
  const setRole = (index: number, value: string) => {
    const { role, custom } = choiceOf(value)
    set(index, { role, custom_role_id: custom })
  }
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className={classes.heading}>{t('idp.mapping')}</legend>
      <p className={classes.text}>{t('idp.mappingHint')}</p>
      {rules.map((rule, index) => (
        // Rules have no id of their own; their order is what they mean.
        <div
          key={index}
          className={classes.rule}
          role="group"
          aria-label={t('idp.rule', { position: index + 1 })}
        >
          <TextInput
            label={t('idp.group')}
            maxLength={300}
            value={rule.group}
            onChange={(event) => set(index, { group: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('idp.role')}
            data={roles}
            value={valueOf(rule.role, rule.custom_role_id)}
            onChange={(event) => setRole(index, event.currentTarget.value)}
          />
          <NativeSelect
            label={t('idp.company')}
            data={companies}
            value={rule.company_id ?? ''}
            onChange={(event) => set(index, { company_id: event.currentTarget.value || null })}
          />
          <IconButton
            label={t('idp.removeRule', { position: index + 1 })}
            onClick={() => onChange(rules.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} />
          </IconButton>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        mt="xs"
        leftSection={<IconPlus size={14} />}
        onClick={() =>
          onChange([...rules, { group: '', role: 'guest', custom_role_id: null, company_id: null }])
        }
      >
        {t('idp.addRule')}
      </Button>
    </fieldset>
  )
}
