/** How long the parts of a profile may be, in characters: what a document says at greater length is cut to fit. */
export const mostOf = { title: 300, place: 300, did: 5000 } as const;
