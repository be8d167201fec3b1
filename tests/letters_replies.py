"""Labelled letters of many bodies; see `tests.letters`. All names are invented."""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
    Shape(
        "welsh-council-bilingual-head",
        "Gwenllan Vale County Council",
        "FOI/2024/0913",
        "2024-11-18",
        ("FOIA s21",),
        """
o | Gwenllan Vale County Council
o | Cyngor Sir Dyffryn Gwenllan
o | Neuadd y Sir, Pontgarreg, LL99 2ZZ
o | Gofynnwch am / Please ask for: Swyddog Rhyddid Gwybodaeth / FOI Officer
o | Ein Cyf / Our Ref: FOI/2024/0913
o | Dyddiad / Date: 18 Tachwedd / November 2024
 |
o | Annwyl / Dear Ms Anwyl-Pugh
 |
o | I refer to your request of 21 October 2024, which has been dealt with under the Freedom of Information
o | Act 2000. The Council's reply is given under each part.
 |
q1| Nifer y disgyblion sy'n derbyn cludiant am ddim i ysgol Gymraeg / The number of pupils who receive
q1| free transport to a Welsh-medium school
 |
a1| Primary 611
a1| Secondary 1,048
 |
q2| The number who were refused transport in the academic year 2023/24 and the reasons
 |
a2| 37 applications were refused. In 33 the pupil lived under the qualifying distance; the other four were
a2| late and were allowed in September.
 |
q3| The Learner Travel Policy as it stood on 1 September 2024
 |
e3| Section 21 of the Act does not oblige the Council to supply what you can readily obtain elsewhere.
a3| The policy may be downloaded, in Welsh or in English, from
a3| www.dyffryngwenllan.example.wales/cludiant-ysgol
 |
q4| The contract price of every route, by operator
 |
a4| The prices of the 114 routes are in the attached workbook (Atodiad 1 / Appendix 1).
 |
o | Mae croeso i chi gysylltu â ni yn Gymraeg. Ni fydd hynny'n arwain at oedi.
o | We welcome correspondence in Welsh. This will not lead to delay.
 |
o | If you are unhappy with this reply you may ask for it to be reviewed by the Monitoring Officer.
 |
o | Yr eiddoch yn gywir / Yours sincerely
o | E. Llwyd
""",
    ),
    Shape(
        "police-ncnd-sources",
        "Harrowdale Constabulary",
        "FOI 4471/23",
        "2023-09-05",
        ("FOIA s23(5)", "FOIA s24(2)", "FOIA s30(3)", "FOIA s31(3)"),
        """
o | From: Information Disclosure Unit <disclosure@harrowdale.example.police.uk>
o | Sent: 05 September 2023 14:12
o | Subject: FOI 4471/23 - Response [OFFICIAL]
 |
o | Good afternoon,
 |
o | Harrowdale Constabulary received your request for information on 08/08/2023, which reads as follows:
 |
q1| "Has the force used IMSI catchers, cell site simulators or any like device since 1 January 2020? If it
q1| has, on how many occasions, and under what authority was each use signed off? I do not ask for the
q1| place of any deployment or for the name of any officer."
 |
- | RESPONSE
 |
e1| Harrowdale Constabulary can neither confirm nor deny that it holds any information relevant to your
e1| request, as the duty in section 1(1)(a) of the Freedom of Information Act 2000 does not apply by virtue
e1| of the following:
 |
e1| Section 23(5) - Information supplied by, or concerning, certain security bodies
e1| Section 24(2) - National security
e1| Section 30(3) - Investigations
e1| Section 31(3) - Law enforcement
 |
e1| Section 23 is a class-based absolute exemption and there is no requirement to consider the public
e1| interest. Sections 24 and 31 are qualified and prejudice-based, and section 30 is qualified and class-
e1| based.
 |
e1| Overall harm
e1| To state that such equipment is, or is not, available to one force would allow those engaged in
e1| organised crime to compare the replies of all forces and to move to where they thought themselves
e1| safest.
 |
e1| Factors favouring confirmation or denial
e1| The public are entitled to know how money is spent, and a better informed debate would follow.
 |
e1| Factors against confirmation or denial
e1| Covert tactics would be compromised, and with them operations now in progress. More crime would be
e1| committed and individuals placed at risk.
 |
e1| Balance test
e1| It is our opinion that the balance lies against confirming or denying. None of this should be taken as
e1| an indication that the information you seek does or does not exist.
 |
o | Kind regards
 |
o | Tamsin | Disclosure Officer | Harrowdale Constabulary
o | Dial 101 for non-emergencies
""",
    ),
    Shape(
        "nhs-trust-small-numbers",
        "Merrow and Stoke Vale Hospitals NHS Foundation Trust",
        "MSV-FOI-25-0388",
        "2025-04-16",
        ("FOIA s40(2)",),
        """
o | Merrow and Stoke Vale Hospitals NHS Foundation Trust
o | Trust Headquarters, Level 5, Vale Wing
o | Email: foi@merrowstokevale.example.nhs.uk
 |
o | 16 April 2025
 |
o | Reference: MSV-FOI-25-0388
 |
o | Dear Requester,
 |
o | Re: Never Events
 |
o | Thank you for your email of 19 March. Please find the Trust's response to your questions below.
 |
q1| 1. How many Never Events did the Trust declare in each financial year from 2021/22 to date, broken down \
by type?
 |
a1| Please see Table 1.
 |
a1| Table 1
a1| Type\t2021/22\t2022/23\t2023/24\t2024/25
a1| Wrong site surgery\t<5\t<5\t6\t<5
a1| Retained foreign object post procedure\t0\t<5\t<5\t0
a1| Misplaced naso-gastric tube\t0\t0\t<5\t0
a1| Total\t<5\t5\t9\t<5
 |
e1| Where a figure is between one and four it has been replaced with <5. There is a risk that with other \
information a patient could be identified, and the exact figure is the personal data of that patient. It is \
exempt under section 40(2) of the Freedom of Information Act, as disclosure would be unlawful and would breach the \
first data protection principle.
 |
q2| 2. How many of these led to a claim, and what sums were paid?
 |
a2| Three claims were notified to NHS Resolution. One is closed, with damages of £18,750. Two are open.
 |
q3| 3. Please provide the investigation report for each.
 |
e3| We regard the reports as exempt under section 40(2) also. Even with names removed the accounts of treatment are so \
particular that the patients or their families would recognise them, and so might others.
 |
q4| 4. What training has been given to theatre staff since?
 |
a4| A half day on the National Safety Standards for Invasive Procedures (NatSSIPs 2) is mandatory for every member of \
theatre staff. 91.4% were compliant at the end of March.
 |
o | Trust Chair: Prof. A. Rowntree        Chief Executive: Ms D. Okonjo-Hale
o | Page 1 of 1
 |
o | Please remember to quote the reference number above in any future communications.
""",
    ),
    Shape(
        "school-email-short-inline",
        "Cuckoo Lane Primary School",
        None,
        "2023-02-03",
        (),
        """
o | From: Office (Cuckoo Lane)
o | Sent: Friday, 3 February 2023 09:41
o | To: [Requester]
o | Subject: RE: FOI - supply teachers
 |
o | Hi,
 |
o | Sorry for the delay, we have been short in the office. Answers under your questions.
 |
q1| What was the school's total spend on agency supply teachers in 2021/22?
a1| £14,206.50
q2| Which agencies did you use?
a2| Bright Chalk Ltd
a2| Headcount Education
-3| Does the school belong to a framework for supply? no
q4| Who in the school has responsibility for booking supply staff?
a4| Mrs Tandy, School Business Manager, via the office email above
q5| What daily rate is paid (a) by the school to the agency and (b) by the agency to the teacher?
a5| (a) between £165 and £198 (b) we don't hold this, you would have to ask the agencies
 |
o | Thanks
o | Mrs J Tandy
o | Cuckoo Lane Primary School - Learning to fly
o | This email is confidential to the addressee. If it isn't for you please delete it.
""",
    ),
    Shape(
        "university-out-of-order",
        "University of Westmarch",
        "UWM/FOI/2290",
        "2024-05-02",
        ("FOIA s43(2)",),
        """
o | University of Westmarch
o | Office of the Registrar and Secretary
o | 2 May 2024
o | Our reference UWM/FOI/2290
 |
o | Dear Dr Farrant
 |
o | I write in reply to your request of 4 April, which for ease of reference is set out here in full.
 |
q1| (1) How many students were enrolled at the start of 2023/24 who came to us through a recruitment
q1| agent?
q2| (2) From which five countries did most of these students come?
q3| (3) What was paid in commission to agents in 2022/23, and what were the rates for each of them?
q4| (4) Has the University ended its contract with any agent in the past five years, and if so, why?
 |
o | I take your questions in the order in which colleagues have been able to answer them.
 |
a4| Question (4). Contracts with two agents were ended, in 2020 and in 2022. In both cases the quality of
a4| applications was below what the agreement laid down.
 |
a1| Question (1). 1,377 students, of whom 942 were postgraduates.
 |
a2| Question (2). In descending order: India, Nigeria, China, Pakistan and Nepal.
 |
a3| Question (3). The University paid £4.86 million in all in the financial year 2022/23.
e3| The rate that each agent receives is withheld. Section 43(2) of the Freedom of Information Act 2000
e3| provides that information is exempt if its disclosure would, or would be likely to, prejudice the
e3| commercial interests of any person. Agents would press for the highest rate known to be paid, and
e3| our competitors would be able to outbid us for the services of the best. The University recognises
e3| that commission is paid from fees, and that students have a proper interest in it; it considers that
e3| the total that has been given meets that interest, and that the exemption should be maintained.
 |
o | You may ask for an internal review within 40 working days by writing to the University Secretary at
o | the address below, setting out your reasons.
 |
o | Yours sincerely,
 |
o | Dr M. Ullathorne
o | Information Compliance Manager
o | The University of Westmarch is an exempt charity
""",
    ),
    Shape(
        "department-policy-formulation",
        "Department for Coast and Harbours",
        "FOI2023/18820",
        "2023-12-14",
        ("FOIA s27(1)(a)", "FOIA s35(1)(a)"),
        """
o | Department for Coast and Harbours
o | 9 Admiral's Row
o | London SW1Z 0AA
 |
o | T: 0300 555 0144
o | FOI2023/18820
 |
o | 14 December 2023
 |
o | Dear Mr Bexfield,
 |
o | Thank you for your request which we received on 16 November 2023. You wrote:
 |
q1| "Under the Freedom of Information Act please send me any briefing prepared for ministers between 1 July
q1| and 31 October 2023 on the licensing of foreign-flagged crew transfer vessels in UK waters."
 |
o | We have handled your request under the Freedom of Information Act 2000 (the Act).
 |
a1| I can confirm that the Department holds information that falls within the scope of your request,
a1| being three submissions. One of the three is enclosed with this letter, in part.
 |
e1| The remainder is exempt from disclosure under the following sections of the Act.
 |
e1| Section 35(1)(a): formulation or development of government policy
e1| The submissions concern options on which ministers have not decided. Officials need a private space
e1| in which to test them, away from public attention, and good government depends on full and frank
e1| advice.
 |
e1| Section 27(1)(a): relations between the United Kingdom and any other State
e1| Some of the material records views that were given by officials of two flag states on an informal
e1| footing. Those states would be likely to be less open with us were it to be released.
 |
e1| Both exemptions are qualified. In favour of release we took account of the general interest in
e1| openness and of the strength of feeling in the industry. Against it we weighed the harm described
e1| above, and the fact that a consultation is to be held in the spring, when the options will be
e1| published with the evidence for each. We concluded that the public interest favours withholding the
e1| information at present.
 |
o | If you have any queries about this letter, please contact me, quoting the reference number above.
 |
o | Yours sincerely,
 |
o | Information Rights Team
o | Department for Coast and Harbours
""",
    ),
    Shape(
        "agency-eir-unfinished",
        "Water Margins Agency",
        "WMA/EIR/00771",
        "2025-01-22",
        ("EIR r12(4)(d)", "EIR r13(1)"),
        """
o | WATER MARGINS AGENCY
o | Our Ref: WMA/EIR/00771
o | Your Ref: Alder Brook
o | Date: 22/01/2025
 |
o | Dear Alder Brook Anglers,
 |
o | Environmental Information Regulations 2004 (EIR)
 |
o | We received your enquiry on 23/12/2024 about fish deaths in the Alder Brook and have dealt with it
o | under the EIR.
 |
o | We respond to each of your points.
 |
q1| Point 1: The number of dead fish counted on 14, 15 and 16 November, by species
 |
a1|           Brown trout   Grayling   Bullhead   Total
a1| 14 Nov            212         38        104     354
a1| 15 Nov             97         11         60     168
a1| 16 Nov              8          -         15      23
a1| Our officers counted one bank only, from Mill Bridge to the weir.
 |
q2| Point 2: Analysis of the water samples that were taken
 |
a2| The certificates for the six samples are attached. Ammonia was above the limit of detection in four.
 |
q3| Point 3: The report into the cause
 |
e3| The report is still being written and is due in March 2025. It is excepted under Regulation 12(4)(d),
e3| material in the course of completion. If a draft were released with its conclusions untested it would
e3| mislead, and our officers would spend time in explaining it rather than in finishing it. We applied
e3| the presumption in favour of disclosure (Regulation 12(2)) and the public interest test. There is
e3| strong local interest in the cause. But it will be met, and better met, by the finished report.
 |
q4| Point 4: Who reported it, and when
 |
a4| The first report was made by telephone at 07:52 on 14 November by a member of the public.
e4| We cannot tell you that person's name, which is personal data excepted by Regulation 13(1); he or she
e4| did not expect it to be made public and disclosure would not be fair.
 |
o | Rights of appeal
o | If you are not satisfied you can contact us within two calendar months to ask for our decision to be
o | reviewed.
 |
o | Yours sincerely
o | Customers and Engagement, Upper Marsh Area
o | incident hotline 0800 555 0101 (24 hours)
""",
    ),
    Shape(
        "museum-loans",
        "The Lanyon Museum",
        "LM 24/31",
        "2024-08-09",
        ("FOIA s31(1)(a)", "FOIA s41(1)"),
        """
o | THE LANYON MUSEUM
o | a Non-Departmental Public Body
 |
o | 9 August 2024
o | LM 24/31
 |
o | Dear Mr Osgathorpe
 |
o | Freedom of Information Act 2000
 |
o | You wrote to the Director on 12 July about the loan of the Tregear Hoard, and asked six questions. It
o | will be easiest to reply to several of them together.
 |
q1| (i) On what date was the loan to the Kunsthaus agreed by Trustees?
q2| (ii) For how long is the Hoard lent?
q3| (iii) What is the value at which it is insured or indemnified?
q3| (iv) How will it be transported, and by which company?
q5| (v) How much is the borrower paying to the Museum?
q6| (vi) Which other institutions asked to borrow it and were turned down?
 |
a1| (i) The Trustees approved the loan on 13 March 2024. An extract of the minute is enclosed.
 |
a2| (ii) From 4 October 2024 to 30 March 2025.
 |
a5| (v) No fee is charged. The borrower meets the costs of packing, couriers and conservation, at
a5| present put at €41,300.
 |
e3| (iii) and (iv) The value of the Hoard and the arrangements for moving it are exempt under section
e3| 31(1)(a) of the Act, since to disclose either would be likely to prejudice the prevention of crime. The
e3| objects are of gold, small, and easily melted down; there have been three thefts of like material from
e3| European museums in as many years. We acknowledge an interest in how public collections are cared
e3| for, but consider that the safety of the collection weighs more heavily.
 |
e6| (vi) The requests were made to us on terms of confidence, and the institutions could bring an action
e6| for breach of that confidence if we named them. Section 41(1) of the Act applies. It is an absolute
e6| exemption, though we did ask ourselves whether there was a defence of public interest and found
e6| none.
a6| I can say that there were two of them, neither in the United Kingdom.
 |
o | Yours sincerely
 |
o | Harriet Skewes
o | Head of Governance and Archives
o | Registered charity. The Museum is open daily, 10.00 to 17.00, and until 20.30 on Fridays.
""",
    ),
    Shape(
        "scottish-housing-association",
        "Clachanmore Housing Association Limited",
        "FOI 2024-017",
        "2024-09-27",
        ("FOISA s33(1)(b)",),
        """
o | Clachanmore Housing Association Limited
o | Registered Scottish Charity   Scottish Housing Regulator registration no. 9912
 |
o | 27 September 2024
 |
o | FOI 2024-017
 |
o | Dear Ms Geddes
 |
o | FREEDOM OF INFORMATION (SCOTLAND) ACT 2002
 |
o | Thank you for your request dated 30 August. You asked for the following:
 |
q1| \u2022 the number of homes with damp and mould reports open on 1 August 2024
q2| \u2022 average days taken to close a damp and mould report in 2023/24
q3| \u2022 number of tenants compensated, and the total paid
q4| \u2022 schedule of rates in your reactive repairs contract
q5| \u2022 any damp survey of Achnagairn Court, whether by staff or by a consultant
 |
a1| There were 58 open reports on 1 August, in 55 homes.
 |
a2| The average for the year was 31 days. The Association's target is 28.
 |
a3| None. The Association offered decant to one tenant, who declined it.
 |
e4| The schedule of rates is exempt in terms of section 33(1)(b) of FOISA. It was priced by the contractor
e4| in a tender that closed in February, and the Association will go to the market again in 2026. To
e4| disclose it would, or would be likely to, prejudice substantially the commercial interests of the
e4| contractor, who bids to other landlords against the same firms, and of the Association. We have
e4| considered whether the public interest nonetheless requires disclosure. Tenants have an interest in
e4| value for money, but our annual accounts and our tenants' scrutiny panel allow for that.
 |
a5| In line with section 17 of FOISA we give notice that no such survey is held. A survey of the Court is
a5| planned for the financial year 2025/26.
 |
o | RIGHT TO REVIEW
o | If you are dissatisfied, you may require us to review our actions. You must do so within 40 working
o | days, in writing or another recordable form, to the Chief Executive.
o | If you are still dissatisfied you may apply to the Scottish Information Commissioner, Kinburn Castle,
o | St Andrews.
 |
o | Yours sincerely
o | Governance Officer
""",
    ),
    Shape(
        "scottish-health-board-cost",
        "NHS Strathlorn",
        "SL-2025-0662",
        "2025-06-11",
        ("FOISA s12(1)",),
        """
o | NHS Strathlorn
o | Information Governance, Lorn House, Kilbrannan
o | www.nhsstrathlorn.example.scot
 |
o | Date   11 June 2025
o | Our Ref   SL-2025-0662
o | Enquiries to   Information Governance
 |
o | Dear Enquirer
 |
o | Thank you for your e-mail of 14 May, in which you asked Strathlorn Health Board, under the Freedom of
q1| Information (Scotland) Act, for each occasion since January 2015 on which an ambulance waited more than
q1| one hour outside an emergency department of the Board, with the reason for the wait, the condition of
q1| the patient, and whether the patient came to harm.
 |
e1| The Board holds the times at which ambulances arrive. It does not hold in any one system the reason for
e1| a wait or the harm that might have come from it; these would be found, if they were written down at
e1| all, in the notes of each patient. There were about 9,150 waits of over an hour in the period. To draw
e1| and read one set of notes would take some 12 minutes, and the whole about 1,830 hours. At the £15 an
e1| hour which the fees regulations allow, the cost would be £27,450.
 |
e1| Section 12(1) of the Act does not oblige an authority to comply with a request where the cost of doing
e1| so would exceed £600. I must therefore refuse your request.
 |
a1| Under our duty to provide advice and assistance, I would suggest that you might restrict your request
a1| to the number of waits by month and hospital, which we could give you from 2018 onwards. Alternatively
a1| you might name one hospital and one week.
 |
a1| You may also find it of help that Public Health Scotland publishes weekly figures of attendance and of
a1| waiting times in emergency departments.
 |
o | If you are unhappy with our response, please write to the Head of Corporate Governance at the above
o | address to require a review.
 |
o | Yours sincerely
o | Corporate Records and FOI Lead
o | Chair   Morag Abercairn
o | Strathlorn Health Board is the common name of NHS Strathlorn
""",
    ),
    Shape(
        "ni-authority-table-cells",
        "Education Provision Authority",
        "EPA/FOI/3382",
        "2024-02-28",
        ("FOIA s38(1)(b)", "FOIA s40(2)"),
        """
o | Education Provision Authority
o | Údarás Soláthair Oideachais
o | 40 Linen Street, Ballyquillan BT99 1AB
o | 28 February 2024
o | FOI Ref: EPA/FOI/3382
 |
o | Dear Mr McAteer
 |
o | FREEDOM OF INFORMATION REQUEST: RESTRAINT AND SECLUSION
 |
o | I refer to your request under the Freedom of Information Act 2000 received on 31 January 2024. Please
o | see below, with your queries in bold.
 |
q1| 1. The number of recorded uses of physical restraint on pupils in controlled special schools, by area,
q1| for 2022/23
 |
a1| Area
a1| Uses
a1| Pupils
a1| Northern
a1| 211
a1| 46
a1| Southern
a1| 304
a1| 61
a1| Western
a1| 87
a1| 19
 |
a1| Please note that the Authority collected these figures from schools by return and has not verified them.
 |
q2| 2. The names of the three schools that recorded the highest figures
 |
e2| The Authority has decided to withhold the names. Given the small number of pupils in each of these
e2| schools, we consider that to name a school would allow pupils to be identified by their neighbours and
e2| by local media, and the information is therefore exempt by virtue of Section 40(2) of the Act. One
e2| school has been the subject of threats on social media in the last year. Section 38(1)(b) is also
e2| engaged, as disclosure would be likely to endanger the safety of staff and pupils. On the public
e2| interest, the Authority accepts that restraint is a matter of serious and legitimate concern, but
e2| the inspectorate already sees every return.
 |
q3| 3. Copy of guidance issued to principals since 2020
 |
a3| Attached (Circular 2021/11, and the addendum of May 2023).
 |
q4| 4. Number of staff suspended as a result
 |
a4| Nil
 |
o | Should you be unhappy with this response you may seek a review from the Information Governance Manager
o | within two months. Thereafter you may appeal to the Information Commissioner's Office – Northern
o | Ireland, Belfast.
 |
o | Yours sincerely
 |
o | INFORMATION GOVERNANCE
""",
    ),
    Shape(
        "welsh-fire-common-answer",
        "Tywi and Teifi Fire and Rescue Authority",
        "TTF-1440",
        None,
        (),
        """
o | Tywi and Teifi Fire and Rescue Authority
o | Request TTF-1440
o | Status: Closed - information provided in full
 |
- | Information requested
 |
q1| 1. Number of on-call stations unavailable for more than half of the hours in 2023
q1| 2. Names of these stations
q1| 3. Percentage of hours for which each was available
 |
q2| 4. Number of on-call firefighters who left in 2023, with reasons for leaving
q3| 5. Number recruited in 2023
 |
- | Information disclosed
 |
a1| Questions 1 to 3
a1| Four stations, with availability as below.
a1| Cwm-yr-eos .......... 41.2%
a1| Llanfihangel ........ 38.8%
a1| Rhos-y-bryn ......... 22.0%
a1| Pont Aberlais ....... 47.9%
 |
a2| Question 4
a2| 33. Reason given, where one was recorded: moved away 9, main employment 12, retired 7.
 |
a3| Question 5
a3| 26 joined, of whom 19 had completed initial training by the end of the year.
 |
o | Published: January 2024
o | Contact the Information Officer about this request
o | Cymraeg
""",
    ),
    Shape(
        "police-internal-review-part-upheld",
        "Police Service of the Northern Wolds",
        "IR/0219/24",
        "2024-10-30",
        ("FOIA s31(1)(a)", "FOIA s31(1)(b)"),
        """
o | POLICE SERVICE OF THE NORTHERN WOLDS
o | Information Management Department
 |
o | Ref: IR/0219/24 (FOI/1877/24)
o | 30th October 2024
 |
o | INTERNAL REVIEW
 |
o | Dear Mr Haxby,
 |
o | I write further to your email of 3rd October in which you asked for a review of our handling of the
o | request set out below. I was not party to the first decision and have looked at the matter afresh.
 |
- | Original request (2nd August 2024)
 |
q1| 1. How many of your fixed speed cameras were active on 1 July 2024?
q2| 2. What is the location of each active camera?
q3| 3. How many notices of intended prosecution came from each camera in 2023?
 |
- | Original response (30th August 2024)
 |
e0| All three questions were refused under Section 31(1)(a)(b), law enforcement.
 |
- | Grounds for review
 |
- | You say that other forces have given the figures asked for at questions 1 and 3, and that the sites are
- | marked with signs and shown on the website of the road safety partnership.
 |
- | Outcome
 |
a1| Question 1. I do not uphold the refusal. The number of active cameras cannot be used to work out which
a1| of them they are. It was 23 on 1st July 2024, out of 61 housings.
 |
e2| Question 2. I uphold the refusal. The housings are public, but which of them holds a working camera is
e2| not. Motorists who knew would slow for those and for no others, to the prejudice of the prevention of
e2| crime (Section 31(1)(a)) and of the prosecution of offenders (Section 31(1)(b)). I considered the public
e2| interest again and agree with the first decision maker: the interest in road safety is the greater.
 |
e3| Question 3. Figures by camera would disclose what is withheld at question 2, so I uphold the refusal on
e3| the same ground.
a3| I have however had the total extracted. 48,117 notices were issued from fixed cameras in 2023.
 |
o | That concludes our review. You now have the right to complain to the Information Commissioner.
 |
o | D. Ferriby
o | Deputy Head of Information Management
""",
    ),
    Shape(
        "council-eir-review-overturned",
        "Brackenshire Council",
        "EIR-61120-IR",
        "2023-06-20",
        ("EIR r12(5)(b)",),
        """
o | From: Complaints and Information Governance
o | To: K. Dunmore
o | Date: Tuesday 20 June 2023
o | Subject: Internal review EIR-61120-IR
 |
o | Dear K. Dunmore,
 |
o | You asked Brackenshire Council on 2 March for information about the felling of the avenue at Park Drove. On \
30 March the request was refused as manifestly unreasonable. On 25 April you asked for that to be reconsidered. \
I have carried out the review and this is my decision.
 |
- | What you asked for
 |
q1| a) All correspondence between the Highways service and Drove Homes Ltd about the avenue since January 2022.
q2| b) The tree survey.
q3| c) Any legal advice the Council obtained.
 |
- | My decision
 |
- | I find that regulation 12(4)(b) should not have been relied on. The service estimated 40 hours, but that \
included time to consider redaction and to consult the developer. My own estimate is nine hours. I therefore withdraw \
that exception, and go on to each part of the request.
 |
a1| a) 117 e-mails and four letters are sent with this message in two zip files. We have blacked out nothing but \
mobile telephone numbers and signatures, which I take you not to want.
 |
a2| b) The survey by our arboriculturist of 9 May 2022 is at the end of the second file. The drawings that \
belong to it have been lost; I asked for the shared drive and the paper store to be searched and they are in neither.
 |
e3| c) There are two notes from counsel. In my view regulation 12(5)(b) is engaged, because disclosure would \
adversely affect the course of justice. They were written for the purpose of advising the Council, are covered by \
legal professional privilege, and bear on proceedings which have been threatened.
e3| There is a presumption in favour of disclosure. There is also weight in the number of people affected, and in \
the fact that the trees cannot be put back. But the public interest in a client being able to consult its lawyer \
freely is a strong one, all the more while the matter is live, and I do not think there is enough here to outweigh it.
 |
o | I apologise that the first decision was wrong, and for the time this has taken.
 |
o | If you remain dissatisfied you can complain to the Information Commissioner at Wycliffe House.
 |
o | Regards
o | Nessa Quill, Senior Complaints Officer
""",
    ),
    Shape(
        "council-vexatious",
        "Stainbeck Metropolitan Borough Council",
        "F-220718",
        "2022-07-18",
        ("FOIA s14(1)",),
        """
o | Stainbeck Metropolitan Borough Council
o | Civic Hall, Stainbeck
o | Date: 18 July 2022
o | Our ref: F-220718
 |
o | Dear Mr Oxtoby,
 |
o | Request for information
 |
o | I refer to your e-mail of 27 June 2022, in which you made this request:
 |
q1| Who on the planning committee has EVER met any director of Beck Estates, socially or otherwise, where,
q1| when, what was eaten and drunk and who paid!! And the same for every planning officer since 2009. Also
q1| the phone records of the Head of Planning, and don't tell me they are "not held" AGAIN.
 |
e1| The Council has decided that it is not obliged to comply, because the request is vexatious. This is a
e1| refusal notice under section 17(5) of the Freedom of Information Act 2000, and relies on section 14(1).
 |
e1| In coming to that view we had regard to the guidance of the Information Commissioner and to the decision
e1| of the Upper Tribunal in Dransfield, and to these matters:
 |
o | Stainbeck MBC - Information Governance - F-220718                                   Page 1 of 2
 |
e1| 1. Burden. Since September 2019 you have made 64 requests to the Council, and 31 requests for review,
e1| the greater part of which have to do with one planning permission.
e1| 2. Motive. You have written that you "will keep this up until somebody resigns".
e1| 3. Value or serious purpose. Your concern about the permission has been considered by the Ombudsman, by
e1| the external auditor and by the police. None found fault.
e1| 4. Harassment or distress to staff. Three officers have been named on leaflets put through doors.
 |
e1| Taken as a whole the request is a disproportionate and improper use of a formal procedure.
 |
a1| The registers of members' interests and of gifts and hospitality are open to anybody, at the Civic Hall
a1| and on our website, and we would ask you to look there.
 |
e1| Under section 17(6) we shall not answer any further request from you on this subject.
 |
o | As the Council's position is unlikely to change we do not offer an internal review. You may go directly
o | to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow.
 |
o | Yours sincerely
o | pp City Solicitor
""",
    ),
    Shape(
        "police-cost-with-help",
        "Vale of Isen Police",
        "01.FOI.25.031177",
        "2025-08-04",
        ("FOIA s12(1)",),
        """
o | Vale of Isen Police
o | Freedom of Information Request
o | Reference No: 01.FOI.25.031177
 |
o | I write in connection with your request for information dated 07/07/2025. I note you seek access to the
o | following:
 |
q1| Q1. Total thefts of e-bikes and e-scooters from 01/01/2022 - 30/06/2025
q2| Q2. How many had been bought on finance
q3| Q3. How many were recovered and given back to the owner
q4| Q4. Of those not returned, how were they disposed of
 |
- | DECISION
 |
e0| It is estimated that the cost of compliance with your request would be over the amount to which we are
e0| legally required to respond, i.e. more than 18 hours.
 |
- | REASON FOR DECISION
 |
e2| Whether an item was bought on finance is not a field in the crime recording system. It could be found
e2| only by reading the free text and statements of every one of 6,218 crimes. Even at two minutes a crime
e2| that is over 207 hours.
 |
e0| By virtue of Section 12(1) of the Freedom of Information Act, where one part of a request would exceed
e0| the appropriate limit the whole of it is exempt. This letter is therefore a refusal notice under
e0| section 17(5).
 |
- | DUTY TO ASSIST
 |
a0| Although we are not obliged to, we have retrieved what was to hand before we saw that the limit would
a0| be passed. It is supplied outside the Act and does not affect our right to rely on the above.
 |
a1| Q1. 6,218
a3| Q3. 402 have the status 'restored to owner'
a4| Q4. Most are sold at auction. No breakdown is kept.
 |
a2| You might refine Q2 to one month of your choice on one borough.
 |
o | COMPLAINT RIGHTS
o | Your attention is drawn to the attached sheet, which details your right of complaint.
 |
o | Yours sincerely
o | P. Sandoval
o | Information Access Advisor
o | Page 2 of 4
""",
    ),
    Shape(
        "ministry-footnotes-numbered-reply",
        "Ministry of Railways",
        "MR-2024-5512",
        "2024-07-25",
        ("FOIA s22(1)",),
        """
o |                                                               Ministry of Railways
o |                                                               Great Concourse
o |                                                               Birmingham
 |
o | Web Site: www.railways.example.gov.uk
o | Our Ref: MR-2024-5512
o | 25 July 2024
 |
o | Dear Ms Tremlett
 |
o | Thank you for your information request dated 27 June 2024. You requested the following information:
 |
q1| "1) What proportion of stations managed by the ministry's operators has step-free access from street
q1| to every platform?
q2| 2) How many stations were made step-free in each year since 2019?
q3| 3) What was the budget for this and how much of it was spent?
q4| 4) Which stations will be chosen for the next round?"
 |
o | Your request has been considered under the Freedom of Information Act 2000. I am writing to confirm that
o | the Ministry has now completed its search.
 |
a1| 1) On 31 March 2024 the proportion was 26.4%, or 341 of 1,291 stations.[1]
 |
a2| 2)
a2| 2019-20    11
a2| 2020-21    4
a2| 2021-22    14
a2| 2022-23    17
a2| 2023-24    13
 |
a3| 3) The programme had a budget of £383 million to March 2024. £301.2 million of it had been spent by
a3| then.[2] The rest has been carried over.
 |
o |                                                                          1
 |
e4| 4) We hold this information, but it is intended for publication at a future date. It is therefore
e4| withheld under the exemption at section 22(1) of the Act. When the request was made there was a settled
e4| intention to publish the list in the autumn, once the operators have been told, and it is reasonable to
e4| wait until then. We recognise that disabled passengers have waited for a long time to know whether their
e4| station is on the list; on balance, though, an orderly announcement to all at one time is in the public
e4| interest.
 |
o | If you are unhappy with the way the Ministry has handled your request you may complain within two months
o | by writing to the FOI Advice Team.
 |
o | Yours sincerely
o | Rail Accessibility
 |
a1| [1] Excludes stations that were closed for works on that day.
a3| [2] Outturn prices, net of contributions by third parties.
""",
    ),
    Shape(
        "parish-answers-only",
        "Nether Pallop-cum-Stoke Parish Council",
        None,
        None,
        (),
        """
o | From: clerk@netherpallopcumstoke.example.org
o | Subject: Re: Freedom of Information Request
 |
o | Dear Sir
 |
o | With reference to your FOI request, I have spoken to the Chairman, and would respond as follows:
 |
a0| 1. The Council has nine seats, of which two are vacant.
 |
a0| 2. Both vacancies arose in May and were advertised for the period that the law requires. No poll was
a0| called. The Council means to co-opt at its next meeting.
 |
a0| 3. £312.40, all for the hire of the village hall.
 |
a0| 4. No minutes were taken of the site visit on 11 June as it was not a meeting of the Council.
 |
a0| 5. See 2.
 |
o | I trust that this deals with your enquiry.
 |
o | Regards,
o | Roger Applegarth
o | Clerk & RFO, Nether Pallop-cum-Stoke Parish Council
o | Part time - my usual hours are Tues and Thurs 10 to 1
""",
    ),
    Shape(
        "transport-body-common-refusal",
        "Transport for the Five Valleys",
        "TfFV-0907-2324",
        "2024-01-11",
        ("FOIA s43(2)",),
        """
o | TfFV Ref: TfFV-0907-2324
o | Thank you for your request received by Transport for the Five Valleys (TfFV) on 12 December 2023.
o | Your request has been considered under the requirements of the Freedom of Information Act and our
o | information access policy. I can confirm that we hold some of the information you require. You asked:
q1| How many drivers does each bus operator under contract employ?
q2| What is the hourly rate TfFV pays per vehicle on each tendered route?
q2| What margin does each operator make on those routes?
q2| What did the unsuccessful bidders offer?
q3| How many scheduled journeys did not run in October and November 2023, and why?
a1| In answer to the first question, we do not hold this. Drivers are employed by the operators and are not
a1| a matter on which they report to us.
e2| In relation to your second, third and fourth questions, in accordance with the FOI Act, we are not
e2| obliged to supply the information as it is subject to a statutory exemption under section 43(2).
e2| In this instance the exemption has been applied because rates, margins and bids could be used by the
e2| other operators when the routes are next let, and this would be likely to prejudice the commercial
e2| interests both of TfFV and of those companies.
e2| The use of this exemption is subject to an assessment of the public interest. TfFV recognises the need
e2| for openness in the spending of fares and of taxes, but in this instance feels that the public interest
e2| is best served by protecting its ability to obtain value for money.
a3| As for your final question:
a3| Cause                October    November
a3| No driver                418         366
a3| No vehicle                92         131
a3| Traffic                   57          70
a3| Not recorded               -          12
a3| All                      567         579
o | If this is not the information you are looking for please do not hesitate to contact me.
o | Please see the attached information sheet for details of your right to appeal.
o | Yours sincerely
o | FOI Case Officer
o | General Counsel, Transport for the Five Valleys
""",
    ),
    Shape(
        "police-scotland-like-columns",
        "Scottish Waterways Police",
        "24-3071",
        "2024-12-19",
        ("FOISA s18", "FOISA s31(1)", "FOISA s35(1)(a)", "FOISA s35(1)(b)"),
        """
o | Our Ref: 24-3071
o | Responded to: 19 December 2024
 |
o | Scottish Waterways Police response to a request under the Freedom of Information (Scotland) Act 2002.
o | Your recent request for information is replicated below, together with our response.
 |
q1| How many vessels were stopped and searched on Loch Ardgour and the Sound in the last five calendar years?
a1| The information sought is held by Scottish Waterways Police and is set out in the table below.
a1| Year\t2019\t2020\t2021\t2022\t2023
a1| Stopped\t188\t61\t94\t170\t203
a1| Searched\t40\t12\t19\t33\t51
a1| All statistics are provisional and should be treated as management information.
 |
q2| In how many of these was something unlawful found?
a2| 29 of the 155 searches were recorded as positive.
 |
q3| How many patrol boats are at sea on an average night and from which harbours do they sail?
e3| In terms of Section 16 of the Act I am refusing to provide you with the information sought. Section 16
e3| requires me to specify which exemptions apply and why. Those that I consider to be applicable are:
e3| Section 35(1)(a) and (b) – Law enforcement
e3| Disclosure would provide those with criminal intent with a tactical advantage over the service. They
e3| could work out from it which waters are likely to be without a boat. It would thus prejudice
e3| substantially the prevention and detection of crime and the apprehension of offenders. This is a
e3| non-absolute exemption and requires the application of the public interest test. Accountability for
e3| the use of resources would favour disclosure. The efficient conduct of the service favours retention
e3| of the information, and I consider that this is the greater.
 |
q4| Do you have any information about naval exercises being used as cover by smugglers?
e4| I can neither confirm nor deny whether the information sought is held. Section 18 applies where, if it
e4| were held, it would be exempt under one of sections 28 to 35, 38, 39(1) or 41, and where to reveal
e4| whether it exists would be contrary to the public interest. If it were held I consider that it would be
e4| exempt under section 31(1), National security and defence. You should not take from this that
e4| any such information does or does not exist.
 |
o | If you require any further assistance please contact us quoting the reference above.
o | You can request a review of this response within the next 40 working days by email or by letter.
o | This response will be added to our Disclosure Log in seven days' time.
o | Every effort has been taken to ensure our response is as accessible as possible.
""",
    ),
    Shape(
        "fire-service-quoted-email",
        "Holmshire Fire & Rescue Service",
        "1182",
        "2023-11-21",
        (),
        """
o | Subject: RE: FOI 1182 fire engines
o | Date: 21 November 2023 at 16:03
 |
o | Hello Sam
 |
o | Please see below for our responses in red. (I know the colour doesn't always come through.)
 |
o | Regards
o | Business Support
o | Holmshire Fire & Rescue Service
 |
o | -----Original Message-----
o | From: Sam
o | Sent: 24 October 2023 08:30
o | To: FOI
 |
o | > Hi, under FOI could I please have the following.
o | >
q1| > 1. The number of front line pumps and the age of the oldest one
a1| 38; the oldest entered service in April 2006.
o | >
q2| > 2. How many times in the 12 months to the end of Sept 2023 a pump was "off
q2| > the run" for a mechanical defect
a2| 614 occasions. Please note that a pump may be off the run for as little as 20 minutes.
o | >
q3| > 3. what you plan to spend on new ones in the next 3 yrs
a3| £2.1m in 2024/25, £2.1m in 2025/26, nothing agreed yet for the year after
o | >
q4| > 4. has any pump broken down on the way to a call this year. If yes details please
a4| Yes. On 14/02/2023 a pump from Station 07 lost power on its way to a chimney fire. The next nearest was
a4| sent and got there in 11 minutes, and nobody was hurt.
a4| On 02/08/2023 a pump from Station 19 had a puncture, on the way to an alarm that was false.
o | >
o | > Many thanks
o | > Sam
""",
    ),
    Shape(
        "scottish-council-eisrs",
        "Dunfearn and Isles Council",
        "EIR-2022-118",
        "2022-10-07",
        ("EISR r10(4)(e)", "EISR r10(5)(e)"),
        """
o | DUNFEARN AND ISLES COUNCIL
o | COMHAIRLE DHÙN FHEÀRNA IS NAN EILEAN
o | Chief Executive's Service
 |
o | 7 October 2022
o | Reference EIR-2022-118
 |
o | Dear Applicant
 |
o | ENVIRONMENTAL INFORMATION (SCOTLAND) REGULATIONS 2004
o | PROPOSED QUARRY, BEINN RUADH
 |
o | Your request of 9 September has been dealt with as one for environmental information.
 |
- | REQUEST 1
q1| Copy of the pre-application enquiry and any plan attached to it.
- | RESPONSE 1
e1| The enquiry was made in confidence at a time when the enquirer did not own all the land. Regulation
e1| 10(5)(e) allows us to refuse where disclosure would, or would be likely to, prejudice substantially the
e1| confidentiality of commercial information, where that confidentiality is provided for by law to protect
e1| a legitimate economic interest. The sellers would raise the price. In the balance we placed the interest
e1| of the community in knowing early of what is proposed, but there will be statutory notice, and twelve
e1| weeks of consultation, before any application could be made.
 |
- | REQUEST 2
q2| Notes which planning officers made for one another of the meeting on 11 August.
- | RESPONSE 2
e2| These are internal communications, excepted by regulation 10(4)(e). Officers need to be able to set down
e2| their first thoughts on a proposal candidly. For the time being the public interest in making the notes
e2| available is outweighed by that in maintaining the exception.
 |
- | REQUEST 3
q3| What would be the routes for lorries and how many would there be a day?
- | RESPONSE 3
a3| By the A899 to the pier. The enquirer spoke of between 14 and 22 loads a day in the season.
 |
- | REQUEST 4
q4| Have elected members been lobbied?
- | RESPONSE 4
a4| Two members have told the Monitoring Officer of approaches. Both declared them in the register, which
a4| anyone can see at the Council Offices in Port Fearn.
 |
o | REVIEW
o | You have a right, under regulation 16, to make representations to us if you consider that we have not
o | complied with the Regulations. Representations should be made within 40 working days.
 |
o | Is mise le meas
o | Freedom of Information Co-ordinator
""",
    ),
    Shape(
        "regulator-statutory-bar",
        "Office of the Lettings Regulator",
        "OLR 2025/IA/046",
        "2025-03-03",
        ("FOIA s44(1)(a)",),
        """
o | Office of the Lettings Regulator
o | By email only
o | 3 March 2025
o | OLR 2025/IA/046
 |
o | Dear Ms Brightwater,
 |
o | Your information request
 |
o | We are writing about the request you made on 3 February for information about Keyhole Lets. For the
o | avoidance of doubt we have read it as a request for
 |
q1| - the number of complaints about that firm in each of the years 2022, 2023 and 2024;
q2| - the evidence that was obtained from it in the course of our inquiry; and
q3| - the names of the members of the decision panel.
 |
- | Our response
 |
a1| Complaints
a1| We received 12 complaints in 2022, 31 in 2023 and 27 in 2024.
 |
e2| Evidence
e2| We do hold evidence from the firm. It is exempt information under section 44(1)(a) of FOIA, which
e2| applies where disclosure is prohibited by or under any enactment. The enactment here is section 88 of
e2| the Lettings (Redress) Act 2018, which makes it an offence for us or for anybody who works for us to
e2| disclose what was obtained under our powers, unless one of the gateways in section 89 of that Act is
e2| open. None is. The firm has not consented, and disclosure to a member of the public under FOIA is
e2| not one of our functions. The exemption is absolute.
 |
a3| Panel
a3| Dr Imogen Vasey (chair), Mr T. Oduya and Ms Clare Penketh.
 |
- | Advice and assistance
 |
a2| You could approach the firm. You might also read the summary of the decision, which went on our site
a2| on 17 January and which cites a part of what we were shown.
 |
o | If you are not content please let us know within 40 working days, and a colleague who has had no part
o | in this will review it.
 |
o | Yours sincerely,
o | Information Access
""",
    ),
    Shape(
        "university-qualified-person",
        "Castle Hythe University",
        "FOI-1206",
        "2023-03-31",
        ("FOIA s36(2)(b)(i)", "FOIA s36(2)(b)(ii)", "FOIA s40(2)"),
        """
o | Castle Hythe University
o | Legal and Compliance
o | Ref: FOI-1206
o | Friday 31 March 2023
 |
o | Dear Sir/Madam
 |
o | Freedom of Information Act request
 |
o | Further to your request dated 3 March 2023, the University's response is as below.
 |
- | Request
 |
q1| Any minutes, notes or papers of University Executive meetings held in January or February 2023 that touch on \
the closure of the Department of Music, together with the names of everyone who attended.
 |
- | Response
 |
a1| The Executive met on 9 and 23 January and on 6 and 20 February. The Department was considered at the last two of \
these. The agreed minutes of both are enclosed, subject to what follows.
 |
e1| Section 36(2)(b)(i) and (ii)
e1| We are withholding the options paper and item 4 of the minutes of 20 February. The Vice-Chancellor, who is the \
qualified person for the University, gave his opinion on 27 March that disclosure would be likely to inhibit the free \
and frank provision of advice and the free and frank exchange of views for the purposes of deliberation. He had seen \
the paper and a submission for and against.
 |
e1| Public interest test
e1| For disclosure:
e1| \u2022 Staff and students would see the grounds on which the proposal is made.
e1| \u2022 It would enable them to reply to the consultation in full knowledge.
e1| Against disclosure:
e1| \u2022 The consultation is open, and the Executive has yet to deliberate on what comes of it.
e1| \u2022 Authors of future papers would be less candid as to the weaknesses of an option.
e1| We find that the factors against carry more weight for as long as no decision has been made.
 |
e1| Section 40(2)
e1| The names of note-takers and of junior staff who were present have been removed. They would not expect to be \
named in public, and there is no legitimate interest for which their names are necessary.
 |
a1| Those attending who are members of the Executive are listed at the head of each minute.
 |
o | Castle Hythe University is committed to openness. If you would like us to look again at this response, e-mail \
foi-review@castlehythe.example.ac.uk within forty working days.
 |
o | Yours faithfully
o | Compliance Adviser
""",
    ),
    Shape(
        "icb-redirects",
        "NHS Marl and Fenland Integrated Care Board",
        "ICB.0455",
        "2024-06-21",
        ("FOIA s21",),
        """
o | NHS Marl and Fenland Integrated Care Board
o | Corporate Services, Unit 4, Sluice Park
o | 21/06/2024
o | Our ref. ICB.0455
 |
o | FREEDOM OF INFORMATION - DENTAL ACCESS
 |
o | Thank you for your Freedom of Information request, which was received on 23/05/2024. The NHS Marl and
o | Fenland Integrated Care Board (the ICB) responds thus.
 |
o | Ref    Question / Response
 |
q1| 1.     How many NHS dental contracts were handed back in 2023/24?
a1|        Five, being three in Marl and two in East Fen.
 |
q2| 2.     How many units of dental activity (UDA) did those contracts provide for?
a2|        41,260 UDA a year.
 |
q3| 3.     How many of your residents went to A&E with dental pain?
a3|        The ICB does not hold this. We would suggest that you put it to the hospital trusts, as follows:
a3|        Marl General Hospital NHS Trust – foi@marlgeneral.example.nhs.uk
a3|        Fen Edge University Hospitals – foi.requests@fenedge.example.nhs.uk
 |
q4| 4.     How many adults and how many children were seen by an NHS dentist in the 24 / 12 months to
q4|        March 2024?
e4|        This is published, and so is reasonably accessible to you otherwise than under the Act (section
e4|        21 refers).
a4|        It is in the NHS Dental Statistics for England, table 2c, from which you can choose our code, QX9.
 |
q5| 5.     How much money for dentistry was not spent and where did it go?
a5|        £3.9m. It was returned to the ICB's general allocation and helped to bring down the deficit, as
a5|        national rules allowed in that year.
 |
o | Chair: Lady Thursby-Cole   Chief Executive: Ben Akande
 |
q6| 6.     Has the ICB carried out an equality impact assesment on handing back contracts?
a6|        No, since the decision to hand a contract back is the contractor's.
 |
o | If you have any further queries please contact the ICB.
o | If you are not satisfied you have the right to appeal, in writing, to the Chief Executive.
""",
    ),
    Shape(
        "drainage-board-privilege",
        "Lower Wissey Internal Drainage Commissioners",
        "CW/jb/FOI/9",
        "2022-02-24",
        ("FOIA s42(1)", "FOIA s14(2)"),
        """
o | LOWER WISSEY INTERNAL DRAINAGE COMMISSIONERS
o | Clerk and Engineer: C Wooding BSc CEng
o | Pump House, Sedge Bank
 |
o | CW/jb/FOI/9
o | 24 February 2022
 |
o | Dear Mr Thickpenny
 |
o | FREEDOM OF INFORMATION
 |
o | I have your letter of 28 January, which came on 1 February. I am now able to let you have the
o | Commissioners' answer. Your questions are in italic type.
 |
q1| What have the Commissioners paid in solicitors' fees in the dispute over the Twenty Foot sluice?
 |
a1| To 31 January 2022, £23,654.00 and VAT.
 |
q2| Let me have the solicitors' opinion on the ownership of the sluice.
 |
e2| The opinion is privileged, having been given by a lawyer to his client so that the client might know
e2| where it stood in law. Section 42(1) of the Act exempts it. I have to weigh the public interest, and I
e2| recognise that the ratepayers bear the expense. There is however a strong interest, which the courts
e2| have long upheld, in the privacy of such advice. The dispute is not over. I have concluded that the
e2| exemption should stand.
 |
q3| What is the rate in the pound for 2021/22 and what will it be for 2022/23?
 |
a3| 14.81p. The rate for the coming year was laid on 15 February and is 15.40p.
 |
q4| Let me have once more the minutes from April 2015 on.
 |
e4| You asked for the same minutes in October, and they were sent to you on 9 November. The request repeats
e4| that one, a reasonable interval has not gone by, and by section 14(2) of the Act I need not comply.
a4| The minutes of the meetings since then, of 14 December and 15 February, I enclose.
 |
o | If you are not satisfied you should write to the Chairman, who will put the matter to the Commissioners.
 |
o | Yours sincerely
 |
o | C WOODING
o | Encs
""",
    ),
)
