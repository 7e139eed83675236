import { Component, type ReactNode } from 'react'
import { Broken } from './Broken'

interface State {
  broken: boolean
}

/** Last resort: a screen that failed to draw never leaves a blank page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children
  }
}
