import { MOST_PAPERS, type Batch, type BatchPaper } from '#lib/workspace/batch/batch.svelte.ts';

/** How far the check of many papers is: 已检查 18 个，不能检查 1 个，还有 3 个. */
export function progressOf({ checked, refused, pending, papers, leftOut }: Batch): string {
  if (papers.length === 0) return '';
  return [
    `已检查 ${checked.length} 个`,
    refused > 0 && `不能检查 ${refused} 个`,
    pending > 0 && `还有 ${pending} 个`,
    leftOut > 0 && `另有 ${leftOut} 个没有列入（一次最多 ${MOST_PAPERS} 个）`
  ]
    .filter(Boolean)
    .join('，');
}

/** Where one of many papers stands. */
export function stateOf({ paper, refusal, checking, storedAs, changed }: BatchPaper): string {
  if (refusal !== null) return `不能检查：${refusal}`;
  if (checking) return '检查中';
  if (!paper) return '等待';
  if (storedAs === null) return '已检查';
  return changed ? '已存入文件柜，按修改后的计' : '已存入文件柜';
}

/** Names for one sentence: the first few, and 等 where there are more. */
export function sayNames(names: readonly string[]): string {
  const first = names.slice(0, 3).map((name) => `“${name}”`);
  return first.join('、') + (names.length > first.length ? '等' : '');
}
