// Compares Parquet tables, read by DuckDB and by hyparquet, with what was to be
// written: node tables.js DIR, where DIR holds TABLE/part-….parquet, TABLE.jsonl with every
// column of every row, facts.gold.jsonl as `zhibiao extract --format jsonl` writes it,
// and schema.json as `zhibiao schema --format json` does.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { asyncBufferFromFile, parquetMetadata, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const dir = process.argv[2]
if (!dir) {
  console.error('usage: node tables.js DIR')
  process.exit(2)
}
const problems = []
const problem = (...words) => { if (problems.length < 50) problems.push(words.join(' ')) }
const fileOf = table => join(dir, table, readdirSync(join(dir, table)).find(name => name.endsWith('.parquet')))
const lines = name => readFileSync(join(dir, name), 'utf8').split('\n').filter(Boolean).map(l => JSON.parse(l))

const duckTypes = { STRING: 'VARCHAR', DOUBLE: 'DOUBLE', INT32: 'INTEGER', BOOLEAN: 'BOOLEAN' }
const physicalTypes = { STRING: 'BYTE_ARRAY', DOUBLE: 'DOUBLE', INT32: 'INT32', BOOLEAN: 'BOOLEAN' }
const duckType = type => duckTypes[type] ??
  type.replace(/^LIST<STRUCT<(.*)>>$/, 'STRUCT($1)[]').replace(/STRING/g, 'VARCHAR').replace(/INT32/g, 'INTEGER')

const db = await (await DuckDBInstance.create(':memory:')).connect()
const query = async sql => (await db.runAndReadAll(sql)).getRowObjectsJson()
let cells = 0

for (const table of JSON.parse(readFileSync(join(dir, 'schema.json'), 'utf8'))) {
  const path = fileOf(table.name)
  const want = lines(table.name + '.jsonl')
  await checkSchema(table, path)
  checkMetadata(table, path)
  await checkBloom(table, path, want)
  compare(table, 'duckdb', await query(`SELECT * FROM '${path}'`), want)
  const file = await asyncBufferFromFile(path)
  compare(table, 'hyparquet', want.length ? await parquetReadObjects({ file, compressors }) : [], want)
}
await compareContract()
if (problems.length) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log(`${cells} cells agree`)

async function checkSchema (table, path) {
  const got = await query(`DESCRIBE SELECT * FROM '${path}'`)
  table.columns.forEach((c, i) => {
    const g = got[i] ?? {}
    if (g.column_name !== c.name || g.column_type?.replaceAll('"', '') !== duckType(c.type)) {
      problem(table.name, 'duckdb: column', i, 'is', g.column_name, g.column_type, 'want', c.name, duckType(c.type))
    }
  })
  if (got.length !== table.columns.length) problem(table.name, got.length, 'columns, want', table.columns.length)
}

// Types as stored, nulls only where allowed, zstd, statistics and page index on all.
function checkMetadata (table, path) {
  const bytes = readFileSync(path)
  const meta = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  for (const c of table.columns.filter(c => physicalTypes[c.type])) {
    const s = meta.schema.find(s => s.name === c.name)
    if (s?.type !== physicalTypes[c.type]) problem(table.name, c.name, 'is stored as', s?.type)
    if (c.type === 'STRING' && s?.logical_type?.type !== 'STRING') problem(table.name, c.name, 'is no STRING')
    if ((s?.repetition_type === 'OPTIONAL') !== c.nullable) problem(table.name, c.name, 'is', s?.repetition_type)
  }
  for (const group of meta.row_groups) {
    for (const chunk of group.columns) {
      const c = chunk.meta_data
      const name = table.name + '.' + c.path_in_schema.join('.')
      if (c.codec !== 'ZSTD') problem(name, 'is compressed by', c.codec)
      if (!chunk.column_index_offset || !chunk.offset_index_offset) problem(name, 'has no page index')
      if (!c.statistics) problem(name, 'has no statistics')
    }
  }
}

// A bloom filter may say yes in vain, but never no to what is there.
async function checkBloom (table, path, want) {
  for (const name of ['doc_id', 'indicator_code']) {
    const value = want.map(r => r[name]).find(v => v)
    if (!value || !['facts', 'targets'].includes(table.name)) continue
    const probe = v => query(`SELECT bloom_filter_excludes AS no FROM parquet_bloom_probe('${path}', '${name}', '${v}')`)
    if ((await probe(value)).some(r => r.no)) problem(table.name, name, 'bloom filter excludes', value)
    if (!(await probe('no such value')).some(r => r.no)) problem(table.name, name, 'has no bloom filter')
  }
}

function compare (table, reader, got, want) {
  if (got.length !== want.length) return problem(table.name, reader, got.length, 'rows, want', want.length)
  want.forEach((row, i) => {
    for (const c of table.columns) {
      const [g, w] = [JSON.stringify(plain(got[i][c.name])), JSON.stringify(row[c.name] ?? null)]
      if (g !== w) problem(table.name, reader, 'row', i, c.name, 'is', g, 'want', w)
      cells++
    }
  })
}

function plain (v) {
  if (typeof v === 'bigint') return Number(v)
  if (Array.isArray(v)) return v.map(plain)
  if (v && typeof v === 'object') {
    return Object.fromEntries(Object.entries(v).sort().map(([k, x]) => [k, plain(x)]))
  }
  return v ?? null
}

// The facts in the table are those of the JSONL that scorers read, and each double is
// the one nearest to its exact text.
async function compareContract () {
  const rows = await query(`SELECT * FROM '${fileOf('facts')}' ORDER BY doc_id, start, "end"`)
  const facts = lines('facts.gold.jsonl')
  if (rows.length !== facts.length) return problem('facts', rows.length, 'rows, jsonl', facts.length)
  const same = { doc: 'doc_id', value: 'value_text', low: 'low_text', high: 'high_text' }
  facts.forEach((fact, i) => {
    const row = rows[i]
    for (const [key, value] of Object.entries(fact)) {
      const got = key === 'period' ? period(row) : row[same[key] ?? key]
      if (got !== value) problem('jsonl', i, key, value, 'but table', got)
      cells++
    }
    for (const name of ['value', 'low', 'high', 'canonical_value']) {
      if (row[name] !== double(row[name + '_text'])) problem('facts row', i, name, row[name], 'is not', row[name + '_text'])
    }
  })
}

function period (r) {
  return r.period_start === r.period_end ? String(r.period_start) : `${r.period_start}-${r.period_end}`
}

function double (text) {
  if (text === null) return null
  const [n, d] = text.split('/')
  return d ? Number(n) / Number(d) : Number(n)
}
