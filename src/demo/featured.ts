/** Where the six cities' tour begins: these stand first in the log-in list, and their cases are the ones the README walks. */
export const starCustomer = 'aino-lehtonen';
export const starContact = 'mikael-nieminen';

/** How many customers and business contacts of each city the log-in list shows. All the others are there too, in the lists of professionals. */
export const shownPerCity = { customers: 8, contacts: 4 };
