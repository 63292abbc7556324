// zhibiao serve as a person uses it: a collection searched and compared, facts corrected
// and found again in the gold file.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import AxeBuilder from './axe.js'
import { launch, present } from './browser.js'
import { all, folder, reports, serve, zhibiao } from './program.js'

const skip = present ? false : 'no Chromium: apt-get install chromium'
const gold = join(folder, 'gold')
const problems = []
let browser, reading, editing

before(async () => {
  if (!present) return
  const inputs = all === reports ? [reports] : readdirSync(all).filter(name => name.endsWith('.txt')).map(name => join(all, name))
  zhibiao('extract', ...inputs, '-o', join(folder, 'tables'))
  zhibiao('extract', join(reports, 'jilin-2024.txt'), '-o', join(folder, 'one'))
  reading = await serve(join(folder, 'tables'))
  editing = await serve(join(folder, 'one'), '--edit', '--gold', gold)
  browser = await launch()
})
after(() => { browser?.close(); reading?.stop(); editing?.stop() })

async function open (address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  const { host } = new URL(address)
  page.on('console', m => { if (['error', 'warning'].includes(m.type()) && !/412|401|422/.test(m.text())) problems.push(m.text()) })
  page.on('pageerror', e => problems.push(String(e)))
  page.on('request', r => { const u = new URL(r.url()); if (/^https?:/.test(u.protocol) && u.host !== host) problems.push('request to ' + r.url()) })
  await page.goto(address)
  await page.waitForSelector('html[data-ready]')
  return page
}

const quiet = () => assert.deepEqual(problems.splice(0), [])
const lines = () => readFileSync(join(gold, 'jilin-2024.gold.jsonl'), 'utf8').trim().split('\n').map(l => JSON.parse(l))

// edit opens a fact for correction. Its card goes when the gold arrives after the click.
const edit = async (page, mark) => {
  for (let tries = 1; ; tries++) {
    await mark.click()
    try {
      return await page.locator('.card').getByText('Edit', { exact: true }).click({ timeout: 3000 })
    } catch (e) {
      if (tries === 5) throw e
    }
  }
}

test('the list is searched and narrowed by facets', { skip }, async () => {
  const page = await open(reading.address)
  const count = async () => Number.parseInt(await page.locator('.count').innerText())
  const whole = await count()
  assert.equal(whole, all === reports ? 1 : 75)
  if (whole < 2) return
  await page.locator('.facets').getByRole('button', { name: /^county/ }).click()
  const counties = await count()
  assert.ok(counties > 0 && counties < whole)
  assert.match(page.url(), /level=county/)
  await page.fill('.home input', '阜平')
  assert.ok(await count() < counties)
  assert.deepEqual(await AxeBuilder(await open(reading.address, { bypassCSP: true })), [])
  quiet()
})

test('words are found in all reports and lead to their place', { skip }, async () => {
  const page = await open(reading.address + (all === reports ? '#/search?q=' : '#/search?q=') + encodeURIComponent('人工智能'))
  await page.locator('.hits a, .found p').first().waitFor()
  if (all === reports) return
  assert.ok(await page.locator('.hits li').count() > 20)
  await page.locator('.hits a').first().click()
  await page.waitForSelector('main.reading')
  assert.match(page.url(), /#\/report\/.+\/@\d+$/)
  quiet()
})

test('an indicator and a region are shown over regions and years', { skip }, async () => {
  const page = await open(reading.address + '#/indicator/gdp')
  await page.locator('.whole .rows .row').first().waitFor()
  assert.match(await page.locator('h1').innerText(), /生产总值/)
  const download = page.waitForEvent('download')
  await page.getByText('download CSV').click()
  const csv = readFileSync(await (await download).path(), 'utf8')
  assert.match(csv, /^\ufeffregion_code,region,year,indicator_code/)
  if (all !== reports) await page.locator('.chart svg').first().waitFor()
  assert.deepEqual(await AxeBuilder(await open(reading.address + '#/indicator/gdp', { bypassCSP: true })), [])
  quiet()
})

test('two reports stand side by side', { skip: skip || (all === reports && 'one report only') }, async () => {
  const page = await open(reading.address + '#/compare')
  const selects = page.locator('.pair select')
  await selects.nth(0).selectOption('city_wuxi_2024.txt')
  await page.waitForURL(/wuxi/)
  await page.locator('.pair select').nth(1).selectOption('city_nantong_2024.txt')
  await page.waitForURL(/nantong/)
  await page.locator('.two svg').first().waitFor()
  assert.ok(await page.locator('.plain.wide tbody tr').count() > 2)
  quiet()
})

test('nothing is written without the token', { skip }, async () => {
  const page = await open(new URL(editing.address).origin + '/#/report/jilin-2024.txt')
  await page.locator('.bench .warn').waitFor()
  await page.getByText('Accept all').click()
  await page.locator('#said.shown').waitFor()
  assert.equal(existsSync(join(gold, 'jilin-2024.gold.jsonl')), false)
  assert.equal((await fetch(new URL(reading.address).origin + '/api/gold?id=jilin-2024.txt', { method: 'PUT', body: '[]' })).status, 404)
  problems.splice(0)
})

test('a fact is corrected, added, removed, undone, and kept as gold', { skip }, async () => {
  const page = await open(editing.address)
  await page.waitForSelector('main.reading')
  assert.doesNotMatch(page.url(), /token/)
  const said = async words => page.locator('#said', { hasText: words }).waitFor()
  await edit(page, page.locator('#f398-402'))
  await page.fill('dialog [name=indicator]', '全市生产总值')
  await page.fill('dialog [name=indicator_alt]', '地区生产总值、GDP')
  await page.locator('dialog').getByText('Save').click()
  await said('Saved')
  const fact = lines().find(f => f.start === 398)
  assert.equal(fact.indicator, '全市生产总值')
  assert.deepEqual(fact.indicator_alt, ['地区生产总值', 'GDP'])
  assert.equal(fact.rule, undefined)
  const before = lines().length

  await page.getByText('Undo').click()
  await said('Undone')
  assert.equal(lines().find(f => f.start === 398).indicator, '地区生产总值')
  await page.getByText('Redo').click()
  await said('Redone')
  assert.equal(lines().find(f => f.start === 398).indicator, '全市生产总值')

  await page.evaluate(() => { // select 2023年 in a paragraph, as a mouse would
    const p = [...document.querySelectorAll('.prose p')].find(p => p.textContent.startsWith('2023年是'))
    const range = document.createRange()
    range.setStart(p.firstChild, 0)
    range.setEnd(p.firstChild, 5)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
    p.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
  })
  await page.getByText('Add fact').click()
  await page.locator('dialog [name=ignore]').check()
  await page.locator('dialog').getByText('Save').click()
  await page.waitForFunction(n => document.querySelector('.bench p').textContent.includes(` ${n} `), before + 1)
  const free = lines().find(f => f.ignore)
  assert.deepEqual(Object.keys(free), ['doc', 'start', 'end', 'text', 'ignore'])
  assert.equal(free.text, '2023年')

  await edit(page, page.locator('#f398-402'))
  await page.locator('dialog').getByText('Remove').click()
  await page.waitForFunction(n => document.querySelector('.bench p').textContent.includes(` ${n} `), before)
  assert.equal(lines().some(f => f.start === 398), false)
  quiet()

  const again = await open(new URL(editing.address).origin + '/#/report/jilin-2024.txt')
  assert.equal(await again.locator('#f398-402').count(), 0, 'what was removed stays so')
})

test('a selected quantity is read before it is added', { skip }, async () => {
  const page = await open(editing.address)
  await page.waitForSelector('main.reading')
  await page.evaluate(() => { // as if the mark of 925万吨 had not been made: select its words
    const mark = [...document.querySelectorAll('mark')].find(m => m.textContent === '925万吨')
    const range = document.createRange()
    range.selectNodeContents(mark)
    range.setStart(mark.firstChild, 0)
    range.setEnd(mark.firstChild, 5)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
    mark.parentElement.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
  })
  await page.getByText('Add fact').click()
  const field = name => page.locator(`dialog [name=${name}]`).inputValue()
  assert.deepEqual(await Promise.all(['value', 'unit', 'kind', 'status'].map(field)), ['9250000', '吨', 'measure', 'actual'])
  await page.locator('dialog').getByText('Cancel').click()
  quiet()
})

test('a file changed elsewhere is not written over', { skip }, async () => {
  const page = await open(editing.address)
  await page.waitForSelector('main.reading')
  const path = join(gold, 'jilin-2024.gold.jsonl')
  const other = readFileSync(path, 'utf8').split('\n').slice(0, 10).join('\n') + '\n'
  writeFileSync(path, other)
  await edit(page, page.locator('mark').nth(30))
  await page.locator('dialog').getByText('Save').click()
  await page.locator('#said', { hasText: 'changed elsewhere' }).waitFor()
  assert.equal(readFileSync(path, 'utf8'), other)
  assert.match(await page.locator('.bench p').first().innerText(), / 10 /)
  problems.splice(0)
})

test('tasks go to Label Studio and come back', { skip }, async () => {
  const page = await open(editing.address)
  await page.waitForSelector('main.reading')
  const was = lines()
  const download = page.waitForEvent('download')
  await page.getByText('Export for Label Studio').click()
  const tasks = await (await download).path()
  await edit(page, page.locator('mark').first())
  await page.locator('dialog').getByText('Remove').click()
  await page.locator('#said', { hasText: 'Saved' }).waitFor()
  assert.equal(lines().length, was.length - 1)
  await page.locator('.file input').setInputFiles(tasks)
  await page.locator('#said', { hasText: 'Imported' }).waitFor()
  assert.deepEqual(lines(), was)
  quiet()
})
