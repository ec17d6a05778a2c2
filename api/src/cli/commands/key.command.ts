import type { Command } from 'commander';
import { keyListQuerySchema } from '../../features/keys/key.dto.js';
import { KeysService } from '../../features/keys/keys.service.js';
import { CallError } from '../call-error.js';
import { write, type CliContext } from '../context.js';
import { table } from '../print.js';
import { withService } from '../session.js';

/** Looks at API keys and revokes them; they are made by people who are signed in. */
export function keyCommands(program: Command, context: CliContext): void {
  const key = program.command('key').description('API keys of people for their machines.');
  key
    .command('list')
    .description('List the keys, the newest first.')
    .option('--state <state>', 'active, expired, revoked or ended')
    .option('--json', 'print JSON')
    .action(async ({ state, json }: { state?: string; json?: boolean }) => {
      const query = keyListQuerySchema.safeParse({ state, size: 500 });
      if (!query.success)
        throw new CallError('REQUEST_INVALID', 'the state is active, expired, revoked or ended');
      const page = await withService(context, KeysService, (keys) => keys.list(query.data));
      const rows = page.items.map((one) => [
        one.id,
        `dti_${one.prefix}`,
        one.state,
        one.unitId === null ? one.role : `${one.role}@${one.unitId}`,
        one.expiresAt.slice(0, 10),
        one.lastUsedAt?.slice(0, 16) ?? '–',
        one.name,
      ]);
      write(json, page.items, () =>
        table(['id', 'key', 'state', 'role', 'expires', 'last used', 'name'], rows),
      );
    });
  key
    .command('revoke <id>')
    .description('Revoke a key for good.')
    .action(async (id: string) => {
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
        throw new CallError('REQUEST_INVALID', 'the id is that of `key list`');
      }
      await withService(context, KeysService, (keys) => keys.revokeAny(id));
      write(false, null, () => `${id}: revoked`);
    });
}
