/** What a fix writes in place of what was found. */
export const changeTo = (text: string): string => `改为 ${text}`;

/** What the other fixes do, as the buttons beside a problem say it. */
export const FIXES = {
  addSatisfaction: '补一条满意度指标',
  arrangeByForm: '按表式排列',
  ownContents: '改用自动目录',
  swapLevels: '互换数量指标与质量指标',
  toPercent: '换算为百分比'
} as const;
