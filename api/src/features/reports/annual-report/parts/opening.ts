import type { Content } from 'pdfmake/interfaces.js';
import { copiedRows } from '../findings/data-gaps.js';
import { paragraph } from '../page.js';
import type { AnnualReportInput } from '../report-input.js';
import { formatCount, formatDay } from '../vietnamese-format.js';

/** By what duty the report is made, and how its figures stand: said before the first figure. */
export function opening(input: AnnualReportInput): Content {
  return [paragraph(mandateSentence(input)), paragraph(standingSentences(input).join(' '))];
}

function mandateSentence({ mandate, issuer, edition }: AnnualReportInput): string {
  return (
    `Thực hiện ${mandate.clause} ${mandate.document} ngày ${formatDay(mandate.issuedOn)} của ${mandate.issuedBy} ` +
    `${mandate.subject}, ${issuer.name} báo cáo kết quả đánh giá, xếp hạng chỉ số chuyển đổi số ` +
    `(sau đây viết tắt là DTI) năm ${edition.period} như sau:`
  );
}

/** What kind of figures these are, when they were published, and how many rest on copies alone. */
export function standingSentences(input: AnnualReportInput): readonly string[] {
  const { edition } = input;
  if (edition.kind === 'computed') {
    return [
      `Số liệu trong báo cáo do ${input.provenance.systemName} tính từ số liệu thu thập theo phương pháp nêu tại phần II.`,
    ];
  }
  const published = edition.publishedOn === null ? '' : ` ngày ${formatDay(edition.publishedOn)}`;
  const rows = input.groups.flatMap((group) => group.rows);
  const copied = copiedRows(rows, input.sources).length;
  return [
    `Giá trị và thứ hạng trong báo cáo là số liệu đã công bố${published}, thu thập từ các nguồn nêu tại Phụ lục II ` +
      'và được giữ nguyên; nơi có đủ số liệu thành phần, giá trị được tính lại để đối chiếu.',
    ...(copied === 0
      ? []
      : [
          `${formatCount(copied)}/${formatCount(rows.length)} dòng số liệu chỉ có nguồn là bản sao của bên thứ ba, ` +
            'chưa đối chiếu được với bản công bố gốc.',
        ]),
  ];
}
