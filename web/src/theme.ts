// Light, dark, or as the system has it.
import { fill, h } from './dom'
import { keep, recall, t } from './words'

const themes = ['auto', 'light', 'dark']

export function theme(changed: () => void): HTMLElement {
  let current = recall('zhibiao.theme') ?? 'auto'
  const button = h('button', { type: 'button', class: 'theme', click: () => { current = themes[(themes.indexOf(current) + 1) % themes.length]; keep('zhibiao.theme', current); set(); changed() } })
  function set(): void {
    if (current === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = current
    fill(button, h('span', { 'aria-hidden': 'true' }, { auto: '◐', light: '☀', dark: '☾' }[current] ?? '◐'), ' ', h('span', {}, `${t('Theme')}: ${t(current)}`))
  }
  set()
  return button
}
