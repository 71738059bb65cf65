import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

// The schema says in draft 4 what ajv expects in draft 7 unless it is told.
const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
ajv.addMetaSchema(read(import.meta.resolve('ajv/lib/refs/json-schema-draft-04.json')));
const validate = ajv.compile(read('./sarif-2.1.0-rtm.5.json'));

/** Where a SARIF log breaks the schema of SARIF 2.1.0, a sentence each; none where it is valid. */
export function schemaFaults(log: unknown): readonly string[] {
  if (validate(log)) return [];
  return (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`);
}
