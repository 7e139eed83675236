import { Drawer } from '@mantine/core'
import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'
import { useMe } from '@/api/me'
import { useChangePreferences, usePreferences } from '@/api/preferences'
import { IconButton } from '@/components/IconButton'
import { IconMenu, IconPlus, IconSidebar } from '@/components/icons'
import { useLooks } from '@/components/looks'
import { Bell } from '@/features/notices/Bell'
import { useTranslation } from '@/i18n'
import { useSettled } from '@/offline/useSettled'
import { Notices, hasNotices } from './aboveScreens'
import { openPalette } from './overlayState'
import { Sidebar } from './Sidebar'
import { useAppliedPreferences } from './useAppliedPreferences'
import { useLiveUpdates } from './useLiveUpdates'
import classes from './Shell.module.css'

const Overlays = lazy(() => import('./Overlays'))
const OfflineHost = lazy(() => import('@/offline/OfflineHost'))

/** The frame around every screen of a signed-in member. */
export function Shell() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  // Larger text needs more room beside it.
  const { text_size: textSize, sidebar_state: sidebar } = usePreferences()
  const em = (48 * textSize) / 100
  const wide = useMediaQuery(`(min-width: ${em}em)`, true, { getInitialValueInEffect: false })
  const { mutate: prefer } = useChangePreferences()
  const folded = sidebar === 'folded'
  const setFolded = (fold: boolean) => prefer({ sidebar_state: fold ? 'folded' : 'open' })
  const me = useMe()
  useLooks(me.looks)
  const [drawer, setDrawer] = useState(false)
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const settled = useSettled()
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
            <span className={classes.brand}>{me.workspace.name}</span>
            <div className={classes.barActions}>
              <Bell />
              <IconButton label={t('shell.newQuestion')} onClick={() => void navigate({ to: '/' })}>
                <IconPlus size={20} />
              </IconButton>
            </div>
          </nav>
        )}
        {wide && folded && (
          <div className={classes.unfold}>
            <IconButton label={t('shell.showSidebar')} onClick={() => setFolded(false)}>
              <IconSidebar size={18} />
            </IconButton>
          </div>
        )}
        {settled && (
          <Suspense>
            <OfflineHost />
          </Suspense>
        )}
        {hasNotices(me) && (
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
      {settled && (
        <Suspense>
          <Overlays />
        </Suspense>
      )}
    </div>
  )
}

/** Conversations share the assistant's screen; every other first part is a screen of its own. */
function sectionOf(pathname: string): string {
  const [, first = ''] = pathname.split('/')
  return first === 'conversations' ? '' : first
}
