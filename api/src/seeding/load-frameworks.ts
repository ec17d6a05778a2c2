import { join } from 'node:path';
import { frameworkOf, type Method } from '@dti-monitor/scoring';
import type { EntityManager } from 'typeorm';
import { Assessment } from '../features/assessments/assessment.entity.js';
import { FrameworkNode, FrameworkVersion, PeerGroup } from '../features/frameworks/framework.entity.js';
import { DataElement } from '../features/observations/observation.entity.js';
import { canonicalJson } from '../platform/digest.js';
import { Problem } from '../platform/http/problem.js';
import { filesBelow, readYaml, SEEDS } from './seed-files.js';
import type { DataElementsFile, EditionFile, FrameworkFile, SeedNode } from './seed-formats.js';

/** Loads data elements, framework versions with their trees, and the peer groups that editions name. */
export async function loadFrameworks(manager: EntityManager): Promise<number> {
  const elements = filesBelow(join(SEEDS, 'data-elements'), ['.yaml']).flatMap(
    (path) => readYaml<DataElementsFile>(path).data_elements,
  );
  await manager.upsert(
    DataElement,
    elements.map((element, position) => ({
      code: element.code,
      nameVi: element.name.vi,
      nameEn: element.name.en,
      valueType: element.value_type,
      minimum: element.minimum ?? null,
      maximum: element.maximum ?? null,
      decimals: element.decimals ?? null,
      descriptionVi: element.description.vi,
      descriptionEn: element.description.en,
      unitVi: element.unit?.vi ?? null,
      unitEn: element.unit?.en ?? null,
      levels: [...(element.levels ?? [])],
      position,
    })),
    ['code'],
  );
  const files = filesBelow(join(SEEDS, 'frameworks'), ['.yaml'])
    .map((path) => readYaml<FrameworkFile>(path))
    .filter(({ status }) => status !== 'draft');
  for (const file of files) await loadVersion(manager, file);
  return files.length;
}

async function loadVersion(manager: EntityManager, file: FrameworkFile): Promise<void> {
  const method = methodOf(file);
  const nodes = flatten(file.tree, null, 0);
  await refuseChangeOfUsed(manager, file.code, method, nodes);
  await manager.upsert(FrameworkVersion, versionRow(file, method), ['code']);
  await manager.delete(FrameworkNode, { frameworkVersion: file.code });
  await manager.insert(
    FrameworkNode,
    nodes.map(({ node, parentCode, depth }, position) => ({
      frameworkVersion: file.code,
      code: node.code,
      parentCode,
      kind: node.kind,
      nameVi: node.name.vi,
      nameEn: node.name.en,
      points: node.points ?? null,
      scored: node.scored ?? true,
      dataElement: node.element ?? null,
      position,
      depth,
      confidence: node.confidence ?? null,
      note: node.note ?? null,
      sourceIds: [...(node.source ?? file.source)],
    })),
  );
}

function versionRow(file: FrameworkFile, method: Method) {
  return {
    code: file.code,
    indexCode: file.index,
    version: file.version,
    level: file.level,
    nameVi: file.name.vi,
    nameEn: file.name.en,
    legalBasis: file.legal_basis,
    issuedOn: file.issued ?? null,
    periodFrom: file.periods.from,
    periodTo: file.periods.to ?? null,
    status: file.status,
    statusReasonVi: file.status_reason?.vi ?? null,
    statusReasonEn: file.status_reason?.en ?? null,
    method: { ...method, rank: { ...method.rank } },
    totalElement: file.published.total,
    rankElement: file.published.rank ?? null,
    groupElement: file.published.group,
    checkElements: [...file.published.checks],
    confidence: file.confidence,
    note: file.note ?? null,
    sourceIds: [...file.source],
  };
}

interface FlatNode {
  readonly node: SeedNode;
  readonly parentCode: string | null;
  readonly depth: number;
}

function flatten(node: SeedNode, parentCode: string | null, depth: number): readonly FlatNode[] {
  return [
    { node, parentCode, depth },
    ...(node.children ?? []).flatMap((child) => flatten(child, node.code, depth + 1)),
  ];
}

/** A level that is not ranked, the nation, still has a rule: the engine needs one, and nothing is ranked by it. */
function methodOf(file: FrameworkFile): Method {
  const framework = frameworkOf(file);
  if (framework.ok) return framework.value.method;
  const found = framework.problems.map(({ code, path }) => `${path}: ${code}`);
  throw new Error(`${file.code}: ${found.join(', ')}`);
}

/** What an assessment was made by stays as it was: a changed method is a new version under a new code. */
async function refuseChangeOfUsed(
  manager: EntityManager,
  code: string,
  method: Method,
  nodes: readonly FlatNode[],
): Promise<void> {
  const used = await manager.findOneBy(Assessment, { frameworkVersion: code });
  if (used === null) return;
  const stored = await manager.find(FrameworkNode, {
    where: { frameworkVersion: code },
    order: { position: 'ASC' },
  });
  const before = stored.map((node) => [
    node.code,
    node.parentCode,
    node.points,
    node.scored,
    node.dataElement,
  ]);
  const after = nodes.map(({ node, parentCode }) => [
    node.code,
    parentCode,
    node.points ?? null,
    node.scored ?? true,
    node.element ?? null,
  ]);
  const same = canonicalJson([used.recipe.framework.method, before]) === canonicalJson([method, after]);
  if (same) return;
  throw new Problem(
    409,
    'FRAMEWORK_VERSION_IN_USE',
    'A framework version that an assessment has used cannot change',
    `${code}: give the changed method a code of its own.`,
  );
}

/** Loads the peer groups of an edition's assessments. */
export async function loadPeerGroups(manager: EntityManager, edition: EditionFile): Promise<void> {
  for (const { framework, groups } of edition.assessments) {
    const { level } = readYaml<FrameworkFile>(join(SEEDS, 'frameworks', `${framework}.yaml`));
    await manager.upsert(
      PeerGroup,
      groups.map((group, position) => ({
        frameworkVersion: framework,
        period: edition.period,
        code: group.code,
        nameVi: group.name.vi,
        nameEn: group.name.en,
        expected: group.expected,
        // One group at the level of provinces or of the nation is all of it; ministries are grouped by table.
        wholeRoster: groups.length === 1 && level !== 'ministry',
        position,
        note: group.note ?? null,
      })),
      ['frameworkVersion', 'period', 'code'],
    );
  }
}
