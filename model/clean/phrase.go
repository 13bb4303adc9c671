package clean

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"stet/model/story"
)

// verdict is what the words of a line say by themselves: the reason why it
// could be furniture, and how surely it is (0 … 1; 0 is nothing found).
type verdict struct {
	reason     story.Reason
	confidence float64
}

// Notes on the writer, contributors' and source lines are copy to one desk and
// furniture to the next: they stay unless their place settles it.
const (
	writerNote  = 0.5
	contributor = 0.5
	sourceNote  = 0.5
)

// sure is the confidence from which a line is removed. Between doubtful and
// sure it stays, with a doubt.
const (
	sure     = 0.6
	doubtful = 0.4
)

// whole holds lines that are furniture when they consist of nothing else, in
// lower case and without marks around them.
var whole = func() map[string]verdict {
	m := map[string]verdict{}
	add := func(r story.Reason, c float64, list string) {
		for _, l := range strings.Split(list, "|") {
			m[strings.TrimSpace(strings.ReplaceAll(l, "\n", " "))] = verdict{r, c}
		}
	}
	add(story.Advertisement, 0.98, `advertisement|advertisements|advertisment|advertising|advert|adverts|ad|ads|sponsored|sponsored content|sponsored links|sponsored link|
		paid content|paid post|promoted|promoted content|promotion|partner content|ads by google|from our advertisers|from our partners|skip advertisement|skip ad|close ad|
		story continues|article continues|continue reading the main story|remove ads|supported by|brought to you by|featured advertiser|advertise with us|advertise|advertiser links`)
	add(story.SectionLabel, 0.75, `news|world|world news|us news|uk news|u.s. news|us|uk|u.s.|u.k.|nation|national|international|local|local news|regional|business|business news|money|markets|economy|companies|
		finance|politics|sport|sports|football|soccer|tech|technology|science|sci-tech|health|environment|climate|education|media|opinion|opinions|editorial|editorials|comment|commentary|analysis|
		feature|features|entertainment|arts|culture|lifestyle|life & style|style|travel|food|books|film|movies|music|tv|crime|courts|weather|obituaries|letters|
		africa|asia|europe|americas|middle east|latin america|asia pacific|australia|breaking|breaking news|latest|latest news|top stories|top story|headlines|exclusive|special report|
		investigations|live|video|videos|photos|pictures|gallery|galleries|podcast|podcasts|blogs|explainer|in depth|today's paper|front page|newswire|press release|press releases`)
	add(story.Navigation, 0.95, `home|homepage|home page|menu|search|advanced search|site search|web search|search this site|go|site map|sitemap|site index|a-z index|help|faq|faqs|contact|contact us|about|about us|who we are|our team|
		log in|login|log out|sign in|sign out|register|registration|create account|my account|my profile|profile|account|members|member login|login or register|username|user name|password|forgot password?|e-mail address|email address|
		remember me|submit|next|previous|prev|back|forward|next story|previous story|next article|previous article|next page|previous page|back to top|return to top|top|top of page|page top|skip to content|skip to main content|
		skip navigation|skip to navigation|jump to navigation|close|open|expand|more|more »|more...|show more|load more|view all|see all|see more|view more|show all|all news|archive|archives|news archive|today's news|
		classifieds|jobs|careers|cars|autos|motoring|real estate|homes|property|dating|shopping|shop|store|horoscopes|horoscope|crosswords|crossword|puzzles|games|competitions|contests|tv listings|tv guide|lottery|
		traffic|events|calendar|directory|directories|services|resources|tools|article tools|story tools|site tools|page tools|quick links|useful links|links|external links|categories|category|tags|topics|keywords|
		rss|rss feeds|rss feed|feeds|xml|atom|mobile|wap|print edition|e-paper|digital edition|text version|low graphics|full site|desktop site|edition|change edition|english|español|français|deutsch|
		media kit|press room|multimedia|slideshow|slideshows|photo galleries|blog|forums|forum|community|polls|poll|quiz|surveys|feedback|give us feedback|send feedback|site feedback|
		company info|corporate|investors|work for us|rate it|rate this story|rate this article|web|enhanced by|powered by|play video|play|pause|mute|loading|loading...|please wait|error|enlarge|enlarge image|enlarge this image|
		view larger image|view gallery|view slideshow|zoom|click to enlarge|toggle caption|hide caption|toggle navigation|listen|watch|in this article|on this page|table of contents|contents|find more articles on|find more articles by|know more`)
	add(story.Teaser, 0.9, `related|related news|related stories|related story|related articles|related article|related content|related links|related link|related topics|related coverage|related items|related reading|related videos|related video|
		more stories|more news|more on this story|more on this topic|more on this|more articles|more headlines|more from this section|more coverage|more top stories|more latest news|more to read|more like this|
		most read|most viewed|most popular|most emailed|most e-mailed|most commented|most shared|most watched|most recent|popular|popular stories|popular now|popular articles|trending|trending now|trending stories|
		recommended|recommended for you|recommended stories|recommended reading|you may like|you may also like|you might like|you might also like|you may have missed|don't miss|also on|also read|read also|read next|up next|what to read next|
		read more|read more here|see also|see also:|more on|elsewhere|elsewhere on the web|from the web|around the web|from around the web|editor's picks|editors' picks|editor's choice|our picks|top picks|must read|must reads|latest stories|latest headlines|
		recent posts|recent stories|recent articles|recent news|other stories|other news|other headlines|in other news|in this section|also in this section|special reports|special coverage|featured|featured stories|what's new|background|
		previous stories|past stories|earlier stories|today's headlines|today's top stories|local top stories|full coverage|full story|continue reading|click here|details|in pictures|watch the video|watch video|watch live|photo gallery|view photos|top videos|audio`)
	delete(m, "background") // a subheading as often as a box
	add(story.Share, 0.95, `share|share this|share this story|share this article|share this page|share on facebook|share on twitter|share on linkedin|share via email|share with friends|shares|tweet|tweet this|retweet|like|like us|like this|pin it|
		email|e-mail|email this|e-mail this|email article|e-mail article|email this article|e-mail this article|email story|email this story|e-mail this story|email to a friend|e-mail to a friend|email a friend|email page|send to a friend|send to friend|send this story|
		tell a friend|forward to a friend|email article to a friend|print|print this|print article|print story|print this article|print this story|print this page|print page|print version|print format|printer friendly|printer-friendly|printer friendly version|
		printer-friendly version|printable version|save|save this|save article|save story|save for later|bookmark|bookmark this|bookmark this page|bookmark at|add to favorites|add to favourites|copy link|copy url|copy link to clipboard|permalink|link|
		facebook|twitter|x|instagram|youtube|linkedin|pinterest|reddit|whatsapp|telegram|tumblr|flipboard|messenger|snapchat|tiktok|threads|bluesky|mastodon|digg|digg this|digg it|digg this article|del.icio.us|delicious|newsvine|fark|stumbleupon|stumble|slashdot|technorati|
		google|google+|google bookmarks|yahoo|yahoo! buzz|myspace|mixx|furl|blogmarks|post to facebook|post to del.icio.us|post to newsvine|post to digg|follow|follow us|follow us on|follow us on twitter|find us on facebook|join us on facebook|
		font size|text size|type size|decrease increase|increase decrease|larger|smaller|reprints|reprints & permissions|order reprints|republish|republish this article|recommend|recommend this|what is this?|what's this?|a a a|clip|cite this|listen to this article|gift article|gift this article|gift|post a tweet`)
	add(story.Newsletter, 0.95, `newsletter|newsletters|e-newsletter|email newsletter|email newsletters|email alerts|e-mail alerts|news alerts|breaking news alerts|alerts|subscribe|subscribe now|subscribe today|subscribe to newsletter|subscribe to our newsletter|
		subscriptions|sign up|sign up now|sign me up|join now|donate|donate now|support us|become a member|get the app|download our app|download our apps|download the app|unsubscribe|home delivery|my alerts|text alerts|get alerts|mobile alerts|get our newsletter|subscribers`)
	add(story.Comments, 0.95, `comments|no comments|no comments yet|view comments|read comments|show comments|hide comments|post comment|post a comment|post your comment|add comment|add a comment|add your comment|add your comments|leave a comment|leave a reply|leave your comment|
		reply|report abuse|report this comment|your comments|reader comments|reader's comments|readers' comments|have your say|join the conversation|join the discussion|join the debate|discuss|discuss this story|discuss this article|discussion|comment on this story|comment on this article|submit comment|
		submit a comment|comments are closed|comments closed|comments off|your name|your email|your message|your comment|name|name (required)|website|be the first to comment|what do you think?|write a comment|write a letter to the editor|send a letter to the editor|recent comments|all comments|talkback|talkbacks`)
	add(story.Copyright, 0.97, `all rights reserved|copyright|rights and permissions|terms of use`)
	add(story.Notice, 0.95, `privacy|privacy policy|privacy notice|privacy statement|cookie policy|cookies|cookie settings|accept|accept all|accept all cookies|reject all|manage preferences|i agree|got it|terms|terms of service|terms & conditions|terms and conditions|conditions of use|user agreement|
		disclaimer|legal|legal notice|legal notices|accessibility|accessibility statement|do not sell my personal information|ad choices|adchoices|code of conduct|corrections|subscriber only|subscribers only|premium|members only|this is a premium article`)
	add(story.LiveBlog, 0.9, `live updates|live blog|liveblog|live coverage|live reporting|key events|key moments|pinned post|pinned|latest updates|show key events only|developing|developing story|new|summary of key events`)
	add(story.WireHeader, 0.97, `more follows|mf|ends|end|end of story|end of text|-30-|30|nnnn|zczc|urgent|bulletin|flash|newsalert|news alert|advisory|optional trim|for release|for immediate release|undated`)
	return m
}()

// pattern is a way of wording that furniture has. It is tried on lines of at
// most max words, or on every line when max is 0, and only where one of the
// words of need stands, which spares most lines the expression.
type pattern struct {
	max        int
	reason     story.Reason
	confidence float64
	need       string // parted by |; empty for patterns bound to the line's start
	re         expression
}

// expression is a compiled expression and what its matches can begin with.
type expression struct {
	*regexp.Regexp
	openings
}

// applies reports whether p holds of the line t, which has n words.
func (p *pattern) applies(t string, n int) bool {
	if p.max > 0 && n > p.max {
		return false
	}
	if p.re.openings != nil {
		if r, _ := utf8.DecodeRuneInString(t); !p.re.openings[r] {
			return false
		}
	}
	for need := range strings.SplitSeq(p.need, "|") {
		if strings.Contains(t, need) {
			return p.re.MatchString(t)
		}
	}
	return false
}

const (
	month   = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	network = `(?:twitter|x|facebook|instagram|youtube|linkedin|tiktok|threads|bluesky|mastodon|telegram|snapchat|google\+?|flipboard|social media)`
	agency  = `(?:ap|a\.p\.|afp|reuters|getty(?: images)?|epa(?:-efe)?|efe|bloomberg|shutterstock|istock(?:photo)?|alamy|pa(?: wire| images)?|press association|associated press|the associated press|xinhua|ani|pti|upi|tass|dpa|ansa|kyodo|yonhap|cbs(?: news)?|nbc(?: news)?|abc(?: news)?|cnn|fox(?: news)?|bbc|npr|nasa|noaa|usgs|zuma(?: press)?|sipa|rex|imago|wireimage|corbis|magnum|handout|file|file photo|pool|courtesy|screenshot|screengrab|instagram|twitter|facebook|youtube|google maps|wikimedia(?: commons)?|unsplash|pixabay|flickr)`
)

// patterns are tried in order; the surest verdict counts. They match the line
// in lower case, with straight apostrophes.
var patterns = []pattern{
	{8, story.Advertisement, 0.97, "", re(`^(?:advertise?ment|advert|sponsored|promoted)\b(?: ?[-–—:|]| - | by | content| links?| post| stories|$)`)},
	{12, story.Advertisement, 0.97, "continues", re(`\b(?:story|article|text|post|report)\s+continues\s+(?:below|after|beneath)\b`)},
	{8, story.Advertisement, 0.97, "", re(`^(?:scroll|keep scrolling|continue reading|continued?) (?:down )?(?:below|to continue|after (?:the )?ad)`)},
	{60, story.Notice, 0.9, "affiliate advertising|affiliate program|affiliate partner", re(`\b(?:we|our|this (?:site|page|post|article))\b.{0,80}\baffiliate (?:advertising|program|partner)`)},
	{14, story.Advertisement, 0.9, "commission|affiliate", re(`\b(?:we may earn|earns?) (?:a |an )?(?:affiliate )?commission\b|\baffiliate links?\b`)},

	{30, story.AgeNotice, 0.98, " old", re(`\bthis (?:article|story|post|page|content|report|item)(?: is| was)? (?:now )?(?:over|more than|at least|about|nearly)? ?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:year|month|week|day)s? old\b`)},
	{30, story.AgeNotice, 0.97, "", re(`^this (?:article|story|post|page|report) (?:was|is) (?:first |originally )?(?:published|posted|archived)\b.{0,40}(?:\bago\b|more than|over \d)`)},
	{25, story.AgeNotice, 0.9, "", re(`^(?:archived?|from the archives?)\b ?[:–-]|^this is an archived? (?:article|story|page|version)`)},

	{14, story.PhotoCredit, 0.97, "", re(`^[(\[]?(?:photo(?:graph)?s?|image|images|picture|pictures|pic|pix|illustration|graphic|video|footage)s?(?: ?/ ?illustration)? ?(?:by\b|credits?\b ?[:–-]?|courtesy(?: of)?\b|©|via\b)`)},
	{10, story.PhotoCredit, 0.96, "", re(`^[(\[]?(?:photo(?:graph)?s?|image|picture|illustration|graphic|credits?|photo credit|picture credit|courtesy)s? ?[:©]`)},
	{10, story.PhotoCredit, 0.9, "", re(`^[(\[]?(?:courtesy of|credit:) `)},
	{8, story.PhotoCredit, 0.9, "/", re(`^(?:[\w.'’-]+ ){1,4}/ ?` + agency + `(?: via [\w /]+)?[)\].]?$`)},
	{7, story.PhotoCredit, 0.9, "", re(`^[(\[]?(?:[\w.'’-]+ ){0,4}(?:[/,|–-] ?)?(?:` + agency + `)(?: photos?| images)?(?: (?:via|/) ?` + agency + `)?[)\]]?$`)},
	{0, story.CaptionLine, 0.9, ")|]", re(`[(\[](?:photo|image|picture|illustration|graphic|video|file photo|credit|ap photo|screen ?shot|courtesy)s?\b[^()\[\]]{0,60}[)\]]\.?$`)},
	{0, story.CaptionLine, 0.85, "photo|image|picture|illustration|graphic|credit|©", re(`[.!?"”’)] (?:(?:photo|image|picture|illustration|graphic) (?:by|credit|courtesy)|(?:image |photo )?credits? ?:|photo(?:graph)? ?:|©).{2,80}$`)},
	{60, story.CaptionLine, 0.85, "/", re(`[.!?"”] (?:[\w'’-]+\.? ){1,4}/ ?(?:the )?(?:ap|associated press|` + agency + `)\b[^.]{0,30}$`)},
	{0, story.CaptionLine, 0.85, "", re(`^(?:file ?(?:photo)?|file pic(?:ture)?|pictured(?: here)?|caption|photo caption|above|enlarge this image|enlarge|image|left|right) ?(?:[-–—:]| toggle caption)`)},
	{0, story.CaptionLine, 0.75, "this ", re(`^(?:in )?this (?:\S+ ){0,4}?(?:file |undated |handout |satellite |combination |aerial |combo )*(?:photo|image|picture|photograph|screen ?grab|frame grab|still image)s?\b.{0,60}\b(?:shows?|released|provided|taken|made|seen|from video)\b`)},
	{20, story.CaptionLine, 0.8, "courtesy", re(`[^.!?] courtesy(?: of)? \S+(?: \S+){0,4}$`)},
	{25, story.CaptionLine, 0.8, "source: ", re(`[.!?] source: [\w .&-]{2,40}$`)},
	{45, story.CaptionLine, 0.85, "seen|shown|pictured|appear", re(`\b(?:seen|shown|pictured|appears?) (?:here )?in (?:this|an?) (?:\S+ ){0,3}(?:photo|image|picture|photograph|video still|screen ?grab)s?\b`)},
	{45, story.CaptionLine, 0.7, "seen|shown|pictured", re(`\b(?:is|are) (?:seen|shown|pictured) (?:in|on|at|here|during|with|from|as)\b.{3,}\b(?:file photo|undated|photo|\d{4})[.)]*$`)},

	{25, story.Teaser, 0.95, "", re(`^[(\[*]?(?:see )?(?:related(?: (?:story|stories|article|articles|news|links?|content|coverage|video))?|read more|read also|also read|read next|read|see also|see more|must read|recommended|more (?:stories|news|coverage)|don't miss|previously|watch(?: (?:live|more|now|the video|video))?|listen|photos?|in pictures|in photos|video|videos|gallery|photo gallery|more|more (?:here|info|information)|full (?:story|coverage|report)|click(?: here)?|opinion|explainer|special report|news tracker) ?(?:[:|»>]|–|—| - )`)},
	{45, story.Teaser, 0.95, "more|here|full|read|watch|continue|see|listen", re(`[.!?"”’] ?[(\[]?(?:read|see|find out|learn|watch|hear|get|know|view|continue reading)(?: (?:more|the (?:full|rest of the|complete) (?:story|article|report|interview|review)|full (?:story|article)|it all|reading))?(?: (?:here|about it here|at \S+|on \S+|now|»|>>?|→))? ?[.…»>→)\]]*$`)},
	{30, story.Teaser, 0.9, "", re(`^(?:read|see|find out|learn|view|get) (?:more|the (?:full|rest|complete)|all)\b.{0,60}(?:here|»|>|→|\.\.\.|…|below)?$`)},
	{45, story.Teaser, 0.9, "full|more|details", re(`[.!?…] (?:full story|full report|more|learn more|details)[ .…»>→]*$`)},
	{25, story.Teaser, 0.9, "", re(`^(?:click|tap|go) (?:here|below|on (?:the )?(?:link|image|video|photo))\b`)},
	{30, story.Teaser, 0.9, " here", re(`\b(?:click|tap) here(?: (?:to|for)\b[^.]{0,60})?[.…!]*$`)},
	{30, story.Teaser, 0.9, "read|full story|more details", re(`\b(?:continue reading|read more|read on|full story|more details)(?: here)? ?(?:\.\.\.|…|»|>>?|→|\[\.\.\.\])$`)},
	{20, story.Teaser, 0.85, "]", re(`^\[[^\[\]]*[^\[\].?!]\]$`)},
	{35, story.Teaser, 0.85, "]", re(`^\[ [^\[\]]+ \]$`)},
	{14, story.Teaser, 0.85, "", re(`^(?:more|most|latest|recent|top|other|also|all|related|previous|today's) (?:\S+ )?(?:from|on|in|about|by|stories|headlines|articles|news|coverage|reports|videos|read|viewed|popular|posts)\b[^.]*$`)},
	{12, story.Teaser, 0.8, "", re(`^(?:news tracker|see (?:the )?(?:full )?(?:story|page|video|photos)|watch:|also in\b|elsewhere (?:on|in)\b|what to (?:read|watch) next|you (?:may|might) (?:also )?(?:like|be interested)|people also read|readers also|from our (?:archive|network|sister))`)},
	{12, story.Teaser, 0.85, "", re(`^(?:example video title|view gallery\b|play (?:the )?(?:video|audio)|loading (?:the )?player|video (?:player|unavailable))`)},

	{20, story.Share, 0.95, "", re(`^view this (?:post|photo|profile) on instagram\b`)},
	{14, story.Share, 0.95, "", re(`^(?:share|tweet|email|e-mail|print|save|bookmark|digg|recommend|post|forward|send|tell|copy) (?:this|it|to|on|via|article|story|page|a friend|with|link)\b[^.]{0,50}$`)},
	{14, story.Share, 0.93, "", re(`^(?:email|e-mail|print(?:er|able)?|share|font|text size|tools|bookmark|rate this|increase|decrease|larger|smaller|recommend|facebook|twitter|digg|del\.icio\.us)(?: ?[|:/»-] ?| (?:friendly|article|story|page|version|size)\b|\s+(?:email|e-mail|print|share|facebook|twitter|tweet|digg|linkedin|save|comment|toolbar|subscribe)\b)`)},
	{14, story.Share, 0.93, "", re(`^(?:follow|like|find|join|connect with|friend) (?:us|cnn|bbc|fox|[\w ]{2,30}?news[\w ]{0,20}) (?:on|at|via) ` + network)},
	{10, story.Share, 0.9, "", re(`^follow [\w ]+ on social media$`)},

	{0, story.Newsletter, 0.95, "to your|into your|in your", re(`\b(?:delivered|straight|right|sent|direct(?:ly)?) (?:straight |directly |right |daily |each \w+ )?(?:to|in|into) your (?:inbox|in-box|email|e-mail|phone|device)`)},
	{0, story.Newsletter, 0.93, "", re(`^(?:please )?(?:sign up|subscribe|register|join|sign-up)\b.{0,90}\b(?:newsletters?|alerts?|updates|inbox|e-?mail|briefing|here|today|free|digest|podcast|channel)\b`)},
	{0, story.Newsletter, 0.93, "newsletter", re(`\b(?:sign up|subscribe|signing up|subscribing)\b.{0,60}\bnewsletters?\b|\bnewsletters?\b.{0,90}\b(?:sign up|subscribe|sign-up|unsubscribe)\b`)},
	{40, story.Newsletter, 0.9, "", re(`^(?:get|receive) (?:our|the|all the|more|daily|breaking|your|free|news)\b.{0,60}\b(?:newsletters?|alerts?|inbox|app|e-?mail|briefing|updates|delivered|feed)\b`)},
	{40, story.Newsletter, 0.9, "app", re(`\b(?:download|get|install|try) (?:our|the) (?:free |mobile |news |new )*(?:\w+ )?app\b`)},
	{0, story.Newsletter, 0.9, "support|your |please", re(`\b(?:support (?:our|independent|local|quality) (?:journalism|reporting|newsroom|work)|your (?:support|donation|contribution|gift)\b.{0,60}\b(?:journalism|reporting|newsroom|newsletter|possible|important|matters)|please (?:consider )?(?:donat|support|subscrib)\w+)`)},
	{0, story.Newsletter, 0.85, " you", re(`\b(?:reporting|journalism|news) you (?:rely|depend|count) on\b|\byou'll love (?:my|our) (?:\w+ )*newsletter`)},
	{30, story.Newsletter, 0.85, "", re(`^(?:flow \w+ )?.{0,60}\bebook\b.{0,80}\bdownload (?:a |your )?(?:free |latest )?copy\b|\bdownload (?:a |your |the )?free (?:copy|ebook|guide|report)\b`)},
	{20, story.Newsletter, 0.85, "", re(`^(?:want more|not a subscriber|already a subscriber|become a (?:member|subscriber|fan)|enter your e-?mail|your e-?mail address|start your (?:free )?trial|subscribe (?:to|for|now|today))`)},

	{10, story.Comments, 0.95, "", re(`^[(\[]?(?:view |read |show |see |hide )?(?:all )?\d[\d,]* (?:reader )?(?:comments?|responses|replies|talkbacks)\b`)},
	{10, story.Comments, 0.95, "", re(`^(?:comments?|talkbacks?|discussions?|responses)(?: on this \w+| for this \w+)? ?[(:\[]? ?\d*[)\]]?(?: so far\.*)?$`)},
	{20, story.Comments, 0.92, "", re(`^(?:post|add|leave|submit|write|read|view|share) (?:a|your|all|the|more)? ?(?:comments?|reply|thoughts|opinion|feedback|views?)\b`)},
	{20, story.Comments, 0.92, "", re(`^(?:please )?(?:log ?in|sign ?in|register|you must (?:be )?(?:log|sign|regist)\w*).{0,40}\b(?:comment|post|reply|service|discussion)`)},
	{25, story.Comments, 0.9, "your say|join the|be the first|what you think|let us know|comments|report |feedback|views|thoughts", re(`\b(?:have your say|join the (?:conversation|discussion|debate)|be the first to (?:comment|rate|review)|tell us what you think|let us know (?:what you think|in the comments)|e-?mail your comments|report (?:abuse|this comment|inappropriate)|send (?:us )?your (?:comments|views|thoughts|feedback)|comments (?:are|have been|will be) (?:closed|moderated|disabled|turned off))\b`)},
	{45, story.Comments, 0.8, "", re(`^(?:note: |please note:? |the )?(?:some |all |following are |any |readers?'? |user |following |abusive )*comments? (?:posted|on this (?:site|page)|that (?:are|contain|violate)|should (?:be|not)|will (?:be|not)|from (?:the |our )?readers|above|below|submitted)\b`)},
	{25, story.Comments, 0.93, "", re(`^(?:posted|comment(?:ed)?|submitted|written|left) by:? .{1,40}(?:\||\bon\b|\bat\b|,).{0,30}\d`)},

	{0, story.Copyright, 0.97, "", re(`^[(\[]?(?:©|\(c\)|&copy;|(?:all )?(?:content|contents|material|text|images?|photos?)? ?copyright(?: ?(?:©|\(c\)|&copy;|[:,–-])| (?:\d{4}|by|of|the|reuters|afp)\b))`)},
	{30, story.Copyright, 0.95, "©|rights reserved|right reserved|copyright|(c)", re(`(?:^|[\s(|])©|\ball rights? reserved\b|\bcopyright (?:©|\(c\)|\d{4}|by\b)|\(c\) ?(?:19|20)\d\d`)},
	{0, story.Copyright, 0.95, "not be ", re(`\b(?:this|these|the|no|any|all) (?:\S+ )?(?:materials?|contents?|article|story|information|report|photos?|images?|text|work|document|site|page|website|publication|part|data)\b.{0,80}\b(?:may|can) ?not be (?:published|reproduced|copied|re-?printed|broadcast|reused|republished|redistributed)\b`)},
	{30, story.Copyright, 0.9, "reproduction|republication|redistribution|reprint|the-", re(`\b(?:reproduction|republication|redistribution|reprint(?:ed|ing)?)\b.{0,50}\b(?:prohibited|permission|without|license|strictly)\b|^the-[a-z]+-wire\b|^(?:re)?printed with permission`)},

	{45, story.Notice, 0.95, "cookies", re(`\b(?:we|this (?:web)?site|our partners|our site)\b.{0,40}\b(?:uses?|using|store|set)\b.{0,20}\bcookies\b|\b(?:accept|enable|disable|manage|use of) (?:all )?cookies\b`)},
	{60, story.Notice, 0.9, "privacy|terms|agreement", re(`\bprivacy (?:policy|notice|statement)\b.{0,120}\b(?:terms|cookie|policy|agree)|\b(?:terms (?:of (?:use|service)|& conditions|and conditions)|user agreement)\b.{0,120}\b(?:privacy|apply|agree|policy)\b`)},
	{45, story.Notice, 0.92, "to continue|to keep|to read|articles|article|subscriber|already", re(`\b(?:to (?:continue|keep) reading|to read (?:the full|this) (?:story|article)|(?:free|remaining) articles?\b.{0,30}\b(?:month|left|remaining)|for subscribers only|subscriber[- ]only|exclusive to subscribers|already (?:a |an )?(?:subscriber|member)\b)`)},
	{30, story.Notice, 0.93, "browser|javascript|flash|blocker|requires java|require java|optimised|optimized|best viewed", re(`\b(?:your browser|javascript|adobe flash|flash player|ad ?blocker|requires? (?:java|flash)|optimi[sz]ed for|best viewed)\b.{0,80}`)},
	{30, story.Notice, 0.9, "", re(`^(?:our standards|disclaimer|editorial standards|terms and conditions|legal notice|the views expressed|views expressed|opinions expressed|the opinions expressed|this material|this content (?:is|was)|the content on this|all content|read our|see our|for more information on this site|send questions (?:and|or) comments about this)\b`)},
	{30, story.Notice, 0.85, "", re(`^(?:copyrights? and|this article (?:was|is) (?:first |originally )?(?:published|provided|produced|republished|sponsored)|this story (?:was|is) (?:originally |first )?(?:published|posted|provided|produced|republished)|this (?:story|article) (?:first )?appeared|(?:\w+ )?original article (?:syndication )?source|(?:re-?published|reposted|syndicated) (?:from|with|by)\b)`)},
	{20, story.Notice, 0.85, "", re(`^the story is developing|^this is a (?:developing|breaking)(?: news)? story|^this (?:story|article|post) (?:is developing|will be updated|has been (?:updated|corrected|amended))|^check back (?:for|later|soon)`)},

	{12, story.LiveBlog, 0.92, " ago", re(`^(?:(?:last )?updated?:? )?(?:\d+|an?|one) (?:s|sec|second|m|min|minute|h|hr|hour|day|week|month|year)s? ago\b[^.]{0,30}$`)},
	{12, story.LiveBlog, 0.9, "", re(`^(?:live(?: updates?| blog| coverage| now)?[:|]|watch live|follow (?:along|live)|key (?:events|developments|moments)|show key events|jump to (?:latest|key)|latest updates?:?$|as it happened\b|what we know so far:?$)`)},

	{20, story.Timestamp, 0.95, "", re(`^\d+[ -]min(?:ute)?s?(?: read| to read| watch| listen)\b|^(?:estimated )?(?:reading|read) time\b`)},

	{22, story.SignOff, 0.95, "", re(`^(?:you can )?(?:follow|find|connect with|tweet)\b.{0,60}\bon (?:\w+, )*` + network + `\b`)},
	{16, story.SignOff, 0.95, "@", re(`^(?:you can )?(?:follow|tweet|find|contact|email|e-?mail|write to|reach)\b.{0,70}@\w+`)},
	{30, story.SignOff, 0.93, "can be |may be ", re(`\b(?:can|may) be (?:reached|contacted|e-?mailed|followed|found)\b.{0,60}(?:@|\d{3}|twitter|facebook|` + network + `)`)},
	{5, story.SignOff, 0.93, "@", re(`^(?:e-?mail:? )?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[.;,]?$|^@\w{2,}$`)},
	{8, story.SignOff, 0.9, "@", re(`^(?:[\w.'’-]+ ){1,4}\(?(?:e-?mail:? |twitter:? |on twitter:? |tweets? (?:at|as) )?(?:@\w{2,}|[\w.+-]+@[\w-]+\.[\w.-]+)\)?\.?$`)},
	{16, story.SignOff, 0.9, "", re(`^(?:additional |further )?(?:reporting|writing|compiled|written|edited|editing) (?:by|from) |^with (?:additional )?(?:reporting|files|contributions) (?:by|from) `)},
	{60, story.SignOff, 0.95, "", re(`^[(\[](?:(?:additional |further )?(?:reporting|writing|research|compiled|written|edited|editing)(?: and (?:writing|editing|reporting))?(?: for [\w ]+)? (?:by|from)|with (?:additional )?(?:reporting|files|contributions|inputs?) (?:by|from))\b`)},
	{45, story.SignOff, contributor, "contributed", re(`\bcontributed (?:to|reporting (?:to|for)) this (?:report|story|article)\b`)},
	{25, story.SignOff, 0.93, "", re(`^to contact the (?:reporter|editor|writer|author|journalist)s?\b`)},
	{10, story.SignOff, 0.85, "", re(`^(?:editors?|sub-?editor|writers?|reporters?|producer)(?: in charge)? ?:`)},
	{10, story.SignOff, sourceNote, "", re(`^(?:sources?|via) ?:\s*\S`)},
	{40, story.SignOff, writerNote, " is | are | was ", re(`^(?:[\w.'’-]+ ){1,4}(?:is|are|was) (?:an?|the|our) (?:[\w'’.-]+ ){0,4}?(?:reporter|correspondent|columnist|writer|editor|journalist|producer|freelancer?|contributor|blogger|bureau chief|intern)\b.{0,40}\b(?:at|for|of|with|based|covering|who|in)\b`)},

	{9, story.BylineLine, 0.9, "", re(`^(?:special (?:to|for) |(?:by )?(?:the )?(?:` + agency + `|staff|our|senior|foreign|chief|special)\b.{0,30}\b(?:writers?|correspondents?|reporters?|editors?|columnists?|bureau)$)`)},

	{0, story.WireHeader, 0.95, "", re(`^(?:eds|editors|note to editors|editor's note to (?:subscribers|clients)|attn|attention editors|precede|with\b.{0,30}\bphotos?)(?: ?: |, (?:note|eds)\b)`)},
	{14, story.WireHeader, 0.95, "writethru|write-thru|-|est|edt|gmt|utc|word count| ld| lead| add", re(`\b(?:\d+(?:st|nd|rd|th) (?:ld|lead|add)\b|(?:ld|lead)-writethru|writethru|write-thru|(?:ap|afp|upi|reuters)-[a-z]{2}-\d\d-\d\d-\d\d|\d{4}(?:est|edt|gmt|utc) (?:` + month + `)|word count ?:? ?\d+)`)},
	{6, story.WireHeader, 0.95, "", re(`^(?:[#*=_~-]\s?){3,}$|^[-–—(\[]+ ?(?:more|ends?|30|eom|fin|mf) ?[-–—)\]]+$|^/(?:enditem|ends)/?$`)},
	{16, story.WireHeader, 0.85, "", re(`^(?:subject|from|to|cc|bcc|sent|reply-to|message-id|importance):\s+\S`)},
	{14, story.WireHeader, 0.85, "", re(`^(?:embargo(?:ed)?|not for (?:publication|release|use) (?:before|until)|hold for release|for (?:immediate )?release|slug|keyword|priority|category|transmission|service|xx)\b ?[:–-]`)},

	{40, story.Navigation, 0.93, "", re(`^(?:filed under|tagged|tags?|topics?|keywords?|listed under|posted in|categor(?:y|ies)|section|sections|more about|explore|in this (?:story|article)|jump to|find more articles|browse)(?: ?[:»]| (?:with|as|in)\b)`)},
	{12, story.Navigation, 0.93, "page|next|last|prev|»|>|›|→|«|<|‹|←|0|1|2|3|4|5|6|7|8|9", re(`^(?:page )?\d+ (?:of|/) \d+$|^pages? ?:? ?(?:\d+ ?[|,]? ?)+(?:next|last|»)?$|^(?:\d+ ?[|,]? ?){2,}(?:next|last|»)?$|^(?:«|<|‹|←)\s.*|^prev(?:ious)?\b(?: (?:page|story|article|post|entry))?\W*$|.*\s(?:»|>|›|→)$`)},
	{10, story.Navigation, 0.93, "", re(`^(?:back|return|go|skip|jump|up|add|welcome|switch|change) (?:to|back to)\b[^.]*$`)},
	{9, story.Navigation, 0.9, ">|»|›|::|/", re(`^(?:home|news|main)? ?(?:>|»|›|::|/)\s.*|^\S+(?: \S+)? (?:>>?|»|›|::) .*`)},
	{12, story.Navigation, 0.9, "", re(`^(?:(?:advertise|work|subscribe|help|visit|view|search|browse|login|log in|sign in|register) (?:on|with|at|in|us|the|our|for|this|site|map|all|or|sign)|(?:about|contact) (?:us|our|this site|the site|the (?:editor|newsroom)|\w+\.com)|all (?:times|rights|news|sections)|jobs (?:at|in|with))\b[^.]*$`)},
	{30, story.Navigation, 0.9, "http", re(`^https?://\S+(?: \S+)*$`)},
	{6, story.Navigation, 0.93, "http|www|.com|.org|.net|.co|.gov|.edu", re(`^\W*(?:https?://|www\.)\S+\W*$|^[a-z0-9-]+\.(?:com|org|net|co\.uk|gov|edu)(?:/\S*)?$`)},
	{14, story.Navigation, 0.9, "<", re(`<(?:a|div|span|img|script|iframe)\b[^>]*>?`)},
}

// cased are tried on the line as it stands.
var cased = []pattern{
	{0, story.CaptionLine, 0.9, "/", re(`\((?:[A-Z][\w.'’-]*,? (?:de |van |von |la )?){1,4}?/ ?(?:The )?[A-Z][^()\[\]]{1,50}[)\]]\.?(?: @\w+)?$`)},
	{0, story.CaptionLine, 0.9, "/", re(`\((?:[A-Z][\w.'’-]* ){0,3}[A-Z][\w.'’-]*/(?:[A-Z][\w.'’-]* ?){1,4}(?:via [^()\[\]]{2,40})?[)\]]\.?(?: @\w+)?$`)},
	{35, story.CaptionLine, 0.8, ")|]", re(`[\w.!?"”’] [(\[](?:AP|AFP|REUTERS|Reuters|EPA|GETTY|Getty(?: Images)?|Getty Images|PA|CP|Bloomberg|Shutterstock)[)\]]\.?$`)},
	{0, story.CaptionLine, 0.85, "/", re(`[.!?"”)] [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} ?/ ?(?:The )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,4}$`)},
	{40, story.CaptionLine, 0.8, " / ", re(`[a-z0-9] [A-Z][\w.'’-]+ [A-Z][\w.'’-]+ / (?:(?:The )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,4}|AP|AFP|Reuters|EPA|CBS|NBC|CNN|NPR)$`)},
	{0, story.CaptionLine, 0.85, " AP| AFP| Reuters| Getty| EPA| Shutterstock| Alamy", re(`[\w)][.!]["”]? (?:AP|AFP|Reuters|Getty Images|EPA|Shutterstock|Alamy)$`)},
	{25, story.CaptionLine, 0.85, "AP|AFP|Getty|Reuters|EPA|Shutterstock|Bloomberg|NASA|PA|Alamy|WireImage|FilmMagic|Zuma|Invision", re(`(?:\w ?/|\||via) ?(?:AP|AFP|Getty Images|Getty|Reuters|EPA|Shutterstock|Bloomberg|NASA|PA|Alamy|WireImage|FilmMagic|Zuma Press|Invision)(?: Images)?$`)},
	{12, story.CaptionLine, 0.8, "NASA|AP|AFP|Reuters|Getty|ESA", re(`[a-z] [—–-] (?:NASA|AP|AFP|Reuters|Getty Images|ESA)$`)},
	{10, story.Copyright, 0.95, "", re(`^(?:Copyright|COPYRIGHT)(?: [A-Z][\w.&,’']*| \d{4},?){1,7}\.?$`)},
	{25, story.CaptionLine, doubtful, ")", re(`[.!?,] \([A-Z][\w&.'’-]*(?: (?:of|the|[A-Z][\w&.'’-]*)){0,4}\)\.?(?: @\w+)?$`)},
	{0, story.Other, 0.5, "(@", re(`[—–-] [^—]{1,60}\(@\w+\) (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}$`)},
	{12, story.WireHeader, 0.95, "", re(`^(?:[abr] ?[A-Z]?\d{3,4}\b|[A-Z]{2,3}-[A-Z][A-Za-z]{0,4}-?-|(?:AP|AM|PM|BC|UPI)[-–][A-Z]\w*[-–,]|(?:ZCZC|NNNN)\b)`)},
}

func re(s string) expression { return expression{regexp.MustCompile(s), openingsOf(s)} }

var straight = strings.NewReplacer("’", "'", "‘", "'", "\u00a0", " ")

// fold prepares a line for the phrases: lower case, straight apostrophes, one
// space between words, and no marks that lists and menus put around it.
func fold(t string) string {
	return strings.Join(strings.Fields(straight.Replace(strings.ToLower(t))), " ")
}

// toolbar judges a line that several buttons were run together into, as
// "Print Email Share 12 comments".
func toolbar(f string, s shape) verdict {
	words := strings.Fields(f)
	if len(words) < 2 || len(words) > 16 || s.ended {
		return verdict{}
	}
	phrases, covered := 0, 0
	var first verdict
	for i := 0; i < len(words); {
		n := min(5, len(words)-i)
		for ; n > 0; n-- {
			w := strings.Trim(strings.Join(words[i:i+n], " "), ".:|»›><«,•*+()[]")
			if w == "" || n == 1 && (w[0] >= '0' && w[0] <= '9' || w == "min") {
				break
			}
			if v, ok := whole[w]; ok {
				if phrases++; phrases == 1 {
					first = v
				}
				covered += n
				break
			}
		}
		if n == 0 {
			return verdict{}
		}
		i += n
	}
	if phrases < 2 || covered < 3 && s.title < 0.9 {
		return verdict{}
	}
	return verdict{first.reason, 0.9}
}

// judge says what the words of a line give away.
func judge(t string, s shape) verdict {
	f := fold(t)
	if s.words <= 8 {
		if v, ok := whole[strings.Trim(f, " .:|»›>«‹<•·*+-–—_[]()→←=#,")]; ok {
			return v
		}
		if v, ok := whole[strings.Trim(f, " :|»›>«‹<•·*+-–—_[]→←=#")]; ok {
			return v
		}
	}
	best := toolbar(f, s)
	for i := range patterns {
		if p := &patterns[i]; p.confidence > best.confidence && p.applies(f, s.words) {
			best = verdict{p.reason, p.confidence}
		}
	}
	for i := range cased {
		if p := &cased[i]; p.confidence > best.confidence && p.applies(t, s.words) {
			best = verdict{p.reason, p.confidence}
		}
	}
	return best
}
