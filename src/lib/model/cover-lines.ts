/** The lines of a cover's text as they are printed, blank ones left out. */
export function coverLines(cover: string): readonly string[] {
  return cover.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
}
