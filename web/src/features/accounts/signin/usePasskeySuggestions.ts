import { useEffect, useEffectEvent } from 'react'
import type { AuthState } from '@/api/allauth'
import { signInWithPasskey } from '../session'
import { suggestionsAvailable } from '../webauthn'

/** Offers the device's passkeys among the e-mail field's suggestions while the field is there. */
export function usePasskeySuggestions(wanted: boolean, onStep: (state: AuthState) => void): void {
  const step = useEffectEvent(onStep)

  useEffect(() => {
    if (!wanted) return undefined
    const leaving = new AbortController()

    async function offer(): Promise<void> {
      if (!(await suggestionsAvailable()) || leaving.signal.aborted) return
      step(await signInWithPasskey({ suggested: true, signal: leaving.signal }))
    }

    // An offer that was not taken is no failure: the form is there.
    offer().catch(() => undefined)
    return () => leaving.abort()
  }, [wanted])
}
