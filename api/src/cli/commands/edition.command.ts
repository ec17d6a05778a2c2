import type { Command } from 'commander';
import { editionRequestSchema, type EditionDto } from '../../features/editions/edition.dto.js';
import { EditionsService } from '../../features/editions/editions.service.js';
import { CallError } from '../call-error.js';
import { write, type CliContext } from '../context.js';
import { withService } from '../session.js';

interface DraftOptions {
  titleVi: string;
  titleEn: string;
  assessment: string[];
  noteVi?: string;
  noteEn?: string;
  json?: boolean;
}

export function editionCommands(program: Command, context: CliContext): void {
  const edition = program
    .command('edition')
    .description('Make a draft edition of assessments, and publish it.');
  edition
    .command('draft')
    .description('Make a draft; a code that exists gets its next revision.')
    .argument('<code>', 'e.g. dti-2023')
    .requiredOption('--title-vi <text>', 'title in Vietnamese')
    .requiredOption('--title-en <text>', 'title in English')
    .requiredOption('-a, --assessment <id...>', 'assessments, in the order to be shown')
    .option('--note-vi <text>', 'a note that is shown with it, in Vietnamese')
    .option('--note-en <text>', 'the same in English')
    .option('--json', 'print JSON')
    .action(async (code: string, { json, assessment, ...own }: DraftOptions) => {
      const request = editionRequestSchema.safeParse({ code, assessmentIds: assessment, ...own });
      if (!request.success) {
        throw new CallError(
          'REQUEST_INVALID',
          request.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '),
        );
      }
      const made = await withService(context, EditionsService, (service) =>
        service.draft(request.data, 'cli'),
      );
      write(json, made, () => editionText(made));
    });
  edition
    .command('publish')
    .description('Publish the latest draft. It is frozen from then on; a correction is a new revision.')
    .argument('<code>', 'e.g. dti-2023')
    .option('--yes', 'do it; without this the command says what it would do')
    .option('--json', 'print JSON')
    .action(async (code: string, { yes, json }: { yes?: boolean; json?: boolean }) => {
      const made = await withService(context, EditionsService, (service) =>
        yes === true ? service.publish(code, 'cli') : newestRevision(service, code),
      );
      write(json, made, () =>
        yes === true || made.status === 'published'
          ? editionText(made)
          : `${editionText(made)}\nNot published: add --yes to publish it for good.`,
      );
    });
}

/** What a publication would publish. */
async function newestRevision(service: EditionsService, code: string): Promise<EditionDto> {
  const shown = await service.detail(code);
  return service.detail(code, shown.revisions[0]?.revision);
}

function editionText(edition: EditionDto): string {
  const groups = edition.groups.map(
    (group) => `  ${group.nameVi}: ${group.withTotal} of ${group.expected ?? '?'} with a total`,
  );
  return [
    `${edition.code}, revision ${edition.revision}, ${edition.status}: ${edition.titleVi}`,
    ...groups,
  ].join('\n');
}
