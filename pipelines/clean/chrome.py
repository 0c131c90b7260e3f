"""Lines that are furniture of the page, and lines after which no text follows."""

from __future__ import annotations

import re

# What opens the end of an article wherever it stands after the text's first line.
END = re.compile(
    r"[-—·•●■◆>【\[（(\s]*(?:"
    r"[上下]一[篇条页则张]|相关(?:阅读|新闻|链接|推荐|报道|文章|稿件|内容|附件|信息|热词)"
    r"|(?:延伸|推荐|热门|精彩|更多|往期|猜你)(?:阅读|新闻|推荐|文章|内容|评论|精彩|回顾|喜欢)"
    r"|(?:网友|最新|热门|全部|发表|我要)评论|评论 ?[(（\d]|我来说两句|大家都在看"
    r"|(?:责任编辑|责编|原标题|免责声明|版权声明|特别声明|郑重声明|法律声明) ?[:：|｜】\])]"
    r"|(?:免责|版权|特别)声明$|声明[:：]|凡(?:本[网站报]|注明|来源)"
    r"|[^。]{0,20}(?:版权|著作权)[^。]{0,20}声明$"
    r"|本[文网站][^。]{0,12}(?:仅代表|版权归|转载|不代表)|转载请"
    r"|copyright|版权所有|[^。]{0,12}(?:ICP备|公网安备)|网站标识码|主办单位?[:：]"
    r")",
    re.IGNORECASE,
)
# Furniture that may stand before, between and after the text.
FURNITURE = re.compile(
    r"[\s\-—|·>【\[（(]*(?:"
    r"(?:分享|转发|推荐|收藏|点赞)(?:到|至|给好友)?[:：]?(?:[ ]?(?:微信|微博|QQ空间|QQ好友|朋友圈|新浪微博"
    r"|腾讯微博|人人网|豆瓣|更多|复制链接))*"
    r"|(?:打印|关闭|关闭窗口|打印本页|返回|返回顶部|返回首页|收藏本页|纠错|我要纠错|举报|投诉|字号|字体"
    r"|大|中|小|默认|超大|原标题|正文|来源|视频|图集|评论|点赞|微信|微博|扫一扫|复制链接|更多)"
    r"|(?:【?字[号体][:：]?)[ 】]*(?:\[?[大中小][ \]]*)+.{0,12}"
    r"|(?:微信)?扫[一码描].{0,30}|长按.{0,20}二维码.{0,12}|更多精彩.{0,20}"
    r"|点击(?:上方|下方|查看|进入|关注|右上角).{0,24}|关注.{0,12}(?:公众号|微信)"
    r"|鲜花|握手|雷人|路过|鸡蛋|顶|踩|赞|已阅读|喜欢|收起|展开(?:全文|阅读)?"
    r"|您的浏览器.{0,40}|(?:用微信扫码|手机看|手机扫码).{0,24}"
    r")[\s】\])）|｜]*",
)
FURNITURE_LENGTH = 48
BREADCRUMB = re.compile(
    r"(?:(?:您|你)?(?:现在|当前|所在)?(?:的)?位置|当前位置|首页) ?[:：>＞»/]"
    r"|[^。，>＞»›]{1,12}(?:[>＞»›][^。，>＞»›]{1,30})+[>＞»›]?$"
)


def ends_article(line: str) -> bool:
    """Whether what follows the article begins with this line."""
    return END.match(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is a button, a bar of buttons or an invitation."""
    return len(line) <= FURNITURE_LENGTH and FURNITURE.fullmatch(line) is not None


def is_breadcrumb(line: str) -> bool:
    """Whether a line is the trail from the front page (当前位置: 首页 > 新闻 >)."""
    return BREADCRUMB.match(line) is not None
