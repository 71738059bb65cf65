/** How many indicators each first level has, in the words of a heading: `：产出 12，效益 4`. */
export function levelWords(levels: ReadonlyMap<string, number>): string {
  if (levels.size === 0) return '';
  const words = [...levels].map(
    ([level, count]) => `${level.replace(/指标$/, '') || '未写一级指标'} ${count}`
  );
  return `：${words.join('，')}`;
}
