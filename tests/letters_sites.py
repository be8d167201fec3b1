"""Labelled pages: disclosure logs, release pages and request threads; see `tests.letters`. All names are invented."""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
    Shape(
        "log-council-you-asked",
        "Hallowmere Borough Council",
        "HBC-2023-00714",
        "2023-11-16",
        (),
        """
o | Skip to main content
o | We use cookies to make this site work. Accept all | Reject all | Change settings
o | Hallowmere Borough Council
o | Home > Your council > Freedom of information > Disclosure log
 |
o | Fly-tipping fines and cameras
 |
o | Reference: HBC-2023-00714
o | Date received: 20 October 2023
o | Date responded: 16 November 2023
o | Service: Waste and Street Scene
- | Outcome: Disclosed in full
 |
- | You asked
q1| How many fixed penalty notices has the council issued for fly-tipping in each of the last three financial years?
q2| How many of these were paid?
q3| Does the council use covert cameras to catch fly-tippers and if so how many does it own?
 |
- | Our response
a1| The number of notices issued was:
a1| 2020/21 – 61
a1| 2021/22 – 118
a1| 2022/23 – 97
 |
a2| Of the 276 notices, 203 were paid. 31 were cancelled and the rest went to court or are still outstanding.
 |
a3| Yes. The council owns six cameras which are moved between sites. None of them records sound.
 |
o | Was this page helpful? Yes No
o | Report a problem with this page
o | Share this page: Facebook Twitter Email
 |
o | Contact the council
o | Accessibility | Privacy | Cookies | Site map
o | © 2023 Hallowmere Borough Council
""",
    ),
    Shape(
        "log-police-ncnd-page",
        "Westmarch Constabulary",
        "FOI/5582/24",
        "2024-05-21",
        ("FOIA s23(5)", "FOIA s24(2)", "FOIA s31(3)"),
        """
o | Quickly exit this site
o | Westmarch Constabulary
o | Menu
o | Report | Tell us about | Apply or register | Advice and information | Your area
 |
o | Home / About us / Access to information / FOI disclosure log
o | May 2024 - Facial recognition
 |
o | Published on: 28 May 2024
o | Response date: 21/05/2024
o | Reference number FOI/5582/24
 |
- | Request:
q1| 1. Does your force hold any licence for retrospective facial recognition software? If yes, which?
q2| 2. Has the force made use of live facial recognition covertly since 1 January 2022?
q3| 3. How many members of staff have been trained in the use of the software at (1)?
 |
- | Response:
a1| 1. Yes. The force uses the facility provided with the Police National Database and holds no other licence.
 |
e2| 2. Westmarch Constabulary neither confirms nor denies that it holds information relevant to this part of your
e2| request, as the duty in section 1(1)(a) of the Act does not apply by virtue of the following exemptions:
e2| Section 23(5) – Information relating to security bodies
e2| Section 24(2) – National security
e2| Section 31(3) – Law enforcement
e2| Harm in confirming or denying that information is held
e2| To state whether covert use has been made of the technology would tell those intent on serious crime whether they
e2| were likely to have been observed, and they would change the places they meet.
e2| Factors favouring confirming or denying
e2| The public would be better informed about how money is spent and how their privacy is respected.
e2| Factors against
e2| Law enforcement would be compromised and more offenders would go undetected.
e2| Balance test
e2| Public safety is of paramount importance. On this occasion the balance lies in neither confirming nor denying.
e2| This should not be taken as an indication that any such information does or does not exist.
 |
a3| 3. Twelve.
 |
o | Downloads
o | There are no attachments to this response.
 |
o | Back to the disclosure log
o | Follow us on X, Instagram, YouTube
o | © Westmarch Constabulary. All rights reserved.
""",
    ),
    Shape(
        "thread-council-library",
        "Sallowby City Council",
        "RFI/30961",
        "2022-02-18",
        ("FOIA s43(2)",),
        """
o | Library self-service kiosks
o | Harriet Moss made this Freedom of Information request to Sallowby City Council
- | The request was partially successful.
 |
o | From: Harriet Moss
o | 21 January 2022
o | Dear Sallowby City Council,
o | Please could you tell me the following about the self-service machines in your libraries:
q1| 1) how many machines there are and in which branches
q2| 2) who supplies and maintains them
q3| 3) the annual cost of the maintenance contract
q4| 4) the number of hours the machines were out of order in 2021
o | Yours faithfully,
o | Harriet Moss
o | Link to this | Report
 |
o | From: Information Requests
o | Sallowby City Council
o | 24 January 2022
o | Dear Ms Moss
o | We acknowledge receipt of your request, which has been given the reference RFI/30961. You will have an answer
o | on or before 18 February 2022.
o | Link to this | Report
 |
o | From: Information Requests
o | Sallowby City Council
o | 18 February 2022
o | Dear Ms Moss
o | RFI/30961 - Library kiosks
o | Further to your request, our answers are given below in the order of your questions.
a1| 1) There are nineteen: Central 8, Northgate 4, Pinfold 3, Saltergate 2, Wharf Lane 2.
a2| 2) Both are done by Bookwise Terminals Ltd.
e3| 3) This is withheld under section 43(2) because to reveal what we pay now would prejudice our position in the
e3| tender that opens this summer. While there is a public interest in how money is spent, it is met by the
e3| publication of payments over £500 and is outweighed by the need to get the best price for local people.
a4| 4) This is not recorded. Staff restart the machines themselves and only report those that they can't restart.
o | You may ask for an internal review within forty working days.
o | Regards
o | Information Requests
o | Link to this | Report
 |
o | We don't know whether the most recent response to this request contains information or not.
o | If you are Harriet Moss please sign in and let everyone know.
""",
    ),
    Shape(
        "nhs-log-list",
        "Fenwater Hospitals NHS Foundation Trust",
        None,
        None,
        ("FOIA s12", "FOIA s21"),
        """
o | Fenwater Hospitals NHS Foundation Trust
o | Home  Our services  Patients and visitors  Working here  About us
o | About us › Freedom of Information › Disclosure log › September 2024
 |
o | Disclosure log: September 2024
o | On this page we publish a selection of requests that the Trust has answered. Names are removed.
 |
o | FOI 24-611 Agency radiographers
q1| Request: Total spend on agency radiographers in 2023-24, and the highest hourly rate paid.
a1| Response: £1,204,377. The highest rate was £71.40 per hour, paid for a bank holiday.
o | Closed: 03/09/2024
 |
o | FOI 24-619 Hospital menus
q2| Request: Please supply the current patient menu for each ward and the allergen matrix.
e2| Response: Section 21 – the information is already available at www.fenwaterhospitals.example.nhs.uk/menus
o | Closed: 05/09/2024
 |
o | FOI 24-622 Lost property
q3| Request: A list of every item handed in as lost property since 2019 with the ward and date
e3| Response: Refused under section 12. Items are written in a book on each of 46 wards, and to copy out and type five
e3| years of entries would take some 140 hours.
 |
o | FOI 24-630 Parking
q4| Request: How many staff permits were issued in 2023/24? How many spaces are there for staff?
a4| Response: 4,118 permits; 1,930 spaces.
o | Closed: 17/09/2024
 |
o | FOI 24-634 Robotic surgery
q5| Request: Number of robotic assisted prostatectomies, by month, since the system was installed
a5| Response: See attached spreadsheet.
o | 24-634.xlsx (14 KB)
o | Closed: 19/09/2024
 |
o | If you would like a copy of any response that is not shown in full, e-mail the FOI Office.
o | Previous: August 2024     Next: October 2024
o | Page last reviewed: 4 October 2024
""",
    ),
    Shape(
        "fire-page-restated",
        "Dunmarsh and Holt Fire and Rescue Service",
        "DH/FOI/0187",
        "2021-08-04",
        ("FOIA s40(2)",),
        """
o | Dunmarsh and Holt Fire and Rescue Service
o | In an emergency dial 999
o | Your safety | Careers | News | About us
 |
o | FOI DH/FOI/0187 – Wholetime recruitment
o | Date of response: 4 August 2021
o | Subject: Human resources
 |
o | What was requested and what we said
 |
q1| How many people applied in your most recent wholetime recruitment campaign?
a1| 1,366
 |
q2| How many of the applicants were women?
a2| 211 (15.4%). A further 38 people preferred not to say.
 |
q3| How many were appointed?
a3| 24. Twenty began training in May and four have been deferred.
 |
q4| Please give the ethnicity of those appointed, together with the station to which each has been posted.
a4| Twenty of those appointed described themselves as White British.
e4| We will not give the ethnicity of the remaining four by station as that would enable colleagues to tell who they
e4| are. This is their personal data, and to disclose it would breach the first data protection principle. It is
e4| therefore exempt under section 40(2) of the Freedom of Information Act. The exemption is absolute.
 |
q5| What was the cost of the campaign?
a5| £18,940, of which £11,000 was advertising. Officers' time isn't costed.
 |
o | Related pages
o | Publication scheme
o | Make a request
o | Gender pay gap
 |
o | Print this page
o | Last updated: 11 August 2021
""",
    ),
    Shape(
        "university-release-page",
        "University of Castleford Moor",
        "F0923-118",
        "2023-10-12",
        ("FOIA s43(2)", "FOIA s41(1)"),
        """
o | University of Castleford Moor
o | Study   Research   Business   Alumni   Governance
o | Governance / Information compliance / FOI responses / 2023
 |
o | Online proctoring
 |
o | Ref: F0923-118
o | Received 14 September 2023. Answered 12 October 2023.
 |
- | Full text of request
o | Good afternoon, under the FOIA I am seeking the following for the academic years 2020-21, 2021-22 and 2022-23.
q1| a. The number of examinations that were remotely proctored by software.
q2| b. The name of the company or companies used.
q3| c. A copy of each contract.
q4| d. The number of students whose sessions were flagged, and of those the number found to have cheated.
 |
- | University's response
a1| a. 2020-21: 402; 2021-22: 266; 2022-23: 31.
 |
a2| b. Vigil Exams (until July 2022) and Clearsight Assessment.
 |
e3| c. The University is withholding the contracts. Section 43(2) applies since they contain the suppliers' pricing
e3| model, licence tiers and technical specification, which a competitor could use to undercut them. Section 41(1)
e3| also applies, as the schedules were supplied to us in confidence and the suppliers could bring an action for breach.
e3| In relation to section 43(2) we considered the public interest. There is an interest in students knowing how
e3| they are watched, but this is served by the privacy notice. We find that the balance favours withholding.
 |
a4| d. Flagged sessions are reviewed by departments and no central record is kept. The Academic Integrity Office does
a4| hold the number of cases referred to it following a flag, which may be of interest: 58, 40 and 3 in each year.
 |
o | To ask a question about this response contact the Information Compliance Officer.
o | This page is part of the University's FOI archive. Some responses have been edited to remove personal data.
 |
o | Accessibility statement · Modern slavery statement · Charity registered in England
""",
    ),
    Shape(
        "regulator-release-statutory-bar",
        "Office for Lettings Standards",
        "IR-2024-0093",
        "2024-02-27",
        ("FOIA s44(1)(a)", "FOIA s31(1)(g)"),
        """
o | Office for Lettings Standards
o | Search this site
o | Consumers / Agents / Enforcement / Publications / About
o | You are here: About > Information requests > Responses to requests
 |
o | IR-2024-0093 Complaints about Bramble & Oak Lettings
 |
o | Date: 27 February 2024
o | Type of request: FOIA
- | Decision: Part release
 |
- | The information you requested
o | On 30 January you asked us about Bramble & Oak Lettings, an agent we supervise. In particular:
q1| - the number of complaints we have received about the firm since 2020
q2| - whether the firm is or has been under investigation
q3| - all correspondence between us and the firm about its client money account
 |
- | What we can tell you
a1| We have received 44 complaints about the firm since 1 January 2020. Complaints are not evidence of wrongdoing.
a2| A formal investigation was opened in June 2022 and closed in March 2023 with no further action.
 |
- | What we cannot tell you
e3| We hold correspondence about the client money account. It was obtained under our powers in section 18 of the
e3| Lettings (Supervision) Act 2011. Section 26 of that Act makes it an offence to disclose information so obtained
e3| without the consent of the person who provided it, and we do not have that consent. It is therefore exempt under
e3| section 44(1)(a) of FOIA.
e3| Notes made by our supervisors are exempt under section 31(1)(g), as their disclosure would be likely to prejudice
e3| our functions of ascertaining whether any person has failed to comply with the law. Firms speak to us freely
e3| because they trust us to be discreet. We recognise the interest in an open regulator but consider that
e3| an effective one matters more.
 |
o | Reviews
o | If you think we've got this wrong, ask for a review by writing to our General Counsel within two months.
 |
o | Subscribe to our newsletter
o | Follow us on LinkedIn
""",
    ),
    Shape(
        "department-foi-release",
        "Department for Rivers and Harbours",
        "FOI2022/03317",
        "2022-12-09",
        (),
        """
o | Cookies on this service
o | We use some essential cookies to make this website work.
o | Accept additional cookies  Reject additional cookies  View cookies
 |
o | Home
o | Transport
o | Ports and harbours
 |
o | FOI release
o | Harbour dredging licences: FOI release
o | From: Department for Rivers and Harbours
o | Published 15 December 2022
 |
o | Contents
o | 1. Request
o | 2. Response
 |
o | Reference: FOI2022/03317
o | Date of release: 9 December 2022
 |
- | 1. Request
q1| Could you please provide the number of dredging licences applied for, granted and refused in each calendar year
q1| from 2017 to 2021?
q2| Could you also say how long on average it took to decide an application in 2021?
 |
- | 2. Response
a1| The Department holds the information you have asked for, and it is in Table 1.
a1| Table 1: Dredging licences
a1| Year Applied Granted Refused
a1| 2017 84 79 5
a1| 2018 91 83 6
a1| 2019 77 70 7
a1| 2020 52 50 1
a1| 2021 88 80 4
a1| Applications withdrawn or undecided at year end are counted in the first column only.
 |
a2| The average time from receipt to decision in 2021 was 63 working days.
 |
o | Back to top
o | Is this page useful?
o | Maybe  Yes this page is useful  No this page is not useful
o | Help  Privacy  Cookies  Contact  Terms and conditions
o | All content is available under the Open Government Licence v3.0, except where otherwise stated
""",
    ),
    Shape(
        "scottish-directorate-page",
        "Scottish Harvests Agency",
        "202300361184",
        "2023-08-03",
        ("FOISA s38(1)(b)", "FOISA s30(b)(i)", "FOISA s30(b)(ii)"),
        """
o | Scottish Harvests Agency
o | Topics | Publications | Statistics and research | News | Blogs
 |
o | Publication - FOI/EIR release
o | Meetings with growers' representatives: FOI release
o | Published 21 August 2023
o | Directorate: Crops and Soils
o | FOI reference: 202300361184
o | Date received: 7 July 2023
o | Date responded: 3 August 2023
 |
o | Information request and response under the Freedom of Information (Scotland) Act 2002.
 |
- | Information requested
q1| Minutes or notes of all meetings between the Chief Executive and the Raspberry Growers' Council since 1 May 2022.
q2| The total spent on hospitality at those meetings.
 |
- | Response
a1| I enclose a copy of most of the information you requested: the notes of the meetings of 12 May and 3 November
a1| 2022 and of 9 February 2023.
 |
e1| An exemption under section 38(1)(b) (personal information) of FOISA applies to the names of junior officials and
e1| of some of the growers. This exemption is not subject to the 'public interest test', so we are not required to
e1| consider if the public interest in disclosing the information outweighs the public interest in applying it.
e1| Exemptions under section 30(b)(i) and section 30(b)(ii) of FOISA (free and frank provision of advice and exchange
e1| of views) apply to two paragraphs of the note of 3 November. Officials need to be able to weigh options about the
e1| subsidy scheme with stakeholders before Ministers take a settled view.
e1| We have found that, on balance, the public interest lies in favour of upholding the exemptions.
 |
a2| The amount spent on hospitality was £46.15, on tea and scones.
 |
o | About FOI
o | The Scottish Harvests Agency is committed to publishing all information released in response to Freedom of
o | Information requests. View all FOI responses.
 |
o | Attachments
o | FOI 202300361184 - Information released - Annex.pdf 9 page PDF 611.4 kB
 |
o | Contact
o | Please quote the FOI reference
o | Central Correspondence Unit
""",
    ),
    Shape(
        "thread-police-narrowed",
        "Calderbeck Police",
        "CBP/1140/2025",
        "2025-06-30",
        ("FOIA s12(1)",),
        """
o | Dogs seized under the Dangerous Dogs Act
o | Follow  Actions  View only
o | Requested from Calderbeck Police by O. Fairweather
 |
o | O. Fairweather 2 May 2025
o | Delivered
o | Dear Calderbeck Police,
o | I'm writing a dissertation and hope you can help me with these:
q1| For each of the last ten years, how many dogs were seized, of what breed, why, from which ward, what became of
q1| each and what did its kennelling cost?
o | Yours faithfully,
o | O. Fairweather
 |
o | Calderbeck Police 2 May 2025
o | AUTOMATIC REPLY - PLEASE DO NOT RESPOND. Thank you for contacting the Information Rights Unit. This mailbox is
o | monitored from Monday to Friday between 8 and 4.
 |
o | Calderbeck Police 29 May 2025
o | 1 Attachment: 1140 response.docx  26K Download  View as HTML
o | Good morning
e1| Having made enquiries I must tell you that to comply with this request would exceed the cost limit and that the
e1| force is refusing it under section 12(1). Wards, kennel invoices and disposals are not on the crime system, so
e1| that over 900 paper files would have to be opened. At 20 minutes for each that would take 300 hours.
a1| By way of advice and assistance, if you limit your request to the number and breed of dogs seized in the last
a1| three years then it's likely that we can comply within the limit.
o | Kind regards
o | Information Rights Unit
 |
o | O. Fairweather 30 May 2025
o | Dear Calderbeck Police,
o | Thank you, that is very helpful. My narrower request is:
q2| How many dogs did you seize in 2022, 2023 and 2024, by breed?
o | Yours faithfully,
o | O. Fairweather
 |
o | Calderbeck Police 30 June 2025
o | Our ref CBP/1140/2025
o | Good morning
a2| The figures below are taken from the dog legislation officer's own spreadsheet.
a2| XL Bully type: 0, 2, 61
a2| Pit bull type: 14, 11, 9
a2| All other breeds: 20, 26, 23
o | Please quote the above reference if you write to us again.
o | Kind regards
o | Information Rights Unit
""",
    ),
    Shape(
        "council-log-cards",
        "Eastry & Wickham District Council",
        None,
        None,
        ("FOIA s40(2)", "FOIA s31(1)(a)"),
        """
o | Eastry & Wickham District Council
o | Pay | Apply | Report | Search
o | Freedom of Information disclosure log
o | Showing 1 to 5 of 2,204 results
o | Sort by: Newest first
o | Filter by service: All services
 |
o | EW/9918
o | Housing
o | Answered 11 Mar 2025
q1| How many council homes were sold under Right to Buy in 2023/24 and what was the total discount?
a1| 37 homes were sold and the total discount was £1,914,000.
o | Read more
 |
o | EW/9921
o | Revenues
o | Answered 11 Mar 2025
q2| Please send me a list of all empty business premises with full address and rateable value.
e2| We consider that the addresses are exempt under section 31(1)(a) because a list of empty buildings would be of
e2| use to squatters and thieves. The public interest in bringing premises back into use doesn't outweigh that risk.
o | Read more
 |
o | EW/9922
o | Environmental Health
o | Answered 12 Mar 2025
q3| Number of public health funerals since 2020, with names and dates of death
a3| 2020: 9. 2021: 7. 2022: 11. 2023: 6. 2024: 10.
e3| The names of those who have died in the last six months are exempt under section 40(2) as they'd identify living
e3| relatives.
o | Read more
 |
o | EW/9925
o | Planning
o | Answered 14 Mar 2025
q4| Who decided to fell the lime trees outside the Corn Hall and when?
a4| The Council did not fell them. They belong to the Corn Hall Trust.
o | Read more
 |
o | EW/9930
o | ICT
o | Answered 14 Mar 2025
q5| What telephone system do you have, and when does the contract end?
a5| Parrot Cloud Voice. 31 August 2027.
o | Read more
 |
o | 1 2 3 4 5 ... 441 Next
o | Didn't find what you need? Make a new request
""",
    ),
    Shape(
        "welsh-health-board-page",
        "Dyffryn Teifi University Health Board",
        "FOI/24/H/208",
        "2024-07-19",
        (),
        """
o | Bwrdd Iechyd Prifysgol Dyffryn Teifi
o | Dyffryn Teifi University Health Board
o | Cymraeg
o | Hafan / Home   Gwasanaethau / Services   Newyddion / News
 |
o | Rhyddid Gwybodaeth / Freedom of Information
o | FOI/24/H/208 - Dental waiting lists
o | Ymateb / Response: 19 Gorffennaf 2024 / 19 July 2024
 |
o | Mae'r ymateb hwn ar gael yn Gymraeg ar gais. This response is available in Welsh upon request.
 |
q1| 1. How many children under 16 were waiting for a general anaesthetic for a tooth extraction on 31 March 2024?
q2| 2. What was the longest wait?
q3| 3. How many NHS dental practices in the Health Board's area are taking on new adult patients?
q4| 4. How much was clawed back from practices for under-performance in 2022/23?
 |
o | The Health Board's answers follow.
 |
a1| 1. 412.
a2| 2. One hundred and nine weeks.
a3| 3. Please note that the Health Board does not hold a live record. At the last survey, in January 2024, three.
a4| 4. £2.31 million from 26 practices.
 |
o | If you feel that your request was not answered properly you may contact the Board Secretary.
 |
o | Dilynwch ni / Follow us
o | Hygyrchedd / Accessibility
o | Hawlfraint © 2024
""",
    ),
    Shape(
        "thread-university-review",
        "Marlpit University",
        "2021-FOI-077",
        "2021-04-13",
        ("FOIA s22(1)",),
        """
o | Consultants' report into the closure of the chemistry department
o | Classification: Refused
 |
o | Thomas Eccles, 15 March 2021
o | Dear Marlpit University,
q1| Please send me the report by Larch Partners into the future of the chemistry department, which I believe the
q1| Council received in February. I should also like to have any covering paper that went to Council with it.
o | I look forward to hearing from you within the statutory period.
o | Yours faithfully,
o | Thomas Eccles
 |
o | Marlpit University, 16 March 2021
o | Dear Thomas
o | Thank you for your email. This is an acknowledgement only: your request is being dealt with under the Freedom of
o | Information Act 2000 and you'll have our reply by 14 April.
o | Best wishes,
o | Records Office
 |
o | Marlpit University, 13 April 2021
o | Dear Thomas
o | Your reference 2021-FOI-077
a1| I can confirm that the University holds the report. There was no covering paper.
e1| The report is exempt under section 22(1), as it is intended for future publication. At the time of your request
e1| Council had already resolved to publish it after the consultation with staff, in July. It is reasonable to wait
e1| since staff ought to hear first what it means for them. I have weighed the public interest in early debate
e1| against that and decided in favour of maintaining the exemption.
o | Best wishes,
o | Records Office
 |
o | Thomas Eccles, 14 April 2021
o | Dear Marlpit University,
o | Please pass this on to the person who conducts Freedom of Information reviews.
o | I am writing to request an internal review of Marlpit University's handling of my FOI request.
- | Council minutes do not mention any resolution to publish.
o | Yours faithfully,
o | Thomas Eccles
 |
o | Marlpit University, 12 May 2021
o | Dear Mr Eccles
o | I have now carried out the internal review that you asked for on 14 April.
e1| The resolution is recorded in the reserved minutes, which I've seen. I am satisfied that a settled intention to
e1| publish existed on 15 March and that section 22(1) was correctly relied on. I do not uphold your complaint.
o | If you are not content you may now apply to the Information Commissioner, Wycliffe House, Wilmslow.
o | Yours sincerely
o | Dr R Penhale, University Secretary
""",
    ),
    Shape(
        "eir-agency-release",
        "Catchment and Coast Agency",
        "CCA-EIR-4471",
        "2024-10-01",
        ("EIR r12(4)(b)", "EIR r12(5)(b)"),
        """
o | Catchment and Coast Agency
o | Flood warnings: none in force
o | Home | Flooding | Fishing | Permits | Open data
 |
o | Environmental information release register
 |
o | Register entry      CCA-EIR-4471
o | Title               Sewage pollution at Penny Weir
o | Legislation         Environmental Information Regulations 2004
o | Date replied        1 October 2024
- | Result              Some withheld
 |
- | Request summary
q1| (1) All water quality samples taken within 2 km of Penny Weir since January 2022
q2| (2) All e-mails of any kind that mention Penny Weir
q3| (3) The investigation file for the incident of 9 August 2023
 |
- | Response summary
a1| (1) Disclosed. The 318 sample results may be downloaded below. Results marked < are under the detection limit.
 |
e2| (2) Refused under regulation 12(4)(b), manifestly unreasonable. A search of mailboxes returned 21,640 messages,
e2| and to read each for one minute would occupy an officer for ten weeks. The Agency looked at the public interest
e2| and saw a strong one in pollution of the river, but thought the diversion of staff from incidents to be greater.
a2| We suggest that the requester names a team and a period of no more than three months.
 |
e3| (3) Refused under regulation 12(5)(b), the course of justice. The file is with our prosecutors and a decision on
e3| charges is awaited. A fair trial would be put at risk by publication. Despite the presumption in favour of
e3| disclosure, the public interest is in maintaining the exception until proceedings end.
 |
o | Documents
o | PennyWeir_samples.csv     CSV, 96 KB
o | CCA-EIR-4471 reply.pdf    PDF, 204 KB
 |
o | Entries older than six years are removed from the register.
""",
    ),
    Shape(
        "icb-two-column-table",
        "NHS Brackenshire Integrated Care Board",
        "ICB-FOI-2502-19",
        "2025-03-06",
        ("FOIA s21(1)",),
        """
o | NHS
o | Brackenshire Integrated Care Board
o | Search  |  Menu
o | Home » Get in touch » Freedom of Information » Responses » ADHD assessments and shared care
 |
o | ADHD assessments and shared care
o | Reference | ICB-FOI-2502-19
o | Received | 10 February 2025
o | Sent | 6 March 2025
o | Topic | Mental health
 |
- | Question | Response
q1| 1 | How many adults in your area are waiting for an ADHD assessment?
a1|  | 7,406 at the end of January 2025 across both NHS providers. Right to Choose providers do not report to us.
q2| 2 | What is the average wait, in weeks?
a2|  | 131
q3| 3 | Has the ICB capped the number of assessments that it will pay for in 2025/26?
a3|  | No decision has been taken.
q4| 4 | How many GP practices have withdrawn from shared care agreements?
a4|  | The ICB does not hold this. Practices are not obliged to tell us. You may wish to ask each practice.
q5| 5 | Please send the current service specification
e5|  | Exempt – section 21(1). It is published with our Board papers of November 2024.
q6| 6 | Spend on independent providers of assessments: 2022/23, 2023/24
a6|  | £388,115; £2,940,672
 |
o | How satisfied are you with this page?
o | Very satisfied / Satisfied / Neither / Dissatisfied
o | Last reviewed 7 March 2025. Next review due 7 March 2026.
o | Complaints about FOI
o | Modern slavery
o | Freedom to speak up
""",
    ),
    Shape(
        "scottish-police-notices",
        "Kinlossie and Strathorran Police Board",
        "25-0462",
        "2025-02-14",
        ("FOISA s12(1)",),
        """
o | Kinlossie and Strathorran Police Board
o | Accessibility  Contact us  Gàidhlig
 |
o | Access to information > Disclosure log > 2025
o | Summary details
o | FOI reference: 25-0462
o | Responded to: 14th February 2025
 |
o | Your recent request for information is replicated below, together with our response.
 |
q1| Can you tell me how many officers hold a second job?
a1| I can advise that 318 business interests were approved and in force on 31 January 2025. One officer may have more
a1| than one.
 |
q2| How many applications to hold a second job were rejected in 2024 and why?
a2| Four. In each case it was thought that the work could call the officer's impartiality into question.
 |
q3| For all officers with a second job, how many days' sickness did each take from police duty during the last 5 years?
e3| Unfortunately, I estimate that it would cost well in excess of the current FOI cost threshold of £600 to process
e3| your request. I am therefore refusing to provide the information sought in terms of section 12(1) of the Act -
e3| Excessive Cost of Compliance.
e3| By way of explanation, business interests are kept on paper in divisions, and each file would have to be found
e3| and matched to the personnel system.
 |
q4| Has any second job been found to be with an organised crime group?
a4| The information sought is not held by the Board and section 17 of the Act therefore applies. We have no marker
a4| for such a thing.
 |
o | If you require any further assistance please contact us quoting the reference above.
o | You can request a review of this response within the next 40 working days by email or by letter.
o | If you remain dissatisfied following the outcome of that review, you can appeal to the Scottish Information
o | Commissioner within 6 months.
 |
o | Every effort has been taken to ensure our response is as accessible as possible.
""",
    ),
    Shape(
        "combined-authority-page",
        "Tarnside Combined Authority",
        "TCA-24-0057",
        "2024-06-14",
        ("FOIA s22", "FOIA s42"),
        """
o | Tarnside Combined Authority
o | Bus | Tram | Skills | Housing | Mayor
o | ≡ Menu
o | Information requests
o | TCA-24-0057: Bus franchising
o | 14 June 2024
o | Tags: transport, buses, franchising
o | 3 minute read
 |
- | THE REQUEST
o | "I would like to make a request for the following:
q1| i. The total cost to date of preparing for bus franchising, split between consultants and staff
q2| ii. The legal advice given to the Mayor on the timetable
q3| iii. The audit report of the assessment
q4| iv. How many responses there were to the consultation, and the percentage in favour
q5| v. as (iv), but for responses by organisations only"
 |
- | THE REPLY
a1| i. £6.82m: consultants £4.9m, staff £1.92m. This is to the end of May 2024.
 |
e2| ii. This is covered by legal professional privilege and exempt under section 42. There is an inbuilt public interest
e2| in clients being able to talk frankly to their lawyers. We acknowledge that large sums of public money are
e2| involved and that feelings run high. Even so we find no reason strong enough to set the privilege aside.
 |
e3| iii. The audit report will be published with the agenda for the July meeting. Section 22 applies; and we think it
e3| fair to all that everyone should see it at the same time.
 |
a4| iv. 5,551 responses, 72% in favour.
a5| v. 143 responses, 58% in favour. Bus companies were 21 of these.
 |
o | Related posts
o | TCA-24-0041: Tram delays
o | TCA-24-0066: Ticket machines
o | TCA-24-0070: Mayor's diary
 |
o | Sign up for e-mail alerts
o | Tarnside House, Quayside
""",
    ),
    Shape(
        "thread-clarification",
        "Norring County Council",
        "CAS-771023-Z4",
        "2023-09-22",
        (),
        """
o | Potholes: compensation claims
o | A Freedom of Information request to Norring County Council by Bryn Ellesmere
o | Successful.
 |
o | Bryn Ellesmere
o | 7 August 2023
o | To whom it may concern
q1| I'd like to know what you have paid out for potholes.
o | Thanks
o | B Ellesmere
 |
o | Norring County Council
o | 15 August 2023
o | Our reference: CAS-771023-Z4
o | Dear Bryn Ellesmere
o | Thank you for your request. In order that we can deal with it we need you to clarify:
- | Do you mean the cost of repairs or compensation? For vehicles only, or injuries too? Over what period?
o | We will put your request on hold until we hear from you. If we don't within 3 months it will be closed.
o | Yours sincerely
o | Customer Relations
 |
o | Bryn Ellesmere
o | 16 August 2023
o | Dear Customer Relations
o | Sorry for not being clear.
q2| I mean compensation for damage to vehicles, for 2019 to 2022. How many claims were made each year, how many
q2| were settled and what was the total paid?
q3| And what's the largest single payment?
o | Thanks
o | B Ellesmere
 |
o | Norring County Council
o | 22 September 2023
o | 2 Attachments
o | image001.png 4K Download
o | Response CAS-771023-Z4.pdf 118K Download  View as HTML
o | Dear Bryn Ellesmere
o | Further to your clarification, please accept our apologies for the delay. The Council's response is as follows.
a2| Year: claims / settled / paid
a2| 2019: 611 / 140 / £48,220.15
a2| 2020: 455 / 91 / £30,007.60
a2| 2021: 702 / 163 / £61,944.00
a2| 2022: 688 / 121 / £44,180.92
a2| Claims may be settled in a later year than that in which they were made.
a3| The largest payment in the period was £3,915.
o | We now consider this matter closed.
o | Yours sincerely
o | Customer Relations
 |
o | Bryn Ellesmere
o | 22 September 2023
o | Brilliant, thank you.
 |
o | Things to do with this request
o | Anyone: Add an annotation
o | Norring County Council only: Respond to request
""",
    ),
    Shape(
        "museum-release-not-held",
        "National Museum of Rural Crafts",
        "NMRC 2019/022",
        "2019-05-02",
        (),
        """
o | National Museum of Rural Crafts
o | Visit  What's on  Collections  Learn  Shop  Support us
o | Open today 10am – 5pm. Admission free.
 |
o | Home / About us / Freedom of Information / Previous requests
 |
o | Deaccessioned objects
o | NMRC 2019/022
o | Sent 2 May 2019
 |
- | Enquiry
q1| I understand that a number of ploughs were sold from the collection in the 1990s. Can you tell me how many, to
q1| whom and for how much?
q2| Is there a list of objects which have gone missing since 2000?
 |
- | Reply
a1| After a search of the object files and the Trustees' minutes we do not hold any information about a sale of
a1| ploughs. Eleven were transferred to the Vale Farm Trust in 1994, without payment; it may be these of
a1| which you have heard.
 |
a2| Yes, and you will find it under this page. Fourteen objects have not been located at the last two audits; none is
a2| of a value above £500. Two that were on earlier lists have since turned up in a mislabelled crate.
 |
o | Missing objects 2000-2019 [PDF 88KB]
o | Alternative format on request
 |
o | Explore more
o | Baskets and hurdles
o | The smithy
o | Venue hire
o | Press office
o | Sign up to our e-newsletter and never miss a thing
""",
    ),
    Shape(
        "thread-vexatious",
        "Upper Wendle Town Council",
        "UWTC-F-61",
        "2020-12-03",
        ("FOIA s14(1)",),
        """
o | Christmas lights and the Clerk's overtime
o | Unsuccessful.
 |
o | D. Whitlock     8 November 2020
o | Dear Upper Wendle Town Council,
o | Under the Freedom of Information Act please provide:
q1| 1. All quotations received for this year's Christmas lights.
q2| 2. Every timesheet submitted by the Clerk since her appointment.
q3| 3. The recording of the meeting of 2 November, with an explanation of why I was asked to leave it.
q4| 4. The name of the member who has been feeding the Town Hall cat.
o | Yours faithfully,
o | D. Whitlock
o | (Resident and ratepayer)
 |
o | Upper Wendle Town Council     3 December 2020
o | Dear Mr Whitlock
o | UWTC-F-61
o | Thank you for your email of 8th November.
e0| The Council has decided to refuse your request as vexatious under section 14(1) of the Freedom of Information Act.
e0| It is the thirty-third you have made this year. Between them they've taken up more than half of the working hours
e0| of our one part-time employee, whom some of them accuse of dishonesty without any foundation. Having regard to
e0| the burden, the motive, the value of what is asked for and the distress caused to staff, the Council believes that
e0| the effect of this request is disproportionate to any purpose that it has.
e0| It will not acknowledge further requests upon the same or similar subjects.
o | If you disagree you may ask for an internal review. It would be carried out by the Mayor.
o | Yours sincerely
o | Finance & General Purposes Committee
 |
o | D. Whitlock left an annotation (4 December 2020)
- | They only said this because they don't want people to see those quotes!
 |
o | Offensive? Unsuitable? Report this request
o | Forgotten your password?
""",
    ),
    Shape(
        "ambulance-reply-first",
        "Fellside Ambulance Service NHS Trust",
        "FAS/2023/1188",
        "2023-12-20",
        (),
        """
o | Fellside Ambulance Service NHS Trust
o | Calling 999 | NHS 111 | Patient transport | Join us
o | FOI publication: FAS/2023/1188
o | 20 Dec 2023
 |
- | Trust reply
a1| 1. There were 6,072 handovers of more than sixty minutes at hospitals in our area in October 2023.
a2| 2. The longest was 9 hours 14 minutes, at Northfell General.
a3| 3. Crews do not log meal breaks against handovers. Therefore the Trust does not hold this information.
a4| 4. £77,310.
 |
- | Original request
o | Hello,
o | Please respond under the Freedom of Information Act
q1| 1. In October 2023 how many ambulance handovers took over an hour?
q2| 2. What was the longest, and where?
q3| 3. How many crews missed a meal break owing to a handover delay?
q4| 4. What did the Trust pay in late finish overtime in the same month?
o | Many thanks
o | [name redacted]
 |
o | Search the archive
o | Month  Category  Keyword  Go
o | Reset
o | You can find out how we use your data in our privacy notice.
o | Fellside Ambulance Service NHS Trust, Trust Headquarters, Gill Road
""",
    ),
    Shape(
        "council-fields-page",
        "London Borough of Ravensey",
        "5019/2024",
        "2024-12-02",
        ("FOIA s40(2)", "FOIA s36(2)(b)(i)", "FOIA s36(2)(b)(ii)"),
        """
o | Skip to content
o | London Borough of Ravensey
o | My Ravensey account
o | FOI archive  >  Request details
 |
o | Request number: 5019/2024
o | Request title: School streets - review of the pilot
o | Directorate: Place
o | Received: 01/11/2024
o | Due: 29/11/2024
o | Completed: 02/12/2024
- | Exemptions: s36(2)(b)(i), s36(2)(b)(ii), s40(2)
- | Request detail:
o | Dear FOI team, in relation to the School Streets pilot can you please provide
q1| - the number of PCNs issued at each location in the first six months
q2| - the income from them
q3| - e-mails between the Cabinet Member and the Head of Highways, 1 to 30 September 2024
q4| - the names of residents who objected
- | Response detail:
a1| PCNs issued: Abbot Road 2,014; Mill Street 688; St Bede's Avenue 3,950.
a2| Income received by 31 October 2024: £286,455. This includes payment at the discounted rate.
e3| The e-mails of September 2024 are exempt under sections 36(2)(b)(i) and 36(2)(b)(ii). The Monitoring Officer, who
e3| is the qualified person, is of the opinion that disclosure would be likely to inhibit the free and frank provision
e3| of advice and exchange of views. The pilot had not been reviewed when they were written and it still hasn't
e3| been. While openness about a controversial scheme is to be encouraged, officers need a space to think.
a4| 411 objections came in, of which 390 were from residents.
e4| Their names are personal data to which section 40(2) applies.
- | Response documents:
o | None
 |
o | Back to search results
o | New search
o | Ravensey Council, Civic Centre, Ferry Lane
o | Translate this page
""",
    ),
    Shape(
        "thread-quoted-fire",
        "Glenavon Fire Service",
        "GFS FOI 22-145",
        "2022-07-26",
        ("FOIA s38(1)(a)",),
        """
o | FOI request - High rise inspections
 |
o | From: Lorna Teague
o | Sent: 27 June 2022 21:40
o | To: Glenavon Fire Service
o | Dear Glenavon Fire Service,
q1| How many residential buildings over 18 metres are there in your area?
q2| How many have been inspected since June 2017?
q3| At how many is a waking watch in place? Please list them with the address.
o | Regards
o | Lorna
 |
o | From: FOI (Glenavon Fire)
o | Sent: 26 July 2022 09:12
o | Subject: RE: FOI request - High rise inspections [GFS FOI 22-145]
o | Dear Lorna
o | Please see our response in line below.
 |
q1| > How many residential buildings over 18 metres are there in your area?
a1| 47
 |
q2| > How many have been inspected since June 2017?
a2| All of them. Nine were inspected more than once.
 |
q3| > At how many is a waking watch in place? Please list them with the address.
a3| Waking watches are in place at three buildings at today's date.
e3| The addresses are withheld under section 38(1)(a), health and safety. The residents include people who have been
e3| harassed on social media over the cost of the works, and one building has been the target of arson. Disclosing
e3| which buildings rely upon a patrol would be likely to endanger the physical or mental health of those living there.
e3| We accept that prospective buyers would like to know, but think that the safety of residents outweighs this.
 |
o | Regards
o | FOI (Glenavon Fire)
o | This e-mail has been scanned for viruses.
o | show quoted sections
 |
o | From: Lorna Teague
o | Sent: 26 July 2022 18:03
o | Dear FOI (Glenavon Fire),
o | That was quick. Thank you very much.
o | Lorna
""",
    ),
    Shape(
        "police-log-restated-codes",
        "Ouseborough Police",
        "OBP-F-2026-0319",
        "2026-03-18",
        ("FOIA s40(5B)(a)(i)", "FOIA s30(1)(a)"),
        """
o | Call 101 | Exit site now
o | Ouseborough Police
o | Information we have released
o | Officer misconduct and vetting
o | OBP-F-2026-0319
o | Released 18 March 2026
o | Listen  Translate  Print
 |
o | On 19 February we received a request for information. The questions appear in bold with our replies after them.
 |
q1| Q1. How many serving officers have failed re-vetting since 1 January 2024?
a1| Nine officers.
 |
q2| Q2. Is PC [name] of the Roads Policing Unit one of those officers?
e2| Ouseborough Police can neither confirm nor deny that it holds this information, by virtue of section
e2| 40(5B)(a)(i). To say whether or not it's held would itself disclose personal data about a named individual.
 |
q3| Q3. Please provide the investigation report for Operation Lapwing.
e3| The report was created for the purposes of an investigation which the force had a duty to conduct and is exempt by
e3| virtue of section 30(1)(a).
e3| Considerations favouring disclosure: the public would see that allegations against officers are taken seriously.
e3| Considerations favouring non-disclosure: witnesses spoke in the belief that what they said would be used for that
e3| investigation only, and two matters are still to be heard.
e3| Having weighed these, I find that the report should not be disclosed at this time.
 |
q4| Q4. How many gross misconduct hearings were held in 2025? How many of these were in public?
a4| 22, of which 19 were public.
 |
q5| Q5. Why were the others not?
a5| See the answer to Q4. The reasons are given by the chair at the hearing and are not otherwise recorded.
 |
o | Explanatory note
- | Forces record vetting in different ways and these figures should not be compared with those of other forces.
o | Files: none
o | Is there anything wrong with this page?
o | Sitemap | Welsh Language | Terms of use
""",
    ),
    Shape(
        "thread-ombudsman-conduct",
        "Parcel Deliveries Ombudsman",
        "PDO/IA/408",
        "2025-05-09",
        ("FOIA s36(2)(c)", "FOIA s40(2)"),
        """
o | Guidance for caseworkers on missing parcels
o | Status: Partly successful
o | 5 messages
 |
o | [1] Jude Arkwright to Parcel Deliveries Ombudsman, 8 April 2025
o | Dear Parcel Deliveries Ombudsman,
o | I'd be grateful for the following, in electronic form if possible.
q1| * Any guidance, manual or script used by caseworkers when deciding a complaint about a parcel left in a safe place.
q2| * The direct dial numbers of your team managers.
q3| * The number of complaints closed in 2024-25 and the proportion upheld.
o | Yours faithfully,
o | Jude Arkwright
 |
o | [2] Parcel Deliveries Ombudsman to Jude Arkwright, 8 April 2025
o | We've got your email! We aim to answer within 5 working days, or 20 if it is a request under the FOI Act.
 |
o | [3] Parcel Deliveries Ombudsman to Jude Arkwright, 9 May 2025
o | Dear Jude Arkwright
o | Your request for information: PDO/IA/408
o | I'm replying to your e-mail of 8 April.
a1| The guidance on safe places is chapter 7 of our casework manual, which I attach.
e2| We're refusing your request for the managers' direct dial numbers under section 36(2)(c), because if the public
e2| rang them instead of the helpline it'd be likely to prejudice the effective conduct of public affairs. Our
e2| Chief Ombudsman, as qualified person, gave that opinion on 2 May. The public can reach us by other means, so the
e2| public interest is in favour of maintaining the exemption.
e2| As the numbers are also personal data we apply section 40(2).
a3| We closed 31,702 complaints, and upheld 44%, wholly or partly.
o | Yours sincerely
o | Sam, Information Access
o | Attachment: Chapter 7.pdf
 |
o | [4] Jude Arkwright to Parcel Deliveries Ombudsman, 11 May 2025
o | Dear Sam,
o | Thanks. One more thing:
q4| Who wrote chapter 7, and when was it last changed?
 |
o | [5] Parcel Deliveries Ombudsman to Jude Arkwright, 23 May 2025
o | Hi Jude
a4| It was written by our Policy Team. It was last changed in August 2023.
o | Sam
 |
o | Report this request | RSS feed of updates | Similar requests
""",
    ),
    Shape(
        "department-release-letter-inside",
        "Ministry for Islands",
        "2025/11904",
        "2025-08-19",
        ("FOIA s35(1)(a)", "FOIA s27(1)(a)"),
        """
o | Search
o | Menu
o | Home > Ministry for Islands > Transparency > FOI releases
o | Transparency data
o | FOI 2025/11904: Fishing around the Outer Skerrows
o | From: Ministry for Islands
o | Published: 2 September 2025
o | Get emails about this page
 |
o | Documents
o | Response to request 2025/11904
o | HTML
o | Details
o | This is our response to a request about fishing. We release information in line with our duties under the Act.
 |
o | Ministry for Islands
o | Tern House, London
o | 19 August 2025
o | Ref 2025/11904
 |
o | Dear Sir or Madam
o | Thank you for your email of 22 July, which we've treated as a request under the Freedom of Information Act 2000.
 |
o | You asked:
q1| "What submissions were made to the Minister about foreign trawlers at the Outer Skerrows in May and June 2025?
q2| What did the Ministry say to the government of Norsland?
q3| How many boats were turned away?"
 |
a1| We hold two submissions, dated 14 May and 20 June.
e1| Both are exempt from disclosure by section 35(1)(a), as they relate to the formulation of government policy upon
e1| access to waters. There is a general public interest in understanding how policy's made. There is also a strong
e1| public interest in a safe space where Ministers can test options in private while they remain live, as
e1| these do. We have concluded that the second prevails.
 |
e2| What passed between the two governments is exempt under section 27(1)(a). Its release would be likely to
e2| prejudice relations with Norsland, which expects such exchanges to be kept confidential. It is in the public
e2| interest that the United Kingdom can negotiate effectively, and we don't think that it is outweighed.
 |
a3| Patrol vessels turned away 16 boats between 1 May and 30 June 2025.
 |
o | Yours faithfully
o | Correspondence and Information Rights
 |
o | If you wish to complain, you have two months in which to do so.
o | Updates to this page
o | Published 2 September 2025
o | Sign up for emails or print this page
""",
    ),
)
