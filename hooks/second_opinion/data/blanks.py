"""The blanks that are filled in in each wording, and the words for which only a script asks.

Where a word has a blank for which nothing is filled in, readers would get an error, or "undefined", in place of a
sentence; so what each wording may and must have stands here, and a build checks it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping

from msgspec import Struct

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding, Message, did_you_mean, format_all
from second_opinion.core.languages import LANGUAGE_NAMES
from second_opinion.core.validation import YamlDocument

BLANK = re.compile(r"\{(\w+)\}")
CAN_LACK = "_asked"  # ends the names of words that stand in no table, since the program can do without

# The names of the blanks; `?` behind one says that a wording can do without it.
INTERFACE = {
    "search_one_result": "query? count?",
    "search_results": "count query?",
    "search_nothing": "query?",
    "table_region": "title",
    "written_on": "date",
    "checked_by": "name role date",
    "next_check": "date",
    "overdue": "date",
    "looked": "date",
    "amount_passed": "year now",
    "sources_count": "count",
    "source_read": "date",
    "source_read_archived": "date",
    "edit_snippets": "count",
    "edit_snippet": "name",
    "release": "number date",
    "printed_from": "address",
    "amount_expected": "date",
    "example_answer": "bill year patient",
    "example_expected": "year",
    "more_examples": "count",
    "study_people": "people",
    "study_people_or_more": "people",
    "feedback_contact": "contact",
    "feedback_repository": "repository",
}

EDITING = {
    "such_as": "example",
    "readers_get": "sentences",
    **dict.fromkeys(["files_pages", "files_snippets", "files_own_docs", "files_own_snippets"], "language"),
}

# The lists to take along: what their script says.
TOOLS = {
    "said_added": "line",
    "said_removed": "line",
    "said_moved": "line place count",
    "said_up": "line",
    "said_down": "line",
    "said_remove": "line",
    "said_taken": "count",
    "said_to_list": "count",
    "said_one_sheet": "names",
    "said_sheets": "count names",
    "said_too_long": "name",
    "said_still_empty": "names",
    "said_who": "name",
    **dict.fromkeys(
        (
            "said_put_back",
            "said_nothing_typed",
            "said_copied",
            "said_not_copied",
            "said_kept",
            "said_not_kept",
            "said_no_longer_kept",
            "said_wiped",
            "said_nothing_to_take",
            "said_no_dates",
            "said_calendar",
            "said_file",
            "said_emptied",
            "said_not_shared",
            "said_mailed",
            "said_all_there",
            "said_nothing_chosen",
            "said_blank_sheet",
            "said_weight",
            "said_lasting",
            "said_head_date",
            "said_head_doctor",
            "said_head_along",
            "said_head_question",
        ),
        "",
    ),
}

# Notices of the build, which says them in English by itself.
NOTICES = {
    "notice_amount_missing": "year",
    "notice_amount_expected": "year euro",
    "notice_example_old": "year now",
    "notice_behind": "english file lines",
    "notice_unrecorded": "",
    "notice_unlisted": "sections page",
    "notice_passage_gone": "passage",
    "notice_section_not_yet": "file mark",
    "notice_page_not_yet": "file mark",
}

DUE = {
    "looked": "date",
    "looked_long_ago": "date days",
    **dict.fromkeys(
        ["overdue", "soon", "changed", "nothing", "unchecked_title", "notices", "no_notices"], ""
    ),
    "page_due": "title date roles",
    "page_changed": "title date roles",
    "unchecked": "role looks_at count all",
    "also": "lines",
    "later": "",
    **NOTICES,
}

SIGN_OFF = {
    "title": "the_name",
    "about": "address number date",
    **dict.fromkeys(["marks", "for_maker", "every_page", "each_page", "page_gone", "together", "many"], ""),
    **dict.fromkeys(["unchanged", "gone"], ""),
    **dict.fromkeys(["everyones", "everyones_about", "speak_of", "agreed"], ""),
    "also_on": "pages",
    "gone_part": "words number",
    "other_with": "keys",
}

NAMES = (
    "name? the_name? The_name?"  # of a hospital: alone, with its article, and so at the start of a sentence
)
# What a site asks for follows from its brand.yml; so that each site tells which words lack, those without a blank stand
# here too.
OWN_PAGE_WITHOUT_BLANKS = """
slug
slug_elsewhere
menu
menu_elsewhere
block_first
more_elsewhere
report_mistake
our_website
in_dutch
first_both
first_treating_doctor
first_gp
first_insurer
next_both
next_treating_doctor
next_gp
next_ask_us
then_by_patient
then_by_hospital
elsewhere_title
elsewhere_directory
filter_label
filter_all
contact_title
contact_form
portal
specialties_title
specialties_all
specialties_some
mental_health
no_mental_health
disease_title
moment_title
moment_after_plan
moment_urgent
referral_title
referral_both
referral_treating_doctor
referral_gp
referral_required
only_treating_doctor
only_gp
preferred_treating_doctor
preferred_gp
gp_takes_longer
gp_takes_longer_brought
file_title
brought
brought_your_doctor
brought_us
brought_us_written
brought_you
brought_you_first
file_by
file_portal
file_fax_portal
file_ask_number
file_ask_address
file_images_brought
file_images_not_there
file_images_anew
file_images_with_referral
file_asked_elsewhere
file_disc
file_disc_often
file_contents
review_title
review_day
review_day_scans
review_invited
review_when
review_no_confirmation
review_confirmation
review_team_meeting
review_status_plain
review_status_contact
appointment_title
doctor_title
specialist_title
specialist_chosen
made_by_patient
made_by_hospital
made_by_hospital_if_seen
made_tests
made_after_file
made_after_file_scans
made_then_by_us
invited_title
needed_title
always
not_always
usually
advice_from_file
invited_when
needed_when
invited_when_not
invited_not_usually
video
telephone
video_telephone
visit_title
afar_title
one_visit
second_visit
examined_often
preferred_doctor
result_often_at_once
result_usually_at_once
waiting_title
waiting_specialty
waiting_weeks
waiting_guide
waiting_after_review
waiting_link
waiting_link_specialty
waiting_link_illness
language_title
interpreter_by_us
interpreter_not_by_us
studies_title
studies_reason
studies_judged
studies_open
studies_link
costs_title
insurer_first
costs_insurer
costs_price_table
costs_price_table_self
price_of
price
costs_contracts_below
costs_prices
costs_prices_self
costs_page
report_title
report_there_title
to_you
to_referrer
to_gp
to_treating_doctors
report_unless
report_copy
takeover_title
takeover_if_you_want
takeover_possible
takeover_not_automatically
takeover_not_always
takeover_usually_not
takeover_if_own_doctor_cannot
takeover_never
hard_to_ask_title
hard_to_ask
takeover_until_then
takeover_reason
takeover_reasons
takeover_sometimes_not
abroad_title
papers_title
papers_too
more_title
complaints_title
complaints_form
offered_papers
offered_home
offered_privacy
offered_accessibility
offered_own_line
"""
OWN_PAGE_BLANKS = {
    **dict.fromkeys(OWN_PAGE_WITHOUT_BLANKS.split(), ""),
    "title": NAMES,
    "title_elsewhere": NAMES,
    "description": NAMES,
    "description_elsewhere": NAMES,
    "lead": NAMES,
    "lead_elsewhere": NAMES,
    "block": NAMES,
    "block_elsewhere": NAMES,
    "more": NAMES,
    "made_from": NAMES,
    "made_from_on": f"{NAMES} date",
    "maker": f"{NAMES} number? date?",
    "report_mistake_site": "link",
    "made_by_patient_site": "link",
    "made_by_patient_phone": "phone",
    "made_by_patient_phone_too": "phone",
    "to_call": "phone hours?",
    "to_call_when": "phone hours",
    "to_call_general": "phone",
    "to_mail": "email",
    "elsewhere": NAMES,
    "elsewhere_questions": "things",
    "filter_count": "count",
    "place_about": "things",
    "place_site": "name",
    "disease": "disease",
    "disease_kinds": "disease",
    "contact_department": "department",
    "contact_answer": "time",
    "contact_form_answer": "time",
    "file_post": "address",
    "file_fax": "number",
    "file_images": "way",
    "file_languages": "languages",
    "spoken": "languages",
    "review_days": "days",
    "review_days_scans": "days",
    "review_status": "department",
    "made_by_department": "department",
    "waiting_on": "date",
    "waiting_in_weeks": "specialty weeks",
    "waiting_one_week": "specialty",
    "weeks_between": "low high",
    "waiting_link_kind": "disease",
    "costs_advance": "amount",
    "costs_date": "date",
    "costs_date_one": "date",
    "costs_checked": "date",
    "costs_checked_one": "date",
    "costs_changed": "date",
    "costs_changed_one": "date",
    "costs_department": "department",
    "costs_phone": "phone",
    "costs_contracts": "insurers until date",
    "costs_contracts_all_but": "insurers until date",
    "report_to": "people",
    "abroad": "languages",
    "abroad_not_sent": "languages",
    "paper_code": "code",
    "complaints": "officer",
}

# What the questions of the estimate need besides stands in cost_questions.py.
COST_FORM = {
    "phone": "phone",
    "chip_year": "year",
    "year_passed": "year now",
    "deductible_used": "year",
    "hospital_contracts": "hospital insurers until",
    "hospital_contracts_all_but": "hospital insurers until",
    "hospital_unpaid": "hospital amount",
}

# Only the script asks for these, by names that it puts together; so those without a blank stand here too.
WITHOUT_BLANKS = """
not_answered not_counted says_nothing_yet says_wrong says_not_insured says_whole_unknown says_no_limit amount_unknown
line_bill line_not_covered line_covered_in_full line_tariff line_reimbursable line_gap line_voluntary
line_used line_deductible_charged line_charged_compulsory line_charged_voluntary
line_deductible_not_used line_no_deductible_child line_no_deductible_gp line_no_deductible_supplementary
line_patient line_insurer line_pay_in_advance line_settle_later line_money_back part_gap part_deductible_charged
part_insurer bar_you bar_certain bar_open bar_above bar_whole why_bill why_not_covered why_covered_in_full why_tariff
why_percentage_of_bill why_percentage_of_bill_up_to_tariff why_percentage_of_tariff why_reimbursable why_gap
why_compulsory why_voluntary why_used why_open why_deductible_charged why_charged_compulsory why_charged_voluntary
why_deductible_not_used why_no_deductible_child why_no_deductible_gp why_no_deductible_supplementary why_patient
why_insurer why_pay_in_advance why_settle_later why_money_back mind_insurance mind_no_referral mind_repeat
mind_no_cover_abroad mind_supplementary mind_abroad mind_gp mind_gap mind_tariff_assumed ask_nothing
differs few_questions still_needed cleared put_back not_filled_in not_insured_link sheet_usual source copied not_copied
"""
ERRORS = "error_missing error_empty error_amount error_percentage"
COST_ANSWER = {
    "chip_other": "question answer",
    "usual_amount": "amount",
    "read_as": "amount",
    "per_cent": "number",
    "says_exact": "high",
    "says_exact_count_on": "high",
    "says_whole": "high",
    "says_not_seen": "hospital",
    "says_nothing": "high?",
    "says_nothing_count_on": "high?",
    "says_at_most": "high",
    "says_at_most_count_on": "high",
    "says_between": "low high",
    "says_between_count_on": "low high",
    "highest_is": "compulsory voluntary",
    "used_above": "whole",
    "questions_added": "questions",
    "still_more": "count",
    "sheet_made": "date",
    "amount_at_most": "high",
    "amount_between": "low high",
    "line_percentage_of_bill": "percentage",
    "line_percentage_of_bill_up_to_tariff": "percentage",
    "line_percentage_of_tariff": "percentage",
    "line_compulsory": "year",
    "line_open": "year",
    "hospital_advance": "hospital amount",
    "expected": "amount",
    "mind_expected": "year euro read",
    "mind_used_up": "year",
    "error_too_high": "limit",
    **dict.fromkeys(WITHOUT_BLANKS.split(), ""),
    **dict.fromkeys(ERRORS.split(), "limit?"),
}


class Wanted(Struct, frozen=True):
    """The blanks that a wording must have, and all that it may have."""

    must: frozenset[str]
    may: frozenset[str]


@cached
def _parse_wanted(blanks: str) -> Wanted:
    """Return what a line of the tables here says."""
    names = blanks.split()
    return Wanted(
        frozenset(name for name in names if not name.endswith("?")),
        frozenset(name.removesuffix("?") for name in names),
    )


@cached
def _blanks_of(text: str) -> tuple[str, ...] | None:
    """Return the names of the blanks of a text, in order; None where a brace has no pair or no name."""
    return None if re.search(r"[{}]", BLANK.sub("", text)) else tuple(BLANK.findall(text))


def check_blanks(
    file: str, name: str, texts: Mapping[str, tuple[str, int]], blanks: Mapping[str, str]
) -> list[Finding]:
    """Find what is wrong with the blanks of one wording; ``texts`` holds its text and line in each language."""
    expected = _parse_wanted(blanks.get(name, ""))
    findings = []
    for lang, (text, line) in texts.items():
        have = _blanks_of(text)
        if have is None:
            wrong = f"'{name}' has a brace without its pair: {text!r}"
            findings.append(Finding(file, line, wrong, "write a blank as {name}"))
        elif unknown := [blank for blank in have if blank not in expected.may]:
            findings += [
                _finding_of_unknown_blank(file, line, name, blank, expected)
                for blank in dict.fromkeys(unknown)
            ]
        elif missing := sorted(expected.must.difference(have)):
            wrong = f"'{name}' lacks {_format_blanks(missing)} in {LANGUAGE_NAMES[lang]}"
            do = f"put {'it' if len(missing) == 1 else 'them'} where the program fills something in"
            findings.append(Finding(file, line, wrong, do))
    return findings


def _finding_of_unknown_blank(file: str, line: int, name: str, blank: str, expected: Wanted) -> Finding:
    wrong = f"'{name}' has the blank {{{blank}}}, for which there is nothing to fill in"
    if not expected.may:
        return Finding(file, line, wrong, "take it out")
    near = did_you_mean(f"{{{blank}}}", {f"{{{known}}}" for known in expected.may})
    return Finding(file, line, wrong, near)


def missing_names(names: Collection[str], blanks: Mapping[str, str]) -> dict[str, str]:
    """Return the names of a table that a file lacks, each with the name there that was meant for it, or with none.

    missing_names(["menus"], {"menu": "", "close": ""}) => {"menu": "menus", "close": ""}
    """
    others = [name for name in names if name not in blanks and not name.endswith(CAN_LACK)]
    near = {name: difflib.get_close_matches(name, others, n=1) for name in blanks if name not in names}
    return {name: found[0] if found else "" for name, found in near.items()}


def check_names_present(
    document: YamlDocument, lacking: Mapping[str, str], blanks: Mapping[str, str]
) -> list[Finding]:
    """Return a finding for each name that a file lacks, where the words stand that are meant for it."""
    return [
        Finding(
            document.file,
            document.line(near) if near else document.line(),
            *message_of_missing_words(name, near, blanks[name]),
        )
        for name, near in lacking.items()
    ]


def message_of_missing_words(name: str, near: str, blanks: str = "") -> Message:
    """Return what is wrong with words that lack, and what to do.

    ``near`` are those that can be meant for them, ``blanks`` what is filled in in them:
    message_of_missing_words("menu", "menus") => "there are no words 'menu'", "call 'menus' so, or add them in both ..."
    """
    needed = sorted(_parse_wanted(blanks).must)
    add = "add them in both languages"
    with_blanks = f"{add}, with {_format_blanks(needed)} in them" if needed else add
    return f"there are no words '{name}'", f"call '{near}' so, or {add}" if near else with_blanks


def _format_blanks(names: list[str]) -> str:
    return format_all(f"{{{name}}}" for name in names)
