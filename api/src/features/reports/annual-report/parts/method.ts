import type { Content } from 'pdfmake/interfaces.js';
import {
  formulaLine,
  formulaSentence,
  legalBasisSentence,
  ruleSentences,
} from '../findings/method-sentences.js';
import { dashed, headed, heading, paragraph, ragged, unbroken } from '../page.js';
import type { AnnualReportInput, ReportFramework } from '../report-input.js';
import { formatCount, formatDay, formatInstant } from '../vietnamese-format.js';

/** Part II: how values and ranks come about, and the versions by which they can be had again. */
export function method(input: AnnualReportInput): Content {
  const frameworks = [...new Map(input.groups.map(({ framework }) => [framework.code, framework])).values()];
  const rules = [...new Set(frameworks.flatMap((framework) => ruleSentences(framework.method)))];
  return [
    ...headed(heading('II. PHƯƠNG PHÁP VÀ PHIÊN BẢN', 1), [
      ...frameworks.flatMap((framework, at) =>
        headed(heading(`${at + 1}. ${framework.name}`, 2), frameworkContent(framework)),
      ),
      ...headed(heading(`${frameworks.length + 1}. Quy tắc chung`, 2), rules.map(dashed)),
    ]),
    ...headed(heading(`${frameworks.length + 2}. Phiên bản số liệu`, 2), versionSentences(input).map(ragged)),
  ];
}

function frameworkContent(framework: ReportFramework): Content[] {
  const line = formulaLine(framework);
  return [
    paragraph(`${legalBasisSentence(framework)} ${formulaSentence(framework)}`),
    ...proposal(framework),
    ...(line === null
      ? []
      : [
          {
            text: line,
            fontSize: 13,
            alignment: 'center' as const,
            margin: [0, 0, 0, 6] as [number, number, number, number],
          },
        ]),
  ];
}

/** A method that nobody has issued says so in print, in the words of its authors. */
function proposal({ proposed }: ReportFramework): Content[] {
  if (proposed === undefined || proposed === null) return [];
  return [
    {
      text: [
        { text: 'Đề xuất, chưa được ban hành: ', bold: true },
        { text: unbroken(proposed), verbatim: true } as { text: Content[]; verbatim: true },
      ],
      style: 'paragraph',
    },
  ];
}

/** Everything that makes the report reproducible: edition, cut-off, engine, input. */
export function versionSentences({ edition, provenance }: AnnualReportInput): readonly string[] {
  const state = edition.status === 'published' ? 'đã công bố' : 'dự thảo';
  const published = edition.publishedOn === null ? '' : ` ngày ${formatDay(edition.publishedOn)}`;
  return [
    `Kỳ công bố: ${edition.title} (mã ${edition.code}, bản số ${formatCount(edition.revision)}, trạng thái: ${state}${published}).`,
    `Số liệu chốt đến ${formatInstant(provenance.dataCutOff)}; kết quả được tính lúc ${formatInstant(provenance.generatedAt)} ` +
      `(giờ Việt Nam) bằng ${provenance.systemName}.`,
    ...provenance.assessments.map(
      ({ id, frameworkCode, engineVersion, inputHash }) =>
        `Lần chấm điểm số ${id}: bộ chỉ số ${frameworkCode}, bộ tính phiên bản ${engineVersion}, mã băm của số liệu đầu vào ${inputHash}.`,
    ),
  ];
}
