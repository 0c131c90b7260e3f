"""The closed sets of the meeting record, one enum a set."""

from __future__ import annotations

from enum import StrEnum


class Classification(StrEnum):
    """What kind of meeting: the specific head noun decides."""

    CONGRESS = "congress"
    """党代会, 人代会, 政协全会, 团/工/妇代会 and their sessions."""
    CONGRESS_STANDING = "congress_standing"
    """人大常委会, 主任会议, 政协常委会, 主席会议."""
    PLENARY = "plenary"
    """全体(扩大)会议 of party, government, discipline."""
    STANDING_COMMITTEE = "standing_committee"
    """党委常委(扩大)会, 党工委会, 议军会."""
    PARTY_GROUP = "party_group"
    """党组会."""
    EXECUTIVE = "executive"
    """常务会, 市长办公会, 书记专题会, 党政联席会."""
    LEADING_GROUP = "leading_group"
    """领导小组, 指挥部, 专班, 委员会, 总河长, 联席会议."""
    DISPATCH = "dispatch"
    """调度, 研判, 会商, 例会, 形势分析."""
    WORK = "work"
    """工作, 部署, 动员, 推进, 现场, 总结, 协调, 领导干部大会."""
    PERSONNEL = "personnel"
    """宣布任免大会."""
    OVERSIGHT = "oversight"
    """约谈, 警示教育, 巡视/督察动员与反馈, 述职述廉, 民主生活会."""
    STUDY = "study"
    """中心组, 读书班, 宣讲, 党课, 报告会, 培训开班."""
    FORUM = "forum"
    """座谈, 研讨, 论坛, 听证, 论证, 征求意见."""
    PRESS = "press"
    """发布会, 吹风会."""
    INSPECTION = "inspection"
    """调研, 检查, 督导, 视察, 慰问, 观摩."""
    RECEPTION = "reception"
    """会见, 会谈."""
    CEREMONY = "ceremony"
    """签约, 启动, 揭牌, 表彰, 纪念, 团拜, 推介."""
    OTHER = "other"
    """Not understood; always with an Issue."""


class Subject(StrEnum):
    """What the meeting was about: from its name first, then agenda and lead."""

    PARTY_BUILDING = "party_building"
    DISCIPLINE = "discipline"
    IDEOLOGY = "ideology"
    UNITED_FRONT = "united_front"
    RULE_OF_LAW = "rule_of_law"
    ADMINISTRATION = "administration"
    ECONOMY = "economy"
    FISCAL_FINANCE = "fiscal_finance"
    PROJECTS = "projects"
    INDUSTRY_TECHNOLOGY = "industry_technology"
    MARKET = "market"
    AGRICULTURE = "agriculture"
    RURAL_REVITALIZATION = "rural_revitalization"
    DISASTER = "disaster"
    WORK_SAFETY = "work_safety"
    PUBLIC_SECURITY = "public_security"
    EPIDEMIC = "epidemic"
    HEALTH = "health"
    ENVIRONMENT = "environment"
    URBAN_TRANSPORT = "urban_transport"
    LAND_ENERGY = "land_energy"
    EDUCATION = "education"
    CULTURE_TOURISM = "culture_tourism"
    WELFARE = "welfare"
    DEFENSE = "defense"
    FOREIGN = "foreign"


class TimeOfDay(StrEnum):
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class DateBasis(StrEnum):
    """How the date came to be known."""

    STATED = "stated"
    """Day and month stand in the text, and the year where the date has one."""
    YEAR_INFERRED = "year_inferred"
    """The year is that of the publication date nearest to the day."""
    NAME = "name"
    """From the meeting's name."""
    RELATIVE = "relative"
    """昨日, 今天 against the publication date."""
    DATELINE = "dateline"
    """From the report's dateline (本报1月3日讯)."""


class Modality(StrEnum):
    VIDEO = "video"
    """视频, 电视会议, 广电网络视频."""
    TELEPHONE_VIDEO = "telephone_video"
    """电视电话."""
    BROADCAST = "broadcast"
    """电视或网络直播."""
    IN_PERSON = "in_person"
    """Only if printed."""


class OrganizationClass(StrEnum):
    PARTY_COMMITTEE = "party_committee"
    DISCIPLINE = "discipline"
    GOVERNMENT = "government"
    CONGRESS = "congress"
    CPPCC = "cppcc"
    LEADING_GROUP = "leading_group"
    DEPARTMENT = "department"
    COURT = "court"
    PROCURATORATE = "procuratorate"
    MILITARY = "military"
    MASS_ORGANIZATION = "mass_organization"
    DEVELOPMENT_ZONE = "development_zone"
    ENTERPRISE = "enterprise"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    VILLAGE = "village"
    OTHER = "other"


class Level(StrEnum):
    """Level of the division, not rank of the body."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    PREFECTURAL = "prefectural"
    COUNTY = "county"
    TOWNSHIP = "township"


class Role(StrEnum):
    """What a person did at the meeting."""

    CHAIR = "chair"
    """主持."""
    SPEAKER = "speaker"
    """讲话, 强调, 部署, 发言."""
    PRESENTER = "presenter"
    """汇报, 通报, 传达, 介绍情况, 作报告, 作说明, 述职."""
    ATTENDEE = "attendee"
    """出席, 参加, 到会."""
    OBSERVER = "observer"
    """列席."""
    LEAD = "lead"
    """Who inspects or receives; also an attendee."""
    GUEST = "guest"
    """被会见."""


class PostRole(StrEnum):
    PARTY_SECRETARY = "party_secretary"
    DEPUTY_PARTY_SECRETARY = "deputy_party_secretary"
    STANDING_MEMBER = "standing_member"
    GOVERNMENT_HEAD = "government_head"
    GOVERNMENT_DEPUTY = "government_deputy"
    CONGRESS_CHAIR = "congress_chair"
    CONGRESS_DEPUTY = "congress_deputy"
    CPPCC_CHAIR = "cppcc_chair"
    CPPCC_DEPUTY = "cppcc_deputy"
    DISCIPLINE_HEAD = "discipline_head"
    DEPARTMENT_HEAD = "department_head"
    DEPARTMENT_DEPUTY = "department_deputy"
    SECRETARY_GENERAL = "secretary_general"
    COURT_PRESIDENT = "court_president"
    CHIEF_PROCURATOR = "chief_procurator"
    MILITARY = "military"
    HEADQUARTERS_HEAD = "headquarters_head"
    HEADQUARTERS_DEPUTY = "headquarters_deputy"
    RANK_ONLY = "rank_only"
    """一级巡视员, 正厅级干部: a rank without an office."""
    ENTERPRISE = "enterprise"
    SCHOOL = "school"
    OTHER = "other"


class Qualifier(StrEnum):
    ACTING = "acting"
    """代, 主持工作."""
    NOMINEE = "nominee"
    """候选人, 提名人选."""
    FORMER = "former"
    """原, 前, 时任."""


class ListScope(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    """The list ends with 等."""
    IN_TOWN = "in_town"
    """在家的市领导: others were away."""


class MentionContext(StrEnum):
    """Why a person is named who was not there."""

    UPSTREAM = "upstream"
    INSTRUCTION = "instruction"
    APPOINTEE = "appointee"
    ABSENT = "absent"
    REPRESENTED = "represented"
    SUBJECT = "subject"


class AppointmentAction(StrEnum):
    APPOINTED = "appointed"
    REMOVED = "removed"
    ELECTED = "elected"
    RESIGNED = "resigned"
    NOMINATED = "nominated"
    ANNOUNCED = "announced"


class AgendaClass(StrEnum):
    HEARD = "heard"
    STUDIED = "studied"
    REVIEWED = "reviewed"
    DEPLOYED = "deployed"
    NOTIFIED = "notified"


class MotionResult(StrEnum):
    PASSED = "passed"
    PASSED_IN_PRINCIPLE = "passed_in_principle"
    AGREED = "agreed"
    FAILED = "failed"


class ResponseKind(StrEnum):
    MEETING = "meeting"
    SPEECH = "speech"
    INSTRUCTION = "instruction"
    DOCUMENT = "document"


class ResponseRelation(StrEnum):
    WATCHED = "watched"
    """收听收看."""
    CONVEYED = "conveyed"
    """传达学习."""
    IMPLEMENTS = "implements"
    """贯彻落实."""
    CALLED_FOR = "called_for"


class RelationKind(StrEnum):
    PART_OF = "part_of"
    BEFORE = "before"
    AFTER = "after"
    SAME_TRIP = "same_trip"
