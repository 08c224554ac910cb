import type { Language } from '../../kernel/languages.ts';

/** Signs of what a clause says and leaves out: patterns over its folded words, joined and framed by single spaces. */
export type Signs = {
  /** Somebody does something: "hoidin", "jag lagade", "I ran". */
  doing: RegExp;
  /** Something that takes people: leading, teaching, an event, a group. */
  people: RegExp;
  number: RegExp;
  time: RegExp;
  /** Something made, mended, grown or run, for which tools tell a lot. */
  making: RegExp;
  tools: RegExp;
  /** Done together, so that one's own part is not said. */
  together: RegExp;
  /** One's own part is said. */
  role: RegExp;
};

/** A word that begins so: `starts('juhl leir')` finds " juhlat ", " leirejä ". */
const starts = (list: string): RegExp => new RegExp(` (?:${list.trim().split(/\s+/).join('|')})\\S* `);
/** One of these words. */
const words = (list: string): RegExp => new RegExp(` (?:${list.trim().split(/\s+/).join('|')}) `);
const either = (...patterns: RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'));

export const signs: Record<Language, Signs> = {
  fi: {
    doing: either(
      words('minä mä mää olen oon olin me mun minun'),
      / \S{2,}(?:[aeiouyäö]in|[^aeiouyäö]in|nut|nyt|nu|ny|ttiin) /,
      words(
        'teen hoidan autan korjaan leivon osaan laitan käyn vedän ohjaan opetan siivoan rakennan kokkaan kirjoitan ajan',
      ),
      words('soitan laulan myyn järjestän kasvatan neulon ompelen pelaan luen puhun harrastan kuskaan teet'),
    ),
    people: starts(
      'järjest järkk vedin vedän veti vetän ohjas ohja opet johdin johd valmen koulut juhl leir kurss kerho ryhm tapaht tilais kokou talko häit häät joukkue tiimi yhdist seura asiakk vapaaeht porukk porukoi lapsi lapse vanhuk vanhust nuori nuorten emännöi kokkas kokkai tarjoil',
    ),
    number: either(
      /\d/,
      starts(
        'kaksi kahde kahta kolm neljä viisi viide viittä kuusi kuude seitsem kahdeks yhdeks kymmen sata sada satoj tuhat tuhan parikym',
      ),
    ),
    time: either(
      starts(
        'vuosi vuotta vuode vuoss kuukau viikko viikoit viikon päivit kesä talve talvis lapsuu lapsena nuorena pitkään kauan monta aina ikäni alkaen sitten',
      ),
      words('joka vuosia kk v'),
      /\b(?:19|20)\d\d\b/,
    ),
    making: starts(
      'korja fiks rakens rakenn raken nikkar ompel ommel neul virkk kudo maala hitsa sorva leivo kokk siivo puutarh kaado kaata remon rempp kuvas kuvaa edito ohjelmo tein väsä viljel kasvat huols huolt asens kunnost entisö',
    ),
    tools: starts(
      'kone koneel koneil työkalu väline sahal moottorisah porako trakto kamera tietoko ohjelmal puikoil hitsauskon ompeluko imuri trukil välinei',
    ),
    together: either(words('me meillä meidän porukalla porukassa yhdessä'), / \S+(?:ttiin|imme|mme) /),
    role: starts(
      'vastas vastuu johdi johda päätin päätän vedin vedän esimie puheenjoht ohjasin suunnittelin itse yksin apuna autoin autan hoidin minä järjestin keksin',
    ),
  },
  sv: {
    doing: either(words('jag vi man gjorde körde hjälpte skötte sålde byggde ledde höll drog lärde'), / \S{3,}ade /),
    people: starts(
      'ordna organiser arranger ledde leder ledare drog höll lärde undervis tränar trän utbild kalas fest läger kurs klubb grupp evenemang möte talko bröllop laget lagets förening kund frivillig barn unga äldre gäng servera',
    ),
    number: either(
      /\d/,
      words('två tre fyra fem sex sju åtta nio tio tolv tjugo trettio fyrtio femtio hundra tusen hundratals tiotals'),
    ),
    time: either(
      starts('år måna veck daglig somma vintr alltid varje sedan sen länge barndom ungdom'),
      /\b(?:19|20)\d\d\b/,
    ),
    making: starts(
      'laga fixa reparer bygg snick sydde syr sticka virka väv måla svets svarv bak städ trädgård renover foto fota filma redig program odla monter rusta meck mekar kock',
    ),
    tools: starts('maskin verktyg redskap motorsåg borr traktor kamera dator symaskin truck program'),
    together: words('vi oss vår vårt våra tillsammans gemensamt'),
    role: starts('ansvar ledde leder bestämde själv ensam ordförande chef drog planerade hjälpte höll skötte'),
  },
  en: {
    doing: either(
      words("i i'm i've i'd we we've my did made ran led took sold built taught kept drove wrote grew"),
      / \S{2,}ed /,
    ),
    people: starts(
      'organis organiz led lead ran taught teach coach train party parties camp course club group event meeting wedding team association children kids customer volunteer class cater served hosted',
    ),
    number: either(
      /\d/,
      words(
        'two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred hundreds dozen dozens thousand',
      ),
    ),
    time: either(
      starts('year month week daily summer winter always every since long ago childhood ages'),
      /\b(?:19|20)\d\d\b/,
    ),
    making: starts(
      'repair fix mend build built sew knit crochet weav paint weld bak cook clean garden renovat photo film edit program grow grew assembl restor tinker carpent',
    ),
    tools: starts('machine tool chainsaw drill tractor camera computer sewing software forklift needle'),
    together: words('we us our together'),
    role: starts('led lead charge responsib decided myself alone chair manag ran planned helped organised organized'),
  },
};
