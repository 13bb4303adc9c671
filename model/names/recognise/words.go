package recognise

import "strings"

// flags are what a word is told by from lists.
type wordFlag uint16

const (
	title    wordFlag = 1 << iota // "President", "Mr.", "Sgt."
	saying                        // "said", "told"
	orgEnd                        // "Inc", "Ministry", "University"
	placeEnd                      // "River", "Province", "Street"
	linker                        // small words inside names: "of", "bin", "and"
	month                         // and weekdays
	eventEnd                      // "Cup", "War", "Games"
	kin                           // "brother", "wife", "son"
	job                           // "minister", "spokesman", "leader"
	locative                      // "in", "near", "from"
	honour                        // titles that newswire counts to the name: "Pope", "St."
)

var listed = func() map[string]wordFlag {
	m := map[string]wordFlag{}
	for f, words := range map[wordFlag]string{
		title: `mr mrs ms miss dr prof professor sir dame lord lady baron baroness sheikh sheik imam ayatollah mullah pope father
			cardinal archbishop bishop reverend rev rabbi sister brother king queen prince princess emperor sultan emir amir duke president vice-president
			premier chancellor minister secretary senator sen representative rep congressman congresswoman governor gov mayor
			ambassador general gen lieutenant lt colonel col major maj captain capt sergeant sgt admiral adm commander cmdr
			corporal cpl private pvt judge justice attorney sheriff chief director chairman chairwoman spokesman spokeswoman
			spokesperson officer detective inspector superintendent constable coach saint st comrade señor don`,
		saying: `said says say told tells added adds announced asked asks argued argues believes called claimed claims commented
			concluded confirmed declared denied described explained explains insisted insists noted notes predicted recalled
			replied reported reports revealed suggested suggests testified thinks thought tweeted urged warned warns wrote writes
			acknowledged admitted agreed stated stressed vowed promised quipped joked continued`,
		orgEnd: `inc corp corporation co company ltd plc llc group holdings gmbh ag sa nv spa bank bancorp trust fund partners
			capital association society institute institution foundation university college school academy council committee
			commission agency authority department ministry bureau office court tribunal parliament congress senate assembly party
			union federation confederation league club united city fc afc rovers wanderers times post news herald tribune journal
			gazette press magazine radio television tv network airlines airways motors industries systems technologies
			laboratories pharmaceuticals energy petroleum oil gas steel insurance securities exchange stock board service services
			police force forces army navy guard brigade battalion regiment front movement alliance coalition organization
			organisation center centre hospital church museum library orchestra theatre theater studios records entertainment
			software electronics international global national`,
		placeEnd: `river lake sea ocean bay gulf strait channel island islands isle mountain mountains mount hill hills valley
			desert forest park beach coast peninsula cape street avenue road boulevard square bridge airport port harbor harbour
			province state county district region territory republic kingdom city town village borough canal canyon plaza stadium
			palace castle tower prison camp base north south east west northern southern eastern western central upper lower`,
		linker:   `of the and for in on at to de la le les del des du da do dos von van der den di el al bin ibn bint abu ben ul y e et & - 's s`,
		month:    `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun`,
		eventEnd: `war wars cup games olympics championship championships open prix festival conference summit election elections revolution uprising crisis hurricane typhoon storm operation tournament marathon rally awards day week parade massacre attack attacks accord accords treaty treaties intifada spring series bowl masters convention`,
		kin:      `brother sister wife husband son daughter mother father uncle aunt cousin nephew niece widow friend boyfriend girlfriend grandson granddaughter partner colleague`,
		job: `minister president leader spokesman spokeswoman spokesperson secretary chief director chairman chairwoman head
			official officer senator lawmaker politician candidate governor mayor ambassador envoy general commander captain
			colonel lawyer attorney prosecutor judge analyst economist professor researcher scientist expert author writer
			journalist reporter editor correspondent photographer actor actress singer musician director coach manager
			player striker midfielder defender goalkeeper champion activist founder ceo executive trader dealer broker pilot
			doctor nurse teacher student farmer resident mp deputy economist strategist coordinator adviser advisor aide
			historian novelist poet artist composer producer star rapper king queen prince bishop`,
		honour:   `saint st don dame`,
		locative: `in near from at to into across around outside inside throughout within toward towards between via through over of`,
	} {
		for _, w := range strings.Fields(words) {
			m[w] |= f
		}
	}
	return m
}()
