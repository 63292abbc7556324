// Takes pictures of a page for people to look at: node shoot.js URL FOLDER [NAME [HASH]].
import { launch } from './browser.js'

const [url, folder, name = 'page', hash = ''] = process.argv.slice(2)
const browser = await launch()
for (const scheme of ['light', 'dark']) {
  for (const width of [360, 1024, 1680]) {
    const page = await browser.newPage({ viewport: { width, height: width < 500 ? 740 : 940 }, colorScheme: scheme })
    page.on('console', m => { if (m.type() === 'error') console.error(width, scheme, m.text()) })
    page.on('pageerror', e => console.error(width, scheme, e.message))
    await page.goto(url + hash)
    await page.waitForSelector('html[data-ready]')
    if (process.env.CLICK) for (const c of process.env.CLICK.split(';')) await page.locator(`${c} >> visible=true`).first().click()
    await page.waitForTimeout(250)
    await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png` })
    await page.close()
  }
}
await browser.close()
