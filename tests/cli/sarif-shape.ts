/** What a property of SARIF may hold. */
type Kind =
  | { readonly text: true }
  | { readonly truth: true }
  | { readonly oneOf: readonly string[] }
  | { readonly uri: 'absolute' | 'reference' }
  | { readonly object: string }
  | { readonly listOf: string; readonly unique: boolean };

/** An object of SARIF: what it must have and what else it may have. Nothing else is allowed. */
interface Shape {
  readonly required: Readonly<Record<string, Kind>>;
  readonly optional: Readonly<Record<string, Kind>>;
}

const TEXT: Kind = { text: true };
const LEVEL: Kind = { oneOf: ['none', 'note', 'warning', 'error'] };
const object = (name: string): Kind => ({ object: name });
const list = (name: string, unique = false): Kind => ({ listOf: name, unique });

/**
 * The objects of SARIF 2.1.0 (OASIS standard, section 3) that the report uses, with the properties that it
 * uses: names, types, what is required, which lists hold nothing twice. Properties that the report does not
 * use are left out, so that a new one has to be looked up there first.
 */
const SHAPES: Readonly<Record<string, Shape>> = {
  sarifLog: {
    required: { version: { oneOf: ['2.1.0'] }, runs: list('run') },
    optional: { $schema: { uri: 'absolute' } }
  },
  run: {
    required: { tool: object('tool') },
    optional: { invocations: list('invocation'), results: list('result') }
  },
  tool: { required: { driver: object('toolComponent') }, optional: {} },
  toolComponent: {
    required: { name: TEXT },
    optional: { rules: list('reportingDescriptor', true) }
  },
  reportingDescriptor: {
    required: { id: TEXT },
    optional: {
      shortDescription: object('multiformatMessageString'),
      help: object('multiformatMessageString'),
      defaultConfiguration: object('reportingConfiguration')
    }
  },
  reportingConfiguration: { required: {}, optional: { level: LEVEL } },
  multiformatMessageString: { required: { text: TEXT }, optional: {} },
  message: { required: { text: TEXT }, optional: {} },
  invocation: {
    required: { executionSuccessful: { truth: true } },
    optional: { toolExecutionNotifications: list('notification') }
  },
  notification: {
    required: { message: object('message') },
    optional: { level: LEVEL, locations: list('location', true) }
  },
  result: {
    required: { message: object('message') },
    optional: {
      ruleId: TEXT,
      level: LEVEL,
      locations: list('location'),
      suppressions: list('suppression', true)
    }
  },
  suppression: { required: { kind: { oneOf: ['inSource', 'external'] } }, optional: {} },
  location: {
    required: {},
    optional: {
      physicalLocation: object('physicalLocation'),
      logicalLocations: list('logicalLocation', true)
    }
  },
  physicalLocation: { required: { artifactLocation: object('artifactLocation') }, optional: {} },
  artifactLocation: { required: {}, optional: { uri: { uri: 'reference' } } },
  logicalLocation: { required: {}, optional: { fullyQualifiedName: TEXT } }
};

/** What is wrong with a SARIF log, each with the path to it; none where it has the shape of the standard. */
export function sarifFaults(log: unknown): readonly string[] {
  return objectFaults('sarifLog', log, '$');
}

function objectFaults(name: string, value: unknown, path: string): string[] {
  const { required, optional } = SHAPES[name]!;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${path} is no ${name}`];
  }
  const missing = Object.keys(required).filter((key) => !(key in value));
  return [
    ...missing.map((key) => `${path}.${key} is missing`),
    ...Object.entries(value).flatMap(([key, held]) => {
      const kind = required[key] ?? optional[key];
      return kind ? kindFaults(kind, held, `${path}.${key}`) : [`${path}.${key} is not known`];
    })
  ];
}

function kindFaults(kind: Kind, value: unknown, path: string): string[] {
  if ('object' in kind) return objectFaults(kind.object, value, path);
  if ('listOf' in kind) return listFaults(kind, value, path);
  return isOfKind(kind, value) ? [] : [`${path} holds ${JSON.stringify(value)}`];
}

function listFaults(
  { listOf, unique }: Extract<Kind, { readonly listOf: string }>,
  value: unknown,
  path: string
): string[] {
  if (!Array.isArray(value)) return [`${path} is no list`];
  const texts = value.map((item) => JSON.stringify(item));
  const twice = unique && new Set(texts).size < texts.length ? [`${path} holds one twice`] : [];
  return [
    ...twice,
    ...value.flatMap((item, index) => objectFaults(listOf, item, `${path}[${index}]`))
  ];
}

function isOfKind(
  kind: Exclude<Kind, { readonly object: string } | { readonly listOf: string }>,
  value: unknown
): boolean {
  if ('truth' in kind) return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if ('oneOf' in kind) return kind.oneOf.includes(value);
  if ('text' in kind) return true;
  if (kind.uri === 'absolute') return URL.canParse(value);
  // RFC 3986: ASCII without spaces; a colon before the first slash would end a scheme.
  const hasScheme = /^[^/?#]*:/.test(value);
  const characters = /^[!#-;=?-Z_a-z~[\]%]*$/.test(value) && !/%(?![0-9A-Fa-f]{2})/.test(value);
  return characters && (!hasScheme || value.startsWith('file:///'));
}
