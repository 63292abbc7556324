// Reads tables of Apache Iceberg with two readers that share no code with their writer:
// node iceberg.js FILE, where FILE lists states of tables as JSON: [{name, metadata, files,
// rows}], a file of metadata, the data files that its snapshot names, and a file of the
// rows that they must hold, one as JSON a line. icebird goes from the metadata to the rows;
// DuckDB does where its extension for Iceberg is installed, and else reads the data files.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { icebergRead } from 'icebird'

if (!process.argv[2]) {
  console.error('usage: node iceberg.js FILE')
  process.exit(2)
}
const problems = []
const problem = (...words) => { if (problems.length < 20) problems.push(words.join(' ')) }

// icebird fetches what it reads; here that lies on disk.
globalThis.fetch = async (url, init) => {
  const file = readFileSync(fileURLToPath(url))
  const bytes = url.endsWith('.avro') ? repacked(file) : file
  const range = new Headers(init?.headers).get('range')?.match(/^bytes=(\d+)-(\d*)$/)
  if (!range) return new Response(bytes)
  return new Response(bytes.subarray(Number(range[1]), range[2] ? Number(range[2]) + 1 : undefined), { status: 206 })
}

// icebird 0.3.1 trips over the empty block at the end of a deflate stream as Go writes it,
// so the blocks of an Avro file are packed anew.
function repacked (file) {
  const sync = file.subarray(-16)
  let at = file.indexOf(sync) + 16
  const parts = [file.subarray(0, at)]
  const number = () => { // a zigzag varint
    let n = 0
    for (let shift = 0; ; shift += 7) {
      const byte = file[at++]
      n |= (byte & 127) << shift
      if (byte < 128) return n >> 1
    }
  }
  const varint = n => {
    const bytes = []
    for (n <<= 1; n > 127; n >>= 7) bytes.push(n & 127 | 128)
    return Buffer.from([...bytes, n])
  }
  while (at < file.length) {
    const [rows, size] = [number(), number()]
    const data = deflateRawSync(inflateRawSync(file.subarray(at, at + size)))
    parts.push(varint(rows), varint(data.length), data, sync)
    at += size + 16
  }
  return Buffer.concat(parts)
}

const db = await (await DuckDBInstance.create(':memory:')).connect()
const query = async sql => (await db.runAndReadAll(sql)).getRowObjectsJson()
const extension = await query('LOAD iceberg').then(() => true, () => false)
const quoted = text => `'${text.replaceAll("'", "''")}'`

let cells = 0
for (const { name, metadata, files, rows } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const want = readFileSync(rows, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line))
  const told = JSON.parse(readFileSync(metadata, 'utf8'))
  compare(name, 'icebird', want, await icebergRead({ tableUrl: told.location, metadata: told }))
  const source = extension ? `iceberg_scan(${quoted(metadata)})` : `read_parquet([${files.map(quoted)}], hive_partitioning = false)`
  compare(name, 'duckdb', want, await query(`SELECT * FROM ${source}`))
}
if (problems.length) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log(`${cells} cells agree; duckdb ${extension ? 'read the tables' : 'read the data files, for want of its extension'}`)

// compare sets rows against rows, in whatever order they come.
function compare (name, reader, want, got) {
  if (got.length !== want.length) return problem(name, reader, got.length, 'rows, want', want.length)
  const columns = Object.keys(want[0])
  const lines = list => list.map(row => JSON.stringify(columns.map(c => plain(row[c])))).sort()
  const [w, g] = [lines(want), lines(got)]
  w.forEach((line, i) => { if (g[i] !== line) problem(name, reader, 'has', g[i], 'want', line) })
  cells += want.length * columns.length
}

function plain (v) {
  if (typeof v === 'bigint') return Number(v)
  if (Array.isArray(v)) return v.map(plain)
  if (v && typeof v === 'object') {
    return Object.fromEntries(Object.entries(v).sort().map(([k, x]) => [k, plain(x)]))
  }
  return v ?? null
}
