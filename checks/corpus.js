// Checks the dataset of a corpus against its manifest: node corpus.js DIR manifest.tsv.
// Every region has rows in the panel, every complete report an aim for GDP or the mark
// that it names none, every cell its fact; and aims known by eye are answered as they
// should be wherever the next report is there.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

const [dir, manifest] = process.argv.slice(2)
if (!manifest) {
  console.error('usage: node corpus.js DIR MANIFEST')
  process.exit(2)
}
const db = await (await DuckDBInstance.create(':memory:')).connect()
for (const name of ['documents', 'facts', 'targets', 'panel']) {
  await db.run(`CREATE VIEW ${name} AS SELECT * FROM '${join(resolve(dir), name)}/*.parquet'`)
}
const query = async sql => (await db.runAndReadAll(sql)).getRowObjectsJson()
const problems = []

const [header, ...lines] = readFileSync(manifest, 'utf8').trim().split('\n').map(l => l.split('\t'))
const reports = lines.map(cells => Object.fromEntries(header.map((name, i) => [name, cells[i]])))

const panelRegions = await query('SELECT DISTINCT region, province FROM panel')
const isSame = (row, path) => path === '国务院' ? row.region === '中华人民共和国'
  : path.startsWith(row.province ?? '') && path.slice(0, -1).endsWith(row.region.slice(0, -1))
for (const path of new Set(reports.map(r => r.region))) {
  if (!panelRegions.some(row => isSame(row, path))) problems.push(`panel lacks ${path}`)
}

const aims = await query(`
  SELECT d.doc_id, d.complete, p.growth_target_fact_id AS aim, p.level_target_fact_id AS level, p.target_absent AS absent
  FROM documents d LEFT JOIN panel p ON p.region IS NOT DISTINCT FROM d.region
    AND p.region_code IS NOT DISTINCT FROM d.region_code
    AND p.year = coalesce(d.plan_start, d.report_year) AND p.indicator_code = 'gdp'`)
for (const r of reports.filter(r => r.complete === 'yes')) {
  const row = aims.find(a => a.doc_id === r.file)
  if (!row?.complete) problems.push(`${r.file} is complete, but not in documents`)
  if (!row?.aim && !row?.level && !row?.absent) problems.push(`${r.file}: no aim for GDP and no mark that it is absent`)
}
for (const r of reports.filter(r => r.complete === 'no')) {
  if (aims.find(a => a.doc_id === r.file)?.complete) problems.push(`${r.file} is a digest, but complete in documents`)
}

const cells = { level: 'level', growth: 'growth', rank: 'rank', growth_target: 'growth_target_low', level_target: 'level_target_low' }
for (const [cell, column] of Object.entries(cells)) {
  const [{ n }] = await query(`SELECT count(*)::INT AS n FROM panel p
    LEFT JOIN facts f ON f.fact_id = p.${cell}_fact_id WHERE p.${column} IS NOT NULL AND f.fact_id IS NULL`)
  if (n) problems.push(`panel.${cell}: ${n} cells without the fact they came from`)
}

// Read by eye in both reports: file, code, aspect, aim as written, reached, achieved.
const known = [
  ['national_guowuyuan_2017.txt', 'gdp', '6.5%', '0.069', true],
  ['national_guowuyuan_2017.txt', 'urban_jobs', '1100万人', '13510000', true],
  ['national_guowuyuan_2024.txt', 'gdp', '5%', '0.05', true],
  ['national_guowuyuan_2024.txt', 'cpi', '3%', '0.002', true],
  ['national_guowuyuan_2024.txt', 'urban_jobs', '1200万人', '12560000', true],
  ['county_gaotang_2023.txt', 'gdp', '6%', '0.07', true],
  ['county_gaotang_2023.txt', 'fixed_asset_investment', '12%', '0.1', false],
  ['county_qingyuan_2024.txt', 'gdp', '6%', '0.06', true],
  ['county_qingyuan_2024.txt', 'general_budget_revenue', '6%', '0.0145', false],
  ['county_fuping_2021.txt', 'industrial_value_added', '18%', '0.081', false],
  ['county_mancheng_2021.txt', 'gdp', '8%', '0.08', true]
]
for (const [doc, code, aim, reached, achieved] of known) {
  const rows = await query(`SELECT reached_value_text AS reached, achieved FROM targets
    WHERE doc_id = '${doc}' AND indicator_code = '${code}' AND text = '${aim}' AND reached_fact_id IS NOT NULL`)
  if (!rows.some(r => r.reached === reached && r.achieved === achieved)) {
    problems.push(`${doc}: ${code} ${aim} is answered by ${JSON.stringify(rows)}, want ${reached}, ${achieved}`)
  }
}

console.log(`${reports.length} reports, ${panelRegions.length} regions, ${known.length} aims known`)
if (problems.length) {
  console.error(problems.join('\n'))
  process.exit(1)
}
