"""UK public authorities: full names, the short forms that stand for them, and the shapes that other names take.

Police forces are the 43 territorial forces of England and Wales (Police Act 1996, Schedule 1, with the City of London
and the Metropolitan Police), Police Scotland, the Police Service of Northern Ireland and the national special forces.
Everything else is recognised by the shape of its name ("… City Council", "… NHS Foundation Trust", "Department for …").
"""

from __future__ import annotations

import re

# Full name → other forms, as letters and web pages use them. Forms in capitals are matched in that case only.
_NAMES: dict[str, tuple[str, ...]] = {
    "Avon and Somerset Police": (
        "Avon and Somerset Constabulary",
        "Avon & Somerset Police",
        "Avon & Somerset Constabulary",
    ),
    "Bedfordshire Police": (),
    "British Transport Police": ("BTP",),
    "Cambridgeshire Constabulary": ("Cambridgeshire Police",),
    "Cheshire Constabulary": ("Cheshire Police",),
    "City of London Police": ("CoLP",),
    "Civil Nuclear Constabulary": (),
    "Cleveland Police": (),
    "Cumbria Constabulary": ("Cumbria Police",),
    "Derbyshire Constabulary": ("Derbyshire Police",),
    "Devon and Cornwall Police": ("Devon & Cornwall Police", "Devon and Cornwall Constabulary"),
    "Dorset Police": (),
    "Durham Constabulary": ("Durham Police",),
    "Dyfed-Powys Police": ("Dyfed Powys Police", "Heddlu Dyfed-Powys"),
    "Essex Police": (),
    "Gloucestershire Constabulary": ("Gloucestershire Police",),
    "Greater Manchester Police": ("GMP",),
    "Gwent Police": ("Heddlu Gwent",),
    "Hampshire and Isle of Wight Constabulary": (
        "Hampshire Constabulary",
        "Hampshire Police",
        "Hampshire & Isle of Wight Constabulary",
    ),
    "Hertfordshire Constabulary": ("Hertfordshire Police",),
    "Humberside Police": (),
    "Kent Police": (),
    "Lancashire Constabulary": ("Lancashire Police",),
    "Leicestershire Police": ("Leicestershire Constabulary",),
    "Lincolnshire Police": (),
    "Merseyside Police": (),
    "Merseytravel": (),
    "Metropolitan Police Service": (
        "Metropolitan Police",
        "Met Police",
        "the Met",
        "MPS",
        "New Scotland Yard",
        "Scotland Yard",
    ),
    "Ministry of Defence Police": ("MDP",),
    "National Crime Agency": ("NCA",),
    "National Police Chiefs' Council": ("NPCC", "National Police Chiefs Council"),
    "Norfolk Constabulary": ("Norfolk Police",),
    "North Wales Police": ("Heddlu Gogledd Cymru",),
    "North Yorkshire Police": (),
    "Northamptonshire Police": (),
    "Northumbria Police": (),
    "Nottinghamshire Police": (),
    "Police Scotland": ("Police Service of Scotland",),
    "Police Service of Northern Ireland": ("PSNI",),
    "South Wales Police": ("Heddlu De Cymru",),
    "South Yorkshire Police": (),
    "Staffordshire Police": (),
    "Suffolk Constabulary": ("Suffolk Police",),
    "Surrey Police": (),
    "Sussex Police": (),
    "Thames Valley Police": ("TVP",),
    "Warwickshire Police": (),
    "West Mercia Police": (),
    "West Midlands Police": ("WMP",),
    "West Yorkshire Police": ("WYP",),
    "Wiltshire Police": ("Wiltshire Constabulary",),
    "Attorney General's Office": (),
    "British Broadcasting Corporation": ("BBC",),
    "British Council": (),
    "British Library": (),
    "Cabinet Office": (),
    "Charity Commission": (),
    "Civil Aviation Authority": ("CAA",),
    "Competition and Markets Authority": ("CMA", "Competition & Markets Authority"),
    "Electoral Commission": (),
    "Equality and Human Rights Commission": ("EHRC",),
    "Gambling Commission": (),
    "General Medical Council": ("GMC",),
    "Healthcare Improvement Scotland": (),
    "Historic England": (),
    "Homes England": (),
    "Human Fertilisation and Embryology Authority": ("HFEA",),
    "Insolvency Service": (),
    "Intellectual Property Office": (),
    "Legal Aid Agency": (),
    "Maritime and Coastguard Agency": ("MCA", "Maritime & Coastguard Agency"),
    "Met Office": (),
    "National Audit Office": ("NAO",),
    "National Institute for Health and Care Excellence": (),
    "NatureScot": ("Scottish Natural Heritage",),
    "NHS 24": (),
    "NHS Digital": (),
    "NHS National Services Scotland": (),
    "Northern Ireland Office": (),
    "Nursing and Midwifery Council": ("NMC",),
    "Office of Rail and Road": ("ORR",),
    "Ordnance Survey": (),
    "Parliamentary and Health Service Ombudsman": ("PHSO",),
    "Planning Inspectorate": (),
    "Rural Payments Agency": (),
    "Scottish Ambulance Service": (),
    "Scottish Courts and Tribunals Service": (),
    "Scottish Legal Aid Board": (),
    "Scottish Qualifications Authority": ("SQA",),
    "Social Security Scotland": (),
    "Sport England": (),
    "UK Research and Innovation": ("UKRI",),
    "Care Quality Commission": ("CQC",),
    "College of Policing": (),
    "Companies House": (),
    "Crown Office and Procurator Fiscal Service": ("COPFS",),
    "Crown Prosecution Service": ("CPS",),
    "Department for Business and Trade": ("DBT",),
    "Department for Culture, Media and Sport": ("DCMS",),
    "Department for Education": ("DfE",),
    "Department for Environment, Food and Rural Affairs": ("Defra", "Department for Environment, Food & Rural Affairs"),
    "Department for Transport": ("DfT",),
    "Department for Work and Pensions": ("DWP", "Department for Work & Pensions"),
    "Department of Health and Social Care": ("DHSC", "Department of Health & Social Care"),
    "Driver and Vehicle Licensing Agency": ("DVLA", "Driver & Vehicle Licensing Agency"),
    "Driver and Vehicle Standards Agency": ("DVSA", "Driver & Vehicle Standards Agency"),
    "Environment Agency": (),
    "Financial Conduct Authority": ("FCA",),
    "Food Standards Agency": (),
    "Foreign, Commonwealth and Development Office": ("FCDO", "Foreign, Commonwealth & Development Office"),
    "Greater London Authority": ("GLA",),
    "Health and Safety Executive": ("HSE",),
    "HM Courts and Tribunals Service": ("HMCTS", "HM Courts & Tribunals Service"),
    "HM Land Registry": (),
    "HM Prison and Probation Service": ("HMPPS",),
    "HM Revenue and Customs": ("HMRC", "HM Revenue & Customs"),
    "HM Treasury": (),
    "Home Office": (),
    "House of Commons": (),
    "House of Lords": (),
    "Independent Office for Police Conduct": ("IOPC",),
    "Information Commissioner's Office": ("Information Commissioner’s Office",),
    "Medicines and Healthcare products Regulatory Agency": ("MHRA",),
    "Ministry of Defence": ("MoD", "MOD"),
    "Ministry of Housing, Communities and Local Government": ("MHCLG",),
    "Ministry of Justice": ("MoJ", "MOJ"),
    "National Archives": (),
    "National Highways": ("Highways England",),
    "Natural England": (),
    "Natural Resources Wales": (),
    "Network Rail": (),
    "NHS Blood and Transplant": ("NHSBT",),
    "NHS Business Services Authority": ("NHSBSA",),
    "NHS Counter Fraud Authority": ("NHSCFA",),
    "NHS England": (),
    "NHS Resolution": (),
    "London Fire Brigade": ("LFB",),
    "Northern Ireland Fire and Rescue Service": ("NIFRS", "NI Fire and Rescue Service"),
    "Northern Ireland Housing Executive": ("NIHE",),
    "Office for National Statistics": ("ONS",),
    "Ofcom": (),
    "Office of Communications": (),
    "Ofgem": (),
    "Ofqual": (),
    "Ofsted": (),
    "Ofwat": (),
    "Public Health England": (),
    "Public Health Scotland": (),
    "Public Health Wales": (),
    "Scottish Environment Protection Agency": ("SEPA",),
    "Scottish Fire and Rescue Service": (),
    "Scottish Government": ("Scottish Ministers",),
    "Scottish Prison Service": (),
    "Scottish Water": (),
    "Serious Fraud Office": ("SFO",),
    "Social Work England": (),
    "Student Loans Company": (),
    "Transport for Greater Manchester": ("TfGM",),
    "Transport for London": ("TfL",),
    "Transport Scotland": (),
    "UK Health Security Agency": ("UKHSA",),
    "UK Visas and Immigration": ("UKVI",),
    "Valuation Office Agency": (),
    "Welsh Government": ("Llywodraeth Cymru",),
}

_WORD = r"[A-Z][\w'’.-]*"
_NAME = rf"{_WORD}(?:[ \t]+(?:{_WORD}|&|and|of|on|upon|in|the|with|by|le|under|[Cc]um)){{0,6}}?"
_PCC = r"Police(?:,\ Fire)?\ (?:and|&)\ Crime\ Commissioner"
_LEAD = re.compile(
    r"^(?:(?:[A-Z][a-z]+ly|The|Dear|At|For|From|To|Re|And|Of|In|By|Thank|Please|That|This|Your|Our|With|Under"
    r"|Contact|Copyright|When|If|As|While|Whilst|Since|Although|However|Therefore|Is|Does|Did|Has|Have|Are"
    r"|Can)[ ,]+)+(?=[A-Z])"
)
# Shapes of names. Alternatives in order of how much of the name they take.
_SHAPES = re.compile(
    rf"""\b(?:
      (?P<council>(?:(?:(?:London|Royal)\ )?Borough\ of\ {_NAME}(?:\ Council)?
        |City\ of\ {_WORD}(?:\ {_WORD})?\ (?:Metropolitan\ District\ )?Council|Comhairle\ nan\ Eilean\ Siar
        |{_NAME}\ (?:(?:City|County|Borough|District|Metropolitan|Town|Parish|Community|Unitary
        |Islands?)\ ){{0,3}}(?:and\ (?:Borough|District|City)\ )?(?:Council|Combined\ Authority)))
     |(?P<nhs>(?:NHS\ {_WORD}(?:[ ,]+(?:{_WORD}|&|and|of|the|in)){{0,6}}\ (?:Integrated\ Care\ Board
        |Clinical\ Commissioning\ Group|ICB|CCG)|NHS\ (?:Greater\ Glasgow\ and\ Clyde|Ayrshire\ (?:and
        |&)\ Arran|Dumfries\ (?:and|&)\ Galloway|Forth\ Valley|Western\ Isles|{_WORD})
        |{_NAME}\ (?:NHS\ (?:Foundation\ )?Trust|(?:University\ )?(?:Teaching\ )?Health\ Board
        |Health\ and\ Social\ Care\ Trust|Integrated\ Care\ Board
        |Ambulance\ Service(?:\ NHS\ (?:Foundation\ )?Trust)?
        |Hospitals?\ (?:NHS\ )?(?:Foundation\ )?Trust)))
     |(?P<fire>{_NAME}\ (?:Fire\ (?:and|&)\ Rescue\ (?:Service|Authority)|Fire\ Brigade|Fire\ Service))
     |(?P<university>(?:University\ of\ (?:the\ )?{_WORD}(?:\ (?:of|and|the|{_WORD})){{0,3}}
        |{_NAME}\ University(?:\ (?:College|of\ {_WORD}))?(?:\ {_WORD})?|(?:Imperial|King[’']s|University
        |Royal\ Holloway)\ College(?:\ London)?))
     |(?P<police>(?:Office\ of\ the\ )?(?:{_PCC}\ for\ {_NAME}|(?:(?:Vale|Isles?|City)\ of\ )?{_WORD}
        (?:\ (?:{_WORD}|and|&)){{0,4}}\ (?:{_PCC}|(?:Police|Constabulary)(?:\ Service)?)))
     |(?P<transport>Transport\ for\ (?:the\ )?{_WORD}(?:\ {_WORD})?)
     |(?P<force>Police\ (?:Service|Force)\ of\ (?:the\ )?{_WORD}(?:\ {_WORD})?)
     |(?P<alone>(?:(?<![^\n])|(?<=[|]\ ))(?!Chief|Deputy|Assistant|Local|Non|Senior|The|An?\ ){_NAME}
        \ (?:Authority|Executive|Agency|Commission|Corporation|Inspectorate|Ombudsman|Tribunal|College|Academy|School)
        (?=[ \t]*(?:\n|\Z|[-–|,]\ )))
     |(?P<office>Office\ (?:for|of)\ (?:the\ )?{_WORD}(?:\ (?:and|{_WORD})){{0,4}})
     |(?P<department>(?:Department|Ministry)\ (?:for|of)\ {_WORD}(?:,?\ (?:{_WORD}|&|and|the)){{0,7}})
     |(?P<museum>(?<![^\n])(?:{_NAME}\ Museums?|(?:National\ )?(?:Museum|Gallery|Library)\ of\ (?:the\ )?{_WORD}
        (?:\ (?:and|{_WORD})){{0,4}})(?=[ \t]*(?:\n|\Z)))
     |(?P<body>(?:{_NAME}\ (?:Housing\ Association|Academy\ Trust|Multi[- ]Academy\ Trust|(?:Learning|Education|Schools?
        |Academies)\ Trust
        |National\ Park\ Authority|Passenger\ Transport\ Executive|Office\ for\ {_WORD}
        |Development\ Corporation|Housing\ Trust)))
    )(?![\w])""",
    re.VERBOSE,
)
_ALIASES = {form: full for full, forms in _NAMES.items() for form in (full, *forms)}
_CASELESS = {form.lower(): full for form, full in _ALIASES.items() if not form.isupper() and len(form) > 6}
_BY_FIRST: dict[str, list[str]] = {}
for _form in sorted(_ALIASES, key=len, reverse=True):
    _BY_FIRST.setdefault(re.split(r"[\s'’&-]", _form.removeprefix("the "))[0], []).append(_form)
_CAPITAL = re.compile(r"(?<![\w-])[A-Z]\w+")
_NOUN = re.compile(
    r"\b(?:Council|Authority|Transport\ for|Constabulary|Police|Trust|Board|NHS|University|College|Department"
    r"|Ministry|Borough\ of|City\ of|Fire|Commissioner|Office\ (?:for|of)|Association|Executive"
    r"|Agency|Commission|Inspectorate|Ombudsman|Tribunal|Corporation|Comhairle|Museums?|Gallery|Library)\b"
)
_NOT_BODIES = re.compile(
    r"^(?:.*\b(?:the|this|our|your|any|each|local|every|other|all) )?(?:(?:county|city|borough"
    r"|district|parish|town|local|metropolitan|neighbouring|unitary|london|british|full|cabinet|press"
    r"|security|nhs|national|university|the)? ?(?:council|university|police|constabulary|nhs trust|trust"
    r"|health board)|nhs (?:digital|direct|constitution|number|app|choices|website|services?|staff|trusts?"
    r"|foundation|patients?|england and|long|uk|email|funding|care|providers?|hospitals?|terms|data|bodies"
    r"|fraud|pensions?|supply|property|improvement|protect)|(?:chief|special|military|secret|transport"
    r"|hate|data|head of|ministry of defence|total|all|number of|other|armed|uniformed|civil|female|male|of which"
    r"|retired|serving|former) (?:constabulary|police)|nhs (?:ft|foundation trust)|office of the [\w ,-]*(?:secretary"
    r"|chancellor|registrar|principal|provost|director|officer|clerk|chief (?:executive|constable)|leader))$",
    re.I,
)


_HEADLINE = re.compile(
    rf"""(?:{_NAME}\ (?:Directorate|Registry|Registrar|Regulator|Bureau|Secretariat|Department|Partnership|Board|Trust
        |Fund|Services?|Group|Homes|Housing|Water|Airport|Centre|Office|Archives|Borough|Agency|Authority|Inspectorate
        |Union|Infirmary|Hospitals?|Healthcare|Leisure|Museums?|Forum|Federation|Consortium)(?:\ (?:plc|Limited|Ltd))?
     |(?:Public\ Health|Visit|Sport|Creative|Registrar\ of|Registers\ of|Port\ of|Returning\ Officer\ for|Bank\ of
        |Cyngor|Comhairle|Heddlu|Prifysgol)\ {_NAME}
     |{_NAME}\ (?:Department|Agency|Authority|Service|Board|Inspectorate|Office|Ombudsman|Regulator|Commissioner
        |Council)\ (?:for|of)\ (?:the\ )?{_NAME}
     |Ombudsman\ for\ {_NAME})(?:\ \([\w ]+\))?""",
    re.VERBOSE,
)
_COMPANY = re.compile(
    rf"""{_NAME}\ (?:(?:Homes|Housing(?:\ Group)?|Water|Ports?|Harbour|Docks|Airport|Ferries|Metro|Trams|Tramways?
        |Railways?)(?:\ (?:plc|Limited|Ltd))?|plc|Limited|Ltd|LLP|CIC)""",
    re.VERBOSE,
)
_COMMISSIONER = re.compile(rf"(?:Office of the )?(?:(?P<area>\w.*?) )?{_PCC}(?: for (?:the )?(?P<of>\w.*))?")
_INSIDE = re.compile(
    r"(?:the|our|your|information|freedom|foi|customer|client|legal|corporate|human|hr|finance|governance|democratic|data"
    r"|records?|executive|communications?|press|complaints?|support|business|professional|resources?|chief|head|director"
    r"|strategy|performance|compliance|assurance|disclosure|access|response|official|private|request|subject|team|unit"
    r"|department|directorate|office|public (?:service|sector|access|affairs)|digital|technology|ict|it|environmental"
    r"|children|adult|people|place|community|housing|planning|council|trust|hospital|force|police) ?",
    re.IGNORECASE,
)
"""How the name of a part of a body begins: "Information Services", "Corporate Office"."""
_SORT = re.compile(
    r"(?:\w+ ){0,3}(?:care|nursing|empty|vacant|second|mobile|drinking|bathing|clean|river|ground|hot|surface|waste"
    r"|social|affordable|temporary|supported|sheltered|public|private|rented|new|local|council) \w+",
    re.IGNORECASE,
)
"""Homes, housing and water that are no body's name: "Care Homes", "Drinking Water"."""


def headline(line: str) -> str | None:
    """The name of a body of a rarer kind that a line of a letterhead is; None for any other line.

    "Rivers Inspectorate (North)" is one; "Customer Services", "Legal Department" are parts of a body that is not named.
    """
    name = " ".join(line.split()).strip(" *_#")
    return name if _is_body(name) and _HEADLINE.fullmatch(name) else company(name)


def company(line: str) -> str | None:
    """The name of a company, landlord or undertaking that a line is: "Barset Homes", "Barset Ferries Ltd"."""
    name = " ".join(line.split()).strip(" *_#")
    return name if _is_body(name) and _COMPANY.fullmatch(name) else None


def _is_body(name: str) -> bool:
    """Whether a name is no longer than names are, and neither a part of a body nor a sort of thing."""
    return 8 <= len(name) <= 70 and not _INSIDE.match(name) and not _SORT.fullmatch(name)


def canonical(name: str) -> str | None:
    """The full name that a short form stands for ("MPS" → "Metropolitan Police Service"), None for unknown ones."""
    clean = " ".join(name.split())
    return _ALIASES.get(clean) or _CASELESS.get(clean.lower()) or _CASELESS.get(clean.lower().removeprefix("the "))


def forms(name: str) -> tuple[str, ...]:
    """Every form that stands for the authority `name`, itself in any of them: none for unknown ones.

    A police and crime commissioner has a title that is put before the area as well as behind it.
    """
    if full := canonical(name):
        return (full, *_NAMES[full])
    commissioner = _COMMISSIONER.fullmatch(name)
    area = commissioner and (commissioner["area"] or commissioner["of"])
    if not area:
        return ()
    title = "Police and Crime Commissioner"
    return (name, f"{area} {title}", f"{area} Police & Crime Commissioner", f"{title} for {area}", f"{area} PCC")


def mentions(text: str) -> list[tuple[int, str]]:
    """Where `text` names a public authority, and its name: full where it is known, else as printed."""
    found: dict[int, tuple[int, str]] = {}
    for m in _CAPITAL.finditer(text):
        for form in _BY_FIRST.get(m[0], ()):
            start = m.start() - 4 if form.startswith("the ") else m.start()
            if text.startswith(form, start) and not text[start + len(form) : start + len(form) + 1].isalnum():
                found.setdefault(start, (start + len(form), _ALIASES[form]))
                break
    shaped: dict[str, str] = {}
    covered: set[int] = set()
    for m in _NOUN.finditer(text):
        if m.end() in covered:
            continue
        low = max(0, m.start() - 80, text.rfind("\n\n", 0, m.start()))
        near = next(
            (
                s
                for s in _SHAPES.finditer(text, low, min(len(text), m.end() + 90))
                if s.start() <= m.start() and m.end() <= s.end()
            ),
            None,
        )
        if near is None:
            continue
        name = _LEAD.sub("", " ".join(near[0].split()))
        if _NOT_BODIES.match(name) or len(name) > 90:
            continue
        printed = near[0][len(near[0]) - len(name) :] if near[0].endswith(name) else near[0]
        shaped[printed] = name
        at = text.find(printed)
        while at >= 0:
            covered.update(range(at, at + len(printed) + 1))
            inside = [a for a in found if at <= a < at + len(printed)]
            # "Sussex Police" within "Sussex Police and Crime Commissioner": the longer name is the body.
            if not any(found[a][0] >= at + len(printed) for a in inside):
                for a in inside:
                    del found[a]
                if not any(a < at < end for a, (end, _) in found.items()):
                    found[at] = (at + len(printed), canonical(name) or name)
            at = text.find(printed, at + len(printed))
    return sorted((at, name) for at, (_, name) in found.items())
