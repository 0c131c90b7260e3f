"""Made-up articles, and the ways in which bytes are read wrongly."""

from __future__ import annotations

SIMPLIFIED = """卢阳县召开安全生产工作会议
本报讯（记者 钟鸣）3月12日下午，卢阳县召开全县安全生产工作会议，传达学习省、市有关会议精神。
县委书记卢明强调，要时刻绷紧安全生产这根弦，压实各级责任，坚决防范重特大事故发生。
会议指出，各乡镇（街道）、各有关部门要提高政治站位，以“时时放心不下”的责任感抓好落实。
一要全面排查隐患；二要强化应急值守；三要严肃追责问责，确保全县大局稳定。
县委常委、副县长于文出席会议并讲话，县领导钟晓鸣、范晓云、余立、魏东参加会议。"""

TRADITIONAL = """盧陽縣召開安全生產工作會議
本報訊（記者 鍾鳴）3月12日下午，盧陽縣召開全縣安全生產工作會議，傳達學習省、市有關會議精神。
縣委書記盧明強調，要時刻繃緊安全生產這根弦，壓實各級責任，堅決防範重特大事故發生。
會議指出，各鄉鎮（街道）、各有關部門要提高政治站位，以“時時放心不下”的責任感抓好落實。
一要全面排查隱患；二要強化應急值守；三要嚴肅追責問責，確保全縣大局穩定。
縣委常委、副縣長于文出席會議並講話，縣領導鍾曉鳴、范曉雲、余立、魏東參加會議。"""


def page(text: str, charset: str = "utf-8") -> str:
    """An HTML page of the lines of `text`, the first its title."""
    title, *lines = text.split("\n")
    body = "".join([f'<p class="c">{line}</p>\n' for line in lines])
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title>'
        f'<meta name="description" content="{title}" /></head>\n'
        f"<body><h1>{title}</h1>\n{body}</body></html>"
    )


def read_by_windows(raw: bytes) -> str:
    """`raw` as code page 936 reads it: pairs, € for 80, ? for what is no pair.

    The second byte goes with the first even where it is a `<`.
    """
    shown = []
    at = 0
    while at < len(raw):
        pair = raw[at : at + 2]
        if pair[0] < 0x80:
            shown.append(chr(pair[0]))
            at += 1
        elif pair[0] == 0x80:
            shown.append("€")
            at += 1
        else:
            is_pair = len(pair) == 2 and 0x40 <= pair[1] <= 0xFE and pair[1] != 0x7F
            shown.append(pair.decode("gb18030", "replace") if is_pair else "?")
            at += 2
    return "".join(shown)


def read_as_1252(raw: bytes) -> str:
    """`raw` as browsers read windows-1252: undefined bytes are controls."""
    return "".join(
        [bytes([each]).decode("cp1252", "ignore") or chr(each) for each in raw]
    )
