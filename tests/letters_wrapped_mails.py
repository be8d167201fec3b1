"""Labelled letters: hard-wrapped replies by e-mail from a city council; see `tests.letters`. All names are invented."""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
    Shape(
        "mail-nested-lists",
        "Marsham City Council",
        None,
        None,
        (),
        """
o | Dear [Requester],
o | Thank you for your request for information relating to library closures
o | which we received on 04/03/2024.
o | Please find Marsham City Council’s response to your request set out
o | below:
q1| 1.      For each library in the city, please tell me:
q1| a.      its opening hours
q1| b.      the number of visits in 2022/23
q1| c.      whether it is run by volunteers
a1| All of this is published at:
a1| [1]
a1| https://www.marsham.example/libraries/st...
q2| 2.      How many library staff left the council between 1 April 2022 and
q2| 31 March 2023, and of those how many took
q2| redundancy?
a2| 17 left, 6 of them with redundancy.
q3| 3.      Has the council carried out an equality impact assessment of the
q3| closures? If yes, please supply it. If no, please explain why.
a3| Yes – see attached.
q4| 4.      What savings are expected in:
q4| i.      2024/25
q4| ii.     2025/26
a4| £210,000 is expected in 2024/25 and £380,000 in 2025/26.
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | The information provided in this response is available for re-use under
o | the terms of the Open Government Licence v3.0.
o | Kind Regards,
o | Marsham City Council
""",
    ),
    Shape(
        "mail-no-numbers-statements",
        "Marsham City Council",
        "FOI / 1290334",
        None,
        (),
        """
o | Dear [Requester],
o | Thank you for your request for information relating to school crossing
o | patrols which we received on 19/09/2024.
o | We apologise for the delay in responding.
o | Please find Marsham City Council’s response to your request set out
o | below:
q1| The number of school crossing patrol sites in the city
a1| 74
q2| The number of those sites that are vacant at present
a2| 11 sites are vacant. Recruitment is under way for all of them.
q3| The hourly rate paid to patrols
a3| £12.18
q4| The number of accidents involving patrols reported in each year from 2019
q4| to 2023
a4| 2019 – 2
a4| 2020 – 0
a4| 2021 – 1
a4| 2022 – 1
a4| 2023 – 3
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | Kind Regards,
o | Marsham City Council
o | From: FOI
o | Sent: Friday, September 20, 2024 9:12 AM
o | To: [Requester] <[FOI #1180000 email]>
o | Subject: Re – Freedom of Information Request – Reference – FOI /
o | 1290334
o | Dear [Requester],
o | This has been logged as a Freedom of Information Request and will be
o | dealt with under the Freedom of Information Act 2000.
""",
    ),
    Shape(
        "mail-partial-refusal-by-number",
        "Marsham City Council",
        None,
        None,
        ("FOIA s12", "FOIA s43(2)"),
        """
o | Dear [Requester],
o | Thank you for your request for information relating to the tram
o | extension which we received on 21/05/2024.
o | Please find Marsham City Council’s response to your request set out
o | below:
a1| 1. The council has spent £3.2m on the extension up to 31 March 2024.
e2| 2. The estimated cost per kilometre is being withheld under Section 43(2)
e2| of the Freedom of Information Act 2000, commercial interests. Bidders
e2| who knew the council’s estimate would bid close to it, and the council
e2| would be likely to pay more. There is a public interest in knowing what
e2| public works cost, but we consider that it is met by publishing the price
e2| once the contract is let.
e3| 3. We hold emails with the contractor but not in one place. To find them
e3| we would have to search 40 mailboxes, which we estimate would take 52
e3| hours. This is over the limit in section 12 of the Act.
a3| You may wish to refine this question to a named officer or a month.
a4| 4. The consultation had 2,104 responses; the report is at [1]this link.
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | Kind Regards,
o | Marsham City Council
o | From: [Requester] <[FOI #1150000 email]>
o | Sent: Tuesday, May 21, 2024 7:50 PM
o | To: FOI <[Marsham City Council request email]>
o | Subject: Freedom of Information request - Tram extension
o | Dear Marsham City Council,
q0| Please provide
q1| 1. what has been spent so far on the tram extension
q2| 2. the estimated cost per kilometre
q3| 3. all correspondence with the contractor since 2022
q4| 4. the number of responses to the consultation and the report on them
o | Yours faithfully,
o | [Requester]
o | -------------------------------------------------------------------
o | Please use this email address for all replies to this request:
o | [2][FOI #1150000 email]
""",
    ),
    Shape(
        "mail-clarifying-comments",
        "Marsham City Council",
        None,
        None,
        (),
        """
o | Dear [Requester],
o | Thank you for your request for information relating to trees felled in
o | parks which we received on 11/10/2024.
o | Please find Marsham City Council’s response to your request set out
o | below:
q1| 1) How many trees were felled in council parks in 2023, and why?
a1| 312 trees were felled:
a1| • 188 because of ash dieback
a1| • 61 storm damaged
a1| • 63 dead, dying or dangerous for other reasons
q2| 2) How many were planted in the same period - please give the species if
q2| you can.
a2| 1,450. Species are not recorded for whips, which were most of them.
q3| 3) Who decides?
a3| The Trees and Woodlands team, following the policy found [1]here. You can
a3| ask what was decided about any one tree through the online form.
q4| 4) The cost of felling in 2023
a4| This was included in the grounds contract and we do not have a separate
a4| figure for it.
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | Kind Regards,
o | Marsham City Council
""",
    ),
    Shape(
        "mail-restated-short-heads",
        "Marsham City Council",
        None,
        None,
        ("FOIA s21", "FOIA s40(2)"),
        """
o | 1 Attachment
o | Organisation chart.pdf
o | 88K
o | Download
o | View as HTML
o | Dear [Requester],
o | Thank you for your request for information relating to senior staff which
o | we received on 02/12/2024.
o | Please find Marsham City Council’s response to your request set out
o | below:
q1| Structure chart of the Place directorate
a1| Attached.
q2| Names and e-mail addresses of all service managers
e2| We consider the names of officers below Head of Service to be exempt
e2| under section 40(2) of the Freedom of Information Act 2000 as this is
e2| personal data, the disclosure of which would contravene the data
e2| protection principles.
q3| Salaries of the directors
e3| This is published on our website in the Statement of Accounts and is
e3| therefore exempt under section 21, information reasonably accessible to
e3| the applicant by other means.
q4| Vacancies at present
a4| Two: Head of Highways and Head of Parking Services.
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | Kind Regards,
o | Marsham City Council
""",
    ),
    Shape(
        "mail-answers-on-question-lines",
        "Marsham City Council",
        None,
        None,
        (),
        """
o | Dear [Requester],
o | Thank you for your request for information relating to pest control which
o | we received on 05/06/2024.
o | Please find Marsham City Council’s response to your request set out
o | below:
-| 1. Do you offer a pest control service? Yes
-| 2. Is it free of charge to residents? No, see [1]charges
q3| 3. How many call-outs were made in 2023/24 for each of these?
-| Rats: 2,015
-| Mice: 880
-| Wasps: 641
-| 4. How many staff work in the service? 7 FTE
q5| 5. Please provide contact details of the manager responsible for the
q5| service.
a5| Contact via [2][Marsham City Council request email] – details of staff
a5| below Head of Service are not given out.
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | Kind Regards,
o | Marsham City Council
""",
    ),
    Shape(
        "mail-review-of-missing-part",
        "Marsham City Council",
        "FOI / 1311550",
        None,
        ("FOIA s40(2)",),
        """
o | Dear [Requester]
o | Internal Review of Freedom of Information Request – Reference – FOI /
o | 1311550
o | Thank you for your email of the 04/02/2025, in which you requested a
o | review of Marsham City Council’s handling of your FOI request.
o | I can now confirm that a full and impartial review of the decision made in
o | this case has been conducted with a summary as follows:
q1| You asked for the number of parking fines cancelled in 2024, the reasons,
q1| and the names of the officers who cancelled them.
o | The council responded on 20 January 2025.
a1| The response gave you the number (4,118) but not the reasons. I find that
a1| these are recorded and should have been provided. They are: 2,790 with
a1| proof of permit, 611 signage, 717 other.
e1| The response withheld the names under section 40(2) of the Freedom of
e1| Information Act. I have reconsidered this and uphold it. The officers are
e1| junior and would not expect to be named.
o | If you are dissatisfied with my review, you can make a complaint to the
o | Information Commissioner’s Office: [1][
o | email address
o | ]
o | Kind Regards
o | IM Team
""",
    ),
    Shape(
        "mail-not-held-by-part",
        "Marsham City Council",
        None,
        None,
        (),
        """
o | Dear [Requester],
o | Thank you for your request for information relating to air quality which
o | we received on 30/01/2025.
o | Please find Marsham City Council’s response to your request set out
o | below:
q1| Part A
q1| How many air quality monitors are there, and where?
a1| 29. Their locations are on the map at
a1| https://www.marsham.example/air
q2| Part B
q2| Readings for each hour of 2024, in a spreadsheet.
a2| The council does not hold hourly readings. Diffusion tubes give a monthly
a2| mean only.
q3| Part C
q3| Any complaint about readings, and what was done
a3| None received.
o | If you have any queries about this response, please do not hesitate to
o | contact us.
o | Kind Regards,
o | Marsham City Council
""",
    ),
)
