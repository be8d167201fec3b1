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
q1|   1. How many confiscated kites are in store?
q2|   2. The total number of owners who asked for a kite back.
 |
- | Response
 |
e1| Wexcombe Police would exceed the appropriate limit by counting the store, and section 12(1) applies.
 |
- | As a gesture of goodwill we have supplied what is at hand.
 |
a2| 2. The total number of owners who asked for a kite back between May 2022 and June 2023 is 21.
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
o | Thank you for your request of 11 November. You
o | wrote:
q1| “Your last letter says that every buoy must be looked up by hand, which I do not
q1| accept. You put the work at £25 an hour and find that the cost limit of £600 is
q1| passed, as it would take more than a day.
q1| I would like you to send the log of the ten newest buoys alone, and no older
q1| ones.
q1| Your officer added: "It cannot be told from the log who laid a buoy, since the
q1| information is not held. "
q1| Could you explain what the log is kept for?”
- | Ministry Response
a1| The Ministry of Slipways does not hold a log of buoys.
a1| Pilots note what they lay on a slate. However, slates are wiped at the end of
a1| each week, and nobody copies them.
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
q1| 1. Money spent on deckhands hired by the day in 2022-23, b) the ceiling set for it, and c) that of 2023-24
a1| a) Day hire 2022/23: £81,319.97
a1| b) None was set
a1| c) None was set
q2| 2. The share and value of ferry fuel in 2022-23 that was a) bought ahead and b) bought on the day
a2| a) 100% ahead
a2| b) 0% on the day
q3| 3. a) Money spent on pilots in 2022-23, and b) that spent on all crews in 2022-23.
a3| a) £27,265.91
a3| b) £931,404.30
o | FOI Requests
o | The Freedom of Information Act 2000 gives you a right to see what public bodies hold.
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
q1| Thank you for your message of 28 October 2023 in which you asked whether the Office for Lifts and Hoists keeps
q1| figures on lifts that stop between floors.
a1| These figures are published in chapter 4 of our yearly review (https://lifts.example/review).
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
o | I write about your request, which came to this office on 3rd February. I note you seek the following:
q1| The total number of mooring orders in each calendar year (up to and including 31st January 2021,) by:
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
o | Your request has now been considered and I am able to reply to it.
 |
- | We searched the records of the Beach Department. The information is held by us.
 |
a1|   1. Saltmoor Police seized 14 kites.
 |
e2|   2. The beaches are named on our website, so that Section 21 (1) of the Act applies to them.
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
q1| Under the Freedom of Information Act 2000, we request the following information:
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
e3| We do not release information about how alarms work, since we consider disclosing it would help thieves.
e3| It is exempt under section 31 of the Freedom of Information Act.
 |
e3| Factors in favour of disclosure:
 |
e3|   • People would see what the council pays for alarms
e3|   • It would show them that the alarms work
 |
o | Last updated: 14 October 2024
""",
    ),
    Shape(
        "site-page-of-a-letter-its-receipt-and-its-answer",
        "Northmarsh City Council",
        "RFI 1576",
        None,
        (),
        """
o | Ferry bells
 |
o | The request was successful.
 |
o | Dear Northmarsh City Council,
 |
q1| I am told that each ferry has a bell. Please send me a list of those that were cast before 1900.
 |
o | Yours faithfully,
 |
o | Ida Fell
 |
o | Case Reference: RFI 1576
 |
o | Dear Ida Fell
 |
o | Thank you for your email. It will be dealt with as a request within 20 working days, and we will be in touch if
o | anything about it is unclear.
 |
o | Disclosures Team
 |
o | Dear Ida Fell
 |
o | Case Reference: RFI 1576
 |
a1| We hold no list of bells. Two ferries, the Heron and the Tern, have bells that were cast in 1893.
 |
o | Yours sincerely
o | Disclosures Team
""",
    ),
)
