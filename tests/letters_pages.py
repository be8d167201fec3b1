"""Labelled letters: pages of disclosure logs, and requests that a reply says again; see `tests.letters`.

All names are invented.
"""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
    Shape(
        "force-log-page-with-its-reference-in-the-title",
        "Wexcombe Police",
        "2210B/23",
        None,
        ("FOIA s12(1)",),
        """
o | Skip to content
 |
o | Seized kites (2210B/23)
 |
- | Request
 |
q1|   1. The number of kites currently held by the force.
q2|   2. The number of requests received by the force for kites to be returned since 1 May 2022.
 |
- | Response
 |
e1| Wexcombe Police cannot provide all this information within the appropriate (cost) limit (section 12(1)).
 |
- | However, as a gesture of goodwill we have supplied what could be retrieved.
 |
a2| 2. The number of requests received for kites to be returned from 1st May 2022 to date (24th June 2023) is 21.
 |
o | Attachments
 |
o | Attachment 1
o | Attachment 2
""",
    ),
    Shape(
        "department-quotes-a-request-that-quotes-its-reply",
        "Ministry of Slipways",
        "FOI2023/40811",
        "2023-11-30",
        (),
        """
o | Ministry of Slipways
o | Our Ref: FOI2023/40811
o | 30 November 2023
o | Dear Mx Orlo,
o | Thank you for your Freedom of Information (FoI) request received on 11 November. You
o | wrote:
q1| “Thank you for your response of 2 November 2023. It is regrettable that it required an
q1| internal review for you to supply the information that you did.
q1| In your response you state that it will take 15 minutes per slipway at £25 per hour = 4 slipways
q1| per hour. There is a cost limit of £600 per request: 96 allowable slipways.
q1| I would like you to provide the information requested in the original request for the
q1| last 96 slipways that were inspected.
q1| You wrote: "However, due to the nature of the slipway system, it is not possible to
q1| readily ascertain whether we hold information to show it. "
q1| Could you please provide clarification as to why it is not possible to ascertain it?”
- | Ministry Response
a1| The Ministry of Slipways does not hold the information requested.
a1| All inspections require a form. However, data is not readily available to show how
a1| many forms were returned before the first visit.
o | Yours sincerely
o | Information Rights Team
""",
    ),
    Shape(
        "trust-log-page-with-lettered-answers",
        None,
        None,
        None,
        (),
        """
o | Freedom of Information Request ID
o | Date of response
o | September 2023
q1| 1. Spending on ferry staff in 2022-23, b) the trust’s ferry cap in 2022-23, and c) its cap for 2023-24
a1| a) Total ferry 2022/23: £81,319.97
a1| b) As per the guidance
a1| c) As per the guidance
q2| 2. The proportion and value of total ferry spend in 2022-23 that was a) framework and b) off framework
a2| a) 100% on framework
a2| b) 0% off framework
q3| 3. a) The value of spending on deckhands in 2022-23, and b) the trust’s total crew spend in 2022-23.
a3| a) £27,265.91
a3| b) £931,404.30
o | FOI Requests
o | The Freedom of Information Act 2000 provides people with a right of access to a wide range of information.
""",
    ),
    Shape(
        "regulator-says-the-request-within-its-thanks",
        "Office for Lifts and Hoists",
        "FOI 23/2270",
        "2023-11-03",
        (),
        """
o | Freedom of Information request (FOI 23/2270)
o | Published 17 January 2024
o | 3rd November 2023
o | FOI 23/2270
o | Dear ,
q1| Thank you for your email of 28 October 2023 where you asked whether the Office for Lifts and Hoists hold any
q1| data on which groups report the most stuck lifts.
a1| This information is already available online in our Annual Report 2022 (https://lifts.example/report).
o | I hope this is helpful, but if you are dissatisfied you have the right to ask for an internal review.
o | Yours sincerely,
o | FOI Team,
""",
    ),
    Shape(
        "force-page-of-a-request-and-lists-of-what-is-sought",
        None,
        None,
        None,
        (),
        """
o | I write with regards to your request received in this office on 3rd February. I note you seek the following:
q1| The total number of Boat Disclosure Requests by Calendar Year (up to and including 31st January 2021,) by:
q1| Length,
q1| Age,
q1| Harbour of origin.
- | Response
a1| 2021 up to 31st January – 59
a1| 2020 – 768
a1| 2019 – 567
""",
    ),
    Shape(
        "old-page-dated-twice-and-bare-numbers-before-questions",
        "Saltmoor Police",
        "641/15",
        "2015-09-10",
        ("FOIA s21(1)",),
        """
o | Disclosure Details
 |
- | Kites - 641/15
 |
o | Dated: 07 Jun 2014
 |
o | Date of request:      10/08/2015
 |
o | Date of response:   10/09/2015
 |
o | Thank you for your email dated  10 August 2015 in which you made a request for information held by Saltmoor Police.
 |
o | You asked:
 |
q1| 1 how many times has Saltmoor Police seized a kite
q1|    in order to keep it?
q2| 2 which beaches were they seized on
 |
- | In response:
 |
o | We have now had the opportunity to fully consider your request and I provide a response for your attention.
 |
- | Following receipt of your request, searches were made in the Beach Department. The information is held by us.
 |
a1|   1. Saltmoor Police seized 14 kites.
 |
e2|   2. As the information on beaches is accessible by other means I will rely on Section 21 (1) of the Act.
""",
    ),
    Shape(
        "council-page-of-a-request-in-its-own-words",
        None,
        "FOIR-609871",
        "2023-09-01",
        ("FOIA s31",),
        """
o | FOI request (FOIR-609871)
o | Slipway locks
o | Requested Wed 26 July 2023
o | Responded Fri 01 September 2023
 |
q1| In accordance with the Freedom of Information Act 2000, we request the following information:
 |
q1| 1. Slipways and the locks that keep them shut in winter storms
q1| a) The number of slipways that have locks.
a1| Zero (the slipways are never shut).
 |
q2| b) The number of slipways that have alarms.
a2| We do not hold this information.
 |
q3| 2. All records of how the alarms are switched off.
 |
- | Response
 |
e3| We do not release information about alarms. This is because we consider disclosing this information would make the
e3| slipways a target of crime. It is exempt under section 31 of the Freedom of Information Act.
 |
e3| Factors in favour of disclosure:
 |
e3|   • It would help transparency and accountability of the council
e3|   • It would reassure people about whether the alarms work or not
 |
o | Last updated: 14 October 2024
""",
    ),
)
