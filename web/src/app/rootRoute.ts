/** What every address hangs below. */
import { createRootRoute } from '@tanstack/react-router'
import { Broken, NotFound } from './Broken'

export const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Broken })
