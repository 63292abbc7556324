// Starts the page: reads the address, shows what it names, keeps bar and theme.
import './style.css'
import { compare, indicator, indicators, region, search } from './across'
import { fill, h } from './dom'
import { home } from './home'
import type { Report } from './model'
import { ReportPage } from './report'
import { parse, to, type Route } from './route'
import { open, type Store } from './store'
import { theme } from './theme'
import { language, speak, t } from './words'
import { takeToken, Workbench } from './workbench'

const store = open()
let shown: ReportPage | null = null
let shownID = ''
let across = false // whether there are other reports
let turn = 0

async function show(): Promise<void> {
  const mine = ++turn
  const heads = await store.heads()
  let route = parse(location.hash)
  const alone = heads.length === 1
  if (alone && route.page === '') route = { page: 'report', args: [heads[0].id], query: route.query }
  if (route.page === 'report' && shown && shownID === route.args[0]) return shown.go(route.args[1])
  let page: HTMLElement
  try {
    page = await pageOf(store, route)
  } catch (error) {
    page = h('main', { class: 'list', id: 'main' }, h('h1', {}, t('This page could not be shown.')), h('p', {}, t((error as Error).message)))
  }
  if (mine !== turn) return // another address was asked for meanwhile
  fill(document.body, h('a', { class: 'skip', href: '#main', click: skip }, t('Skip to the text')), bar(route, alone), page)
  document.documentElement.lang = language()
  document.title = (page.querySelector('h1')?.textContent || 'zhibiao') + ' · 指标'
  scrollTo(0, 0)
  if (shown) shown.go(route.args[1])
  document.documentElement.dataset.ready = String(Math.round(performance.now()))
}

async function pageOf(store: Store, route: Route): Promise<HTMLElement> {
  shown?.destroy()
  shown = null
  shownID = ''
  const [first, second] = route.args
  switch (route.page) {
    case 'report': {
      const [report, names, heads] = await Promise.all([store.report(first), store.names(), store.heads()])
      across = heads.length > 1
      const bench = store.gold ? await Workbench.open(report, place => redraw(report, names, bench!, place)) : undefined
      shown = new ReportPage(report, names, across, bench)
      shownID = first
      return shown.element
    }
    case 'indicators': return indicators(store)
    case 'indicator': return indicator(store, first)
    case 'region': return region(store, first)
    case 'compare': return compare(store, first, second)
    case 'search': return search(store, route.query.get('q') ?? '')
    default: return home(store)
  }
}

/** Sets a report anew after its gold has changed, and keeps the reader's place. */
function redraw(report: Report, names: Record<string, string>, bench: Workbench, place?: string): void {
  if (!shown || shownID !== report.id) return
  const top = scrollY
  const old = shown
  old.destroy()
  shown = new ReportPage(report, names, across, bench)
  old.element.replaceWith(shown.element)
  scrollTo(0, top)
  if (place) shown.go(place)
}

function skip(e: Event): void {
  e.preventDefault()
  const main = document.getElementById('main')!
  main.tabIndex = -1
  main.focus()
}

function bar(route: Route, alone: boolean): HTMLElement {
  const link = (page: string, words: string) => h('a', { href: page ? to(page) : '#/', 'aria-current': route.page === page ? 'page' : null }, t(words))
  const other = language() === 'zh' ? 'en' : 'zh'
  return h('header', { class: 'bar' },
    h('a', { class: 'brand', href: '#/' }, h('b', { lang: 'zh' }, '指标'), h('span', {}, 'zhibiao')),
    alone ? null : h('nav', { 'aria-label': 'zhibiao' }, link('', 'Reports'), link('indicators', 'Indicators'), link('compare', 'Compare'), link('search', 'Search')),
    h('span', { class: 'space' }),
    theme(() => undefined),
    h('button', { type: 'button', class: 'language', lang: other, click: () => { speak(other); shownID = ''; void show() } }, other === 'zh' ? '中文' : 'English'))
}

takeToken()
addEventListener('hashchange', () => void show())
void show()
