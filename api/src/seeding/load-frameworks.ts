import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { documentFaults } from '../features/frameworks/document/document-faults.js';
import { elementRow } from '../features/frameworks/document/element-document.js';
import type { FrameworkDocument } from '../features/frameworks/document/framework-document.js';
import { PeerGroup } from '../features/frameworks/framework.entity.js';
import type { FrameworkStoreService } from '../features/frameworks/framework-store.service.js';
import { DataElement } from '../features/observations/observation.entity.js';
import { readSeed, seedFault, seedProblem, type SeedDocument } from './seed-document.js';
import { filesBelow, readYaml, SEEDS } from './seed-files.js';
import type { DataElementsFile, EditionFile } from './seed-formats.js';

const ACTOR = 'reference-data';

/**
 * Loads data elements and framework versions with their trees.
 * @throws Problem SEED_FILE_INVALID, FRAMEWORK_VERSION_IN_USE where a file changes what an assessment has used
 */
export async function loadFrameworks(manager: EntityManager, store: FrameworkStoreService): Promise<number> {
  const elements = filesBelow(join(SEEDS, 'data-elements'), ['.yaml']).flatMap(
    (path) => readYaml<DataElementsFile>(path).data_elements,
  );
  await manager.upsert(DataElement, elements.map(elementRow), ['code']);
  const files = filesBelow(join(SEEDS, 'frameworks'), ['.yaml']).map((path) =>
    readSeed<FrameworkDocument>(path),
  );
  refuseFaults(files, elements);
  for (const { value: file } of files) {
    await store.save(
      file,
      {
        writtenBy: ACTOR,
        author: file.author ?? ACTOR,
        reason: file.change_reason ?? null,
        isReferenceData: true,
      },
      manager,
    );
  }
  return files.length;
}

/** References to law are held against all of the seeds elsewhere. @throws Problem SEED_FILE_INVALID */
function refuseFaults(
  files: readonly SeedDocument<FrameworkDocument>[],
  elements: DataElementsFile['data_elements'],
): void {
  const known = {
    elements: new Map(elements.map((element) => [element.code, element.value_type])),
    unknownReferences: new Set<string>(),
  };
  const faults = files.flatMap((file) =>
    documentFaults(file.value, known).map(({ code, path, message }) => seedFault(file, code, path, message)),
  );
  if (faults.length > 0) throw seedProblem(faults);
}

/** Loads the peer groups of an edition's assessments. */
export async function loadPeerGroups(manager: EntityManager, edition: EditionFile): Promise<void> {
  for (const { framework, groups } of edition.assessments) {
    const { level } = readYaml<FrameworkDocument>(join(SEEDS, 'frameworks', `${framework}.yaml`));
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
