import { describe, expect, it } from '@jest/globals';
import {
  ENGINE_VERSION,
  type Assessment,
  type Explanation,
  type Gains,
  type Simulation,
} from '@dti-monitor/scoring';
import { answered, run, type Files } from './terminal.fixture.js';

const FRAMEWORK = `
code: small
method: { normalise: { method: min_max, to: [0, 100], constant: undetermined }, weights: equal,
          aggregation: arithmetic, missing: no_value, not_applicable: reweight, rank: { decimals: 1 } }
tree: { code: whole, children: [{ code: roads, name: Roads }, { code: schools }] }
`;
const DATA = 'unit,group,roads,schools\nA,g,10,1\nB,g,20,3\nC,h,30,2\nD,h,,2\n';
const FILES: Files = { 'f.yaml': FRAMEWORK, 'd.csv': DATA };
const ON = ['-f', 'f.yaml', '-d', 'd.csv'];

describe('dti-score', () => {
  it('prints the ranking within groups, who has no score at the end', async () => {
    const { status, out, err } = await run(ON, FILES);
    expect([status, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        'rank  unit  group  score  coverage  state       roads  schools',
        '----  ----  -----  -----  --------  ----------  -----  -------',
        '   1  B     g       75.0      1.00  –            50.0    100.0',
        '   2  A     g        0.0      1.00  –             0.0      0.0',
        '   1  C     h       75.0      1.00  –           100.0     50.0',
        '   –  D     h          –      0.50  incomplete      –     50.0',
        '',
        '4 units, 3 with a score, 1 without (1 incomplete).',
        `small, engine ${ENGINE_VERSION}.`,
        '',
      ].join('\n'),
    );
  });

  it('ranks all together when asked to: a tie is marked', async () => {
    const { out } = await run([...ON, '--group', 'all'], FILES);
    expect(
      out
        .split('\n')
        .slice(2, 5)
        .map((line) => line.trim().split(/ +/).slice(0, 2)),
    ).toEqual([
      ['1=', 'B'],
      ['1=', 'C'],
      ['3', 'A'],
    ]);
  });

  it('prints CSV with every number as it is', async () => {
    const { out } = await run([...ON, '--format', 'csv'], FILES);
    expect(out).toBe(
      'unit,group,rank,tied,score,compared,band,state,coverage,value.whole,value.roads,value.schools\n' +
        'B,g,1,false,75,75,,scored,1,75,50,100\n' +
        'A,g,2,false,0,0,,scored,1,0,0,0\n' +
        'C,h,1,false,75,75,,scored,1,75,100,50\n' +
        'D,h,,,,,,incomplete,0.5,,,50\n',
    );
  });

  it('prints the assessment as JSON, with the version of the engine', async () => {
    const { out } = await run([...ON, '--format', 'json'], FILES);
    const answer = JSON.parse(out) as {
      ok: boolean;
      engineVersion: string;
      value: { assessment: Assessment };
    };
    expect([answer.ok, answer.engineVersion, Object.keys(answer.value)]).toEqual([
      true,
      ENGINE_VERSION,
      ['assessment'],
    ]);
    expect(answer.value.assessment.units.map(({ unit, score }) => [unit, score])).toEqual([
      ['A', 0],
      ['B', 75],
      ['C', 75],
      ['D', null],
    ]);
  });

  it('reads standard input for -', async () => {
    const wide = await run(['-f', 'f.yaml', '-d', '-', '--format', 'csv'], {
      'f.yaml': FRAMEWORK,
      '-': DATA,
    });
    const other = await run(['-f', '-', '-d', 'd.csv', '--format', 'csv'], { '-': FRAMEWORK, 'd.csv': DATA });
    expect([wide.status, other.status, wide.out === other.out]).toEqual([0, 0, true]);
  });

  it('scores a long table as the wide one', async () => {
    const long =
      'unit,group,element,value\nA,g,roads,10\nA,g,schools,1\nB,g,roads,20\nB,g,schools,3\nC,h,roads,30\nC,h,schools,2\nD,h,schools,2\n';
    const [wide, other] = [await run(ON, FILES), await run(ON, { ...FILES, 'd.csv': long })];
    expect(other).toEqual(wide);
  });

  it('names what it passes over', async () => {
    const { status, err } = await run(ON, {
      ...FILES,
      'd.csv': 'unit,roads,schools,press\nA,1,2,x\nB,2,1,y\n',
    });
    expect([status, err]).toEqual([0, 'Not asked for by the framework, and passed over: press\n']);
  });
});

describe('what is asked beside the ranking', () => {
  it('is why a unit has its score', async () => {
    const { status, out } = await run([...ON, '--explain', 'B'], FILES);
    expect(status).toBe(0);
    expect(out).toContain('B of g: score 75.0, rank 1\n');
    expect(out).toMatch(/^ {2}roads +50\.0 +0\.5000 +0\.5000 +25\.0 +exact +25\.0 /m);
    expect(out).toMatch(
      /^Where it loses, the most first\n\nnode +name +lost of the node +of the whole\n-.*\nroads +Roads +50\.0 +25\.0\n*$/m,
    );
    const { explanation } = await answered<{ explanation: Explanation }>([...ON, '--explain', 'B'], FILES);
    expect([explanation.unit, explanation.score]).toEqual(['B', 75]);
    const csv = (await run([...ON, '--explain', 'B', '--format', 'csv'], FILES)).out;
    expect(csv.split('\n').slice(0, 2)).toEqual([
      'node,value,weight_asked,weight_effective,adds_to_whole,measure,lost_of_whole,peers_median,peers_best,best_unit,state,reasons',
      'whole,75,1,1,75,exact,25,37.5,75,B,scored,',
    ]);
  });

  it('is what would raise a score, the most first', async () => {
    const { status, out } = await run([...ON, '--gains', 'A', '--group', 'all'], FILES);
    expect(status).toBe(0);
    expect(out).toContain('A: score 0.0, rank 3; what would raise it\n');
    // The best of the group has 3 schools: 100 instead of 0 at half of the weight.
    expect(out).toMatch(/^schools +schools +schools +group best +1 +3 +50\.0 +50\.0 +2 +-1$/m);
    expect(out).not.toContain('Could not be tried');
    const { out: gap } = await run([...ON, '--gains', 'D', '--group', 'all'], FILES);
    expect(gap).toMatch(/^schools +schools +group best +NO_SCORE_AFTER$/m);
    const answer = await answered<{ gains: Gains }>([...ON, '--gains', 'A', '--group', 'all'], FILES);
    const found = answer.gains.gains.map(({ gain }) => gain ?? 0);
    expect(found).toEqual([...found].sort((a, b) => b - a));
    const csv = (await run([...ON, '--gains', 'A', '--format', 'csv'], FILES)).out;
    expect(csv).toMatch(/^element,node,name,step,from,to,gain,score,rank,rank_change\n/);
  });

  it('is how sure the ranks are: the same from the same seed', async () => {
    const asked = [...ON, '--simulate', '50', '--seed', '7'];
    const [first, again] = [await run(asked, FILES), await run(asked, FILES)];
    expect(first.status).toBe(0);
    expect(again).toEqual(first);
    expect(first.out).toContain('50 draws from the seed 7');
    expect(first.out).toContain('Varied: weights.');
    const { simulation } = await answered<{ simulation: Simulation }>(asked, FILES);
    expect([simulation.specification.seed, simulation.draws, simulation.units.length]).toEqual([7, 50, 4]);
    expect(simulation.specification.inputs).toEqual([
      { name: 'weights', kind: 'weights', distribution: { method: 'noise', share: 0.25 } },
    ]);
    expect(
      (await answered<{ simulation: Simulation }>([...ON, '--simulate', '5'], FILES)).simulation.specification
        .seed,
    ).toBe(1);
  });

  it('varies what the framework file says, and tells what it comes from', async () => {
    const uncertainty = `
uncertainty:
  inputs:
    - { name: w, kind: weights, distribution: simplex }
    - { name: mean, kind: aggregation, alternatives: [arithmetic, median] }
  sensitivity: { resamples: 10 }
`;
    const { status, out } = await run([...ON, '--simulate', '20'], {
      ...FILES,
      'f.yaml': FRAMEWORK + uncertainty,
    });
    expect(status).toBe(0);
    expect(out).toContain('Varied: w (weights), mean (aggregation).');
    expect(out).toMatch(/What moves the ranks\n\ninput +by itself/);
  });

  it('is what the data say of the framework', async () => {
    const { status, out } = await run([...ON, '--audit'], FILES);
    expect(status).toBe(0);
    expect(out).toMatch(/^roads +4 +3 +0\.250 +0\.000 +1\.000 +10 +20 +20\.000 +30 /m);
    const csv = (await run([...ON, '--audit', '--format', 'csv'], FILES)).out;
    expect(csv.split('\n')[1]).toMatch(/^roads,4,3,0\.25,0,1,10,20,20,30,10,/);
  });

  it('is what if: who moves, and everything else on the changed data', async () => {
    const asked = [...ON, '--what-if', 'A.schools=3', '--what-if', 'D.roads=30'];
    const { status, out } = await run(asked, FILES);
    expect(status).toBe(0);
    expect(out).toContain('What if: schools of A = 3; roads of D = 30\n');
    expect(out).toMatch(/^A +0\.0 +50\.0 +50\.0 +2 +2 +0$/m);
    expect(out).toMatch(/^D +– +50\.0 +– +– +1 +–$/m);
    const { explanation } = await answered<{ explanation: Explanation }>([...asked, '--explain', 'A'], FILES);
    expect(explanation.score).toBe(50);
  });

  it('may be several things at once', async () => {
    const { out } = await run([...ON, '--explain', 'A', '--audit', '--format', 'json'], FILES);
    expect(Object.keys((JSON.parse(out) as { value: object }).value)).toEqual(['explanation', 'audit']);
  });
});

describe('--validate', () => {
  it('looks at the framework and the data, or the framework alone', async () => {
    const both = await run([...ON, '--validate'], FILES);
    expect([both.status, both.out]).toEqual([
      0,
      'framework  data elements  units  period\n---------  -------------  -----  ------\nsmall                  2      4  –\n\nThe framework and the data are sound.\n',
    ]);
    const alone = await run(['-f', 'f.yaml', '--validate', '--format', 'json'], FILES);
    expect(JSON.parse(alone.out)).toEqual({
      ok: true,
      engineVersion: ENGINE_VERSION,
      value: { framework: 'small', elements: 2, units: null, period: null },
    });
  });

  it('says what the engine says of the framework, with its line', async () => {
    const files = { ...FILES, 'f.yaml': FRAMEWORK.replace('weights: equal', 'weights: points') };
    const { status, out, err } = await run(['-f', 'f.yaml', '--validate'], files);
    expect([status, out]).toEqual([1, '']);
    expect(err).toBe(
      'f.yaml:5: framework.roads.points: SCORED_NODE_WITHOUT_POINTS: "roads" is scored, and has no points to be weighted by.\n' +
        'f.yaml:5: framework.schools.points: SCORED_NODE_WITHOUT_POINTS: "schools" is scored, and has no points to be weighted by.\n' +
        '2 problems\n',
    );
  });
});

describe('what is wrong', () => {
  const bounded = FRAMEWORK.replace('name: Roads', 'name: Roads, bounds: { maximum: 25 }');

  it('with a value ends with status 1, and names file, line and column', async () => {
    const { status, out, err } = await run(ON, { ...FILES, 'd.csv': DATA.replace('20', '2O') });
    expect([status, out]).toEqual([1, '']);
    expect(err).toBe('d.csv:3, column roads: NUMBER_INVALID: "2O" is no number.\n1 problem\n');
  });

  it('by the method names them too', async () => {
    const { status, err } = await run(ON, { ...FILES, 'f.yaml': bounded });
    expect(status).toBe(1);
    expect(err).toContain(
      'd.csv:4, column roads: dataset.columns[0].values[2]: VALUE_OUT_OF_BOUNDS: The value 30 of "C" at "roads"',
    );
  });

  it('with both files is told at once', async () => {
    const files = {
      'f.yaml': FRAMEWORK.replace('weights: equal', 'weights: points'),
      'd.csv': DATA.replace('20', 'x'),
    };
    const { err } = await run(ON, files);
    expect(err).toContain('SCORED_NODE_WITHOUT_POINTS');
    expect(err).toContain('NUMBER_INVALID');
    expect(err).toContain('3 problems');
  });

  it('is told to programs as JSON on standard output', async () => {
    const { status, out, err } = await run([...ON, '--format', 'json'], {
      ...FILES,
      'd.csv': DATA.replace('20', '2,0'),
    });
    expect([status, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      engineVersion: ENGINE_VERSION,
      problems: [
        {
          code: 'ROW_LENGTH_WRONG',
          path: '',
          params: { found: 5, asked: 4 },
          file: 'd.csv',
          line: 3,
          column: null,
          sentence: 'The row has 5 cells, and the headings are 4.',
        },
      ],
    });
  });

  it('is shown up to two hundred', async () => {
    const rows = Array.from({ length: 250 }, (_, n) => `U${n},g,x,1`).join('\n');
    const { err } = await run(ON, { ...FILES, 'd.csv': `unit,group,roads,schools\n${rows}\n` });
    const lines = err.trimEnd().split('\n');
    expect([lines.length, ...lines.slice(-2)]).toEqual([
      202,
      '… and 50 more; --format json lists them.',
      '250 problems',
    ]);
  });

  it('with a simulation is told as such', async () => {
    const single = FRAMEWORK.replace(/children: .*\]/, 'element: roads');
    const { status, err } = await run([...ON, '--simulate', '10'], { ...FILES, 'f.yaml': single });
    expect(status).toBe(1);
    expect(err).toContain('the call: specification.inputs[0]: SIMULATION_NOTHING_TO_DRAW');
  });
});

describe('a call that is wrong', () => {
  it.each([
    [[], "required option '-f, --framework <file>' not specified"],
    [['-f', 'f.yaml'], "required option '-d, --data <file>' not specified"],
    [['-f', '-', '-d', '-'], 'cannot both be standard input'],
    [[...ON, '--format', 'xml'], 'Allowed choices are table, json, csv'],
    [[...ON, '--simulate', '-3'], "option '--simulate <draws>' argument '-3' is invalid"],
    [[...ON, '--simulate', '1e3'], 'It is a whole number from 0 on'],
    [[...ON, '--seed', '7'], '--seed goes with --simulate'],
    [[...ON, '--validate', '--audit'], '--validate computes nothing'],
    [[...ON, '--format', 'csv', '--audit', '--explain', 'A'], '--format csv prints one table'],
    [[...ON, '--fromat', 'csv'], "unknown option '--fromat'"],
    [[...ON, 'more'], 'too many arguments'],
    [[...ON, '--explain', 'X'], '--explain: there is no unit "X" in the data. Did you mean "A"?'],
    [[...ON, '--gains', 'nobody'], '--gains: there is no unit "nobody" in the data.'],
    [[...ON, '--what-if', 'A=1'], 'WHAT_IF_UNKNOWN'],
    [['-f', 'gone.yaml', '-d', 'd.csv'], 'FILE_NOT_READABLE: gone.yaml'],
  ])('%j ends with status 2', async (argv, message) => {
    const { status, out, err } = await run(argv, FILES);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('is helped by --help and --version, which end with 0', async () => {
    const help = await run(['--help']);
    expect([help.status, help.err]).toEqual([0, '']);
    for (const option of [
      '--framework',
      '--data',
      '--format',
      '--explain',
      '--gains',
      '--simulate',
      '--seed',
      '--audit',
      '--what-if',
      '--validate',
      '--group',
      '--period',
      '--ignore-unknown',
    ]) {
      expect(help.out).toContain(option);
    }
    const version = await run(['--version']);
    expect([version.status, version.out]).toEqual([0, `0.1.0 (engine ${ENGINE_VERSION})\n`]);
  });
});
