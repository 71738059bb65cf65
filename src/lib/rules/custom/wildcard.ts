/**
 * Whether the whole of a text matches a pattern in which `*` stands for any text and `?` for one
 * character. No regular expression: it takes at most length × length of the pattern steps, whatever
 * both hold, because only the last `*` is ever tried again.
 */
export function matchesWildcard(text: string, pattern: string): boolean {
  let at = 0;
  let within = 0;
  let star = -1;
  let afterStar = 0;
  while (at < text.length) {
    if (pattern[within] === '*') {
      star = within;
      afterStar = at;
      within += 1;
    } else if (
      within < pattern.length &&
      (pattern[within] === '?' || pattern[within] === text[at])
    ) {
      within += 1;
      at += 1;
    } else if (star >= 0) {
      within = star + 1;
      afterStar += 1;
      at = afterStar;
    } else {
      return false;
    }
  }
  while (pattern[within] === '*') within += 1;
  return within === pattern.length;
}
