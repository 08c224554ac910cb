/** An open job is shown from so many hundredths of its points on. */
export const leastShown = 30;
/** An advert of which less was understood is not compared: one skill out of one would be all of it. */
export const fewestNeeds = 3;
/** What has not been seen for so long may be gone, though nobody has told us. */
export const staleAfterDays = 7;
/** What an advertiser names counts twice as much as what is found in the text. */
export const weights = { named: 2, found: 1 } as const;
