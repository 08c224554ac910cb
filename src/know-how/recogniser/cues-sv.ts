import { anyOf, begun, either, said, saidAnywhere, wordSet } from './cue-patterns.ts';
import type { Cues } from './cues.ts';

const no = '(?:inte|int|intt|ej|aldrig|icke|knappt|knappast|varken|vare|kaninte|ingalunda|näppeligen)';
const kin =
  'fru|hustru|man|make|maka|sambo|flickvän|pojkvän|dotter|son|bror|brorsa|syster|syrra|mamma|pappa|mor|far|mormor|morfar|farmor|farfar|mommo|moffa|fammo|faffa|moster|faster|barn|morbror|farbror|kusin|svärmor|svärfar|svåger|svägerska|granne|vän|väninna|kompis|kollega|arbetskamrat|jobbarkompis|rumskompis|ex';
const theKin =
  'frun|mannen|exet|gubben|gumman|brorsan|syrran|mamma|pappa|mormor|morfar|farmor|farfar|mommo|moffa|fammo|faffa|svärmor|svärfar|grannen|kompisen|kusinen|kollegan|dottern|sonen';
const theWorker =
  'tolken|kocken|prästen|polisen|terapeuten|socialarbetaren|hemvården|en typ|proffs|chefen|läkaren|doktorn|sköterskan|sjuksköterskan|läraren|rörmokaren|elektrikern|snickaren|hyresvärden|hantverkaren|ägaren|bokföraren|revisorn|kocken|städaren|vaktmästaren|tränaren|föreståndaren|husbonden|chauffören|bokföringsbyrån|byrån';
const doer = '\\S{2,}(?:aren|ären|ören|isten|skan|mannen|chefen|firman|byrån|männen|iken|urgen)';
const at = '(?: (?:på|i|vid|hos|från) \\S+)?';
const one = `(?:(?:min|vår|mitt|hans|hennes|en|ett) (?:(?:gamla|goda|bästa|lilla|stora|äldre|yngre|förra|bra) )?(?:${kin}|chef|läkare|lärare|sjuksköterska|tränare)|(?:den andra |andra )?(?:${theKin}|${theWorker}|${doer})${at}|ett proffs|en (?:\\S+ )?(?:firma|byrå|proffs|\\S+are)|alla andra(?: \\S+ \\S+)?|(?:barnens|dotterns|sonens|fruns|grannens|kompisens|systers|brors|chefens) \\S+)`;
const many =
  '(?:(?:mina|våra|de|dom|de andra|alla|några) )?(?:kollegorna|kollegerna|kollegor|arbetskamraterna|arbetskamrater|grannarna|grannar|bröder|bröderna|systrar|systrarna|föräldrar|föräldrarna|killarna|tjejerna|kompisarna|kompisar|kockarna|skötarna|läkarna|andra|vuxna|\\S{3,}skorna|\\S{3,}(?:arna))';
const adverb = '(?:(?:alltid|oftast|ofta|också|själv|sen|sedan|bara|då|nu|mest|för det mesta|tidigare|förr) )?';
const noDoing = either(`
  är var har hade behöver behövde bad ber sa säger lärde lär visade visar gav ger lät låter ville vill ringde ringer frågade frågar satte tyckte tycker fick får dog blev blir bor bodde kunde kan
  anställde litade berömde kallade glömmer glömde mår mådde insjuknade föll flyttade saknar saknade somnade orkade
`);
const irregular =
  'syr|sydde|kör|körde|skrev|byggde|bar|drev|sjöng|åkte|gjorde|gör|sålde|säljer|skötte|klippte|målade|högg|slog|grävde|skar|sprang|tog|spelade|spelar|stickade|stickar|la|lade om|band om|skar|skär|stack';
const does = `(?!${noDoing} )(?:\\S{2,}(?:ar|er|ör|ade|de|te)|${irregular})`;
const workNoun =
  '\\S*(?:are|ör|man|ist|sköterska|kock|vakt|erska|lärare|tekniker|ingenjör|ant|ent|sekreterare|chef|tolk|präst|skötare|mästare|iker)';
const isWorker = `(?:(?:är|va|var|har varit|jobbar som|jobbade som|arbetar som|arbetade som|jobbar inom|utbildar sig till|studerar till|studerar|pluggar|läser till) (?:en |ett |själv |egentligen |till )?(?:\\S+ )?${workNoun}|(?:studerar|pluggar|utbildar sig|läser) till|(?:är|var) i \\S+branschen|(?:är|var) på \\S+(?:firma|byrå)|(?:jobbar|jobbade|arbetar|arbetade) (?:som|inom|på|i|hos))`;
const lead = '(?:(?:och|att|när|eftersom|hemma|sen|fast|medan) )?';

const workWord =
  '(?:\\S*(?:jobb|jobbet|arbete|arbetet|uppgift|uppgiften|uppgifter|uppgifterna|hobby|intresse|roll|ansvar|ansvaret|vardag|dag|dagen|yrke|sysslor|specialitet|styrka|praktiken|studierna|utbildningen)) ';

/** Verbs that have a subject of their own: where none of the teller stands, somebody else does it. */
const finite =
  '(?:\\S{2,}(?:ade|dde|gde|lde|rde|kte|pte|ste|tte)|var|är|har|hade|gjorde|gick|kom|fick|tog|gav|höll|stod|satt|drog|skrev|kunde|blev|bar|skar|slog|lät|sa|såg)';

export const swedish: Cues = {
  cannot: said(
    no,
    '(?:ingen|inga|inget|nån|nåt) (?:\\S+ )?(?:erfarenhet|erfarenheter|kunskap|kunskaper|utbildning|aning|vana|talang|fallenhet|kort|körkort)',
    '(?:är|var|e|blev) (?:\\S+ )?(?:ingen|inget) (?!(?:fara|problem|konst|nyhet|nyhet|fråga|ovanlighet) )\\S+',
    'utan (?:\\S+ )?(?:erfarenhet|kunskap|kunskaper|utbildning|kort|körkort|vana)',
    'utan att (?:\\S+ )?(?:kunna|ha|veta|förstå|lära|någonsin|nånsin)',
    '(?:kan|vet|förstår|begriper|kunde|visste) (?:\\S+ ){0,2}(?:inget|ingenting|noll|nada|lite om|föga)',
    '(?:inget|ingenting) för mig',
    '(?:urusel|usel|värdelös|hopplös|kass|dålig|hjälplös|rädd för|klantig) (?:på|i|med|för|att)',
    'noll koll|rädd för|livrädd för|gav upp|gett upp|skrämmer mig',
    'om jag bara (?:kunde|hade)',
    'bara (?:en gång|två gånger|ett par gånger)',
    '(?:prövade|försökte|testade|provade) (?:\\S+ ){0,4}(?:en gång|nån gång|någon gång|ett par gånger)',
    '(?:går|gick) bort',
    '(?:lämnar|lämnade|överlåter) (?:\\S+ ){0,2}(?:åt|till) (?:andra|någon|dem|proffsen|proffs|frun|mannen|chefen|min \\S+)',
    'inga vänner|(?:är|är mest|e) för andra|ger mig huvudvärk|samlar damm',
    'saknar (?:\\S+ )?(?:erfarenhet|kunskap|kunskaper|utbildning|vana|\\S*kort)',
    '\\S*(?:kort|erfarenhet|erfarenheten|utbildning|utbildningen|kunskap|kunskaperna) saknas|saknas (?:\\S+ )?(?:\\S*kort|erfarenhet|utbildning|kunskap)',
    'hatar|avskyr|undviker|vägrar|misslyckades|kuggade|glömt|glömde',
    '(?:rena )?grekiskan?|(?:ett )?mysterium|främmande (?:område|värld)',
    'tummen mitt i handen',
    '(?:någon|nån|nåan) annan|andra (?:sköter|gör|tar)',
    'slutade (?:aldrig|i förtid)|hoppade av',
    'nej tack',
  ),
  unschooled: said(
    '(?:utbild\\S*|examen|papper|papperen|betyg\\S*|yrke\\S*|officiell\\S*|lön|betalt|längre|kurs\\S*|studera\\S*|skola\\S*)',
  ),
  notNeeded: said(
    '(?:behövs|krävs|behöver|kräver|söker) (?:\\S+ ){0,2}(?:inte|ingen|inga|inget)',
    '(?:inte|ingen|inga|inget) (?:\\S+ ){0,3}(?:behövs|krävs|nödvändig|nödvändigt|nödvändiga|krav)',
  ),
  harmless: saidAnywhere(
    '(?:inte|int|aldrig|inga|inget|ingen|inte några) (?:bara|enbart|endast|rädd|rädd för|främmande|emot|problem|svårt|sen|försenad|sjuk|dålig|dåligt|oävet|tokig|pjåkig|blyg|konst|fara)',
    'gör mig inget|gör inget|inte har något emot|har inget emot|inte minst|inte så illa|vare sig',
    `(?:${no}|inget|ingenting|inga) (?:\\S+ ){0,3}annat än`,
  ),
  wish: said(
    '(?:skulle|sku) (?:jag |ja )?(?:också |även |nog |så |mycket |kanske |vara |bli )*(?:vilja|gärna|behöva|kul|roligt|intressant|fint|spännande|härligt|drömmen|kunna tänka|intressera|passa)',
    'jag (?:också |även )?vill|vill jag|ville jag|vill (?:gärna |också |nån gång )?(?:lära|bli|utbilda|kunna|prova|pröva|börja)|(?:velat|ville) (?:\\S+ )?(?:lära|bli|utbilda|kunna|prova|pröva|börja)|alltid velat',
    'önskar|önskade|hoppas|drömmer|drömde|drömmen|drömjobb|drömjobbet|drömyrke|dröm|drömt|min dröm|intresserad|intresserar|nyfiken|längtar|funderar|funderat|funderade|siktar|sugen|lockar|lockad|frestar|frestad|överväger|lockande',
    '(?:planerar|planerat|tänker|tänkt|tänkte|ska|skall) (?:\\S+ ){0,3}(?:lära|bli|utbilda|studera|plugga|söka|omskola|skola|börja|ta \\S*kort)',
    '(?:behöver|måste|borde) (?:jag )?(?:också )?lära',
    '(?:kunde|kan) (?:jag )?(?:nog |också |mycket väl )*tänka mig',
    '(?:vore|hade varit|skulle va) (?:\\S+ )?(?:roligt|kul|fint|skoj|intressant|häftigt|drömmen)',
    'hade (?:jag )?gärna',
    'borde (?:jag )?(?:bli|utbilda|börja)|kanske (?:\\S+ )?(?:prövar|provar|börjar|blir|söker|testar|skulle)|(?:vore|kunde vara|skulle vara) (?:min grej|något för mig|nåt för mig)|börjar (?:jag )?(?:på )?(?:en |ett )(?:\\S+ )?(?:\\S*kurs|\\S*utbildning)|i kö till \\S*(?:utbildning|kurs)\\S*|velat bli',
    '(?:sökt|sökte|söker|anmält mig|anmälde mig|anmäler mig) (?:in )?(?:till|mig till|in på|på) (?:\\S+ ){0,2}(?:\\S*kurs\\S*|\\S*utbildning\\S*|\\S*skola\\S*|\\S*linje\\S*|\\S*program\\S*)',
    'om jag (?:bara |nån gång )?(?:fick|finge|hade chansen)',
    'i framtiden|en vacker dag|en dag (?:ska|vill|kanske)|höll på att bli',
    'lär jag mig (?:nån|någon) gång',
  ),
  others: anyOf(
    begun(
      `${lead}${one} ${adverb}${does}`,
      `${lead}${one} ${isWorker}`,
      `${lead}${one} som (?:${isWorker}|${does})`,
      `${lead}${many} ${adverb}${does}`,
      `(?:${theWorker}) (?:som|kom|sa|skällde|lämnade|gjorde|skrek|tyckte|var|är)`,
      `det (?:var|är|e) (?:alltid )?(?:${one}|han|hon|de|dom|\\S+) som(?! (?:jag|ja|vi))`,
      '(?:företaget|firman|bolaget|fabriken|verkstaden|butiken) (?:som )?(?:\\S+ )?(?:tillverkar|tillverkade|säljer|sålde|gör|gjorde|bygger|byggde|importerar|levererar|producerar)',
      `${one} (?:hade|har|driver|drev|äger|ägde) (?:en |ett |egen |eget |sin egen )?\\S*(?:bageri|verkstad|firma|affär|butik|gård|taxi|restaurang|kafé|café|salong|båt|åkeri|företag|hotell)`,
      `(?:hemma|här|där|i köket|på jobbet) (?:${does}) ${one}`,
      '(?:han|hon|den|de|dom) som(?! jag)',
      'till skillnad från|i motsats till',
    ),
    new RegExp(
      ` \\S{3,}(?:des|tes) av (?!mig |mej |oss |\\S+ och jag)\\S+ | (?:skött|gjort|gjord|byggt|byggd|målat|lagat|\\S+at|\\S+ad) av (?:${one}|andra|någon annan) `,
    ),
    / (?:är|var|e) det (?:alltid )?(?!jag |ja |vi )\S+ som /,
    / (?:på annat håll|via en firma|beställdes|anlitades) | (?:gick|går|skickades) till (?:bokföraren|revisorn|\S+byrån) /,
    / (?:är|var|e) (?:alltid |mer )?(?!(?:min|vår|mitt|vårt|deras) )\S{3,}s (?:sak|jobb|grej|uppgift|bord|ansvar|business|område|syssla) $/,
    new RegExp(`^ \\S+ (?:\\S+ ){0,3}(?:${does}|kom|satt|fick) ${one} $`),
  ),
  ofOther: anyOf(
    begun(
      `(?:(?:och|att|när|så|medan|eftersom|nu) )?(?:han|hon|de|dom|ni|du|folk|någon|ingen|(?:min|mitt|mina|vår|vårt|våra|hans|hennes|deras|den här|det här|den) (?!${workWord})\\S+|(?!${workWord})\\S{3,}(?:en|et|arna|orna|erna)) (?:\\S+ )?(?:är|var|har|hade|kan|ska|blir|blev|går|gick|\\S{2,}(?:ade|de|te))`,
    ),
    begun(
      `(?!(?:.* )?(?:min|mitt|mina|vår|vårt|våra|egen|eget|själv) )(?:(?:och|att|när|så|medan|eftersom|nu) )?(?!det |man |som |och |att |när |så |medan |eftersom |nu |${workWord}|${finite} )\\S+ (?!${workWord})(?:\\S+ ){0,3}${finite}`,
    ),
  ),
  withMe: / (jag|ja|mig|mej|vi|(?<!hos )oss|tillsammans med) /,
  befell: said(
    '(?:var|varit|legat|låg|ligger|hamnade|kom|är) (?:\\S+ )?(?:jag )?(?:på|i|in på|inlagd på|inne på) (?:\\S+ )?(?:rehab|behandlingshem|avgiftning|avvänjning|fängelse|fängelset|häktet|kåken|sjukskrivning)',
    '(?:satt|suttit|sitter|avtjänade|avtjänat) (?:jag )?(?:\\S+ ){0,2}(?:fängelse|fängelset|häktet|häkte|kåken|straff)',
    'suttit inne',
    'som patient|var sjukskriven|varit sjukskriven|var inlagd|varit inlagd|blev inlagd|är sjukskriven',
    '(?:väntade|väntat|väntar|köade|köat) (?:\\S+ )?(?:på|i|till|hos)|(?:stod|satt) (?:\\S+ )?(?:och|å) (?:såg|tittade) på|stod i kö|stått i kö|står i kö',
    '(?:filmer|serier|dokumentärer|program) (?:gillar|tittar|kollar|älskar)|(?:gillar|älskar) (?:filmer|serier|dokumentärer)|(?:såg|sett|tittade|tittat|tittar|kollade|kollat|läste|hörde|lyssnade) (?:\\S+ ){0,3}(?:\\S*program|\\S*programmet|film|filmen|dokumentär\\S*|\\S*serie|\\S*serien|nyheterna|video|videor|artikel|tidningen|tv)',
    '(?:i|på) (?:filmen|nyheterna|tv|tidningen|serien|dokumentären)',
  ),
  doneTo: said(
    '(?:läraren|ledaren|handledaren|\\S+aren|de|dom) (?:\\S+ )?(?:höll|visade|lärde|gav|ordinerade) (?:\\S+ ){0,3}(?:oss|mig|mej)',
    'att (?:jag|ja) (?:skulle|borde|kunde)|tror att (?:jag|ja)|(?:gillar|älskar|tycker om) att (?:titta|läsa|lyssna|se)|favorit(?:film|serie|program|bok)\\S*|(?:såg|tittade) (?:bara )?på (?:när|medan|hur)|låg på (?:sjukhus|avdelning)\\S*',
    '(?:ni|de|dom|man|byrån|handläggaren) (?:\\S+ )?(?:föreslog|erbjöd|rekommenderade)|föreslog (?:de|ni|dom|man)|erbjöd (?:de|ni|dom|man|mig)|(?:blev|har|blivit) (?:\\S+ )?(?:erbjuden|erbjudits|föreslagits|föreslagen)',
    '(?:efternamn|efternamnet|namnet|namn) (?:är|betyder)|jag heter|(?:hade|har) vi (?:alltid )?(?:en )?\\S+(?:erska|städare|barnflicka)',
    '(?:jag|har|ha|blivit|vi) (?:\\S+ )?(?:blivit|blev) (?:\\S+ )?(?:masserad|klippt|opererad|rådgiven|handledd|matad)|(?:klippte|färgade|fixade) (?:sig )?håret hos',
    '(?:gick|går|gått|var|varit|kom) (?:\\S+ )?(?:hos|till) (?:\\S+ )?(?:\\S*terapeut\\S*|psykolog\\S*|frisör\\S*|tandläkar\\S*|läkar\\S*|doktor\\S*|sjukgymnast\\S*|massör\\S*|optiker\\S*|barberare\\S*)',
    '(?:blev|blivit|blir) (?:\\S+ )?(?!(?:vald|utvald|utsedd|ombedd|tillfrågad|befordrad|anställd|ansvarig|utbildad|kallad|invald|uppmanad|inbjuden) )(?:\\S*opererad|behandlad|undersökt|röntgad|vaccinerad|diagnosti\\S+|lurad|rånad|mobbad|misshandlad|anhållen|gripen|bötfälld|uppsagd|avskedad|permitterad|vårdad|omskött|skjutsad|utskälld|serverad|bemött|intervjuad|vräkt|påkörd)',
    '(?:opererades|behandlades|röntgades|vårdades|undersöktes)',
    '(?:de|man|dom|lärarna|skolan) (?:lärde|lär|visade|undervisade) (?:oss|mig|mej)',
    '(?:jag|vi|har|ha) (?:fick|fått|får) (?:\\S+ ){0,2}(?:undervisning|\\S*rehabilitering|rehab|\\S*terapi|behandling|sjukgymnastik|vård|hjälp|råd|stöd|handledning|rådgivning|sparken|böter|service|betjäning|recept|remiss|gips)',
    'fick (?:jag|vi) (?:\\S+ )?(?:undervisning|\\S*rehabilitering|rehab|\\S*terapi|behandling|sjukgymnastik|vård|hjälp|råd|stöd|handledning|sparken|böter|service|recept|remiss)',
  ),
  didThere:
    / (jobbade|jobbar|arbetade|arbetar|jobb|arbete|kök|köket|tvätteriet|verkstad|verkstaden|praktik|studerade|pluggade|lärde|gjorde|lagade|skötte|hjälpte|handledare|vårdare|vakt|frivillig|\S*terapeut) /,
  ownSubject: / (jag|ja|vi|man|han|hon|men|så|sedan|däremot|kan|har|är|var) /,
  them: begun('(?:och )?(?:han|hon|de|dom|den)'),
  verb: begun(`${adverb}${does}`),
  whoIs: begun(`som (?:${isWorker})`),
  conceded: said('visst|förvisso|såklart|förstås|självklart|nog'),
  asking: begun(
    '(?:men )?(?:vad|var|vart|när|hur|varför|vem|vilken|vilket|vilka|blir|är|kan|får|måste|ska|skall|har|finns|varifrån|gäller|behöver|vet|kommer|tror|borde|skulle)',
  ),
  resumed: begun(
    `(?:det|den|dem|dom|sånt|sådant) (?:\\S+ ){1,4}${no}`,
    'nej (?:tack|inte)',
    'aldrig i livet',
    `det (?:kan|är|har|blev) (?:\\S+ )?${no}`,
  ),
  turn: wordSet('men utan däremot fast'),
  link: wordSet('och samt eller att när eftersom medan'),
  linkPairs: wordSet('så_jag så_vi'),
  unparted: wordSet(
    'utan_att tror_att gillar_att älskar_att om_att på_när på_medan planerar_att planerat_att planerade_att tänkt_att på_att till_att för_att av_att med_att',
  ),
};
