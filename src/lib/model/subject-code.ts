/**
 * The level of a 科目编码, functional or economic: 1 for 类 (3 digits), 2 for 款 (5), 3 for 项 (7);
 * null where the text is no such code. 《政府收支分类科目》 gives each level two digits more.
 */
export function subjectLevel(code: string): 1 | 2 | 3 | null {
  const plain = code.trim();
  if (!/^\d+$/.test(plain)) return null;
  return ({ 3: 1, 5: 2, 7: 3 } as const)[plain.length as 3 | 5 | 7] ?? null;
}
