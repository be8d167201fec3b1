"""Letters of many authorities' house styles, each line labelled: what is cut wrong here is cut wrong in life.

Every authority, person and figure is invented. A line is `tag| text`: q1 and q2 are lines of the first and the second
question, a1 and e1 what answers and refuses the first, a0 and e0 what replies to none, o the rest, - is not judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from eval.sections import score


@dataclass(frozen=True, slots=True)
class Shape:
    """A labelled letter: what is read off it, and its lines."""

    name: str
    authority: str | None
    reference: str | None
    date: str | None
    exemptions: tuple[str, ...]
    lines: str

    @property
    def text(self) -> str:
        return "\n".join(line.partition("| ")[2] for line in self.lines.strip("\n").split("\n"))

    def row(self) -> dict[str, Any]:
        """The letter as a line of a gold file."""
        kinds = {"q": "question", "a": "answer", "e": "exemption", "o": "other", "-": "skip"}
        labels, asked, replied = [], {}, {}
        for n, line in enumerate(self.lines.strip("\n").split("\n"), 1):
            tag, bar, words = line.partition("|")
            if not words.strip():
                continue
            tag = tag.strip()
            assert bar and tag[:1] in kinds, line
            labels.append({"from": n, "to": n, "kind": kinds[tag[0]]})
            if tag[0] == "q":
                asked.setdefault(tag[1:], []).append(n)
            elif tag[0] in "ae" and tag[1:] != "0":
                replied.setdefault(tag[1:], []).append(n)
        return {
            "document": f"{self.name}.txt",
            "authority": self.authority,
            "reference": self.reference,
            "date": self.date,
            "exemptions": list(self.exemptions),
            "lines": labels,
            "pairs": [{"question": asked[k], "answer": lines} for k, lines in replied.items()],
        }


SHAPES = (
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
        "department-numbered-letter",
        "Department for Coastal Affairs",
        "F0034512",
        "2023-02-03",
        ("FOIA s36(2)(b)(i)", "FOIA s36(2)(b)(ii)", "FOIA s40(2)"),
        """
o | Department for Coastal Affairs
o | 4 Harbour Square
o | London SW1P 9ZZ
o | www.gov.uk/dca
 |
o | Ms R Example
o | request-000001@example.org
o | Our Ref: F0034512
o | 3rd February 2023
 |
o | Dear Ms Example,
 |
o | Freedom of Information Act 2000 request
 |
o | Thank you for your request for information of 9 January 2023. Your request has been handled under the FOIA.
 |
- | Your request
o | You asked for the following information:
 |
q1| 1. The number of meetings ministers held with operators of car ferries between 1 March and 31
q1| December 2022.
q2| 2. The minutes of those meetings.
q3| 3. The submission sent to the Minister before the meeting of 12 October 2022, including the names of
q3| the officials who wrote it.
 |
- | Our response
 |
a0| I can confirm that the Department holds the information you requested.
 |
a1| 1. Ministers held six such meetings in the period.
 |
a2| 2. No minutes were taken at three of the meetings. The minutes of the other three are enclosed at
a2| Annex B.
 |
e3| 3. We are withholding the submission under sections 36(2)(b)(i) and (ii) of the FOIA. In the reasonable
e3| opinion of a qualified person, a Minister of the Crown, disclosure would be likely to inhibit the free and
e3| frank provision of advice and the free and frank exchange of views.
 |
e3| There is a public interest in understanding how decisions about ferry subsidy are reached. Against that,
e3| officials need a space in which to set out options candidly while policy is still being made. Two of
e3| the options are still before Ministers. On balance we think that the exemption should be maintained.
 |
e3| The names of junior officials are withheld under section 40(2). They have no expectation that their
e3| names will be made public.
 |
o | Appeal rights
o | If you are not satisfied with this response you have the right to request an internal review by
o | writing to foi@dca.example.gov.uk within two months.
 |
o | Yours sincerely
 |
o | Information Rights Unit
""",
    ),
    Shape(
        "hospital-table-of-questions",
        "Marlbrook Hospitals NHS Foundation Trust",
        "24-0712",
        "2024-09-02",
        (),
        """
o | Marlbrook Hospitals NHS Foundation Trust
o | Trust Headquarters, Beech Lane, Marlbrook
 |
o | Freedom of Information Request: Reference 24-0712
o | Response date: 2 September 2024
 |
o | I am writing in response to your request for information under the Freedom of Information Act 2000. Please find \
our response below.
 |
- | Question\tResponse
-1| 1. How many consultants are employed by the Trust?\t214 (whole time equivalent 198.6)
-2| 2. How many vacancies for consultants were open on 1 August 2024?\t17
q3| 3. Which electronic patient record does the Trust use?
a3| Corvid Millrace, since April 2022.
q4| 4. What is the annual cost of the licence and when does the contract end?
a4| £1,204,000 excluding VAT; the contract ends in March 2029.
q5| 5. Who is the senior responsible officer?
a5| the Chief Digital Officer.
q6| 6. Number of incidents in which the record was not available for more than one hour
a6| Not recorded centrally.
 |
o | The Trust hopes this information is of use. If you are unhappy with the handling of your request you may write to \
the Chief Executive.
o | Page 1 of 1
""",
    ),
    Shape(
        "university-lettered-parts",
        "University of Hexmoor",
        "FOI 2023-118",
        "2023-11-21",
        ("FOIA s43(2)",),
        """
o | UNIVERSITY OF HEXMOOR
o | Information Compliance
 |
o | 21 November 2023
o | Ref: FOI 2023-118
 |
o | Dear Sir/Madam
 |
o | I write further to your request received on 25 October 2023, in which you asked for the following:
 |
q1| 1. For the academic years 2020/21, 2021/22 and 2022/23:
q1| a) how many students were referred to a fitness to study panel;
q1| b) how many of them were from overseas;
q1| c) how many were asked to leave?
q2| 2. For the same years:
q2| a) which company transcribed the hearings
q2| b) how much was it paid
 |
o | I can now provide the University's response as follows.
 |
a1| 1. a) 31, 44 and 52.
a1| b) 6, 11 and fewer than five.
a1| c) The University did not ask any student to leave.
 |
a2| 2. a) Quillscribe Ltd.
e2| b) The fee paid is exempt under section 43(2) of the FOIA, since disclosure would be likely to prejudice the
e2| company's commercial interests. Rivals could undercut its hourly rate when the contract is let again in
e2| spring. We recognise that the public should know how fees are spent. On balance the harm outweighs
e2| that interest.
 |
o | You have the right to ask for a review of this decision. Please write to the University Secretary.
o | Yours faithfully
o | Information Compliance Officer
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
        "parish-council",
        "Little Ashcombe Parish Council",
        None,
        "2022-06-07",
        (),
        """
o | LITTLE ASHCOMBE PARISH COUNCIL
o | Clerk: Mrs P Warden, The Old Forge, Little Ashcombe
 |
o | 7th June, 2022
 |
o | Dear Mr Querent
 |
o | Freedom of Information request - allotments
 |
o | Your request was considered at the meeting of the Council on Monday. You asked:
 |
q1| - How many allotment plots does the Council own?
q2| - How many people are on the waiting list?
q3| - What was spent on the water supply in the last financial year?
 |
a1| The Council owns 42 plots, of which three are half plots.
a2| Eleven people are on the waiting list. Two of them have been waiting since 2019.
a3| Nothing was spent on the water supply. The standpipe was repaired by a volunteer.
 |
o | I hope this is what you wanted.
 |
o | P Warden
o | Clerk to the Council
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
        "broadcaster-derogation",
        "Northern Broadcasting Authority",
        "RFI20231455",
        "2023-10-05",
        (),
        """
o | Northern Broadcasting Authority
o | Information Rights
o | 5th October 2023
 |
o | Dear Applicant,
 |
o | Freedom of Information request - RFI20231455
 |
o | Thank you for your request of 12th September 2023 under the Freedom of Information Act 2000 ('the Act')
o | seeking the following information:
 |
q1| "The total paid to guests of the programme Late Harbour in 2022, and the fee of each guest."
 |
e1| The information you have requested is excluded from the Act because it is held for the purposes of
e1| 'journalism, art or literature'. The Authority is therefore not obliged to provide this information to you.
e1| Part VI of Schedule 1 to the Act provides that information held by the Authority and the other public
e1| service broadcasters is only covered by the Act if it is held for 'purposes other than those of
e1| journalism, art or literature'. The Authority is not required to supply information held for the purposes of
e1| creating its output or information that supports and is closely associated with these creative
e1| activities.
 |
a1| You may, however, be interested to know that the Authority publishes the total cost of its output by
a1| genre in its annual report, pages 60 to 74.
 |
o | Appeal Rights
o | The Authority does not offer an internal review when the information requested is not covered by the Act.
o | If you disagree with our decision you can appeal to the Information Commissioner.
""",
    ),
    Shape(
        "council-prefixes",
        "Thornwick District Council",
        "TDC/1182/24",
        "2024-03-08",
        ("FOIA s21",),
        """
o | Thornwick District Council
o | Date: 8.3.24
o | Our reference: TDC/1182/24
 |
o | Dear Requester
 |
o | Request for Information - empty homes
 |
q1| 1. How many homes in your district have been empty for more than six months?
a1| Response: 512 at 1 March 2024.
 |
q2| 2. How many empty dwelling management orders have you made since 2015?
a2| Response: None.
 |
q3| 3. What powers do you use in place of orders, and how many times was each used
q3| in 2023?
a3| Response: Section 215 of the Town and Country Planning Act 1990, used four times, and section 79 of the
a3| Building Act 1984, used once.
 |
q4| 4. Provide a list of the addresses of homes in receipt of the empty homes premium.
a4| Reply - The list is of homes and not of their owners; 201 addresses are in the spreadsheet sent with
a4| this letter.
 |
q5| 5. A copy of your empty homes strategy.
e5| Response: The strategy is exempt under section 21 of the Freedom of Information Act because it is reasonably
e5| accessible to you by other means. It is at www.thornwick.example.gov.uk/empty-homes
 |
o | If you are dissatisfied with the handling of your request please write to the Monitoring Officer.
 |
o | Yours sincerely,
o | Corporate Information Team
""",
    ),
    Shape(
        "council-q-and-a-codes",
        "Royal Borough of Kingsmere",
        "10448291",
        "2025-07-31",
        (),
        """
o | Royal Borough of Kingsmere
o | Freedom of Information Request: 10448291
o | 31st of July 2025
 |
o | Your request and our reply follow.
 |
q1| Q1 How many blue badges were issued in 2024?
a1| A1 3,871
q2| Q2 How many applications were refused?
a2| A2 622, being 14% of those decided
q3| Q3 What proportion of refusals was overturned on review?
a3| A3 The Council does not record the outcome of a review apart from the application.
q4| Q4 How long did a decision take on average?
a4| A4 See Q2 of our disclosure of May 2025, attached; in 2024 it was 19 days.
 |
o | This response may be re-used under the Open Government Licence.
""",
    ),
    Shape(
        "annex-quotes-the-act",
        "Ministry of Letters",
        "240611007",
        "2024-07-09",
        ("FOIA s31(1)(f)", "FOIA s38(1)(b)"),
        """
o | Ministry of Letters
o | Disclosure Team
o | 240611007
o | 9 July 2024
 |
o | Freedom of Information Act (FOIA) Request
 |
o | Thank you for your request dated 11 June 2024 in which you asked for the following information from the
o | Ministry of Letters (MoL):
 |
q1| "Please could you tell me how many staff work at each of the Ministry's secure archives, and how many
q1| are on duty at night?"
 |
o | Your request has been handled under the FOIA.
 |
a1| I can confirm that the MoL holds the information that you have requested, and some of it is in the table
a1| below.
 |
a1| Archive Staff
a1| Aldermoor 41
a1| Penhallow 28
 |
e1| The number of staff on duty at night is exempt from disclosure under section 31(1)(f) and section 38(1)(b)
e1| of the FOIA, because it would be likely to prejudice security and good order and to endanger the safety
e1| of those staff.
 |
e1| Section 31 is a qualified exemption and we have considered the public interest.
e1| Considerations in favour of disclosure
e1| - It would show that the archives are properly staffed.
e1| Considerations against disclosure
e1| - It would tell an intruder when a building is least guarded.
e1| We reached the view that on balance the public interest is better served by withholding this information.
 |
o | Appeal Rights
o | If you are not satisfied with this response you have the right to request an internal review.
 |
o | Annex A
 |
-1| EXPLANATION OF FOIA - SECTION 31(1)(f)
-1| Section 31 of the Freedom of Information Act provides:
-1| (1) Information which is not exempt information by virtue of section 30 is exempt information if its
-1| disclosure under this Act would, or would be likely to, prejudice-
-1| (f) the maintenance of security and good order in prisons or in other institutions where persons are
-1| lawfully detained.
""",
    ),
    Shape(
        "email-quoted-with-angle-brackets",
        "Carrow Valley NHS Trust",
        "CV-2291",
        "2023-12-14",
        (),
        """
o | Subject: RE: FOI request CV-2291
o | Date: 14 Dec 2023
 |
o | Hello,
 |
o | Our answers are beneath each of your questions.
 |
q1| > 1. How many patients waited more than 12 hours on a trolley in November 2023?
 |
a1| 94 patients.
 |
q2| > 2. How many of them were over 80 years of age?
 |
a2| 37. Age is taken at the date of arrival.
 |
q3| > 3. What is the longest wait recorded in that month, and in which
q3| > department was it?
 |
a3| 31 hours and 4 minutes, in the Acute Medical Unit.
 |
o | Kind regards
o | FOI Team
o | Carrow Valley NHS Trust
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
        "transport-body-bullets-and-common-answer",
        "Harbourline Transport Executive",
        "RFI 0912-2425",
        "2024-12-20",
        ("FOIA s12(1)",),
        """
o | Harbourline Transport Executive
o | RFI 0912-2425
o | Friday 20 December 2024
 |
o | Dear Mr Traveller
 |
o | Thank you for your email received on 26 November 2024, requesting information about bus shelters. Your request \
has been considered in accordance with the Freedom of Information Act.
 |
o | You have asked for:
 |
q1| \u2022 the number of bus shelters in each district
q1| \u2022 the date on which each was last inspected
q1| \u2022 every report of damage to a shelter since 2010
 |
e1| Unfortunately, to provide the information you have requested would exceed the appropriate limit of £450 set by the \
Freedom of Information (Appropriate Limit and Fees) Regulations 2004. Reports of damage are kept in the inbox of each \
depot. There are nine depots and about 31,000 messages; at two minutes a message this would take more than 1,000 hours.
 |
e1| We are therefore refusing your request under section 12(1).
 |
a1| To help bring the cost of responding within the limit, you may wish to ask for reports made in the last twelve \
months, which are held in one system. As a courtesy, the number of shelters is 1,906.
 |
- | Please note that in accordance with the Act this is not the same request and a new 20 working days will begin.
 |
o | If this is not the information you are looking for please do not hesitate to contact us.
""",
    ),
    Shape(
        "regulator-prose-request",
        "Office for Weights and Lamps",
        "IC-88213",
        "2021-03-29",
        ("FOIA s44(1)(a)",),
        """
o | 29 March 2021
o | Case Reference: IC-88213
 |
o | Office for Weights and Lamps
 |
- | Your request
 |
q1| You asked us for correspondence between this office and Brightwick plc in 2020 about the recall of its lamps, and \
the number of complaints made to us about them.
 |
o | We received your request on 1 March 2021 and have dealt with it under the Freedom of Information Act 2000.
 |
- | Our response
 |
a1| We received 118 complaints about the lamps in 2020.
 |
e1| We hold correspondence with the company. It was obtained in the exercise of our functions and section 44(1)(a) of \
the Act applies, because section 237 of the Enterprise Act 2002 forbids us to disclose it while the business \
continues. None of the gateways in Part 9 of that Act is open here.
 |
o | Next steps
 |
o | You can ask us to review our response. Please let us have your views within 40 working days.
 |
o | Yours
 |
o | Information Access Team
""",
    ),
)

HELD = (
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
        "department-prose-with-annex",
        "Ministry of Borders",
        "76112",
        "2023-06-21",
        ("FOIA s21(1)",),
        """
o | Ministry of Borders
o | 2 Marshal Street
o | London
 |
o | FOI Reference: 76112
o | 21 June 2023
 |
o | Dear J Smith
 |
o | Thank you for your e-mail of 26 May in which you ask for figures on the visas granted to circus performers.
o | Your full request can be found at Annex A. Your request is being handled as a request for information under the
o | Freedom of Information Act 2000 (the Act).
 |
a0| In 2022 we granted 183 visas to performers sponsored by a circus. This is 12 fewer than in 2021.
 |
e0| The other figures you ask for are exempt from disclosure under section 21(1) of the Act, because they are
e0| already reasonably accessible to you. They are published quarterly in table Vis_D02, at
e0| www.gov.uk/example-statistics. Section 21 is an absolute exemption.
 |
o | If you are dissatisfied with this response you may request an independent internal review of our handling of
o | your request.
 |
o | Yours sincerely
o | M Bright
 |
o | Annex A - your request
q1| How many visas were granted to circus performers in 2021 and in 2022, by nationality? What is the total number
q1| of visas of this kind since 2015?
""",
    ),
    Shape(
        "council-log-page",
        None,
        "FOI-7781-24",
        None,
        (),
        """
o | Skip to main content
o | Home > Council > Freedom of information > Disclosure log
o | FOI-7781-24: Grit bins
- | Request
q1| Please can you tell me:
q1| How many grit bins do you have?
q1| How many did you refill last winter?
q1| What did the salt cost?
- | Response
a1| We have 618 grit bins
a1| All were filled in October 2023 and 204 were refilled
a1| The cost of salt was £71,900 including delivery
o | Last updated 3 April 2024
o | Accessibility statement
o | Cookies
""",
    ),
    Shape(
        "health-board-scotland",
        "NHS Strathmorven",
        "IGT/FOI-2023-000871",
        "2024-01-11",
        ("FOISA s25(1)", "FOISA s38(1)(b)"),
        """
o | NHS Strathmorven
o | Corporate Services, Royal Buildings, Inverallan
o | Date 11 January 2024
o | Our Ref IGT/FOI-2023-000871
 |
o | Dear Enquirer
o | FREEDOM OF INFORMATION (SCOTLAND) ACT 2002
 |
o | I refer to your request for information received 11 December 2023. Our response is as follows:
 |
q1| 1) Number of people waiting for an assessment for autism at 30 November 2023
a1| Adults 2,041. Children 3,377.
q2| 2) Longest wait, in weeks
a2| 211
q3| 3) Number of staff in the assessment team, by grade
a3| Consultant psychiatrist: fewer than five
a3| Band 7 psychologist: 6
e3| Where a number is fewer than five it is not given exactly because a person could be identified from it. Such
e3| information is exempt under section 38(1)(b) of FOISA.
q4| 4) Copy of the waiting times policy
e4| This is on our website and is therefore exempt under section 25(1) - information otherwise accessible.
 |
o | If you are not satisfied with our response you may ask us to review it within 40 working days.
""",
    ),
    Shape(
        "ambulance-piped-table",
        "West Ridings Ambulance Service NHS Trust",
        "FOI24-331",
        "2024-08-16",
        (),
        """
o | West Ridings Ambulance Service NHS Trust
o | Our ref: FOI24-331
o | 16th August 2024
 |
o | Please find below the Trust's reply to your recent enquiry.
 |
q1| Q1. How many 999 calls were answered in each of the last three years?
a1| | Year | Calls answered |
a1| | 2021-22 | 1,011,204 |
a1| | 2022-23 | 1,048,377 |
a1| | 2023-24 | 996,120 |
 |
q2| Q2. How many of these were hoax calls?
a2| The Trust does not code hoax calls, so this information is not held.
 |
q3| Q3. And the mean time to answer?
a3| 8 seconds (2023-24).
 |
o | The information supplied to you continues to be protected by copyright.
""",
    ),
    Shape(
        "university-environmental-review",
        "Dunmere University",
        "EIR-2024-09R",
        "2024-04-30",
        ("EIR r12(4)(d)", "EIR r12(5)(e)"),
        """
o | Dunmere University
o | Vice-Chancellor's Office
o | Internal review EIR-2024-09R
o | 30 April 2024
 |
o | Dear Dr Enquirer,
 |
o | I have completed my review of our response of 2 February 2024. I was not involved in the original decision.
 |
o | You asked for:
 |
q1| (i) the ecological survey of Mill Meadow, and
q2| (ii) the price at which the University agreed to sell it.
 |
- | You say that the first should be released because building has begun.
 |
e1| As to (i), the survey was withheld under regulation 12(4)(d). At the time of your request the surveyors had
e1| delivered a draft only, and regulation 12(4)(d) was properly engaged. The public interest favoured a
e1| finished document.
a1| Since then the final survey has been completed. I have decided that it can be released, and it is attached.
 |
e2| As to (ii), I agree with the first decision. The price is commercially confidential and regulation 12(5)(e) applies.
e2| The sale is not complete, and if it fell through the University would have to bargain again with others. I do not
e2| consider that the public interest in knowing the price now is strong enough to outweigh that.
 |
o | If you remain dissatisfied you may complain to the Information Commissioner.
""",
    ),
    Shape(
        "email-original-message-below",
        "Fellgate Borough Council",
        "EH/2023/4410",
        "2023-02-22",
        (),
        """
o | Dear Ms Finder,
o | Ref: EH/2023/4410
o | Date: 22 February 2023
o | Further to your request for information, please see the Council's response below.
a1| 1. 14 food businesses were given a rating of zero in 2022.
a2| 2. The Council prosecuted two: the Copper Pan and Lane End Kebabs.
a3| 3. £18,440 in fines, and £6,200 in costs
o | Kind regards
o | Environmental Health
o | Fellgate Borough Council
 |
o | -----Original Message-----
o | From: Ms Finder
o | Sent: 25 January 2023 20:14
o | To: FOI
o | Subject: Freedom of Information request - Food hygiene
 |
o | Dear Fellgate Borough Council,
q0| Under the Freedom of Information Act I would like to know the following.
q1| 1. How many food businesses were rated zero in 2022?
q2| 2. Which of them did you prosecute?
q3| 3. What fines and costs did the courts order?
o | Yours faithfully,
o | Ms Finder
""",
    ),
    Shape(
        "vexatious-central",
        "Forestry Inspectorate",
        "FI 2022/771",
        "2022-11-02",
        ("FOIA s14(1)",),
        """
o | Forestry Inspectorate
o | Date: 2nd November 2022
o | Reference: FI 2022/771
o | Dear Mr Sender
q1| You wrote to us on 5 October 2022 asking for copies of all e-mails sent by any inspector that mention you.
e1| We consider that section 14(1) of the Act applies to your request. Section 14(1) does not oblige a public \
authority to comply with a request which is vexatious.
e1| In the past two years you have made 61 requests, of which 40 ask for the same e-mails. Dealing with them took two \
members of staff away from their other work for eleven weeks.
e1| The Upper Tribunal held in Dransfield that a request is vexatious where it is a manifestly unjustified use of a \
formal procedure. In our view this is such a request.
o | You may ask for an internal review by writing to the Chief Inspector.
""",
    ),
)

MORE = (
    Shape(
        "defence-letter",
        "Ministry of Ramparts",
        "FOI2024/01288",
        "2024-02-19",
        ("FOIA s26(1)(b)", "FOIA s40(2)"),
        """
o | Army Policy Secretariat
o | Ministry of Ramparts
o | IDL 24, Marlow House
o | United Kingdom
o | Telephone [MOR]: 0300 555 0100
o | Ref: FOI2024/01288
 |
o | A Requester
o | foi.asker@example.com
o | 19 February 2024
 |
o | Dear A Requester,
 |
o | Thank you for your correspondence of 22 January 2024 in which you requested the following information:
 |
q1| “For each year since 2018 please provide:
q1| - the number of boats in service with the Royal Engineers
q1| - the number fit for use on 1 January
q1| - the name of the officer responsible for them”
 |
o | I am treating your correspondence as a request for information under the Freedom of Information Act 2000 (FOIA).
 |
a1| A search for the information has now been completed within the Ministry of Ramparts, and I can confirm that all
a1| information in scope of your request is held.
 |
a1| The information you have requested on the number of boats in service can be found below:
 |
a1| Year In service
a1| 2018 112
a1| 2019 109
a1| 2020 98
 |
e1| The number fit for use falls within the scope of the qualified exemption at Section 26(1)(b) (Defence) of the FOIA
e1| and has been withheld. Section 26 is a qualified exemption and is subject to public interest testing, which means
e1| that the information can only be withheld if the public interest in doing so outweighs the public interest in
e1| disclosure. The balance of the public interest was found to be in favour of withholding, since the readiness of
e1| boats would be of use to an adversary.
 |
e1| Section 40(2) has been applied to the officer's name in order to protect personal information.
 |
a1| Under Section 16 of the Act (Advice and Assistance) you may find it useful to note that boats are also held by
a1| the Reserve, which reports on them each year to Parliament.
 |
o | If you have any queries regarding the content of this letter, please contact this office in the first instance.
o | If you wish to complain about the handling of your request, you can request an independent internal review.
 |
o | Yours sincerely,
o | Army Secretariat
""",
    ),
    Shape(
        "transport-restated-questions",
        "Transport for Severnside",
        "FOI-2217-2324",
        None,
        (),
        """
o | TfS Ref: FOI-2217-2324
o | Transport for Severnside
 |
o | Thank you for your request received on 3 November 2023 asking for information about trams.
 |
o | Your request has been considered in accordance with the requirements of the Freedom of Information Act and our \
information access policy. I can confirm that we hold the information you require. Your questions are repeated below \
together with our replies:
 |
q1| Question 1: How many trams were taken out of service because of defects between January and June 2023?
 |
a1| A total of 63 trams were taken out of service.
 |
q2| Question 2: What were the three most common defects?
 |
a2| Doors (27), pantograph (11), brakes (9).
 |
q3| Question 3: Can you also confirm the date on which the new fleet will enter service?
 |
a3| It is expected to enter service in spring 2025. This depends on the completion of tests.
 |
q4| Question 4: Do you publish this information?
 |
a4| Yes – in our quarterly customer report: https://www.tfs.example.gov.uk/publications
 |
o | If this is not the information you are looking for, or if you are unable to access it for some reason, please \
feel free to contact me.
o | Please see the attached information sheet for details of your right to appeal.
o | Yours sincerely
o | FOI Case Officer
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
        "agency-your-questions-in-prose",
        "Vehicle Standards Agency",
        "FOIR11582",
        "2024-10-24",
        ("FOIA s12(1)",),
        """
o | Vehicle Standards Agency
o | Date: 24 October 2024
o | Our Ref: FOIR11582
 |
o | Dear Ms Driver,
 |
o | Freedom of Information Request
 |
o | Thank you for your e-mail of 30 September requesting information under the terms of the Freedom of Information Act
o | 2000 (FOIA).
 |
- | You asked:
q1| 1. How many driving tests were cancelled by the Agency at short notice in 2023, split by test centre?
q2| 2. In how many cases was the examiner ill?
q3| 3. How much was paid in compensation to those affected?
 |
a1| Question 1 - Attached at Annex A is a spreadsheet which gives cancelled tests by centre.
 |
e2| Question 2 - The reason for a cancellation is written in free text. To establish it we would need to open each of
e2| 28,400 records, which we estimate at three minutes a record, or 1,420 hours. This exceeds the limit of 24 hours
e2| and under section 12(1) of the FOIA we are not obliged to comply.
a2| It may be possible to answer for one centre and one month.
 |
a3| Question 3 - £412,906 was paid in 2023.
 |
o | Your Rights
o | If you are not happy with this response you may ask for an internal review within two months.
""",
    ),
    Shape(
        "school-trust-short",
        "Kestrel Academy Trust",
        None,
        "2023-05-23",
        (),
        """
o | Kestrel Academy Trust
o | Tuesday, 23rd May 2023
 |
o | Dear Enquirer
 |
o | Re: Freedom of Information Request
 |
o | In response to your recent request please see the information below.
 |
q1| How many pupils were permanently excluded in the academic year 2021-22?
a1| Fewer than 5
 |
q2| How many pupils were suspended in the academic year 2021-22?
a2| 87
 |
q3| Total spend on supply teachers in 2021-22
a3| £143,006.18
 |
q4| The name of your supply agency
a4| Classmates Teaching
 |
q5| Copy of your behaviour policy
a5| Please find attached
 |
o | Kind regards
o | Trust Business Manager
""",
    ),
    Shape(
        "council-headings-numbered-decision",
        "Wychmere County Council",
        "FOI 19044",
        "2025-02-06",
        ("FOIA s31(1)(a)", "FOIA s41(1)"),
        """
o | Wychmere County Council
o | FOI 19044
o | 6 February 2025
 |
o | Dear Sir or Madam
 |
o | Your request for information has been processed in line with the Freedom of Information Act 2000.
 |
q1| 1. Please provide the make and model of the firewall used by the Council.
 |
e1| Exempt – Section 31(1)(a)
e1| The Council considers that this would make it a target of crime. Knowing the product, an attacker could use its
e1| published weaknesses. While there is an interest in knowing that money is well spent, it is met by the contract
e1| register. The public interest lies in keeping the Council's systems safe.
 |
q2| 2. Please provide the annual cost.
 |
a2| £86,000
 |
q3| 3. Please provide the losing bids.
 |
e3| The bids were supplied in confidence. They contain prices and methods that are not in the public domain, and their
e3| authors could bring an action against the Council if we disclosed them. Section 41(1) applies. It is absolute.
 |
q4| 4. When does the contract end and will it be extended?
 |
a4| 31 March 2027. No decision has been taken about an extension.
 |
q5| 5. Who is responsible for it? Please give name, job title and email.
 |
a5| The Head of Digital. The Council does not give the names of staff below chief officer; please use \
digital@wychmere.example.gov.uk
 |
o | Should you be dissatisfied with our response you may ask for a review.
""",
    ),
    Shape(
        "welsh-board-response-sections",
        "Gwlad y Bryn University Health Board",
        "FOI 2024-25/0311",
        "2024-11-15",
        (),
        """
o | Gwlad y Bryn University Health Board
o | Ein cyf/Our ref: FOI 2024-25/0311
o | Dyddiad/Date: 15 November 2024
 |
o | Dear Mr Claf,
 |
o | I am writing in response to your request under the Freedom of Information Act 2000, received on 18 October 2024, \
regarding agency nurses.
 |
o | You requested:
q1| a. Spend on agency nurses for each of the last two financial years.
q2| b. The highest rate paid per hour.
q3| c. Whether the Board uses off-framework agencies, and if so which.
 |
o | Our response is as follows:
 |
a1| a. 2022/23: £24,316,000
a1| 2023/24: £19,802,000
 |
a2| b. £112.40
 |
a3| c. The Board ceased to use off-framework agencies on 1 July 2023.
 |
o | I trust this information answers your questions. In the event that you are dissatisfied with our handling you may \
request a review.
""",
    ),
    Shape(
        "no-salutation-not-held-list",
        "Northhythe Town Council",
        "NTC/FOI/58",
        "2024-03-12",
        (),
        """
o | NORTHHYTHE TOWN COUNCIL
o | Ref: NTC/FOI/58
o | 12/3/24
 |
- | Request: public toilets
q1| How many public toilets has the Council closed since 2010?
q1| What did each cost to run?
q1| Which are to be closed next?
 |
- | Reply:
a1| Northhythe Town Council does not hold the information requested. Public toilets in the town are run by the \
district council, to whom you may wish to redirect your request. Their address is foi@hythevale.example.gov.uk.
 |
o | Town Clerk
""",
    ),
)

FRESH = (
    Shape(
        "force-email-with-disclaimer",
        "Fenwold Police",
        "FOI 1523/23",
        "2023-08-15",
        (),
        """
o | FREEDOM OF INFORMATION REQUEST REFERENCE NO: FOI 1523/23
o | 15/08/2023
o | Thank you for your request for information received 19/07/2023 in which you requested the following:
q1| 1. How many incidents of hare coursing were reported to Fenwold Police in 2021 and 2022?
q2| 2. How many vehicles were seized?
q3| 3. How many people were charged?
o | Please find below Fenwold Police's response:
a1| 1. Incidents with a closing code of hare coursing:
a1| 2021 = 402
a1| 2022 = 377
a2| 2. Vehicles seized: 31. This is for both years together.
a3| 3. No information held. Outcomes are recorded on another system and are not linked to the incident.
o | Your right to complain
o | If you are not satisfied with this reply you can ask for it to be reviewed.
""",
    ),
    Shape(
        "council-partly-held-bold-answers",
        "Harlow Vale Borough Council",
        "FOI/HV/4471",
        "2025-03-19",
        ("FOIA s43(2)",),
        """
o | Harlow Vale Borough Council
o | Our Ref: FOI/HV/4471
o | 19th March 2025
o | Dear Mr Reader
o | FREEDOM OF INFORMATION ACT 2000 - INFORMATION REQUEST
o | Further to your request dated 20 February 2025, I can now respond as follows.
q1| 1) Which company runs the Council's leisure centres?
a1| **Splash Leisure CIC**
q2| 2) What is the management fee for 2024-25 and what share of profit does the Council receive?
e2| **We consider that this is exempt from disclosure under Section 43(2) of the Freedom of Information Act 2000 as \
disclosure would, or would be likely to, prejudice the commercial interests of the Council and of Splash Leisure CIC.**
e2| **We have carried out a public interest test. In favour of disclosure: spending public money openly. Against: the \
contract is to be tendered in 2026 and bidders would fit their bids to the fee.**
q3| 3) How many visits were made to each centre in 2023-24?
a3| **Harlow Pool - 211,904**
a3| **Vale Sports Hall - 87,113**
q4| 4) Have any centres been closed because of RAAC?
a4| **None have**
o | If you are unhappy with the outcome of your request you may ask for a review.
o | Yours sincerely
o | Leisure Services Manager
""",
    ),
    Shape(
        "scottish-council-section-seventeen",
        "Inverbrae Council",
        "FOI-IC-2024-2290",
        "2024-06-03",
        ("FOISA s33(1)(b)",),
        """
o | Inverbrae Council
o | Freedom of Information (Scotland) Act 2002
o | Reference: FOI-IC-2024-2290
o | Date: 3 June 2024
 |
o | Dear Requester
 |
o | I refer to your request received on 7 May 2024. I have set out your questions and the Council's response below.
 |
q1| Q. The cost of repairs to the Old Academy since 2019.
a1| A. £1,233,870 to 31 March 2024.
 |
q2| Q. A copy of the condition survey of 2016.
a2| A. Under section 17 of the Act I must inform you that the Council does not hold this information. The survey was
a2| destroyed in line with the retention schedule in 2023.
 |
q3| Q. The offers received for the building.
e3| A. The offers are exempt under section 33(1)(b) of the Act. Their release would prejudice substantially the
e3| commercial interests of the Council, since the building is still for sale. I accept that the public would like to
e3| know what it may fetch, but a sale at the best price serves the public better.
 |
o | If you are dissatisfied with the way in which the Council has dealt with your request you may require a review
o | within 40 working days. You may then apply to the Scottish Information Commissioner.
""",
    ),
    Shape(
        "trust-cost-with-partial-answer",
        "Pennard Mental Health NHS Foundation Trust",
        "FOI.24.190",
        "2024-05-09",
        ("FOIA s12(1)",),
        """
o | Pennard Mental Health NHS Foundation Trust
o | FOI.24.190
o | 9th May 2024
 |
o | Thank you for your Freedom of Information request received on 11/04/2024.
 |
q1| Please provide the number of patients restrained face down in each of the last five years, and for each the length
q1| of the restraint and the injuries suffered.
 |
- | Trust response:
 |
a1| The table shows the number of incidents in which a patient was held face down.
 |
a1| 2019/20    412
a1| 2020/21    377
a1| 2021/22    290
 |
e1| The length of each and the injuries are kept only in the notes of each patient. The Trust estimates that reading
e1| 1,079 sets of notes at 15 minutes a set would take 270 hours. Section 12(1) of the Act allows us to refuse where
e1| the cost would exceed £450, which is 18 hours.
 |
a1| Should you wish to reduce your request to one ward and one year we may be able to help.
 |
o | Information Governance Department
""",
    ),
    Shape(
        "ministry-one-paragraph-nil",
        "Department for Canals",
        "DC-2023-7731",
        "2023-01-30",
        (),
        """
o | Department for Canals
o | Our reference: DC-2023-7731
o | 30 January 2023
 |
o | Dear Ms Towpath,
 |
o | I am writing in reply to your request of 4 January, which read:
 |
q1| I would like to know how many complaints the Department has had since 1 January 2020 about the behaviour of lock
q1| keepers, and the outcome of each.
 |
a1| The Department has had none. Lock keepers are employed by the navigation authorities, and you may wish to write to
a1| them. Their addresses are at www.gov.uk/example-navigation.
 |
o | If you are unhappy with the result of your request you may ask for an internal review within two months.
 |
o | Yours sincerely,
 |
o | Correspondence Unit
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
)


def measured(shapes: tuple[Shape, ...], folder: Path) -> tuple[dict[str, float], list[str]]:
    """The figures of the shapes, and what was missed."""
    for shape in shapes:
        (folder / f"{shape.name}.txt").write_text(shape.text, encoding="utf-8")
    missed: list[str] = []
    return score(folder, [shape.row() for shape in shapes], missed.append), missed


EVERY = (*SHAPES, *HELD, *MORE, *FRESH)


def test_all_shapes_together(tmp_path: Path) -> None:
    figures, missed = measured(EVERY, tmp_path)
    shown = "\n".join(missed)
    assert figures["lost"] == 0
    assert figures["line_accuracy"] >= 0.98, shown
    assert figures["pairing"] >= 0.97, shown
    assert figures["exemption_f1"] >= 0.98, shown
    for key in ("authority", "reference", "date"):
        assert figures[key] >= 0.96, shown


@pytest.mark.parametrize("shape", EVERY, ids=lambda shape: shape.name)
def test_each_shape(shape: Shape, tmp_path: Path) -> None:
    figures, missed = measured((shape,), tmp_path)
    assert figures["lost"] == 0
    assert figures["line_accuracy"] >= 0.9, "\n".join(missed)
