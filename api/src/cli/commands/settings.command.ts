import type { Command } from 'commander';
import { settingRequestSchema, type SettingRequest } from '../../features/settings/setting.dto.js';
import { SettingsService } from '../../features/settings/settings.service.js';
import { CallError } from '../call-error.js';
import { write, type CliContext } from '../context.js';
import { table } from '../print.js';
import { withService } from '../session.js';

export function settingsCommands(program: Command, context: CliContext): void {
  const settings = program
    .command('settings')
    .description('What the operator decides where the documents say nothing.');
  settings
    .command('list')
    .description('List the settings with what holds now.')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const items = await withService(context, SettingsService, (service) => service.list());
      const rows = items.map(({ code, proposed, value, nameVi }) => [
        code,
        proposed ? 'proposed' : 'decided',
        JSON.stringify(value),
        nameVi,
      ]);
      write(json, items, () => table(['code', 'standing', 'value', 'name'], rows));
    });
  settings
    .command('set <code> <value>')
    .description('Decide a setting; the value is JSON.')
    .requiredOption('--reason <text>', 'why it is decided so')
    .option('--json', 'print JSON')
    .action(async (code: string, text: string, { reason, json }: { reason: string; json?: boolean }) => {
      const request = settingRequestSchema.safeParse({ value: parsed(text), reason });
      if (!request.success) {
        throw new CallError('REQUEST_INVALID', request.error.issues.map(({ message }) => message).join('; '));
      }
      const setting = await withService(context, SettingsService, (s) => s.decide(code, request.data, 'cli'));
      write(json, setting, () => `${code}: ${JSON.stringify(setting.value)}`);
    });
}

function parsed(text: string): SettingRequest['value'] {
  try {
    return JSON.parse(text) as SettingRequest['value'];
  } catch (error) {
    throw new CallError('REQUEST_INVALID', `the value is no JSON: ${(error as Error).message}`);
  }
}
