import { describe, expect, it } from '@jest/globals';
import type { SettingDto } from '../../api/src/features/settings/setting.dto.ts';
import { useTypedCommands } from '../support/typed-commands.ts';

const commands = useTypedCommands();
const run = (...words: string[]) => commands.run('settings', ...words);
const trackers = async () => {
  const settings = JSON.parse((await run('list', '--json')).stdout) as SettingDto[];
  return settings.find(({ code }) => code === 'target_tracking');
};

describe('settings from the command line', () => {
  it('are listed, decided with a reason, and kept on record', async () => {
    expect((await run('list')).stdout).toMatch(/^measure_state_rule +proposed /m);
    const { status } = await run('set', 'target_tracking', '{"III.4": "Cục A"}', '--reason', 'Phân công');
    expect(status).toBe(0);
    expect(await trackers()).toMatchObject({
      proposed: false,
      value: { 'III.4': 'Cục A' },
      history: [{ reason: 'Phân công', setBy: 'cli' }],
    });
  });

  it.each([
    [['target_tracking', 'III.4', '--reason', 'thử'], 2, 'REQUEST_INVALID'],
    [['target_tracking', '7', '--reason', 'thử'], 1, 'SETTING_INVALID'],
    [['no_such_setting', '7', '--reason', 'thử'], 2, 'SETTING_NOT_FOUND'],
    [['target_tracking', '{}', '--reason', ''], 2, 'REQUEST_INVALID'],
  ])('%j is refused', async (words, status, code) => {
    const before = await trackers();
    const { status: ended, stderr } = await run('set', ...words);
    expect([ended, stderr.includes(code) || stderr]).toEqual([status, true]);
    expect(await trackers()).toEqual(before);
  });
});
