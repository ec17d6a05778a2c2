import type { FrameworkVersionDto, FrameworkVersionSummary, MethodDto } from './framework.dto.js';
import type { FrameworkTreeNodeDto } from './framework-node.dto.js';
import type { FrameworkVersion, PeerGroup } from './framework.entity.js';

/** The rules of a version in the words of the API. */
export function methodDto(version: FrameworkVersion): MethodDto {
  const { aggregation, missing, notApplicable, rank } = version.method;
  return {
    aggregation: aggregation.method,
    missing,
    notApplicable,
    rankMethod: rank.method,
    rankDecimals: rank.decimals,
    rounding: rank.rounding,
  };
}

export function versionSummary(
  version: FrameworkVersion,
  totalPoints: number | null,
  nodeCount: number,
): FrameworkVersionSummary {
  return {
    code: version.code,
    index: version.indexCode,
    version: version.version,
    level: version.level,
    nameVi: version.nameVi,
    nameEn: version.nameEn,
    status: version.status,
    legalBasis: version.legalBasis,
    issuedOn: version.issuedOn,
    periodFrom: version.periodFrom,
    periodTo: version.periodTo,
    totalPoints,
    nodeCount,
    proposed: version.proposedReasonVi !== null,
    author: version.author,
    copiedFrom: version.copiedFrom,
  };
}

export function versionDto(
  version: FrameworkVersion,
  nodes: FrameworkTreeNodeDto[],
  groups: readonly PeerGroup[],
  { frozen, legalBases }: Pick<FrameworkVersionDto, 'frozen' | 'legalBases'>,
): FrameworkVersionDto {
  const { statusReasonVi, statusReasonEn, proposedReasonVi, proposedReasonEn, changeReason } = version;
  return {
    ...versionSummary(version, nodes[0]?.points ?? null, nodes.length),
    method: methodDto(version),
    rules: { ...version.method },
    bands: (version.method.bands ?? []).map(({ code, from }) => ({
      code,
      from,
      name: version.bandNames[code] ?? code,
    })),
    statusReasonVi,
    statusReasonEn,
    proposedReasonVi,
    proposedReasonEn,
    changeReason,
    legalBases,
    frozen,
    totalElement: version.totalElement,
    rankElement: version.rankElement,
    groups: groups.map(({ code, nameVi, nameEn, wholeRoster }) => ({ code, nameVi, nameEn, wholeRoster })),
    nodes,
    note: version.note,
    sourceIds: version.sourceIds,
  };
}
