import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '../../features/assessments/assessments.service.js';
import { EditionsService } from '../../features/editions/editions.service.js';
import { FrameworksService } from '../../features/frameworks/frameworks.service.js';
import { Problem } from '../../platform/http/problem.js';
import { SAMPLE, type SampleWorld } from './sample-world.js';

/** The framework versions that a sample is scored by, in the order in which an edition shows them. */
const FRAMEWORKS = ['data-2026-draft-province', 'data-2026-draft-ministry', 'data-2026-draft-nation'];

/** Assessments and editions of a sample, a year each; the year in course stays a draft. */
@Injectable()
export class SampleEditionsService {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly editions: EditionsService,
    private readonly frameworks: FrameworksService,
  ) {}

  async make({ years }: SampleWorld, onProgress: (line: string) => void): Promise<void> {
    const { items } = await this.frameworks.list({ page: 1, size: 500 });
    const known = FRAMEWORKS.filter((code) => items.some((version) => version.code === code));
    for (const { period } of years) {
      const ids: string[] = [];
      for (const framework of known) ids.push(...(await this.score(framework, period)));
      if (ids.length === 0) continue;
      const code = `data-2026-sample-${period}`;
      await this.editions.draft({ code, ...titles(period), assessmentIds: ids }, SAMPLE.actor);
      const inCourse = period === SAMPLE.yearInCourse;
      if (!inCourse) await this.editions.publish(code, SAMPLE.actor, `${Number(period) + 1}-06-30`);
      onProgress(`${code}: ${ids.length} assessments, ${inCourse ? 'draft' : 'published'}`);
    }
  }

  /** A level of which a year has nothing to score has no assessment; any other refusal is a fault. */
  private async score(framework: string, period: string): Promise<readonly string[]> {
    try {
      const request = { framework, period, rosterDate: `${period}-12-31`, dataSet: SAMPLE.dataSet };
      return [(await this.assessments.run(request, SAMPLE.actor)).id];
    } catch (error) {
      if (error instanceof Problem && error.code === 'NOTHING_TO_SCORE') return [];
      throw error;
    }
  }
}

function titles(period: string) {
  return {
    titleVi: `DỮ LIỆU MẪU: Chỉ số đánh giá phát triển dữ liệu năm ${period} (dự thảo 2026)`,
    titleEn: `SAMPLE DATA: Data development sub-index ${period} (draft 2026)`,
    noteVi:
      'Toàn bộ số liệu được tạo tự động để giới thiệu hệ thống; không phải số liệu của bất kỳ cơ quan nào.',
    noteEn: 'Every figure is generated to show the system at work; none is any agency’s.',
  };
}
