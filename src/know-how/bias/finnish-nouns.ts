/** A Finnish noun by the parts its forms are made of. */
type Noun = {
  /** What it is called: äiti. */
  nominative: string;
  /** Before endings that close the syllable: äidi-. */
  weak: string;
  /** Before the others: äiti-, tyttäre-. */
  strong: string;
  partitive: string;
  illative: string;
  /** Before the plural's case endings: äidei-. */
  plural: string;
  pluralGenitive: string;
  pluralPartitive: string;
};

const noun = (...parts: [string, string, string, string, string, string, string, string]): Noun => {
  const [nominative, weak, strong, partitive, illative, plural, pluralGenitive, pluralPartitive] = parts;
  return { nominative, weak, strong, partitive, illative, plural, pluralGenitive, pluralPartitive };
};

const nouns = {
  äiti: noun('äiti', 'äidi', 'äiti', 'äitiä', 'äitiin', 'äidei', 'äitien', 'äitejä'),
  isä: noun('isä', 'isä', 'isä', 'isää', 'isään', 'isi', 'isien', 'isiä'),
  mutsi: noun('mutsi', 'mutsi', 'mutsi', 'mutsia', 'mutsiin', 'mutsei', 'mutsien', 'mutseja'),
  faija: noun('faija', 'faija', 'faija', 'faijaa', 'faijaan', 'faijoi', 'faijojen', 'faijoja'),
  mummo: noun('mummo', 'mummo', 'mummo', 'mummoa', 'mummoon', 'mummoi', 'mummojen', 'mummoja'),
  pappa: noun('pappa', 'papa', 'pappa', 'pappaa', 'pappaan', 'papoi', 'pappojen', 'pappoja'),
  mummi: noun('mummi', 'mummi', 'mummi', 'mummia', 'mummiin', 'mummei', 'mummien', 'mummeja'),
  ukki: noun('ukki', 'uki', 'ukki', 'ukkia', 'ukkiin', 'ukei', 'ukkien', 'ukkeja'),
  vaari: noun('vaari', 'vaari', 'vaari', 'vaaria', 'vaariin', 'vaarei', 'vaarien', 'vaareja'),
  tytär: noun('tytär', 'tyttäre', 'tyttäre', 'tytärtä', 'tyttäreen', 'tyttäri', 'tyttärien', 'tyttäriä'),
  poika: noun('poika', 'poja', 'poika', 'poikaa', 'poikaan', 'poji', 'poikien', 'poikia'),
  tyttö: noun('tyttö', 'tytö', 'tyttö', 'tyttöä', 'tyttöön', 'tytöi', 'tyttöjen', 'tyttöjä'),
  sisko: noun('sisko', 'sisko', 'sisko', 'siskoa', 'siskoon', 'siskoi', 'siskojen', 'siskoja'),
  veli: noun('veli', 'velje', 'velje', 'veljeä', 'veljeen', 'velji', 'veljien', 'veljiä'),
  vaimo: noun('vaimo', 'vaimo', 'vaimo', 'vaimoa', 'vaimoon', 'vaimoi', 'vaimojen', 'vaimoja'),
  mies: noun('mies', 'miehe', 'miehe', 'miestä', 'mieheen', 'miehi', 'miesten', 'miehiä'),
  nainen: noun('nainen', 'naise', 'naise', 'naista', 'naiseen', 'naisi', 'naisten', 'naisia'),
  rouva: noun('rouva', 'rouva', 'rouva', 'rouvaa', 'rouvaan', 'rouvi', 'rouvien', 'rouvia'),
  herra: noun('herra', 'herra', 'herra', 'herraa', 'herraan', 'herroi', 'herrojen', 'herroja'),
  täti: noun('täti', 'tädi', 'täti', 'tätiä', 'tätiin', 'tädei', 'tätien', 'tätejä'),
  setä: noun('setä', 'sedä', 'setä', 'setää', 'setään', 'sedi', 'setien', 'setiä'),
  anoppi: noun('anoppi', 'anopi', 'anoppi', 'anoppia', 'anoppiin', 'anopei', 'anoppien', 'anoppeja'),
  appi: noun('appi', 'ape', 'appe', 'appea', 'appeen', 'api', 'appien', 'appia'),
  emäntä: noun('emäntä', 'emännä', 'emäntä', 'emäntää', 'emäntään', 'emänni', 'emäntien', 'emäntiä'),
  isäntä: noun('isäntä', 'isännä', 'isäntä', 'isäntää', 'isäntään', 'isänni', 'isäntien', 'isäntiä'),
} as const satisfies Record<string, Noun>;
type Name = keyof typeof nouns;

/** Which word stands in for which: not always back again, as two words for a grandfather are one for a grandmother. */
const counterparts: readonly (readonly [Name, Name])[] = [
  ['äiti', 'isä'],
  ['isä', 'äiti'],
  ['mutsi', 'faija'],
  ['faija', 'mutsi'],
  ['mummo', 'pappa'],
  ['pappa', 'mummo'],
  ['mummi', 'ukki'],
  ['ukki', 'mummi'],
  ['vaari', 'mummo'],
  ['tytär', 'poika'],
  ['tyttö', 'poika'],
  ['poika', 'tyttö'],
  ['sisko', 'veli'],
  ['veli', 'sisko'],
  ['vaimo', 'mies'],
  ['mies', 'nainen'],
  ['nainen', 'mies'],
  ['rouva', 'herra'],
  ['herra', 'rouva'],
  ['täti', 'setä'],
  ['setä', 'täti'],
  ['anoppi', 'appi'],
  ['appi', 'anoppi'],
  ['emäntä', 'isäntä'],
  ['isäntä', 'emäntä'],
];

const caseEndings = ['ssa', 'sta', 'lla', 'lta', 'lle', 'ksi'];
const possessives = ['ni', 'si', 'nsa', 'mme', 'nne'];

/** Of hers, of his: äitiään, isäänsä. */
const thirdPerson = (partitive: string): string =>
  partitive.at(-1) === partitive.at(-2) ? `${partitive}nsa` : `${partitive}${partitive.at(-1)}n`;

/** The noun's forms in one fixed order, without vowel harmony. */
const bareForms = ({ nominative, weak, strong, partitive, illative, plural, ...more }: Noun): string[] => {
  const owned = (form: string) => possessives.map((ending) => form + ending);
  const withCases = (stem: string) => caseEndings.map((ending) => stem + ending);
  const singular = withCases(weak);
  const ownedSingular = singular.slice(0, 5).flatMap(owned);
  return [
    ...[nominative, `${weak}n`, partitive, illative, `${strong}na`, ...singular],
    ...[`${weak}t`, more.pluralGenitive, more.pluralPartitive, ...withCases(plural)],
    ...[...owned(strong), ...owned(partitive), ...owned(illative.slice(0, -1)), ...ownedSingular],
    thirdPerson(partitive),
  ];
};

/** Endings take ä where no a, o or u stands in the word. */
const harmonised = (form: string, { nominative }: Noun): string =>
  /[aou]/.test(nominative) ? form : form.replaceAll('a', 'ä');

const formsOf = (name: Name): string[] => bareForms(nouns[name]).map((form) => harmonised(form, nouns[name]));

/** Every form of every word, and the same form of its counterpart. */
export const finnishPairs = (): [string, string][] =>
  counterparts.flatMap(([from, to]) => {
    const others = formsOf(to);
    return formsOf(from).map((form, at): [string, string] => [form, others[at] ?? form]);
  });
