"""What a copy of the site says nowhere: the opposite of what its brand.yml says of the hospital's own way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

import markdown
import pytest
from msgspec.structs import asdict, replace

from checking import with_brand
from second_opinion.brand.case_rules import asked_hospital, cases_of
from second_opinion.brand.model import NEEDED
from second_opinion.brand.own_page import OWN_PAGE
from second_opinion.brand.own_sections import own_sections
from second_opinion.brand.speaker import Speaker
from second_opinion.commands.sign_off import AROUND, Sheet
from second_opinion.core.addresses import HOME
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.markdown_text import Text, include_snippets, text_links
from second_opinion.core.validation import read_yaml
from second_opinion.data import cost_texts, interface
from second_opinion.data.blanks import BLANK
from second_opinion.data.cases import CASES, IF, NO_MENTAL_HEALTH, OWN_WAY, cases_for, in_case, usual
from second_opinion.data.glossary import NOTHING_EXPLAINED
from second_opinion.data.letter_fields import ASKED
from second_opinion.data.tools import WORDS as TOOL_WORDS
from second_opinion.data.tools import Line, texts_of_tool
from second_opinion.data.who_does_what import FILE as DRAWING
from second_opinion.data.who_does_what import HOSPITAL, Party, Way, WhoDoesWhat, read_who_does_what
from second_opinion.links.rules import comparable_words
from second_opinion.project.disk import icon_names
from second_opinion.project.project import Project
from second_opinion.project.values import terms_listed
from second_opinion.prose.made_by import made_paragraphs
from second_opinion.prose.text_differences import Paragraph
from second_opinion.site.body import Vocabulary, explained_ids, finish_body
from second_opinion.site.tool_view import FieldView, tool_view
from second_opinion.texts.left_out import page_of
from second_opinion.texts.pages import Page
from second_opinion.texts.published import page_address
from support import ROOT
from unit.making import DAY, WORDS, brand_of

from .houses import houses

BY_HOSPITAL = "appointment: {made: by-hospital}"
MENTAL_HEALTH = "mental-health"
LISTS = "the lists and the drawing"
CONSENT = "consent"
MOST_LEFT_OUT = 3
WITHOUT_CASES = (cost_texts.FILE, interface.FILE, TOOL_WORDS)

# At the beginning of a card, what stands for something that was said before it.
POINTING = {
    "nl": r"^(?:Kan|Mag|Is|Moet) (?:dat|die|deze)\b|^Ik neem (?:dat|die)\b|^[^.?]*\b(?:in dat|voor deze)\b",
    "en": r"^[^.?]*\b(?:do|taking|bring|need) (?:it|that|them)\b|^[^.?]*\b(?:at that|for this)\b",
}
DATE = {"nl": "^Daarna hoort u (?:de datum|wanneer)", "en": "^You then hear (?:the date|when)"}
EITHER_REFERS = {
    "nl": r"^(?:Vraag|U vraagt) uw arts of huisarts om een verwijzing\.|uw specialist of uw huisarts",
    "en": r"^(?:Ask|You ask) your doctor or GP for a referral\.|your specialist or your GP",
}
WHO_ASKS = {"nl": r"\bals u aanvraagt", "en": r"\bwhen you apply"}
SEEN = {
    "nl": r"^Dan krijgt u advies\.|^U komt bij ons voor het gesprek, en|krijgt u daar advies|, dan krijgt u advies",
    "en": r"^Then you get advice\.|^You come to us for the appointment, and|get advice there|If .*, you get advice\.",
}
PROMISED = {"nl": r"^Daarna maken wij de afspraak\.", "en": r"^We then make the appointment\."}

# Words that would say the opposite wherever they stood, in each language.
# What is said of taking over a treatment by a hospital that says nothing of it.
POLICY_UNKNOWN = {
    "nl": r"^Dat mag u (?:ons )?vragen\.$|meestal gaat u terug|is een advies: de tweede|: overnemen kan niet",
    "en": r"^You can ask(?: us)?\.$|you usually go back|is advice: the second|transfer is not always possible",
}
CONTRARY = {
    "one-disease": {
        "nl": "bij kanker vandaag|heeft borstkanker",
        "en": "today if it is cancer|has breast cancer",
    },
    "asked-without-scans": {
        "nl": "arts stuurt uw dossier op|arts ons vooraf|alles is verstuurd|mijn dossier opsturen",
        "en": "doctor sends your records|doctor sends us the rest|everything has been sent|send my records, and",
    },
    "file-any": {
        "nl": r"Uw arts stuurt alles op\.|Laat uw (?:gegevens|dossier en scans)|^Haal een|naar u sturen",
        "en": r"Your doctor sends everything\.|Have your records (?:sent to|and)|^Collect a copy|sent to you",
    },
    "file-arranged": {
        "nl": r"Uw arts stuurt alles op\.|Laat uw dossier en scans naar ons sturen",
        "en": r"Your doctor sends everything\.|Have your records and scans sent to us",
    },
    "file-asked": {
        "nl": (
            "Laat uw (?:gegevens|dossier en scans) naar|neemt zelf een kopie mee|laat mijn gegevens|gegevens regelt u|"
            "toestemming om mijn (?:gegevens|dossier) te sturen|Mist u nog iets"
        ),
        "en": (
            "Arrange these records|send everything straight away|"
            "Have your records (?:sent to us|and scans)|bring a copy yourself|"
            "have my records .* sent|consent to send my records|Is anything missing"
        ),
    },
    "file-either": {
        "nl": (
            "arts stuurt (?:alles|het ziekenhuis uw)|mijn scans opsturen|gegevens er zijn voordat|"
            "toestemming om mijn (?:gegevens|dossier) te sturen|"
            "behandeld wordt, of geef|^Haal een kopie van uw dossier, of"
        ),
        "en": (
            "(?:doctor|GP) sends (?:everything|the hospital your)|send my records and scans before|"
            "records get there before|consent to send my records|"
            "treated now, or give|^Collect a copy of your records, or"
        ),
    },
    "file-open": {
        "nl": r"arts stuurt (?:alles op\.|ons uw dossier en scans\.)|Laat uw (?:gegevens|dossier en scans) naar ons",
        "en": r"doctor sends (?:everything\.|us your records and scans\.)|Have your records .*sent to us",
    },
    "file-along": {
        "nl": (
            "vooraf zelf een kopie|uw gegevens, en brengt die naar|Mist u nog iets|^Wacht u op ons|"
            "^Is alles binnen, en wanneer hoor ik iets.$"
        ),
        "en": (
            "yourself, before your|bring it to us before|Is anything missing|^If you are waiting for us|"
            "^Has everything arrived, and when will I hear.$"
        ),
    },
    "file-brought": {
        "nl": (
            "Laat uw (?:gegevens|dossier en scans) naar|arts stuurt (?:alles|ons|de beelden)|mijn scans opsturen|"
            "stuurt uw gegevens pas|toestemming om mijn (?:gegevens|dossier)|gegevens er zijn voordat|"
            "^Krijgen wij gegevens|mijn scans er al|ziekenhuis vraagt dat op|^Vraag zelf om een kopie, ook|"
            "Artsen kunnen uw gegevens|[Ww]ij vragen (?:uw|de)|"
            "arts in dat land stuurt|vragen wij later op|gegevens regelt u|dat verstuurt|mijn dossier bij {|"
            "brengt ons die"
        ),
        "en": (
            "send everything straight away|Have your records (?:sent to us|and scans)|"
            "doctor sends (?:everything|us|the images)|send my records and scans|records .* only sent if|"
            "consent to (?:ask for|send|share) my records|records get there before|have my records and my scans|"
            "hospital then asks for it|[Dd]octors? can send|We ask for (?:your|what is)|in that country sends|"
            "^If we get records|^Ask who sends them|hospital that sent|of my records at|^Ask for a copy yourself, incl|"
            "^If you want a copy with"
        ),
    },
    "scans-brought": {
        "nl": (
            r"dossier en (?:mijn |uw )?scans|arts stuurt alles|alles (?:meteen )?opsturen|ook (?:om|van) de scans|"
            "‘Is alles binnen|^Is alles binnen|[Ww]ij .*zodra alles binnen is|gegevens zodra alles binnen is|"
            "specialist alle gegevens|[Ww]ij (?:lezen|bekijken) alles|dossier, met de scans|"
            "kopie van mijn dossier:|alles is verstuurd|"
            "(?:Wij|[Oo]nze arts|^De arts|specialist) (?:bekij|lee?[sz])[a-z]* (?:eerst )?uw gegevens|"
            "gegevens (?:heeft bekeken|hebben gelezen)|lezen van uw gegevens|hand van uw gegevens"
        ),
        "en": (
            r"records and (?:my |your )?scans|doctor sends everything|send everything|includ(?:es|ing) the scans|"
            "‘Has everything arrived|^Once everything|[Ww]e .*once everything has|records once everything has|"
            "specialist has all your|[Ww]e (?:read|look at) it all|records, with the scans|"
            "copy of my records:|everything has been sent"
        ),
    },
    "scans-from-afar": {
        "nl": r"(?:[Nn]eem (?:de kopie|die)|Die neemt u) mee naar het gesprek|^Ik neem de scans mee",
        "en": "(?:[Bb]ring (?:the copy|it)|You bring it) to the appointment|^I am taking the scans",
    },
    "insurer-first": {
        "nl": (
            "^Vraag uw arts eerst hoeveel|^Bel daarna uw verzekeraar: ‘Betaalt|^Praat eerst|"
            "^Bel .*voordat u (?:een afspraak|bij ons)|verwijzing goed is|"
            "^Bel daarna uw verzekeraar, en zeg"
        ),
        "en": (
            "^First ask your doctor how|^Then call your insurer: ‘Will|^First talk|"
            "^Call .*before you (?:book|come to us)|referral is right|accept this referral"
        ),
    },
    "treating-doctor": {
        "nl": (
            "(?:uw|arts of) huisarts om (?:een|de) verwijzing|huisarts verwijst u|naar ons moet verwijzen|"
            "^Die kan u verwijzen|"
            "specialist of uw huisarts|zelf de verwijzing schrijven|Vraagt uw huisarts de second|^Verwijst uw huisarts"
        ),
        "en": (
            "(?:doctor or|your) GP for (?:a|the) referral|GP can refer you to us|has to refer you to us|"
            "^Ask your specialist to refer you|"
            "specialist or your GP|refer you themselves|If your GP (?:asks|refers)"
        ),
    },
    "gp": {
        "nl": (
            "specialist of uw huisarts|uw arts of huisarts om een verwijzing|^Wilt u mij verwijzen, en|"
            "^De chirurg .* schrijft de verwijzing|Uw huisarts stuurt het ziekenhuis|mijn huisarts genoeg|"
            "^Krijgt u de verwijzing van|vragen om mij te verwijzen|^Uw arts schrijft de verwijzing|als mijn huisarts|"
            "^Laat bij een academisch|of zelf de verwijzing|Dan vraag ik het aan"
        ),
        "en": (
            "specialist or your GP|your doctor or GP for a referral|ask that doctor to refer you|"
            "^The surgeon .* writes the referral|Your GP sends the hospital|letter from my GP enough|"
            "Can my specialist refer|^If your GP refers you, it is best|treats you, you do not need a GP|"
            "do not need a GP for|ask my GP to refer|^Your doctor writes the referral|^As my GP|"
            r"^For a university hospital|or refer you themselves|Then I will ask \."
        ),
    },
    "doctor-first": {
        "nl": f"aan, of doe ik dat|{WHO_ASKS['nl']}|{EITHER_REFERS['nl']}",
        "en": f"make the request, or do I|{WHO_ASKS['en']}|{EITHER_REFERS['en']}",
    },
    "gp-first": {lang: f"{WHO_ASKS[lang]}|{EITHER_REFERS[lang]}" for lang in LANGUAGES},
    "contents-named": {
        "nl": "nodig uit mijn dossier|^Vraag ons wat wij nodig|^Het gaat om brieven",
        "en": "need from my records|^Ask us what we need|^The second doctor needs letters",
    },
    "both": {
        "nl": r"mijn huisarts genoeg|eerst in: uw huisarts verwijst|^Laat bij een academisch",
        "en": "letter from my GP enough|^For a university hospital",
    },
    "by-hospital": {
        "nl": (
            r"u (?:een|de) afspraak maakt\b|^U krijgt een afspraak als|bel de polikliniek\.|het maken van de afspraak|"
            r"maakt u zelf een afspraak|kopie nodig vóór mijn|kopie van uw gegevens, en brengt die mee|"
            r"^Kies waar u heen|^Ik vraag de tweede arts|ziekenhuis en een arts|^Dat lukt niet altijd\.|"
            "gebeurt er na de verwijzing|^Ik krijg een second opinion|"
            "hoe het verdergaat: bij welke|De datum hangt dan|Mist u nog iets|^Begin erover als u van ons"
        ),
        "en": (
            r"^You get an appointment if they|before you book\b(?! a)|when you book\b(?! that)|"
            r"call the outpatient clinic\.|"
            "you make the appointment yourself|need the copy before my|yourself, and bring it\\.|"
            "^Choose where to go|^I ask the second doctor|hospital and a doctor|you want, but it is not always|"
            "happens after the referral|^I am getting a second|"
            "happens next: which doctor|The date then also|Is anything missing|^Bring it up when you hear"
        ),
    },
    "by-patient": {
        "nl": (
            "gebeurt er na de verwijzing|of doe ik dat|"
            "afspraak als de arts|eerst uw verzekeraar: stap|Hoort u niets, bel dan na een week|"
            "maken wij de afspraak|pas dan bekend|^Kies waar u heen|u een uitnodiging krijgt|"
            "krijgt (?:bijvoorbeeld )?(?:een|geen) gesprek als|"
            "en wanneer hoor ik iets|dan pas wanneer u kunt|en wanneer u iets hoort|"
            "voordat u een gesprek krijgt|^(?:Heeft|Krijgt) u een afspraak"
        ),
        "en": (
            "happens after the referral|, or do I\\?|Only then do you know|^Choose where to go|"
            "get an appointment if they|insurer first: step|If you hear nothing, call|We then make the appointment|"
            "You (?:do not )?get an appointment(?:, for example,)? if|whether you will get an appointment, and|"
            "you may only get a date|and when (?:will I|you will) hear|"
            "before you get an appointment|^If you get an appointment"
        ),
    },
    "always": {
        "nl": (
            "zonder afspraak|niet altijd een gesprek|lukt een afspraak .* niet|"
            "^Krijgt u (?:er een|een (?:afspraak|gesprek))|^Heeft u een (?:afspraak, ga|gesprek met ons)|"
            "^Is een gesprek nodig|of u een (?:afspraak|gesprek|uitnodiging) krijgt"
        ),
        "en": (
            "advice without one|not always get an appointment|may not be possible|"
            "^If (?:you get (?:one|an appointment)|we can see you|you need an appointment)|"
            "whether you will get an appointment"
        ),
    },
    "usually": {
        "nl": f"altijd een gesprek\\.|er altijd een\\.|{DATE['nl']}|{PROMISED['nl']}|{SEEN['nl']}",
        "en": f"You always get an|us, you always get|{DATE['en']}|{PROMISED['en']}|{SEEN['en']}",
    },
    "not-always": {
        "nl": f"^U krijgt altijd een gesprek|er altijd een\\.|{DATE['nl']}|{PROMISED['nl']}|{SEEN['nl']}",
        "en": f"^You always get an|us, you always get|{DATE['en']}|{PROMISED['en']}|{SEEN['en']}",
    },
    "one-visit": {
        "nl": (
            "een of meer gesprekken|wanneer het komt|dat u een tweede keer komt|dan krijgt u daarvoor een|"
            r"de uitslag, en van wie|langer voordat u de uitslag|weet wanneer u de uitslag|u nog een keer|kan ook\.$"
        ),
        "en": (
            "one or more appointments|hear when it will|come back a second time|get an appointment for it|"
            "send you an appointment|know when you will get|"
            r"the result, and who will|longer before you hear|to come a second time|(?:call|telephone) too\.$"
        ),
    },
    "images-with-referral": {
        "nl": "zodra u de verwijzing heeft, en vraag later|dossier en scans naar ons sturen\\.",
        "en": "soon as you have the referral, and check later|records and scans sent to us\\.",
    },
    "file-sent": {
        "nl": "U (?:neemt|brengt) zelf een kopie|of u brengt die|^Haal een kopie|een kopie van alles|, met de scans",
        "en": "bring a copy yourself|or you bring them|^Collect a copy of(?! your scans)|copy of every|s, with the s",
    },
    "file-sent-or-brought": {
        "nl": "toestemming om mijn gegevens op te",
        "en": "consent to ask for my records",
    },
    "file-not-brought": {
        "nl": r"^Vraag zelf een kopie van|[Hh]aal zelf een kopie van uw dossier\.|haal dan zelf een kopie\.",
        "en": r"[Gg]et a copy of your records yourself\.|collect a copy yourself\.",
    },
    "confirmation": {
        "nl": "^Niet elk ziekenhuis bevestigt|geen bericht dat|bevestigen uw aanvraag niet",
        "en": "^Not every hospital tells|do not (?:tell you that|send a message|confirm)",
    },
    "no-confirmation": {
        "nl": "^Niet elk ziekenhuis bevestigt|bericht (?:van ons )?zodra uw aanvraag",
        "en": "^Not every hospital tells|We (?:tell you when|send you a message)",
    },
    "result-at-once": {
        "nl": "^(?:Meestal|Vaak) .*eind van (?:het|een)|^Het duurt ook langer|dan .* een tweede|kan dat al tijd",
        "en": "(?:sually|ften) (?:tells you )?at the end|^It also takes longer|needed, you .*come back|you may already",
    },
    "video": {
        "nl": "ziekenhuizen kan het via video|ons kan het ook via|^Er zijn ziekenhuizen waar een naaste|"
        "toch onderzoeken, dan komt u later",
        "en": "some hospitals it can be by video|us, it can also|^At some hospitals, a relative|"
        "examine you, you come in later",
    },
    "examined-often": {"nl": "^In sommige ziekenhuizen gebeurt dat", "en": "^Some hospitals often do"},
    "report": {
        "nl": (
            "^Er zijn ziekenhuizen die een brief|kan een brief sturen aan uw|^Vraag ook wie het nog|"
            "^Wie krijgt het dan"
        ),
        "en": "^Some hospitals also write|may also write to your|^Ask who else|^Who gets it then",
    },
    "no-report": {
        "nl": "(?:stuurt|sturen) het verslag naar|verslag gaat naar|voor de arts die u verwees|^Degene die u verwees",
        "en": "sends? (?:a|the|its) report to|report goes to|^Whoever referred",
    },
    "referral": {
        "nl": "^Alleen als het ziekenhuis het goedvindt|verwijzen, en naar wie|naar ons krijgt uw kind",
        "en": (
            "^Only if the hospital agrees|refer (?:me|us), and (?:who to|to which)|who could you refer us|"
            "your child to us\\."
        ),
    },
    "referral-required": {
        "nl": (
            r"^Zonder verwijzing(?:: reken| moet u erop)|ziekenhuis dat u toch wil|^Wil een ziekenhuis u|"
            "^Alleen als het ziekenhuis het goedvindt"
        ),
        "en": (
            r"^Without a referral[:,] expect|but a hospital that will still|^If a hospital agrees|"
            "^Only if the hospital agrees"
        ),
    },
    "when-named": {
        "nl": (
            f"^U krijgt een afspraak als de arts|Dat begint .* werkdagen|De datum hangt dan|{PROMISED['nl']}|"
            "^Wij hebben .* al (?:gelezen|bekeken)|hebben wij dan al|heeft u ons al gebracht"
        ),
        "en": (
            f"^You get an appointment if they|We start .* working days|date then also depends|{PROMISED['en']}|"
            "^We have (?:read|looked at)|We will have (?:read|looked)|have already brought"
        ),
    },
    "read-first": {
        "nl": "ander ziekenhuis (?:leest|kan) (?:soms )?eerst|^Er zijn ziekenhuizen die eerst|zelf een kopie mee\\.",
        "en": "(?:Another|Other) hospitals? may (?:read|look at) your|^(?:Some hospitals|Others) (?:read|look at) your",
    },
    "from-abroad": {
        "nl": (
            "Nederlandse ziekenhuizen waar u|^Er zijn ziekenhuizen waar dit kan|bij u een second opinion krijgen|"
            "^Een ziekenhuis kan nee|^Er zijn ook folders|^Bel of mail"
        ),
        "en": (
            "Dutch hospitals that will|^A number of Dutch hospitals|^I live abroad. Can I have|"
            "^A hospital can say no|^There are hospital leaflets|^Call or email"
        ),
    },
    "own-way": {
        "nl": (
            "eigen prijzen, en moet|^Op de website van een ziekenhuis|^(?:Het|Een ziekenhuis) kan vooraf|"
            "^Elk ziekenhuis moet zijn|^Een ander ziekenhuis kan bijvoorbeeld|[Mm]eestal aan het eind|"
            "^Niet elk ziekenhuis bevestigt|^(?:De tweede|Onze) arts kan met uw|^Een ziekenhuis kan deze redenen|"
            "^Vraag het ziekenhuis altijd|"
            r"^Bel dan de polikliniek\.|vandaag de polikliniek|ziekenhuis vraagt (?:dat|het) op|"
            "^Bel daarna het ziekenhuis|geef het ziekenhuis|"
            "(?:ons|ziekenhuis) of uw verzekeraar om|^Bel het ziekenhuis waar u heen|"
            "^U gaat daar naar|"
            "^Het ziekenhuis (?:bekijkt alles|stuurt het verslag|laat weten|kan ook)|"
            r"^(?:Wij sturen|Het ziekenhuis stuurt) de rekening|stuurt uw gegevens pas|"
            r"De second opinion begint pas als alles|contract met dit ziekenhuis(?! of)|"
            r"behandeling in dat ziekenhuis|in \{second\}|"
            "^Vraag of er een folder|^In een ander ziekenhuis kan het anders|"
            "^Vraag het ziekenhuis (?:dus|van uw)|stuurt het ziekenhuis|^Kies een ziekenhuis|"
            r"[Tt]weede ziekenhuis|[Bb]el ons\b|, bel dan na een week|arts bij ons bellen|"
            "^(?:Vraag|Betaalt u een second opinion in) het ziekenhuis of de kliniek|"
            "^In sommige ziekenhuizen gebeurt|^Zeg waar u heen wilt: |collega in dat ziekenhuis|"
            "ziekenhuis of de kliniek van uw keuze|^Is dat een academisch|"
            r"\bhier of in een ander|ziekenhuis hier\b|"
            "is een advies: de tweede|artsen weten te weinig|"
            "^Bel (?:vandaag: |voordat u gaat|vóór de afspraak)|[Zz]eg aan de telefoon|"
            "^Een ziekenhuis kan bij elk|"
            "[Ee]r zijn (?:Nederlandse )?ziekenhuizen|[Ss]ommige ziekenhuizen|^Andere ziekenhuizen kunnen deze"
        ),
        "en": (
            "its own prices, and must|^A hospital's website lists|^(?:It can|A hospital may) ask for|"
            "^Every hospital must publish|^Another hospital may(?: be full|, for| have no room)|[Uu]sually at the end|"
            "^Not every hospital tells|^(?:Our|The second) doctor can talk|"
            "^A hospital can have these|^Always ask the hospital|"
            r"^Then call the outpatient clinic\.|clinic .*today|hospital (?:then )?asks for it|"
            "^Call the hospital and your|give the hospital|"
            "(?:us|hospital) or your insurer to|^Call the hospital you are going|"
            "^You go there for|^The hospital (?:looks at it|sends its report|says when)|"
            r"^(?:We send|The hospital sends) the bill|are only sent if|^It only starts|"
            "contract with this hospital(?! or)|this treatment at that hospital|"
            "^Ask (?:if there is|for) a leaflet|^Another hospital may do this|"
            "^So ask the hospital|^Ask the hospital you|sends the hospital|^Choose a hospital|"
            r"[Ss]econd hospital|[Cc]all us\b|, call after a week|phone a doctor here|"
            "^Ask the hospital or clinic|^Will you pay for a second opinion at the|"
            "^Some hospitals often do|^Say where you want to go: |colleague at that hospital|"
            "hospital or clinic of your choice|^If that is a university|"
            r"\bhere or at another|hospital doctor here\b|"
            "is advice: the second|It may be full, know too|"
            "^Call (?:today: |before (?:you go|the appointment))|, call and say|"
            "^A hospital may give second|"
            "(?:Some|[Aa]t some|number of|[Tt]here are) (?:Dutch )?hospitals|^Other hospitals can have these"
        ),
    },
    "not-always-open": {"nl": r"^Ga niet alleen\.", "en": r"^Do not go alone\."},
    "wait-known-later": {"nl": "Kan ik vóór die dag komen", "en": "Can you see me before that"},
    "brought-anew": {
        "nl": "^(?:Haal|Breng ons) een kopie van uw dossier en scans|geen kopie van uw dossier en uw scans",
        "en": "^(?:Collect|Bring us) a copy of your records and scans|have a copy of your records and scans",
    },
    "specialist-chosen": {"nl": r"bepaalde arts komen\?", "en": "see a particular doctor"},
    "telephone": {"nl": "^Heeft u met ons een gesprek via video", "en": "^If you talk to us by video"},
    "preferred-doctor": {
        "nl": r"ziekenhuis kan dat niet beloven|^Dat lukt niet altijd\.",
        "en": "hospital cannot promise|but it is not always possible",
    },
    "specialties": {
        "nl": "ziekenhuis kan bij elk specialisme|^Geeft u een second opinion over mijn ziekte",
        "en": r"[Aa](?:nother)? hospital may give second|^Do you give second opinions on my illness",
    },
    "leaflet-on-application": {
        "nl": "^Vraag of er een folder over de aanvraag|folder of ons formulier",
        "en": "^Ask if there is a leaflet|leaflet or form",
    },
    "leaflet-on-takeover": {"nl": "een folder is over het verschil", "en": "a leaflet on the difference"},
    "takeover-never": {
        "nl": r"^Vraag welk ziekenhuis u wel|Dat mag u vragen\. Een second|neemt uw behandeling meestal niet over|"
        "blijft meestal bij uw eigen|overstappen gaat anders|ik hier ook behandeld|Dat kan soms|"
        "^Zoek een ander ziekenhuis met|^Een ziekenhuis kan ervan uitgaan|^Kan het bij ons niet|^Zeggen wij nee",
        "en": r"^Ask which hospital can treat|You can ask\. A second|not usually take over|usually stays with your own|"
        "changing doctors works|be treated here|Sometimes it can|"
        "to find another hospital, or|^A hospital may assume|^If you cannot stay with us|^When we say no",
    },
    "takeover-usually-not": {
        lang: f"{POLICY_UNKNOWN[lang]}|{asked}"
        for lang, asked in {"nl": "maar u mag het ons vragen", "en": "but you can ask us"}.items()
    },
    "takeover-not-always": {
        lang: f"{POLICY_UNKNOWN[lang]}|{may}"
        for lang, may in {"nl": "^Een ziekenhuis kan ervan uitgaan", "en": "^A hospital may assume"}.items()
    },
    "takeover-possible": POLICY_UNKNOWN,
    "takeover-own-doctor-cannot": POLICY_UNKNOWN,
    "takeover-with-reasons": {
        "nl": "Ja, bij ons kan dat|hoe u bij ons verder behandeld|behalve als u wilt overstappen",
        "en": "Yes, with us you can|how to continue your treatment|unless you want to move\\.",
    },
    "takeover-not-automatically": POLICY_UNKNOWN,
    "takeover-on-request": {
        "nl": "overnemen kan niet altijd|meestal niet over|meestal gaat u terug|blijft meestal bij uw eigen",
        "en": "not always possible\\.$|not usually take over|you usually go back|usually stays with your own",
    },
    "images-anew": {"nl": "^Nee, niet allemaal", "en": "^No, not all of them"},
    "interpreter-by-us": {"nl": "^Kunt u een tolk", "en": "interpreter .*yourself"},
    "interpreter-not-by-us": {
        "nl": "(?:Kunt|Wilt) u een tolk|om een tolk",
        "en": "you arrange an interpreter|ask for an interpreter",
    },
    "languages-named": {
        "nl": "of de arts uw taal spreekt|het gesprek (?:kan )?in het Nederlands",
        "en": "appointment (?:with us )?in Dutch|"
        "whether the doctor speaks your|Does the doctor speak English|^Say: ‘I would like to speak",
    },
    "takeover-reasons": {
        "nl": "^Een ziekenhuis kan ervan uitgaan|dit de redenen",
        "en": "^A hospital may assume",
    },
    "advance": {
        "nl": "of u vooraf moet betalen|^U betaalt dan bij|^Bij ons betaalt u .*vooraf|^Wij vragen vooraf",
        "en": "must pay in advance|^You then pay the rest|"
        "^With us you pay .*in advance|^We ask for an amount",
    },
    "result-from-file": {"nl": "aan het eind van het eerste gesprek", "en": "end of the first appointment"},
    "self-pay": {
        "nl": "ook gelden zonder Nederlandse|^Vraag (?:ons|het ziekenhuis) altijd naar de prijs",
        "en": "also apply without Dutch|^Always ask (?:us|the hospital) for",
    },
    "price-named": {
        "nl": "waar u onze prijzen vindt|^Wij moeten u vertellen wat u|ons passantentarief",
        "en": "where to find our prices|^We must tell you what you|our passantentarief",
    },
    "reasons-named": {
        "nl": f"deze redenen hebben|bijvoorbeeld geen plek|{PROMISED['nl']}",
        "en": f"can have these reasons|may be full|{PROMISED['en']}",
    },
    "status": {
        "nl": r"dan na een week\.|^Bel het ziekenhuis waar",
        "en": "call after a week|hospital you are going to",
    },
    "reading-time": {"nl": "na een week", "en": "after a week"},
    "report-to-you": {
        "nl": "(?:stuurt|sturen) het verslag naar|verslag niet mag krijgen|niet mag krijgen. Zeg",
        "en": "sends? (?:a|the|its) report to|must not get the report|anyone you do not want to have it",
    },
    "report-to-you-and-gp": {
        "nl": "naar u en naar uw arts|^U zelf, en uw arts",
        "en": "to you and to your doctor|^You do, and your doctor",
    },
    "report-to-you-too": {
        "nl": "verslag naar de arts die u verwees|^Degene die u verwees",
        "en": "the doctor who referred|^Whoever referred",
    },
    "report-to-doctors": {
        "nl": "verslag naar de arts die u verwees|^Degene die u verwees",
        "en": "the doctor who referred|^Whoever referred",
    },
    "report-to-gp": {
        "nl": "verslag naar (?:de arts die|u |uw arts|uw eigen)|^Degene die u verwees",
        "en": "sends? (?:a|the|its) report to (?:the doctor who|you |your doctor)|^Whoever referred",
    },
}

# Where the hospital itself would speak of care that it does not give.
WE = {"nl": r"\b(?:[Ww]ij|[Oo]ns|[Oo]nze)\b", "en": r"\b(?:[Ww]e|us|[Oo]ur)\b"}

# What a step or a line says of the records, and where consent to ask for them is sometimes in writing.
RECORDS = {"nl": r"\bdossier|\bgegevens\b", "en": r"\brecords\b"}
WAYS = {  # who brings the records, and how a step says so
    "your-doctor": {"nl": r"\b[Ll]aat\b.*\bsturen|arts stuurt", "en": r"\bsent\b|\bsends?\b"},
    "us": {"nl": r"toestemming|[Ww]ij vragen", "en": r"\bconsent\b|[Ww]e ask"},
    "you": {"nl": r"\bbreng|\bkopie\b", "en": r"\bbring|\bcopy\b"},
}
INSURER = {"nl": "verzekeraar", "en": "insurer"}
CHOSEN = {"nl": r"\bkiest? (?:een|het tweede) ziekenhuis", "en": r"\bchoose (?:a|the second) hospital"}
REFERRAL = {"nl": r"verwijzing\b", "en": r"\breferral\b"}
SOMETIMES_WRITTEN = {
    "nl": (
        "[Ss]oms (?:moet u )?op papier|[Mm]oet (?:dat|het) op papier|^Doet u dat op papier|"
        "(?:ons|geeft) (?:eerst )?toestemming(?! op papier)"
    ),
    "en": (
        "sometimes in writing|may need your consent .*in writing|has to be in writing|^In writing, you can|"
        r"(?:your|us) consent (?:\(toestemming\) )?(?:first|to ask)"
    ),
}

# What tells a reader to make the appointment, where nobody else does.
BOOK = {
    "nl": r"\bmaakt? (?:\w+ )?(?:de|een) afspraak",
    "en": r"(?:^|then |then you |and )make (?:the|an) appointment",
}


BOOKED_IN_STEP = {"nl": r"\b[Mm]aak[^.]*\bafspraak\b", "en": r"\b[Mm]ake [^.]*\bappointment\b"}
ENOUGH = {
    "nl": r"behalve als wij zeggen|advies, of een afspraak|[Aa]dvies kan ook zonder",
    "en": r"unless we tell you|advice, or an appointment|advice can also come without",
}

# What speaks of hospitals as of others, and a hospital of which all is known that some have and some have not.
AS_OF_OTHERS = {
    "nl": r"[Ee]r zijn (?:\w+ )?(?:ziekenhuizen|instellingen)\b|[Ss]ommige ziekenhuizen|^Niet elk ziekenhuis"
    r"|deel van de ziekenhuizen|^Bel het ziekenhuis[:.]|[Hh]et ziekenhuis (?:hoort die|kan u nu)"
    r"|^Elk ziekenhuis heeft eigen regels|^In andere ziekenhuizen maakt|ziekenhuis kunnen uw gegevens al",
    "en": r"(?:Some|[Aa]t some|number of|[Tt]here are) (?:Dutch )?hospitals|^Not every hospital|^At many hospitals"
    r"|^At some places|[Cc]all the hospital[:.]|[Tt]he hospital (?:should tell you|cannot see you)"
    r"|^Every hospital has its own rules|^At many other hospitals|^At other hospitals, your records may",
}
SAYS_EVERYTHING = (
    """
specialties: {all: true, mental_health: true}
referral: {by: [treating-doctor, gp], preferred: treating-doctor}
file: {by: [your-doctor]}
review: {working_days: 5, confirmation: false, team_meeting: true}
appointment:
  made: by-hospital
  usually: true
  when_not: [{nl: het vol is, en: it is full}]
  video: true
  examined_often: true
  preferred_doctor: true
costs: {advance: 500, date: 2026-11-01}
papers: [{title: {nl: Folder, en: Leaflet}, section: takeover}]
report: {to: [referrer, gp], unless_you_object: true}
takeover: {policy: not-always, reasons: [{nl: Wij zijn vol., en: We are full.}]}
from_abroad: {languages: [nl, en]}
""",
    """
specialties: {all: true, mental_health: true}
referral: {by: [gp], required: true}
file: {by: [you, us], written_consent: true, contents: [{nl: de verwijsbrief, en: the referral letter}]}
review: {working_days: 5, confirmation: true, status: {department: {nl: de balie, en: the desk}}}
appointment:
  made: by-patient
  always: true
  one_visit: true
  video: true
  telephone: true
  examined_often: true
  preferred_doctor: true
costs: {insurer_first: true, advance: 500, date: 2026-11-01, price_list: https://a.example}
papers: [{title: {nl: Folder, en: Leaflet}, section: application}]
report: {to: [you]}
takeover: {policy: never}
from_abroad: {languages: [nl, en]}
""",
)


@cache
def sentences(text: str) -> list[str]:
    """Return the sentences of a text as readers read them: without marks, numbers of a list and where links lead."""
    bare = re.sub(r"\]\([^)]*\)|\{ ?[^}]*\}(?!\})|\*\*?|\[|(?m:^\d\. |^- )", "", text)
    return [" ".join(one.split()) for one in re.split(r"(?<=[.?!’])\s+|\n\n", bare) if one.strip()]


class Copy(Project, frozen=True):
    """The project as one hospital builds it, with the cases that hold there and its sentences, worked out once."""

    @cached_property
    def cases(self) -> Sequence[str]:
        """Return the cases that hold for its hospital, in their order."""
        return cases_of(self.brand.sound)

    @cached_property
    def told(self) -> Mapping[str, Sequence[tuple[str, list[str]]]]:
        """Return in each language every place with its sentences."""
        return {lang: [*sentences_by_place(self, lang)] for lang in LANGUAGES}


@cache
def drawing_in_all_cases() -> WhoDoesWhat:
    """Return the drawing with all its steps, also those that stand there in some cases only."""
    file = ROOT / DRAWING
    drawing, _ = read_who_does_what(read_yaml(file.read_text("utf-8"), DRAWING), icon_names())
    assert drawing
    return drawing


def copy_of(project: Project, said: str) -> Copy:
    """Return the project as a hospital builds it that says this of its way."""
    brand = brand_of(said)
    cases = cases_of(brand)
    names = {lang: asked_hospital(brand, lang).get("the_name", "") for lang in LANGUAGES}
    its_own = with_brand(project, brand)
    return replace(
        Copy(**asdict(its_own)),
        who_does_what=drawing_in_all_cases().in_cases(cases),
        tools={name: tool.in_cases(cases).naming(names) for name, tool in project.tools.items()},
    )


def in_data(project: Project) -> Iterator[Line | Party | Way]:
    """Yield what the lists to take along and the drawing say, and may say otherwise in a case."""
    for tool in project.tools.values():
        for part in tool.tool.parts:
            yield from part.every_line()
    if drawing := project.who_does_what:
        yield from drawing.parties
        yield from (*drawing.steps, *drawing.besides)


def sentences_by_place(copy: Project, lang: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every place of a copy with its sentences: its pages, also its own, its drawing and its lists."""
    passages = {name: text.body for name, text in copy.snippets[lang].items()}
    for page in copy.pages:
        if page.lang == lang:
            yield page.name, sentences(include_snippets(page.text.body, passages))
    titles = [part.title for tool in copy.tools.values() for part in tool.tool.parts if part.title]
    yield LISTS, [said for one in (*in_data(copy), *titles) for said in sentences(one.part(lang) or "")]
    assert copy.brand.sound
    own = own_sections(Speaker(copy.brand.sound, lang, copy.own_page.words[lang], DAY))
    yield OWN_PAGE, [one for section in own for block in section.blocks for one in sentences(block)]


def wordings(project: Project, lang: str) -> Iterator[tuple[str, Mapping[str, Sequence[str]]]]:
    """Yield of each sentence that has one for a case what it says in each; the usual one stands under no case.

    Before it stands the name of the passage; nothing where it stands in data.

    Of what does not stand there in a case nothing is said in that case.
    """
    passages = project.shared.snippets[lang]
    for name in sorted({usual(name) for name in passages} - {""}):
        stem = name.removesuffix(".md")
        of_cases = {case: passages.get(f"{stem}{IF}{case}.md") for case in CASES}
        yield (
            name,
            {
                case: sentences(text.body)
                for case, text in {**of_cases, "": passages[name]}.items()
                if text is not None
            },
        )
    for one in in_data(replace(project, who_does_what=drawing_in_all_cases())):
        unless = one.unless if isinstance(one, Line | Way) else []
        only = one.only_if if isinstance(one, Way) else []
        said = sentences(one.part(lang) or "")
        usually = {**{case: [] for case in unless}, **dict.fromkeys(only, said), "": [] if only else said}
        yield "", {**usually, **{case: sentences(said.part(lang) or "") for case, said in one.if_.items()}}
    for tool in project.tools.values():
        for part in tool.tool.parts:
            of_part = [said for line in part.every_line() for said in sentences(line.part(lang) or "")]
            yield "", {**{case: [] for case in part.unless}, "": of_part if part.unless else []}


def with_words(copy: Copy, words: str) -> Copy:
    """Return a copy in which words are typed on a page in Dutch."""
    pages = [
        replace(page, text=Text(page.file, f"{page.text.body}\n{words}\n", page.text.first_line))
        if (page.lang, page.name) == ("nl", "about")
        else page
        for page in copy.shared.sound
    ]
    return replace(copy, shared=replace(copy.shared, sound=pages))


def of_other_cases(
    copy: Copy, of_all: Sequence[tuple[str, Mapping[str, Sequence[str]]]], lang: str
) -> list[tuple[str, str]]:
    """Return with their places the sentences of a copy that the project has for cases that do not hold there."""
    cases = copy.cases
    chosen: set[str] = set()
    others: set[str] = set()
    for name, of_cases in of_all:
        found = in_case(of_cases, cases_for(name, cases))
        mine = of_cases[""] if found is None else found
        chosen |= {*mine}
        others |= {one for texts in of_cases.values() for one in texts} - {*mine}
    foreign = others - chosen
    places = (place for place in copy.told[lang] if place[0] != OWN_PAGE)  # which the brand itself says
    return [(name, one) for name, texts in places for one in texts if one in foreign]


def not_given(copy: Copy) -> set[str]:
    """Return the page about care that the hospital of a copy does not give."""
    return {MENTAL_HEALTH} if NO_MENTAL_HEALTH in copy.cases else set()


def opposites(copy: Copy, lang: str) -> list[tuple[str, str]]:
    """Return with their places the sentences of a copy that say the opposite of its hospital.

    A page about care that it does not give says what holds elsewhere.
    """
    cases, elsewhere = {*copy.cases}, not_given(copy)
    return [
        (name, one)
        for name, texts in copy.told[lang]
        if name not in elsewhere
        for one in texts
        if not cases.isdisjoint(cases_denied_in(one, lang))
    ]


@cache
def cases_denied_in(text: str, lang: str) -> frozenset[str]:
    """Return the cases of which a sentence, which most copies share, says the opposite."""
    return frozenset(case for case, words in CONTRARY.items() if re.search(words[lang], text))


@pytest.fixture(scope="module")
def copies(real: Project) -> dict[str, Copy]:
    """Return a copy for each of the made-up houses, by what that says."""
    return {said: copy_of(real, said) for said in houses()}


def test_each_case_holds_in_some_house(copies: Mapping[str, Copy]) -> None:
    assert {*CASES} - {case for copy in copies.values() for case in copy.cases} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_belongs_to_another_case_stands_nowhere_in_a_copy(
    real: Project, copies: Mapping[str, Copy], lang: str
) -> None:
    of_all = [*wordings(real, lang)]
    found = {said: of_other_cases(copy, of_all, lang) for said, copy in copies.items()}
    assert {said: others for said, others in found.items() if others} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_of_a_copy_says_the_opposite_of_its_hospital(copies: Mapping[str, Copy], lang: str) -> None:
    found = {said: opposites(copy, lang) for said, copy in copies.items()}
    assert {said: contrary for said, contrary in found.items() if contrary} == {}


@pytest.mark.parametrize(
    "said", ["report: {to: [referrer]}", "takeover: {policy: never}", "contact: {phone: 000 000 00 01}"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hospital_that_says_one_thing_alone_is_we_wherever_it_does_something(
    real: Project, said: str, lang: str
) -> None:
    assert opposites(copy_of(real, said), lang) == []


def test_no_invented_bill_stands_where_a_hospital_says_what_who_pays_it_all_is_charged(real: Project) -> None:
    of_hospitals = [one for one in real.costs.examples if not one.outside_basic]
    paid_alone = [one for one in of_hospitals if one.not_covered == one.situation.bill]
    assert [one.id for one in paid_alone if "self-pay" not in one.unless] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_that_are_the_same_in_every_copy_say_the_opposite_of_no_hospital(
    real: Project, lang: str
) -> None:
    texts = [text.body for file in WITHOUT_CASES for text in texts_of_tool(real.data_file(file), lang)]
    said = [one for text in texts for one in sentences(text)]
    assert said
    assert [one for one in said for words in CONTRARY.values() if re.search(words[lang], one)] == []


def test_the_report_goes_from_and_to_whom_the_last_arrow_joins(copies: Mapping[str, Copy]) -> None:
    joined = {
        "report-to-you": (HOSPITAL, "you"),
        "no-report": ("you", "doctor"),
        "report": (HOSPITAL, "doctor"),
    }
    arrows: dict[str, set[tuple[str, str]]] = {case: set() for case in joined}
    for copy in copies.values():
        assert copy.who_does_what
        last = copy.who_does_what.steps[-1]
        cases = copy.cases
        if case := next((case for case in joined if case in cases), ""):
            arrows[case].add((last.from_, last.to))
    assert arrows == {case: {arrow} for case, arrow in joined.items()}


def test_the_file_goes_to_patients_in_the_drawing_where_they_bring_it(copies: Mapping[str, Copy]) -> None:
    to_whom: dict[bool, set[str]] = {True: set(), False: set()}
    for copy in copies.values():
        assert copy.who_does_what
        sent = [way.to for way in copy.who_does_what.steps if way.from_ == "doctor"]
        to_whom["file-brought" in copy.cases] |= {*sent}
    assert to_whom == {True: {"you"}, False: {HOSPITAL}}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_list_of_steps_tells_patients_to_make_the_appointment(
    copies: Mapping[str, Copy], lang: str
) -> None:
    forgotten = [
        (place, said)
        for said, copy in copies.items()
        if "by-patient" in copy.cases
        for place, texts in copy.told[lang]
        if place in ("index", "applying", LISTS)
        and not any(re.search(BOOK[lang], one, re.IGNORECASE) for one in texts)
    ]
    assert forgotten == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stands_above_all_steps_tells_patients_to_make_the_appointment(
    copies: Mapping[str, Copy], lang: str
) -> None:
    above = {}
    for said, copy in copies.items():
        if "by-patient" in copy.cases:
            page = copy.page(lang, "applying")
            assert page
            whole = include_snippets(
                page.text.body, {name: text.body for name, text in copy.snippets[lang].items()}
            )
            above[said] = sentences(whole.partition("\n## ")[0])
    assert above
    assert [told for told in above.values() if not any(re.search(BOOK[lang], one) for one in told)] == []


@pytest.mark.parametrize(
    ("said", "name", "section"),
    [
        ("appointment: {made: by-patient}", "applying", "appointment"),
        ("appointment: {languages: [nl, en]}", "someone-else", "language"),
        ("appointment: {languages: [nl, en]}", "in-english", "language"),
    ],
)
def test_a_page_leads_to_what_the_hospital_says_of_making_the_appointment_and_of_languages(
    real: Project, said: str, name: str, section: str
) -> None:
    copy = copy_of(real, said)
    texts = [
        include_snippets(page.text.body, {one: text.body for one, text in copy.snippets[page.lang].items()})
        for page in copy.pages
        if page.name == name
    ]
    assert texts
    assert [text for text in texts if f"({OWN_PAGE}.md#{section})" not in text] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_list_of_steps_says_that_the_file_can_be_enough_without_an_appointment(
    copies: Mapping[str, Copy], lang: str
) -> None:
    without = {
        "nl": (
            r"zonder (?:afspraak|gesprek)|gesprek\b.* als dat nodig is|"
            r"hoort dat het \[?niet nodig is"
        ),
        "en": r"without one|appointment\b.* if you need one|tell you that you \[?do not need it",
    }[lang]
    forgotten = [
        (place, said)
        for said, copy in copies.items()
        if {*copy.cases} >= {"advice-from-file", "when-named"}
        for place, steps in steps_in(copy, lang)
        if place != "index" and not any(re.search(without, step) for step in steps)
    ]
    assert forgotten == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_copy_says_of_a_hospital_that_the_file_can_be_enough_unless_it_says_so(
    copies: Mapping[str, Copy], lang: str
) -> None:
    enough = {
        "nl": r"genoeg (?:zijn )?voor een advies|advies .*zonder afspraak|lezen uw dossier, en u krijgt advies",
        "en": r"enough (?:to give|for) advice|advice .*without one|read your records, and you get advice",
    }[lang]
    of_others = {"nl": "ander ziekenhuis", "en": "[Oo]ther hospitals"}[lang]
    told = {
        said: [
            (place, one)
            for place, texts in copy.told[lang]
            for one in texts
            if re.search(enough, one) and not re.search(of_others, one)
        ]
        for said, copy in copies.items()
        if OWN_WAY in copy.cases
    }
    said_so = {said for said in told if "advice_from_file: true" in said}
    assert {said: told[said] for said in told.keys() - said_so if told[said]} == {}
    assert said_so
    assert all(told[said] for said in said_so)


def sentences_like(pattern: str, copies: Mapping[str, Copy], lang: str) -> dict[str, list[str]]:
    """Return the texts in which copies say something, by what brand.yml of each says; no copy that does not."""
    told = {
        said: [one for _, texts in copy.told[lang] for one in texts if re.search(pattern, one)]
        for said, copy in copies.items()
    }
    return {said: texts for said, texts in told.items() if texts}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_copy_says_that_it_sees_nobody_without_a_referral_unless_it_says_so(
    copies: Mapping[str, Copy], lang: str
) -> None:
    needed = {
        "nl": r"^(?:Naar|Bij) ons komt u (?:alleen )?met een verwijzing|^Zonder verwijzing kunt u niet",
        "en": r"^You (?:can only )?come to us with a referral|^You cannot come to us without",
    }[lang]
    told = sentences_like(needed, copies, lang)
    assert {said: told[said] for said in told if "required: true" not in said} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_copy_promises_a_second_visit_that_may_be_needed(copies: Mapping[str, Copy], lang: str) -> None:
    promised = {
        "nl": r"dan komt u (?:nog een|een tweede) keer",
        "en": r"(?<!to )come (?:back )?a second time",
    }[lang]
    assert sentences_like(promised, copies, lang) == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_doctor_does_stands_nowhere_as_what_the_reader_does(
    copies: Mapping[str, Copy], lang: str
) -> None:
    wrong = {"nl": r"\bu:\s+Uw arts stuurt", "en": r"\byou do:\s+Your doctor sends"}[lang]
    told = {
        said: [place for place, texts in copy.told[lang] if re.search(wrong, " ".join(texts))]
        for said, copy in copies.items()
    }
    assert {said: places for said, places in told.items() if places} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_letter_about_a_no_suggests_no_doctor_whom_it_is_to_move(real: Project, lang: str) -> None:
    fields = real.tools["letters"].tool.fields
    (other,) = (field for field in fields if field.id == "other")
    assert not re.search("huisarts|specialist|GP", other.part(lang) or "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hospital_that_does_not_say_what_its_second_opinions_are_about_is_asked(
    copies: Mapping[str, Copy], lang: str
) -> None:
    asked = {"nl": "Geeft u een second opinion over", "en": "Do you give second opinions on"}[lang]
    others = {"nl": "Vraag daar: ‘Geeft", "en": "ask there: ‘Do"}[lang]
    forgotten = [
        (place, said)
        for said, copy in copies.items()
        if OWN_WAY in copy.cases and "specialties:" not in said
        for place, texts in copy.told[lang]
        if place in ("index", "applying")
        and not any(re.search(asked, one) and not re.search(others, one) for one in texts)
    ]
    assert forgotten == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_own_page_says_once_that_the_hospital_looks_at_the_records(
    copies: Mapping[str, Copy], lang: str
) -> None:
    looks = {"nl": "bekijk(?:en|t) uw (?:gegevens|dossier)", "en": "look(?:s|) at your records"}[lang]
    told = {
        said: [
            one
            for place, texts in copy.told[lang]
            if place == OWN_PAGE
            for one in texts
            if re.search(looks, one)
        ]
        for said, copy in copies.items()
    }
    assert any(told.values())
    assert {said: twice for said, twice in told.items() if len(twice) > 1} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_list_of_steps_promises_no_appointment_that_a_hospital_gives_or_not(
    copies: Mapping[str, Copy], lang: str
) -> None:
    unsure = {"nl": "(?:Krijgt|Heeft) u een afspraak", "en": "If you get an appointment|If we can see you"}[
        lang
    ]
    sure = [
        (place, said)
        for said, copy in copies.items()
        if "by-hospital" in copy.cases and "always" not in copy.cases
        for place, steps in steps_in(copy, lang)
        if place in ("applying", "my-steps") and not any(re.search(unsure, step) for step in steps)
    ]
    assert sure == []


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("refused", {"nl": "advies zonder (?:gesprek|afspraak)", "en": "advice without an? appointment"}),
        (
            "",
            {
                "nl": r"[Ww]ij (?:bekijken|lezen) .*\bals (?:alles|het) binnen is",
                "en": r"[Ww]e (?:look|read) .*\bif .*arrived",
            },
        ),
    ],
    ids=["advice is no refusal", "reading begins as soon as all is there"],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_copy_takes_advice_for_a_refusal_or_its_own_reading_for_a_maybe(
    copies: Mapping[str, Copy], lang: str, page: str, words: Mapping[str, str]
) -> None:
    told = {
        one
        for copy in copies.values()
        for place, texts in copy.told[lang]
        if not page or place == page
        for one in texts
        if re.search(words[lang], one)
    }
    assert told == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hospital_that_names_one_price_speaks_nowhere_of_its_prices(
    copies: Mapping[str, Copy], lang: str
) -> None:
    several = {"nl": r"\bonze (?:\w+)?prijzen\b", "en": r"\bour prices\b"}[lang]
    told = [
        (place, one)
        for said, copy in copies.items()
        if "prices:" in said
        for place, texts in copy.told[lang]
        for one in texts
        if re.search(several, one)
    ]
    assert told == []


@pytest.mark.parametrize("said", SAYS_EVERYTHING, ids=["by hospital", "by patient"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hospital_that_says_everything_speaks_nowhere_of_itself_as_of_some_other(
    real: Project, said: str, lang: str
) -> None:
    found = [
        (name, one)
        for name, texts in copy_of(real, said).told[lang]
        for one in texts
        if re.search(AS_OF_OTHERS[lang], one)
    ]
    assert found == []


def steps_in(copy: Copy, lang: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each list of the steps of a copy: at home, at applying, to tick off, and in the drawing."""
    passages = {name: text.body for name, text in copy.snippets[lang].items()}
    for name in ("index", "applying"):
        page = copy.page(lang, name)
        assert page
        whole = Text("", include_snippets(page.text.body, passages))
        yield name, [words for _, words in whole.lines() if re.match(r"\d\. ", words)]
    parts = copy.tools["my-steps"].tool.parts
    yield "my-steps", [line.part(lang) or "" for part in parts for line in part.every_line()]
    assert copy.who_does_what
    yield "the drawing", [way.part(lang) or "" for way in copy.who_does_what.steps]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_list_of_steps_has_the_same_order(copies: Mapping[str, Copy], lang: str) -> None:
    otherwise = [
        (place, said)
        for said, copy in copies.items()
        for place, steps in steps_in(copy, lang)
        for before in ([INSURER] if "insurer_first" not in said else [])
        + [BOOK] * ("by-patient" in copy.cases)
        if first_of(before, steps, lang) > first_of(RECORDS, steps, lang)
    ]
    assert otherwise == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_list_of_steps_names_each_way_in_which_records_can_come_or_none(
    copies: Mapping[str, Copy], lang: str
) -> None:
    told, partly = set(), []
    for said, copy in copies.items():
        assert copy.brand.sound
        ways = {*copy.brand.sound.file.by} if copy.brand.sound.file else set()
        lead = ("the lead", [copy.snippets[lang]["applying-lead-file.md"].body])
        for place, steps in (*steps_in(copy, lang), lead) if len(ways) > 1 else ():
            step = next(step for step in steps if re.search(RECORDS[lang], step))
            named = {way for way, words in WAYS.items() if re.search(words[lang], step)} & ways
            told |= named
            partly += [(said, place, step)] if 0 < len(named) < len(ways) else []
    assert told == {*WAYS}
    assert partly == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_list_of_steps_begins_with_the_insurer_where_a_hospital_wants_that_first(
    copies: Mapping[str, Copy], lang: str
) -> None:
    later = [
        (place, said)
        for said, copy in copies.items()
        if "insurer_first" in said
        for place, steps in steps_in(copy, lang)
        if first_of(INSURER, steps, lang) > min(first_of(words, steps, lang) for words in (REFERRAL, CHOSEN))
    ]
    assert later == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_list_of_steps_asks_the_insurer_once(copies: Mapping[str, Copy], lang: str) -> None:
    asks = {"nl": r"(?:Bel|[Vv]raagt?) \[?uw verzekeraar", "en": r"(?:[Cc]all|[Aa]sk) \[?your insurer"}[lang]
    again = [
        (place, said)
        for said, copy in copies.items()
        for place, steps in steps_in(copy, lang)
        if len(re.findall(asks, " ".join(steps))) > 1
    ]
    assert again == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_sends_something_in_the_drawing_stands_above_the_arrow(
    copies: Mapping[str, Copy], lang: str
) -> None:
    sends = {"nl": r"(Uw \w+) stuurt", "en": r"(Your \w+) sends"}[lang]
    otherwise = []
    for said, copy in copies.items():
        assert copy.who_does_what
        names = {party.id: party.part(lang) or "" for party in copy.who_does_what.parties}
        for way in copy.who_does_what.steps:
            senders = re.findall(sends, way.part(lang) or "")
            otherwise += [(said, one) for one in senders if not re.match(rf"{one}\b", names[way.from_])]
    assert otherwise == []


def first_of(words: Mapping[str, str], steps: Sequence[str], lang: str) -> int:
    """Return the place of the first step that says something."""
    found = (
        place
        for place, step in enumerate(steps)
        if any(re.search(words[lang], one, re.IGNORECASE) for one in sentences(step))
    )
    return next(found, len(steps))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hospital_says_nothing_of_its_own_way_in_care_that_it_does_not_give(
    copies: Mapping[str, Copy], lang: str
) -> None:
    told = {
        said: [one for name, texts in copy.told[lang] for one in texts if name == MENTAL_HEALTH]
        for said, copy in copies.items()
    }
    own = {said: [one for one in texts if re.search(WE[lang], one)] for said, texts in told.items()}
    gives_none = {said for said, copy in copies.items() if NO_MENTAL_HEALTH in copy.cases}
    assert {said: own[said] for said in gives_none if own[said]} == {}
    assert any(own[said] for said in own.keys() - gives_none)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_about_mental_health_care_leads_to_a_hospital_that_gives_it(
    copies: Mapping[str, Copy], lang: str
) -> None:
    leads = {said: OWN_PAGE in pages_led_to(copy, lang, MENTAL_HEALTH) for said, copy in copies.items()}
    gives = {said for said, copy in copies.items() if MENTAL_HEALTH not in not_given(copy)}
    assert {said for said, does in leads.items() if does} == gives & with_own_page(copies)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_about_afterwards_leads_to_a_hospital_that_says_something_of_taking_over(
    copies: Mapping[str, Copy], lang: str
) -> None:
    lead = {said for said, copy in copies.items() if OWN_PAGE in pages_led_to(copy, lang, "afterwards")}
    assert lead
    assert {said for said in lead if "takeover:" not in said} == set()


def pages_led_to(copy: Copy, lang: str, name: str) -> set[str]:
    """Return the names of the pages to which a page of a copy leads."""
    page = copy.page(lang, name)
    assert page
    return {page_of(link.target) for link in text_links(copy.whole_text(page))}


def with_own_page(copies: Mapping[str, Copy]) -> set[str]:
    """Return the houses that have a page of their own."""
    return {said for said, copy in copies.items() if OWN_WAY in copy.cases}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_each_page_of_a_copy_the_same_words_lead_to_one_place(
    copies: Mapping[str, Copy], lang: str
) -> None:
    led: dict[tuple[str, str, str], set[str]] = {}
    for said, copy in copies.items():
        for page in copy.pages:
            if page.lang == lang and isinstance(page, Page):
                for link in text_links(copy.whole_text(page)):
                    led.setdefault((said, page.name, comparable_words(link.words)), set()).add(link.target)
    assert {place: targets for place, targets in led.items() if len(targets) > 1} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_each_wording_of_a_passage_the_same_words_lead_to_one_place(real: Project, lang: str) -> None:
    led = {
        (name, link.words): {one.target for one in text_links(text) if one.words == link.words}
        for name, text in real.shared.snippets[lang].items()
        for link in text_links(text)
    }
    assert {place: targets for place, targets in led.items() if len(targets) > 1} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_copy_for_oneself_stands_nowhere_as_a_way_by_which_records_reach_a_hospital(
    real: Project, lang: str
) -> None:
    for_oneself = {"nl": "vraagt zelf ook een kopie", "en": "can ask for a copy too"}[lang]
    ways = {"nl": r"bij ons:\s*$|regelen het:\s*$", "en": r"reach us:\s*$|hospitals arrange it:\s*$"}[lang]
    told = {
        name: re.search(ways, text.body, re.MULTILINE)
        for name, text in real.shared.snippets[lang].items()
        if for_oneself in text.body
    }
    assert told
    assert [name for name, announced in told.items() if announced] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_consent_that_is_always_on_paper_is_nowhere_so_sometimes(
    copies: Mapping[str, Copy], lang: str
) -> None:
    sometimes = [
        (name, one, said)
        for said, copy in copies.items()
        if "written_consent" in said
        for name, texts in copy.told[lang]
        if name not in not_given(copy)
        for one in texts
        if re.search(SOMETIMES_WRITTEN[lang], one)
    ]
    assert sometimes == []


@pytest.mark.parametrize(
    ("said", "name"),
    [("costs: {insurer_first: true}", "Test"), ("", "")],
    ids=["says something", "says nothing"],
)
def test_the_letters_of_a_hospital_that_says_anything_of_itself_name_it(
    real: Project, said: str, name: str
) -> None:
    copy = copy_of(real, said)
    for lang in LANGUAGES:
        page = copy.page(lang, "letters")
        view = page and tool_view(copy, page, "letters")
        assert view
        known = {field.value for part in view.parts for field in part.fields if field.id == ASKED}
        others = {field.value for part in view.parts for field in part.fields if field.id != ASKED}
        assert (known, others) == ({name}, {""})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hospital_that_asks_for_the_file_gets_the_letter_of_consent(
    copies: Mapping[str, Copy], lang: str
) -> None:
    of_consent = {"nl": r"toestemming om mijn gegevens op te vragen", "en": "consent to ask for my records"}
    without = [
        said
        for said, copy in copies.items()
        if re.search(r"by: \[[^]]*\bus\b", said)
        for letter in copy.tools["letters"].tool.parts
        if letter.id == CONSENT
        for words in [[line.part(lang) or "" for line in letter.lines]]
        if f"{{{ASKED}}}" not in words[0] or not any(re.search(of_consent[lang], one) for one in words)
    ]
    assert without == []


@pytest.mark.parametrize("said", ["costs: {insurer_first: true}", "report: {to: [you]}"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_reader_says_of_a_hospital_to_an_insurer_names_it(real: Project, said: str, lang: str) -> None:
    copy = copy_of(real, f"article: {{nl: het, en: the}}\n{said}")
    assert copy.brand.sound
    name = asked_hospital(copy.brand.sound, lang)["the_name"]
    named = [
        (tool, line.part(lang))
        for tool in ("my-questions", "what-to-say")
        for part in copy.tools[tool].tool.parts
        for line in part.every_line()
        if name in (line.part(lang) or "")
    ]
    assert {tool for tool, _ in named} == {"my-questions", "what-to-say"}
    lists = [
        (*in_data(replace(copy, tools={tool: copy.tools[tool]})),) for tool in ("my-questions", "what-to-say")
    ]
    assert not any(BLANK.search(one.part(lang) or "") for lines in lists for one in lines)


def names_of_the_asked(pieces: Sequence[str | FieldView]) -> set[str]:
    """Return what stands in words where the hospital is named that a reader asks."""
    return {piece.value for piece in pieces if isinstance(piece, FieldView) and piece.id == ASKED}


def test_a_letter_names_the_hospital_in_the_language_of_its_words(real: Project) -> None:
    copy = copy_of(real, "article: {nl: het, en: the}\nreferral: {by: [gp]}")
    page = copy.page("en", "letters")
    view = page and tool_view(copy, page, "letters")
    assert view
    lines = [line for part in view.parts for _, group in part.groups for line in group]
    assert {name for line in lines for name in names_of_the_asked(line.pieces)} == {"het Test"}
    assert {name for line in lines for name in names_of_the_asked(line.beside)} == {"the Trial"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_home_page_says_that_the_file_can_be_enough_where_a_hospital_says_so(
    copies: Mapping[str, Copy], lang: str
) -> None:
    saying = {
        said
        for said, copy in copies.items()
        for place, texts in copy.told[lang]
        if place == "index" and any(re.search(ENOUGH[lang], one) for one in texts)
    }
    assert saying
    assert saying == {said for said, copy in copies.items() if "advice-from-file" in copy.cases}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_last_step_at_home_leaves_the_decision_to_the_reader_and_says_once_to_bring_someone(
    copies: Mapping[str, Copy], lang: str
) -> None:
    decides, alone = {"nl": ("beslis", "niet alleen"), "en": ("decide", "not go alone")}[lang]
    last = {
        said: steps[-1]
        for said, copy in copies.items()
        for place, steps in steps_in(copy, lang)
        if place == HOME
    }
    assert last
    assert {said: step for said, step in last.items() if decides not in step or alone in step} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_step_at_home_tells_twice_to_make_the_appointment(copies: Mapping[str, Copy], lang: str) -> None:
    told = [
        step
        for copy in copies.values()
        for place, steps in steps_in(copy, lang)
        if place == "index"
        for step in steps
        if re.search(BOOKED_IN_STEP[lang], step)
    ]
    assert told
    assert [step for step in told if len(re.findall(BOOKED_IN_STEP[lang], step)) > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_card_that_is_shown_alone_points_to_another_one(real: Project, lang: str) -> None:
    lines = [line for part in real.tools["what-to-say"].tool.parts for line in part.every_line()]
    cards = {one.part(lang) or "" for line in lines for one in (line, *line.if_.values())}
    assert cards
    assert {card for card in cards if re.search(POINTING[lang], card)} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_address_of_a_letter_reads_well_before_a_name_with_its_article(
    copies: Mapping[str, Copy], lang: str
) -> None:
    labels = {
        text
        for copy in copies.values()
        for part in copy.tools["letters"].tool.parts
        for line in part.every_line()
        if (text := line.part(lang) or "") and re.search(rf":\s*{{{ASKED}}}", text)
    }
    assert labels == set()


@pytest.mark.parametrize("said", [BY_HOSPITAL, "report: {to: [referrer]}", "review: {working_days: 5}"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_steps_of_a_hospital_are_below_its_own_name_whatever_it_says(
    real: Project, said: str, lang: str
) -> None:
    copy = copy_of(real, said)
    page = copy.page(lang, "applying")
    view = page and tool_view(copy, page, "my-steps")
    assert view
    assert real.who_does_what
    assert copy.brand.sound
    who = {line.who for part in view.parts for _, group in part.groups for line in group}
    named = {party.part(lang) for party in real.who_does_what.parties if party.id == HOSPITAL}
    assert copy.brand.sound.short_name_in(lang) in who
    assert not who & named


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_steps_at_applying_lead_to_the_appointment(copies: Mapping[str, Copy], lang: str) -> None:
    without = [
        (said, place)
        for said, copy in copies.items()
        for place, steps in steps_in(copy, lang)
        if place == "applying" and not any("(appointment.md" in step for step in steps)
    ]
    assert without == []


def test_pages_that_follow_a_hospital_have_sentences_about_one_to_sign(real: Project) -> None:
    names = ("in-english", "child", "letters", "mental-health")
    pages = [page for page in real.pages if page.lang == "en" and page.name in names]
    assert pages
    for page in pages:
        _has_sentences_about_a_hospital_to_sign(real, page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_answers_for_a_network_signs_what_its_readers_do_without_news(real: Project, lang: str) -> None:
    brand, page, home_page = real.brand.sound, real.page(lang, "applying"), real.page(lang, HOME)
    assert brand
    assert page
    assert home_page
    news = sentences(real.snippets[lang]["no-news.md"].body)
    nothing: dict[str, list[Paragraph]] = {page_address(one): [] for one in real.pages}
    nothing[f"{page_address(home_page)}{AROUND}"] = []
    usual, copy = (
        {**nothing, page_address(page): [Paragraph(words), *map(Paragraph, news)]}
        for words in ("Choose a hospital.", "We point the way.")
    )
    sheet = Sheet(real, brand, lang, made_paragraphs(usual, copy, ()), copy)
    listed = "\n".join(sheet.lines()).partition(f"### {sheet.words.everyones}\n")[2]
    assert news[0] in listed


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "Een ziekenhuis kan vooraf geld vragen."),
        ("nl", "Bij een academisch ziekenhuis is een brief nodig."),
        ("nl", "Meestal hoort u het in het eerste gesprek."),
        ("nl", "Daarvoor komt u een tweede keer."),
        ("nl", "Elk ziekenhuis heeft eigen prijzen."),
        ("nl", "Op de website van een ziekenhuis staan prijzen."),
        ("nl", "Dan krijgt u daarvoor een afspraak."),
        ("nl", "Er is tijd voor alles."),
        ("nl", "De rekening gaat rechtstreeks naar uw verzekeraar."),
        ("en", "A hospital may ask for money first."),
        ("en", "A university hospital needs a letter."),
        ("en", "You hear it at the end of the first visit."),
        ("en", "You come a second time for this."),
        ("en", "Every hospital sets its own prices."),
        ("en", "A hospital's website has its prices."),
        ("en", "Then you get an appointment for that."),
        ("en", "There is time for everything."),
        ("en", "The bill goes straight to your insurer."),
    ],
)
def test_what_any_hospital_may_do_is_in_the_list_to_sign(real: Project, lang: str, said: str) -> None:
    brand, page, home_page = real.brand.sound, real.page(lang, "costs"), real.page(lang, HOME)
    assert brand
    assert page
    assert home_page
    example = real.words.site[lang].example
    story = Paragraph(f"Sam: {said}", under=f"{example}: Sam")
    nothing: dict[str, list[Paragraph]] = {page_address(one): [] for one in real.pages}
    nothing[f"{page_address(home_page)}{AROUND}"] = []
    within_a_word = Paragraph(f"Sam asks w{real.words.sign_off[lang].speak_of.split(', ')[-1]} does this.")
    usual, copy = (
        {**nothing, page_address(page): [Paragraph(words), Paragraph(said), story, within_a_word]}
        for words in ("Ask there.", "Ask us first.")
    )
    sheet = Sheet(real, brand, lang, made_paragraphs(usual, copy, ()), copy)
    listed = "\n".join(sheet.lines()).partition(f"### {sheet.words.everyones}\n")[2]
    assert [line for line in listed.splitlines() if line.endswith(said)] == [f"- ☐ {said}"]
    assert within_a_word.words not in listed


def _has_sentences_about_a_hospital_to_sign(real: Project, page: Page) -> None:
    brand = real.brand.sound
    assert brand
    phrase = real.words.sign_off["en"].speak_of.split(", ")[0]
    asked = Paragraph(f"Read what {phrase} does for you.", section="What then?")
    invented = replace(asked, words=f"Sam hears what {phrase} does.", under=real.words.site["en"].example)
    label = Paragraph(f"I come to you on [The day of {phrase}].")
    nothing: dict[str, list[Paragraph]] = {page_address(one): [] for one in real.pages}
    usual, copy = (
        {**nothing, f"en/{AROUND}": [], page_address(page): [Paragraph(words), asked, invented, label]}
        for words in ("First call the hospital.", "Your GP refers you.")
    )
    sheet = Sheet(real, brand, "en", made_paragraphs(usual, copy, ()), copy)
    listed = "\n".join(sheet.lines()).partition(f"### {sheet.words.everyones}\n")[2]
    assert f"/{page_address(page)}\n- {asked.section}\n    - ☐ {asked.words}\n" in listed
    assert invented.words not in listed
    assert label.words not in listed


def test_a_sentence_for_another_case_that_is_typed_on_a_page_is_found(real: Project) -> None:
    copy, of_all = copy_of(real, BY_HOSPITAL), [*wordings(real, "nl")]
    of_cases = next(one for _, one in of_all if "by-hospital" in one)
    typed = next(one for one in of_cases[""] if one not in of_cases["by-hospital"])
    assert of_other_cases(with_words(copy, typed), of_all, "nl") == [("about", typed)]


def test_words_that_say_the_opposite_are_found_on_any_page(real: Project) -> None:
    typed = "Bel voordat u een afspraak maakt."
    assert opposites(with_words(copy_of(real, BY_HOSPITAL), typed), "nl") == [("about", typed)]


def left_out_with_its_words(project: Project, lang: str) -> Iterator[tuple[set[str], str]]:
    """Yield pages to leave out together, after which the name of another page says a word that only those explain.

    They are those that explain the word, and one that is led to by words that say it: those stay when the link goes.
    """
    pages = [page for page in project.pages if page.lang == lang and page.name not in NOTHING_EXPLAINED]
    homes: dict[str, set[str]] = {}
    for page in pages:
        for term in project.explained_on(page):
            homes.setdefault(term.id, set()).add(page.name)
    for page in pages:
        for link in text_links(project.whole_text(page)):
            for term in project.terms[lang]:
                names = {*homes.get(term.id, ()), page_of(link.target)}
                said = any(form.casefold() in link.words.casefold() for form in (term.term, *term.forms))
                if said and len(names) <= MOST_LEFT_OUT and names.isdisjoint((page.name, *NEEDED, "")):
                    yield names & project.page_names.by_language[lang], page.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_of_words_has_each_word_that_a_page_explains_whatever_pages_are_left_out(
    real: Project, lang: str
) -> None:
    lacking = []
    for names, name in left_out_with_its_words(real, lang):
        said = ", ".join(f"{{page: {one}, reason: Test}}" for one in sorted(names))
        copy = copy_of(real, f"pages_left_out: [{said}]")
        page = copy.page(lang, name)
        assert page
        html = markdown.markdown(copy.whole_text(page).body, extensions=["attr_list", "tables"])
        words = Vocabulary(lang, copy.terms[lang])
        body = finish_body(html, name=name, words=WORDS, vocabulary=words, left_out=names)
        listed = {term.id for term in terms_listed(copy, lang)}
        lacking += [(*sorted(names), name, id_) for id_ in sorted(explained_ids(body) - listed)]
    assert lacking == []
