"""Labelled letters: departments, regulators and other national bodies; see `tests.letters`. All names are invented."""

from __future__ import annotations

from tests.letters import Shape

LETTERS = (
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
        "ministry-one-decision",
        "Ministry of Fair Dealing",
        "240305012",
        "2024-03-28",
        ("FOIA s12(1)", "FOIA s40(2)"),
        """
o | Disclosure Team
o | Ministry of Fair Dealing
o | 102 Petty Lane
o | London
 |
o | Our Reference: 240305012
o | 28 March 2024
 |
o | Freedom of Information Act (FOIA) Request – 240305012
 |
o | Thank you for your request dated 5 March 2024 in which you asked for the following information from the \
Ministry of \
Fair Dealing (MoFD):
 |
q1| 1. How many complaints about court interpreters were received in 2022?
q1| 2. For each complaint, the language, the court and the name of the interpreter.
 |
o | Your request has been handled under the FOIA.
 |
a1| The MoFD holds the information you have requested. The answer to question 1 is 1,871.
 |
e1| In relation to question 2, the names of interpreters are exempt from disclosure under section 40(2) of the FOIA, \
because they are personal data. Personal data can only be released if to do so would not contravene any of the data \
protection principles in Article 5(1) of the UK General Data Protection Regulation.
e1| Section 12(1) of the FOIA means public authorities are not obliged to comply with a request for information if it \
estimates the cost of complying would exceed the appropriate limit. The limit for central government is £600. We \
believe that the cost of finding the court in each of 1,871 complaints would exceed it.
 |
a1| Although we cannot answer your request at the moment, we may be able to answer a refined request within the cost \
limit. You may wish to consider limiting it to one court.
 |
o | Appeal Rights
o | If you are not satisfied with this response you have the right to request an internal review by responding in \
writing within two months of the date of this response.
o | data.access@mofd.example
""",
    ),
    Shape(
        "review-in-regulator-style",
        "Office for Gas Standards",
        "IC-88213-T4K2",
        "2024-06-14",
        ("FOIA s40(2)",),
        """
o | Office for Gas Standards
 |
o | 14 June 2024
 |
o | Case reference: IC-88213-T4K2
 |
o | Dear Sam Example
 |
o | Internal review of response to information request
 |
o | I write further to your email of 20 May 2024 in which you asked for an internal review of our response to your \
request of 2 April 2024. I was not involved in the original decision.
 |
- | Request and response
 |
q1| On 2 April you asked for the names of the inspectors who attended the Hollow Lane site, and the invoice for the \
survey carried out there.
 |
o | We responded on 30 April 2024, IC-85001-P1Q9.
 |
- | Review
 |
e1| Section 40(2): I have considered afresh whether the names are personal data whose disclosure would be unfair. The \
inspectors are junior and would not expect their names to be published. I therefore uphold the application of section \
40(2).
 |
a1| Section 43(2): I do not find that the invoice would prejudice anyone's commercial interests now that the contract \
has ended. Section 43(2) was wrongly applied, and a copy of the invoice is attached. The sum paid was £8,450.
 |
- | Conclusion
 |
a1| Your complaint is upheld in part.
 |
o | Complaint procedure
o | If you are dissatisfied with the outcome of this review you can make a formal complaint with the ICO in its \
capacity as the regulator of the Freedom of Information Act 2000.
""",
    ),
    Shape(
        "estimates-and-apologies",
        "Department for Waterways",
        "DWI-2291-B",
        "2022-08-15",
        ("FOIA s35(1)(a)",),
        """
o | Department for Waterways
o | Information Rights Team
o | Case number: DWI-2291-B
o | 15 August 2022
 |
o | Dear Dr Example,
 |
o | I am writing in response to your request of 20 June. I apologise for the delay.
 |
- | Request
 |
q1| "Please could you let me know (i) how many lock keepers retired in 2021, and (ii) any advice to ministers about \
recruiting volunteers in their place."
 |
- | Response
 |
a1| (i) Our payroll shows that 38 lock keepers retired during 2021.
 |
e1| (ii) The Department holds information within scope of this part. It is being withheld under section 35(1)(a) of \
the \
Act, which exempts information that relates to the formulation or development of government policy. This is a \
qualified \
exemption. We recognise the general public interest in transparency in policy making. However, ministers and officials \
need a safe space in which to consider options, and policy on volunteers has not been settled. We have concluded that \
the balance falls in favour of withholding.
 |
o | If you are unhappy with the result of your request for information, you may request an internal review within two \
calendar months.
 |
o | Yours sincerely,
o | Information Rights Team
""",
    ),
    Shape(
        "ombudsman-narrative",
        "Rail Fares Commission",
        "RFC/IR/0092",
        "2023-10-09",
        ("FOIA s42(1)",),
        """
o | Rail Fares Commission
o | 9 October 2023
o | Ref: RFC/IR/0092
 |
o | Dear Requester
 |
o | Information request: fares dispute
 |
o | Thank you for your email of 12 September, in which you requested the following:
 |
q1| 'Any legal advice obtained on the fares dispute of 2022, its cost, and who gave it.'
 |
o | I have handled this under the Freedom of Information Act 2000.
 |
a1| The advice cost £14,200 and was given by external counsel.
 |
e1| The advice itself is legally privileged and I am withholding it under s.42(1). I have considered the public \
interest. \
While there is an interest in seeing how public bodies spend money on litigation, there is a strong inherent \
interest in \
the confidentiality of communications between lawyer and client, and the dispute is live.
 |
o | This concludes my response. You can ask for a review within 40 working days.
""",
    ),
    Shape(
        "defence-two-exemptions",
        "Ministry of Harbour Defence",
        "FOI2024/11871",
        "2024-10-14",
        ("FOIA s26(1)(b)", "FOIA s40(2)"),
        """
o | Ministry of Harbour Defence
o | Main Building
o | Our Reference: FOI2024/11871
o | Telephone: 020 7946 0000
o | 14th October 2024
o | Dear Example,
o | Thank you for your email of 16 September 2024 requesting the following information:
q1| "Under the Freedom of Information Act, I would like to know how many gun boats were out of service on 1 September \
2024, why, and the names of their captains."
o | I am treating your correspondence as a request for information under the Freedom of Information Act 2000 (the Act).
a1| A search for the information has now been completed within the Ministry, and I can confirm that all of the \
information in scope is held.
e1| Section 26(1)(b) has been applied to the number and the reasons because release would be likely to prejudice the \
capability and effectiveness of our forces. It would show an adversary how many boats can be put to sea. The \
balance of \
the public interest is in favour of withholding.
e1| Section 40(2) has been applied to the names in order to protect personal information as governed by the Data \
Protection Act 2018. It is an absolute exemption and there is no requirement to consider the public interest.
a1| Under section 16 (Advice and Assistance) you may find it helpful to note that the size of the fleet is \
published each \
year in our statistics.
o | If you have any queries regarding the content of this letter, please contact this office in the first instance.
o | If you wish to complain about the handling of your request, you can request an independent internal review by \
contacting the Information Rights Compliance team.
o | Yours sincerely,
o | Boats Secretariat
""",
    ),
)
