"""The answers of the form without a page: which questions matter, what chips, sentence and bar say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from msgspec.structs import asdict, replace

from node import SCRIPTS, Scripts
from second_opinion.data.cost_questions import NOW, QUESTIONS, Choice, CostQuestion, Typed, chip_name
from second_opinion.project.project import Project
from second_opinion.site.bars import WHOLE, segments, with_broken_end
from second_opinion.site.cost_view import CostView, cost_view
from support import TODAY

from .test_cost_estimate import exact, many, with_unknowns

YEAR = int(TODAY[:4])
FILES = {
    name: (SCRIPTS / f"{name}.mjs").as_uri() for name in ("cost-words", "cost-bar", "cost-in-words", "amount")
}
SAY = """async ({ answersOf, asksFor, highestParts, outcomeOf, stillNeeded, usedAbove }, [forms, data, files]) => {
  const [{ sentence, highestText }, { barOf }, { inWords }, { writer }] = await Promise.all(
    ["cost-words", "cost-bar", "cost-in-words", "amount"].map((name) => import(files[name])));
  const write = writer(data.locale), { words } = data;
  const barIn = (found, answers) => {
    const { bar } = inWords(found, answers, new Set(), { data, words, write }, new Date());
    return { segments: barOf(found).segments, lines: bar.map(({ name, amount }) => [name, amount]) };
  };
  return forms.map(([form, touched]) => {
    const answers = answersOf(form, { data, words, write });
    const found = outcomeOf(answers, data);
    const replies = [...answers.replies].map(([field, { chip, isChanged }]) => [field, { chip, isChanged }]);
    const known = typeof found !== "string";
    return {
      path: answers.path,
      replies: Object.fromEntries(replies),
      says: known ? sentence(found, words, write) : words[found],
      highest: known ? highestText(highestParts(found, answers, data), words, write) : "",
      needed: known ? stillNeeded(found, answers) : [],
      usedAbove: usedAbove(answers, data),
      bar: known ? barIn(found, answers) : null,
      asks: known ? asksFor(found, answers, new Set(touched), data).map(({ code }) => code) : [],
    };
  });
}"""
TELL = """async ({ answersOf, outcomeOf }, [form, touched, data, files]) => {
  const [{ inWords, inWordsOfSource }, { writer }] = await Promise.all(
    ["cost-in-words", "amount"].map((name) => import(files[name])));
  const wording = { data, words: data.words, write: writer(data.locale) };
  const answers = answersOf(form, wording), found = outcomeOf(answers, data), now = new Date(2026, 10, 27);
  const given = [found, answers, new Set(touched), wording, now];
  return [inWords(...given), inWordsOfSource(...given)];
}"""
LINES = """({ estimate }, [situations, amounts]) =>
  situations.map((situation) => estimate(situation, amounts).lines)"""
BARS = """({ estimate }, [situations, amounts, files]) => import(files["cost-bar"]).then(({ barOf }) =>
  situations.map((situation) => {
    const found = estimate(situation, amounts);
    return { found, ...barOf(found) };
  }))"""


@pytest.fixture(params=["nl", "en"])
def view(request: pytest.FixtureRequest, sample: Project) -> CostView:
    """Return what the form of a language shows."""
    return view_in(sample, request.param)


def view_in(sample: Project, lang: str) -> CostView:
    """Return what the form of a language shows."""
    assert sample.costs.deductible is not None
    assert sample.costs.texts is not None
    assert sample.brand.sound is not None
    return cost_view(
        sample.costs.deductible,
        sample.costs.texts,
        sample.sources,
        sample.brand.sound,
        lang=lang,
        words=sample.words.site[lang],
        today=sample.today,
    )


def filled(question: CostQuestion, known: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    """Return a question as the script reads it from the page, with an answer or with that of the beginning."""
    usual = str(YEAR) if question.assumes == NOW else question.assumes or None
    given = known.get(question.field)
    is_number = isinstance(given, (int, float)) and not isinstance(given, bool)
    typed = next((one for one in question.answers if isinstance(one, Typed)), None)
    said = str(given).lower() if isinstance(given, bool) else str(given)
    values = {one.value: one for one in question.answers if isinstance(one, Choice)}
    is_typed = typed is not None and is_number and said not in values
    chosen = usual if given is None else "number" if is_typed else said
    label = words[values[chosen].words] if chosen in values else str(chosen)
    chips = {name: words[name] for name in question.chip_words}
    year = words["chip_year"].format(year=chosen) if question.field == "year" else ""
    return {
        "field": question.field,
        "kind": "percentage" if question.kind == "percentage" else "euro",
        "short": words[f"{question.field}_short"],
        "usual": usual,
        "chosen": chosen,
        "label": label,
        "chip": year or chips.get(chip_name(question.field, str(chosen)), ""),
        "typed": str(given) if is_typed else "",
    }


def say(
    node: Scripts, view: CostView, *forms: Mapping[str, Any], touched: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    """Return what the estimate says of forms; what is not given is as it is at the beginning."""
    questions = [question for question in QUESTIONS if question.answers]
    given = [[[filled(one, known, view.words) for one in questions], touched] for known in forms]
    found: list[dict[str, Any]] = node("cost-answers.mjs", SAY, [given, dict(view.data), FILES])
    return found


def test_the_script_says_of_the_usual_situation_what_the_build_has_put_there(
    node: Scripts, view: CostView
) -> None:
    [found] = say(node, view, {})
    assert (found["says"], found["highest"]) == (view.opening.says, view.opening.note)
    assert found["bar"]["lines"] == [[label, amount] for _, label, amount in view.opening.lines]
    drawn = with_broken_end(segments([("open", 1), ("insurer", 1)]))
    assert found["bar"]["segments"] == [asdict(one) for one in drawn]
    chips = {field: reply["chip"] for field, reply in found["replies"].items()}
    shown = {question.field: question.chip for question in view.questions if question.chip}
    assert {field: chips[field] for field in shown} == shown
    assert not any(reply["isChanged"] for reply in found["replies"].values())


def test_who_has_no_referral_first_reads_that_a_hospital_sees_nobody_without(
    node: Scripts, view: CostView
) -> None:
    words = {**view.data["words"], "says_not_seen": "Not here."}
    required = replace(view, data={**view.data, "words": words})
    forms: list[dict[str, Any]] = [
        {"referral": False},
        {"referral": True},
        {"referral": False, "place": "abroad"},
    ]
    usual, here = say(node, view, *forms), say(node, required, *forms)
    assert [one["says"] for one in here] == [
        f"Not here. {usual[0]['says']}",
        *(one["says"] for one in usual[1:]),
    ]


# What is known besides the usual, and how that is said.
KNOWN = {"deductible_used": 0, "voluntary_deductible": 0, "tariff": "default", "bill": 650}
ANSWERS: list[tuple[dict[str, Any], str, str]] = [
    ({}, "U betaalt 385 euro.", "You pay 385 euros."),
    ({"bill": 650.5, "deductible_used": 200}, "U betaalt 185 euro.", "You pay 185 euros."),
    ({"deductible_used": "all"}, "U betaalt zelf niets: 0 euro.", "You pay nothing yourself: 0 euros."),
    ({"age": "child"}, "U betaalt zelf niets: 0 euro.", "You pay nothing yourself: 0 euros."),
    (
        {"contracted": False, "reimbursed_percentage": 62.5, "bill": 800.5},
        "U betaalt 685,19 euro.",
        "You pay 685.19 euros.",
    ),
    (
        {"referral": False},
        "Reken op de hele rekening: 650 euro.",
        "Expect to pay the whole bill: 650 euros.",
    ),
    ({"bill": "unknown"}, "U betaalt hooguit 385 euro.", "You pay at most 385 euros."),
    (
        {"referral": "unknown"},
        "Reken op een bedrag tussen 385 en 650 euro.",
        "Expect to pay between 385 and 650 euros.",
    ),
    (
        {"place": "abroad", "cover_abroad": "supplementary"},
        "Reken op 0 euro. Vraag uw verzekeraar of dat klopt.",
        "Expect to pay 0 euros. Ask your insurer to confirm this.",
    ),
]


def test_the_answer_is_one_sentence_that_says_how_sure_it_is(node: Scripts, view: CostView) -> None:
    found = say(node, view, *(KNOWN | known for known, _, _ in ANSWERS))
    expected = [nl if view.data["locale"] == "nl-NL" else en for _, nl, en in ANSWERS]
    assert [one["says"].replace("\u00a0", " ") for one in found] == expected


def test_below_a_range_stands_what_keeps_it_from_being_exact_what_can_change_most_first(
    node: Scripts, view: CostView
) -> None:
    in_part = {"contracted": False, "reimbursed_percentage": 75, "bill": 800}
    known = {"deductible_used": 0, "voluntary_deductible": 0}
    situations: list[tuple[dict[str, Any], list[str]]] = [
        (in_part | known, ["percentage_of", "tariff"]),
        (in_part | known | {"percentage_of": "bill"}, ["tariff"]),
        (known, ["bill"]),
        ({"deductible_used": 100}, ["bill", "voluntary_deductible"]),
        (
            {"contracted": False},
            [
                "bill",
                "reimbursed_percentage",
                "percentage_of",
                "tariff",
                "deductible_used",
                "voluntary_deductible",
            ],
        ),
        (
            {"care": "unknown", "referral": "unknown", "repeat": "unknown"},
            ["referral", "care", "repeat", "bill", "deductible_used", "voluntary_deductible"],
        ),
        (KNOWN, []),
        ({"referral": False}, []),
    ]
    for (given, fields), found in zip(
        situations, say(node, view, *(given for given, _ in situations)), strict=True
    ):
        assert found["needed"] == fields, given


def test_without_dutch_insurance_or_with_a_mistake_there_is_a_sentence_and_no_amount(
    node: Scripts, view: CostView
) -> None:
    abroad, wrong = say(node, view, {"insured": False}, {"compulsory_deductible": 386})
    assert (abroad["says"], abroad["path"], abroad["bar"]) == (
        view.data["words"]["says_not_insured"],
        ["insured"],
        None,
    )
    assert (wrong["says"], wrong["bar"]) == (view.data["words"]["says_wrong"], None)


# What is known, and which questions then make no difference.
UNASKED: list[tuple[dict[str, Any], set[str]]] = [
    ({"age": "child"}, {"deductible_used", "voluntary_deductible", "compulsory_deductible"}),
    ({"care": "gp"}, {"referral", "deductible_used"}),
    ({"referral": False}, {"repeat", "contracted", "reimbursed_percentage", "deductible_used"}),
    ({}, {"cover_abroad", "reimbursed_percentage", "tariff", "percentage_of"}),
    ({"place": "abroad", "cover_abroad": "none"}, {"care", "referral", "contracted", "deductible_used"}),
    ({"deductible_used": "all"}, {"voluntary_deductible", "compulsory_deductible"}),
]


def test_a_question_that_makes_no_difference_does_not_count(node: Scripts, sample: Project) -> None:
    for (known, never), found in zip(
        UNASKED, say(node, view_in(sample, "nl"), *(known for known, _ in UNASKED)), strict=True
    ):
        assert not never & set(found["path"]), known
        assert "bill" in found["path"]


def test_a_chip_says_the_answer_and_whether_it_is_another_than_usual(node: Scripts, sample: Project) -> None:
    view = view_in(sample, "nl")
    [found] = say(
        node,
        view,
        {
            "contracted": False,
            "referral": "unknown",
            "bill": 650,
            "year": YEAR + 1,
            "compulsory_deductible": 100,
        },
    )
    chips = {
        field: (reply["chip"].replace("\u00a0", " "), reply["isChanged"])
        for field, reply in found["replies"].items()
    }
    assert chips["contracted"] == ("ziekenhuis zonder contract", True)
    assert chips["referral"] == ("Verwijzing: Weet ik niet", True)
    assert chips["bill"] == ("De rekening: 650 euro", False)
    assert chips["year"] == (f"zorg begint in {YEAR + 1}", True)
    assert chips["compulsory_deductible"] == ("Verplicht eigen risico: 100 euro", True)
    assert chips["age"] == ("18 jaar of ouder", False)


def test_what_is_only_assumed_is_asked_too_until_the_reader_says_so(node: Scripts, sample: Project) -> None:
    view = view_in(sample, "en")
    everything = KNOWN | {"compulsory_deductible": "default"}
    [assumed] = say(node, view, everything)
    [chosen] = say(node, view, everything, touched=("contracted",))
    [open_] = say(node, view, {"insured": "unknown"}, touched=("contracted",))
    assert assumed["asks"] == ["contracted", "permission"]
    assert chosen["asks"] == []
    [without] = say(node, view, everything | {"referral": False}, touched=("referral",))
    assert without["asks"] == ["referral"]
    assert open_["asks"] == [
        "insurance",
        "price",
        "advance",
        "deductible_used",
        "voluntary_deductible",
    ]


# What is known, and what there is to ask first: that is also the one thing to do next.
FIRST: list[tuple[dict[str, Any], str]] = [
    ({"referral": False}, "referral"),
    ({"referral": "unknown", "contracted": "unknown"}, "referral"),
    ({"contracted": "unknown"}, "contracted"),
    ({"contracted": False}, "permission"),
    ({"contracted": False, "reimbursed_percentage": 75, "bill": 800} | KNOWN, "permission"),
    ({"place": "abroad"}, "cover_abroad"),
    ({"place": "abroad", "cover_abroad": "basic"}, "permission"),
    ({"place": "abroad", "cover_abroad": "none"}, "price"),
    ({"repeat": True}, "repeat"),
    ({"age": "child", "contracted": True}, "contracted"),
]


def test_what_to_do_next_is_what_can_change_most_and_never_a_referral_that_is_there(
    node: Scripts, view: CostView
) -> None:
    found = say(node, view, *(known for known, _ in FIRST))
    assert [one["asks"][0] for one in found] == [code for _, code in FIRST]
    with_referral = [one for one, (known, _) in zip(found, FIRST, strict=True) if "referral" not in known]
    assert not any("referral" in one["asks"] for one in with_referral)
    for _, code in FIRST:
        assert view.data["words"][f"next_{code}"]


# What is used, which voluntary deductible, and all that there is where that is less.
ABOVE: list[tuple[dict[str, Any], int | None]] = [
    ({"deductible_used": 500, "voluntary_deductible": 0}, 385_00),
    ({"deductible_used": 385, "voluntary_deductible": 0}, None),
    ({"deductible_used": 500}, None),
    ({"deductible_used": 900}, 885_00),
    ({"deductible_used": 200, "voluntary_deductible": 0, "compulsory_deductible": 100}, 100_00),
    ({"deductible_used": "all"}, None),
]


def test_more_that_is_used_than_there_is_is_told(node: Scripts, sample: Project) -> None:
    found = say(node, view_in(sample, "nl"), *(known for known, _ in ABOVE))
    assert [one["usedAbove"] for one in found] == [whole for _, whole in ABOVE]


def test_of_what_the_percentage_is_stays_a_question_whatever_is_known_of_the_rate(
    node: Scripts, sample: Project
) -> None:
    known: dict[str, Any] = {"contracted": False, "reimbursed_percentage": 75, "bill": 800}
    forms = [known | {"tariff": tariff} for tariff in ("unknown", "default", 900)]
    for found in say(node, view_in(sample, "nl"), *forms):
        assert [field for field in found["path"] if field in {"tariff", "percentage_of"}] == [
            "percentage_of",
            "tariff",
        ]


def test_what_is_not_known_is_said_so_and_not_as_a_range_of_everything(
    node: Scripts, amounts: dict[str, Any]
) -> None:
    usual = {"year": YEAR, "age": "adult", "place": "netherlands", "care": "specialist", "referral": True}
    half = usual | {"repeat": False, "contracted": False, "bill": 800, "tariff": "unknown"}
    [found] = node("cost-estimate.mjs", LINES, [[half], amounts])
    highest = {line["code"]: line["high"] for line in found}
    unknown = {"tariff", "reimbursable", "gap", "used", "insurer"}
    assert {code for code, high in highest.items() if high is None} == unknown
    assert highest["patient"] == 800_00


def test_what_is_taken_along_is_told_in_the_language_of_the_country_too(
    node: Scripts, sample: Project
) -> None:
    known = {"contracted": False, "reimbursed_percentage": 62.5, "bill": 800.5, "deductible_used": "unknown"}
    told = {}
    for lang in ("nl", "en"):
        view = view_in(sample, lang)
        form = [filled(one, known, view.words) for one in QUESTIONS if one.answers]
        told[lang] = node("cost-answers.mjs", TELL, [form, ["contracted"], dict(view.data), FILES])
    (dutch, nothing), (english, beside) = told["nl"], told["en"]
    assert nothing is None
    assert beside == dutch
    assert (beside["made"], english["made"]) == ("Gemaakt op 27 november 2026", "Made on 27 November 2026")
    assert ["Contract met uw verzekeraar", "Nee"] in beside["situation"]
    assert ["Contract with your insurer", "No"] in english["situation"]
    assert ["De rekening", "800,50\u00a0euro"] in beside["situation"]
    lengths = [[len(one[part]) for part in ("situation", "lines", "notes")] for one in (english, beside)]
    assert lengths[0] == lengths[1]


def test_the_bar_shows_the_same_numbers_as_the_calculation(node: Scripts, amounts: dict[str, Any]) -> None:
    situations = [*many(exact, 500), *many(with_unknowns(3), 1500), *many(with_unknowns(9), 500)]
    order = ["deductible", "gap", "open", "insurer"]
    for situation, shown in zip(
        situations, node("cost-estimate.mjs", BARS, [situations, amounts, FILES]), strict=True
    ):
        found, drawn, lines = shown["found"], shown["segments"], shown["lines"]
        assert all(one["width"] > 0 for one in drawn), situation
        at = [order.index(one["part"]) for one in drawn]
        assert at == sorted(at), situation
        if found["bill"]["high"] is None:
            assert drawn[-1]["start"] + drawn[-1]["width"] < WHOLE
            highest = found["patient"]["high"]
            ranges = [line["range"] for line in lines if line["range"]]
            assert ranges == ([found["patient"]] if highest else []), situation
            continue
        cents = {line["part"]: line["range"]["high"] for line in lines}
        assert sum(cents.values()) == found["bill"]["high"], situation
        assert sum(one["width"] for one in drawn) == (WHOLE if cents else 0), situation
        named = {line["words"]: line["range"]["high"] for line in lines}
        you = sum(cents.get(part, 0) for part in ("deductible", "gap"))
        assert you == found["patient"]["low"], situation
        assert cents.get("open", 0) == found["patient"]["high"] - found["patient"]["low"], situation
        assert cents.get("insurer", 0) == found["insurer"]["low"], situation
        for words, part in {"part_deductible_charged": "deductible_charged", "part_gap": "gap"}.items():
            assert named.get(words, found[part]["low"]) == found[part]["low"], (part, situation)
        if "bar_certain" not in named:
            assert [named.get("part_gap", 0), named.get("part_deductible_charged", 0)] == [
                found["gap"]["low"],
                found["deductible_charged"]["low"],
            ], situation
