// Runs the SQL of a page on a dataset: node questions.js docs/loading.md DIR. Prints how
// many rows each query gives, and fails where one does not run.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

const [page, dir] = process.argv.slice(2)
if (!dir) {
  console.error('usage: node questions.js PAGE DIR')
  process.exit(2)
}
const db = await (await DuckDBInstance.create(':memory:')).connect()
const queries = [...readFileSync(page, 'utf8').matchAll(/```sql\n([\s\S]*?)```/g)].map(m => m[1])
let failed = 0
for (const [i, query] of queries.entries()) {
  try {
    const result = await db.runAndReadAll(query.replaceAll("'tables/", `'${resolve(dir)}/`))
    console.log(`query ${i}: ${result.currentRowCount} rows`)
    if (process.argv.includes('--show')) console.table(result.getRowObjectsJson().slice(0, 12))
  } catch (e) {
    failed++
    console.error(`query ${i}: ${e.message}\n${query}`)
  }
}
process.exit(failed ? 1 : 0)
