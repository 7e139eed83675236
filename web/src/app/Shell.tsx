import { Drawer, useMantineColorScheme } from '@mantine/core'
import { useHotkeys, useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useMe } from '@/api/me'
import { IconButton } from '@/components/IconButton'
import { IconMenu, IconPlus, IconSidebar } from '@/components/icons'
import { useLooks } from '@/components/looks'
import { useTranslation } from '@/i18n'
import { OfflineBanner } from './OfflineBanner'
import { openPalette } from './overlayState'
import { Sidebar } from './Sidebar'
import { useLiveUpdates } from './useLiveUpdates'
import classes from './Shell.module.css'

const Overlays = lazy(() => import('./Overlays'))
// What few people are ever told is fetched by them alone.
const Notices = lazy(() => import('./Notices'))

/** The frame around every screen of a signed-in member. */
export function Shell() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false })
  const [folded, setFolded] = useLocalStorage({
    key: 'netz-sidebar-folded',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const { mfa_due_at: mfaDueAt, preview, workspace, looks } = useMe()
  useLooks(looks)
  const [drawer, setDrawer] = useState(false)
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  useAppliedPreferences()
  useLiveUpdates()
  useHotkeys([
    ['mod+B', () => setFolded(!folded)],
    ['alt+N', () => void navigate({ to: '/' })],
  ])
  // Also while a question is being written.
  useHotkeys([['mod+K', openPalette]], [])

  const closeDrawer = () => setDrawer(false)
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      {wide && !folded && (
        <div className={classes.sidebar}>
          <Sidebar onFold={() => setFolded(true)} />
        </div>
      )}
      <div className={classes.content}>
        {!wide && (
          <nav className={classes.bar} aria-label={t('shell.bar')}>
            <IconButton label={t('shell.openMenu')} onClick={() => setDrawer(true)}>
              <IconMenu size={20} />
            </IconButton>
            <span className={classes.brand}>{workspace.name}</span>
            <IconButton label={t('shell.newQuestion')} onClick={() => void navigate({ to: '/' })}>
              <IconPlus size={20} />
            </IconButton>
          </nav>
        )}
        {wide && folded && (
          <div className={classes.unfold}>
            <IconButton label={t('shell.showSidebar')} onClick={() => setFolded(false)}>
              <IconSidebar size={18} />
            </IconButton>
          </div>
        )}
        <OfflineBanner />
        {(mfaDueAt ?? workspace.closes_at ?? preview) && (
          <Suspense>
            <Notices />
          </Suspense>
        )}
        <main id="main" className={classes.main} tabIndex={-1} key={sectionOf(pathname)}>
          <Outlet />
        </main>
      </div>
      {!wide && (
        <Drawer
          opened={drawer}
          onClose={closeDrawer}
          size={300}
          padding={0}
          withCloseButton={false}
          attributes={{ content: { 'aria-label': t('shell.menu') } }}
          classNames={{ body: classes.drawer }}
        >
          <Sidebar onNavigate={closeDrawer} onFold={closeDrawer} />
        </Drawer>
      )}
      <Suspense>
        <Overlays />
      </Suspense>
    </div>
  )
}

/** Conversations share the assistant's screen; every other first part is a screen of its own. */
function sectionOf(pathname: string): string {
  const [, first = ''] = pathname.split('/')
  return first === 'conversations' ? '' : first
}

/** What the member chose on another device holds here too. */
function useAppliedPreferences(): void {
  const { language, theme } = useMe()
  const { setLanguage } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setLanguage(language), [language, setLanguage])
  useEffect(() => setColorScheme(theme), [theme, setColorScheme])
}
