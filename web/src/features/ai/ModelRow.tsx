import { Button, Menu } from '@mantine/core'
import type { ModelEndpoint } from '@/api/types'
import { IconButton } from '@/components/IconButton'
import { IconArrowDown, IconArrowUp, IconDots, IconEdit, IconTrash } from '@/components/icons'
import { useTranslation } from '@/i18n'
import { useTestModel } from './api'
import { TestResult } from './TestResult'
import classes from './Models.module.css'

interface ModelRowProps {
  model: ModelEndpoint
  position: number
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onEdit: () => void
  onDelete: () => void
}

export function ModelRow({ model, position, onUp, onDown, onEdit, onDelete }: ModelRowProps) {
  const { t } = useTranslation()
  const test = useTestModel()
  const { id, name, source } = model
  const own = source === 'workspace'
  return (
    <li className={classes.row} data-disabled={!model.enabled || undefined}>
      <span className={classes.position} aria-hidden>
        {position}
      </span>
      <div className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.detail}>
          {t(`provider.${model.provider}`)} · {model.model}
        </span>
        <Facts model={model} />
      </div>
      <div className={classes.actions}>
        <Button
          variant="default"
          size="xs"
          aria-label={t('models.testNamed', { name })}
          loading={test.isPending}
          onClick={() => test.mutate({ id })}
        >
          {t('models.test')}
        </Button>
        {own && (
          <>
            <IconButton label={t('models.up', { name })} disabled={!onUp} onClick={onUp}>
              <IconArrowUp size={16} />
            </IconButton>
            <IconButton label={t('models.down', { name })} disabled={!onDown} onClick={onDown}>
              <IconArrowDown size={16} />
            </IconButton>
            <Menu position="bottom-end" width={180} shadow="md">
              <Menu.Target>
                <IconButton label={t('models.actionsFor', { name })}>
                  <IconDots size={16} />
                </IconButton>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconEdit size={16} />} onClick={onEdit}>
                  {t('common.edit')}
                </Menu.Item>
                <Menu.Item
                  color="var(--n-danger)"
                  leftSection={<IconTrash size={16} />}
                  onClick={onDelete}
                >
                  {t('common.delete')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </div>
      <TestResult test={test} />
    </li>
  )
}

function Facts({ model }: { model: ModelEndpoint }) {
  const { t } = useTranslation()
  const { enabled, state, remote, redact, source } = model
  const facts = [
    t(remote ? 'models.remote' : 'models.local'),
    remote && redact ? t('models.redacted') : null,
    source === 'env' ? t('models.fromEnv') : null,
  ].filter(Boolean)
  return (
    <span className={classes.facts}>
      <span className={classes.state} data-state={enabled ? state : 'disabled'}>
        {enabled ? t(`models.state.${state}`) : t('models.disabled')}
      </span>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  )
}
