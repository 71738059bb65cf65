import { readSkeleton } from '#lib/model/skeleton-schema.ts';
import { SKELETON_NAMESPACE, type Skeleton } from '#lib/model/skeleton.ts';
import { partText, type Parts } from './unzip.ts';
import { parseXml, textOf } from './xml.ts';

/** Office numbers the custom parts anew when it saves a file. */
const CUSTOM_PART = /^customxml\/item\d+\.xml$/;

/** What an Office file carries of the workbook it was exported from; null where it carries nothing. */
export function carriedSkeleton(parts: Parts): Skeleton | null {
  for (const [name, part] of parts) {
    if (!CUSTOM_PART.test(name)) continue;
    const xml = partText(part);
    if (!xml.includes(SKELETON_NAMESPACE)) continue;
    const skeleton = readSkeleton(textOf(parseXml(xml)));
    if (skeleton) return skeleton;
  }
  return null;
}
