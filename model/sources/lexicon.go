package sources

import (
	"strings"
	"sync"
)

// frame is the set of ways in which a cue takes what is said.
type frame uint32

const (
	fThat    frame = 1 << iota // a finite clause: "said that …", "wonders whether …"
	fQuote                     // direct speech: "…," he said
	fNP                        // a noun phrase: "criticised the plan"
	fInf                       // an infinitive: "promised to leave"
	fObjInf                    // someone and an infinitive: "urged them to leave"
	fAs                        // something as something: "described it as"
	fSmall                     // something and what it is called: "called it a lie"
	fOf                        // someone of something: "accused him of"
	fGer                       // a gerund: "denied taking"
	fTell                      // someone is told first: "told Reuters that …"
	fSeem                      // the subject belongs to what is said: "seems to be"
	fPassive                   // so does it in the passive: "is expected to be"
	fFinite                    // a finite clause without "that" is what it mostly takes
)

// cueVerbs are the verbs that say who says, thinks, wants or shows something,
// by how they take it. A verb may stand in several lists. The first lists grew
// from the verbs of the Gender Gap Tracker (MIT); the others are our own, after
// Levin's classes of communication, judgement, desire and cognition.
var cueVerbs = []struct {
	f     frame
	words string
}{
	{fThat | fQuote, `say add allege announce argue assert aver boast brag claim comment complain concede conclude confess
		confide confirm contend counter clarify declare disclose elaborate emphasize emphasise enthuse exclaim explain
		gripe gush hint imply insist interject intone joke lament maintain marvel mention mock mumble murmur mutter muse
		note object observe opine point posit postulate predict preach proclaim profess pronounce protest quip rail rant
		reason recall recite recount reflect reiterate rejoin relate remark remember reply report respond retort reveal
		riff roar say scoff scream shout shrug sigh snap sneer speculate stammer state stipulate stress suggest
		summarize summarise surmise swear testify theorize theorise thunder trumpet tweet underline underscore vent
		volunteer vow warn whisper wisecrack wonder worry write yell acknowledge admit advise affirm agree
		answer caution chant cry decree deadpan demand fret grumble guess hypothesize infer inquire interrupt mail
		message email e-mail post blog plead pledge promise propose recommend repeat request rule signal specify
		text threaten urge lecture publicize pray telegraph grouse bemoan continue begin conclude chime narrate
		scold chide chuckle laugh grin smile nod joke crow cackle bellow gloat hedge quote cite ask`},
	{fFinite, `say argue think believe claim add insist contend assert hope know maintain note warn feel wish guess bet swear
		vow promise reckon acknowledge admit conclude declare explain concede predict complain boast joke allege suspect
		reiterate stress counter suggest realize realise write figure doubt fear tweet emphasize emphasise pray confess`},
	{fThat | fQuote | fTell, `tell inform assure remind notify warn advise ask promise e-mail email text message
		reassure tweet caution show teach persuade convince brief`},
	{fThat, `believe think know hope fear feel expect suspect doubt understand realize realise see worry assume
		anticipate consider decide determine discover dispute dream envision estimate figure find foresee forget gather
		guarantee hear hold imagine indicate judge learn mean notice perceive prefer presume pretend prove reckon
		recognize recognise regret resent sense show speculate suppose trust wish fathom calculate contemplate verify
		illustrate demonstrate highlight reflect suggest signal certify conjecture deduce accept appreciate bet care
		deny ensure establish forecast mind project ponder question ask inquire discuss debate deem document detect
		conclude ascertain bemoan attest concur disagree hypothesise intuit deplore conceive convey publicise record`},
	{fNP, `acknowledge admit advocate affirm announce applaud argue attack backed bash belittle bemoan berate blame blast
		castigate censure challenge champion cheer cite claim concede condemn condone confirm contradict counter
		criticize criticise decry defend demand demean denigrate denounce deny deplore deride describe detail disavow
		discuss dismiss disown disparage dispute disclose doubt downplay echo embrace emphasize emphasise endorse
		espouse estimate excoriate explain expect express extol fault favor favour fear flout forecast foresee hail
		highlight hate ignore insult invoke justify knock lambast lambaste lament laud lampoon like love malign
		mention mock mourn note oppose outline pledge ponder portray praise preach predict prefer proclaim profess
		promise propose protest question quote reaffirm rebuff rebuke rebut recall recite recommend recount refute
		regret reiterate reject relay remember renounce repeat repudiate resent reveal ridicule rip salute scold scorn
		second seek shun skewer slam slight specify stress suggest summarize summarise support suspect tease tout
		trash trumpet underline underscore unveil vilify voice want warn welcome commend decline detest dislike
		despise disrespect eviscerate elaborate envision envisage expound fume impugn moot mull object outlaw overrule
		overstate underplay reassert reassess reconsider reprimand respect restate retract reprise
		scapegoat show smear squelch swear state taunt twist treasure tweet understate veto vouch appreciate
		admire approve cheer apologize chide berate indicate anticipate foreswear forswear desire crave covet address
		dread hint identify memorize criticise hype inveigh recognize recognise wish question`},
	{fNP, `assail chastise grill pitch reference tweak hammer pillory eulogize heckle boo jeer chant yell bellow shout broach sketch
		chronicle link liken compare misstate mischaracterize mischaracterise misrepresent reissue credit cosponsor
		back offer order nominate post share name consider accept thank congratulate urge promote ask tell charge issue
		believe report seek tackle honor toast withdraw
		needle pepper quiz lambaste parrot peddle tally rehash reprove upbraid admonish exhort flog fault scrutinize scrutinise
		 spurn rescind revoke rebuff disclaim certify declare recant avow bless idolize revere distrust mistrust begrudge
		covet loathe resent abhor bewail rue envy pity`},
	{fInf, `agree aim ask aspire claim consent decide decline demand desire expect fear hate hesitate hope intend
		like long love mean offer opt plan plead pledge plot pray prefer pretend profess promise propose
		refuse request resolve scheme seek swear threaten volunteer vow want wish yearn elect dream petition`},
	{fObjInf, `advise ask beg beseech challenge command convince counsel dare encourage exhort expect
		implore instruct invite lobby need order persuade plead press pressure prod request remind summon tell urge want warn
		believe consider find hold intend mean prefer recommend require trust wish`},
	{fAs, `describe portray characterize characterise depict paint cast dismiss denounce decry deride ridicule regard see
		view perceive hail praise tout condemn blast brand criticize criticise identify label present represent
		reject refer attack classify envision frame interpret mock recognize recognise slam think quote list cite
		define honor`},
	{fSmall, `call label dub brand name deem declare pronounce term consider find think proclaim nickname title judge rate
		style`},
	{fOf, `accuse warn assure convince persuade inform remind suspect notify advise`},
	{fGer, `deny suggest admit advocate consider discuss oppose recommend propose recall regret acknowledge remember mention
		imagine resist support favor favour dislike hate like love fear report contemplate ban`},
	{fSeem | fInf, `seem appear`},
	{fSeem | fNP, `sound look`},
	{fPassive, `believe expect think say report know understand allege consider rumor rumour estimate presume project
		predict deem assume claim ask tell urge criticize order require invite nominate describe portray
		call name label see view blame charge forecast criticise condemn denounce attack praise
		announce dismiss question challenge support endorse reject oppose mention cite quote`},
}

// cuePreps are the verbs that take what is said behind a preposition.
var cuePreps = []struct{ preps, words string }{
	{"about", `ask boast brag care complain dream fret gripe gush hear inquire joke know lie learn moan muse opine preach rant
		rave read reminisce say speak speculate talk tell think tweet warn wonder worry write testify brief lecture
		disagree forget grumble lament vent argue comment question fume ask elaborate debate chat query feel quip`},
	{"of", `approve boast complain conceive despair disapprove dream hear know learn say sing speak talk tell think tire
		warn write remind assure accuse repent`},
	{"on", `comment opine insist call elaborate expound focus dwell reflect report speak touch weigh write testify agree lecture
		speculate vote bet pronounce reckon rule tweet press advise decide harp sound seize muse plan`},
	{"for", `argue apologize apologise advocate appeal ask beg call campaign clamor clamour hope lobby long plead praise pray
		press push vote wish yearn criticize criticise blame thank fault apply petition care condemn denounce
		pine forgive vouch root`},
	{"to", `admit agree allude appeal attest confess consent object point refer reply respond subscribe swear
		testify warm nod call commit gesture aspire`},
	{"at", `balk bristle chafe fume glance grumble guess hint jeer joke laugh lash marvel point rage rail recoil scoff shout
		shudder sneer snap snipe swipe yell jab hit aim bridle hoot`},
	{"against", `argue campaign caution counsel fight fulminate inveigh lobby preach protest push rail rant rally speak vote
		warn advise decide complain rule lash`},
	{"with", `agree argue concur differ disagree quarrel quibble sympathize sympathise side identify clash`},
	{"in", `believe confess delight exult hope revel trust`},
	{"over", `agonize argue fret fume rage worry clash quarrel`},
	{"into", `lay tear rip lit light`},
	{"as", `describe portray characterize`},
	{"from", `quote read recite`},
	{"toward", `gesture point`},
	{"by", `stand swear`},
}

// particles are the second words of phrasal cues.
var phrasal = map[string]frame{
	"point out": fThat | fQuote | fNP, "spell out": fNP, "lay out": fNP | fThat, "rule out": fNP | fGer, "find out": fThat,
	"figure out": fThat, "turn down": fNP, "call out": fNP | fQuote, "cry out": fQuote | fThat, "speak out": 0,
	"make clear": fThat, "write off": fNP, "read out": fNP, "set out": fInf | fNP, "play down": fNP, "bring up": fNP,
	"shoot down": fNP, "hold up": 0, "take on": 0, "push back": 0, "fire back": fQuote | fThat, "hit back": fQuote,
	"shoot back": fQuote | fThat, "chime in": fQuote | fThat, "talk up": fNP, "single out": fNP, "lash out": 0,
	"put forward": fNP, "put forth": fNP, "brush off": fNP, "wave off": fNP, "shrug off": fNP, "sum up": fNP | fThat | fQuote,
	"back up": fNP, "blurt out": fNP | fThat | fQuote, "sign off": fQuote,
}

// cueNouns are the nouns that name what is said, thought or wanted.
// The preposition list says behind which of them it stands, besides a clause
// with "that"; "to" is the infinitive.
var cueNouns = []struct{ frames, words string }{
	{"that of", `accusation acknowledgment acknowledgement admission affirmation allegation announcement answer argument assertion
		assumption assurance belief boast caution certainty charge claim comment complaint conclusion concession
		conviction declaration denial description disclosure doubt expectation explanation fear feeling finding forecast
		guess hint hope hypothesis impression insistence judgment judgement observation opinion
		perception prediction presumption proclamation promise proof proposition reminder reply report revelation rumor
		rumour signal statement suggestion suspicion testimony theory thought understanding verdict view warning
		worry worries criticism concern vow pledge guarantee speculation confidence`},
	{"to", `call decision demand desire intent intention offer plan pledge pressure promise proposal refusal request threat
		vow willingness unwillingness readiness reluctance wish bid ambition determination resolve commitment invitation eagerness order hope`},
	{"for", `appeal call calls demand demands endorsement enthusiasm plea praise preference push request respect support admiration
		contempt disdain sympathy disregard love hatred advocacy concern blame backing`},
	{"of", `criticism critique support condemnation denunciation endorsement approval disapproval embrace rejection
		praise defense defence mention advocacy interpretation portrayal characterization characterisation
		assessment estimate view views opinion opinions dismissal recommendation disavowal`},
	{"about", `complaint complaints concern concerns comment comments doubts doubt question questions statement statements
		remark remarks worry worries claims claim rhetoric joke jokes anxiety fears fear enthusiasm views skepticism
		scepticism anger lies speech feelings uncertainty warnings warning`},
	{"on", `attack attacks views stand assault comment comments opinion remarks statement `},
	{"to", `opposition resistance objection objections reply commitment answer
		hostility aversion pledge`},
	{"against", `allegation allegations accusation accusations argument charges complaint case rhetoric animus`},
	{"over", `anger concern concerns anxiety frustration outrage fears criticism complaints`},
	{"at", `anger frustration outrage dismay`},
	{"toward", `attitude attitudes hostility animosity feelings`},
	{"with", `disagreement frustration displeasure satisfaction dissatisfaction agreement`},
}

// cueAdjectives are the adjectives of mind, with the prepositions behind which
// their object stands, besides "that" and an infinitive where given.
var cueAdjectives = []struct{ frames, words string }{
	{"that about", `afraid anxious certain concerned confident convinced excited worried sure unsure hopeful nervous optimistic
		pessimistic skeptical sceptical enthusiastic happy unhappy upset uncertain wary clear adamant angry doubtful
		ambivalent passionate apprehensive candid vocal furious uneasy outspoken`},
	{"that of", `aware unaware afraid confident convinced critical supportive proud certain fearful sceptical skeptical
		contemptuous dismissive mindful wary scornful suspicious envious tolerant respectful fond ashamed leery`},
	{"that at", `angry furious outraged amazed surprised dismayed aghast shocked incensed astonished appalled`},
	{"that by", `surprised shocked alarmed disappointed dismayed outraged horrified appalled disturbed frustrated impressed`},
	{"to", `opposed committed sympathetic hostile resistant receptive averse open indifferent`},
	{"inf", `afraid anxious determined glad happy hesitant inclined keen prepared reluctant unwilling willing
		loath pleased proud poised desperate content`},
	{"for", `eager grateful thankful hungry`},
	{"with", `angry disappointed dissatisfied frustrated happy impressed pleased satisfied unhappy comfortable uncomfortable enamored
		disenchanted disgusted`},
	{"against", `biased prejudiced`},
	{"in", `interested`},
	{"that", `glad sorry mad insistent`},
}

// agentNouns name those who hold a view of what stands behind "of".
var agentNouns = wordSet(`supporter supporters opponent opponents critic critics advocate advocates proponent proponents backer backers foe foes
	fan fans admirer admirers defender defenders detractor detractors skeptic skeptics sceptic sceptics believer believers adversary adversaries`)

// idioms are cues of several words, by the verb they begin with.
var idioms = map[string][]idiom{
	"go":    {{"after", fNP}, {"so far as", 0}},
	"take":  {{"aim at", fNP}, {"issue with", fNP}, {"a swipe at", fNP}, {"swipes at", fNP}, {"a shot at", fNP}, {"shots at", fNP}, {"a jab at", fNP}, {"exception to", fNP}, {"note of", fNP}},
	"weigh": {{"in on", fNP}},
	"make": {
		{"clear", fThat | fNP},
		{"it clear", fThat},
		{"plain", fThat},
		{"fun of", fNP},
		{"the case for", fNP},
		{"the case that", fThat},
		{"a case for", fNP},
		{"the point that", fThat},
		{"no mention of", fNP},
		{"mention of", fNP},
		{"a point of", fNP},
		{"light of", fNP},
	},
	"come":  {{"out against", fNP}, {"out for", fNP}, {"out in favor of", fNP}, {"out in favour of", fNP}, {"out in support of", fNP}, {"to believe", fThat}},
	"speak": {{"out against", fNP}, {"out about", fNP}, {"out for", fNP}},
	"lash":  {{"out at", fNP}},
	"fire":  {{"back at", fNP}},
	"hit":   {{"back at", fNP}},
	"push":  {{"back against", fNP}, {"back on", fNP}},
	"cast":  {{"doubt on", fNP}, {"doubts on", fNP}},
	"pay":   {{"tribute to", fNP}},
	"call":  {{"attention to", fNP}, {"into question", fNP}},
	"draw":  {{"attention to", fNP}},
	"shed":  {{"light on", fNP}},
	"find":  {{"fault with", fNP}},
	"poke":  {{"fun at", fNP}},
	"stand": {{"up for", fNP}, {"up to", 0}, {"by", fNP}},
	"side":  {{"with", fNP}},
	"look":  {{"forward to", fNP}, {"down on", fNP}},
}

// idiom is what follows the verb, and how the whole takes what is said.
type idiom struct {
	rest string
	f    frame
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// cue is what the lexicon knows of a word.
type cue struct {
	lemma string
	f     frame
	preps []string
	part  bool // some phrasal cue begins with it
}

type lexicon struct {
	verbs map[string]*cue // by form
	nouns map[string]*cue
	adjs  map[string]*cue
}

var cues = sync.OnceValue(buildLexicon)

func buildLexicon() *lexicon {
	l := &lexicon{verbs: map[string]*cue{}, nouns: map[string]*cue{}, adjs: map[string]*cue{}}
	lemmas := map[string]*cue{}
	verb := func(w string) *cue {
		c := lemmas[w]
		if c == nil {
			c = &cue{lemma: w}
			lemmas[w] = c
		}
		return c
	}
	for _, x := range cueVerbs {
		for w := range strings.FieldsSeq(x.words) {
			verb(w).f |= x.f
		}
	}
	for _, x := range cuePreps {
		for w := range strings.FieldsSeq(x.words) {
			c := verb(w)
			c.preps = append(c.preps, x.preps)
		}
	}
	for w := range idioms {
		verb(w)
	}
	for p := range phrasal {
		w, _, _ := strings.Cut(p, " ")
		verb(w).part = true
	}
	for w, c := range lemmas {
		for _, form := range verbForms(w) {
			if old := l.verbs[form]; old == nil || old.lemma > w || form == w {
				l.verbs[form] = c
			}
		}
	}
	add := func(m map[string]*cue, w, frames string) {
		c := m[w]
		if c == nil {
			c = &cue{lemma: w}
			m[w] = c
		}
		for p := range strings.FieldsSeq(frames) {
			switch p {
			case "that":
				c.f |= fThat
			case "inf":
				c.f |= fInf
			default:
				c.preps = append(c.preps, p)
			}
		}
	}
	for i, x := range cueNouns {
		for w := range strings.FieldsSeq(x.words) {
			frames := x.frames
			if i == 1 {
				frames = "inf"
			}
			add(l.nouns, w, frames)
			if !strings.HasSuffix(w, "s") {
				add(l.nouns, plural(w), frames)
			}
		}
	}
	for _, x := range cueAdjectives {
		for w := range strings.FieldsSeq(x.words) {
			add(l.adjs, w, x.frames)
		}
	}
	return l
}

func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "y") && !strings.ContainsAny(w[len(w)-2:len(w)-1], "aeiou"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"):
		return w + "es"
	case strings.HasSuffix(w, "sis"):
		return w[:len(w)-2] + "es"
	}
	return w + "s"
}

// irregular gives the past and the participle of the verbs that need it.
var irregular = map[string]string{
	"go": "went gone", "come": "came come", "pay": "paid", "draw": "drew drawn", "shed": "shed", "weigh": "weighed",
	"say": "said", "tell": "told", "think": "thought", "know": "knew known", "feel": "felt", "see": "saw seen",
	"hear": "heard", "find": "found", "hold": "held", "mean": "meant", "forget": "forgot forgotten", "show": "showed shown",
	"swear": "swore sworn", "write": "wrote written", "speak": "spoke spoken", "choose": "chose chosen", "read": "read",
	"put": "put", "make": "made", "lay": "laid", "set": "set", "hit": "hit", "shoot": "shot", "bet": "bet", "sing": "sang sung",
	"seek": "sought", "teach": "taught", "understand": "understood", "foresee": "foresaw foreseen", "forecast": "forecast",
	"cast": "cast", "beg": "begged", "begin": "began begun", "lie": "lied", "withdraw": "withdrew withdrawn",
	"dream": "dreamed dreamt", "learn": "learned learnt", "tear": "tore torn", "light": "lit lighted",
	"bring": "brought", "stand": "stood", "fight": "fought", "rap": "rapped", "rip": "ripped", "take": "took taken",
	"forbid": "forbade forbidden", "forgive": "forgave forgiven", "beseech": "besought beseeched", "forswear": "forswore forsworn",
	"slam": "slammed", "plan": "planned", "pan": "panned", "refer": "referred", "infer": "inferred", "prefer": "preferred",
	"admit": "admitted", "quip": "quipped", "plot": "plotted", "nod": "nodded", "rebut": "rebutted", "grin": "grinned", "dub": "dubbed",
	"snap": "snapped", "snub": "snubbed", "chat": "chatted", "jab": "jabbed", "brag": "bragged", "concur": "concurred",
	"recap": "recapped", "shun": "shunned", "commit": "committed", "prod": "prodded", "opt": "opted",
	"ban": "banned", "shrug": "shrugged", "permit": "permitted", "blog": "blogged",
	"fret": "fretted", "bid": "bid", "leave": "left", "give": "gave given", "fall": "fell fallen",
	"sum": "summed", "sue": "sued", "spell": "spelled spelt",
	"signal": "signaled signalled", "label": "labeled labelled", "marvel": "marveled marvelled",
	"revel": "reveled revelled", "quarrel": "quarreled quarrelled", "counsel": "counseled counselled",
}

// verbForms lists the forms of a verb.
func verbForms(w string) []string {
	out := []string{w, plural(w)}
	if strings.HasSuffix(w, "o") || strings.HasSuffix(w, "x") || strings.HasSuffix(w, "z") {
		out[1] = w + "es"
	}
	if strings.HasSuffix(w, "sis") {
		out[1] = w + "es"
	}
	past, known := irregular[w]
	last := w[len(w)-1]
	switch {
	case known && past != "":
		out = append(out, strings.Fields(past)...)
	case last == 'e':
		out = append(out, w+"d")
	case last == 'y' && len(w) > 1 && !strings.ContainsAny(w[len(w)-2:len(w)-1], "aeiou"):
		out = append(out, w[:len(w)-1]+"ied")
	default:
		out = append(out, w+"ed")
	}
	stem := w
	switch {
	case strings.HasSuffix(w, "ie"):
		stem = w[:len(w)-2] + "y"
	case last == 'e' && !strings.HasSuffix(w, "ee"):
		stem = w[:len(w)-1]
	case known && strings.HasPrefix(past, w+string(last)+"ed"):
		stem = w + string(last)
	case w == "beg" || w == "put" || w == "set" || w == "hit" || w == "bet" || w == "begin" || w == "forget" || w == "rap" || w == "rip":
		stem = w + string(last)
	}
	return append(out, stem+"ing")
}
