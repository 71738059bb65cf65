/** A text that is offered for a cell. It is never the only one that may be written. */
export interface Offer {
  readonly text: string;
  /** What helps to choose it, in front of the user's eyes only. */
  readonly detail: string;
  /** Where it comes from; empty where the form says it. */
  readonly from: string;
  /** What is written into other cells of the row when it is taken, as far as they are empty. */
  readonly cells: Readonly<Record<string, string>>;
  /** Whether something is to be typed after it: a sign before its number. */
  readonly unfinished: boolean;
}

/** An offer that is a text and nothing else. */
export function plainOffer(text: string, detail = ''): Offer {
  return { text, detail, from: '', cells: {}, unfinished: false };
}

/** How well a text answers what was typed: 0 begins with it, 1 contains it, 2 contains its characters; null not. */
export function matchOf(text: string, typed: string): 0 | 1 | 2 | null {
  if (text.startsWith(typed)) return 0;
  if (text.includes(typed)) return 1;
  for (const character of typed) if (!text.includes(character)) return null;
  return 2;
}

/** The offers that answer what was typed, the best first; of equal ones in their order. */
export function filterOffers(offers: readonly Offer[], typed: string): readonly Offer[] {
  const plain = typed.trim();
  if (plain === '') return offers;
  return offers
    .flatMap((offer) => {
      const match = matchOf(offer.text, plain);
      return match === null ? [] : [{ offer, match }];
    })
    .sort((a, b) => a.match - b.match)
    .map(({ offer }) => offer);
}
