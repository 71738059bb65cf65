/** Colours that people are shown in: dark enough for white letters on them. */
const COLOURS = ['#8a3ffc', '#2d7a4f', '#b0458c', '#1f5c99', '#9a5b00', '#007d79', '#c2410c'];

/** The colour of a device, always the same for one id. */
export function colourOf(id: string): string {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return COLOURS[sum % COLOURS.length]!;
}

/**
 * Everybody in a colour of their own on this screen, as long as there are colours: whoever comes
 * with a colour that is taken, by me or by somebody before them, gets the next free one.
 */
export function distinctColours<Person extends { readonly colour: string }>(
  mine: string,
  people: readonly Person[]
): readonly Person[] {
  const taken = new Set([mine]);
  return people.map((person) => {
    const known = COLOURS.includes(person.colour) && !taken.has(person.colour);
    const free = COLOURS.find((colour) => !taken.has(colour));
    const colour = known ? person.colour : (free ?? COLOURS[0]!);
    taken.add(colour);
    return colour === person.colour ? person : { ...person, colour };
  });
}
