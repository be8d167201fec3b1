"""Labelled letters: police forces, prisons and fire services; see `tests.letters`. All names are invented."""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
    Shape(
        "police-disclosure-log-capitals",
        "Brackenshire Police",
        "FOI/2024/05871",
        "2024-05-14",
        ("FOIA s40(2)",),
        """
o | OFFICIAL
o | Brackenshire Police - Disclosure Log
o | FOI Reference: FOI/2024/05871
o | Date of response: 14/05/2024
 |
- | REQUEST
 |
q1| I am writing to ask about officers dismissed after a misconduct hearing.
q1| For each of the last three calendar years, please supply the number of officers dismissed.
q1| Please also give the rank and the collar number of each.
 |
- | RESPONSE
 |
a1| Following receipt of your request, searches were conducted within the Professional Standards Department. I can \
confirm that information is held.
 |
a1| Year\tDismissed
a1| 2021\t4
a1| 2022\t7
a1| 2023\t9
 |
a1| Of these, seventeen were constables and three were sergeants.
 |
e1| Collar numbers are personal data and are exempt by virtue of Section 40(2) of the Act. This is an absolute \
exemption and does not require a public interest test. Section 17 of the Act requires us to state the exemption.
 |
o | COMPLAINT RIGHTS
 |
o | If you are dissatisfied with this response you may ask for an internal review within 40 working days.
o | Brackenshire Police in complying with their statutory duty under sections 1 and 11 of the Freedom of Information \
Act 2000 to release the enclosed information will not breach the Copyright, Designs and Patents Act 1988.
""",
    ),
    Shape(
        "fire-service-bold-question-red-answer",
        "Ludmoor Fire and Rescue Service",
        "FOI-3391",
        "2025-01-17",
        (),
        """
o | From: Information Governance <foi@ludmoorfire.example.uk>
o | Sent: 17 January 2025 09:12
o | To: A Person
o | Subject: RE: Freedom of Information request FOI-3391 - false alarms
 |
o | Good morning,
 |
o | Please see our answers below in red.
 |
q1| How many automatic fire alarms did you attend in 2023?
a1| we attended 2,114
q2| How many of these were at hospitals?
a2| 306, of which 280 were at the same two sites
q3| Do you charge for repeat attendance?
a3| not at present
q4| Please send me the policy.
a4| this is published on our website under Our Policies
q5| Has the Service been fined, in the last five years, by the Health and Safety Executive or by any other
q5| regulator? If so, how much?
a5| no fines in the period
 |
o | Regards
 |
o | Information Governance
o | Ludmoor Fire and Rescue Service
""",
    ),
    Shape(
        "scottish-police",
        "Police Service of Strathorran",
        "FOI 23-1877",
        "2023-08-30",
        ("FOISA s34(1)(b)", "FOISA s39(1)", "FOISA s12(1)"),
        """
o | Our Ref: FOI 23-1877
o | Responded to: 30 August 2023
o | Police Service of Strathorran, Scotland
 |
o | Your recent request for information is replicated below, together with our response.
 |
q1| How many drones does the Police Service of Strathorran operate?
 |
a1| I can advise you that the Police Service of Strathorran operates six remotely piloted aircraft.
 |
q2| Please provide the dates and places of each deployment since 1 January 2021.
 |
e2| I regret to inform you that I am unable to provide you with the information you have requested, as it would prove
e2| too costly to do so within the context of the fee regulations. As you may be aware the current cost
e2| threshold is £600 and I estimate that it would cost well in excess of this amount to process your request.
e2| As such, and in terms of Section 16(4) of the Freedom of Information (Scotland) Act 2002 where Section
e2| 12(1) of the Act (Excessive Cost of Compliance) has been applied, this represents a refusal notice.
e2| By way of explanation, each of 2,300 command logs would have to be read by hand.
 |
q3| Do you own equipment to bring down drones flown by others? If so, what is it?
 |
e3| In terms of Section 16 of the Act, this letter serves as a Refusal Notice. The exemptions that apply are:
e3| Section 34(1)(b) - Investigations
e3| Section 39(1) - Health, safety and the environment
e3| Were the range of our equipment known, those minded to fly over prisons would keep beyond it.
 |
q4| How many complaints have been made about drones?
 |
a4| I can advise you that the information sought is not held by the Police Service of Strathorran. In terms of
a4| Section 17 of the Act, this represents a notice that the information is not held. Complaints are recorded by the
a4| allegation made, and none of the allegation types refers to drones.
 |
o | If you require any further assistance please contact us quoting the reference above.
o | You can request a review of this response within the next 40 working days.
o | OFFICIAL
""",
    ),
    Shape(
        "northern-ireland-police",
        "Police Service of Northmoyle",
        "F-2023-01944",
        None,
        ("FOIA s23(5)", "FOIA s24(2)", "FOIA s31(3)"),
        """
o | FREEDOM OF INFORMATION REQUEST
o | Request Number: F-2023-01944
o | Keyword: Organisational Information / Governance
o | Subject: Covert vehicles
 |
- | Request and Answer:
 |
- | Your request for information has now been considered. In respect of Section 1(1)(a) of the Act we can confirm that \
the Police Service of Northmoyle does hold some information to which your request relates and this is being provided \
to you below. Further information is exempt and an explanation is set out.
 |
q1| Request 1
q1| The number of vehicles owned by the Service on 1 April 2023.
 |
a1| Answer
a1| 2,718
 |
q2| Request 2
q2| The number of those that are not marked.
 |
a2| Answer
a2| 604. This includes vehicles of the dog section.
 |
q3| Request 3
q3| Whether the Service uses vehicles on loan from any other agency of the State.
 |
e3| Answer
e3| The Police Service of Northmoyle can neither confirm nor deny that it holds the information you have requested \
as the duty in Section 1(1)(a) of the Freedom of Information Act 2000 does not apply by virtue of the following \
exemptions:
e3| Section 23(5) - Information supplied by or relating to bodies dealing with security matters
e3| Section 24(2) - National Security
e3| Section 31(3) - Law Enforcement
e3| Harm
e3| To confirm or deny would reveal to those who wish us ill how the Service is equipped.
e3| Decision
e3| The public interest in the safety of officers carries more weight.
 |
o | If you are dissatisfied in any way with the handling of your request, you have the right to request a review.
""",
    ),
    Shape(
        "force-searches-and-decision",
        "Metropolis Police Service",
        "01/FOI/23/041177",
        "2023-10-18",
        ("FOIA s31(1)(a)", "FOIA s31(1)(b)"),
        """
o | Information Rights Unit
o | Metropolis Police Service
o | PO Box 313
o | 18/10/2023
o | Dear Mr Asker
o | Freedom of Information Request Reference No: 01/FOI/23/041177
o | I respond in connection with your request for information which was received by the Metropolis Police Service on \
20/09/2023. I note you seek access to the following information:
q1| 1. In the years 2021 and 2022, how many mobile facial recognition vans were deployed at Notting Vale?
q2| 2. The watchlist criteria used at each deployment.
- | SEARCHES TO LOCATE INFORMATION
a0| To locate the information relevant to your request searches were conducted within the Intelligence Directorate. \
The searches located information relevant to your request.
- | DECISION
e0| I have today decided to disclose some of the requested information. Some data has been withheld as it is exempt \
from disclosure and therefore this response serves as a Refusal Notice under Section 17 of the Act.
e0| Please see the legal annex for further information on the exemptions applied in respect of your request.
- | REASON FOR DECISION
e0| Section 31(1)(a)(b) - Law Enforcement
e0| Disclosing the criteria would allow those who are sought to work out whether they are on a watchlist.
e0| Evidence of Harm
e0| A person who learns that he is not on the list may enter the event in safety.
e0| Balancing Test
e0| The strongest reason favouring disclosure is accountability. The strongest reason against is public safety. I have \
determined that the disclosure would not be in the public interest.
- | DISCLOSURE
a1| Q1 - 2021: 2 deployments. 2022: 5 deployments.
e2| Q2 - Refused, please see above.
o | Should you have any further enquiries concerning this matter, please contact me quoting the reference number above.
o | Yours sincerely
o | A. Clerk
- | LEGAL ANNEX
- | Section 17(1) of the Act provides:
- | (1) A public authority which, in relation to any request for information, is to any extent relying on a claim \
that information is exempt must give the applicant a notice.
o | COMPLAINT RIGHTS
o | Are you unhappy with how your request has been handled or do you think the decision is incorrect?
o | You have the right to require the Metropolis Police Service to review their decision.
""",
    ),
    Shape(
        "force-personal-ncnd",
        "Eastmoor Constabulary",
        "2023/1130",
        "2023-07-04",
        ("FOIA s40(5B)(a)(i)", "FOIA s30(3)"),
        """
o | EASTMOOR CONSTABULARY
o | Freedom of Information Unit
o | Our reference: 2023/1130
o | 4 July 2023
 |
o | Dear Sir,
 |
o | I write in connection with your request for information dated 8 June 2023 concerning an investigation.
 |
- | You requested the following:
q1| Has Eastmoor Constabulary investigated Councillor Ivor Blankley for fraud at any time since 2015, and if so with
q1| what result?
 |
e1| Eastmoor Constabulary neither confirms nor denies that it holds the information you have requested. The duty in
e1| Section 1(1)(a) of the Freedom of Information Act 2000 does not apply, by virtue of the following exemptions:
e1| Section 40(5B)(a)(i) Personal Information
e1| Section 30(3) Investigations
 |
e1| Section 40(5B)(a)(i) is a class based absolute exemption, and there is no requirement to consider the public
e1| interest. Confirming or denying that a named person has been investigated would be unfair to that person.
 |
e1| Factors favouring confirmation for S30
e1| The public would be better informed of how public money is spent.
e1| Factors against confirmation for S30
e1| A suspect could be forewarned and evidence destroyed.
 |
e1| Balance Test
e1| The arguments against are in my view the weightier.
 |
e1| None of the above can be viewed as an inference that the information you seek does or does not exist.
 |
o | Complaint Rights
o | Your attention is drawn to the attached sheet which details your right of complaint.
 |
o | Yours sincerely
o | Disclosure Analyst
""",
    ),
    Shape(
        "police-class-refusal-only",
        "Tarnshire Constabulary",
        "00412/24",
        "2024-02-07",
        ("FOIA s24(1)", "FOIA s31(1)(a)"),
        """
o | Tarnshire Constabulary
o | Ref: 00412/24
o | 7th February 2024
o | Dear Mr Example
o | I write in response to your recent Freedom of Information request which asked for the following:
q1| Please disclose the number of armed response vehicles on duty at night in each division.
a1| Tarnshire Constabulary does hold the information you require.
e1| However, it is exempt from disclosure by virtue of the following exemptions:
e1| Section 24(1) National Security
e1| Section 31(1)(a) Law Enforcement
e1| These are prejudice based qualified exemptions, which means that I must set out the harm and carry out a public \
interest test.
e1| Harm
e1| Armed officers are the last line of defence. Those planning an attack would choose the division where they are \
fewest.
e1| Public Interest Considerations
e1| Favouring disclosure - Section 24
e1| People have a right to know how they are protected.
e1| Favouring non-disclosure - Section 24
e1| The threat level is substantial.
e1| Balancing Test
e1| Public safety is of paramount importance, and the test favours non-disclosure.
o | Yours sincerely
o | Information Disclosure Officer
""",
    ),
    Shape(
        "scottish-force-replicated-below",
        "Police Service of Invercaith",
        "IM-FOI-2024-3391",
        "2024-11-05",
        ("FOISA s12(1)", "FOISA s35(1)(a)", "FOISA s38(1)(b)"),
        """
o | OFFICIAL
o | Our Ref: IM-FOI-2024-3391
o | Date: 05 November 2024
 |
o | FREEDOM OF INFORMATION (SCOTLAND) ACT 2002
 |
o | I refer to your recent request for information which has been handled in accordance with the Freedom of \
Information \
(Scotland) Act 2002.
o | For ease of reference, your request is replicated below together with the response.
 |
q1| How many drones does the Police Service of Invercaith operate?
a1| I can confirm that there are 14 drones.
 |
q2| Where is each of them kept overnight?
e2| Having considered this question in terms of the Act, I am refusing to provide you with the information sought. \
Section 16 requires that I state that the information is held, that an exemption applies, and why.
e2| The exemption that I consider to be applicable is:
e2| Section 35(1)(a) - Law Enforcement
e2| Information is exempt if its disclosure would, or would be likely to, prejudice substantially the prevention or \
detection of crime. A list of storage sites would let those who wish to damage the aircraft plan for it.
e2| Public Interest Test
e2| It is accepted that accountability favours disclosure. The efficient conduct of the service favours maintaining \
the exemption.
 |
q3| Who is the lead pilot in each division?
e3| This is personal data and is refused under Section 38(1)(b) of the Act.
 |
q4| On how many occasions since 2018 was a drone flown over a football ground?
e4| It is assessed that the cost of complying would exceed £600. In terms of Section 16(4) of the Act, where Section \
12(1) of the Act has been applied, this represents a refusal notice.
a4| To be of assistance, 71 flights in 2023 were tagged as events policing.
 |
o | If you require any further assistance please contact us quoting the reference above.
o | If you remain dissatisfied following the outcome of a review, you can appeal to the Office of the Scottish \
Information Commissioner within 6 months.
""",
    ),
    Shape(
        "department-of-borders-silence",
        "Department for Borders",
        "FOI2024/06112",
        "2024-09-30",
        ("FOIA s23(5)", "FOIA s24(2)", "FOIA s31(3)"),
        """
o | Department for Borders
o | 2 Marsh Street
o | London SW1P 9ZZ
 |
o | FOI2024/06112
o | 30 September 2024
 |
o | Dear Mx Example
 |
o | Thank you for your enquiry of 2 September, in which you ask for information on the use of a cell-site simulator at \
ports. Your request has been handled as a request under the Freedom of Information Act 2000.
 |
o | Information requested
 |
q1| Does the Department own, lease or borrow any device of this kind?
q1| If so, please state the number and the ports at which they were used in 2023.
 |
- | Response
 |
e1| The Department neither confirms nor denies whether it holds the information that you have requested, by virtue of \
sections 23(5), 24(2) and 31(3) of the Act.
 |
e1| Section 23(5) is absolute. Sections 24(2) and 31(3) are qualified and the public interest arguments are set out in \
the Annex. This response should not be taken as evidence that the information is or is not held.
 |
o | If you are dissatisfied with this response you may request an independent internal review of our handling of your \
request by submitting a complaint within two months to foirequests@borders.example, quoting reference FOI2024/06112.
 |
o | Yours sincerely
 |
e0| Annex
e0| Public interest test: factors in favour of confirming or denying
e0| There is a general public interest in openness about policing powers at the border.
e0| Factors against
e0| Confirming would tell offenders at which ports they can use their telephones without risk. We conclude that the \
balance of the public interest favours neither confirming nor denying.
""",
    ),
    Shape(
        "pointing-answers",
        "Wyrebank Police",
        "2025/0448",
        "2025-02-03",
        ("FOIA s31(1)(a)", "FOIA s31(1)(b)"),
        """
o | Wyrebank Police
o | Freedom of Information Request Reference No: 2025/0448
o | 3 February 2025
 |
o | I write in connection with your request for information received by Wyrebank Police on 9 January 2025.
 |
o | You requested access to the following information:
 |
q1| Q1 How many number plate cameras do you have?
q2| Q2 Where are they?
q3| Q3 How many of them were out of order on 1 January 2025?
q4| Q4 Where are the ones that were out of order?
 |
- | DECISION
 |
a1| Q1 – 212
e2| Q2 – Refused under Section 31(1)(a)&(b), see below
a3| Q3 – 9
e4| Q4 – Refused, please see Q2
 |
e0| Section 31 is a prejudice based qualified exemption. Those intent on crime would be able to plan their routes \
around \
the cameras, which would harm the prevention of crime and the apprehension of offenders. There is a public interest in \
how public money is spent. On balance, the exemption is maintained.
 |
o | COMPLAINT RIGHTS
o | Your attention is drawn to the attached sheet, which details your right of complaint.
""",
    ),
    Shape(
        "sub-questions-in-one-paragraph",
        "Eastmere Police",
        "FOI 01/2024/00931",
        "2024-01-29",
        ("FOIA s30(3)", "FOIA s40(5)"),
        """
o | Eastmere Police
o | Freedom of Information Unit
o | Date: Monday, 29 January 2024
o | Our reference: FOI 01/2024/00931
o | Dear Applicant
o | FREEDOM OF INFORMATION ACT 2000 REQUEST
- | Request
q1| 1) In 2023: a) how many reports of dog theft did you receive, b) how many dogs were recovered, and c) how many \
people \
were charged?
q2| 2) Is the kennel owner named in the Courier of 3 January under investigation?
- | Response
a1| 1) We received 44 reports of dog theft. Nineteen dogs were recovered. Three people were charged.
e2| 2) Eastmere Police can neither confirm nor deny that it holds this information, by virtue of Section 30(3) \
Investigations and Section 40(5) Personal Information. To confirm or deny would disclose whether a named person is \
under investigation.
o | Complaint Rights
o | Are you unhappy with how your request has been handled? You have the right to ask for a review of our decision.
""",
    ),
    Shape(
        "questions-in-bold-markdown",
        "Lindow Police",
        "FOI-0917-25",
        "2025-05-30",
        ("FOIA s31(1)(a)", "FOIA s31(1)(b)"),
        """
o | # Lindow Police
o | **Request reference:** FOI-0917-25
o | **Date of response:** 30 May 2025
- | ## Request
q1| **1. How many speed cameras did the force operate on 1 April 2025?**
a1| 61, of which 22 are mobile.
q2| **2. At what speed does each of them trigger?**
e2| This is exempt under Section 31(1)(a)(b) of the Freedom of Information Act. If drivers knew the thresholds they \
would \
drive up to them, and more people would be hurt. The public interest in enforcement that works outweighs that in \
knowing \
the thresholds.
q3| **3. What was raised in fines in 2024/25?**
a3| The force does not keep fine income, which goes to the Treasury. You may wish to ask HM Courts and Tribunals \
Service.
- | ## Right of review
o | If you are unhappy with how your request was handled, you can ask for an internal review within two months.
""",
    ),
    Shape(
        "prison-letter-long-lead",
        "Ministry of Custody",
        "230811009",
        "2023-09-08",
        ("FOIA s38(1)(a)",),
        """
o | Data Access and Compliance Unit
o | Ministry of Custody
o | 8 September 2023
o | Our Reference: 230811009
o | Freedom of Information Act (FOIA) Request – 230811009
o | Thank you for your request dated 11 August 2023, received on 14 August 2023, in which you asked for the following \
information from the Ministry of Custody (MoC):
q1| Please tell me how many prisoners at HMP Fellgate have been on hunger strike since January 2022.
q1| For each, how long did it last and how did it end?
o | Your request has been handled under the FOIA.
a1| I can confirm that the MoC holds some of the information you have requested. There have been seven hunger \
strikes of \
more than 48 hours at HMP Fellgate since January 2022. The longest lasted 19 days.
e1| However, the rest is exempt from disclosure under section 38(1)(a) of the FOIA, because how each ended would, \
or would \
be likely to, endanger the physical or mental health of the prisoners. Section 38 is a qualified exemption. There is a \
public interest in disclosure, as it may increase confidence in the care of prisoners. Against that, there is a strong \
public interest in not encouraging others to do the same. On balance, the public interest favours withholding.
o | Appeal Rights
o | If you are not satisfied with this response you have the right to request an internal review by responding in \
writing \
within two months. data.access@moc.example
o | You do have the right to ask the Information Commissioner's Office (ICO) to investigate any aspect of your \
complaint.
""",
    ),
)
