import { describe, expect, it } from '@jest/globals';
import type { InvitedDto, PersonPageDto } from '../../api/src/features/people/person.dto.ts';
import { useTypedCommands } from '../support/typed-commands.ts';

const typed = useTypedCommands();
const run = (...words: string[]) => typed.run('person', ...words);
const people = async (): Promise<PersonPageDto> =>
  JSON.parse((await run('list', '--json')).stdout) as PersonPageDto;

describe('people from the command line', () => {
  it('are invited, granted a role, lose it and are suspended', async () => {
    const asked = ['invite', 'Lê Văn Cường', 'cuong@example.vn', '--role', 'unit_lead', '--unit', 'hue'];
    const { personId, link } = JSON.parse((await run(...asked, '--json')).stdout) as InvitedDto;
    expect(link).toMatch(/\/link#[\w-]{43}$/);
    const granted = await run('grant', personId, 'auditor', '--reason', 'Phân công', '--json');
    const { grant } = JSON.parse(granted.stdout) as { grant: string };
    expect((await run('list', 'cuong')).stdout).toContain('unit_lead@hue auditor');
    expect((await run('revoke', personId, grant, '--reason', 'Thôi việc')).status).toBe(0);
    expect((await run('suspend', personId, '--reason', 'Thôi việc')).stdout).toContain('suspended');
    expect((await people()).items).toMatchObject([{ id: personId, state: 'suspended' }]);
  });

  it.each([
    [['invite', '\u0410n', 'an@example.vn'], 1, 'NAME_LOOKS_ALIKE'],
    [['invite', 'An', 'an@example.vn', '--role', 'root'], 2, 'REQUEST_INVALID'],
    [['grant', 'no-id', 'auditor'], 2, 'REQUEST_INVALID'],
    [['suspend', '00000000-0000-4000-8000-000000000000', '--reason', 'thử'], 2, 'PERSON_NOT_FOUND'],
  ])('%j is refused', async (words, status, code) => {
    const before = await people();
    const refused = await run(...words);
    expect([refused.status, refused.stderr.includes(code) || refused.stderr]).toEqual([status, true]);
    expect(await people()).toEqual(before);
  });
});
