import { partName, partText, type Parts } from './unzip.ts';
import { attribute, childrenOf, parseXml } from './xml.ts';

/** What a part is related to: a picture, a sheet, a list of styles. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type: `worksheet`, `styles`, `officeDocument`. */
  readonly kind: string;
  /** The related part; empty where it is outside the package. */
  readonly part: string;
}

/** The relationships of a part (ECMA-376 part 2, 9); of the package itself where no part is given. */
export function relationshipsOf(parts: Parts, part = ''): Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const xml = parts.get(`${folder}_rels/${part.slice(slash)}.rels`);
  if (!xml) return [];
  return childrenOf(parseXml(partText(xml)), 'Relationship').map((relationship) => ({
    id: attribute(relationship, 'Id') ?? '',
    kind: (attribute(relationship, 'Type') ?? '').split('/').at(-1)!,
    part:
      attribute(relationship, 'TargetMode') === 'External'
        ? ''
        : resolvePart(folder, attribute(relationship, 'Target') ?? '')
  }));
}

/** The path of a target within the package; a target may climb with `..` but not out of it. */
function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of partName(path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
