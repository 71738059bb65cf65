import { partText, type Parts } from './unzip.ts';
import { parseXml, type Element } from './xml.ts';

/**
 * What a reader makes of the XML of a part; undefined where the package has no such part.
 * @throws XmlFault where the part is broken or hostile
 */
export function readPart<T>(
  parts: Parts,
  part: string | undefined,
  read: (root: Element) => T
): T | undefined {
  const bytes = part === undefined ? undefined : parts.get(part);
  return bytes && read(parseXml(partText(bytes)));
}
