import { Button, Checkbox, Group, Modal, Radio, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { companiesQuery } from '@/api/companies'
import type { Audience, AudienceChoice, AudienceKind, Document } from '@/api/types'
import { ProblemNotice } from '@/components/ProblemNotice'
import { notify } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { foldersQuery, useSetAudience, useSetFolderAudience } from '../api'
import classes from './AudienceDialog.module.css'

/** Some documents, or everything in a folder that has no setting of its own. */
export type AudienceTarget = { documents: Document[] } | { folder: string }

type Choice = AudienceKind | 'inherit'

const CHOICES: Choice[] = ['inherit', 'public', 'workspace', 'companies']

interface AudienceDialogProps {
  target: AudienceTarget
  onClose: () => void
}

export function AudienceDialog({ target, onClose }: AudienceDialogProps) {
  const { t } = useTranslation()
  const known = useKnownAudience(target)
  const [choice, setChoice] = useState<Choice>(() =>
    known && !known.inherited ? known.kind : 'inherit',
  )
  const [companyIds, setCompanyIds] = useState(() => known?.companies.map(({ id }) => id) ?? [])
  const save = useSaveAudience(target)
  const incomplete = choice === 'companies' && companyIds.length === 0

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    save.mutate(audienceOf(choice, companyIds), () => {
      notify(t('audience.saved'))
      onClose()
    })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={titleOf(target, t)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        {save.error !== null && <ProblemNotice error={save.error} />}
        <Radio.Group
          value={choice}
          onChange={(value) => setChoice(value)}
          aria-label={t('documents.audience')}
        >
          <Stack gap="sm">
            {CHOICES.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`audience.${value}`)}
                description={t(`audience.${value}Hint`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {choice === 'companies' && <Companies chosen={companyIds} onChange={setCompanyIds} />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={incomplete} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

function titleOf(target: AudienceTarget, t: ReturnType<typeof useTranslation>['t']): string {
  return 'folder' in target
    ? t('audience.folderTitle', { path: target.folder })
    : t('audience.title', { count: target.documents.length })
}

function audienceOf(choice: Choice, companyIds: string[]): AudienceChoice | null {
  if (choice === 'inherit') return null
  return choice === 'companies' ? { kind: choice, company_ids: companyIds } : { kind: choice }
}

/** What the target has today; several documents have nothing in common to start from. */
function useKnownAudience(target: AudienceTarget): Audience | null {
  const folders = useQuery({ ...foldersQuery, enabled: 'folder' in target })
  if ('folder' in target) {
    return folders.data?.find(({ path }) => path === target.folder)?.audience ?? null
  }
  const [only, ...others] = target.documents
  return only && others.length === 0 ? only.audience : null
}

function useSaveAudience(target: AudienceTarget) {
  const documents = useSetAudience()
  const folder = useSetFolderAudience()
  const { error, isPending } = 'folder' in target ? folder : documents
  function mutate(audience: AudienceChoice | null, onSuccess: () => void): void {
    if ('folder' in target) folder.mutate({ path: target.folder, audience }, { onSuccess })
    else documents.mutate({ ids: target.documents.map(({ id }) => id), audience }, { onSuccess })
  }
  return { error, isPending, mutate }
}

interface CompaniesProps {
  chosen: string[]
  onChange: (ids: string[]) => void
}

function Companies({ chosen, onChange }: CompaniesProps) {
  const { t } = useTranslation()
  const companies = useQuery(companiesQuery)
  if (companies.isError) return <ProblemNotice error={companies.error} />
  return (
    <Checkbox.Group
      className={classes.companies}
      value={chosen}
      onChange={onChange}
      label={t('audience.choose')}
      description={t('audience.chooseHint')}
    >
      <Stack gap="xs" mt="xs">
        {companies.data?.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
