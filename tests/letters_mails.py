"""Labelled letters: e-mail chains, forms filled in, and attachments; see `tests.letters`. All names are invented."""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
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
        "university-answers-by-number",
        "University of Ravensmoor",
        "FOI 2024/217",
        "2024-05-21",
        ("FOIA s21",),
        """
o | From: Information Compliance <foi@ravensmoor.ac.uk>
o | Sent: 21 May 2024 16:02
o | To: R Example
o | Subject: Re: Freedom of Information request - Halls of residence - FOI 2024/217
 |
o | Dear R Example,
 |
o | Thank you for your email of 24 April. The University's answers, numbered as in your email, are below.
 |
a1| 1) 4,310 rooms.
 |
a2| 2) Two: Coldstream Court and Abbey House.
 |
e3| 3) The rents are published each year in the accommodation guide at www.ravensmoor.ac.uk/halls and so are exempt \
under \
section 21 of the Act, as they are reasonably accessible to you by other means.
 |
a5| With regard to question 5, no figure is recorded.
 |
a4| For question 4, the contractor is Dunmore Facilities.
 |
o | If you are unhappy with this reply you may ask the University Secretary for an internal review.
 |
o | Kind regards
o | Information Compliance Manager
o | University of Ravensmoor
 |
o | From: R Example
o | Sent: 24 April 2024 09:40
o | To: Information Compliance
o | Subject: Freedom of Information request - Halls of residence
 |
o | Dear University of Ravensmoor,
 |
q0| Please send me the following about halls of residence:
q1| 1) How many rooms are there in all?
q2| 2) Which halls were closed for repairs in 2023?
q3| 3) What is the weekly rent of each type of room?
q4| 4) Who cleans the halls?
q5| 5) How many students left a hall because of damp?
 |
o | Yours faithfully,
o | R Example
""",
    ),
    Shape(
        "top-posted-chain-lower-case",
        "Northbeck Borough Council",
        "FOI 77120",
        None,
        (),
        """
o | 2 Attachments
o | FOI 77120 response.pdf
o | 48K
o | Download
o | View as HTML
o | Bins by ward.xlsx
o | 12K
o | Download
o | View as HTML
 |
o | Dear Requester,
o | Further to your request below regarding street bins which we received on
o | 18/12/2024.
o | Please see our answers in turn:
a1| 1. 1,140
a2| 2. Weekly, other than in the town centre, where they are emptied twice a
a2| day.
a3| 3. Please see the attached spreadsheet.
a4| 4. As above.
a5| 5. We don't record this.
o | If you have any queries please get in touch.
o | Kind regards
o | Northbeck Borough Council
 |
o | From: Requester <request-1@example.org>
o | Sent: 18 December 2024 11:03
o | To: FOI <foi@northbeck.example>
o | Subject: Freedom of Information request - Bins
 |
o | Dear Northbeck Borough Council,
q0| Under the FOI Act could I have the following please.
q1| 1. the number of litter bins in the borough
q2| 2. how often they are emptied
q3| 3. the number of bins in each ward
q4| 4. the number taken out of use in each ward in the past two
q4| years.
q5| 5. how many had been set on fire
o | Yours faithfully,
o | Requester
 |
o | -------------------------------------------------------------------
o | Please use this email address for all replies to this request:
o | request-1@example.org
o | Disclaimer: This message and any reply that you make will be published on the internet.
""",
    ),
    Shape(
        "questionnaire-filled-in",
        "Saltby District Council",
        "FOI / 2024 / 5521",
        None,
        (),
        """
o | Dear [Requester],
o | Thank you for your request for information relating to homelessness
o | services which we received on
o | 03/06/2024.
o | Please find Saltby District Council’s response to your request set out
o | below:
q1| 1. How many households did you accommodate on 31 March 2024 in the
q1| following types of accommodation:
q2| a) Bed and breakfast
a2| 41
q3| b) Nightly paid, self contained
a3| 112
q4| c) Hostels
a4| 9
q5| 2. Is there a written policy on out of borough placements?
a5| Yes
q6| 3. Who wrote it (please tick one)?
q6| - Housing team
q6| - A consultant
q6| - Other (please specify)
a6| The housing team, in 2019.
q7| 4. Contact details of the person responsible for placements:
-| i. Name: Pat Example
-| ii. Job title: Housing Options Manager
-| iii. Telephone: 01999 123456
q8| 5. In the past twelve months, on how many nights was someone turned away because
q8| there was no
q8| room?
a8| None that we know of
-| 6. Average length of stay 63 days
-| 7. Longest stay 402 days
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | Kind Regards,
o | Saltby District Council
o | From: FOI
o | Sent: Tuesday, June 4, 2024 2:15 PM
o | To: [Requester] <request-5521@example.org>
o | Subject: Re – Freedom of Information Request – Reference –
o | FOI / 2024 / 5521
o | Dear [Requester],
o | This has been logged as a Freedom of Information Request and will be dealt with under the Act. The
o | reference number for your request can be found above.
o | Yours sincerely,
o | Saltby District Council
""",
    ),
    Shape(
        "label-of-their-own",
        "Thornmarsh Fire and Rescue Service",
        "25-0318",
        "2025-03-20",
        (),
        """
o | Thornmarsh Fire and Rescue Service
o | Information request 25-0318
o | 20.03.2025
 |
o | Good afternoon,
 |
o | Thank you for contacting us. Please see below.
 |
q1| - The number of call-outs to lithium battery fires from 2021 to 2024, year by year.
a1| TFRS: 2021: 6, 2022: 11, 2023: 19, 2024: 31.
 |
q2| - The proportion of those that began in an e-bike or e-scooter.
a2| TFRS: 38 of the 67.
 |
q3| - Any guidance issued to crews on such fires.
a3| TFRS: Crews follow the national operational guidance. No local guidance has been written.
 |
q4| - Injuries to firefighters at such fires.
a4| TFRS: Two slight injuries, both in 2023.
 |
o | Should you be unhappy with this, please write to the Data Protection Officer.
o | Thornmarsh Fire and Rescue Service
""",
    ),
    Shape(
        "inline-answers-in-capitals",
        "Gannow Town Council",
        None,
        None,
        (),
        """
o | Dear Requester,
o | Thank you for your request about allotments which we received on 2 May
o | 2024. Our answers are given in capitals below.
q1| 1. How many allotment plots does the council own?
a1| 214 ACROSS SIX SITES.
q2| 2. How many people are on the waiting list, and how long do they usually
q2| wait?
a2| 96 PEOPLE. THE WAIT IS ABOUT THREE YEARS.
q3| 3. Has any plot holder been evicted since 2020? If so, please say why
q3| they were evicted.
a3| FOUR, FOR NOT TENDING THEIR PLOTS.
q4| 4. A copy of the tenancy agreement
a4| ATTACHED
o | If you have any queries please contact us.
o | Kind regards,
o | Town Clerk
o | Gannow Town Council
""",
    ),
    Shape(
        "part-disclosed-by-bullets",
        "Holmfirth and Dale Council",
        "FOI 2210458",
        None,
        ("FOIA s12", "FOIA s40(2)"),
        """
o | 1 Attachment
o | FOI 2210458 - Response.pdf
o | 210K
o | Download
o | View as HTML
o | Dear [Requester],
o | Thank you for your request for information relating to private hire
o | licensing which we received on 09/09/2024.
o | Please find our response to your request set out below:
q1| • Number of private hire drivers licensed on 1 September each year since
q1| 2019
a1| 2019 612
a1| 2020 598
a1| 2021 540
q2| • Number of complaints about drivers, and their names
a2| There were 31 complaints in 2023/24.
e2| The names of drivers complained about are exempt from disclosure under
e2| section 40(2) of the Freedom of Information Act 2000, as they are
e2| personal data and release would be unfair to the drivers.
q3| • Copies of every complaint since 2010
e3| To answer this we would have to read 4,000 paper files. At ten minutes a
e3| file this would take over 600 hours and is therefore refused under
e3| section 12 of the Freedom of Information Act 2000.
a3| Under section 16 we suggest that you limit this part to the last two
a3| years.
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | Kind Regards,
o | Holmfirth and Dale Council
""",
    ),
    Shape(
        "request-only-below",
        "Stourmouth City Council",
        "FOI / 1320044",
        None,
        ("FOIA s22",),
        """
o | Dear [Requester],
o | Thank you for your request for information relating to pupil exclusions
o | which we received on 14/01/2025.
o | Please find Stourmouth City Council’s response to your request set out
o | below:
e0| The data for 2023/24 is intended for publication by the Department for
e0| Education in July 2025. It is therefore exempt under section 22 of the
e0| Freedom of Information Act 2000, information intended for future
e0| publication. We have considered the public interest and find that it is
e0| reasonable to wait for the checked national figures.
a0| For earlier years, there were 41 permanent exclusions in 2021/22 and 57
a0| in 2022/23.
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | Kind Regards,
o | Stourmouth City Council
o | From: [Requester] <[FOI #1230001 email]>
o | Sent: Tuesday, January 14, 2025 8:40 AM
o | To: FOI <[Stourmouth City Council request email]>
o | Subject: Freedom of Information request - Pupil exclusions
o | Dear Stourmouth City Council,
q0| Please provide the number of permanent exclusions from your schools in
q0| each academic year from 2021/22 to 2023/24.
o | Yours faithfully,
o | [Requester]
o | From: FOI
o | Sent: Wednesday, January 15, 2025 9:00 AM
o | Subject: Re – Freedom of Information Request – Reference – FOI /
o | 1320044
o | This has been logged as a Freedom of Information Request and will be
o | dealt with under the Act.
""",
    ),
    Shape(
        "college-plain-e-mail",
        "Highmoor College",
        "FOI 24-55",
        "2024-11-12",
        (),
        """
o | From: FOI Highmoor College
o | Date: 12 November 2024
o | To: A Requester
o | Subject: RE: FOI 24-55 Student counselling
 |
o | Hi
 |
o | Thanks for getting in touch. See answers under each question.
 |
q1| > How many counsellors do you employ?
 |
a1| Three, two of them part time.
 |
q2| > How many students saw a counsellor in 2023-24, and how many were turned away?
 |
a2| 212 were seen. Nobody is turned away, but some were referred elsewhere; we don't count those.
 |
q3| > What is the average wait?
 |
a3| Nine working days.
 |
o | All the best
o | Governance Team
o | Highmoor College
""",
    ),
    Shape(
        "clarified-and-numbered-late",
        "Penwith Vale Council",
        "EIR 61172",
        None,
        ("EIR r12(4)(a)", "EIR r12(4)(b)"),
        """
o | Dear [Requester],
o | Re – Environmental Information Regulations Request – Reference – EIR
o | 61172
o | Thank you for your request for information relating to sewage outfalls
o | and your clarification of 04/02/2025.
o | Please find Penwith Vale Council’s response below:
q1| Q1. Please list every outfall into the harbour owned by the council.
a1| There are three: West Quay, the Slip and Ferry Steps.
q2| Q2. Provide all water samples taken at each since 2005, with
q2| correspondence about them.
e2| Samples before 2019 were kept on paper by four teams. Collating them
e2| would place a disproportionate burden on the council. We therefore apply
e2| Regulation 12(4)(b) of the EIR, manifestly unreasonable. We have applied
e2| a presumption in favour of disclosure and considered the public interest
e2| in water quality, but the burden outweighs it.
a2| Results from 2019 on are in the attached workbook.
q3| Q3. Provide the risk assessment for bathers.
- | No risk assessment has been made. As this information is not held,
- | Regulation 12(4)(a) applies.
o | If you are unhappy with the response you may ask for an internal review.
o | Kind Regards,
o | Penwith Vale Council
""",
    ),
    Shape(
        "answers-first-then-text",
        "Tollard Fire Authority",
        "TFA 0620",
        "2024-06-20",
        ("FOIA s21", "FOIA s38(1)"),
        """
o | Tollard Fire Authority
o | 20th of June, 2024
o | TFA 0620
o | Dear Sir/Madam
o | Thank you for your request regarding cladding inspections. I will take your points in turn.
a1| As regards your first point, 118 buildings over 18 metres have been inspected since 2020.
e2| As regards your second point, the addresses of the buildings that failed, this is exempt under section 38(1) of \
the \
Act: to publish a list of unsafe buildings would be likely to endanger those who live in them, by drawing arsonists to \
them. We find that the public interest lies in withholding the list while works go on.
e3| As to the inspection policy, it is on our website at www.tollardfire.example/policies and is therefore exempt \
under \
section 21.
o | You may ask for a review of this decision by writing to the Clerk.
o | --- Original message ---
o | From: Requester
o | Sent: 28 May 2024
o | To: Tollard Fire Authority
o | Dear Tollard Fire Authority
q0| I would like to know:
q1| the number of tall buildings inspected since 2020
q2| the addresses of those that failed
q3| your inspection policy
o | Yours faithfully
""",
    ),
    Shape(
        "red-answers-after-dashes",
        "Aldermoor City Council",
        "FOI / 1408821",
        None,
        (),
        """
o | Dear [Requester],
o | Thank you for your request for information relating to rough sleeping
o | which we received on 27/11/2024.
o | Please find Aldermoor City Council’s response to your request set out
o | below:
q1| How many people did your outreach team find sleeping rough in each of the
q1| past three winters? (1 December to 28 February)
a1| 2021/22: 38
a1| 2022/23: 44
a1| 2023/24: 61
q2| What is the budget of the outreach team this year
a2| £312,000
q3| How many of its staff are employed by the council, and how many by a
q3| charity
a3| All of the outreach workers are employed by Shelterpoint, which holds the
a3| contract until March 2026.
q4| Please explain how a member of the public can report someone
a4| Members of the public can use StreetLink, or ring the out of hours line.
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | Kind Regards,
o | Aldermoor City Council
o | From: FOI
o | Sent: Thursday, November 28, 2024 10:02 AM
o | To: [Requester] <[FOI #1200000 email]>
o | Subject: Re – Freedom of Information Request – Reference – FOI / 1408821
o | Dear [Requester],
o | This has been logged as a Freedom of Information Request and will be dealt
o | with under the Freedom of Information Act 2000.
""",
    ),
    Shape(
        "only-the-spreadsheet",
        "Ember Valley Council",
        "FOI 883120",
        None,
        ("FOIA s40(2)",),
        """
o | 2 Attachments
o | FOI 883120 Fleet list.xlsx
o | 22K
o | Download
o | View as HTML
o | FOI 883120 Tyres.xlsx
o | 9K
o | Download
o | View as HTML
o | Dear [Requester],
o | Thank you for your request for information relating to council vehicles
o | which we received on 02/02/2024.
a0| Please see the attached spreadsheets. Vehicles are listed by service. Tyre
a0| spend before April 2021 is not available as the garage changed its system.
e0| Registration numbers of vehicles taken home by staff have been removed,
e0| as they would identify individuals. This is personal data and exempt
e0| under Section 40(2) of the Freedom of Information Act 2000.
o | If you are unhappy with the response you have received in relation to your
o | request, you are entitled to have this reviewed.
o | Kind Regards,
o | Ember Valley Council
""",
    ),
    Shape(
        "thread-with-late-request",
        "Polmarsh Parish Council",
        None,
        None,
        (),
        """
o | Dear Requester
a1| In answer to your question 1, the hall was let 214 times.
a2| Question 2: £9,870.
a3| Question 3: the clerk, under delegated powers. There is no committee.
o | Regards
o | Clerk to Polmarsh Parish Council
 |
o | On 3 March 2025, at 21:15, Requester <request-77@example.org> wrote:
 |
o | Dear Polmarsh Parish Council,
q1| 1. How often was the village hall let in 2024?
q2| 2. What was the income?
q3| 3. Who decides the hire charges, and on what committee's advice?
o | Yours faithfully,
o | Requester
""",
    ),
    Shape(
        "survey-with-tick-boxes",
        "Hartsbourne Borough Council",
        "FOI 30155",
        None,
        (),
        """
o | Our ref: FOI 30155
o | Dear Researcher,
o | Your request of 8 October about empty shops. The completed questionnaire is below.
q1| 1) Does the council keep a list of empty shops? (Y/N)
a1| Y
q2| 2) If Y, how many were on it on 1 October?
a2| 73
q3| 3) Which of these does the council offer to new tenants:
q3| - rate relief
q3| - grants
q3| - advice
q3| - none of these
a3| Rate relief and advice
q4| 4) Any other comments:
a4| The list covers the town centre only.
o | Kind regards
o | Economic Development
o | Hartsbourne Borough Council
""",
    ),
    Shape(
        "academy-mail-quoting-inline",
        "Thistledown Academy Trust",
        None,
        "2024-02-06",
        (),
        """
o | From: Data Protection Lead, Thistledown Academy Trust
o | Sent: 06 February 2024 14:31
o | To: FOI Requester
o | Subject: RE: Freedom of Information request - Uniform
 |
o | Dear Requester
 |
o | Further to your email please see below, our replies in bold.
 |
q1| 1. Who supplies the school uniform?
a1| **Dressmart of Haddley**
q2| 2. Does the trust receive a commission?
a2| **No**
q3| 3. How much is a blazer?
a3| **£34 to £41 depending on the size**
q4| 4. Were parents consulted on the supplier? Please send the results.
a4| **They were, in March 2021. The results were not kept.**
 |
o | Yours sincerely
o | Data Protection Lead
""",
    ),
    Shape(
        "commissioned-review",
        "Wendle Valley Council",
        "FOI / 720113",
        None,
        ("FOIA s14(1)",),
        """
o | Dear [Requester],
o | Internal Review of Freedom of Information Request – Reference – FOI /
o | 720113
o | Thank you for your email of 02/06/2024, in which you asked us to review
o | our handling of your request.
q1| You had asked for all emails in which your name appears, and for the number
q1| of complaints made against the parking service since 2018.
a1| The number of complaints was given to you in our reply: 418.
e1| Our reply refused the rest under section 14(1) of the Freedom of
e1| Information Act. I have looked at this again. You have made 61 requests in
e1| fourteen months, many of which overlap. I agree that the request is
e1| vexatious within the meaning of section 14, and I uphold the refusal.
a1| I accept that our reply was late, in breach of section 10.
o | If you are dissatisfied with my review, you can make a complaint to the
o | Information Commissioner’s Office.
o | Kind Regards
o | Wendle Valley Council
""",
    ),
)
