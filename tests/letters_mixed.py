"""Labelled letters: one of each kind of body, in shapes that mix what others have apart; see `tests.letters`.

All names are invented.
"""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
    Shape(
        "police-questions-first-then-answers-by-number",
        "Brackendale Police",
        "FOI 4471/24",
        "2024-09-11",
        ("FOIA s31(1)(a)", "FOIA s31(1)(b)", "FOIA s40(2)"),
        """
o | Brackendale Police
o | Information Rights Unit
o | Our reference: FOI 4471/24
o | 11 September 2024
 |
o | Dear Applicant
 |
o | I write in connection with your request for information which was received on 14 August 2024.
 |
q1| 1. How many drone flights did the force make in 2023?
q2| 2. Which makes and models of drone does the force own?
q3| 3. At which airfields are they kept, and who are the pilots?
 |
- | Following receipt of your request, searches were conducted within Brackendale Police.
 |
a1| Q1. 312 flights were logged in the calendar year 2023.
 |
a2| Q2. The force owns four DJI Mavic 3 and one DJI Matrice 300.
 |
e3| Q3. This information is exempt under Section 31(1)(a) and (b) and Section 40(2).
 |
e3| Section 31 is a prejudice-based qualified exemption, so the harm must be shown and a public interest test done.
 |
e3| Harm
e3| To say where the aircraft stand would allow those intent on crime to disable them before they are needed.
 |
e3| Factors favouring disclosure
e3| Disclosure would show how public money is spent.
 |
e3| Factors favouring non-disclosure
e3| Operational tactics would be compromised and offenders would take steps to evade detection.
 |
e3| Balance test
e3| The balance lies in favour of non-disclosure.
 |
e3| The names of the pilots are personal data, and their disclosure would be unfair.
 |
o | Your right to complain
o | If you are dissatisfied with the handling of your request you may ask for an internal review within 40 working days.
o | Yours sincerely
o | Disclosure Officer
""",
    ),
    Shape(
        "police-neither-confirms-nor-denies-after-one-answer",
        "Dunmoor Constabulary",
        "2025/0117",
        "2025-02-20",
        ("FOIA s23(5)", "FOIA s24(2)", "FOIA s31(3)"),
        """
o | DUNMOOR CONSTABULARY
o | FOI Reference Number: 2025/0117
o | Date: 20 February 2025
 |
- | REQUEST
q1| 1) How many officers were trained in the use of facial recognition in 2024?
q2| 2) Has the force used phone location simulators, and if so how often since 2020?
 |
- | RESPONSE
a1| 1) 46 officers.
 |
e2| 2) Dunmoor Constabulary neither confirms nor denies that it holds the information requested in question 2, as the
e2| duty in Section 1(1)(a) of the Freedom of Information Act 2000 does not apply, by virtue of these exemptions:
e2| Section 23(5) Information supplied by, or concerning, certain security bodies
e2| Section 24(2) National security
e2| Section 31(3) Law enforcement
 |
e2| Confirming or denying that such equipment is used would reveal the tactical capability of the force. Those who
e2| wish to avoid detection could map where it is and is not in use.
 |
e2| No inference can be taken from this refusal that the information does or does not exist.
 |
o | Should you be unhappy with this decision, please see the attached appeal procedure.
""",
    ),
    Shape(
        "nhs-trust-table-with-questions-and-small-numbers",
        "Saltholme and District NHS Foundation Trust",
        "FOI-2319",
        "2023-11-30",
        ("FOIA s40(2)",),
        """
o | Saltholme and District NHS Foundation Trust
o | Ref: FOI-2319
o | 30 November 2023
 |
o | Dear Mr Example
 |
o | Thank you for your request under the Freedom of Information Act. Please find our response below.
 |
q1| Question 1: Please provide the number of operations cancelled on the day for non-clinical reasons, by quarter, for
q1| 2022/23.
a1| Answer:
a1| Quarter   Cancelled on the day   Rebooked within 28 days
a1| Q1        118                    109
a1| Q2        131                    120
a1| Q3        166                    147
a1| Q4        152                    140
a1| Total     567                    516
 |
q2| Question 2: How many of these were paediatric patients with a learning disability?
a2| Answer: Fewer than five.
e2| The exact figure is withheld under section 40(2) of the Act, since with other information that is publicly available
e2| the patients could be identified.
 |
q3| Question 3: What did the trust pay in compensation for cancelled operations?
a3| Answer: The Trust does not record compensation by this cause and therefore does not hold this information.
 |
o | If you are not satisfied with this response you can write to the Trust's Information Governance Manager.
o | Kind regards
o | Freedom of Information Office
""",
    ),
    Shape(
        "university-email-chain-with-clarification",
        "University of Westermouth",
        "FOI/24/098",
        "2024-05-02",
        ("FOIA s43(2)",),
        """
o | From: Freedom of Information <foi@westermouth.ac.uk>
o | Sent: 2 May 2024 10:14
o | To: A Requester
o | Subject: RE: FOI/24/098 - Student recruitment agents
 |
o | Dear A Requester,
 |
o | Thank you for clarifying your request on 4 April. The University of Westermouth's response is as follows.
 |
a1| 1. The University worked with 61 agents in the 2022-23 academic year.
 |
a2| 2. £3,418,220 was paid in commission in that year.
 |
e3| 3. The commission rate agreed with each agent is commercially sensitive, and is withheld under section 43(2) of the
e3| Freedom of Information Act. Agents who learned what others are paid would ask for more, which would be likely to
e3| prejudice the University's commercial interests.
e3| We have considered the public interest and find that it favours maintaining the exemption.
 |
o | If you are dissatisfied with our response, you may ask for a review by writing to the University Secretary.
 |
o | Best wishes,
o | Information Compliance
o | University of Westermouth
 |
o | From: A Requester
o | Sent: 27 March 2024 21:02
o | To: Freedom of Information <foi@westermouth.ac.uk>
o | Subject: Freedom of Information request - Student recruitment agents
 |
o | Dear University of Westermouth,
 |
q1| 1. How many agents did you use to recruit students from overseas in 2022-23?
q2| 2. How much commission did you pay them in total?
q3| 3. What rate of commission is agreed with each of them?
 |
o | Yours faithfully,
o | A Requester
""",
    ),
    Shape(
        "ministry-cost-refusal-with-advice",
        "Ministry of Works and Supply",
        "MWS2024/01877",
        "2024-03-18",
        ("FOIA s12(1)",),
        """
o | Ministry of Works and Supply
o | Whitehall Gardens
o | London
o | Ref: MWS2024/01877
o | 18 March 2024
 |
o | Dear Sir or Madam,
 |
o | Thank you for your email of 19 February requesting the following information:
 |
q1| "All correspondence between the Department and contractors about the refurbishment of Crown buildings since 2015,
q1| including emails, notes of telephone calls and invoices."
 |
o | I am treating your correspondence as a request for information under the Freedom of Information Act 2000.
 |
e1| I can confirm that the Department holds information in scope of your request. However, we estimate that complying
e1| would exceed the appropriate limit of £600, which represents 3.5 working days spent locating, retrieving and
e1| extracting it. Section 12(1) of the Act therefore makes provision for us to refuse it.
 |
e1| There are some 14,000 records on this subject, and each would need to be opened and read.
 |
a1| Under section 16 we should advise you how to bring your request within the limit. You could limit it to one building
a1| and one financial year. A list of the contracts let since 2019 is on Contracts Finder, which you may find helpful.
 |
o | If you have any queries about this letter, please contact us, quoting the reference above.
 |
o | Yours faithfully,
o | Information Rights Team
""",
    ),
    Shape(
        "regulator-internal-review-partly-upheld",
        "Office for Harbour Standards",
        "IR-0562",
        "2022-10-07",
        ("FOIA s36(2)(c)",),
        """
o | Office for Harbour Standards
o | 7 October 2022
o | Our ref: IR-0562
 |
o | Dear Ms Sample
 |
o | Internal review of your information request FOI-2211
 |
o | I am writing in reply to your email of 5 September, in which you asked for a review of our decision of 30 August.
 |
o | Your request was for:
q1| a) the inspection reports on Eastquay pilotage for 2021; and
q2| b) the risk scores given to each harbour in that year.
 |
- | Outcome of the review
 |
a1| a) I have concluded that the inspection reports should have been disclosed to you. A copy is attached.
 |
e2| b) I uphold the decision to withhold the risk scores under section 36(2)(c) of the FOIA. The qualified person's
e2| opinion was that disclosure would be likely to prejudice the effective conduct of public affairs, as harbours would
e2| stop reporting near misses to us. I find that opinion reasonable, and the public interest in maintaining the
e2| exemption to be the stronger.
 |
o | If you remain dissatisfied you may apply to the Information Commissioner for a decision.
 |
o | Yours sincerely
o | Head of Legal
""",
    ),
    Shape(
        "scottish-council-foisa-with-s17-and-s25",
        "Glenfarrow Council",
        "GFC-7781",
        "2023-06-14",
        ("FOISA s25(1)", "FOISA s33(1)(b)"),
        """
o | Glenfarrow Council
o | Reference GFC-7781
o | Date 14 June 2023
 |
o | Dear Enquirer
 |
o | Freedom of Information (Scotland) Act 2002
 |
o | I refer to your request for information received on 17 May 2023. Our replies are set out under each question.
 |
q1| 1. How many properties are on the council's long-term empty list?
a1| 1,204 as at 1 May 2023.
 |
q2| 2. How much council tax has been written off in each of the last three years?
a2| In terms of section 25(1) of the Act this information is otherwise accessible: it is in the annual accounts, at
a2| www.glenfarrow.example/accounts.
 |
q3| 3. What discount has been agreed with the buyer of the former academy?
e3| The Council considers this exempt under section 33(1)(b) of the Act. Negotiations have not ended, and to release the
e3| figure would be likely to prejudice substantially the commercial interests of the Council. Having applied the public
e3| interest test, we find that it lies in withholding the information.
 |
q4| 4. How many of the empty properties are owned by people who live abroad?
a4| This is formal notice under section 17 of the Act that the information is not held.
 |
o | If you are unhappy with this response you may ask for a review within 40 working days, and then appeal to the
o | Scottish Information Commissioner.
""",
    ),
    Shape(
        "scottish-council-eirs-unfinished",
        "Strathbrae Council",
        "EIR 2024-311",
        "2024-01-22",
        ("EISR r10(4)(d)",),
        """
o | Strathbrae Council
o | EIR 2024-311
o | 22 January 2024
 |
o | Dear Requester
 |
o | Environmental Information (Scotland) Regulations 2004
 |
o | Thank you for your request of 20 December 2023, in which you asked:
 |
q1| Please send me the flood study for the Burnside area and the number of properties found to be at risk.
 |
- | Response
 |
a1| The study found 86 properties to be at risk in a 1 in 200 year event.
 |
e1| The report itself is excepted from disclosure under regulation 10(4)(d), as it is material still in the course of
e1| completion: the modelling of the culvert has yet to be checked. The public interest in disclosure is outweighed by
e1| that in allowing the work to be finished and published as a whole.
 |
a1| We expect the report to be published on our website in May 2024.
 |
o | Review procedure
o | If you are dissatisfied with this response you may require the Council to review it.
""",
    ),
    Shape(
        "northern-ireland-department-transferred-in-part",
        "Department for Coasts and Rivers",
        "DCR/2024-0192",
        "2024-07-09",
        (),
        """
o | Department for Coasts and Rivers
o | Our Ref: DCR/2024-0192
o | 9 July 2024
 |
o | Dear Mr Sample
 |
o | FREEDOM OF INFORMATION ACT 2000
 |
o | I refer to your request of 11 June 2024, in which you sought the following information:
 |
q1| 1. The number of salmon netting licences issued in each of the years 2020 to 2023.
q2| 2. The number of boats stopped by the Loughs Agency in the same years.
 |
o | The Department's response is as follows.
 |
a1| 1.
a1| 2020 - 31
a1| 2021 - 29
a1| 2022 - 29
a1| 2023 - 24
 |
a2| 2. The Department does not hold this information. It is held by the Loughs Agency, to which you may wish to write at
a2| 22 Victoria Road, Derry/Londonderry, BT47 2AB.
 |
o | If you are unhappy with the way your request has been handled you may ask for an internal review within two months.
o | Yours sincerely
o | Information Management Unit
""",
    ),
    Shape(
        "housing-association-bullets-answered-in-line",
        "Tarnside Homes",
        "TH/FOI/0093",
        "2023-08-15",
        ("FOIA s40(2)", "FOIA s43(2)"),
        """
o | Tarnside Homes
o | Our ref TH/FOI/0093
o | 15 August 2023
 |
o | Dear Tenant
 |
o | Your request for information
 |
o | You asked us for the following, and we reply to each point beneath it.
 |
q1| - The number of homes in which damp or mould was reported in the year to 31 March 2023
a1| 418 homes.
 |
q2| - The number of those that were inspected within 10 working days
a2| 377. We do not record why the others were not.
 |
q3| - The names of the surveyors, and the price that each of the contractors tendered
e3| The surveyors' names are personal data, and we withhold them under section 40(2). The tendered prices are withheld
e3| under section 43(2): a contractor who knew them would have an unfair advantage when the work is next let.
e3| We accept that there is a public interest in how rents are spent, but it is met by the total, which we publish.
 |
q4| - The total spent on damp and mould works in the same year
a4| £612,450.18
 |
o | Please contact us if you need anything more.
o | Yours sincerely
o | Governance Team
""",
    ),
    Shape(
        "transport-body-disclosure-log-page",
        "Transport for Wessex",
        "TfWx-0457-2425",
        "2024-10-01",
        ("FOIA s21",),
        """
o | Transport for Wessex
o | Request ID: TfWx-0457-2425
o | Date published: 01 October 2024
 |
q1| You asked
q1| How many penalty fares were issued on the Harbour line between April 2023 and March 2024, and how many of them were
q1| cancelled on appeal? Also please tell me the stations at which most were issued.
 |
- | We answered
o | We have considered your request in accordance with the requirements of the Freedom of Information Act.
 |
a1| A total of 7,340 penalty fares were issued, of which 1,012 were cancelled on appeal.
a1| Station         Issued
a1| Port Road       2,210
a1| Mill Cross      1,874
a1| Castle Quay     1,120
 |
e1| Figures for earlier years are already published in our annual report. They are therefore exempt under section 21 of
e1| the Act, as they are reasonably accessible to you.
 |
o | If this is not the information you are looking for, please do not hesitate to contact us.
o | Please see the attached sheet for details of your right to appeal.
""",
    ),
    Shape(
        "fire-service-vexatious-with-earlier-requests",
        "Vale and Marsh Fire and Rescue Service",
        "FRS 21-0744",
        "2021-12-03",
        ("FOIA s14(1)",),
        """
o | Vale and Marsh Fire and Rescue Service
o | FRS 21-0744
o | 3 December 2021
 |
o | Dear Mr Example
 |
o | Freedom of Information request reference FRS 21-0744
 |
o | On 8 November 2021 you made the following request:
 |
q1| Please provide every email in which my name appears, and the disciplinary record of every officer who attended
q1| my property.
 |
e1| We are refusing your request under section 14(1) of the Freedom of Information Act 2000, as it is vexatious.
 |
e1| In reaching this view we took account of the following:
e1| - this is the 23rd request that we have had from you in ten months
e1| - answering the earlier ones has taken some 190 hours
e1| - several of them made unfounded allegations against named members of staff
 |
e1| We have therefore concluded that the request is likely to cause a disproportionate level of disruption and distress.
 |
a1| You may ask for information about yourself by making a subject access request, which we will deal with separately.
 |
o | You have the right to ask for a review of this decision.
o | Yours sincerely
o | Information Governance
""",
    ),
)
