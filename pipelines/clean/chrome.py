"""Lines that are furniture of the page, and lines after which no text follows."""

from __future__ import annotations

import re

# After a word for a list of links: nothing, a mark, or a blank; 相关文件明确 goes on.
ALONE = r"(?=\s|$|[:：>＞»】\])）|｜—-])"
# What ends an article wherever it stands after the text's first line.
END = re.compile(
    r"[-—·•●■◆>【\[（(「\s]*(?:"
    rf"新闻推荐{ALONE}|(?:网友|最新|热门|全部|发表|我要)评论|评论 ?[(（\d]|我来说两句|大家都在看$"
    r"|(?:免责声明|版权声明|特别声明|郑重声明|法律声明) ?[:：|｜】\])]"
    r"|(?:免责|版权|特别)声明$|声明[:：]|凡(?:本[网站报]|注明|来源|署名)"
    r"|[^。]{0,20}(?:版权|著作权)[^。]{0,20}声明$"
    r"|本[文网站][^。]{0,16}(?:仅代表|版权归|不代表|观点)|转载请|欢迎转载"
    r"|【?如果?您有(?:新闻)?线索|(?:新闻)?报料(?:热线|电话|微信)"
    r"|[^。]{0,16}未经[^。]{0,14}(?:允许|许可|授权|同意)[^。]{0,10}(?:转载|使用|复制)"
    r"|[^。]{0,10}(?:以上|此文|本文)[^。]{0,6}(?:内容|信息|文章|图片)?[^。]{0,12}(?:来[自源]于?网络|侵删)"
    r"|copyright|版权所有|[^。]{0,12}(?:ICP备|公网安备)|网站标识码|主办单位?[:：]|小黑屋 ?[|｜]|Archiver[|｜]"
    r"|(?:- )?THE END(?: -)?$|GMT\+8, |Powered by |Processed in "
    r")",
    re.IGNORECASE,
)
# What ends an article unless prose of it follows: boxes that stand inside texts too.
BOX = re.compile(
    r"[-—·•●■◆>【\[（(「\s]*(?:"
    rf"[上下前后]一[篇条]|[上下]一[页则张个]{ALONE}"
    rf"|相关(?:阅读|新闻|链接|推荐|报道|文章|稿件|内容|附件|信息|热词|资讯|专题|解读|文件){ALONE}"
    r"|(?:今日|热点|编辑|小编|本周)推荐|(?:热点|热门|点击|新闻|阅读|浏览)排行"
    r"|(?:延伸|推荐|热门|精彩|往期|关联)[ ·]{0,3}"
    rf"(?:阅读|新闻|推荐|文章|内容|评论|精彩|回顾|链接){ALONE}"
    r"|当前[:：] ?[A-Z]?\d{1,2} ?[（(版]"
    rf"|(?:更多|其他)(?:新闻|文章|推荐|内容|资讯|相关|评论|>){ALONE}|猜你喜欢|(?:为你|为您)推荐"
    r"|(?:责任编辑|责编) ?[:：|｜】\])]"
    r"|扫一扫[^。]{0,12}(?:手机|打开|分享|阅读|关注)|附件[:：]$"
    r")",
    re.IGNORECASE,
)
# A word or a mark that every line of END and BOX has near its beginning: most lines of text
# have none and are told by it at once.
SIGN = re.compile(
    r"[上下前后]一|相关|其他|线索|排行|延伸|推荐|热门|精彩|往期|关联|更多|猜你|评论|来说|大家都|编辑?[:：|｜】\])]|责编"
    r"|声明|凡|转载|版权|未经|网络|侵删|copyright|备|标识|主办|小黑屋|archiver|扫一扫|附件|本[文网站]|为[您你]"
    r"|the end|gmt|powered|processed",
    re.IGNORECASE,
)
SIGN_REACH = 44
SHARES = "微信|微博|QQ空间|QQ好友|QQ|朋友圈|微信好友|新浪微博|腾讯微博|人人网|豆瓣|更多|复制链接|Qzone|空间"
# Furniture that may stand before, between and after the text.
FURNITURE = re.compile(
    r"[\s\-—|·>+【\[（(「]*(?:"
    r"(?:分享|转发|推荐|收藏|点赞|转播)(?:到|至|给好友)?(?:好友和朋友圈)?[:：]?"
    rf"(?:\s?(?:{SHARES}))*"
    rf"|(?:{SHARES})(?:[\s|/]+(?:{SHARES}))*"
    r"|(?:打印|关闭|关闭窗口|打印本页|关闭本页|返回|返回顶部|返回首页|返回列表|收藏本页|收藏本文|纠错|我要纠错"
    r"|举报|投诉|字号|字体|大|中|小|默认|超大|原标题|正文|来源|视频|图集|评论|点赞|扫一扫|复制链接|更多"
    r"|放大|缩小|分[隔割]线|上一篇|下一篇|上一版|下一版|听新闻|朗读|播放|暂停|自动播放.{0,40}|加载中|展开|收起|顶部|首页|责任编辑|编辑|分享|我要反馈|手机版|友善列印|转寄好友)"
    r"(?:[\s|/]+(?:打印|关闭|关闭窗口|返回|收藏|纠错|分享|大|中|小|推荐|举报|放大|缩小|默认|上一篇|下一篇|上一版|下一版))*"
    r"|(?:【?字[号体][:：]?)[ 】]*(?:\[?[大中小][ \]]*)+.{0,12}"
    r"|(?:微信)?扫[一码描].{0,30}|长按.{0,20}二维码.{0,12}|更多精彩.{0,20}"
    r"|点击(?:上方|下方|查看|播报|收听|进入|关注|右上角|图片|此处|播放).{0,24}|[^。，]{0,8}关注.{0,12}(?:公众号|微信)"
    r"|(?:\d{1,3}[\s|]*)*(?:[首尾末上下前后]一?页[\s|]*){1,5}|来?(?:顶|踩)一下|来顶一下.{0,6}"
    r"|分享(?:到|至)[:：].{0,24}[上下]一篇[:：].{0,80}|鲜花|握手|雷人|路过|鸡蛋|顶|踩|赞|已阅读|喜欢|收起|展开(?:全文|阅读|剩余)?.{0,6}"
    r"|您的浏览器.{0,40}|您需要 ?登[录陆].{0,40}|马上注册，结交更多好友.{0,40}|本帖最后由.{2,40}编辑|(?:用微信扫码|手机看|手机扫码).{0,24}|返回[^。，]{0,8}首页[>》]*"
    r"|浏览(?:次数|量)?[:：]?\d*次?|阅读(?:数|量)?[:：]?\d*|点击(?:数|量|率)?[:：]?\d+次?|\d+ ?(?:评论|条评论|人参与)"
    r"|(?:[【\[<«]\s*\d{1,3}\s*[】\]>»]\s*)+(?:[上下]一?页)?.{0,8}|共 ?\d+ ?页.{0,12}"
    r"|[上下]一?页(?: ?[上下]一?页| ?共 ?\d+ ?页)*|您是第.{0,12}访客|(?:本文|该文章)已被浏览.{0,8}|[^\w\s][^\w]*\d{0,4}|END|\d{1,2}:\d\d(?::\d\d)?(?: ?/ ?\d{1,2}:\d\d(?::\d\d)?)?|安装[^。，]{2,12}客户端.{0,30}"
    r")[\s】\])）」|｜>\-—·]*",
    re.IGNORECASE,
)
FURNITURE_LENGTH = 60
BREADCRUMB = re.compile(
    r"(?:(?:您|你)?(?:现在|当前|目前)?(?:所在)?的?位置(?:是)?|当前位置|首页) ?[:：>＞»/]"
    r"|[^。，>＞»›]{1,12}(?:[>＞»›]+[^。，>＞»›]{1,30})+[>＞»›]*$"
)
PROMOTION = re.compile(
    r"【(?:点击|下载|戳|查看)[^】]{0,10}】|下载[^。，]{0,8}(?:客户端|APP)|点击进入|点此(?:进入|查看)"
    r"|更多[^。，]{0,12}请?(?:关注|点击|下载|扫码)",
    re.IGNORECASE,
)
# 图为…; a photographer's line; what pages print below pictures.
CAPTION_START = re.compile(
    r"[▲△▼↑↓◎]|图为|图[一二三四五六七八九十\d]{0,2}[:：]|资料图|图源|视频[-：:]"
    r"|[（(]?(?:图片|数据|视频|音频|题图|封面|头图|漫画|配图|资料)来源[:：]"
)
# ▲5月9日，市领导到…现场观摩，…。 △ 市委书记率…考察。: an item of a round-up.
REPORTED = re.compile(
    r"[▲△▼↑↓◎] ?(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日.{16,}。|.{50,}。$"
    r"|[^。]{2,60}(?:召开|举行|考察|调研|出席|会见|慰问|检查|视察)[^。]*。)"
)
CAPTION_END = re.compile(
    r"(?:[ 　/／](?:摄|供图|制图)|摄影报道|资料图片?|视频截图|网络截图|供图|[\u4e00-\u9fff]{2}摄)"
    r"[)）】]?[。]?$"
)
# （记者 张三 摄影报道） signs a whole text.
SIGNED = re.compile(r"(?:^|[。！”])[（(][^（）()]{2,40}报道[)）]$")
CAPTION_HINT = re.compile(
    r"caption|img[-_]?(?:desc|info|txt|text|title)|pic[-_]?(?:desc|info|txt|text|intro|title)"
    r"|image[-_]?desc|tuzhu|zhutu|tushuo|photo[-_]?desc|picintro"
)
CAPTION_LENGTH = 130
CAPTION_TAIL = 12


def ends_article(line: str) -> bool:
    """Whether what follows the article begins with this line."""
    return SIGN.search(line[:SIGN_REACH]) is not None and END.match(line) is not None


def opens_box(line: str) -> bool:
    """Whether a line heads links, a credit or an annex, behind which text may go on."""
    return SIGN.search(line[:SIGN_REACH]) is not None and BOX.match(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is a button, a bar of buttons or an invitation."""
    return len(line) <= FURNITURE_LENGTH and FURNITURE.fullmatch(line) is not None


def is_breadcrumb(line: str) -> bool:
    """Whether a line is the trail from the front page (当前位置: 首页 > 新闻 >)."""
    return BREADCRUMB.match(line) is not None


def is_promotion(line: str) -> bool:
    """Whether a line invites to click a link or to install something."""
    return PROMOTION.search(line) is not None


def is_caption(line: str, tag: str, hint: str) -> bool:
    """Whether a line stands below a picture."""
    if tag == "figcaption" or CAPTION_HINT.search(hint):
        return True
    if len(line) > CAPTION_LENGTH:
        return False
    if CAPTION_START.match(line) is not None:
        return not REPORTED.match(line)
    return (
        CAPTION_END.search(line[-CAPTION_TAIL:]) is not None
        and SIGNED.search(line) is None
    )
