import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import {
  frameworkChanges,
  type FrameworkChange,
} from '../../features/frameworks/compare/framework-changes.js';
import { nodesOf, type FrameworkDocument } from '../../features/frameworks/document/framework-document.js';
import { FrameworkDocumentsService } from '../../features/frameworks/framework-documents.service.js';
import { FrameworkEditsService } from '../../features/frameworks/framework-edits.service.js';
import { FrameworksService } from '../../features/frameworks/frameworks.service.js';
import { frameworkWorkbook } from '../../features/frameworks/workbook/write-workbook.js';
import { CallError } from '../call-error.js';
import { callerPath } from '../caller-path.js';
import { write, type CliContext } from '../context.js';
import { readFrameworkSource, refuseFaults, type FrameworkSource } from '../framework-source.js';
import { table } from '../print.js';
import { withService } from '../session.js';

const HELP = `
A file is YAML or JSON as in docs/guides/framework-file.md, or an Excel workbook (.xlsx) as "export --xlsx" writes it.
It may bring its own data elements (data_elements), so that no other file has to change.

  framework export dti-922-province --xlsx mau.xlsx    a workbook to start from
  framework validate cua-toi.xlsx                      every fault, with sheet and cell
  framework load cua-toi.xlsx --as draft               stores it; all of it, or nothing`;

export function frameworkCommands(program: Command, context: CliContext): void {
  const framework = program
    .command('framework')
    .description('Check, load, compare and write framework versions.')
    .addHelpText('after', HELP);
  validateCommand(framework, context);
  loadCommand(framework, context);
  diffCommand(framework, context);
  listCommand(framework, context);
  exportCommand(framework, context);
}

function validateCommand(framework: Command, context: CliContext): void {
  framework
    .command('validate')
    .description(
      'Say everything that is wrong with a framework file, each with its place. Nothing is stored.',
    )
    .argument('<file>', 'YAML, JSON or .xlsx')
    .option('--json', 'print JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const source = await readFrameworkSource(file);
      await withService(context, FrameworkDocumentsService, (service) => check(service, source));
      const { code, nodes, indicators, elements } = countsOf(source);
      write(json, { code, nodes, indicators, dataElements: elements }, () =>
        [
          `${code} is sound: ${nodes} nodes, ${indicators} indicators`,
          `${elements} data elements of its own`,
        ].join(', '),
      );
    });
}

function loadCommand(framework: Command, context: CliContext): void {
  framework
    .command('load')
    .description(
      'Store a framework file: a version that is new, or changes to a draft. All of it, or nothing.',
    )
    .argument('<file>', 'YAML, JSON or .xlsx')
    .option('--as <status>', 'draft: whatever status the file says')
    .option('--author <name>', "who decided it; the file's author when absent")
    .option('--reason <text>', "why; the file's change_reason when absent")
    .option('--json', 'print JSON')
    .action(async (file: string, options: LoadOptions) => {
      if (options.as !== undefined && options.as !== 'draft')
        throw new CallError('CALL_INVALID', `--as takes draft, not "${options.as}".`);
      const read = await readFrameworkSource(file);
      const source = options.as === undefined ? read : { ...read, document: asDraft(read.document) };
      await withService(context, FrameworkDocumentsService, (service) => check(service, source));
      const saved = await withService(context, FrameworkEditsService, (service) =>
        service.load(source.document, decisionOf(source, options)),
      );
      const { code } = countsOf(source);
      write(options.json, { code, outcome: saved }, () => `${code}: ${saved}`);
    });
}

interface LoadOptions {
  readonly as?: string;
  readonly author?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

function asDraft(document: FrameworkSource['document']): FrameworkSource['document'] {
  const { status_reason: _, ...rest } = document;
  return { ...rest, status: 'draft' };
}

function decisionOf({ document }: FrameworkSource, { author, reason }: LoadOptions) {
  const told = document as Partial<FrameworkDocument>;
  return {
    author: author ?? told.author ?? 'cli',
    reason: reason ?? told.change_reason ?? null,
    writtenBy: 'cli',
  };
}

async function check(service: FrameworkDocumentsService, source: FrameworkSource): Promise<void> {
  refuseFaults(source, await service.faults(source.document));
}

function countsOf({ document }: FrameworkSource) {
  const { code, tree, data_elements: elements = [] } = document as unknown as FrameworkDocument;
  const nodes = nodesOf(tree);
  return {
    code,
    nodes: nodes.length,
    indicators: nodes.filter(({ children }) => children === undefined).length,
    elements: elements.length,
  };
}

function diffCommand(framework: Command, context: CliContext): void {
  framework
    .command('diff')
    .description('What differs between two frameworks, each a code or a file.')
    .argument('<a>', 'before')
    .argument('<b>', 'after')
    .option('--json', 'print JSON')
    .action(async (a: string, b: string, { json }: { json?: boolean }) => {
      const changes = await withService(context, FrameworkDocumentsService, async (service) =>
        frameworkChanges(await documentOf(service, a), await documentOf(service, b)),
      );
      write(json, changes, () => (changes.length === 0 ? 'Nothing differs.' : changesText(changes)));
    });
}

/** A file by its ending, else a code. */
async function documentOf(service: FrameworkDocumentsService, text: string): Promise<FrameworkDocument> {
  if (!/\.(ya?ml|json|xlsx)$/i.test(text)) return service.document(text);
  const source = await readFrameworkSource(text);
  await check(service, source);
  // In the words and the order of what is stored, so that only what means something else differs.
  return service.asStored(source.document as unknown as FrameworkDocument);
}

function changesText(changes: readonly FrameworkChange[]): string {
  const rows = changes.map(({ node, kind, field, before, after }) => [
    node ?? '–',
    field === null ? kind : field,
    short(before),
    short(after),
  ]);
  return table(['node', 'what', 'before', 'after'], rows);
}

const LONGEST = 60;

function short(value: unknown): string {
  const text = value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function listCommand(framework: Command, context: CliContext): void {
  framework
    .command('list')
    .description('List the framework versions with where they are in their life.')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { items } = await withService(context, FrameworksService, (service) =>
        service.list({ page: 1, size: 500 }),
      );
      const rows = items.map((f) => [
        f.code,
        f.level,
        `${f.periodFrom}–${f.periodTo ?? ''}`,
        f.status,
        f.nameVi,
      ]);
      write(json, items, () => table(['code', 'level', 'periods', 'status', 'name'], rows));
    });
}

function exportCommand(framework: Command, context: CliContext): void {
  framework
    .command('export')
    .description('Write a framework version as a file that can be loaded again, with its data elements.')
    .argument('<code>', 'framework version')
    .option('--xlsx <file>', 'as an Excel workbook')
    .option('--yaml <file>', 'as YAML; on standard output when neither is asked for')
    .option('--json', 'print JSON')
    .action(async (code: string, options: { xlsx?: string; yaml?: string; json?: boolean }) => {
      const document = await withService(context, FrameworkDocumentsService, (service) =>
        service.wholeDocument(code),
      );
      if (options.xlsx !== undefined) await save(options.xlsx, await frameworkWorkbook(document));
      if (options.yaml !== undefined) await save(options.yaml, yamlOf(document));
      const files = [options.xlsx, options.yaml].flatMap((path) => path ?? []);
      if (files.length === 0) write(options.json, document, () => yamlOf(document).trimEnd());
      else write(options.json, { files: files.map(callerPath) }, () => files.map(callerPath).join('\n'));
    });
}

/** A framework file as people write it; its first line tells an editor the schema. */
function yamlOf(document: FrameworkDocument): string {
  const schema = '# yaml-language-server: $schema=../schemas/framework.schema.json';
  return `${schema}\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

async function save(path: string, content: string | Buffer): Promise<void> {
  await writeFile(callerPath(path), content).catch((error: Error) => {
    throw new CallError('FILE_NOT_WRITTEN', error.message);
  });
}
