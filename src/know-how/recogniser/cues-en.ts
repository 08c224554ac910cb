import { anyOf, begun, either, said, saidAnywhere, wordSet } from './cue-patterns.ts';
import type { Cues } from './cues.ts';

const no =
  "(?:not|cannot|never|unable|nor|neither|hardly|scarcely|barely|\\S+n't|cant|dont|didnt|couldnt|havent|hasnt|isnt|wasnt|arent|doesnt|wouldnt|aint|without)";
const kin =
  'wife|husband|spouse|partner|girlfriend|boyfriend|fiance|fiancee|daughter|son|brother|sister|mother|father|mum|mom|mam|dad|uncle|aunt|auntie|cousin|nephew|niece|grandmother|grandfather|grandma|grandpa|gran|granny|grandad|(?:mother|father|sister|brother|son|daughter) in law|neighbour|neighbor|friend|mate|buddy|flatmate|roommate|housemate|colleague|coworker|co worker|ex|landlord|landlady';
const worker =
  'boss|manager|supervisor|owner|doctor|nurse|teacher|plumber|electrician|carpenter|builder|caretaker|janitor|hairdresser|accountant|bookkeeper|chef|cook|foreman|coach|therapist|physio|physiotherapist|dentist|surgeon|social worker|caseworker|lawyer|interpreter|cleaner|driver|mechanic';
/** Who does work, by the word's form: "the skipper", "a physio". */
const doer = '\\S{2,}(?:er|or|ist|ian|man|woman|lady|medic|chef|cook|firm|company|agency|guy|ant|urse|skipper|office)';
const at =
  '(?: (?:at|in|from|on|down) (?:the |a |my |our )?\\S+(?: (?:centre|center|hospital|room|shop|clinic|school))?)?';
const notPeople =
  '(?!(?:(?:my|the|our|a|an) )(?:\\S+ )?(?:number|career|computer|year|summer|winter|order|paper|letter|river|water|dinner|weather|matter|corner|power|door|floor|answer|winner|never|other|either|after|over|under|for|or) )';
const one = `${notPeople}(?:(?:my|our|his|her|their|the|a|an|some|that|one of my) (?:(?:old|good|best|late|little|big|older|younger|first|ex|former|other|oldest|youngest|new) )?(?:${kin}|${worker}|${doer})(?: of mine)?${at}|(?:somebody|someone|everybody|everyone)(?: from \\S+(?: \\S+)?)?|(?:the |my )?kids (?:dad|mum|mom|father|mother)|(?:everybody|everyone|somebody|someone) else(?: \\S+ \\S+(?: \\S+)?)??|(?:another|other|some other|an outside|a different|some) (?:company|firm)|(?:mum|dad|mom|grandma|grandpa|granny))`;
const many =
  '(?:(?:all )?(?:the )?other \\S+s|(?:my|our|the|some|all the|all my|most of my) (?:other )?(?:neighbours|neighbors|parents|brothers|sisters|cousins|friends|colleagues|coworkers|mates|guys|men|women|workers|chefs|cooks|nurses|doctors|teachers|people|ones|boys|girls|lads|grandparents|uncles|aunts|in laws|children|kids|sons|daughters)|other people|others)';
const adverb = '(?:(?:always|usually|often|also|just|only|actually|still|mostly|normally|used to|already) )?';
const noDoing = either(`
  is was has had does did needs needed asks asked tells told says said puts taught teaches shows showed gave gives lets let made wants wanted calls called trusts trusted hired praised likes liked died passed
  lives lived gets used moved depends depended relied relies suffers suffered stopped loves loved thinks thought knows forgets recommended fell came went kept became needed chose picked started noticed
`);
const irregular =
  'ran|drove|made|built|did|sold|wrote|sang|baked|cut|took|grew|kept|knits|sews|paid|fed|led|drew|bred|does|makes|taught himself|taught herself|knit';
const does = `(?:(?:does|did|made|makes|kept|keeps) (?!me |us |not |asking |telling |saying |on |sure )\\S+|(?!${noDoing} (?!the|all))(?:\\S{2,}(?:s|ed)|${irregular}))`;
const theyDo =
  '(?!(?:are|were|have|had|asked|wanted|needed|said|say|told|ask|want|need|came|come|lived|live|died|like|liked|love|loved|trusted|trust|called|call|who|that|and|with|in|at|from|for|taught|let|gave|often|always|usually|i|on|of|to|got|get|moved|thought|think|there) )\\S{3,}';
const article = '(?:a|an|the|also a|also an|actually a|now a|once a)';
const isWorker = `(?:(?:is|was|has been|works as|worked as|had been) ${article} (?:\\S+ ){0,2}?(?:\\S+(?:er|or|ist|ian|man|nurse|chef|cook|clerk|guard|vet)|nurse|vet|cook|chef|baker)|(?:is|was) (?:studying|training|learning) (?:\\S+ )?(?:to|as)|(?:works|worked) (?:as|in|at|for)|(?:is|was) (?:really |very |so )?good at|knows how to|can)`;
const lead = '(?:(?:and|because|while|since|at home|when|though|as|then) )?';

/** What one's own doing may be told by: "my job was", "it was all baking". */
const workWord =
  '(?:\\S+ )?(?:job|jobs|work|role|duties|duty|tasks?|hobby|hobbies|responsibilit\\S+|speciality|specialty|day|days|shift|shifts|favourite|part|thing|trade|profession|business|experience|strength\\S*|position|internship|placement|degree|studies|training) ';
const mine = '(?:it was|it is|it has|there was|there were|that was|this was) ';

export const english: Cues = {
  cannot: said(
    no,
    '(?:no|zero|lack|lacking|little|missing) (?:\\S+ ){0,2}(?:experience|knowledge|idea|skills|training|clue|licence|license|card|ticket|permit|talent|patience|certificate)',
    "(?:i'm|i am|i was|am|im) no",
    'beyond me',
    '(?:i|gladly|happily) leave to|left to (?:my|the|others)|forget it|count me out|stay away from|keep away from|steer clear of|burn (?:water|everything)',
    '(?:is|are) for (?:other people|others|someone else|other folks)|nobody (?:ever )?(?:showed|let|taught) me|(?:gives|give) me (?:a headache|the creeps|nightmares)',
    'had i (?:only )?(?:learned|learnt|known)',
    '(?:useless|rubbish|hopeless|terrible|awful|bad|dreadful|no good|hopelessly bad|crap|clueless|lousy|pathetic|hapless|poor) (?:at|with|when|about)',
    'my (?:\\S+ ){1,2}(?:is|are|was) (?:\\S+ )?(?:terrible|awful|bad|dreadful|rubbish|hopeless|poor|non existent|shocking|a joke|a disaster)',
    'leave (?:that|it|the \\S+|all that|those) to',
    'gave up|given up|giving up|dropped out|flunked|failed|quit (?:the \\S+|before)',
    'scared of|afraid of|terrified of|frightened of|scared to|afraid to|terrifies me|scares me',
    'if only i|only once|only twice',
    '(?:tried|attempted) (?:\\S+ ){0,3}(?:once|one time|a couple of times)',
    'nothing (?:about|of|at all about)|next to nothing|know nothing|knew nothing',
    '(?:greek|chinese|a mystery|double dutch|alien|a closed book) to me|a mystery',
    'two left (?:hands|feet)|all thumbs',
    'hate|hated|detest|avoid|avoided|refuse to|refused to|loathe|dread',
    "(?:have|had|i've|ive) (?:\\S+ )?forgotten|i forgot",
    '(?:somebody|someone) else|other people do|others do|nobody (?:ever )?taught me',
    'yet to learn|too (?:scared|old|clumsy|impatient|nervous|squeamish|slow|shy)|far from (?:a|an|being)|anything but (?:a|an|good)',
    'no thanks|no thank you|no way|no chance|out of the question|(?:is|are) out(?: too| as well)?(?= $)',
    "(?:i'm|i am|i was|im) (?:\\S+ )?(?:rubbish|useless|hopeless|terrible|crap|no good)",
    '(?:stood|sat) (?:\\S+ )?(?:there |by )?(?:and )?watch(?:ed|ing)|only (?:ever )?watched',
  ),
  unschooled: said(
    '(?:trained|training|qualif\\S*|degree|diploma|certificate\\S*|papers|profession\\S*|official\\S*|paid|longer|anymore|any more|course\\S*|stud(?:y|ied)|school\\S*)',
  ),
  notNeeded: said(
    "(?:not|no|\\S+n't) (?:\\S+ ){0,4}(?:needed|required|necessary)",
    "(?:not|\\S+n't) (?:need|require|looking for)",
  ),
  harmless: saidAnywhere(
    "(?:not|never|don't|doesn't|didn't|isn't|wasn't|aren't|not at all|without) (?:only|just|merely|afraid|scared|mind|a problem|problem|any problem|problems|late|missed|miss|limited|be limited|hard|difficult|bother|bothered|bad|half bad|shy|shy of|to mention|least|stop|strangers?|a single|fail|failed|hesitate|complaining|complaint|complaints|forget|forgot|too bad|worse|help)",
    `(?:${no}|nothing|anything) (?:\\S+ ){0,3}(?:nothing |anything )?(?:but|except|other than)(?! a| an| good)`,
    "can't (?:help|wait|complain|imagine|stop|get enough)|couldn't be happier|no problem|no stranger|why not|not long|if not|wouldn't mind|whether or not|nothing (?:\\S+ ){0,2}(?:more|better)",
    'why not',
  ),
  wish: said(
    '(?:i|we|and|also|really|but) (?:also |really |now |would |just |do |still )*(?:want|wanted to (?:be|become|learn|train|study|try)|wish|hope|hoping|dream|dreaming|wanna)',
    "(?:i'd|id|i would|we'd|we would|would) (?:also |really |just |so |quite |rather |absolutely )*(?:like|love|fancy|enjoy|prefer|want|be happy|be keen|need)(?! you| someone| candidates)",
    "(?:i'm|im|i am|am|i have always been|i've always been|me) (?:also |really |very |always |quite |so )?(?:interested|keen|curious|eager|hoping|looking to|looking for|considering|tempted|drawn)",
    "(?:i'm|im|i am|am|been|was) (?:\\S+ )?(?:planning|thinking|considering|meaning) (?:to|of|about|on)",
    "(?:maybe|perhaps) i(?:'ll| will| could| should)|might (?:try|be something|become|take up)|give anything to|(?:could|might|would) be (?:something for me|my thing)",
    '(?:my|the) (?:plan|goal|aim|dream|idea|wish) is|waiting list for|(?:start|starting|begin|beginning) (?:a|an|my|the) (?:\\S+ ){0,2}(?:course|training|studies|class|apprenticeship)',
    'should (?:be|become) (?:a|an)|to become (?:a|an)',
    'interests me|appeals to me|attracts me|tempts me|fascinates me|(?:sounds|looks|seems) (?:so |really |very |quite )?(?:interesting|fun|nice|great|exciting|cool|lovely|tempting)',
    '(?:learn|try) (?:it )?(?:someday|one day)|one day (?:i|maybe|perhaps|hopefully)|(?:someday|some day) (?:i|maybe)|in the future',
    'my dream|dream job|(?:dream|dreamt|dreamed|dreaming) of',
    '(?:need|ought|should|must|have got|got) (?:to )?(?:really )?learn|should (?:really |probably )?(?:learn|train|take up)',
    "(?:would not|wouldn't) mind (?:learning|trying|having|doing)",
    '(?:hoping|hope|plan|planning|aim|aiming|keen|itching|want|wants|wanted|going|about|intend|looking|ready|eager|meaning|signed up|enrolled) to (?:\\S+ )?(?:learn|train|become|be a|try|get into|retrain|study|start|qualify)',
    '(?:think|thinking|thought|considering|consider|considered|idea) (?:of |about )?(?:\\S+ )?(?:becoming|training|learning|starting|trying|retraining|studying)',
    'fancy (?:having|trying|learning|a go|doing|being|working)',
    'wish i (?:could|knew|had)',
    "(?:would|it'd|might|could) be (?:so |really |very )?(?:nice|lovely|great|fun|cool|amazing|good|interesting|a dream) to",
    '(?:always|long) wanted|hopefully (?:i|one day|soon|get)|could see myself|can see myself|if i (?:could|ever|had the chance|got the chance|get the chance)',
    '(?:applied|applying|apply|signed up|signing up|enrolled|enrolling|registered) (?:for|on|in|to) (?:\\S+ ){0,3}(?:course|courses|class|classes|school|training|programme|program|degree|studies|apprenticeship|college)',
    '(?:nearly|almost) (?:became|trained|went into)|love the idea of|like the idea of',
  ),
  others: anyOf(
    begun(
      `${lead}${one} ${adverb}${does}`,
      `${lead}${one} ${isWorker}`,
      `${lead}${one} (?:who|that) (?:${isWorker}|${does})`,
      `${lead}${many} ${adverb}${theyDo}`,
      "(?:my|our) (?:wife|husband|partner|brother|sister|father|mother|dad|mum|mom|son|daughter|cousin|friend|mate|neighbour|neighbor|uncle|aunt)(?:'s)? (?:is |was |has been |works as |worked as )?(?:a|an) \\S+(?: \\S+)?(?= $)",
      `(?:my|our) (?:${kin})'s (?:a|an|the)`,
      'the (?:plumber|electrician|carpenter|builder|teacher|doctor|nurse|boss|landlord|caretaker|hairdresser) (?:who|that|came|said|told|made|was|did|left|fixed|never|always)',
      `(?:it (?:was|is)|it's|its|that's|thats) (?:always )?(?:${one}|him|her|them|she|he) (?:who|that)`,
      '(?:the|our|my|a|this|that) (?:company|firm|factory|business|shop|place|employer) (?:that |which )?(?:\\S+ )?(?:makes|made|sells|sold|produces|produced|manufactures|manufactured|builds|built|imports|ships|supplies)',
      `(?:my|our|his|her) (?:\\S+ )?(?:${kin}|parents|grandparents|family) (?:had|has|have|owned|owns|own|runs|ran|run) (?:a|an|his own|her own|their own|the) (?:\\S+ )?(?:bakery|farm|shop|garage|restaurant|firm|company|salon|business|taxi|café|cafe|boat|workshop|studio|dairy|sawmill|hotel|pub)`,
      "(?:(?:always|all) )?(?:my|our|the) (?!work|day|today)\\S+'s (?:job|business|thing|department|territory|turf|domain|hobby)",
      'unlike',
    ),
    / (?:was|were|is|are|been|gets?|got) (?:\S+ )?\S+(?:ed|ne|de|pt|un|ilt|tten|ought|aught) by (?!me |us |myself |hand )/,
    / (?:is|was|are|were) (?:always |really |more )?(?:the |my |our )?(?!my |our |mine |today's|it's|that's|what's|let's)\S+'s (?:job|business|thing|department|territory|turf|domain|hobby|task|responsibility|role|work)(?= )/,
    / (?:was|were|is|are) (?:always )?(?:another|other|some other|an outside|a different) (?:company|firm)/,
    / (?:goes|go|went) to (?:an|the|our|my) (?:accountant|bookkeeper|garage|agency|cleaner|\S+ firm) /,
    new RegExp(
      ` (?:done|made|kept|run|built|written|taken care of|\\S{2,}ed) by (?:${one}|someone else|others|other people) `,
    ),
  ),
  ofOther: begun(
    `(?:(?:and|because|when|then|so|that|while|now) )?(?!${mine})(?:the|a|an|my|our|his|her|their|this|that|these|those|some|every|each|he|she|they|it|there|you|people|somebody|nobody) (?!${workWord})(?:\\S+ ){0,3}(?:is|was|are|were|has|had|have|will|can|would|\\S{2,}ed|goes|comes|gets|says|makes|takes)`,
  ),
  withMe: / (i|i'm|im|i've|ive|me|us|we|myself|for them|for him|for her|with him|with her) /,
  befell: said(
    '(?:was|am|been|ended up|landed) (?:also )?(?:in|into) (?:a |an |the )?(?:\\S+ )?(?:rehab|detox|prison|jail|hospital)(?= (?:for|as|with|after|twice|because|several|when|and|\\d\\S*) | $)',
    'as a patient|was a patient|been a patient|been hospitalised|was hospitalised|as a customer',
    '(?:served|did) (?:my )?(?:time|sentence)',
    '(?:went|go|going|been|was) (?:\\S+ )?(?:to|at) (?:a |an |the |my |see a |see the |see my )?(?:dentist|doctor|doctors|gp|hairdresser|hairdressers|barber|physio|physiotherapist|therapist|optician|psychologist|counsellor|surgeon|vet)(?: \\S+)?(?= $)',
    '(?:waited|waiting|wait|queued|queuing|queueing) (?:\\S+ )?(?:for|in|at|on)|stood in (?:\\S+ ){0,3}(?:queue|line)|in the (?:\\S+ )?queue',
    '(?:watched|watching|watch|saw|seen|read|heard|listened to) (?:\\S+ ){0,3}(?:documentary|documentaries|film|movie|programme|program|series|show|news|video|videos|article|podcast)',
    'in the (?:film|movie|series|documentary)|on the news|on tv|on telly',
  ),
  doneTo: said(
    '(?:a|an|the|my|our|one|this|some) (?:\\S+ )?(?:social worker|caseworker|nurse|doctor|therapist|physio|counsellor|dentist|psychologist|lawyer|interpreter|teacher|trainer|instructor|(?:guy|lady|man|woman) from (?:the )?\\S+) (?:\\S+ )?(?:helped|helps|taught|gave|gives|showed|shows|comes|came|says|said|visits) (?:\\S+ ){0,4}(?:me|us|i)',
    'they (?:gave|give|sent|put) (?:me|us) (?:a|an|on|to|on a|through) (?:\\S+ ){0,2}(?:course|class|test|training|exam|lesson)',
    'in (?:foster|intensive) care|(?:been|went) to (?:\\S+ ){0,4}(?:physio|therapy|rehab|counselling)',
    'that i (?:should|could|would|ought)',
    "(?:thinks|think|thought|assume|assumes) (?:that )?(?:i'm|i am|im) (?:a|an)",
    '(?:like|love|enjoy|liked|loved) (?:watching|reading about|listening to)|favou?rite (?:\\S+ )?(?:film|movie|show|series|book|programme)|(?:big |huge )?fan of|(?:drives?|drove) (?:me|my \\S+|him|her|them|people|everybody) (?:crazy|mad|nuts|up the wall)',
    "(?:i|we|i've|we've|have|ive) (?:was |were |been |got |have been |am )(?:also |just |once |then |never )?(?!(?:asked|trained|elected|hired|employed|promoted|tasked|named|appointed|involved|used|interested|retired|based|posted|stationed|assigned|selected|certified|qualified|licensed|married|divorced|registered|allowed|trusted|called|needed|supposed|raised|moved|transferred|skilled|experienced|specialised|specialized|focused|committed|tired|bored|excited|accustomed|paid|rewarded|praised|invited|encouraged|entrusted|ordained|unemployed|engaged|dedicated|determined|organized|organised|motivated|placed|contracted|seconded|drafted|recruited|included|apprenticed|deployed|delighted|pleased|scared|worried|stressed|surprised|expected|required|prepared|attached|self|convinced|considered|nominated|authorised|authorized|schooled|educated|worked|occupied|tied|known|indeed) )\\S{2,}ed(?! (?:in|as|for|with|up|out|at|patients|people))",
    '(?:had|got|get|have|having|getting) (?:my|our) \\S+ (?:cut|done|fixed|repaired|\\S+ed)',
    '(?:they|you|office|jobcentre|he|she|people|adviser|advisor|counsellor) (?:\\S+ )?(?:offered|suggested|proposed|recommended)(?! to me that i)',
    '(?:was|been|got|were) (?:\\S+ )?(?:offered|recommended)',
    "(?:sur|last |first |family )?name (?:means|is)|my name's|(?:i|we) (?:always |also |even )?had (?:a|an|our) (?:\\S+ )?(?:cleaning lady|cleaner|cook|maid|nanny|driver|gardener|babysitter|housekeeper)",
    '(?:was|were|been|got|being|am) (?:\\S+ )?(?:operated on|treated|diagnosed|examined|vaccinated|stitched|bandaged|hospitalised|arrested|fined|evicted|sacked|fired|laid off|made redundant|bullied|robbed|cheated|rescued|looked after|cared for|served|interviewed|counselled|discharged|dumped|scammed|x rayed|tutored|nursed)',
    '(?:i|we) (?:was|were|got|have been) (?:\\S+ )?taught(?! at| in| there)',
    '(?:they|people|the school|the teachers|the army) (?:taught|teach|showed|helped|treated) (?:us|me)',
    '(?:had|having|got|get|getting|received|receive|given|had my|underwent|have) (?:\\S+ ){0,2}(?:surgery|physiotherapy|physio|counselling|an operation|operation|therapy|treatment|chemo|chemotherapy|rehabilitation|a scan|an x ray|benefits|a haircut)(?! \\S*(?:ward|unit|patients|clinic|team))',
    'got (?:\\S+ )?(?:help|advice|support) (?:with|from|to|in)|needed help',
    '(?:a|an|the|my|our|one) (?:social worker|caseworker|nurse|doctor|therapist|physio|physiotherapist|counsellor|dentist|psychologist|lawyer|interpreter|surgeon) (?:\\S+ )?(?:helped|treated|examined|saw|advised|guided|visited|called|operated|looked after|took care of|translated for|told) (?:on )?(?:me|us)',
  ),
  didThere:
    / (worked|working|work|job|kitchen|laundry|workshop|trained|training|studied|learned|learnt|taught|helped|cooked|cleaned|volunteer\S*|nurse|porter|officer|guard|placement|internship|looked after|cared) /,
  ownSubject: / (i|i'm|im|i've|ive|i'd|we|he|she|they|but|then|so|my) /,
  them: begun('(?:and )?(?:he|she|they|it)'),
  verb: begun(`${adverb}${does}`),
  whoIs: begun(`(?:who|that|which) (?:${isWorker})`),
  conceded: said('sure|of course|granted|admittedly|obviously'),
  asking: begun(
    "(?:but |so |and )?(?:what|what's|when|where|why|who|how|how's|do|does|did|is|are|can|could|will|would|should|have|has|am|which|whose|isn't|aren't|don't)",
  ),
  resumed: begun(
    `(?:that|it|that's|it's|thats|those|which) (?:\\S+ ){0,3}${no}`,
    `(?:that's|it's|thats) (?:\\S+ )?(?:not|never|beyond|something i've never|something i have never)`,
    'no (?:thanks|thank|way|chance)',
    'not (?:me|for me|my|really|my thing)',
  ),
  turn: wordSet('but however though nor'),
  link: wordSet('and or while because then when'),
  linkPairs: wordSet('so_i so_we'),
  unparted: wordSet(''),
};
