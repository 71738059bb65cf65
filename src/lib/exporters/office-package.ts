import { strToU8, zipSync } from 'fflate';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Written into every file of the package, so that equal workbooks make equal bytes. */
const SAME_TIME = new Date(1980, 0, 1);

/**
 * An Office file (ECMA-376 part 2) from the XML of its parts.
 * @param parts by their paths, `[Content_Types].xml` first; without the XML declaration
 */
export function packOfficeFile(parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(DECLARATION + xml)]);
  return zipSync(Object.fromEntries(files), { mtime: SAME_TIME });
}

/** The list of what each part of an Office file is: its content type by its path. */
export function contentTypes(types: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(types).map(
    ([path, type]) => `<Override PartName="/${path}" ContentType="${OFFICE_TYPE}${type}+xml"/>`
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument.';

/** The relationships of a part: the kind and the target of each, named rId1, rId2 … in this order. */
export function relationships(
  related: readonly (readonly [kind: string, target: string])[]
): string {
  const lines = related.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIP_TYPE}${kind}" Target="${target}"/>`
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

const RELATIONSHIP_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
