"""Labelled letters: councils; see `tests.letters`. All names are invented."""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
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
        "scottish-council-you-asked",
        "Strathorran Council",
        "101004482213",
        "2024-02-19",
        ("FOISA s12", "FOISA s38(1)(b)"),
        """
o | STRATHORRAN COUNCIL
o | Legal and Democratic Services
o | Council Buildings, Orran PA99 1AA
 |
o | Our Ref: 101004482213
o | Date: 19 February 2024
 |
o | Dear Sir or Madam
 |
o | Freedom of Information (Scotland) Act 2002 – Request for Information
 |
o | I refer to your request for information which was received on 22 January 2024. Your request and our response are \
as follows.
 |
q1| 1. The number of potholes reported to the Council in each of the last three years.
 |
a1| 2021 – 1,204
a1| 2022 – 1,388
a1| 2023 – 1,951
 |
q2| 2. The number of those potholes which had been repaired before, and the dates of the earlier repair.
 |
e2| The Council estimates that to comply with this part of your request would cost more than £600. Each of the 4,543 \
reports would have to be opened and compared with the repair history by hand, at about five minutes a report. Under \
section 12 of the Act the Council is not obliged to comply where the cost would exceed the amount prescribed in the \
Fees Regulations.
 |
q3| 3. The names of the roads inspectors who signed the reports off.
 |
e3| The names of staff below head of service are personal data and are exempt in terms of section 38(1)(b) of the Act. \
Disclosure would contravene the first data protection principle. This exemption is absolute, so the Council does not \
have to consider the public interest.
 |
q4| 4. Any forecast of the number of potholes in 2030.
 |
a4| No forecast has been made. This letter is formal notice under section 17 of the Act that the information is not \
held.
 |
o | Right of Review
o | If you are dissatisfied with the way in which the Council has dealt with your request you may require it to review \
its decision within 40 working days.
o | If you remain dissatisfied you may appeal to the Scottish Information Commissioner, Kinburn Castle, Doubledykes \
Road, St Andrews, under section 47(1) of the Act.
""",
    ),
    Shape(
        "bilingual-head",
        "Cwm Hafren County Council",
        "FOI/1189/24",
        "2024-10-02",
        ("FOIA s31(1)(a)",),
        """
o | Cyngor Sir Cwm Hafren
o | Cwm Hafren County Council
o | Neuadd y Sir / County Hall
 |
o | Dyddiad / Date: 02/10/2024
o | Ein cyf / Our ref: FOI/1189/24
o | Gofynnwch am / Ask for: Rhyddid Gwybodaeth / Freedom of Information
o | Rydym yn croesawu gohebiaeth yn Gymraeg / We welcome correspondence in Welsh
 |
o | Annwyl / Dear Requester
 |
o | Deddf Rhyddid Gwybodaeth 2000 / Freedom of Information Act 2000
 |
o | Thank you for your request of 5 September 2024.
 |
q1| You asked for the number of empty homes in the county that have been empty for more than two years, and their \
addresses.
 |
a1| There are 412 such homes.
 |
e1| We are withholding the addresses under section 31(1)(a) of the Act, since a list of empty homes would be likely to \
prejudice the prevention of crime: empty homes are more often broken into, squatted or set on fire. There is a public \
interest in knowing where homes stand empty, but it is outweighed by the interest in keeping them and their \
neighbours safe.
 |
o | Mae gennych hawl i gwyno / You have the right to complain to the Information Commissioner, 2nd Floor, Churchill \
House, \
Cardiff.
o | Yn gywir / Yours sincerely
o | Swyddog Rhyddid Gwybodaeth / Freedom of Information Officer
""",
    ),
    Shape(
        "regulations-in-every-form",
        "Fenwick and Haddon District Council",
        "EIR 4407",
        "2024-07-11",
        ("EIR r12(4)(d)", "EIR r12(4)(e)", "EIR r12(5)(e)", "EIR r12(3)", "EIR r13"),
        """
o | Fenwick and Haddon District Council
o | Planning Support
 |
o | Dear [name],
 |
o | Environmental Information Regulations 2004 – your ref: HDV/19 – our ref: EIR 4407
 |
o | Date of reply: Thursday 11th July 2024
 |
o | I refer to your request for information about the Haddon Vale development, which we have dealt with under the \
Environmental Information Regulations rather than the Freedom of Information Act.
 |
o | You asked for:
q1| (a) the viability appraisal
q2| (b) emails between officers about it, and the names of the residents who objected by letter
q3| (c) the draft section 106 agreement
 |
a1| (a) A redacted copy is enclosed.
 |
e1| We have redacted build costs under the exception at Reg. 12(5)(e), as they are commercially confidential and \
confidentiality is provided by law to protect a legitimate economic interest.
 |
e2| (b) These are internal communications, which are excepted by regulation 12(4)(e). Names have been withheld under \
Regulations 12(3) and 13.
 |
e3| (c) The section 106 agreement is still being drafted. Material in the course of completion is covered by \
r.12(4)(d). \
We did not need to consider regulation 12(4)(b).
 |
e0| Regulation 12(2) requires a presumption in favour of disclosure, which we have applied. In all the \
circumstances the \
public interest in maintaining each exception outweighs the public interest in disclosure.
 |
o | You may make representations under regulation 11 within 40 working days.
""",
    ),
    Shape(
        "asked-in-passing",
        "Marlhaven City Council",
        "6110482",
        "2023-12-18",
        ("FOIA s14(2)",),
        """
o | Marlhaven City Council
o | Request reference 6110482
o | 18 Dec 2023
 |
o | Dear Jo Example
 |
o | Thank you for your e-mail of 30 November.
 |
q1| You asked how many trees the Council planted in Marlhaven Park in the winter of 2022/23.
a1| The Council planted 215 trees there.
 |
q2| You also asked how many of them had died by the end of the following summer.
a2| Sixty-two were replaced under the contractor's guarantee.
 |
q3| Finally, you asked again for the contract.
e3| As this repeats your request of October, to which we replied on 2 November, we refuse it under s14(2) of the \
Freedom \
of Information Act.
 |
o | If you are not content with this reply please contact the Information Officer, who will arrange a review.
o | Yours sincerely
""",
    ),
    Shape(
        "council-web-log",
        "Brindley Metropolitan Borough Council",
        "F2024-3318",
        "2024-03-05",
        (),
        """
o | Skip to main content
o | Brindley Metropolitan Borough Council
o | Home
o | Freedom of Information disclosure log
o | F2024-3318 Abandoned vehicles
o | Date published: 5 March 2024
o | Reference: F2024-3318
- | Request
q1| How many abandoned vehicles were reported between 1 January and 31 December 2023?
q1| How many were removed and destroyed?
- | Response
a1| 1,922 reports were received.
a1| 341 vehicles were removed, of which 298 were destroyed.
o | Is this page useful?
o | Share this page
o | Accessibility
o | Cookies
""",
    ),
    Shape(
        "licence-holders-letters",
        "Severnside District Council",
        "5582/24",
        "2024-07-01",
        ("FOIA s41", "FOIA s43(2)"),
        """
o | Severnside District Council
o | Your ref:
o | Our ref: 5582/24
o | 1 July 2024
o | Dear Mr Example
o | Leisure contract
o | I refer to your request of 3 June for a copy of the leisure contract and of the contractor's tender.
a0| I attach the contract.
e0| The tender was given to the Council in confidence and the contractor would be able to sue were it released; it is \
exempt under s.41 of the Act. Parts of the schedule of rates have been blacked out under s43 (2) since other operators \
could undercut the contractor when the contract is let again next year. The Council accepts that ratepayers have an \
interest in what they pay, but the total sum is in the contract and the harm to the contractor outweighs what more \
could \
be learnt.
o | Should you wish to take the matter further you may write to the Monitoring Officer.
o | Yours sincerely
o | Head of Leisure
""",
    ),
    Shape(
        "year-tables-under-sub-questions",
        "Isle Norran Council",
        "2024-0667",
        "2024-09-17",
        (),
        """
o | ISLE NORRAN COUNCIL
o | FREEDOM OF INFORMATION (SCOTLAND) ACT 2002
o | REQUEST 2024-0667
o | 17 September 2024
q1| 1. Please state, for each of the years shown, the number of (a) ferry sailings cancelled
a1| 2021 102
a1| 2022 88
a1| 2023 131
q2| (b) ferry sailings more than 30 minutes late
a2| 2021 40
a2| 2022 47
a2| 2023 Not yet available
q3| 2. Please provide any assessment of the reasons
a3| The Council has made no such assessment and so does not hold the information (section 17 of the Act).
o | If you are not satisfied you may within 40 working days ask the Council to review this decision, and then apply to \
the Scottish Information Commissioner for a decision.
""",
    ),
    Shape(
        "conditions-counted-lines-and-a-case-by-its-number",
        "Northmarsh Borough Council",
        "FOI 20431",
        "2024-03-05",
        ("FOIA s31(1)(a)",),
        """
o | Northmarsh Borough Council
o | Our reference: FOI 20431
o | 5 March 2024
 |
o | Dear Requester
 |
q1| 1) Is permission required? if the cottage is not let
q1| under that licence?
a1| If a change of licence has occurred permission is required.
q2| 2) How many former sailors were on the moorings list?
a2| Number of main applicants showing a date of leaving the service: 28. Number
a2| of joint applicants showing a date of leaving the service: 17.
q3| 3) In addition, please can you state whether or not the records of these
q3| moorings are available online.
a3| No
q4| 4) A list of the addresses of empty moorings.
e4| In case EA/2019/0123; Northmarsh Borough Council v Information Commissioner,
e4| the First-tier Tribunal upheld the appeal against decision notice FS50699999.
e4| The Council therefore maintains that the list is exempt under section 31(1)(a)
e4| of the Freedom of Information Act 2000.
 |
o | If you are dissatisfied you may ask for an internal review within 40 working days.
o | Yours sincerely
o | Information Governance
""",
    ),
)
