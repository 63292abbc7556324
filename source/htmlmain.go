package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// minProse is how many characters in sentences a page must have to be a report at all:
// an index page of a city's website has none.
const minProse = 30

// mainText is the report in a page: the lines of the block that holds the sentences,
// with the title above it, without the site's own lines around them.
func mainText(root *html.Node) string {
	lines := pageLines(root)
	p := proseBelow(root, lines)
	lines = withoutAside(lines, p, p[root])
	p = proseBelow(root, lines)
	if p[root] < minProse {
		return ""
	}
	first, last := within(lines, container(root, p))
	core := trimTail(trimHead(lines[first:last]))
	core = append(titleAbove(root, lines[:first], core), core...)
	var b strings.Builder
	for _, l := range core {
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return b.String()
}

// proseBelow counts the prose in and below each node that has any.
func proseBelow(root *html.Node, lines []line) map[*html.Node]int {
	p := map[*html.Node]int{}
	for _, l := range lines {
		if n := l.prose(); n > 0 {
			p[l.node] += n
		}
	}
	var sum func(n *html.Node) int // a tree is at most 512 deep, see html.Parse
	sum = func(n *html.Node) int {
		total := p[n]
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			total += sum(c)
		}
		if total > 0 {
			p[n] = total
		}
		return total
	}
	sum(root)
	return p
}

// container goes down from root for as long as one child holds nine tenths of the
// prose, which ends at the block whose children are the paragraphs.
func container(root *html.Node, p map[*html.Node]int) *html.Node {
	at := root
	for {
		next := (*html.Node)(nil)
		for c := at.FirstChild; c != nil; c = c.NextSibling {
			if p[c]*10 >= p[root]*9 {
				next = c
			}
		}
		if next == nil || !isBlock(next) {
			return at
		}
		at = next
	}
}

// within is the range of the lines that stand in or below the block.
func within(lines []line, block *html.Node) (first, last int) {
	below := map[*html.Node]bool{block: true}
	for n := range block.Descendants() {
		below[n] = true
	}
	first = len(lines)
	for i, l := range lines {
		if below[l.node] {
			first, last = min(first, i), i+1
		}
	}
	return min(first, last), last
}

// asides are parts of class and id names that websites give to what surrounds a text:
// share buttons, related news, breadcrumbs, footers, codes to scan.
func asides() []string {
	return []string{
		"share", "fenxiang", "related", "relate", "xgxw", "xgyd", "xglj", "tuijian", "recommend", "nav", "menu", "crumb",
		"position", "weizhi", "dqwz", "foot", "copyright", "sidebar", "qrcode", "ewm", "erweima", "saoyisao", "print",
		"toolbar", "prevnext", "comment", "pinglun", "login", "search", "fontsize", "ziti",
	}
}

// withoutAside drops the lines in blocks named as an aside, unless such a block holds
// half of the page's prose: on some sites class="content-position" is the text.
func withoutAside(lines []line, p map[*html.Node]int, total int) []line {
	verdict := map[*html.Node]bool{}
	names := asides()
	var aside func(n *html.Node) bool
	aside = func(n *html.Node) bool {
		if n == nil {
			return false
		}
		v, known := verdict[n]
		if !known {
			v = namedAside(n, names) && p[n]*2 < total || aside(n.Parent)
			verdict[n] = v
		}
		return v
	}
	var kept []line
	for _, l := range lines {
		if !aside(l.node) {
			kept = append(kept, l)
		}
	}
	return kept
}

// namedAside reports whether the class or id of n names an aside.
func namedAside(n *html.Node, names []string) bool {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		v := strings.ToLower(a.Val)
		for _, s := range names {
			if strings.Contains(v, s) {
				return true
			}
		}
	}
	return false
}

// trimHead drops the site's lines before the first sentence: 来源：市政府办公室 浏览次数：1024.
func trimHead(lines []line) []line {
	first := 0
	for first < len(lines) && lines[first].prose() == 0 {
		first++
	}
	kept := lines[:0:0]
	for _, l := range lines[:first] {
		if !l.foreign() {
			kept = append(kept, l)
		}
	}
	return append(kept, lines[first:]...)
}

// trimTail drops everything from the first of the site's lines after the last
// sentence: 分享到, 相关链接. The date at a report's end stays.
func trimTail(lines []line) []line {
	last := len(lines)
	for last > 0 && lines[last-1].prose() == 0 {
		last--
	}
	for last < len(lines) && !lines[last].foreign() {
		last++
	}
	return lines[:last]
}

// foreign reports whether a line belongs to the site, not to the text.
func (l line) foreign() bool {
	return l.links*2 > utf8.RuneCountInString(l.text) || chrome(l.text)
}

// chrome reports whether a line is one that websites put around an article.
func chrome(text string) bool {
	if utf8.RuneCountInString(text) > 120 {
		return false
	}
	text = strings.TrimLeft(text, " 　|【[（(>·")
	for _, s := range []string{
		"字体", "字号", "打印", "分享", "扫一扫", "来源", "信息来源", "稿件来源", "文章来源", "发布时间", "发布日期", "发表时间", "更新时间", "成文日期", "生成日期",
		"浏览", "阅读次数", "阅读量", "点击", "访问量", "责任编辑", "责编", "编辑：", "作者：", "审核", "上一篇", "下一篇", "上一条", "下一条", "相关链接", "相关新闻", "相关阅读",
		"相关文章", "相关稿件", "相关附件", "推荐阅读", "热点新闻", "关闭", "返回", "收藏", "当前位置", "您的位置", "您现在的位置", "您当前的位置", "首页", "版权所有", "主办", "承办", "网站标识码",
		"索引号", "发文机构", "发布机构", "主题分类", "主题词", "文号", "信息分类", "公开方式", "附件：", "保护视力色", "视力保护色", "Copyright", "copyright", "©", "ICP备", "微信", "手机版", "无障碍",
		"中央政府门户网站", "中国政府网",
	} {
		if strings.HasPrefix(text, s) {
			return true
		}
	}
	for _, s := range []string{
		"ICP备", "公网安备", "扫一扫", "网站标识码", "浏览次数", "浏览量", "阅读量", "访问次数", "点击数", "点击：", "来源：",
	} {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}
