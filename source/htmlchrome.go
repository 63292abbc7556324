package source

import (
	"strings"
	"unicode/utf8"
)

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
