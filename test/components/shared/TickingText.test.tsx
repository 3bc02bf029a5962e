import { act, render, screen } from '@testing-library/react'
import { Component, Profiler, type ReactNode, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { JobStatusCard, TickingText } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { mockIntersectionObserver } from '../../support/mockIntersectionObserver.js'
import { advance } from '../../support/renderJobHook.js'
import { translate } from '../../support/translate.js'

const NOW = Date.parse('2026-01-15T12:00:00Z')

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const countSeconds = (nowMs: number) => `${(nowMs - NOW) / 1_000} s`

class Boundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state = { message: null }
  static getDerivedStateFromError = (error: Error) => ({ message: error.message })
  override render() {
    return this.state.message === null ? this.props.children : <p>{this.state.message}</p>
  }
}

describe('TickingText', () => {
  it('updates every second without rendering', async () => {
    const onRender = vi.fn()
    render(
      <Profiler id="text" onRender={onRender}>
        <TickingText format={countSeconds} className="mine" />
      </Profiler>,
    )
    expect(screen.getByText('0 s')).toHaveClass('mine')
    onRender.mockClear()
    await advance(3_000)
    expect(screen.getByText('3 s')).toBeVisible()
    expect(onRender).not.toHaveBeenCalled()
  })

  it('shows what a changed prop gives at once, and goes on with it', async () => {
    function Text({ unit }: { unit: string }) {
      return <TickingText format={(nowMs) => `${(nowMs - NOW) / 1_000} ${unit}`} />
    }
    const { rerender } = render(<Text unit="s" />)
    await advance(2_000)
    rerender(<Text unit="sec" />)
    expect(screen.getByText('2 sec')).toBeVisible()
    await advance(1_000)
    expect(screen.getByText('3 sec')).toBeVisible()
  })

  it('pauses off screen, updates as soon as it is visible, and before printing', async () => {
    const scrollIntoView = mockIntersectionObserver()
    render(<TickingText format={countSeconds} />)
    await advance(3_000)
    expect(screen.getByText('0 s')).toBeVisible()
    expect(vi.getTimerCount()).toBe(0)
    window.dispatchEvent(new Event('beforeprint'))
    expect(screen.getByText('3 s')).toBeVisible()
    await advance(3_000)
    scrollIntoView()
    expect(screen.getByText('6 s')).toBeVisible()
  })

  it('shares the timer of the card, which stops when both have unmounted', () => {
    const text = render(<TickingText format={countSeconds} />, { wrapper: StrictMode })
    const card = render(<JobStatusCard state={buildJobState({})} />)
    expect(vi.getTimerCount()).toBe(1)
    card.unmount()
    expect(vi.getTimerCount()).toBe(1)
    text.unmount()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is empty on the server, and hydrates without a warning', async () => {
    const onRecoverableError = vi.fn()
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(<TickingText format={countSeconds} />)
    expect(container.innerHTML).toBe('<span></span>')
    const consoleError = vi.spyOn(console, 'error')
    await advance(5_000)
    const root = await act(async () =>
      hydrateRoot(container, <TickingText format={countSeconds} />, { onRecoverableError }),
    )
    onTestFinished(() => container.remove())
    expect(container).toHaveTextContent('5 s')
    await advance(1_000)
    expect(container).toHaveTextContent('6 s')
    act(() => root.unmount())
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(consoleError).not.toHaveBeenCalled()
  })

  it.each(['wraps', 'replaces'] as const)('goes on where a translator %s the text', async (translator) => {
    const { container, rerender, unmount } = render(<TickingText format={countSeconds} />)
    translate(container, translator)
    await advance(1_000)
    expect(container).toHaveTextContent(/^1 s$/)
    translate(container, translator)
    rerender(<TickingText format={() => 'Over'} />)
    expect(container).toHaveTextContent(/^Over$/)
    translate(container, translator)
    unmount()
    expect(container).toBeEmptyDOMElement()
  })

  it('passes an error of `format` to the error boundary, and other clocks go on', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const failLater = (nowMs: number) => {
      if (nowMs - NOW >= 2_000) throw new Error('Failed')
      return 'Fine'
    }
    render(
      <>
        <Boundary>
          <TickingText format={failLater} />
        </Boundary>
        <TickingText format={countSeconds} />
      </>,
    )
    expect(screen.getByText('Fine')).toBeVisible()
    await advance(3_000)
    expect(screen.getByText('Failed')).toBeVisible()
    expect(screen.getByText('3 s')).toBeVisible()
  })
})
