"""The phrases by which letters are read: groups of cues, each with its weight for the states of `indexer.kinds`.

A cue is a phrase in lower case with single spaces; `^` stands for the start of a unit, `$` for its end, `_` for a space
at the edge of the phrase; phrases stand between bars. The weights are roughly log odds, by state: q question, a answer,
e exemption, h other at the head of a letter or between its parts, t other that tends to run on to the end (complaint
rights, signatures, disclaimers); k says that the words make a complete request. The phrases are those that authorities
all over the UK use; none names an authority or a letter.
"""

from __future__ import annotations

_VERBS = (
    "provide confirm state list give detail supply specify break include indicate disclose describe identify tell send "
    "share explain outline furnish select clarify advise attach split name exclude complete"
)
_ASKS = tuple(_VERBS.split())

GROUPS: tuple[tuple[dict[str, float], str], ...] = (
    # ---- what requesters write -------------------------------------------------------------------
    (
        {"q": 3.5, "a": -0.5, "k": 1},
        """
        ^how many_|^how much_|^how often_|^how long_|^how do_|^how does_|^how is_|^how are_|^how was_|^how were_|
        ^how has|^what_|^which_|^who is_|^who are_|
        ^who has_|^who does_|^who was_|^who were_|^when did_|^when does_|^when was_|^when were_|^when is_|^when do_|
        ^when will_|^where is_|^where are|^do you_|^does your_|^does the_|^does this_|^did you_|^did the_|
        ^did your_|^are you_|^are there_|^are the_|^are these_|^are any_|^is your_|^is there_|^is this_|^is the_|
        ^is it_|^have you_|^has your_|^has the_|^have any_|^have there_|^have the_|^was the_|^were the_|^were any_|
        ^was there_|^will you_|^will the_|^can you_|^could you_|^would you_|^should i_|^should the_|^should there|
        ^should this|^on how many_|^in how many_|
        ^for how many_|^of these, how|^of those, how|^of these how|^of those how|^out of those|^at what_|^by what_|
        ^to what extent|^for what_|^in what_|^why_|^from which|please can you|please could you|can you please|
        could you please|could you also|can you also|please could these|would you please|please would you|
        please may i|may i have|may i please|can i please|could i please|can i have
        """,
    ),
    (
        {"q": 3.2, "a": -0.8, "k": 1},
        "|".join(f"^please {v}|^please also {v}|^could you please {v}|^{v}_" for v in _ASKS),
    ),
    ({"q": 2.6, "a": -1.0, "k": 1}, "|".join(f"_please {v}|_please also {v}|_to please {v}" for v in _ASKS)),
    (
        {"q": 3.0, "a": -0.8, "k": 1},
        """
        ^please use_|^please answer|^please be as|^please read the question|^please limit|^please tell|
        ^please let me|^if so,_|^if so_|^if yes|^if not|^if no,_|^if possible|^where possible|^if the answer|
        ^if you do|^if you have|^if available|^if there_|^if any_|^if a_|^if an_|^if the_|^if your|^also,_|
        ^and how many|^and if so|^and what|^broken down|^breakdown|^with regard to the above|^for each_|^for all_|
        ^for every|^for questions_|^can i_|^could i_|, how many|, how much|, what is|, what are|, what was|
        , how long|, did the|, does the|, do you|, have you|, has the|, are there|, is there|^same question|
        ^as above but|^copies of any|^copies of all|^a copy of|^copies of_|^a list of|^a breakdown|^a full list|
        ^and the_|^or any_
        """,
    ),
    (
        {"q": 3.2, "a": -0.8, "k": 1},
        """
        i would like to request|i'd like to request|i am requesting|i request_|i would like to know|
        i'd like to know|i would also like|i'd also like|i'd like to get|i would like to get|
        i would like to receive|i am writing to request|i am writing to you under|i am writing to ask|
        wish to request|i will need|i need_|i wish to see|i would be grateful|i would be interested|i'd be grateful|
        i am interested in|i am looking for|we are looking to find|
        under the freedom of information act 2000, please|under the freedom of information act, please|
        under the foi act, please|under the provisions of the foi|under the freedom of information act i|
        under the freedom of information act 2000 i|under the foi act i|under foi i|i want to know|i am seeking|
        i would like a_|i would like the_|i would like these|i would like this|i want these|i would like all|
        i would like you|i would like to ask|
        i would like to make|i'd like_|i was just wondering|can you provide|could you provide|could you tell|
        can you tell|can you confirm|could you confirm|my request is|i hereby request|i make a request|
        i am making a request|i ask_|i require_|i am asking
        """,
    ),
    (
        {"q": 3.2, "a": -0.8},
        """
        it would be great if|it would be helpful if you|i'm happy to receive|i am happy to receive|please say so|
        the request concerns|i will be asking|
        i am not requesting|i am only requesting|i only require|i do not require|
        if i could please|if i could have|i am able to receive|my questions are as follows|
        please kindly|i would prefer|i should prefer|in the format of|my preferred format|
        if possible.$|in a spreadsheet if|
        i submitted foi|this is a request|i believe there was|i understand that your|in my request|
        i am just following up|my request|my original request|i wasn't aware|this request hopes|for my research|
        i am a journalist|i am a student|i am conducting
        """,
    ),
    (
        {"q": 1.6},
        """
        your force|your council|your organisation|your authority|your local authority|your trust|your department|
        your area|your organization|your university|your school|your police|your constabulary|your institution|
        do you hold|do you have|you currently|did you receive|you hold on|within your authority|within your|
        you have received|have you received|your website|your contract|you use|your current
        """,
    ),
    (
        {"q": 2.2, "k": 1},
        """
        ^the number of_|^whether_|^the total number|^total number|^total salary|^total cost|^total spend|
        ^total amount|
        ^total value|^total annual|^number of_|^the total_|^the names of|^the name of|^details of|^the amount|
        ^the date of|^the dates|^any information|^any correspondence|^all correspondence|^any documents|
        ^all documents|^any emails|^all emails|^any recorded|^information on|^information regarding|
        ^information about|^information relating|^the value of|^the cost of|^the costs|^a description|
        ^an explanation|^confirmation of|^confirmation whether|^details about|^details on|^any available|
        ^any list of|^any and all|^all information|^the annual|^the average|^the percentage|^names of|^name of|
        ^copy of|^minutes of|^specific|^of these|^of those|^of the above|^for the period|^for the years|
        ^for this request|^for the purpose of this request|^for clarity|^for clarification|
        ^for the avoidance of doubt|^between the dates|^in relation to my|^in respect of|^in each of|^by year|
        ^per year|^for each year
        """,
    ),
    (
        {"q": 1.8, "k": 1},
        """
        ^average_|^median_|^all records|^all documentation|^all communications|^all minutes|^all reports|
        ^any_|^total paid|^total spent|^total received|^list of_|^date of_|^cost of_|^amount of_|^type of_|^types of_|
        ^reason for_|^reasons for_|
        ^percentage of_|^proportion of_|^length of_
        """,
    ),
    (
        {"q": 6.0},
        """
        ^your request$|^your request for information$|^question $|^questions $|^request $|^your request $|
        ^the request $|^your question $|^request:_|
        ^you wanted to know|^you wished to know|^you would like to know|^you wish to know|^you enquired about|
        ^you enquired whether|^you enquired how|^you would like a list|^you would like a copy|^you would like details|
        ^your request:_|^you asked$|^you asked:_|^you asked for|^you requested:_|^your request is|^question:_|
        ^original request|^request for information$|^foi request$|^request:$|^you asked:$|^your request:$|
        ^question:$|^details of request|^request details|^information requested|^information request$|^questions$|
        ^question$|^request$|^the request$|^requested information$|^your questions
        """,
    ),
    # ---- what authorities answer -----------------------------------------------------------------
    (
        {"a": 4.6, "e": 4.1, "q": -2},
        """
        ^response$|^response:$|^answer$|^answer:$|^our response$|^our response:$|^response:_|^answer:_|^our answer|
        ^reply:_|^our reply|^reply$|^reply:$|^the council's response|^council response|^trust response|
        ^force response|^our response|^response to question|^answer to question|^answers$|^decision$|^disclosure$|
        ^our decision|^information disclosed|^response to part_|^response to point_|^response to item_|^answer to part_|
        ^answer to point_|^reply to question|^reply to part_
        """,
    ),
    (
        {"a": 3.6, "q": -1.0},
        """
        ^i can tell you|^we can tell you|^i can, however, tell|^however, i can tell|^however, we can tell|
        ^i am able to tell you|^we are able to tell you
        """,
    ),
    (
        {"a": 4.0, "e": 4.0, "q": -5, "k": -1},
        """
        ^what we can tell|^what we can provide|^what we can say|^what we can disclose|^what we cannot|^what we can't|
        ^what we are able to|^what we are unable to|^what we are not able to|^what we have found|^what we found
        """,
    ),
    (
        {"a": 3.2, "q": -2.0},
        """
        covered in_|answered above|answered in_|see question_|see q|is covered by|are covered by
        """,
    ),
    (
        {"a": 3.4, "q": -2.0},
        """
        ^yes$|^yes.$|^no$|^no.$|^none$|^none.$|^nil$|^nil.$|^n/a|^na$|^n/k$|^yes,_|^yes -_|^yes –_|^no,_|^no -_|
        ^no –_|^not applicable|^not held|^not known|^not recorded|^unknown$|^zero$|^zero_|
        ^fewer than_|^less than_|^nothing has been_|^nothing was_|
        ^information not held|
        ^not available|^no information|^no data|^no records|^none held|^nothing held|^yes we_|^no we_|^yes the_|
        ^no the_|^see above|^as above|^see below|^see attached|^see response|^see answer|^as per_|^refer to|^both_|
        ^approximately_|^there are no_|^there is no_|^there were no_|^there was no_|^there has been no|
        ^there have been no|^there have been_|^there has been_|^we have no_|^we do not_|^we don't_|^we did not_|
        ^we have not_|^we are not_|^we are unable
        """,
    ),
    (
        {"a": 2.8, "q": -1.5, "e": 1.0},
        """
        does not hold|do not hold|don't hold|is not held|are not held|not currently hold|no recorded information|
        not routinely held|not hold any|we hold_|not hold this|not hold the|does not record|do not record|
        don't record|is not recorded|not routinely record|no information held|information is not held|doesn't hold|
        do not collect|does not collect|do not keep|do not have a figure|do not have any|does not have a|
        does not have any|have been unable to locate|searches were|have conducted a search|a search was|
        searches have|did not identify|no trace|not separately record
        """,
    ),
    (
        {"a": 2.4, "q": -2.2, "e": 0.6},
        """
        please see|please find|please note|see attached|please refer|please be aware|please be advised|is attached|
        can found at|can be viewed on|can be viewed at|can be viewed here|can be accessed|can be downloaded|
        are attached|attached spreadsheet|attached document|can be found|following link|link below|link above|
        available at|available on|available via|available from|published on our|is published|below table|
        table below|set out in the table|table above|figures below|data below|information below|provided below|
        is as follows|are as follows|listed below|please visit|please use the following link|https://|http://|www.
        """,
    ),
    (
        {"a": 2.2, "q": -1.0, "e": 0.8},
        """
        as regards your|as for your|as to your|with regard to your|with regards to your|in relation to your q|
        turning to your|i contacted you|i explained|you revised|you were happy|i also provided|you clarified|
        i can confirm|
        we can confirm|i am able to confirm|can confirm that|hold some information|does hold|holds information|
        hold information|within the scope of your|falls within the scope|holds some|we hold the|holds the requested|
        i have today decided to disclose|in answer to your|in response to question|in response to your question|
        in relation to question|with regards to q|with regard to q|in regard to question|regarding question|
        for question|to answer your|our records|our system|the figures|these figures|this figure|the data|caveat|
        correct as of|correct at|accurate as of|accurate at|data was extracted|data has been extracted|
        has been extracted|the above figures|information provided|has been interpreted|have interpreted|
        according to our|based on a snapshot|is a snapshot|the table|as at_|as of_|we are attaching|i attach|
        i have attached|we have attached|enclosed|we enclose|i enclose|and enclose_|i can advise|we can advise|
        can advise you that
        """,
    ),
    (
        {"a": 1.2, "q": -1.2, "e": 0.9},
        """
        ^we_|^our_|^the council|^the trust|^the force|^the department|^the university|^the constabulary|
        ^the authority|^the board|^the service|^it is_|^they are_|^this is_|^this was_|^these are_|^these were_|
        ^this information|^this data|^there are_|^there is_|^there were_|^there was_|^all of these|^as stated|
        ^as a council|^as a result|^in addition|^however|^therefore|^following_|^to date|^currently|
        ^during this time|^from_|^these_|^most_|^since_|^although_|^while_|^whilst_|^when an_|^each_|^this force|
        _we have_|_we are_|_we use_|_we do_|_our_|_we did_|_we were_|we would|we will_|_us_|we currently|
        answers your|^some_|^further information|^for further|^more information|^additional information|
        ^the following
        """,
    ),
    (
        {"a": 2.5, "e": 0.5},
        """
        in the attached_|in the enclosed|copy is attached|copy is enclosed|copy accompanies|accompanies this|
        by making a subject access|to be of assistance|
        by way of assistance|may be able to answer|section 16_|advice and assistance|
        duty to assist|duty to advise|narrow down|narrow your|refine your|
        refined request|revised request|reduce the scope|may wish to|you may be interested|outside of the act|
        by way of advice|reduce your request|reduce the request|reduce its scope|it may be possible|
        may be able to provide|regulation 9_|regulation 9,|you may, however|
        you may however|to help you to|
        to help bring|bring the cost|bring your request within|bring it within|within the limit|suggest limiting|
        suggest that you limit|could be narrowed|we would gladly|we could look again|as a courtesy|
        we would be able to|you could ask|if you were to limit|if you limit|if you narrow|
        outside the act|outside of the scope of|as a gesture of goodwill|discretionary|you may find|be of interest|
        to be helpful|in the spirit of|in order to assist|may be of assistance|happy to process
        """,
    ),
    (
        {"a": 4.0, "e": -4.0},
        """
        extending the deadline|extend the deadline|extending the time|extend the time|extend the 20 working|
        extended the time|extended the deadline|impracticable to comply|impracticable either to comply
        """,
    ),
    (
        {"a": 4.0, "t": -7.5, "q": -1.0},
        "^you might consider|^you may wish to consider|^you might wish to|^you may want to|^you might want to",
    ),
    (
        {"e": 3.0},
        """
        in reaching this view|in reaching this decision|in reaching our decision|in coming to this view|
        would need to be opened|would need to be read|would need to be searched|would need to be checked|
        would need to be reviewed|would need to be examined|would have to be opened|would have to be read|
        would have to be searched|would have to be checked|would have to be reviewed|would have to be examined|
        voluminous|not be possible to undertake|within the time frame|within the timeframe|time frame prescribed|
        within the statutory limit
        """,
    ),
    (
        {"a": 3.0},
        """
        should have been provided|should have been disclosed|should have been released|gave you the|was given to you|
        were given to you|was provided to you|were provided to you|can be released|can now be released|
        decided to release|now disclose|now release|now provide you with|can now tell you|can now confirm|can now give|
        ^we received_|^we issued_|^we attended_|^we recorded_|^we carried out_|^we spent_|^we paid_|^we employ_|
        ^we own_|^we operate_|^we charge_|^we made_|uphold your complaint|upheld your complaint|partially uphold|
        not upheld|we breached|have breached|
        is in breach of|in breach of section|we regret our|internal review has found|outcome of the review|
        outcome of my review|upheld in|i uphold|i do not uphold|review panel
        """,
    ),
    (
        {"a": 2.2, "q": -1.5},
        """
        ^table_|^figure_|^source:_|^source of|^note:_|^notes:_|^nb_|^n.b|^notes$|^caveats|^total$|^grand total|
        ^year$|^key:
        """,
    ),
    # ---- refusals --------------------------------------------------------------------------------
    (
        {"e": 5.0, "q": -2.0},
        """
        ^refused|^withheld|^redacted|uphold the refusal|upheld the refusal|is exempt_|are exempt_|
        exempt from disclosure|exempt from release|exempt under|exempted|exempt by|
        exemptions apply|exemption applies|exemption is engaged|exemptions are engaged|is engaged|are engaged|
        applicable exemption|following exemption|following exemptions|by virtue of|refusal notice|our refusal|
        refusal of|refusal to|refuse to|refusing your|refused under|refusing to|withheld under|withholding|
        withheld by|been withheld|has been redacted|have been redacted|been redacted under|is a qualified|
        is an absolute|absolute exemption|qualified exemption|class based|class-based|prejudice based|
        prejudice-based|we have applied|i have applied|has been applied to|have been applied to|
        exemption has been applied|exemptions have been applied|we are applying|exempts_|
        provides an exception|provides an exemption|an exception|the exception|exception applies|this exemption|
        the exemption|these exemptions|exemption for|the redaction|neither confirm|confirm nor deny|
        confirming or denying|confirm or deny|confirmation or denial|we are withholding|withhold_|withheld
        """,
    ),
    (
        {"e": 4.0, "q": -1.5},
        """
        public interest test|public interest in|public interest consideration|public interest factors|
        public interest lies|in the public interest|interest of the public|of the public interest|
        public interest outweigh|factors favour|considerations favour|factors in favour|favouring disclosure|
        favouring non|favour disclosure|favouring withholding|favour of disclos|favour of maintain|
        favour of withhold|favour of release|against disclosure|balance test|balancing test|^balance$|^harm$|^harm_|
        evidence of harm|overall harm|reason for decision|reasons for decision|reason for refusal|
        maintaining the exe|would, or would be likely|would be likely to|likely to prejudice|would prejudice|
        prejudice to|adversely affect|outweigh|non-disclosure|favouring the|for a public interest|^public interest
        """,
    ),
    (
        {"e": 3.0, "q": -1.0},
        """
        section 12 of|section 12(|section 14(|section 14_|section 21|section 22|section 23|section 24|section 26|
        section 27|section 28|section 29|section 30|section 31|section 35|section 36|section 37|section 38|
        section 39|section 40|section 41|section 42|section 43|section 44|regulation 12|regulation 13|
        regulation 10(|regulation 11(|s.40|s40|s31|s.31|s.43|s43|s.30|s30|s.21|s21|s.12|s.14|appropriate limit|
        cost limit|cost of compliance|18 hours|24 hours|£450|£600|exceed the|manual search|manually search|
        manually review|to search each|fees regulations|manifestly unreasonable|repeated request|disproportionate|
        unjustified level|cost ceiling|excess cost|cost threshold|hours to collate|would take us|personal data|
        third party personal|data protection principle|data subject|legitimate interest|uk gdpr|article 5(1)|
        article 6|lawful basis|lawfully, fairly|be lawful|processed lawfully|expectation that|
        reasonable expectation|general data protection|breach any of the data|unfair to|
        legal professional privilege|duty of confidence|breach of confidence|actionable|commercial interests|
        commercially sensitive|trade secret|future publication|law enforcement -|compromise law|
        duty of confidentiality|accessible to the applicant|by other means|reasonably accessible|would enable|
        intent on|could be identified
        """,
    ),
    (
        {"e": 3.5},
        """
        is refused under|are refused under|we refuse it|
        excluded from the act|excluded from the scope|not covered by the act|is only covered by the act|derogat|
        journalism, art or literature|refused in full|refused in part|
        uphold the decision to withhold|was right to withhold|correctly applied|correctly withheld|
        conclusive evidence|not be taken as|no inference|should be inferred|vexatious|not obliged to comply|
        not obliged to|refuse your request|refuse the request|refused the request|request is refused
        """,
    ),
    ({"e": 5.0, "a": -4.0, "q": -2.0}, "^refused"),
    (
        {"e": 3.0, "t": -3.0},
        """
        had regard to|in coming to that view|in coming to this view|guidance of the information commissioner|
        information commissioner's guidance|guidance from the information commissioner|the ico's guidance|upper tribunal
        """,
    ),
    (
        {"a": 3.0, "e": -5.0},
        "not obliged to make one|not obliged to make a record|not obliged to create|not obliged to compile",
    ),
    (
        {"e": 3.0, "h": -4.5},
        "not obliged to supply|not obliged to provide|not obliged to comply|not required to comply",
    ),
    (
        {"e": 4.0},
        """
        do not release information about|does not release information about|do not disclose information about|
        we consider disclosing|consider that disclosing|consider that releasing|unable to release|cannot be released|
        not in a position to disclose|not able to disclose
        """,
    ),
    (
        {"e": 1.5},
        """
        redaction|redacted|attract exemption|places a duty|places two duties|imposes a duty|two distinct but related|
        places two distinct
        """,
    ),
    (
        {"e": 1.2},
        """
        not readily accessible|considerable amount of time|to locate, retrieve|locate, identify and extract|
        we would have to|we would need to|would have to be|would need to be|we estimate|estimates that|estimated that|
        would take|minutes per|minutes a_|minutes each|minutes for each|
        harassment or distress|harassment of|burden on|further requests|previous requests|you have sent|you have made|
        accused|identifiable|third parties|competitive|commercial information|national security|undermine|criminal|
        offenders|law enforcement|tactics|investigations|operational|engaged|confidential|be identified|would allow|
        personal information|breach of
        """,
    ),
    (
        {"e": 3.5, "q": -1, "a": -0.5},
        """
        ^section 12_|^section 14|^section 2|^section 3|^section 4|^s31|^s30|^s40|^s43|^s.|^regulation 1|^article|
        ^sections_|^exemption|^exception|^refusal|^factors|^considerations|^overall|^balanc|^s2|^s3|^s4|
        ^duty to confirm
        """,
    ),
    (
        {"e": 1.0},
        """
        the act_|foia|the eir|disclosing|disclosure|disclose|releasing|the applicant|requested information|
        the requested|the world|public domain|transparen|accountab|openness|harm|therefore|in this case|
        it is considered|we consider|i consider|the council considers|has considered|individuals|community|prevent|
        detect
        """,
    ),
    # ---- furniture at the head and between the parts -----------------------------------------------
    (
        {"h": 7.0},
        """
        ^annwyl|^dyddiad|^ein cyf|^eich cyf|^gofynnwch am|croesawu gohebiaeth|croesewir gohebiaeth|
        deddf rhyddid gwybodaeth|we welcome correspondence|welcomes correspondence|
        ^dear_|^to whom it may|^we received your|^hello_|^hi_|^good morning|^good afternoon|
        we use some essential cookies|
        manage your preferences|cookie preferences|cookie settings|cookies notice|quickly exit this site|
        ^leave this site|sorry, there was a technical problem|^please try again|^this site is a beta|
        feedback helps us improve|
        accept all cookies|accept cookies|reject cookies|skip to main content|skip to content|skip to navigation|
        ^share this|^print this|^back to top|^breadcrumb|^home$|^search$|^menu$|^contents$|^download$|^view as html|
        ^view download|^tell us whether you accept|we'd like to set additional cookies|enable javascript|
        javascript enabled|javascript is disabled|javascript is required|javascript must be|without javascript|
        requires javascript|turn on javascript|javascript to be enabled|
        ^is this page useful|^published$|^part of$|^you are here|^report a problem|^help us improve|^subscribe|
        ^follow us|^accessibility|^cookies$|^privacy|^terms and conditions|^site map|^sitemap|^cookie policy|^twitter|
        ^facebook|^share on|^cookies on
        """,
    ),
    (
        {"h": 4.5, "q": -1},
        """
        thank you for your request|thank you for your email|thank you for your e-mail|thank you for your letter|
        thank you for your enquiry|thank you for your clarification|thank you for contacting|thank you for your foi|
        thank you for your freedom|thank you for your information|thank you for your recent|
        thank you for submitting|i refer to your request|i refer to your|i write in connection|
        i write about your|i am writing about your|i write regarding your|i write concerning your|
        i am writing in connection|i am writing in response|i write in response|i write further|
        further to your request|further to your|in response to your request|with reference to your|
        in reference to your|we refer to your|i write with reference|i am writing with regard|i am writing further|
        i am writing to confirm|i am responding to|which we received on|which was received|your request received|
        dated the|we apologise for the delay|
        acknowledge receipt|acknowledge your|acknowledging|
        i apologise for the delay|please accept our apolog|please accept my apolog|sincerely apologise|
        apologise for|response to your request set out|response to your request below|response to your request:|
        find our response|response is set out|response below|our response follows|reply follows|
        our answers are below|reply is set out|worded as follows|you wrote:$|asks for:$|asked for:$|your e-mail of|
        your email of|your letter of|your request of|your request dated|^you asked on|^you asked for information|
        our reply beneath|dealt with it under|below it.$|^reference$|^date received$|^date of reply$|^status$|
        reply to each|our response$|see our response|apologies,|
        our response is|responded to under|dealt with under|has been considered under|been processed under|
        handled under|has been handled|considered your request in accordance|considered your request under|
        handled this|handled your|processed this under|^this has been treated|
        answers in turn|points in turn|questions in turn|thanks for getting in touch|thanks for your|been logged as|
        you asked for the following|you requested the following|
        asked for the following information|note you seek access|following information:$|
        seek access to the following|^you have requested|your request was for|your request asked|
        in which you requested|in which you asked|for ease of reference|your request is set out|
        your request has been|requested the following information|i can now provide|we can now provide|
        i am now able to|we are now able to|this letter is|your original request|the original request|
        respond to your request|rest of this response|provide our responses|
        our responses are|had said to you|failed to respond|endeavour to|impartial review|you contacted the council|
        you contacted us|we responded on|we responded to you on|we replied on|responded on_|replied to you on|
        response was due|trying to respond|
        under the terms of the freedom|in accordance with the freedom
        """,
    ),
    (
        {"h": 2.0},
        """
        we have now considered|now been considered|^your full request|full request can be found|is being handled|
        is being treated|has been treated as|being considered under|treated as a request|completed my review|
        treating your|considered to be a request|
        have processed your request|has been processed in|dealt with in line|
        completed our review|was not involved in|not involved in the original|independent of the original
        """,
    ),
    (
        {"h": 5.0, "a": -2.5, "e": -1.0},
        """
        uses cookies|we use cookies|use of cookies|essential cookies|all rights reserved|^menu$|^read more$|^new search|
        ^sort by|^filter by|^tags:|^files:|^share$|rss feed|
        ^related pages|^related posts|^related documents|^response documents|^explore more|^sign up to|^see also|
        page helpful|page useful|wrong with this page|in an accessible format|^alternative format|^previous:|
        ^page last reviewed|^last reviewed|^next review|view as html|^file type|^© |
        ^reference number_|^request reference|^case number|^date replied|^date released|^date resolved|
        ^publication date|
        ^request received|^response received|^outcome:|^further action:|^topic:|^document:|^information released|
        ^released:|
        ^responded:|^requested:|^closed:|^completed:|^request detail|^response detail|^details of the request|
        we received a request under|received a request for information under|information request and response under|
        gives you the right to access|gives you a right|gives everyone the right|
        provides people with a right|gives people a right|anyone can request information|anyone can ask for information|
        requests for information that we have received|requests that we have received|requests we have received|
        treating both your|will answer them together|answer them both|
        about both your rights|your rights and our obligations|
        thank you very much for your
        """,
    ),
    (
        {"a": 4.0, "h": -4.5},
        "response attached|response is attached|response is enclosed|attached response|reply attached",
    ),
    (
        {"h": 4.0, "q": -1, "e": -1},
        """
        ^request for information under|^freedom of information act|^freedom of information request|
        ^environmental information regulations|^your request for information under|^information request -|
        ^foi request -|^internal review -|^internal review of
        """,
    ),
    (
        {"h": 5.0, "q": -2},
        """
        request reference|reference number:|reference no:|reference no.|our ref:|ref: foi|ref: rfi|ref: eir|our ref_|
        our ref.|our reference|
        your ref:|your ref_|your reference|my ref:|my reference|^ref:|^reference:|^reference no|^date:|^tel:|
        ^telephone|^email:|^e-mail:|^phone:|^fax|^website:|^web:|^subject:|^re:|^to:|^from:|^name:|^dept:|^contact:|
        ^enquiries to|^enquiries:|^direct line|^disclosure log|^request id|^case ref|^case no|^foi ref|
        ^classification:|^official$|
        ^official -|^official sensitive|^protective marking|^not protectively|^unclassified|^ext_|^fao|^author:|
        ^attachments$|^attachment$|attachments$|^po box|^sent:|^cc:|^received:|^date of re|^date of letter|
        ^date received|^date sent|^our reference|^freedom of information act 2000$|^freedom of information request$|
        ^freedom of information act 2000 (foia)$|^response date|^request date|^date published|^published:|
        ^last updated|^downloads|^kb$|^file size
        """,
    ),
    # ---- furniture that runs on to the end --------------------------------------------------------
    (
        {"t": 7.0, "a": -2, "e": -2, "q": -2},
        """
        ^all the best|take the matter further|take this matter further|this concludes|ask for a review of this|
        mae gennych hawl|^yn gywir|^swyddog_|
        comisiynydd gwybodaeth|^complaint procedure|^appeal rights|
        ^right of review|^complaint rights|you may make representations|your attention is drawn to|
        office of the scottish information|
        if you have any queries|if you have any questions|if you have any further|should you have any|
        if you require any further|if you are unhappy|if you are dissatisfied|if you are not satisfied|
        if you are not happy|if you remain dissatisfied|if you remain unhappy|if you're unhappy|
        if you wish to complain|if you wish to appeal|if you believe your request|if you are not content|
        if you disagree|if you feel|should you be dissatisfied|should you remain|should you be unhappy|
        are unhappy with the|dissatisfied with|not content with the outcome|right to request|right to ask|
        right to complain|right of complaint|right to appeal|right of appeal|entitled to have this reviewed|
        request an internal review|ask for an internal review|request a review|ask for a review|
        seek an internal review|requesting an internal review|internal review by|internal review request|
        internal review procedure|internal review process|review of our decision|wycliffe house|water lane|wilmslow|
        0303 123|make a complaint|complaints procedure|complaint rights|right of review|decision to be reviewed|
        to be reviewed|^reviews?$|^internal review|^appeal|^how to complain|^what if|^next steps|
        ^what happens next|^contact us|^further information$|^your rights|complaints rights|complaints process|
        ^complaints$|^your right|open government licence|for re-use under|re-use the information|
        re-using the information|re-use of public|copyright, designs|is available for re-use|attribution statement|
        public sector information|protected by copyright|yours sincerely|yours faithfully|kind regards|^regards|
        best wishes|many thanks|yours truly|^sincerely|please do not hesitate|do not hesitate to contact|
        if you need any|contact us on|not the intended recipient|intended recipient|confidential and intended|
        misdirected|this email and any|^this e-mail is|^this e-mail may|^this e-mail has|^this e-mail was|
        ^this e-mail message|^this e-mail contains|^this message is|^this message may|^this message has|
        ^this message was|
        ^this message contains|^this email is|^this email may|^this email has|^this email was|
        ^this email contains|
        ^this email message|^this email, and|^this e-mail, and|^if this e|
        this e-mail and any|this message and any|
        received this email in error|received this message in error|^references$|^visible links|^mailto|
        show quoted sections|quoted section|every care has been taken|thank you for your interest|
        opportunity to thank|how we handled your|we hope this|i hope this|hope that this|i trust this|i trust that|
        trust this satisfies|unhappy with the way|dissatisfied by|^freedom of information officer|^foi officer|
        ^information governance|^information rights|^information access|^information manage|^disclosure officer|
        ^data protection officer|^foi team|^public access|^decision maker|^freedom of information team|
        ^freedom of information advisor|^head of information|^information officer|^corporate information|
        if this is not the information you|^town clerk|^parish clerk|^clerk to|^case officer|^foi case|
        ^disclosure analyst|^records manager|apply to the information commissioner|
        to the information commissioner under|go to the information|
        you may now apply|to ask for a review|privacy and copyright policies|your organisation's foi page|
        use this email address for all replies|
        the wrong address for|latest advice from the ico|publication of requests and responses|copyright notice|
        ^original request below|^unsubscribe|consider the environment|your feedback|satisfaction survey|
        ^thanks in advance|
        customer survey|short survey|available in large print|in braille|^registered office|audio tape|^text relay|
        ^type talk
        """,
    ),
    (
        {"t": 1.5},
        """
        ^file size|disclosure log|virus|disclaimer|decision notice|tribunal|working days|two months|calendar|appeal|
        complain|
        re-use|reuse|copyright|liability|software|feedback|officer|team|manager|headquarters|street|road|www.|http|
        @|mailto
        """,
    ),
    (
        {"t": 2.4, "a": -0.4},
        """
        information commissioner|ico.org.uk|nationalarchives|whatdotheyknow|safelinks|the ico_|foi.scot|
        itspublicknowledge
        """,
    ),
    (
        {"t": 3.0},
        """
        please quote|quoting the|in all future|future communications|any correspondence|address below|writing to us|
        contacting us|remember to quote|in writing to|casework@|complain directly|submitted within|
        in the first instance|independent review|to reconsider|be reconsidered|further details
        """,
    ),
)
