import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS, type ExportFormat } from '#lib/exporters/formats.ts';
import { importFile } from '#lib/importers/import.ts';
import { partText, unzip } from '#lib/importers/office/unzip.ts';
import { parseXml } from '#lib/importers/office/xml.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { runCommand } from './command.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import { interleave, median, timeOfAsync } from './samples.ts';

const PROJECTS = 30;
const ROWS = PROJECTS * 7;
const ROUNDS = 9;
const TIME_AIM = { most: 1500 };
const MEMORY_AIM = { most: 300 };

/** Taking a workbook of 30 projects in and out as Word and Excel files. */
export async function measureOffice(): Promise<Figure[]> {
  const workbook = largeWorkbook(ROWS);
  const figures: Figure[] = [];
  for (const format of FORMATS.filter(({ id }) => id === 'docx' || id === 'xlsx')) {
    figures.push(...(await measureFormat(workbook, format)));
  }
  return figures;
}

async function measureFormat(workbook: Workbook, format: ExportFormat): Promise<Figure[]> {
  const name = `${PROJECTS} projects as ${format.id}`;
  const bytes = await format.write(workbook);
  const megabytes = bytes.length / 1024 / 1024;
  const reading = await interleave(
    ROUNDS,
    () => timeOfAsync(() => importFile({ name: `a${format.extension}`, bytes })),
    () => timeOfAsync(async () => parseAll(bytes))
  );
  const writing = await interleave(
    ROUNDS,
    () => timeOfAsync(() => format.write(workbook)),
    () => timeOfAsync(async () => JSON.stringify(workbook))
  );
  const [whole, parsing] = [median(reading.a), median(reading.b)];
  const memory = await measureMemory(workbook, format);
  return [
    {
      name: `import of ${name}`,
      unit: 'ms',
      measured: whole,
      baseline: { name: 'unzipping and parsing its XML', value: parsing },
      aim: TIME_AIM
    },
    {
      name: `import of ${name}, each second`,
      unit: 'MB',
      measured: megabytes / (whole / 1000),
      baseline: { name: 'unzipping and parsing its XML', value: megabytes / (parsing / 1000) },
      aim: null
    },
    {
      name: `export of ${name}`,
      unit: 'ms',
      measured: median(writing.a),
      baseline: { name: 'writing it as JSON', value: median(writing.b) },
      aim: TIME_AIM
    },
    ...memory.map(({ step, peak, plain }) => ({
      name: `${step} of ${name}, memory of the command`,
      unit: 'MB' as const,
      measured: peak,
      baseline: { name: 'the same from .json to .json', value: plain },
      aim: MEMORY_AIM
    }))
  ];
}

/** The most memory of the command line while it converts there and back. */
async function measureMemory(workbook: Workbook, { extension }: ExportFormat) {
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-bench-'));
  const path = (name: string) => join(folder, name);
  try {
    await writeFile(path('a.json'), JSON.stringify(workbook));
    const plain = await runCommand('convert', path('a.json'), path('b.json'));
    const out = await runCommand('convert', path('a.json'), path(`c${extension}`));
    const back = await runCommand('convert', path(`c${extension}`), path('d.json'));
    return [
      { step: 'export', peak: out.peak, plain: plain.peak },
      { step: 'import', peak: back.peak, plain: plain.peak }
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function parseAll(bytes: Uint8Array): void {
  const parts = unzip(bytes);
  if ('reason' in parts) throw new Error(parts.sentence);
  for (const part of parts.values()) parseXml(partText(part));
}
