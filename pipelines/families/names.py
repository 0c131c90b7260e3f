"""Names of the families that `site.yml` may ask for."""

from __future__ import annotations

FAMILY_NAMES = frozenset(
    {
        "appstate",  # Nuxt, Next, Vue: the text stands in a script
        "boda",  # 博达 VSB
        "cmstop",
        "cri",  # 国广, 国际在线
        "dedecms",
        "discuz",  # Discuz! X, portal and forum
        "founder",  # 方正 翔宇 digital newspapers
        "generic",
        "guancha",
        "huanqiu",
        "ifeng",
        "jcms",  # Hanweb JCMS
        "netease",
        "people",
        "qq",
        "sina",
        "sohu",
        "thepaper",
        "toutiao",
        "trs",  # TRS WCM
        "ucap",  # 拓尔思 ucap
        "wechat",  # WeChat public accounts
        "wordpress",
        "xinhua",
    }
)
