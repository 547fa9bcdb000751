"""What on a page is not the report: site navigation, data of the page, notices.

Weights say how much a row speaks for the report (above 0) or for the site around it (below 0);
region.py finds the stretch where they sum up highest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.recognise.marks import mark_at

if TYPE_CHECKING:
    from lawdraft.recognise.rows import Row

LABEL = (
    r"索\s*引\s*号|效力状态|是否有效|(?:初|复|终|一|二|三)审|语音(?:阅读|播放)|朗读|背景颜色|浏览\s*[（(]?\d|体裁|原标题|语音朗读|全文朗读|信息索引|主题分类|主题词|主\s*题\s*词|发文(?:字号|文号|机关|机构|单位|日期|时间)|公文(?:种类|生成日期)|文\s*号|备注/文号|有\s*效\s*性|时\s*效\s*性"
    r"|公开(?:方式|范围|形式|时限|类别|类型|主体|责任部门|日期|时间|属性|目录)|信息(?:类别|分类|名称|来源|状态|有效性|形式|公开\S{0,4})|体裁分类|服务对象|生效日期|废止日期|失效日期"
    r"|内容概述|内容简介|内容分类|摘\s*要|关\s*键\s*[词字]|组配分类|所属(?:栏目|机构|主题|分类)|名\s*称|标\s*题|文件(?:名称|编号|类型)"
    r"|(?:发布|发表|公开|生成|更新|成文|录入|添加|上传|印发|编辑|公文|创建|签发)(?:日期|时间|单位|机构|人|者|部门)?|日\s*期|时\s*间|(?:文章|信息|稿件|内容|资料|新闻)?\s*来\s*源|作\s*者"
    r"|(?:责任|审核|本期|执行|网站)?编\s*辑|责\s*编|编\s*审|审\s*[核稿校签]\S?|校\s*对|撰稿人?|供稿\S{0,2}|录入\S?|(?:浏览|点击|访问|阅读|查看)(?:次数|量|率|数|人数)?|人气|字\s*[号体]\S{0,3}|视力保护色?|保护视力色?|背景色"
    r"|主办(?:单位)?|承办(?:单位)?|协办(?:单位)?|主管(?:单位)?|运维\S{0,4}|维护单位|技术支持|联系(?:电话|方式|地址|人|邮箱)|电话|传真|地址|邮(?:编|箱|政编码)|网站标识码|统一社会信用代码|政务热线|投诉电话|办公时间|E-?mail|分享(?:到|至)?|关注|转发|点赞|版权(?:所有|声明)?|附件下载"
)
_LABELLED = re.compile(rf"^[|【\[〖·•\s]*(?:{LABEL})\s*[：:】\]〗|\t]", re.I)
_INNER_LABELS = re.compile(rf"(?:^|[\s|\t　】\]）)])[【\[（(]?(?:{LABEL})\s*[：:】\]\t]", re.I)
_STRONG = re.compile(
    r"^浏览\s*[（(]\d+[）)]|^(?:20\d\d)[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+(?:\d{1,2}:\d\d(?::\d\d)?\s*)?(?:来源|作者|浏览|点击|字号)|(?:www\.|\.gov\.cn|\.com(?:\.cn)?)(?:\s|/|$)|浏览器$|分辨率|^[×✕]\s*关闭|加载中|全文下载|^组配分类|是否有效\s"
    r"|当前(?:所在)?位置|您?(?:现在)?(?:的|所在的?)位置|现在位置|[>＞»›≫]\s*\S+\s*[>＞»›≫]|首\s*页\s*(?:[>＞»›≫→/|\\-]|&gt;)|^\S{0,12}\s*[>＞»›≫]\s*\S{0,16}$"
    r"|[上下]一\s*[篇条页章则]|上[一1]条|已[是经]?(?:是)?(?:首|末|最后|第)一?[条篇页]|没有了|返回\s*(?:顶部|首页|列表|上[一1]?[页级层])|回到顶部|^\s*(?:TOP|Top)\s*$"
    r"|扫一扫|扫码(?:关注|分享|查看|阅读|浏览)|(?:微信)?(?:扫描|识别)(?:二维码|上方)[^。]*$|手机(?:查看|打开|阅读|浏览|访问|版|扫)|分享(?:到|至|本页|让更多)|打印\s*(?:本页|此页|本文|关闭|】)|关闭(?:窗口|本页|此页|】)|收藏(?:本页|本站|】)|【\s*(?:打印|关闭|收藏|大|中|小|字[体号]|纠错|返回|推荐|下载)"
    r"|大\s*中\s*小(?:\s|$|】|\])|[（(【\[]\s*大\s*[|｜ ]*\s*中\s*[|｜ ]*\s*小\s*[）)】\]]|字[号体]\s*[：:【\[]|A[+-]\s|无障碍|适老(?:化|版)|长者(?:版|模式|助手)|老年(?:版|模式)|关怀(?:版|模式)|繁[體体](?:中文|版)?(?:\s|$|\|)|语音播报|全文朗读|智能(?:问答|客服|机器人|搜索)"
    r"|版权所有|Copyright|©|ICP备|ICP证|公网安备|网安备|网站标识码|网站地图|友情链接|联系我们|关于我们|网站声明|隐私(?:声明|政策|保护)|免责声明|版权声明|法律声明|IPv6|技术支持"
    r"|(?:即将|将要)离开|继续访问|是否继续|站外链接|您访问的(?:链接|页面|网页)|我要(?:纠错|找错|挑错|投诉|写信|咨询|评论|打印|收藏)|网站(?:找错|纠错|支持|导航)|政府网站找错|党政机关(?:网站)?\s*$|站内(?:搜索|检索)|高级(?:搜索|检索)|请输入(?:关键|检索|搜索)|热门搜索|热搜词?|全站搜索"
    r"|浏览(?:次数|量)|点击(?:次数|量|率|数)|访问(?:次数|量)|阅读(?:次数|量)|次浏览|次阅读|人浏览|相关(?:链接|文章|阅读|新闻|信息|稿件|文档|推荐|解读|政策|附件)\s*[：:】]?\s*$|附件下载|下载(?:附件|文件|Word|PDF|word|pdf|全文)|^附件.{0,60}\.(?:docx?|pdf|xlsx?|wps|zip|rar|ofd)"
    r"|本文(?:由|来自|章来源)|来源[：:]\S|文章来源|信息来源|稿件来源|责任编辑|(?:微信|微博|QQ空间|朋友圈|复制链接)(?:\s|$)|用户(?:登录|中心|名)|登录\s*[|｜/]?\s*注册|设为首页|加入收藏|今天是|天气预报|^欢迎(?:您|访问|光临)|^\S{2,16}(?:政府|门户)网站?\s*$|javascript:|function\s*\(|document\.|var\s+\w+\s*=|&nbsp;|<[a-z/][^>]*>",
    re.I,
)
_TOKENS = re.compile(
    r"(?:索\s*引\s*号|本站首页|语音阅读|收听全文|听全文|背景颜色|默认|护眼|朗读[：:]?|播放|暂停|点击播放|微信公众号|政务新媒体|领导信箱|RSS(?:订阅)?|文件下载|推荐阅读|全文阅读|信息公开目录|公开目录|查看原文|阅读原文|展开全文|一键分享|关注我们|T|语音朗读|首\s*页|网站首页|打\s*印|关\s*闭|收\s*藏|分\s*享|返\s*回|下\s*载|纠\s*错|朗\s*读|播\s*放|暂\s*停|停\s*止|字体|字号|大|中|小|特大|标准|默认|\+|-|A\+|A-|保存|复制|推荐|举报|评论|点赞|转发|简体|繁体|繁體|English|EN|手机版|电脑版|移动版|微信|微博|抖音|头条|客户端|小程序"
    r"|政务公开|政府信息公开|信息公开|政务服务|互动交流|政民互动|公众参与|办事服务|网上办事|走进\S{1,6}|\S{1,4}概况|新闻中心|新闻动态|政务动态|政务要闻|通知公告|公示公告|公告公示|要闻动态|工作动态|图片新闻|专题专栏|专题|数据开放|数据发布|领导之窗|领导信息|机构职能|机构设置|机构概况|政策文件|政策法规|政策解读|规划计划|人事信息|财政信息|应急管理|统计信息|依申请公开"
    r"|政府信息公开(?:指南|制度|年报|目录|年度报告|专栏|平台)|公开指南|公开制度|公开年报|法定主动公开内容|其他(?:法定)?主动公开内容|基层政务公开|法治政府建设(?:年度报告|年报|工作报告|情况报告|情况|专栏)?|年度报告|更多|更多>>|more|>>|搜索|搜\s*索|检索|登录|注册|登陆|退出|帮助|站点地图|网站导航|导航|菜单|展开|收起|目录|全文|正文|内容|详情|隐藏|显示|继续访问|放弃|继续|取消|确定|继续访问放弃|确定取消"
    r"|无障碍阅读|无障碍浏览|无障碍|长者版|长者模式|老年模式|关怀版|适老版|乡镇街道?|镇街|部门|地方|县直部门|乡镇|政府部门|中国政府网|\S{1,8}(?:人民政府网|政府网站?|政务网|门户网站?|融媒体?|发布网)|当前位置|附件|附件[：:]|相关链接|相关附件|分享到|[|｜·•—_\-=*/\\\s]+)"
)
_SPLIT = re.compile(r"[\s|｜·•>＞»/　]+")
_NOTICE = re.compile(
    r"版权|转载|本网|本站|稿件|免责|侵权|浏览器|ICP|主办单位|承办单位|标识码|网站管理|未经.{0,6}授权|追究.{0,4}法律责任|联系方式|著作权|链接|网站|Cookie|屏幕分辨率|违法和不良信息|举报电话|邮箱"
)
_SUMMARY = re.compile(
    r"^(?:【|\[)?(?:内容概述|内容简介|信息摘要|摘\s*要|导\s*读|核心提示|内容摘要)(?:】|\])?\s*[：:\t|]?"
)
_SENTENCE = re.compile(
    r"小编(?:为大家|为您|整理)|供(?:大家|您|各位)?(?:参考|借鉴)。?$|网友投稿|如有侵权|侵权[^。]{0,8}(?:删除|联系)|(?:本网|本站|本网站)[^。]{0,14}(?:转载|内容|稿件|文章|信息)|您(?:好|当前|可以|正在|的浏览器|使用的)|感谢您|温馨提示"
    r"|欢迎(?:您|访问|来电|光临)|建议使用[^。]{0,16}浏览|本网站由|转载请注明|点击(?:查看|下载|进入|这里|此处|右上角)|请(?:点击|升级|安装|使用[^。]{0,10}浏览器)|浏览体验|浏览器(?:版本|不支持)"
    r"|未经(?:书面)?(?:授权|许可|同意)[^。]{0,10}(?:转载|使用|复制)|网友评论|发表评论|条评论|我来说两句|暂无(?:评论|数据|附件|内容)|正在(?:加载|跳转)|页面(?:加载|跳转)"
)
_PAGE = re.compile(
    r"[-—–－_·•\s]*(?:第\s*)?\d{0,3}\s*(?:页)?[-—–－_·•\s]*|第\s*\d+\s*页\s*[，,/]?\s*共\s*\d+\s*页|\d{1,3}\s*/\s*\d{1,3}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[\sT]+\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}:\d{2}(?::\d{2})?|(?:(?:上一页|下一页|尾页|首页)\s*(?:\d+\s*)*)+"
    r"|[\d:：/\s]*\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}"
)
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|wps|zip|rar|ofd)\s*(?:[（(][^（()）]{0,12}[）)])?$", re.I)
_COUNTS = re.compile(r"(?:浏览|点击|访问|阅读)(?:次数|量|率|数)")
_PAGE_NUMBER = re.compile(
    r"[-—–－_·•\s]*(?:第\s*)?\d{1,3}\s*页?[-—–－_·•\s]*|第\s*\d+\s*页\s*[，,/]?\s*共\s*\d+\s*页"
)
IMAGE = re.compile(
    r"^(?:\[(?:image|图片|pic)[^\]\n]{0,80}\]|［图片］|【图片】|\(图片\)|（图片）|!\[[^\]]*\]\([^)]*\)|图片\d?|[\ufffc\s])+$",
    re.I,
)
_REPORTING = re.compile(
    r"法治|依法|执法|普法|法律|调解|纠纷|信访|行政|党委|党工委|政府|街道|群众|制度|建设|工作|监督|服务|宣传|培训|治理"
)
_SHORTEST = 5  # characters of a sentence
_POINT = re.compile(r"^[一二三四五六七八九十]{1,2}是")


def is_chrome(row: Row) -> bool:
    """Whether a row by itself is surely part of the page and not of the report."""
    text = row.text
    if IMAGE.match(text) or _SUMMARY.match(text) or _PAGE.fullmatch(text):
        return True
    if len(text) > 90:
        return _is_notice(text)
    if _FILE.search(text) and "。" not in text:
        return True
    if mark_at(text) and not re.search(r"[>＞»]|https?:|版权|ICP", text):
        return False
    if _LABELLED.search(text) or len(_INNER_LABELS.findall(text)) >= 2:
        return not (text.endswith("。") and len(text) > 45)
    if _SENTENCE.search(text):
        return len(_REPORTING.findall(text)) < 4
    if _STRONG.search(text):
        if text.endswith("。") and not _STRONG.search(_COUNTS.sub("", text)):
            return "，" not in text and not _tells(text)
        return "。" not in text or (len(text) < 30 and not _tells(text)) or _is_notice(text)
    return _all_tokens(text) or (_is_notice(text) and len(_NOTICE.findall(text)) >= 3)


def _tells(text: str) -> bool:
    """A whole sentence of the report's matter that states a number: 推送普法信息72条，阅读量…。"""
    return text.endswith("。") and bool(_REPORTING.search(text) and re.search(r"\d", text))


def _is_notice(text: str) -> bool:
    kinds = {found.group() for found in _NOTICE.finditer(text[:1500])}
    return len(kinds) >= 3 and len(_REPORTING.findall(text[:1500])) < len(text[:1500]) / 40


def _all_tokens(text: str) -> bool:
    if len(text) > 80:
        return False
    words = [word for word in _SPLIT.split(text.rstrip("：:")) if word]
    if len(text) <= 12 and _TOKENS.fullmatch("".join(words)):
        return True
    return all(_TOKENS.fullmatch(word) for word in words)


def is_menu(text: str) -> bool:
    """Many short words in a row without punctuation: a navigation bar."""
    words = [word for word in _SPLIT.split(text) if word]
    return (
        len(words) >= 4
        and all(len(word) <= 10 for word in words)
        and not re.search("[，。；]", text)
    )


def weight(row: Row) -> float:
    """How much a row speaks for the report; chrome is heavy enough to end it."""
    text = row.text
    if IMAGE.match(text) or _PAGE_NUMBER.fullmatch(text):
        return 0.0
    if is_chrome(row):
        return -5.0
    if mark_at(text) or _POINT.match(text):
        return 3.0 + min(len(text), 400) / 60
    if len(text) >= 30 and re.search("[，。；：]", text):
        return 1.0 + min(len(text), 600) / 50 if _REPORTING.search(text) else 0.2
    if is_menu(text):
        return -3.0
    if text[-1] in "。：；" and len(text) >= (_SHORTEST if text[-1] == "。" else 6):
        return 1.0
    return -0.8
