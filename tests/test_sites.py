"""Strict declarations: what is wrong stops the run and is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.site_file import SiteError, load_declarations, load_sites
from pipelines.sites import site_of_host

GOOD = """\
name: made
title: 某某网
area: '370200'
hosts: [www.example.org]
family: generic
"""

BAD = [
    ("unknown key", GOOD + "colour: red\n", ":6: unknown key 'colour'"),
    ("key given twice", GOOD + "title: 又一\n", ":6: key 'title' is given twice"),
    ("missing key", "name: made\ntitle: 某某网\n", "key 'area' is missing"),
    ("area not quoted", GOOD.replace("'370200'", "370200"), ":3: put quotes"),
    ("area of no form", GOOD.replace("370200", "37"), ":3: '37' is no GB/T 2260"),
    ("area of no place", GOOD.replace("370200", "370299"), ":3: '370299' is no GB/T"),
    ("a reserved name", GOOD.replace("made", "replay"), ":1: 'replay' means"),
    ("start on another host", GOOD + "start: [http://other.example.org/]\n",
     "start http://other.example.org/: other.example.org is none of hosts"),
    ("no such day", GOOD + "layouts: [{until: 2021-02-30}]\n", "'2021-02-30' is no date"),
    ("host in capitals", GOOD.replace("www.", "WWW."), ":4: 'WWW.example.org'"),
    ("family unknown", GOOD.replace("generic", "typecho"), ":5: unknown family"),
    ("bad pattern", GOOD + "article: '(a'\n", ":6: pattern does not compile"),
    ("bad selector", GOOD + "select: {title: 'p['}\n", ":6: selector 'p['"),
    ("selector unknown", GOOD + "select: {body: p}\n", ":6: unknown key 'body'"),
    ("start no address", GOOD + "start: [ftp://x/]\n", ":6: 'ftp://x/' is no http"),
    ("start without url", GOOD + "start: [{post: a}]\n", ":6: key 'url' is missing"),
    ("first without {page}", GOOD + "start: [{url: http://x/, first: 2}]\n", ":6: first"),
    ("no whole number", GOOD + "start: [{url: 'http://x/{page}', step: a}]\n", ":6: 'a'"),
    ("step of 0", GOOD + "start: [{url: 'http://x/{page}', step: 0}]\n", ":6: step 0"),
    ("share above one", GOOD + "assert: {dated: 98}\n", ":6: expected a share"),
    ("layouts unsorted", GOOD + "layouts: [{until: 2022-01-01}, {until: 2020-01-01}]\n",
     "oldest first"),
    ("not a mapping", "- name\n", ":1: expected"),
    ("empty", "", ":1: the file is empty"),
    ("not YAML", "name: [\n", "expected"),
    ("name of another folder", GOOD.replace("made", "other"), "folder 'made'"),
]  # fmt: skip


def _declare(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir()
    (folder / name / "site.yml").write_text(text, "utf-8")


def test_a_good_declaration_loads(tmp_path: Path) -> None:
    _declare(tmp_path, "made", GOOD)
    site = load_sites(tmp_path)["made"]
    assert site.area == "370200"
    assert site_of_host([site], "WWW.example.org") is site
    assert site_of_host([site], "example.org") is None


@pytest.mark.parametrize(
    ("text", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
def test_a_bad_one_is_named_with_its_line(
    tmp_path: Path, text: str, message: str
) -> None:
    _declare(tmp_path, "made", text)
    with pytest.raises(SiteError) as error:
        load_sites(tmp_path)
    assert message in str(error.value)
    assert "site.yml" in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_no_declaration_is_told(tmp_path: Path) -> None:
    _declare(tmp_path, "made", GOOD)
    (tmp_path / "made" / "site.yml").write_bytes(GOOD.encode("gb18030"))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "site.yaml").write_text(GOOD)
    broken = load_declarations(tmp_path).broken
    assert "save it as UTF-8" in str(broken["made"])
    assert "rename it to site.yml" in str(broken["other"])


def test_two_sites_with_one_host_are_both_broken(tmp_path: Path) -> None:
    _declare(tmp_path, "made", GOOD)
    _declare(tmp_path, "twin", GOOD.replace("made", "twin"))
    _declare(tmp_path, "third", GOOD.replace("made", "third").replace("www", "xw"))
    declarations = load_declarations(tmp_path)
    assert list(declarations.sites) == ["third"]
    assert sorted(declarations.broken) == ["made", "twin"]
    assert "host www.example.org is declared in" in str(declarations.broken["twin"])
    with pytest.raises(SiteError, match=r"host www\.example\.org is declared in"):
        load_sites(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="no such folder"):
        load_sites(tmp_path / "none")


def test_the_shipped_sites_load() -> None:
    sites = load_sites(Path(__file__).parents[1] / "seeds")
    assert sorted(sites) == ["cri", "guancha", "pingxiang", "qingdao", "yuncheng"]
