import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { isSample, OFFICIAL, ofDataSet } from '../../platform/http/data-set.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { paginate, type Page } from '../../platform/http/page.js';
import type { Assessment } from '../assessments/assessment.entity.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { ObservationsService } from '../observations/observations.service.js';
import { UnitsService } from '../units/units.service.js';
import { checkFigureDto } from './check-figure.js';
import { EditionGroupsService } from './edition-groups.service.js';
import type { EditionDto, EditionRequest, EditionSummary } from './edition.dto.js';
import type { CheckFigure, Edition } from './edition.entity.js';
import { EditionsRepository } from './editions.repository.js';

/** What a published source says of an edition beside its figures. */
export interface PublishedEdition extends EditionRequest {
  readonly publishedOn: string;
  readonly confidence: string;
  readonly sourceIds: readonly string[];
  readonly checkFigures: readonly Omit<CheckFigure, 'editionCode' | 'revision' | 'position'>[];
}

/** Releases: drafts, publication, revisions. */
@Injectable()
export class EditionsService {
  constructor(
    private readonly repository: EditionsRepository,
    private readonly assessments: AssessmentsService,
    private readonly groups: EditionGroupsService,
    private readonly observations: ObservationsService,
    private readonly units: UnitsService,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
  ) {}

  async list(query: {
    dataSet?: string | undefined;
    page: number;
    size: number;
  }): Promise<Page<EditionSummary>> {
    const page = paginate(await this.seen(await this.repository.shown(query.dataSet ?? OFFICIAL)), query);
    return { ...page, items: await Promise.all(page.items.map((edition) => this.summary(edition))) };
  }

  /**
   * One revision of an edition: the one asked for; else the latest that is published, so that a draft
   * of a correction does not show before its time; else the draft.
   * @throws Problem EDITION_NOT_FOUND
   */
  async detail(code: string, revision?: number): Promise<EditionDto> {
    const revisions = await this.seen(await this.repository.revisions(code));
    const edition = shownRevision(revisions, revision);
    if (edition === undefined)
      throw notFound('EDITION', revision === undefined ? code : `${code}, revision ${revision}`);
    const ids = await this.repository.assessmentIds(edition);
    const checkFigures = await this.checkFigures(edition, ids);
    const [summary, nationalValue, sourceIds, { unit }] = await Promise.all([
      this.summary(edition),
      this.repository.nationalTotal(ids),
      this.repository.sourceIds(ids),
      this.units.ministryInCharge(edition.publishedOn ?? today()),
    ]);
    const named = [...sourceIds, ...edition.sourceIds, ...checkFigures.flatMap((figure) => figure.sourceIds)];
    return {
      ...summary,
      noteVi: edition.noteVi,
      noteEn: edition.noteEn,
      nationalValue,
      nationalDecimals: nationalValue === null ? null : nationalDecimals(edition, nationalValue),
      checkFigures,
      sources: await this.observations.sourcesByIds(named),
      responsibleUnitId: unit.id,
      responsibleNameVi: unit.nameVi,
      responsibleNameEn: unit.nameEn,
      revisions: revisions.map(({ revision: number, status, publishedOn }) => ({
        revision: number,
        status,
        publishedOn,
      })),
    };
  }

  /** The latest published edition of a data set: the newest period. @throws Problem EDITION_NOT_FOUND */
  async latestPublished(dataSet: string = OFFICIAL): Promise<string> {
    const edition = await this.repository.latestPublished(dataSet);
    if (edition === null) throw notFound('EDITION', 'latest');
    return edition.code;
  }

  async editionsOfUnit(
    unitId: string,
    dataSet: string,
  ): Promise<readonly { code: string; groupCode: string }[]> {
    return this.repository.editionsOfUnit(unitId, dataSet);
  }

  /**
   * Makes a draft; a code that exists gets its next revision.
   * @throws Problem ASSESSMENT_NOT_FOUND, EDITION_PERIODS_DIFFER, EDITION_DATA_SETS_DIFFER
   */
  async draft(request: EditionRequest, actor: string): Promise<EditionDto> {
    await this.access.require('edition.draft', null);
    const revision = await this.add(request, actor, { confidence: null, sourceIds: [], checkFigures: [] });
    return this.detail(request.code, revision);
  }

  /** @throws Problem EDITION_NOT_FOUND, EDITION_ALREADY_PUBLISHED */
  async publish(code: string, actor: string, publishedOn: string = today()): Promise<EditionDto> {
    await this.access.require('edition.publish', null);
    await this.repository.exclusively(async (manager) => {
      const [edition] = await this.repository.revisions(code, manager);
      if (edition === undefined) throw notFound('EDITION', code);
      if (edition.status === 'published') {
        throw new Problem(
          409,
          'EDITION_ALREADY_PUBLISHED',
          'This edition is published',
          'A correction is a new revision.',
        );
      }
      await this.assessments.release(
        await this.repository.assessmentIds(edition, manager),
        publishedOn,
        manager,
      );
      await this.repository.publish(edition, { publishedOn, publishedBy: actor }, manager);
      await this.audit.record(
        {
          action: 'edition.publish',
          object: `edition:${code}/${edition.revision}`,
          before: { status: 'draft' },
          after: { status: 'published', publishedOn },
        },
        manager,
      );
    });
    return this.detail(code);
  }

  /**
   * Records an edition that was published elsewhere. Nothing happens when its latest revision holds
   * the same assessments.
   */
  async recordPublished(edition: PublishedEdition, actor: string): Promise<'recorded' | 'unchanged'> {
    const latest = shownRevision(await this.repository.revisions(edition.code), undefined);
    const held = latest === undefined ? [] : await this.repository.assessmentIds(latest);
    if (latest?.status === 'published' && held.join() === edition.assessmentIds.join()) return 'unchanged';
    await this.add(edition, actor, edition);
    await this.publish(edition.code, actor, edition.publishedOn);
    return 'recorded';
  }

  private async add(
    request: EditionRequest,
    actor: string,
    about: {
      confidence: string | null;
      sourceIds: readonly string[];
      checkFigures: PublishedEdition['checkFigures'];
    },
  ): Promise<number> {
    const assessments = await this.assessments.details(request.assessmentIds);
    const [first] = assessments;
    if (first === undefined) throw notFound('ASSESSMENT', '');
    refuseDifferent(assessments, first);
    return this.repository.exclusively(async (manager) => {
      const [latest] = await this.repository.revisions(request.code, manager);
      if (latest !== undefined) refuseOtherDataSet([latest.dataSet], first.dataSet);
      const edition: Omit<Edition, 'createdAt'> = {
        code: request.code,
        revision: (latest?.revision ?? 0) + 1,
        indexCode: first.recipe.framework.root.code,
        titleVi: request.titleVi,
        titleEn: request.titleEn,
        period: first.period,
        kind: assessments.some((other) => other.basis === 'as_published') ? 'as_published' : 'computed',
        status: 'draft',
        publishedOn: null,
        publishedBy: null,
        rosterDate: first.rosterDate,
        noteVi: request.noteVi ?? null,
        noteEn: request.noteEn ?? null,
        confidence: about.confidence,
        sourceIds: [...about.sourceIds],
        createdBy: actor,
        dataSet: first.dataSet,
      };
      await this.repository.add(edition, request.assessmentIds, about.checkFigures, manager);
      const { code, revision, titleVi, period } = edition;
      await this.audit.record(
        {
          action: 'edition.draft',
          object: `edition:${code}/${revision}`,
          after: { titleVi, period, assessments: request.assessmentIds },
        },
        manager,
      );
      return edition.revision;
    });
  }

  /** A draft holds results of every unit: only whoever reads all of them sees it, and the trail says so. */
  private async seen(editions: readonly Edition[]): Promise<readonly Edition[]> {
    const isDraft = ({ status, dataSet }: Edition) => status === 'draft' && !isSample(dataSet);
    if (!this.access.reach('results-draft.read').all) return editions.filter((one) => !isDraft(one));
    if (editions.some(isDraft)) await this.access.require('results-draft.read', null);
    return editions;
  }

  private async summary(edition: Edition): Promise<EditionSummary> {
    const ids = await this.repository.assessmentIds(edition);
    return {
      code: edition.code,
      revision: edition.revision,
      index: edition.indexCode,
      titleVi: edition.titleVi,
      titleEn: edition.titleEn,
      period: edition.period,
      kind: edition.kind,
      status: edition.status,
      publishedOn: edition.publishedOn,
      rosterDate: edition.rosterDate,
      createdAt: edition.createdAt.toISOString(),
      ...ofDataSet(edition.dataSet),
      groups: await this.groups.groups(ids),
    };
  }

  private async checkFigures(edition: Edition, assessmentIds: readonly string[]) {
    const figures = await this.repository.checkFigures(edition);
    return Promise.all(
      figures.map(async (figure) => {
        const ids = await this.groups.assessmentsOf(assessmentIds, figure.frameworkVersion);
        const totals = await this.repository.totals(ids, figure.groupCode);
        const group = await this.groups.group(figure.frameworkVersion, edition.period, figure.groupCode);
        return checkFigureDto(figure, totals, group);
      }),
    );
  }
}

/** @throws Problem EDITION_DATA_SETS_DIFFER, EDITION_PERIODS_DIFFER */
function refuseDifferent(assessments: readonly Assessment[], first: Assessment): void {
  refuseOtherDataSet(
    assessments.map(({ dataSet }) => dataSet),
    first.dataSet,
  );
  if (assessments.some((other) => other.period !== first.period || other.rosterDate !== first.rosterDate)) {
    throw new Problem(
      422,
      'EDITION_PERIODS_DIFFER',
      'Assessments of one edition share their period and roster date',
    );
  }
}

function refuseOtherDataSet(dataSets: readonly string[], wanted: string): void {
  if (dataSets.every((dataSet) => dataSet === wanted)) return;
  throw new Problem(
    422,
    'EDITION_DATA_SETS_DIFFER',
    'An edition and its revisions are of one data set',
    'A sample is never mixed with official figures.',
  );
}

function shownRevision(revisions: readonly Edition[], asked: number | undefined): Edition | undefined {
  if (asked !== undefined) return revisions.find((edition) => edition.revision === asked);
  return revisions.find((edition) => edition.status === 'published') ?? revisions[0];
}

/** As many as were published; a value that was worked out here has four, as totals have. */
function nationalDecimals({ kind }: Edition, value: number): number {
  return kind === 'as_published' ? decimalsOf(value) : COMPUTED_DECIMALS;
}

const COMPUTED_DECIMALS = 4;

/** Decimals a figure is written with; the shortest text of a double is what was published. */
function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
