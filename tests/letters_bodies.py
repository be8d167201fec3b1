"""Labelled letters: bodies of many kinds, in layouts of their own; see `tests.letters`.

All names are invented.
"""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
    Shape(
        "hospital-trust-two-columns-aligned",
        "Marlingford Hospitals NHS Foundation Trust",
        "MHFT-FOI-2024-0713",
        "2024-08-02",
        ("FOIA s40(2)",),
        """
o | Marlingford Hospitals NHS Foundation Trust
o | Information Governance, Trust Headquarters, Abbey Lane
o | 2 August 2024
o | Ref: MHFT-FOI-2024-0713
 |
o | Dear Requester,
o | Freedom of Information Act 2000
- | Thank you for your request. The Trust's answers are beside your questions.
 |
- | Question                                   Trust response
q1| 1. How many falls from a hospital bed
q1|    were reported in 2023/24?
a1|                                            Our incident system holds 1,206 reports of
a1|                                            such falls.
 |
q2| 2. How many of them led to a fracture?
a2|                                            31
 |
q3| 3. Please name the nurses on duty.
e3|                                            The names are exempt under section 40(2) of
e3|                                            the Act, as they are personal data.
 |
o | If you are unhappy with this reply you may ask for an internal review within two months of it.
o | Yours sincerely,
o | Head of Information Governance
""",
    ),
    Shape(
        "university-request-and-response-blocks",
        "University of Thorncaster",
        "FOI24-291",
        "2024-11-19",
        ("FOIA s43(2)",),
        """
o | UNIVERSITY OF THORNCASTER
o | Office of the Registrar and Secretary
 |
o | Our Ref: FOI24-291
o | 19 November 2024
 |
o | By e-mail
o | Dear Dr Pellow
 |
o | Request under the Freedom of Information Act
 |
o | I refer to your e-mail of 22 October 2024. Each part of your request is set out below with the University's
o | response.
 |
- | Part A
q1| The number of applications made to the MSc in Data Science for entry in September 2023 and September 2024.
- | Response to Part A
a1| 2023 entry: 1,940 applications. 2024 entry: 2,318 applications.
 |
- | Part B
q2| The conversion rate that the University assumed for overseas offers in its budget for each of those years.
- | Response to Part B
e2| The University considers that this is exempt information under section 43(2), since to disclose it would be
e2| likely to prejudice its commercial interests in a competitive market for students.
e2| The University accepts that there is a public interest in how it is funded. It finds that this is outweighed
e2| by the interest in its being able to recruit without its rivals knowing what it counts upon.
 |
- | Part C
q3| The minutes of the programme board at which the entry requirements were last changed.
- | Response to Part C
a3| The programme board took this decision by correspondence, so that no minutes exist.
 |
o | Complaints
o | You may ask for a review by writing to the Registrar at the address above.
o | Yours sincerely
o | B. Anstruther
""",
    ),
    Shape(
        "fire-service-q-dash-a-dash",
        "Penhallow Fire & Rescue Service",
        "IR/0448/25",
        "2025-03-06",
        (),
        """
o | Penhallow Fire & Rescue Service
o | Service Headquarters
o | Direct line: 01632 960555
o | IR/0448/25
o | 06/03/2025
 |
o | Good afternoon
 |
o | Your request for information has now been considered and our reply is below.
 |
q1| Q1 - How many fire appliances were off the run for want of crew on 31 December 2024?
a1| A1 - 7
q2| Q2 - What is the establishment of on-call firefighters and how many posts are vacant?
a2| A2 - Establishment 412, vacant 96
q3| Q3 - Which stations have been closed at night since 2020?
a3| A3 - None
q4| Q4 - Has the service bought drones?
a4| A4 - Yes, two in 2022 and one in 2024
 |
o | Should you have any further questions please quote the reference above.
o | Kind regards
o | Information Team
""",
    ),
    Shape(
        "housing-association-foisa-numbered-answers-only",
        "Strathellan Housing Association",
        "SHA FOI 61",
        "2023-05-30",
        ("FOISA s33(1)(b)",),
        """
o | Strathellan Housing Association
o | 14 Weaver's Wynd, Strathellan
o | 30 May 2023
o | Reference number: SHA FOI 61
 |
o | Dear Ms Abernethy
o | Freedom of Information (Scotland) Act 2002
o | We write further to your request of 3 May.
o | You asked us for the following:
q1| 1. the number of homes let to homeless households in 2022-23;
q2| 2. the number of those lets that had ended by 31 March 2023;
q3| 3. the tender price of each contractor who bid for the window contract.
 |
- | We can reply as follows.
a1| 1. 148 homes were let to households referred by the council as homeless.
a2| 2. Twelve of these tenancies had ended.
e3| 3. We are withholding this information under section 33(1)(b) of the Act because its disclosure would
e3| prejudice substantially the commercial interests of the bidders. We have considered the public interest in
e3| openness about the spending of rents, and find that it does not outweigh the interest in keeping tenders fair.
 |
o | If you are dissatisfied you may ask us to review our decision within 40 working days. You may then apply to
o | the Scottish Information Commissioner. Yours sincerely
o | Corporate Services Manager
""",
    ),
    Shape(
        "parish-council-e-mail",
        "Little Osney Parish Council",
        None,
        "2024-02-12",
        (),
        """
o | From: Clerk <clerk@littleosney-pc.example>
o | Sent: 12 February 2024 09:14
o | To: J Harker
o | Subject: RE: Allotments - FOI
 |
o | Dear Mr Harker,
 |
a1| The Parish Council has 64 allotment plots, of which 61 are let. There are 23 people on the waiting list. The
a1| rent for a full plot is £38 a year. It was last raised in April 2021.
a1| We do not keep a record of how long each person has waited.
 |
o | Regards,
o | Mrs P Dunmore
o | Clerk to Little Osney Parish Council
 |
o | From: J Harker
o | Sent: 20 January 2024 18:02
o | To: Clerk
o | Subject: Allotments - FOI
 |
o | Dear Clerk,
q1| Please tell me how many allotments the parish has, how many are let, how many people are waiting and for how
q1| long, and what the rent is.
o | Thanks,
o | J Harker
""",
    ),
    Shape(
        "scottish-council-refusal-notice-headings",
        "Invertarff Council",
        "10117245",
        "2022-10-14",
        ("FOISA s12(1)",),
        """
o | Invertarff Council
o | Chief Executive's Office
o | Request reference 10117245
o | Date 14 October 2022
 |
o | Dear Sir or Madam
o | INFORMATION REQUEST - GRASS CUTTING
- | Your request
q1| (a) How often was each verge in the council area cut in 2021?
q2| (b) How many complaints about uncut verges were upheld in 2021?
 |
- | Our decision
e1| (a) Section 12(1) of the Freedom of Information (Scotland) Act 2002 applies to this part. There are some 9,000
e1| verges, and each day sheet would have to be read. We estimate that this would take 410 hours at £15 an hour,
e1| which is above the limit of £600 that the Fees Regulations set.
a2| (b) This is formal notice under section 17(1) that the council does not hold the information. Complaints are
a2| not recorded by what they are about.
 |
- | Advice
a1| We could tell you how often the verges of one ward were cut.
 |
o | Your right to review
o | If you wish the council to review its decision, write to the Chief Executive within 40 working days. Yours
o | faithfully
""",
    ),
    Shape(
        "department-cost-limit-then-advice",
        "Department for Waterways and Ports",
        "FOI-20250088",
        "2025-01-23",
        ("FOIA s12(1)",),
        """
o | Department for Waterways and Ports
o | Great Ferry House
o | London SW1P
 |
o | Our ref: FOI-20250088
o | 23 January 2025
 |
o | Dear Applicant,
 |
o | Thank you for your correspondence of 2 January in which you requested the following information:
q1| "All e-mails between the Department and operators of car ferries about delays between 2018 and 2024, and the
q1| number of meetings held with them in the same period."
 |
o | Your request has been handled under the Freedom of Information Act 2000.
 |
e1| I can confirm that the Department holds information within the scope of your request. However, to find,
e1| retrieve and extract it would exceed the cost limit of £600 for central government. Under section 12(1) of the
e1| Act the Department is not obliged to comply. A search of one team's mailbox for one year returned 3,450
e1| e-mails.
 |
a1| To bring a new request within the limit you may wish to confine it to one operator and a period of three
a1| months.
 |
o | If you are unhappy with the result of your request you may ask for an internal review within 40 working days.
o | Yours sincerely, Information Rights Team
""",
    ),
    Shape(
        "police-bullets-under-bold-headings",
        "Kestrel Valley Police",
        "1187/2023",
        "2023-09-28",
        ("FOIA s30(1)(a)", "FOIA s40(2)"),
        """
o | **Kestrel Valley Police**
o | **Freedom of Information request 1187/2023**
o | Date of reply: 28th September 2023
 |
- | **Information requested**
q1| - How many bicycles were reported stolen from railway stations in 2022?
q2| - How many of these were recovered?
q3| - A copy of the investigation file on the thefts at Kestrel Junction.
 |
- | **Response**
a1| - 873 bicycles were reported stolen from railway stations in 2022.
a2| - 59 of them were recovered.
e3| - The file is withheld under section 30(1)(a), as it is held for the purposes of a criminal investigation, and
e3| section 40(2), as it holds the personal data of witnesses.
 |
- | **Public interest**
e3| Disclosure would show that the matter is being taken seriously. It would also alert suspects to what is known,
e3| and dissuade witnesses from coming forward. The balance favours withholding the file.
 |
o | **Right to complain**
o | Details of the force's review procedure are on its website.
""",
    ),
    Shape(
        "academy-trust-inline-answers-in-capitals",
        "Copperfield Learning Trust",
        "CLT/FOI/119",
        "2024-06-18",
        (),
        """
o | COPPERFIELD LEARNING TRUST
o | CLT/FOI/119
o | 18 June 2024
o | Dear Mr Soames
o | Please find our answers after each of your questions.
 |
q1| How many pupils were suspended in the autumn term of 2023 across all of the trust's schools?
a1| THERE WERE 214 SUSPENSIONS OF 131 PUPILS
q2| How many pupils were permanently excluded in the same term?
a2| THREE
q3| Does the trust use isolation rooms and does it record how long pupils are in them?
a3| ALL SECONDARY SCHOOLS HAVE A REFLECTION ROOM. TIME SPENT THERE IS NOT RECORDED
 |
o | I trust that this is of help.
o | Yours sincerely
o | Chief Operating Officer
""",
    ),
    Shape(
        "regulator-prohibition-under-its-own-act",
        "Office for Lifts and Hoists",
        "IC-77120-Q4",
        "2024-03-08",
        ("FOIA s44(1)(a)", "FOIA s31(1)(g)"),
        """
o | Office for Lifts and Hoists
o | 8 March 2024
o | Case reference: IC-77120-Q4
 |
o | Dear Ms Okonjo
 |
o | Your request was received on 9 February 2024. You asked:
q1| 1) How many notices were served on owners of goods lifts in 2023?
q2| 2) What did the owners tell the Office when they were served?
 |
- | What we can tell you
a1| 1) The Office served 402 notices on owners of goods lifts in 2023.
 |
- | What we cannot tell you
e2| 2) What owners tell the Office is information to which section 44(1)(a) of FOIA applies. It is prohibited from
e2| disclosure by section 9 of the Lifts (Safety) Act 1998. In the alternative section 31(1)(g) is engaged, with
e2| regard to the purpose in section 31(2)(c).
e2| Section 44 is absolute. As to section 31, we find that owners would be less candid if what they said were
e2| published.
 |
o | Next steps
o | If you disagree with our decision you can ask for it to be reviewed.
""",
    ),
    Shape(
        "broadcaster-outside-the-act-for-journalism",
        "Albion Broadcasting Corporation",
        "RFI20240391",
        "2024-04-04",
        (),
        """
o | Albion Broadcasting Corporation
o | Information Rights
o | 4 April 2024
o | Dear Mr Fenn
o | Freedom of Information request - RFI20240391
 |
o | Thank you for your request of 7 March 2024, seeking the following:
q1| 1. What was the budget of the drama series Saltings?
q2| 2. How many staff work in your legal department?
 |
- | Question 1 is not subject to the Act because what you ask for is held for the purposes of journalism, art or
- | literature.
- | The Corporation is therefore not obliged to provide it, and will not do so on this occasion.
 |
a2| Question 2: as at 29 February 2024 the legal department had 87 staff (82.4 full-time equivalent).
 |
o | Appeal rights
o | The Corporation offers no internal review where what is asked for is outside the Act.
o | Yours sincerely
""",
    ),
    Shape(
        "ambulance-table-by-year-under-its-question",
        "Wolds and Fens Ambulance Service NHS Trust",
        "WFAS 2251",
        "2025-05-15",
        (),
        """
o | Wolds and Fens Ambulance Service NHS Trust
o | WFAS 2251
o | 15 May 2025
o | Dear Enquirer
 |
o | RE: FREEDOM OF INFORMATION REQUEST
 |
q1| QUESTION: Please provide the number of emergency calls and the mean response time to category 2 calls, by
q1| year.
a1| RESPONSE:
a1| Year        Calls       Category 2 mean
a1| 2022/23     412,908     00:52:11
a1| 2023/24     431,776     00:38:40
a1| 2024/25     446,031     00:34:05
 |
q2| QUESTION: What did the trust spend on private ambulances in the same years?
a2| RESPONSE:
a2| 2022/23     £4.1m
a2| 2023/24     £5.7m
a2| 2024/25     £5.2m
 |
q3| QUESTION: Will the trust stop using them?
a3| RESPONSE: No decision has been taken.
 |
o | This concludes our response.
o | Freedom of Information Officer
""",
    ),
    Shape(
        "national-park-eir-exceptions",
        "Hartsedge National Park Authority",
        "EIR 2023/057",
        "2023-12-01",
        ("EIR r12(4)(d)", "EIR r12(5)(g)"),
        """
o | Hartsedge National Park Authority
o | Our reference: EIR 2023/057
o | 1st December 2023
 |
o | Dear Ms Lindqvist
o | Environmental Information Regulations 2004
 |
o | You wrote on 6 November to ask for:
q1| - the draft management plan for Hart Moss; and
q2| - the location of each breeding pair of hen harriers in 2023.
 |
e1| The draft plan is material still in the course of completion, and regulation 12(4)(d) applies to it. There is
e1| a public interest in how the moss is looked after, but the plan will be open to comment from February, and
e1| officers need room to finish it.
 |
e2| As to hen harriers, the exception in regulation 12(5)(g) is engaged: to give the location of nests would put
e2| the birds at risk from those who persecute them.
a2| I can tell you that there were five breeding pairs in the park in 2023.
 |
o | You may make representations to the Authority within 40 working days under regulation 11.
o | Yours sincerely
o | Monitoring Officer
""",
    ),
    Shape(
        "transport-body-pipe-table",
        "Transport for the Severnlands",
        "TfS-0912-2425",
        "2024-10-09",
        ("FOIA s21",),
        """
o | Transport for the Severnlands
o | TfS-0912-2425
o | 9 October 2024
o | Dear Mr Rao
 |
- | | Your question | Our answer |
- | |---|---|
- | | How many trams were cancelled in September 2024? | 318 |
- | | What is the fleet's mean age? | 11.6 years |
- | | Where is the timetable? | It is on our website and so exempt under section 21 of the Act. |
 |
o | If you are not content with this reply you may seek an internal review.
o | Yours sincerely
""",
    ),
    Shape(
        "prison-service-questions-in-one-paragraph",
        "Custody and Probation Agency",
        "240517003",
        "2024-06-13",
        ("FOIA s38(1)", "FOIA s31(1)(f)"),
        """
o | Custody and Probation Agency
o | Data Access Unit
o | Our Reference: 240517003
o | June 13, 2024
 |
o | Dear Mr Quill
 |
o | You asked for the following information from the Agency:
q1| Q1. How many keys were lost at HMP Redmire in 2023? Q2. What did it cost to change the locks?
q3| Q3. Which doors do the lost keys open?
 |
- | Your request has been handled under the FOIA.
a1| Question 1 and 2
a1| Two keys were lost. Locks were changed at a cost of £186,400.
e3| Question 3
e3| The information is exempt from disclosure under sections 31(1)(f) and 38(1) of the FOIA. Its release would
e3| help those who wish to escape, and put staff and prisoners in danger. The public interest in knowing which
e3| doors they are is slight, and is outweighed by that in safe prisons.
 |
o | Appeal Rights
o | If you are not satisfied with this response you have the right to request an internal review.
o | Yours sincerely
o | Data Access Unit
""",
    ),
    Shape(
        "commissioner-office-answers-in-paragraphs-that-name-the-question",
        "Office of the Police and Crime Commissioner for Eastmere",
        "OPCC/FOI/23-24/018",
        "2023-08-21",
        (),
        """
o | Office of the Police and Crime Commissioner for Eastmere
o | OPCC/FOI/23-24/018
o | Monday 21 August 2023
o | Dear Ms Vane
o | Thank you for your request, which reads:
q1| a) How many complaints about the Chief Constable did the office receive in 2022-23?
q2| b) How many were recorded under Schedule 3?
q3| c) What was the cost of legal advice on them?
 |
a1| In answer to your question a) the office received 19 complaints.
a2| In answer to your question b) four of them were recorded under Schedule 3 to the Police Reform Act 2002.
a3| In answer to your question c) no legal advice was bought. Advice was given by the office's own solicitor.
 |
o | If you have any queries about this reply please get in touch.
o | Yours sincerely
o | Chief Executive
""",
    ),
    Shape(
        "combined-authority-internal-review-upheld-in-part",
        "Ridgeway Combined Authority",
        "IR-2025-004",
        "2025-02-27",
        ("FOIA s42(1)",),
        """
o | Ridgeway Combined Authority
o | INTERNAL REVIEW IR-2025-004
o | 27 February 2025
 |
o | Dear Mr Tolliver
o | I have reviewed the handling of your request of 4 November 2024. I took no part in the first decision.
 |
- | The request
q1| You asked for the business case for the Ridgeway busway.
q2| You also asked for the legal advice on its procurement.
 |
- | Findings
a1| The business case should have been disclosed. It is attached to this letter, and this part of your complaint
a1| is upheld.
e2| I find that section 42(1) was rightly relied on. The advice was given in confidence by the authority's
e2| solicitors, and there is a strong public interest in that confidence being kept. I do not uphold this part of
e2| your complaint.
 |
o | You may now complain to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow.
o | Yours sincerely
o | Deputy Monitoring Officer
""",
    ),
    Shape(
        "northern-irish-trust-figures-too-small",
        "Lough Corran Health and Social Care Trust",
        "FOI/1802/24",
        "2024-07-05",
        ("FOIA s40(2)",),
        """
o | Lough Corran Health and Social Care Trust
o | Date: 5th July 2024
o | Our Ref: FOI/1802/24
o | Dear Enquirer
 |
o | You requested:
q1| For each of the last three years, how many assaults on staff by visitors were recorded in emergency
q1| departments?
 |
- | Answer:
a1| 2021/22 - 44
a1| 2022/23 - 51
a1| 2023/24 - <5
e1| Where a figure is below five it has been suppressed under Section 40(2) of the Act, since individuals could be
e1| identified from it.
 |
o | Should you be dissatisfied please contact the Information Governance Department.
""",
    ),
    Shape(
        "museum-yes-no-list-of-numbered-pairs",
        "Museum of the Northern Shires",
        "MNS/24/33",
        "2024-09-17",
        (),
        """
o | Museum of the Northern Shires
o | MNS/24/33
o | 17/09/2024
o | Dear Dr Amari
 |
q1| 1. Does the museum hold human remains?
a1| Yes.
q2| 2. If so, from how many individuals?
a2| 1,147.
q3| 3. Have any been returned since 2010?
a3| Yes, the remains of 36 individuals.
q4| 4. To whom?
a4| To communities in Tasmania and in New Zealand.
q5| 5. Is there a list of what is held?
a5| There is, in the museum's online catalogue.
 |
o | Yours sincerely
o | Director of Collections
""",
    ),
    Shape(
        "welsh-council-bilingual-heads-and-vexatious",
        "Cwm Aeron County Borough Council",
        "CABC 5508",
        "2023-03-16",
        ("FOIA s14(1)",),
        """
o | Cyngor Bwrdeistref Sirol Cwm Aeron
o | Cwm Aeron County Borough Council
o | Ein cyf / Our ref: CABC 5508
o | Dyddiad / Date: 16 March 2023
o | Annwyl Mr Pugh / Dear Mr Pugh
 |
o | You have asked the Council for:
q1| every photograph held of the lamp posts in Heol Fawr, and the names of those who took them.
 |
e1| The Council refuses this request under section 14(1) of the Freedom of Information Act 2000, as it is
e1| vexatious. It is your forty-first about these lamp posts since 2020. Dealing with them has taken officers some
e1| 300 hours, and they show no purpose but to continue a dispute that the Ombudsman closed in 2021.
e1| The Council does not hold the names in any case.
 |
o | You may ask for an internal review of this decision.
o | Yn gywir / Yours sincerely
""",
    ),
)
