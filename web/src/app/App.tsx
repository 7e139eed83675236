import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setBarredHandler, setClientLanguage, setKeeper, setStepUpHandler } from '@/api/client'
import { meQuery } from '@/api/me'
import { StepUpHost } from '@/features/accounts/StepUpHost'
import { confirmIdentity } from '@/features/accounts/stepUp'
import { TranslationProvider } from '@/i18n'
import { keeper } from '@/offline/keeper'
import { ErrorBoundary } from './ErrorBoundary'
import { pageNonce } from './nonce'
import { queryClient } from './queryClient'
import { router } from './router'
import { ShortNotices } from './ShortNotices'
import { cssVariables, theme } from './theme'

setStepUpHandler(confirmIdentity)
setKeeper(keeper)
setBarredHandler(() => {
  const known = queryClient.getQueryData(meQuery.queryKey)
  if (!known) return
  queryClient.clear()
  // The layout's guard then finds what is missing and keeps the address for later.
  void router.invalidate()
})

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={pageNonce}
    >
      <TranslationProvider onChange={setClientLanguage}>
        <ErrorBoundary>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
            <StepUpHost />
            <ShortNotices />
          </QueryClientProvider>
        </ErrorBoundary>
      </TranslationProvider>
    </MantineProvider>
  )
}
