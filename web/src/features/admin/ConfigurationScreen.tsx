import { Button, Skeleton, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { IconSearch } from '@/components/icons'
import { notify } from '@/components/notify'
import { Page } from '@/components/Page'
import { ProblemNotice } from '@/components/ProblemNotice'
import { useTranslation } from '@/i18n'
import { formatAgo, formatDateTime } from '@/i18n/format'
import {
  SECTIONS,
  configurationQuery,
  found,
  useResetSetting,
  type Section,
  type Setting,
} from './configuration'
import classes from './Configuration.module.css'

/** Every setting of the workspace: what holds, what the default is, and who changed it. */
export function ConfigurationScreen() {
  const { t } = useTranslation()
  const settings = useQuery(configurationQuery)
  return (
    <Page wide title={t('configuration.title')} description={t('config.text')}>
      {settings.isPending && <Skeleton height={480} radius="md" />}
      {settings.isError && (
        <ProblemNotice error={settings.error} onRetry={() => void settings.refetch()} />
      )}
      {settings.data && <Settings settings={settings.data} />}
    </Page>
  )
}

function Settings({ settings }: { settings: Setting[] }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [onlyChanged, setOnlyChanged] = useState(false)
  const [asked, setAsked] = useState<Setting | null>(null)
  const shown = found(settings, text, onlyChanged)

  function showAll(): void {
    setText('')
    setOnlyChanged(false)
  }

  return (
    <div className={classes.screen}>
      <div role="search" aria-label={t('config.search')} className={classes.search}>
        <TextInput
          className={classes.words}
          label={t('config.search')}
          placeholder={t('config.searchHint')}
          leftSection={<IconSearch size={16} />}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Switch
          label={t('config.onlyChanged')}
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
        />
      </div>
      <p className={classes.count} role="status">
        {t('config.count', { count: shown.length, all: settings.length })}
      </p>
      {shown.length === 0 && (
        <EmptyState
          icon={<IconSearch size={24} />}
          title={t('config.empty')}
          action={
            <Button variant="default" onClick={showAll}>
              {t('config.showAll')}
            </Button>
          }
        >
          {t('config.emptyText')}
        </EmptyState>
      )}
      {SECTIONS.map((section) => (
        <Part
          key={section}
          section={section}
          settings={shown.filter((one) => one.section === section)}
          onReset={setAsked}
        />
      ))}
      {asked && <Reset setting={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

interface PartProps {
  section: Section
  settings: Setting[]
  onReset: (setting: Setting) => void
}

function Part({ section, settings, onReset }: PartProps) {
  const { t } = useTranslation()
  if (settings.length === 0) return null
  return (
    <section aria-labelledby={`section-${section}`}>
      <h2 id={`section-${section}`} className={classes.heading}>
        {t(`config.section.${section}`)}
      </h2>
      <ul className={classes.list}>
        {settings.map((setting) => (
          <Row key={setting.key} setting={setting} onReset={onReset} />
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  setting: Setting
  onReset: (setting: Setting) => void
}

function Row({ setting, onReset }: RowProps) {
  const { t, language } = useTranslation()
  const { name, text, said, default: usual, differs, screen, resettable } = setting
  return (
    <li className={classes.row} data-differs={differs || undefined}>
      <div className={classes.what}>
        <h3 className={classes.name}>{name[language]}</h3>
        <p className={classes.soft}>{text[language]}</p>
      </div>
      <div className={classes.value}>
        <p className={classes.said}>
          <Swatch setting={setting} />
          {said[language]}
        </p>
        {usual && (
          <p className={classes.soft}>
            {differs ? t('config.default', { value: usual[language] }) : t('config.isDefault')}
          </p>
        )}
        <LastChange setting={setting} />
      </div>
      <div className={classes.doing}>
        {screen && (
          <Link
            to={`/settings/${screen}`}
            aria-label={t('config.openOf', { name: name[language] })}
          >
            {t('config.open')}
          </Link>
        )}
        {resettable && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('config.resetOf', { name: name[language] })}
            onClick={() => onReset(setting)}
          >
            {t('config.reset')}
          </Button>
        )}
      </div>
    </li>
  )
}

function Swatch({ setting: { value } }: { setting: Setting }) {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/.test(value)) return null
  return <span className={classes.swatch} style={{ background: value }} aria-hidden />
}

function LastChange({ setting: { changed } }: { setting: Setting }) {
  const { t, language } = useTranslation()
  if (!changed) return null
  return (
    <p className={classes.soft} title={formatDateTime(changed.at, language)}>
      {t('config.changed', {
        actor: changed.actor || t('config.program'),
        when: formatAgo(changed.at, language),
      })}
    </p>
  )
}

function Reset({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const { t, language } = useTranslation()
  const reset = useResetSetting()
  const name = setting.name[language]

  function confirm(): void {
    reset.mutate(setting, {
      onSuccess: () => {
        notify(t('config.wasReset', { name }))
        onClose()
      },
    })
  }

  if (reset.isError) {
    return (
      <div className={classes.problem}>
        <ProblemNotice error={reset.error} kept={t('config.kept', { name })} />
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    )
  }
  return (
    <ConfirmDialog
      title={t('config.resetTitle', { name })}
      text={t('config.resetText', {
        now: setting.said[language],
        then: setting.default?.[language] ?? '',
      })}
      confirm={t('config.reset')}
      busy={reset.isPending}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
