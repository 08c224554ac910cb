import type { InLanguages } from '../kernel/languages.ts';
import type { VouchRelation } from '../know-how/index.ts';

// What the demo's people say to each other, so that every list has something to read.

export const firstMessages: readonly InLanguages[] = [
  {
    fi: 'Hei! Kiitos kun kerroitte ongelmanne näin suoraan. Voisin tulla käymään jo tällä viikolla.',
    sv: 'Hej! Tack för att ni berättade så rakt om ert problem. Jag kunde komma förbi redan den här veckan.',
    en: 'Hello! Thank you for telling your problem so plainly. I could come by already this week.',
  },
  {
    fi: 'Luin haasteenne kahteen kertaan. Minulla olisi pari ajatusta. Milloin sopisi jutella?',
    sv: 'Jag läste er utmaning två gånger. Jag har ett par tankar. När passar det att prata?',
    en: 'I read your challenge twice. I have a couple of thoughts. When could we talk?',
  },
  {
    fi: 'Moi, tämä on juuri sellaista, mitä olen tehnyt ennenkin. Autan mielelläni.',
    sv: 'Hej, det här är precis sådant jag har gjort förut. Jag hjälper gärna.',
    en: 'Hi, this is just what I have done before. I am glad to help.',
  },
];

export const replies: readonly InLanguages[] = [
  {
    fi: 'Mukava kuulla sinusta! Sopisiko torstaina kello kahdelta? Kahvi on meiltä.',
    sv: 'Roligt att höra av dig! Passar det på torsdag klockan två? Vi bjuder på kaffe.',
    en: 'Good to hear from you! Would Thursday at two suit you? The coffee is on us.',
  },
  {
    fi: 'Kiitos viestistä. Kerro vielä, mihin aikaan viikosta pääset parhaiten.',
    sv: 'Tack för meddelandet. Berätta ännu när i veckan det passar dig bäst.',
    en: 'Thank you for the message. Tell us which time of the week suits you best.',
  },
];

export const noWords: readonly InLanguages[] = [
  {
    fi: 'Matka on minulle liian pitkä ilman autoa.',
    sv: 'Resan är för lång för mig utan bil.',
    en: 'The way is too long for me without a car.',
  },
  {
    fi: 'Hoidan juuri nyt äitiäni, en ehdi.',
    sv: 'Jag sköter min mamma just nu och hinner inte.',
    en: 'I am looking after my mother just now and have no time.',
  },
  {
    fi: 'Tätä olen jo tehnyt tarpeeksi. Haluan jotain uutta.',
    sv: 'Det här har jag redan gjort nog av. Jag vill ha något nytt.',
    en: 'I have done enough of this. I want something new.',
  },
];

/** Whom customers ask what they have seen, and what these say. */
export const vouchers: readonly {
  name: string;
  relation: VouchRelation;
  role: InLanguages;
  how: InLanguages;
  since: string;
}[] = [
  {
    name: 'Riitta Aalto',
    relation: 'colleague',
    role: { fi: 'kylätoimikunta', sv: 'byakommittén', en: 'village committee' },
    how: {
      fi: 'Järjestimme kyläjuhlat yhdessä kahtena kesänä. Hän hoiti väen ja kassan eikä hermostunut kertaakaan.',
      sv: 'Vi ordnade byfesten tillsammans två somrar. Folk och kassa sköttes lugnt hela tiden.',
      en: 'We organised the village fair together for two summers. The people and the till were in calm hands.',
    },
    since: '2019',
  },
  {
    name: 'Tommi Rantanen',
    relation: 'employer',
    role: { fi: 'työnjohtaja', sv: 'arbetsledare', en: 'foreman' },
    how: {
      fi: 'Olin hänen esimiehensä. Työ tehtiin huolella ja ajallaan.',
      sv: 'Jag var chef. Arbetet gjordes noggrant och i tid.',
      en: 'I was the boss. The work was done with care and on time.',
    },
    since: '2021',
  },
  {
    name: 'Anna-Lena Holm',
    relation: 'teacher',
    role: {
      fi: 'kouluttaja, työväenopisto',
      sv: 'utbildare, arbetarinstitutet',
      en: 'trainer, adult education centre',
    },
    how: {
      fi: 'Näin tämän kurssilla kevään ajan, ja hän auttoi myös muita.',
      sv: 'Jag såg det på kursen hela våren, och andra fick också hjälp.',
      en: 'I saw it on the course all spring, and others were helped too.',
    },
    since: '2024',
  },
];

export const vouchAsks: readonly { whatFor: InLanguages; message: InLanguages }[] = [
  {
    whatFor: { fi: 'Haen töitä', sv: 'Jag söker jobb', en: 'I am looking for work' },
    message: {
      fi: 'Hei! Muistatko, kun teimme tätä yhdessä? Voisitko kertoa omin sanoin, mitä näit?',
      sv: 'Hej! Minns du när vi gjorde det här tillsammans? Kunde du berätta med egna ord vad du såg?',
      en: 'Hello! Do you remember when we did this together? Could you tell in your own words what you saw?',
    },
  },
  {
    whatFor: { fi: '', sv: '', en: '' },
    message: {
      fi: 'Hei, kokoan yhteen, mitä osaan. Sinun sanasi auttaisi.',
      sv: 'Hej, jag samlar ihop vad jag kan. Ditt ord skulle hjälpa.',
      en: 'Hi, I am putting together what I can do. Your word would help.',
    },
  },
];

export const stepTitles: readonly { title: InLanguages; why: InLanguages }[] = [
  {
    title: { fi: 'Käy tutustumassa yritykseen', sv: 'Besök företaget', en: 'Visit the business' },
    why: {
      fi: 'Näet paikan ja ihmiset, ja he näkevät sinut.',
      sv: 'Du ser platsen och människorna, och de ser dig.',
      en: 'You see the place and the people, and they see you.',
    },
  },
  {
    title: { fi: 'Sovi kokeilupäivästä', sv: 'Kom överens om en provdag', en: 'Agree on a trial day' },
    why: {
      fi: 'Yksi päivä kertoo enemmän kuin monta puhelua.',
      sv: 'En dag berättar mer än många samtal.',
      en: 'One day tells more than many calls.',
    },
  },
  {
    title: {
      fi: 'Käydään läpi, mitä osaamista vielä tarvitset',
      sv: 'Vi går igenom vilket kunnande du ännu behöver',
      en: 'We go through what know-how you still need',
    },
    why: {
      fi: 'Yksi tarve jäi vajaaksi. Etsitään siihen lyhyt kurssi.',
      sv: 'Ett behov blev ofyllt. Vi söker en kort kurs för det.',
      en: 'One need was not met. We look for a short course for it.',
    },
  },
];

export const declineWords: readonly InLanguages[] = [
  {
    fi: 'Haluaisin ensin puhua tästä kanssasi.',
    sv: 'Jag vill gärna prata med dig om det här först.',
    en: 'I would like to talk with you about this first.',
  },
  {
    fi: 'Päivä ei sovi. Seuraava viikko kävisi.',
    sv: 'Dagen passar inte. Nästa vecka går bra.',
    en: 'The day does not suit me. Next week would.',
  },
];

export const goals: readonly InLanguages[] = [
  {
    fi: 'Haluan työn, jossa saan olla ihmisten kanssa.',
    sv: 'Jag vill ha ett jobb där jag får vara med människor.',
    en: 'I want work where I am with people.',
  },
  {
    fi: 'Ensin muutama keikka, sitten vakituinen paikka.',
    sv: 'Först några uppdrag, sedan en fast plats.',
    en: 'A few gigs first, then a steady job.',
  },
  {
    fi: 'Haluan näyttää käytännössä, mitä osaan.',
    sv: 'Jag vill visa i praktiken vad jag kan.',
    en: 'I want to show in practice what I can do.',
  },
];

export const intros: readonly InLanguages[] = [
  {
    fi: 'Olen luotettava ja opin nopeasti. Kysykää mitä vain.',
    sv: 'Jag är pålitlig och lär mig snabbt. Fråga vad som helst.',
    en: 'I am reliable and learn quickly. Ask me anything.',
  },
  {
    fi: 'Luin ongelmanne ja näin heti, mistä aloittaisin.',
    sv: 'Jag läste om ert problem och såg genast var jag skulle börja.',
    en: 'I read your problem and saw at once where I would begin.',
  },
  {
    fi: 'Asun lähellä ja pääsen paikalle nopeasti.',
    sv: 'Jag bor nära och kommer snabbt på plats.',
    en: 'I live near and can be there quickly.',
  },
];

/** The one of a list that belongs to a number: always the same, and all in turn. */
export const pick = <T>(list: readonly T[], number: number): T => {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('An empty list has nothing to pick from');
  return found;
};
