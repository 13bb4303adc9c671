package entities

import (
	"strings"
)

// person makes up a full name in one of the world's patterns, and returns it
// with the part that later mentions use.
func (d *dealer) person() (full, short string) {
	first, last := pick(d, d.first), d.surname()
	switch d.rng.IntN(14) {
	case 0:
		return first + " " + string("ABCDEFGHJKLMNPRSTW"[d.rng.IntN(18)]) + ". " + last, last
	case 1:
		l2 := d.surname()
		return first + " " + last + " " + l2, last
	case 2:
		f2 := pick(d, d.first)
		return first + " " + f2 + " " + last, last
	case 3:
		l := pick(d, []string{"al-", "al-", "Al-", "el-", "Al ", "bin "}) + last
		return first + " " + l, l
	case 4:
		l := pick(d, []string{"de ", "da ", "van ", "von ", "van der ", "de la ", "dos ", "Mac", "O'", "Ben "}) + last
		return first + " " + l, l
	case 5:
		s := pick(d, chineseSurnames)
		g := pick(d, chineseGiven)
		return s + " " + g, s
	case 6:
		s, g := pick(d, koreanSurnames), pick(d, koreanGiven)
		return s + " " + g, s
	case 7:
		return first + " " + last + "-" + d.surname(), last
	case 8:
		a, b := "ABDGHJKMNPRSV"[d.rng.IntN(13)], "ABDGHJKMNPRSV"[d.rng.IntN(13)]
		return string(a) + "." + string(b) + ". " + last, last
	}
	return first + " " + last, last
}

var (
	chineseSurnames = strings.Fields("Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Xi")
	chineseGiven    = strings.Fields("Wei Fang Min Jing Qiang Lei Jun Yang Yong Yan Jie Juan Tao Ming Chao Xiuying Guoqiang Jianhua Zhiyuan Haotian Xiaoming Weidong Jinping Keqiang Jiabao Guangbiao Shufu Yiping Hongbo Lijian Chunying")
	koreanSurnames  = strings.Fields("Kim Lee Park Choi Chung Kang Cho Yoon Jang Lim Han Shin Seo Kwon Hwang Ahn Song Yoo Hong Moon")
	koreanGiven     = strings.Fields("Min-jun Seo-yeon Jae-in Geun-hye Myung-bak Young-chul Sung-ho Ji-hoon Hyun-woo Eun-ji Yong-nam Jong-un Sang-hoon Dong-won Kyung-wha Ki-moon Woo-jin Tae-yang Hye-jin Chul-soo")

	institutions = strings.Split(`Cabinet|Parliament|Assembly|National Assembly|Senate|Congress|Supreme Court|High Court|Constitutional Court|Court of Appeal|
Foreign Ministry|Defense Ministry|Defence Ministry|Health Ministry|Interior Ministry|Finance Ministry|Justice Ministry|Education Ministry|
Ministry of Health|Ministry of Foreign Affairs|Ministry of Defence|Ministry of Finance|Ministry of Agriculture|Ministry of Education|Ministry of Justice|
Ministry of Home Affairs|Ministry of Environment and Forests|Ministry of Trade and Industry|Department of Health|Department of Education|Department of Transport|
Central Bank|Reserve Bank|Election Commission|Electoral Commission|Human Rights Commission|Law Commission|Planning Commission|State Council|
Civil Aviation Authority|Ports Authority|Revenue Authority|Drug Enforcement Agency|Anti-Corruption Commission|Bureau of Statistics|Bureau of Investigation|
Attorney General's Office|Public Prosecutor's Office|Office of the President|Coast Guard|National Guard|Navy|Army|Air Force|Royal Navy|Police Service|Federal Police|
Chamber of Commerce|Football Federation|Football Association|Olympic Committee|Cricket Board|Medical Association|Bar Association|Teachers Union|
Foundation|Commission|Council|Committee|Board|Institute|Association|Federation|Authority|Ministry|Department|Tribunal|Bank|University|Court|Trust|Academy|
Liberal Party|Labour Party|Socialist Party|Communist Party|National Party|Democratic Party|Progressive Party|People's Party|Green Party|Conservative Party|
Security Council|General Assembly|City Council|Town Council|School Board|Police Department|Fire Department|Sheriff's Office|Public Health Agency|Weather Service`, "|")

	fields    = strings.Split("Energy|Water|Health|Education|Trade|Transport|Telecommunications|Agriculture|Fisheries|Tourism|Housing|Women's Rights|Strategic Studies|International Affairs|Science and Technology|Civil Society|Human Rights|Democracy|Space Research|Public Policy|Marine Conservation|Economic Development|Climate|Mining|Labour|Culture|Sports|Youth|Refugees|Press Freedom", "|")
	bodies    = strings.Split("Agency|Authority|Commission|Council|Institute|Centre|Center|Foundation|Association|Society|Board|Corporation|Federation|Network|Alliance|Union|Committee|Initiative|Project|Forum|Bureau|Fund", "|")
	ends      = strings.Split("Inc|Inc.|Corp|Corp.|Ltd|Ltd.|Group|Holdings|Co|Co.|PLC|Technologies|Systems|Energy|Pharmaceuticals|Airlines|Bank|Capital|Partners|Motors|Industries|Media|Foods|Mines|Resources|Petroleum|Insurance|Securities|Electronics|Software|Records|Studios|Airways|International|Industries Ltd|SA|AG|NV|GmbH", "|")
	heads     = strings.Fields("Zip Agri Bio Cyber Tele Inno Medi Euro Afri Indo Trans Aero Geo Nova Opti Quanta Veri Solar Petro Fin Lumi Omni Astra Core Uni Pan Agro Cloud Data Swift Blue Green Red Safe Hydro")
	tails     = strings.Fields("mex tech soft pay bank lab labs max ex net com gen land link cast wave point works hub mart ware star lux tel via nix zon rex log fin metrics")
	papers    = strings.Fields("Times Post News Herald Tribune Gazette Chronicle Star Mail Journal Observer Mirror Telegraph Standard Today Monitor Express Courier Daily")
	nationals = strings.Fields("National Royal Federal American British Canadian Indian Nigerian Kenyan European African Asian International Global Central State Pacific Nordic Australian Mexican Russian Chinese Japanese")
)

// organisation makes up the name of one.
func (d *dealer) organisation() string {
	city := func() string {
		if d.rng.IntN(3) == 0 {
			return pick(d, d.lands)
		}
		return pick(d, d.cities)
	}
	switch d.rng.IntN(17) {
	case 0, 1:
		return strings.TrimSpace(pick(d, institutions))
	case 2:
		return pick(d, nationals) + " " + pick(d, fields) + " " + pick(d, bodies)
	case 3:
		return pick(d, bodies) + " for " + pick(d, fields)
	case 4:
		return "University of " + city()
	case 5:
		return city() + " " + pick(d, []string{"University", "City Council", "Police Department", "Hospital", "High School", "Chamber of Commerce", "Museum", "Stock Exchange", "International Airport Authority", "State University"})
	case 6, 7:
		return d.surname() + " " + pick(d, ends)
	case 8:
		return d.surname() + " & " + d.surname()
	case 9, 10:
		w := pick(d, heads) + pick(d, tails)
		if d.rng.IntN(4) == 0 {
			w = pick(d, heads) + capitalise(pick(d, tails))
		}
		if d.rng.IntN(3) == 0 {
			w += " " + pick(d, ends)
		}
		return w
	case 11, 12:
		n := 3 + d.rng.IntN(2)
		if d.rng.IntN(5) == 0 {
			n = 5
		}
		b := make([]byte, n)
		for i := range b {
			b[i] = "AABCCDDEFGHIILMMNNNOPPRRSSTTUW"[d.rng.IntN(30)]
		}
		return string(b)
	case 13:
		return city() + " " + pick(d, papers)
	case 14:
		return pick(d, nationals) + " " + pick(d, bodies) + " of " + pick(d, fields)
	case 15:
		return city() + " " + strings.TrimSpace(pick(d, institutions))
	}
	return pick(d, d.rareLast)
}

func capitalise(w string) string { return strings.ToUpper(w[:1]) + w[1:] }
