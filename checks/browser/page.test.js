// The page of one report, as a person uses it: with a mouse, with keys alone, on screens
// of all widths, and with a report that means harm.
import assert from 'node:assert/strict'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import AxeBuilder from './axe.js'
import { launch, present } from './browser.js'
import { folder, reports, zhibiao } from './program.js'

let browser
let file
const problems = []

before(async () => {
  if (!present) return
  file = join(folder, 'jilin.html')
  zhibiao('view', join(reports, 'jilin-2024.txt'), '-o', file)
  browser = await launch()
})
after(() => browser?.close())

const skip = present ? false : 'no Chromium: apt-get install chromium'
const url = (name = file, hash = '') => pathToFileURL(name).href + hash

async function open (hash = '', options = {}, name = file) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  page.on('console', m => { if (m.type() === 'error' || m.type() === 'warning') problems.push(m.text()) })
  page.on('pageerror', e => problems.push(String(e)))
  page.on('request', r => { if (!/^(file|data|blob):/.test(r.url())) problems.push('request to ' + r.url()) })
  await page.addInitScript(() => {
    window.copied = []
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async s => { window.copied.push(s) } } })
  })
  await page.goto(url(name, hash))
  await page.waitForSelector('html[data-ready]')
  return page
}

const quiet = () => assert.deepEqual(problems.splice(0), [])

test('the page is small and soon ready', { skip }, async () => {
  assert.ok(statSync(file).size < 1.5e6, `${statSync(file).size} bytes`)
  let best = Infinity // of three, since others share this machine
  for (let i = 0; i < 3; i++) {
    const page = await open()
    best = Math.min(best, Number(await page.getAttribute('html', 'data-ready')))
    await page.context().close()
  }
  assert.ok(best < 300, `ready after ${best} ms`)
  quiet()
})

test('a filter leads to a fact, to its sentence, and back', { skip }, async () => {
  const page = await open()
  await page.fill('.typed', '地区生产总值')
  const rows = page.locator('.facts .rows .row')
  await rows.filter({ hasText: '+6.7%' }).first().click()
  assert.equal(await page.evaluate(() => document.activeElement.id), 'f398-402')
  assert.match(page.url(), /#\/report\/jilin-2024\.txt\/398-402$/)
  assert.match(await page.locator('p:has(#f398-402)').innerText(), /全年地区生产总值增长/)
  await page.keyboard.press('Enter')
  const card = page.locator('.card')
  assert.match(await card.innerText(), /gdp/)
  for (const word of ['0.067', 'change rate up', 'actual', '2023', 'growth']) assert.match(await card.innerText(), new RegExp(word))
  await card.getByText('show in table').click()
  assert.match(await page.evaluate(() => document.activeElement.innerText), /\+6\.7%/)
  await page.getByText('clear', { exact: true }).click()
  await page.selectOption('[data-name=status]', 'target')
  const count = await page.locator('.facts .count').innerText()
  assert.ok(Number.parseInt(count) > 100 && Number.parseInt(count) < 200, count)
  quiet()
})

test('columns sort', { skip }, async () => {
  const page = await open()
  await page.getByRole('button', { name: 'indicator' }).click()
  const first = await page.locator('.facts .rows .indicator').first().innerText()
  await page.getByRole('button', { name: 'indicator' }).click()
  assert.equal(await page.getByRole('columnheader', { name: 'indicator' }).getAttribute('aria-sort'), 'descending')
  assert.notEqual(await page.locator('.facts .rows .indicator').first().innerText(), first)
  quiet()
})

test('facts are copied as cells, CSV and JSON, and a fact as a link', { skip }, async () => {
  const page = await open()
  await page.fill('.typed', '地区生产总值 6.7%')
  for (const form of ['TSV', 'CSV', 'JSON']) await page.locator('.facts').getByText(form, { exact: true }).click()
  const [tsv, csv, json] = await page.evaluate(() => window.copied)
  assert.equal(tsv.split('\n')[0].split('\t')[3], 'text')
  assert.ok(csv.includes('jilin-2024.txt,398,402,6.7%,percent,6.7,'))
  assert.equal(JSON.parse(json)[0].indicator_code, 'gdp')
  await page.locator('#f398-402').click()
  await page.getByText('copy link').click()
  const link = (await page.evaluate(() => window.copied)).at(-1)
  const again = await open(link.slice(link.indexOf('#')))
  assert.equal(await again.evaluate(() => document.activeElement.id), 'f398-402')
  quiet()
})

test('keys alone are enough', { skip }, async () => {
  const page = await open()
  await page.keyboard.press('Tab')
  assert.match(await page.evaluate(() => document.activeElement.className), /skip/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('j')
  const first = await page.evaluate(() => document.activeElement.id)
  assert.match(first, /^f\d+-\d+$/)
  await page.keyboard.press('j')
  assert.notEqual(await page.evaluate(() => document.activeElement.id), first)
  await page.keyboard.press('k')
  assert.equal(await page.evaluate(() => document.activeElement.id), first)
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement.className), 'card')
  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate(() => document.activeElement.id), first)
  await page.keyboard.press('/')
  assert.equal(await page.evaluate(() => document.activeElement.type), 'search')
  await page.keyboard.type('肉牛')
  for (let i = 0; i < 20 && await page.evaluate(() => !document.activeElement.matches('.rows .row')); i++) await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MARK')
  quiet()
})

test('the theme follows the system and the reader', { skip }, async () => {
  const page = await open('', { colorScheme: 'dark' })
  const back = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await back()
  await page.locator('.theme').click()
  const light = await back()
  assert.notEqual(light, dark)
  await page.locator('.theme').click()
  assert.equal(await back(), dark)
  quiet()
})

test('the page speaks Chinese', { skip }, async () => {
  const page = await open('', { locale: 'zh-CN' })
  assert.match(await page.locator('.tabs').innerText(), /指标\s*图表/)
  await page.locator('.language').click()
  assert.match(await page.locator('.tabs').innerText(), /Facts/)
  quiet()
})

test('the reader\'s place is kept in the address', { skip }, async () => {
  const page = await open()
  await page.waitForTimeout(450)
  await page.mouse.move(500, 500)
  await page.mouse.wheel(0, 4000)
  await page.waitForFunction(() => /@\d+$/.test(location.hash))
  const place = await page.evaluate(() => location.hash)
  const again = await open(place)
  assert.ok(await again.evaluate(() => scrollY) > 2000)
  assert.equal(await page.locator('.outline [aria-current]').count(), 1)
  quiet()
})

test('nothing sticks out at 320 px and 2560 px', { skip }, async () => {
  for (const width of [320, 360, 768, 1024, 2560]) {
    const page = await open('', { viewport: { width, height: 700 } })
    for (const pane of width <= 820 ? ['Outline', 'Text', 'Facts', 'Charts'] : ['Charts']) {
      await page.locator(width <= 820 ? `.switcher [data-pane=${pane}]` : `#tab-${pane}`).click()
      await page.waitForTimeout(100)
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} ${pane}`)
    }
    await page.context().close()
  }
  quiet()
})

test('axe finds no serious violation', { skip }, async () => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open('#/report/jilin-2024.txt/398-402', { colorScheme, bypassCSP: true })
    await page.keyboard.press('Enter')
    assert.deepEqual(await AxeBuilder(page), [])
    await page.keyboard.press('Escape')
    await page.locator('#tab-Charts').click()
    await page.waitForSelector('.plot svg')
    assert.deepEqual(await AxeBuilder(page), [])
  }
  quiet()
})

test('paper gets the report and nothing else', { skip }, async () => {
  const page = await open()
  await page.emulateMedia({ media: 'print' })
  for (const part of ['.bar', '.side', '.outline']) assert.equal(await page.locator(part).isVisible(), false, part)
  assert.equal(await page.locator('article').isVisible(), true)
  quiet()
})

test('charts draw bounds as such and lead to facts', { skip }, async () => {
  const page = await open()
  await page.locator('#tab-Charts').click()
  const chart = page.locator('.chart').first()
  await chart.locator('svg').waitFor()
  assert.ok(await chart.locator('[data-mark=arrow] path').count() > 0, 'an aim of at least 30% has an arrow')
  await chart.locator('[data-mark=dot] a').last().click()
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MARK')
  quiet()
})

test('20,000 facts scroll', { skip }, async () => {
  const content = readFileSync(file, 'utf8')
  const [from, to] = ['id="data">', '</script>'].map((mark, i) => i ? content.indexOf(mark, content.indexOf('id="data">')) : content.indexOf(mark) + mark.length)
  const data = JSON.parse(content.slice(from, to))
  const one = data.report.fact_list[0]
  for (let i = data.report.fact_list.length; i < 20000; i++) data.report.fact_list.push({ ...one, id: `${one.id}.${i}`, value: String(i) })
  const many = join(folder, 'many.html')
  writeFileSync(many, content.slice(0, from) + JSON.stringify(data).replaceAll('<', '\\u003c') + content.slice(to))
  const page = await open('', {}, many)
  const worst = await page.evaluate(async () => {
    const view = document.querySelector('.facts .window')
    let last = performance.now(), worst = 0
    for (let i = 0; i < 60; i++) {
      view.scrollTop += 12000
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      if (i > 5) worst = Math.max(worst, now - last)
      last = now
    }
    return worst
  })
  assert.ok(await page.locator('.facts .rows .row').count() < 80)
  assert.ok(worst < 120, `a frame took ${worst} ms`)
  quiet()
})

test('a report that means harm is text', { skip }, async () => {
  const text = readFileSync(new URL('hostile.txt', import.meta.url), 'utf8')
  const name = join(folder, 'hostile.html')
  zhibiao('view', new URL('hostile.txt', import.meta.url).pathname, '-o', name)
  const page = await open('', {}, name)
  page.on('dialog', d => { problems.push('dialog ' + d.message()); d.dismiss() })
  const shown = await page.locator('.prose').innerText()
  for (const line of text.split('\n').map(l => l.trim()).filter(Boolean)) assert.ok(shown.includes(line) || shown.replace(/\s/g, '').includes(line.replace(/\s/g, '')), line)
  assert.equal(await page.evaluate(() => window.harmed), undefined)
  assert.equal(await page.locator('.reading :is(img, script, iframe, svg[onload], a[href^="javascript:"])').count(), 0)
  for (const mark of await page.locator('mark').all()) await mark.focus()
  await page.locator('#tab-Charts').click()
  await page.waitForTimeout(100)
  assert.equal(await page.evaluate(() => window.harmed), undefined)
  quiet()
})
