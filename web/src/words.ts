// The pages speak English and Chinese. English words are their own keys.

const chinese: Record<string, string> = {
  'Reports': '报告', 'Report': '报告', 'Text': '正文', 'Facts': '指标', 'Charts': '图表', 'Outline': '目录', 'Search': '搜索',
  'Skip to the text': '跳到正文', 'Theme': '主题', 'auto': '自动', 'light': '浅色', 'dark': '深色', 'Language': '语言',
  'result': '结果', 'aim': '目标', 'condition or size': '条件或规模', 'results': '结果', 'aims': '目标', 'conditions and sizes': '条件和规模',
  'actual': '结果', 'target': '目标', 'none': '无', 'any': '不限', 'all': '全部',
  'level': '水平', 'change_rate': '增长率', 'change_amount': '增减量', 'gap': '差距', 'baseline': '基数', 'rank': '位次', 'streak': '连续',
  'threshold': '条件', 'scale': '规模', 'duration': '时长', 'parity': '同步',
  'exact': '等于', 'about': '左右', 'almost': '接近', 'over': '超过', 'at_least': '以上', 'under': '不足', 'at_most': '以内', 'range': '区间',
  'up': '升', 'down': '降', 'ensure': '确保', 'strive': '力争', 'expect': '预期', 'plain': '一般',
  'high': '高', 'medium': '中', 'low': '低',
  'review': '回顾', 'targets': '预期目标', 'tasks': '任务', 'other': '其他',
  'national': '国家', 'province': '省级', 'city': '市级', 'county': '县级', 'town': '乡级',
  'percent': '百分数', 'percentage_point': '百分点', 'money': '金额', 'measure': '度量', 'count': '计数', 'multiple': '倍数', 'fraction': '分数',
  'quantity': '数量', 'indicator': '指标', 'aspect': '方面', 'status': '状态', 'period': '年份', 'section': '章节', 'unit': '单位', 'action': '动作',
  'value': '数值', 'canonical': '标准值', 'bound': '界限', 'code': '代码', 'strength': '力度', 'rule': '规则', 'steps': '步骤', 'confidence': '把握',
  'kind': '类别', 'direction': '方向', 'reference': '参照', 'scope': '范围', 'part of': '总项', 'place': '位置', 'report': '报告', 'region': '地区', 'year': '年',
  'lowest': '下限', 'highest': '上限',
  'filter': '筛选', 'Filter facts': '筛选指标', 'clear': '清除', 'shown': '已显示', 'of': '/', 'facts': '条',
  'copy': '复制', 'Copied': '已复制', 'copy link': '复制链接', 'show in table': '在表中显示', 'show in text': '在正文中显示', 'close': '关闭',
  'Copying failed': '复制失败', 'No facts match.': '没有符合的指标。', 'No reports match.': '没有符合的报告。', 'Nothing found.': '没有找到。',
  'Growth: result and aim': '增速：结果与目标', 'Rates: result and aim': '比率：结果与目标', 'Growth: told once': '增速：只有结果或目标', 'Rates: told once': '比率：只有结果或目标', 'over the years': '历年', 'as a table': '列表', 'in all reports': '在全部报告中', 'Ranks': '位次', 'Facts by section': '各章节指标数',
  'Nothing to draw.': '没有可画的内容。', 'per cent': '百分比', 'number of facts': '指标条数',
  'characters': '字', 'digest': '摘要', 'Search titles and regions': '按标题和地区查找', 'Province': '省份', 'Year': '年份', 'Level': '层级',
  'Search all reports': '全文搜索', 'Indicators': '指标', 'In the reports': '正文', 'Indicator': '指标', 'Region': '地区', 'Compare': '对比', 'Regions': '地区',
  'Compare with': '与之对比', 'choose a report': '选择报告', 'All indicators': '全部指标', 'Levels': '水平', 'Growth': '增速',
  'download CSV': '下载 CSV', 'level aim': '水平目标', 'growth aim': '增速目标', 'growth': '增速', 'More regions are in the table.': '其余地区见下表。',
  'More indicators are in the table.': '其余指标见下表。', 'More than are shown; search for more words.': '结果较多，请增加搜索词。',
  'This page could not be shown.': '无法显示此页。', 'No such report.': '没有这份报告。', 'how it was found': '识别依据', 'printed from': '打印自',
  'Edit': '编辑', 'Accept all': '全部接受', 'Undo': '撤销', 'Redo': '重做', 'Save': '保存', 'Remove': '删除', 'Add fact': '添加指标', 'Saved': '已保存', 'Removed': '已删除',
  'Reviewing': '校对', 'proposals': '条建议', 'in gold': '条金标', 'Accept': '接受', 'Cancel': '取消', 'free: neither required nor wrong': '免计：不要求也不算错',
  'other names': '别名', 'Select a quantity in the text to add it.': '在正文中选取数量即可添加。', 'Undone': '已撤销', 'Redone': '已重做',
  'The file was changed elsewhere. It has been read anew; make your change again.': '文件已被别处修改，现已重新读取，请再改一次。',
  'No token: open the address that zhibiao serve printed.': '缺少令牌：请打开 zhibiao serve 打印的地址。',
  'Export for Label Studio': '导出到 Label Studio', 'Import from Label Studio': '从 Label Studio 导入', 'Imported': '已导入', 'Gold': '金标', 'Extracted': '抽取',
  'j and k go from fact to fact, Enter opens its card, Esc closes it, / searches.': 'j、k 逐条移动，回车打开卡片，Esc 关闭，/ 搜索。',
  'Headline indicators': '主要指标', 'sort by': '排序', 'Select a fact to see it here.': '', 'not saved': '未保存',
}

let current: 'en' | 'zh' = choose()

function choose(): 'en' | 'zh' {
  const kept = recall('zhibiao.language')
  if (kept === 'en' || kept === 'zh') return kept
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}

export function language(): 'en' | 'zh' { return current }

export function speak(language: 'en' | 'zh'): void {
  current = language
  keep('zhibiao.language', language)
}

/** The word in the reader's language; names of the data contract lose their underscore. */
export function t(word: string): string {
  if (current === 'zh') return chinese[word] ?? word
  return /^[a-z_]+$/.test(word) ? word.replaceAll('_', ' ') : word
}

/** What is kept between visits; a page from a file may not be allowed to. */
export function recall(name: string): string | null {
  try { return localStorage.getItem(name) } catch { return null }
}

export function keep(name: string, value: string): void {
  try { localStorage.setItem(name, value) } catch { /* the choice holds for this visit */ }
}
