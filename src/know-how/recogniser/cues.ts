import type { Language } from '../../kernel/languages.ts';

/** Patterns over a stretch of folded words joined and framed by single spaces. */
export type Cues = {
  /** "I cannot": what follows or surrounds it is no know-how. */
  cannot: RegExp;
  /** "Not trained for it", "not any more": no denial of what they can. */
  unschooled: RegExp;
  /** "We do not need": what follows or surrounds it is neither know-how nor need. */
  notNeeded: RegExp;
  /** Negative words that deny nothing: "not only", "don't mind". Taken out before `cannot` is tried. */
  harmless: RegExp;
  /** "I would like to": an interest, not know-how. */
  wish: RegExp;
  /** "My wife cooks", "the doctor said": somebody else's doing, from the stretch's beginning. */
  others: RegExp;
  /** Signs that the teller has part in what somebody else does: "my mother taught me". */
  withMe: RegExp;
  /** "I was in prison", "I had cancer": what happened to one. */
  befell: RegExp;
  /** Signs that they did something there: "worked in the kitchen". */
  didThere: RegExp;
  /** Signs that a stretch says something of its own and does not go on the one before. */
  ownSubject: RegExp;
  /** Words that part clauses even when what they join is short. */
  turn: ReadonlySet<string>;
  /** Words that part clauses when both sides say something. */
  link: ReadonlySet<string>;
  /** Pairs that part clauses: "so I", not "so long". */
  linkPairs: ReadonlySet<string>;
};

export const cues: Record<Language, Cues> = {
  fi: {
    cannot:
      / (en|et|ei|emme|ette|eivät|enkä|eikä|eivätkä|emmekä|älä) | ilman (kokemusta|osaamista|taitoa) | (jäi|jäänyt) (oppimatta|opettelematta) | (olen|oon|mä oon) (\S+ )?(surkea|surkee|huono|toivoton|onneton) | (jätän|jätin) (\S+ )?(muille|muiden|toisille) | ei tule mitään | (pelkään|pelkäsin|pyörryn) | (kunpa|kumpa|jospa) | (jätin|jätän) (\S+ ){1,3}(kesken|sikseen) /,
    unschooled:
      / (koulut\S*|tutkin\S*|papere\S*|paperi\S*|todistu\S*|ammatti\S*|virallis\S*|palkka\S*|palkkaa|enää|kurss\S*|opiskel\S*) /,
    notNeeded:
      / (ei|en|emme|eivät) (\S+ ){0,4}(tarvitse|tarvita|tarvittaisi|vaadita|vaadi|edellytetä|edellytä|haeta|etsitä) /,
    harmless:
      / (ei|en|eivät|ei ole|en ole|ei oo|en oo|ei ollut|ei ole minulle|ei ole ollut) (vain|vaan|ainoastaan|pelkästään|pelkkää|haittaa|haittaisi|pelkää|pelkään|pelästy|säikähdä|hermostu|kaihda|väliä|ongelma|ongelmaa|ongelmia|vaikea|vaikeaa|vierasta|vieras|temppu|koskaan myöhässä|myöhästynyt|moitittavaa) /g,
    wish: / (haluaisin|haluaisimme|haluisin|haluun|haluan|tahtoisin|toivoisin|toivon|haaveilen|haaveeni|haaveena|haave|unelmoin|unelmani|unelma|unelmana|kiinnostaa|kiinnostaisi|kiinnostais|kiinnostunut|opettelisin|oppisin|opiskelisin|tekisin mielelläni|aion|tarvitsisin|tarttisin|tarviin|tykkäisin|kokeilisin|hakisin|lähtisin|ryhtyisin|työskentelisin|osallistuisin|ottaisin mielelläni|suunnittelen|suunnitelmissa|tarkoitukseni|tavoitteena|tavoitteeni|mietin|harkitsen|haaveissa|kouluttautua|kouluttautumaan|kouluttautumista) | (olisi|ois|olis) (kiva|mukava|hauska|hienoa|ihana|ihanaa) | (pääsisin|pääsisinpä|mielisin) | (tekis|tekisi) mieli | tahdon /,
    others:
      /^ (ja )?((minun |mun |meidän )?((avio|avo)?(vaimo|mies|miehe)|puoliso|tyttöystävä|poikaystävä|äiti|isä|sisko|veli|veljeni|poika|poikani|tytär|tyttäre|täti|setä|eno|serkku|kaveri|naapuri|pomo|lääkäri)(ni|mme)?) (aina |yleensä |usein |joka päivä )?(?!(kanssa|luona|luokse|kotona|apuna|avuksi|jälkeen|vuoksi|kautta|ohella|mukana|mutta|oli|on|ei|opetti|opettaa|neuvoi|pani|laittoi|pyysi|pyytää|käski|antoi|antaa|kutsui|luotti|luottaa|valitsi|palkkasi|sanoi|sanoo|kehui|kehuu|kysyi|soitti|soittaa|halusi|haluaa|tarvitsi|tarvitsee|sai|saa|tykkäsi|tykkää|kuoli|sairastui|sairastaa|kaatui|asui|asuu|tuli|jäi|menetti|unohti|unohtaa|osasi|pystyi|voi|jaksoi|pääsi) )\S{2,}(aa|ää|ee|oo|ii|oi|öi|[tdrnslkpv]i) |^ (ja )?(\S+ )?(vaimoni|mieheni|isäni|äitini|siskoni|veljeni|poikani|tyttäreni|kaverini|naapurini|serkkuni|vaimo|mies|isä|äiti|sisko|veli|kaveri|naapuri) (on|oli|on ollut) \S+(aja|äjä|ari|eri|ori|mies|kko|ikko|istaja) $|^ (putkimies|sähkömies|remppamies|opettaja|ope|lääkäri|hoitaja|pomo|vuokraisäntä) (joka|tuli|kävi|sanoi|huusi|haukkui|jätti|teki|ei) | (hoitaa|tekee|hoiti|teki|laittaa|kokkaa|maksaa) (\S+ )?(vaimo|mies|puoliso|äiti|isä|veli|sisko|tytär|poika|kaveri)(ni)? $/,
    withMe:
      / (minä|mä|mää|minut|minua|minulle|minulta|minusta|mut|mua|mulle|mun kanssa|meitä|meille|meidät|me|itse|\S+(imme|amme|ämme|emme)|\S+[^aeiouyäö]in|olen|olin|autan|hoidan|teen) /,
    befell:
      / (olin|olen|oon|ollut|ollu|olen ollut|jouduin|joutunut|makasin|pääsin) (\S+ ){0,3}(\S*(kuntoutuksessa|vieroituksessa|katkaisuhoidossa|katkolla|vankilassa|linnassa|vankilaan|linnaan|tutkintavankeudessa|potilaana|sairauslomalla|sairaslomalla)|rehabissa|leikattavana) | (istuin|istunut|istunu|lusin|kärsin) (\S+ ){0,3}(vankilassa|linnassa|tuomion|tuomiota|tuomioni|kakkua|kakun) | (sairastin|sairastuin|sairastan|sairastanut) /,
    didThere:
      / (tein|teen|töissä|työssä|töitä|työtä|työnä|työskentelin|keittiössä|pesulassa|verstaassa|\S*harjoittelussa|opiskelin|opin|hitsasin|hoidin|ohjasin|tukena|\S+(jana|jänä|kkina|kkona|kkönä|ttina|stina|isena)) /,
    ownSubject:
      / (minä|mä|mää|me|olen|oon|olin|osaan|mutta|siis|joten|itse|nykyään|sitten) |^ \S{2,}[^aeiouyäö](in|an|än|en|on|ön|un|yn) |^ \S+(aan|ään|oin|öin|uin|ein|sin) /,
    turn: set('mutta vaan enkä eikä eivätkä emmekä joten siksi'),
    link: set('ja sekä tai että kun koska jos kunnes jolloin'),
    linkPairs: set('niin_minä niin_mä niin_me'),
  },
  sv: {
    cannot:
      / (inte|ej|aldrig|icke|knappt|varken|kaninte) | (ingen|inga|inget) (erfarenhet|erfarenheter|kunskap|kunskaper|utbildning|aning|vana) | utan (erfarenhet|kunskap|utbildning) | (inget|ingenting) för mig | (urusel|usel|värdelös|hopplös|kass|dålig) (på|i|med) | noll koll | (rädd|livrädd) för | gav upp | om jag bara (kunde|hade) | bara (en gång|två gånger|ett par gånger) | (går|gick) bort | (är )?inte (min|mitt) (grej|bord|sak) | (lämnar|lämnade) (\S+ )?(åt|till) (andra|någon|dem) | saknar (\S+ )?(erfarenhet|kunskap|kunskaper|utbildning|vana) /,
    unschooled:
      / (utbild\S*|examen|papper|papperen|betyg\S*|yrke\S*|officiell\S*|lön|betalt|längre|kurs\S*|studera\S*|skola\S*) /,
    notNeeded:
      / (behövs|krävs|behöver|kräver|söker) (\S+ ){0,2}(inte|ingen|inga|inget) | (inte|ingen|inga|inget) (\S+ ){0,3}(behövs|krävs|nödvändig|nödvändigt|nödvändiga|krav) /,
    harmless:
      / (inte|aldrig|inga|inget|inte några) (bara|enbart|endast|rädd|främmande|emot|problem|svårt|sen|försenad|sjuk) | (gör mig inget|gör inget|inte har något emot|har inget emot) /g,
    wish: / (skulle (jag )?(också |även |nog |så |mycket |kanske )*(vilja|gärna|behöva)|jag (också |även )?vill|vill jag|vill (gärna |också )?(lära|bli|utbilda|kunna|prova|pröva|börja)|önskar|hoppas|drömmer|drömmen|min dröm|intresserad|intresserar|nyfiken|(behöver|måste|borde|tänker|tänkte) (jag )?(också )?lära|längtar|funderar|funderat|planerar|siktar|sugen|dröm|drömt) | vore (roligt|kul|fint) /,
    others:
      /^ (och )?((min|vår|mitt) (fru|hustru|man|make|maka|sambo|flickvän|pojkvän|dotter|son|bror|syster|mamma|pappa|mor|far|kusin|granne|vän|kompis|chef|läkare)|frun|brorsan|syrran|mamma|pappa|chefen|läkaren) (alltid |oftast |ofta |också )?(?!(är|var|har|hade|behöver|behövde|bad|ber|sa|säger|lärde|lär|visade|visar|gav|ger|lät|låter|ville|vill|ringde|ringer|frågade|frågar|satte|tyckte|tycker|fick|får|dog|blev|blir|bor|bodde|kunde|kan|anställde|litade|berömde|kallade|glömmer|glömde) )(\S{2,}(ar|er|ör|ade|de|te)|syr|sydde|kör|körde|skrev|byggde|bar|drev|sjöng|åkte|gjorde|gör|sålde|säljer) |^ (och )?((min|mitt|vår) )?(fru|man|sambo|bror|syster|far|mor|pappa|mamma|son|dotter|kusin|kompis|vän|granne|chef) (är|var|har varit|jobbar som|jobbade som|arbetar som) (en |ett |själv )?\S+(are|ör|man|ist|sköterska|kock|vakt|erska|lärare)|^ (läraren|rörmokaren|elektrikern|snickaren|läkaren|doktorn|sköterskan|chefen|hyresvärden|hantverkaren) (som|kom|sa|skällde|lämnade|gjorde|skrek|tyckte|var|är) /,
    withMe: / (jag|mig|mej|vi|oss|tillsammans med) /,
    befell:
      / (var|varit|legat|låg|ligger|hamnade|kom|är) (\S+ )?(jag )?(på|i|in på|inlagd på|inne på) (\S+ )?(rehab|behandlingshem|avgiftning|avvänjning|fängelse|fängelset|häktet|kåken|sjukskrivning) | (satt|suttit|sitter|avtjänade|avtjänat) (jag )?(\S+ ){0,2}(fängelse|fängelset|häktet|häkte|kåken|straff) | suttit inne | (som patient|var sjukskriven|varit sjukskriven|var inlagd|varit inlagd|blev inlagd) /,
    didThere:
      / (jobbade|jobbar|arbetade|arbetar|jobb|arbete|kök|köket|tvätteriet|verkstad|verkstaden|praktik|studerade|pluggade|lärde|gjorde|lagade|skötte|hjälpte|handledare|vårdare|vakt|frivillig|\S*terapeut) /,
    ownSubject: / (jag|vi|man|han|hon|men|så|sedan|däremot|kan|har|är|var) /,
    turn: set('men utan däremot fast'),
    link: set('och samt eller att när eftersom medan'),
    linkPairs: set('så_jag så_vi'),
  },
  en: {
    cannot:
      / (not|cannot|never|unable|nor|neither|\S+n't|cant|dont|didnt|couldnt|havent) | (no|without|zero|lack|little) (\S+ ){0,2}(experience|knowledge|idea|skills|training|clue|licence|license|card|permit) | (i'm|i am) no | beyond me | (useless|rubbish|hopeless|terrible|awful|bad|dreadful|no good|hopelessly bad) (at|with) | leave (that|it|the \S+) to | (gave|given|giving) up | (scared|afraid|terrified|frightened) of | if only i | only (once|twice) | (isn't|is not|not) (really )?(my thing|for me) /,
    unschooled:
      / (trained|training|qualif\S*|degree|diploma|certificate\S*|papers|profession\S*|official\S*|paid|longer|anymore|any more|course\S*|stud(y|ied)|school\S*) /,
    notNeeded: / (not|no|\S+n't) (\S+ ){0,4}(needed|required|necessary) | (not|\S+n't) (need|require|looking for) /,
    harmless:
      / (not|never|don't|doesn't|didn't|isn't|wasn't|aren't) (only|just|merely|afraid|scared|mind|a problem|problem|late|missed|miss|limited|be limited|hard|difficult|bother|bothered) /g,
    wish: / (i|we|and|also|really|but) (also |really |now |would |just )*(want|wish|hope|hoping|dream|dreaming|wanna) | (i'd|i would|we'd|we would|would) (also |really |just |so |quite |rather )?(like|love|fancy|enjoy|prefer|want|be happy|be keen|need) (?!you |someone |candidates )| (i'm|i am|am|i have always been|i've always been|me) (also |really |very |always )?(interested|keen|curious|eager|hoping|looking) | (i'm|i am|am) (planning|thinking) (to|of|about) | interests me | (learn|try) (it )?(someday|one day) | my dream | (dream|dreamt|dreamed|dreaming) of | need to learn | (wouldn't|would not) mind (learning|trying|having|doing) | (hoping|hope|plan|planning|aim|aiming|keen|itching|want) to (\S+ )?(learn|train|become|be a|try|get into|retrain|study|start) | (thinking|think) (of|about) (becoming|training|learning|starting|trying) | fancy (having|trying|learning|a go|doing|being|working) | wish i (could|knew|had) | would be (nice|lovely|great|fun) to /,
    others:
      /^ (and )?((my|our) (wife|husband|spouse|partner|girlfriend|boyfriend|daughter|son|brother|sister|mother|father|mum|mom|dad|uncle|aunt|cousin|neighbour|neighbor|friend|boss|doctor)|the (doctor|nurse|boss)) (always |usually |often |also |just |only )?(?!(is|was|has|had|does|needs|needed|asks|asked|tells|told|says|said|puts|taught|teaches|shows|showed|gave|gives|lets|wants|wanted|calls|called|trusts|trusted|hired|praised|likes|liked|died|passed|lives|lived|gets|used|moved|depends|depended|relied|relies|suffers|suffered|stopped|loves|loved|thinks|knows|forgets|recommended) )(\S{2,}(s|ed)|ran|drove|made|built|did|sold|wrote|sang|baked|cut|took|grew) |^ (and )?(my|our) (wife|husband|partner|brother|sister|father|mother|dad|mum|mom|son|daughter|cousin|friend|mate|neighbour|neighbor|uncle|aunt) (is|was|has been|works as|worked as) (a|an) \S+( \S+)? $|^ the (plumber|electrician|carpenter|builder|teacher|doctor|nurse|boss|landlord|caretaker|hairdresser) (who|that|came|said|told|made|was|did|left|fixed|never|always) /,
    withMe: / (i|i'm|i've|me|us|we|myself|for them|for him|for her) /,
    befell:
      / (was|am|been|ended up|landed) (also )?(in|into) (a |an |the )?(\S+ )?(rehab|detox|prison|jail|hospital) ((for|as|with|after|twice|because|several|when|and) |\d|$)| (as a patient|was a patient|been a patient|been hospitalised|was hospitalised) | (served|did) (my )?(time|sentence) |^ (i was|i have been|i've been) (very |seriously )?(ill|sick) ((for|with) |$)/,
    didThere:
      / (worked|working|work|job|kitchen|laundry|workshop|trained|training|studied|learned|learnt|taught|helped|cooked|cleaned|volunteer\S*|nurse|porter|officer|guard|placement|internship|looked after|cared) /,
    ownSubject: / (i|i'm|i've|i'd|we|he|she|they|but|then|so|my) /,
    turn: set('but however though nor'),
    link: set('and or while because then when'),
    linkPairs: set('so_i so_we'),
  },
};

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
