package sources

// The nouns that say what kind of source a phrase is, by its head word.

// documents speak through what is written or shown.
var documents = wordSet(`account ad ads advert advertisement affidavit analysis announcement article articles audit ballot bill biography
	blog book brief broadcast bulletin census charter chart column commercial complaint constitution correspondence cable cables data database
	declaration deposition diary dispatch document documents dossier draft editorial email emails e-mail e-mails entry essay
	estimate estimates evidence excerpt figures file files filing filings film findings footage forecast guide guidelines headline history
	indictment index invitation journal law lawsuit leaflet ledger letter letters list log logs manifesto map measure memo memoir memorandum
	message messages minutes motion news note notes notice op-ed opinion order papers petition photo photograph picture plan platform play
	podcast policy poll polls polling post posting posts poster preamble profile programme projection projections proposal
	receipt receipts recording recordings record records reply report reports research resolution results review ruling rules script
	series sign signs song speech spreadsheet standard statement statements statistics statute story stories study studies
	subpoena suit summary survey surveys tape tapes testimony text texts title transcript transcripts treaty trend tweet tweets
	verdict video videos warrant website will writing writings numbers chants inscription placard placards model models
	sample`)

// bodies are organisations with no name of their own.
var bodies = wordSet(`administration agency agencies airline airport alliance army arm assembly association authority bank bench board body
	brewery brigade broadcaster bureau business cabinet camp campaign caucus center centre chamber channel charity church city
	club coalition college command commission committee company concern conference congress consortium consulate council country
	court courts department district division embassy faction factory federation firm force forces foundation fund government governments
	group groups hospital house industry inquiry insurer institute institution judiciary jury kremlin leadership legislature lender lobby
	magazine maker manufacturer media military ministry mission monitor municipality museum navy network newspaper newspapers office
	operator opposition organisation organization outlet panel paper parliament party pentagon plaintiff police politburo
	presidency press producer provider publication publisher publishers railway regime regiment regulator regulators retailer
	school secretariat senate service shop side site society staff startup start-up state station store supplier team think-tank tribunal
	troops union unit university utility watchdog wing world delegation bloc nation province county town tank prosecution defence defense`)

// spokespeople speak for a body, not for themselves.
var spokespeople = wordSet(`spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons secretary representative
	representatives press officer`)

// people is one person with no name.
var people = wordSet(`academic activist actor adviser advisor advocate agent aide ally ambassador analyst applicant architect artist
	assistant athlete attorney author banker boss boy broker brother businessman businesswoman caller captain candidate chairman chairwoman chief
	child citizen cleric client clerk coach colleague columnist commander commissioner commentator congressman congresswoman consultant
	contractor counsel counterpart couple cousin critic customer daughter dean defendant delegate demonstrator deputy detective diplomat director
	doctor donor driver economist editor employee engineer envoy executive expert farmer father fighter figure fisherman friend general girl
	governor guard guest guy head host husband immigrant individual inmate insider inspector interpreter investigator investor jihadist
	journalist judge juror justice king landlord lawmaker lawyer leader legislator lieutenant local loyalist lobbyist lord magistrate man manager
	mayor medic member militant minister mogul mother motorist mp native neighbor neighbour nominee nurse observer officer official
	operative organizer organiser owner parent participant partner passenger passer-by pastor patient person physician pilot player
	policeman policewoman politician pollster pope president premier priest prisoner producer professor promoter prosecutor protester
	protestor publicist pundit rebel refugee reporter representative republican democrat rescuer researcher resident reverend rival sailor
	scholar scientist secretary senator sergeant sheriff shopkeeper shopper singer sister socialist soldier son source speaker staffer
	star strategist student supporter surgeon survivor suspect tenant teacher technician teenager trader tycoon user veteran vicar
	victim viewer visitor volunteer voter whistleblower whistle-blower widow wife winner witness woman worker writer youth billionaire
	businessperson incumbent contender front-runner frontrunner dealer driver`)

// sourcelike is said of those who want no name.
var sourcelike = wordSet(`source sources insider insiders whistleblower whistleblowers whistle-blower`)

// hidden are the words before a noun that say that it goes without a name.
var hidden = wordSet(`anonymous unnamed unidentified undisclosed unspecified unattributed`)

// quantities stand for some of a group.
var quantities = wordSet(`some many most several others half majority minority all both few dozens hundreds thousands percent
	two-thirds three-quarters quarter third nobody everyone everybody anyone none those two three four five six seven eight nine ten one
	people plurality number more fewer another share cent`)

// outlets are the names of news organisations that do not give themselves away.
var outlets = wordSet(`reuters ap afp upi dpa xinhua tass interfax kyodo ansa efe bloomberg politico buzzfeed axios vox slate salon vice
	cnn bbc nbc abc cbs msnbc cnbc npr pbs itv rtl rai ard zdf telemundo univision breitbart huffpost gawker quartz mashable
	newsweek forbes fortune time economist guardian telegraph independent haaretz bild spiegel stern welt monde figaro liberation pais
	mundo corriere repubblica yomiuri asahi mainichi nikkei yonhap izvestia kommersant novaya meduza al-jazeera jazeera arabiya hurriyet
	dawn hindu granma variety billboard esquire vogue atlantic harper's espn fox sky c-span propublica mcclatchy gannett wsj techcrunch
	recode medium wired mediaite "60`)

// outletWords are words that the names of news organisations are made of.
var outletWords = wordSet(`times post news journal tribune herald globe gazette daily magazine radio tv television broadcasting press
	chronicle observer courier star sun mirror register dispatch examiner weekly newspaper network channel agency reporter
	review mail express bulletin advertiser wire newswire today inquirer bee sentinel`)

// hearsayOutlets are outlets with no name.
var hearsayOutlets = wordSet(`media newspaper newspapers broadcaster press outlet outlets tabloid tabloids website websites blog channel tv
	television radio magazine magazines`)
