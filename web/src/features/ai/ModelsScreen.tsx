import { Button, Skeleton, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ModelEndpoint } from '@/api/types'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { IconCpu, IconPlus } from '@/components/icons'
import { notify, notifyProblem } from '@/components/notify'
import { useTranslation } from '@/i18n'
import { modelsQuery, useDeleteModel, useOrderModels } from './api'
import { ModelDialog } from './ModelDialog'
import { ModelRow } from './ModelRow'
import classes from './Models.module.css'

export function ModelsScreen() {
  const { t } = useTranslation()
  const models = useQuery(modelsQuery)
  const [editing, setEditing] = useState<ModelEndpoint | 'new' | null>(null)
  const [deleting, setDeleting] = useState<ModelEndpoint | null>(null)
  const remove = useDeleteModel()
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
      {t('models.add')}
    </Button>
  )

  function confirmDelete(model: ModelEndpoint): void {
    remove.mutate(model.id, {
      onSuccess: () => void notify(t('models.deleted')),
      onError: (error) => notifyProblem(error, t),
      onSettled: () => setDeleting(null),
    })
  }

  return (
    <Page
      title={t('models.title')}
      description={t('models.text')}
      actions={models.data && models.data.length > 0 && add}
    >
      {models.isPending && <Skeleton height={72} radius="md" />}
      {models.isError && (
        <ProblemNotice error={models.error} onRetry={() => void models.refetch()} />
      )}
      {models.data?.length === 0 && (
        <EmptyState icon={<IconCpu size={22} />} title={t('models.empty')} action={add}>
          {t('models.emptyText')}
        </EmptyState>
      )}
      {models.data && models.data.length > 0 && (
        <Chain models={models.data} onEdit={setEditing} onDelete={setDeleting} />
      )}
      {editing && (
        <ModelDialog model={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {deleting && (
        <ConfirmDialog
          title={t('models.deleteTitle', { name: deleting.name })}
          text={t('models.deleteText')}
          confirm={t('common.delete')}
          danger
          busy={remove.isPending}
          onConfirm={() => confirmDelete(deleting)}
          onClose={() => setDeleting(null)}
        />
      )}
    </Page>
  )
}

interface ChainProps {
  models: ModelEndpoint[]
  onEdit: (model: ModelEndpoint) => void
  onDelete: (model: ModelEndpoint) => void
}

/** The order in which models are called. Those of the server stand first and stay where they are. */
function Chain({ models, onEdit, onDelete }: ChainProps) {
  const { t } = useTranslation()
  const order = useOrderModels()
  const [said, setSaid] = useState('')

  function move(from: number, by: 1 | -1): void {
    const next = [...models]
    const [moved] = next.splice(from, 1)
    if (!moved) return
    next.splice(from + by, 0, moved)
    setSaid(t('models.moved', { name: moved.name, position: from + by + 1 }))
    order.mutate(next, { onError: (error) => notifyProblem(error, t) })
  }

  const movable = (index: number) => models[index]?.source === 'workspace'
  return (
    <>
      <ol className={classes.chain} aria-label={t('models.list')}>
        {models.map((model, index) => (
          <ModelRow
            key={model.id}
            model={model}
            position={index + 1}
            onUp={movable(index) && movable(index - 1) ? () => move(index, -1) : undefined}
            onDown={movable(index) && movable(index + 1) ? () => move(index, 1) : undefined}
            onEdit={() => onEdit(model)}
            onDelete={() => onDelete(model)}
          />
        ))}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}
