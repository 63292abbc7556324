// Runs Microsoft's Recognizers-Text over reports, line by line, and prints what it took
// and what it found in the last as JSON: node recognize.js REPORT...
'use strict'
const fs = require('fs')
const suite = require('@microsoft/recognizers-text-suite')

const culture = suite.Culture.Chinese
const recognizers = [
  suite.recognizeNumber, suite.recognizePercentage, suite.recognizeCurrency,
  suite.recognizeDimension, suite.recognizeOrdinal,
]

// run reads all lines and gives each thing found its place in the text.
function run (lines) {
  const found = []
  let offset = 0
  for (const line of lines) {
    for (const recognize of recognizers) {
      for (const r of recognize(line, culture)) {
        found.push({ start: offset + r.start, end: offset + r.end + 1, value: String(r.resolution && r.resolution.value) })
      }
    }
    offset += line.length + 1
  }
  return found
}

const reports = process.argv.slice(2).map(name => fs.readFileSync(name, 'utf8').split('\n'))
run(reports[0].slice(0, 20)) // compiles its expressions
const start = process.hrtime.bigint()
let found
for (const lines of reports) found = run(lines)
const seconds = Number(process.hrtime.bigint() - start) / 1e9
process.stdout.write(JSON.stringify({ seconds, found }))
