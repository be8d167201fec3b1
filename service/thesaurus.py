"""Word lists of the field, kept by hand: acronyms, and words that say little.

General UK public-sector usage, from the glossaries of policing, schools, housing, the NHS and FOI itself; nothing here
comes from one letter.
"""

from __future__ import annotations

ACRONYMS = """
aai: adrenaline auto-injector
adhd: attention deficit hyperactivity disorder
aed: automated external defibrillator
anpr: automatic number plate recognition
aonb: area of outstanding natural beauty
app: authorised professional practice
aqma: air quality management area
asb: anti-social behaviour
asbo: anti-social behaviour order
asc: autism spectrum condition; adult social care
asd: autism spectrum disorder
atw: access to work
bame: black asian and minority ethnic
bcu: basic command unit; borough command unit
bme: black and minority ethnic
bng: biodiversity net gain
bsl: british sign language
bwv: body worn video
cad: computer aided dispatch
camhs: child and adolescent mental health services
caz: clean air zone
cbo: criminal behaviour order
cce: child criminal exploitation
ccg: clinical commissioning group
cctv: closed circuit television
ceo: civil enforcement officer; traffic warden
chc: continuing healthcare
cid: criminal investigation department
cil: community infrastructure levy
cmht: community mental health team
cpn: community protection notice
cpo: compulsory purchase order
cps: crown prosecution service
cqc: care quality commission
crm: customer relationship management
cse: child sexual exploitation
csew: crime survey for england and wales
csp: community safety partnership
ctrs: council tax reduction scheme
cyp: children and young people
da: domestic abuse
dapo: domestic abuse protection order
dbs: disclosure and barring service
dfe: department for education
dfg: disabled facilities grant
dft: department for transport
dhp: discretionary housing payment
dhsc: department of health and social care
dlo: direct labour organisation
dols: deprivation of liberty safeguards
dpa: data protection act
dpi: during performance inspection
dpia: data protection impact assessment
dpo: data protection officer
dsar: data subject access request
dsg: dedicated schools grant
dtoc: delayed transfer of care
dv: domestic violence
dvdc: domestic violence disclosure scheme
dvdp: disclosure of domestic violence
dvla: driver and vehicle licensing agency
dvpn: domestic violence protection notice
dvpo: domestic violence protection order
dvsa: driver and vehicle standards agency
dwp: department for work and pensions
ehc: education health and care
ehcna: education health and care needs assessment
ehcp: education health and care plan
ehe: elective home education; electively home educated
ehrc: equality and human rights commission
eia: equality impact assessment; environmental impact assessment
eir: environmental information regulations
eotas: education otherwise than at school; educated otherwise than at school
ep: educational psychologist
epc: energy performance certificate
etro: experimental traffic regulation order
ev: electric vehicle; electric car
evcp: electric vehicle charging point
fcr: force control room
fgm: female genital mutilation
fmpo: forced marriage protection order
foi: freedom of information
foia: freedom of information act
foisa: freedom of information scotland act
fpn: fixed penalty notice
fra: fire risk assessment
fsm: free school meals
fte: full time equivalent
gdpr: general data protection regulation
gp: general practitioner
hgv: heavy goods vehicle
hmcts: hm courts and tribunals service
hmic: inspectorate of constabulary
hmo: house in multiple occupation
hmpps: hm prison and probation service
hmrc: hm revenue and customs
hr: human resources
hra: housing revenue account
hse: health and safety executive
hwrc: household waste recycling centre
icb: integrated care board
ico: information commissioner's office
ict: information and communication technology
icu: intensive care unit
idva: independent domestic violence adviser
imd: index of multiple deprivation
iom: integrated offender management
iopc: independent office for police conduct
ipp: imprisonment for public protection
it: information technology
ksi: killed or seriously injured
la: local authority
lac: looked after children
lado: local authority designated officer
lcwip: local cycling and walking infrastructure plan
lea: local education authority
lga: local government association
lgo: local government ombudsman
lgps: local government pension scheme
lgsco: local government and social care ombudsman
lha: local housing allowance
lpa: local planning authority
ltn: low traffic neighbourhood
luf: levelling up fund
mappa: multi agency public protection arrangements
marac: multi agency risk assessment conference
mash: multi agency safeguarding hub
mfa: multi-factor authentication
mhclg: ministry of housing communities and local government
mod: ministry of defence
moj: ministry of justice
mps: metropolitan police service
msp: member of the scottish parliament
mtfs: medium term financial strategy
nca: national crime agency
ncnd: neither confirm nor deny
nda: non-disclosure agreement; gagging clause
neet: not in education employment or training
nfa: no further action
nhs: national health service
nicu: neonatal intensive care unit
nip: notice of intended prosecution
nmo: non molestation order
nndr: national non-domestic rates
npcc: national police chiefs council
nrpf: no recourse to public funds
ocg: organised crime group
ofsted: office for standards in education
ons: office for national statistics
opcc: office of the police and crime commissioner
ot: occupational therapist; occupational therapy
pace: police and criminal evidence act
pals: patient advice and liaison service
pcc: police and crime commissioner
pcn: penalty charge notice; parking fine; parking ticket
pcso: police community support officer
pda: pathological demand avoidance
pfi: private finance initiative
pgr: postgraduate research
pgt: postgraduate taught
pip: personal independence payment
pit: public interest test
pnc: police national computer
pnd: penalty notice for disorder; police national database
ppe: personal protective equipment
prow: public right of way
pru: pupil referral unit
psd: professional standards department
pspo: public spaces protection order
ptsd: post-traumatic stress disorder
pwlb: public works loan board
raac: reinforced autoclaved aerated concrete
rasso: rape and serious sexual offences
ripa: regulation of investigatory powers act
rpa: robotic process automation
rsl: registered social landlord
rso: registered sex offender
rtc: road traffic collision
rui: released under investigation
sab: safeguarding adults board
sag: safety advisory group
sar: subject access request
sarc: sexual assault referral centre
scr: serious case review
sen: special educational needs
senco: special educational needs coordinator
send: special educational needs and disabilities
shpo: sexual harm prevention order
sla: service level agreement
slt: speech and language therapy
sopo: sexual offences prevention order
spo: stalking protection order
sssi: site of special scientific interest
suds: sustainable drainage system; sustainable urban drainage system
swep: severe weather emergency protocol
ta: teaching assistant; temporary accommodation
tpo: tree preservation order
tro: traffic regulation order
uasc: unaccompanied asylum seeking child; unaccompanied asylum seeking children
uav: unmanned aerial vehicle; drone
uc: universal credit
ug: undergraduate
ukspf: uk shared prosperity fund
ukvi: uk visas and immigration
ulez: ultra low emission zone
vawg: violence against women and girls
voa: valuation office agency
voip: voice over internet protocol
vrr: victims right to review
wte: whole time equivalent
wtte: whole time equivalent
yjs: youth justice service
yot: youth offending team
"""
"""One a line: the acronym, a colon, its wordings parted by semicolons, the usual one first."""

STOP = """
although among amongst another anybody anyone anything because doing either else everybody everyone everything gets
getting goes going gone hence her hers herself him himself his itself moreover myself neither nobody nothing oneself
others ought ours ourselves quite somebody someone something theirs themselves therefore though thus unless upon very
went whatever whenever whereas wherever whether whichever whoever yearly yet yourself yourselves
fy yr academic quarterly monthly
a about after all also am an and annual annually any are as ask asked at be been before being between both break
breakdown broken but by calendar can concerning could council's count data did do does done down during each eight eir
etc ever every figure figures financial five foi following for force's four from get give given got had has have
having he held here hold holds how however i if in inc include includes including information into is it its just made
make many may me might month months more most much must my nine no nor not number numbers of off on one only onto or
other our out over per period please provide provided quarter re record recorded regarding related relating request
requested requests s said say says seven shall she should since six so some such tell ten than that the their them
then there these they this those three through to told total totals two under until up us use used uses using via vs
was we were what when where which who whom whose why will with within would year years you your
"""
"""Words that say nothing of what is asked for, or that every request holds."""

FAINT = """
actual actually applied applies apply approach approximately area argument authority autumn available  back
based basis besides breakdown case cases cite cited cover current currently detail details disclose disclosed document
documents earliest early end ever exception exemption exist expect expected far find found full getting given go
grounds group handle handling held incident incidents including instance issued kind lack last late latest lead level
local logged look need new occasion old outcome outcomes overall part parts people person place policy power powers
provide public rather reason record recorded recording refuse refused release released relied rely report reported
result said section service services show since single size someone spring start subject subsection summer take taken
themselves thing time together total towards turn turned type various way whether winter withheld withhold without
work year
"""
"""Words that matter little to what is asked: a letter that lacks them may still answer."""

ENGLISH = "app cad da ep gp hr it la lea mash mod ons ot pace pals pip pit send suds ta"
"""Acronyms that are words when written small."""
