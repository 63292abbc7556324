// The program under test, built once, and a folder for what it writes.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
export const reports = join(root, 'seeds', 'reports')
const corpus = join(root, '..', 'shared', 'corpus')
/** The corpus of 75 reports, where it stands beside the repository. */
export const all = existsSync(corpus) ? corpus : reports

export const folder = mkdtempSync(join(tmpdir(), 'zhibiao-browser-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const binary = process.env.ZHIBIAO ?? join(folder, 'zhibiao')
if (!process.env.ZHIBIAO) execFileSync('go', ['build', '-o', binary, './cmd/zhibiao'], { cwd: root })

export function zhibiao (...args) {
  return execFileSync(binary, args, { cwd: root, encoding: 'utf8' })
}

/** Starts zhibiao serve on a free port; resolves to its address and a way to stop it. */
export async function serve (...args) {
  const child = spawn(binary, ['serve', ...args, '--address', '127.0.0.1:0'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  process.on('exit', () => child.kill())
  const address = await new Promise((resolve, reject) => {
    child.stdout.once('data', data => resolve(String(data).trim()))
    child.once('exit', code => reject(new Error(`serve ended with ${code}`)))
  })
  return { address, stop: () => child.kill() }
}
