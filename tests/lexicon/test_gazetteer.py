from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from pipelines.lexicon.gazetteer import GENERIC_NAMES, gazetteer

RESOLVED = [
    # name, within, year, code, full name
    ("莱芜市", None, 2017, "371200", "山东省莱芜市"),
    ("莱芜", None, 2017, "371200", "山东省莱芜市"),
    ("莱城区", None, 2017, "371202", "山东省莱芜市莱城区"),
    ("济南市莱芜区", None, 2021, "370116", "山东省济南市莱芜区"),
    ("莱芜区", None, 2021, "370116", "山东省济南市莱芜区"),
    ("山东省青岛市", None, 2021, "370200", "山东省青岛市"),
    ("青岛", None, 2021, "370200", "山东省青岛市"),
    ("青岛莱西市", None, 2021, "370285", "山东省青岛市莱西市"),
    ("山东青岛莱西", None, 2021, "370285", "山东省青岛市莱西市"),
    ("山东省莱西市", None, 2021, "370285", "山东省青岛市莱西市"),
    ("河北石家庄", None, 2021, "130100", "河北省石家庄市"),
    ("郑州市金水区", None, 2021, "410105", "河南省郑州市金水区"),
    ("上栗县", None, 2021, "360322", "江西省萍乡市上栗县"),
    ("上海市浦东新区", None, 2021, "310115", "上海市浦东新区"),
    ("浦东", None, 2021, "310115", "上海市浦东新区"),
    ("重庆忠县", None, 2021, "500233", "重庆市忠县"),
    ("忠县", None, 2021, "500233", "重庆市忠县"),
    ("仙桃市", None, 2021, "429004", "湖北省仙桃市"),
    ("神农架", None, 2021, "429021", "湖北省神农架林区"),
    ("济源市", None, 2005, "419001", "河南省济源市"),
    ("石河子", None, 2021, "659001", "新疆维吾尔自治区石河子市"),
    ("铁门关市", None, 2021, "659006", "新疆维吾尔自治区铁门关市"),
    ("胡杨河市", None, 2020, "659010", "新疆维吾尔自治区胡杨河市"),
    ("白杨市", None, 2023, "659012", "新疆维吾尔自治区白杨市"),
    ("内蒙古", None, 2021, "150000", "内蒙古自治区"),
    ("广西", None, 2021, "450000", "广西壮族自治区"),
    ("香港", None, 2021, "810000", "香港特别行政区"),
    ("河南", None, 2021, "410000", "河南省"),
    ("河北", None, 2021, "130000", "河北省"),
    ("吉林", None, 2021, "220000", "吉林省"),
    ("吉林吉林市", None, 2021, "220200", "吉林省吉林市"),
    ("海南", None, 2021, "460000", "海南省"),
    ("海南州", None, 2021, "632500", "青海省海南藏族自治州"),
    ("临夏州", None, 2021, "622900", "甘肃省临夏回族自治州"),
    ("阿坝", None, 2021, "513200", "四川省阿坝藏族羌族自治州"),
    ("恩施", None, 2021, "422800", "湖北省恩施土家族苗族自治州"),
    ("恩施市", None, 2021, "422801", "湖北省恩施土家族苗族自治州恩施市"),
    ("黔东南州", None, 2021, "522600", "贵州省黔东南苗族侗族自治州"),
    ("大理州", None, 2021, "532900", "云南省大理白族自治州"),
    ("锡林郭勒", None, 2021, "152500", "内蒙古自治区锡林郭勒盟"),
    ("锡盟", None, 2021, "152500", "内蒙古自治区锡林郭勒盟"),
    ("呼市", None, 2021, "150100", "内蒙古自治区呼和浩特市"),
    ("大兴安岭", None, 2021, "232700", "黑龙江省大兴安岭地区"),
    ("伊犁州", None, 2021, "654000", "新疆维吾尔自治区伊犁哈萨克自治州"),
    ("三沙", None, 2021, "460300", "海南省三沙市"),
    ("积石山县", None, 2021, "622927", None),
    ("城步县", None, 2021, "430529", None),
    ("三江县", None, 2021, "450226", None),
    ("门源县", None, 2021, "632221", None),
    ("东乡族自治县", None, 2021, "622926", None),
    ("科右前旗", None, 2021, "152221", None),
    ("莫旗", None, 2021, "150722", None),
    ("管城区", None, 2021, "410104", "河南省郑州市管城回族区"),
    ("香格里拉县", None, 2010, "533421", None),
    ("香格里拉市", None, 2015, "533401", None),
    ("襄樊市枣阳市", None, 2005, "420683", "湖北省襄樊市枣阳市"),
    ("襄阳枣阳", None, 2015, "420683", "湖北省襄阳市枣阳市"),
    ("杭州市临平区", None, 2022, "330113", "浙江省杭州市临平区"),
    ("江干区", None, 2020, "330104", "浙江省杭州市江干区"),
    ("钱塘区", None, 2021, "330114", "浙江省杭州市钱塘区"),
    ("偃师区", None, 2022, "410307", "河南省洛阳市偃师区"),
    ("孟津", None, 2015, "410322", "河南省洛阳市孟津县"),
    ("海门区", None, 2021, "320614", "江苏省南通市海门区"),
    ("太谷区", None, 2020, "140703", "山西省晋中市太谷区"),
    ("横州市", None, 2021, "450181", "广西壮族自治区南宁市横州市"),
    ("大同市城区", None, 2015, "140202", "山西省大同市城区"),
    ("两江新区", None, 2025, "500157", "重庆市两江新区"),
    # The year of a change has both sides, and the new one of two alike.
    ("莱芜市", None, 2019, "371200", "山东省莱芜市"),
    ("莱芜区", None, 2019, "370116", "山东省济南市莱芜区"),
    ("三元区", None, 2021, "350404", "福建省三明市三元区"),
    ("三元区", None, 2020, "350403", "福建省三明市三元区"),
    ("崇川区", None, 2020, "320613", "江苏省南通市崇川区"),
    ("公主岭市", None, 2019, "220381", "吉林省四平市公主岭市"),
    ("公主岭市", None, 2021, "220184", "吉林省长春市公主岭市"),
    # Any year: the place of today.
    ("寿县", None, None, "340422", "安徽省淮南市寿县"),
    ("神木", None, None, "610881", "陕西省榆林市神木市"),
    ("莱芜", None, None, "371200", "山东省莱芜市"),
    ("长沙", None, None, "430100", "湖南省长沙市"),
    ("襄阳区", None, None, "420607", "湖北省襄樊市襄阳区"),
    # Several: the one inside, then the nearest.
    ("朝阳区", "110000", 2021, "110105", "北京市朝阳区"),
    ("朝阳区", "220100", 2021, "220104", "吉林省长春市朝阳区"),
    ("鼓楼区", "320300", 2012, "320302", "江苏省徐州市鼓楼区"),
    ("鼓楼区", "320322", 2012, "320302", "江苏省徐州市鼓楼区"),
    ("鼓楼区", "410000", 2021, "410204", "河南省开封市鼓楼区"),
    ("城关区", "620100", 2021, "620102", "甘肃省兰州市城关区"),
    ("海州区", "210900", 2021, "210902", "辽宁省阜新市海州区"),
    ("西湖区", "360000", 2021, "360103", "江西省南昌市西湖区"),
    ("金水区", "370000", 2021, "410105", "河南省郑州市金水区"),
    ("金水区", "CN", 2021, "410105", "河南省郑州市金水区"),
]
UNRESOLVED = [
    ("朝阳区", None, 2021),
    ("鼓楼区", "CN", 2021),
    ("鼓楼区", "320000", 2012),  # two inside
    ("城关区", "310000", 2021),
    ("海州区", None, 2021),
    ("伊宁", None, 2021),
    ("莱芜市", None, 2021),  # gone
    ("莱芜区", None, 2017),  # not yet
    ("济南市莱芜市", None, 2017),  # not inside
    ("青岛市石家庄市", None, 2021),
    ("莱西市青岛市", None, 2021),  # inside out
    ("襄阳市枣阳市", None, 2005),
    ("青岛市某区", None, 2021),
    ("青岛市市", None, 2021),
    ("市辖区", None, 2021),
    ("忠", None, 2021),
    ("冀", None, 2021),
    ("和平", None, 2021),
    ("公安", None, 2021),
    ("大城", None, 2021),
    ("河南县", None, 1998),  # before the table
    ("", None, 2021),
]


@pytest.mark.parametrize(("name", "within", "year", "code", "full_name"), RESOLVED)
def test_resolved(name, within, year, code, full_name):
    division = gazetteer().resolve(name, within, year)
    assert (division and division.code) == code
    if full_name:
        assert gazetteer().full_name(division, year) == full_name


@pytest.mark.parametrize(("name", "within", "year"), UNRESOLVED)
def test_unresolved(name, within, year):
    assert gazetteer().resolve(name, within, year) is None


def test_a_place_that_never_was_is_an_error():
    with pytest.raises(KeyError):
        gazetteer().resolve("朝阳区", "999999", 2021)


def test_ambiguous_names_give_every_candidate():
    codes = {row.code for row in gazetteer().by_name("鼓楼区", 2021)}
    assert codes == {"320106", "320302", "350102", "410204"}


def test_the_year_of_a_change_gives_both_sides():
    codes = {row.code for row in gazetteer().by_name("三元区", 2021)}
    assert codes == {"350403", "350404"}


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("420600", 2009, "襄樊市"),
        ("420600", 2010, "襄阳市"),
        ("420600", None, "襄阳市"),
        ("371200", 2018, "莱芜市"),
        ("371200", 2020, None),
        ("371200", None, "莱芜市"),
        ("370116", 2018, None),
        ("999999", None, None),
    ],
)
def test_by_code(code, year, name):
    division = gazetteer().by_code(code, year)
    assert (division and division.name) == name


def test_chain_and_parent():
    division = gazetteer().by_code("360322", 2021)
    assert division is not None
    chain = gazetteer().chain(division, 2021)
    assert [link.name for link in chain] == ["江西省", "萍乡市", "上栗县"]
    assert gazetteer().parent(division, 2021) == chain[1]
    assert gazetteer().parent(chain[0], 2021) is None


def test_every_division_has_a_whole_chain():
    for rows in gazetteer().codes.values():
        for row in rows:
            for year in (None, row.valid_from, row.valid_to, 1990):
                chain = gazetteer().chain(row, year)
                assert chain[0].parent is None
                assert chain[-1] == row


def test_every_full_name_means_its_division():
    """But the few whose place bore the same name before, under another code."""
    for rows in gazetteer().codes.values():
        for row in rows:
            full = gazetteer().full_name(row, None)
            when = row.valid_to and max(row.valid_from, row.valid_to - 1)
            found = gazetteer().by_name(full, when)
            assert row in found, full
            assert {each.name for each in found} == {row.name}


def test_surface_forms():
    forms = dict(gazetteer().names())
    assert forms["青岛"] == ("370200",)
    assert forms["积石山县"] == ("622927",)
    assert set(forms["鼓楼区"]) == {"320106", "320302", "350102", "410204"}
    assert forms["大同市城区"] == ("140202",)
    assert forms["洛阳老城区"] == ("410302",)
    assert forms["攀枝花东区"] == ("510402",)
    assert min(len(form) for form in forms) == 2
    assert GENERIC_NAMES.isdisjoint(forms)
    for word in ("公安", "资源", "合作", "南部", "和平", "大城", "新华", "冀"):
        assert word not in forms


def test_every_surface_form_can_be_looked_up():
    for form, codes in gazetteer().names():
        found = {row.code for row in gazetteer().by_name(form, None)}
        assert found >= set(codes), form


def test_it_is_loaded_once_and_frozen():
    assert gazetteer() is gazetteer()
    with pytest.raises(TypeError):
        gazetteer().codes["370200"] = ()
    with pytest.raises(FrozenInstanceError):
        gazetteer().codes = {}
