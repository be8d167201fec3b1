"""Labelled letters: health bodies, universities, schools; see `tests.letters`. All names are invented."""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
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
        "trust-two-column-rows",
        "Larkmere University Hospitals NHS Foundation Trust",
        "FOI-24-0913",
        "2024-08-07",
        ("FOIA s43(2)",),
        """
o | Larkmere University Hospitals NHS Foundation Trust
o | Information Governance Department
o | Trust Headquarters, Mill Road
 |
o | Date: 7th August 2024
o | Ref: FOI-24-0913
 |
o | Dear Applicant
 |
o | RE: Freedom of Information Request – Agency locums
 |
o | Thank you for your request under the Freedom of Information Act, received 11th July 2024. The Trust's response is \
set out in the table below.
 |
-| Question\tTrust Response
-| 1. How many agency locum consultants did the Trust engage in 2023/24?\t61
-| 2. What was the total expenditure on agency locums in 2023/24?\t£4,118,020
-| 3. What hourly rate is paid to the three highest earning agency locums?\tRefused, please see the exemption set \
out below
-| 4. Which framework is used?\tThe Trust uses a national framework.
 |
e0| Section 43(2) – Commercial interests
e0| The Trust considers that release of hourly rates would be likely to prejudice its commercial interests, because \
agencies would know what it has been ready to pay. Section 43 is a qualified exemption and the Trust has weighed the \
public interest. Openness about spending favours release. The need to obtain value for money favours withholding, and \
on balance the Trust finds that the exemption should be maintained.
 |
o | If you are not satisfied with the handling of your request you may ask for an internal review by writing to the \
Head of Information Governance within two months.
 |
o | Yours faithfully
 |
o | Freedom of Information Officer
""",
    ),
    Shape(
        "joint-answer-to-several",
        "Carrick Bay Integrated Care Board",
        "FOI-2024-118",
        "2024-04-04",
        (),
        """
o | NHS Carrick Bay Integrated Care Board
o | FOI-2024-118
o | 4 April 2024
o | Dear Requester
o | Your request for information under the Freedom of Information Act 2000
o | Thank you for your request received on 11 March 2024. You asked us for:
q1| 1. How many adults are waiting for an autism assessment?
q2| 2. What is the longest wait?
q3| 3. Which provider carries out assessments for you?
q4| 4. How much did you pay them in 2022/23?
q5| 5. Do you plan to change provider?
- | Our response
a1| Questions 1 and 2
a1| We do not hold waiting list data. You may wish to ask the provider named below.
a3| Question 3
a3| Bay Community Health CIC.
a4| Questions 4 and 5
a4| £1,280,400 was paid under the contract, which runs to March 2026. No change is planned.
o | If you wish to complain about this response please write to the address above.
o | Yours sincerely
o | FOI Team
""",
    ),
    Shape(
        "scottish-board-with-table",
        "NHS Strathmore",
        "FOI/24/0712",
        "2024-12-03",
        (),
        """
o | NHS Strathmore
o | Corporate Services
o | Date 3 December 2024
o | Our Ref FOI/24/0712
o | Enquiries to Information Governance
 |
o | Freedom of Information Reference: FOI/24/0712
 |
o | I write in response to your request for information in relation to the following.
 |
q1| For each of the last two financial years, please provide the number of falls on wards by hospital, and how many \
led \
to a fracture.
 |
a1| Hospital | 2022/23 falls | 2022/23 fractures | 2023/24 falls | 2023/24 fractures
a1| Strathmore General | 412 | 11 | 398 | 9
a1| Glen Infirmary | 130 | <5 | 141 | 6
a1| Please note that we suppress figures under five under our statistical disclosure policy.
 |
q2| Is there a falls prevention policy? If so, may I have a copy?
 |
a2| Yes. A copy accompanies this letter.
 |
o | I trust this answers your questions. If you are not satisfied with our handling of your request, you have the \
right \
to request a review.
""",
    ),
    Shape(
        "academy-nominal-questions",
        "Beacon Learning Multi-Academy Trust",
        None,
        "2025-06-06",
        (),
        """
o | 6 June 2025
o | Dear Ms Example
o | Freedom of information request
- | You wrote to us on 12 May asking for details of supply teachers. Our reply is as follows.
q1| Number of days covered by supply teachers in 2023/24
a1| 1,105
q2| Total paid to agencies for that cover
a2| £231,940.50
q3| Name of each agency used
a3| Tutors Direct; Classroom Cover Ltd
q4| Any complaints about agencies
a4| Nil
o | Yours sincerely
o | Chief Operating Officer
o | Beacon Learning Multi-Academy Trust
""",
    ),
    Shape(
        "response-to-q-lines",
        "Royal Stannary Hospitals NHS Trust",
        "RFI 4471",
        "2023-08-21",
        ("FOIA s12",),
        """
o | Royal Stannary Hospitals NHS Trust
o | Our Ref: RFI 4471
o | Date: 21/08/2023
o | Dear Sir / Madam,
o | Re: Freedom of Information Request
o | I am writing in response to your FOI request received on 25 July 2023. Please find our response set out below.
q1| Q1 - How many operations were cancelled on the day for non-clinical reasons in 2022/23?
a1| Response to Q1: 803
q2| Q2 - How many of those were because of a lack of theatre staff?
a2| Response to Q2: 122
q3| Q3 - How many of those patients have complained, and on what dates?
e3| Response to Q3: To answer this the Trust would need to match 803 patients with the complaints database by hand. We \
estimate 45 hours, which is over the appropriate limit of 18 hours, and the request is refused under Section 12 of the \
Freedom of Information Act.
q4| Q4 - Name of the theatre scheduling system
a4| Response to Q4: TheatreView
o | Should you have any queries please contact us on the number above.
o | Yours faithfully
o | FOI Lead
""",
    ),
)
